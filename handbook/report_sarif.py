"""Findings -> SARIF 2.1.0, the format of code scanning. Columns are told in UTF-16 units, files relative to the folder checked."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import quote

from handbook.columns import Lines, place, posix, utf16
from handbook.finding import Edit, Finding, Severity, Span, in_order
from handbook.story import story

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "question": "note", "note": "note"}
ROOT = "%SRCROOT%"
_LINKS = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]"})


class Explained(Protocol):
    """A rule, as far as a report needs it."""

    @property
    def name(self) -> str:
        """The code of its findings."""

    @property
    def severity(self) -> Severity:
        """What its findings are, unless they say otherwise."""

    @property
    def story(self) -> str:
        """Its explanation."""


def as_sarif(findings: Sequence[Finding], rules: Iterable[Explained], texts: Mapping[str, str], version: str) -> str:
    """One run with every finding as JSON text, ending with a line break. `texts` gives the files by name."""
    ordered, lines = in_order(tuple(findings)), Lines(texts)
    known = {each.name: _rule(each) for each in sorted(rules, key=lambda each: each.name)}
    known |= {code: _plain_rule(code) for code in sorted({each.code for each in ordered} - set(known))}
    numbers = {code: number for number, code in enumerate(known)}
    marks = fingerprints(ordered, lines)
    run = {
        "tool": {"driver": {"name": "service-handbook", "version": version, "rules": list(known.values())}},
        "language": "en-GB",
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the check was run."}}},
        "results": [_result(each, numbers[each.code], mark, lines) for each, mark in zip(ordered, marks, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def fingerprints(findings: Sequence[Finding], lines: Lines) -> list[str]:
    """For each finding a mark that stays when lines move: made of what it is about and its words, not of its place."""
    seen: Counter[str] = Counter()
    marks = []
    for each in findings:
        words = each.quote or lines(each.span.file, each.span.line)
        key = "\0".join((each.code, posix(each.span.file), each.about, " ".join(words.split())))
        seen[key] += 1
        marks.append(f"{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:32]}:{seen[key]}")
    return marks


def _plain_rule(code: str) -> dict[str, Any]:
    """What is said of mistakes that keep a text from being read: they have no rule of their own."""
    told = {"text": f"A text cannot be read as it is meant: {code.replace('-', ' ')}."}
    return {**_names(code), "shortDescription": told, "fullDescription": told, "help": told}


def _names(code: str) -> dict[str, str]:
    """The code of a rule and, where it is longer than a word, the form in which some readers show it."""
    words = code.split("-")
    return {"id": code} | ({"name": "".join(map(str.capitalize, words))} if len(words) > 1 else {})


def _rule(rule: Explained) -> dict[str, Any]:
    told = story(rule.story)
    parts = [(heading, "\n\n".join(paragraphs)) for heading, paragraphs in told.parts]
    text = "\n\n".join(f"{heading}: {words}" if heading else words for heading, words in parts)
    markdown = "\n\n".join(f"**{heading}**: {words}" if heading else words for heading, words in parts)
    return {
        **_names(rule.name),
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": told.part("Why") or told.title},
        "help": {"text": text or told.title, "markdown": markdown or told.title},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, rule: int, mark: str, lines: Lines) -> dict[str, Any]:
    more = {name: getattr(finding, name) for name in ("about", "quote", "expected", "found", "guess", "remedy")}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding.span, lines)],
        "partialFingerprints": {"wording/v1": mark},
        "properties": {"severity": finding.severity} | {name: text for name, text in more.items() if text},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(each.span, lines) | {"id": number, "message": {"text": each.label}} for number, each in enumerate(finding.related, 1)
        ]
    if changes := _changes(finding.edits, lines):
        what = finding.remedy or "put it right"
        result["fixes"] = [{"description": {"text": what[0].upper() + what[1:]}, "artifactChanges": changes}]
    return result


def _message(finding: Finding) -> str:
    """Sentences for people; a second place is a link, `[label](its number)`."""
    start = f"{finding.span.part}: " if finding.span.part else ""
    words = f" The words are “{finding.quote}”." if finding.span.part and finding.quote else ""
    said = (("Expected", finding.expected), ("Found", finding.found), ("Did you mean", finding.guess), ("What to do", finding.remedy))
    told = "".join(f" {name}: {text}." for name, text in said if text)
    links = "".join(
        f" See [{place(each.span).translate(_LINKS)}]({number}): {each.label.translate(_LINKS)}."
        for number, each in enumerate(finding.related, 1)
    )
    message = finding.message[:1].upper() + finding.message[1:]
    return f"{start}{message}.{words}{told}".translate(_LINKS) + links


def _location(span: Span, lines: Lines) -> dict[str, Any]:
    """A place. In a file without lines of its own the part is a logical place; readers want a line all the same, so it is the first."""
    region: dict[str, Any] = {"startLine": 1} if span.part else {**_region(span, lines)}
    if words := _words(span, lines):
        region["snippet"] = {"text": words}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(span.file), "region": region}}
    return location | ({"logicalLocations": [{"fullyQualifiedName": span.part}]} if span.part else {})


def _artifact(file: str) -> dict[str, str]:
    """A file relative to the folder of the check; one that was named from the top keeps its whole address."""
    name = posix(file)
    if name.startswith("/"):
        return {"uri": "file://" + quote(name)}
    if name[1:3] == ":/":
        return {"uri": f"file:///{name[:2]}{quote(name[2:])}"}
    return {"uri": quote(name.removeprefix("./")), "uriBaseId": ROOT}


def _region(span: Span, lines: Lines) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": utf16(lines(span.file, span.line), span.column),
        "endLine": span.end_line,
        "endColumn": utf16(lines(span.file, span.end_line), span.end_column),
    }


def _words(span: Span, lines: Lines) -> str:
    """What stands at a place, with its line breaks."""
    rows = [lines(span.file, number) for number in range(span.line, span.end_line + 1)]
    rows[-1] = rows[-1][: span.end_column - 1]
    rows[0] = rows[0][span.column - 1 :]
    return "\n".join(rows)


def _changes(edits: Sequence[Edit], lines: Lines) -> list[dict[str, Any]]:
    """The edits by file; what has no lines of its own cannot be edited by a program."""
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        if not edit.span.part:
            replacement = {"deletedRegion": _region(edit.span, lines), "insertedContent": {"text": edit.text}}
            files.setdefault(edit.span.file, []).append(replacement)
    return [{"artifactLocation": _artifact(file), "replacements": replacements} for file, replacements in files.items()]
