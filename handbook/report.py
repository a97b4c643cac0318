"""Findings -> text for people, with the lines they are about."""

import unicodedata
from collections.abc import Mapping
from textwrap import wrap

from handbook.finding import Finding, Related, Span

WIDTH, LINE = 120, 100
"""Characters in a line of a report, and in a line of a profile shown in it."""


def as_text(findings: tuple[Finding, ...], texts: Mapping[str, str]) -> str:
    """Every finding with place, code frame, what was expected and found, and what to do. `texts` gives the files by name."""
    return "\n".join(_one(each, texts) for each in findings)


def summary(findings: tuple[Finding, ...]) -> str:
    """How many findings of which severity, in a sentence."""
    if not findings:
        return "Nothing found: the profile can be built."
    counts = [(sum(each.severity == severity for each in findings), severity) for severity in ("error", "warning", "question", "note")]
    return ", ".join(f"{count} {severity}{'s' if count != 1 else ''}" for count, severity in counts if count) + " found."


def _one(finding: Finding, texts: Mapping[str, str]) -> str:
    lines = [f"{_place(finding.span)}: {finding.severity}: {finding.message} [{finding.code}]", *_frame(finding.span, texts)]
    said = (("expected:", finding.expected), ("found:", finding.found), ("did you mean:", finding.guess), ("what to do:", finding.remedy))
    for name, text in said:
        lines += wrap(
            text, WIDTH, initial_indent=f"  {name:<13} ", subsequent_indent=" " * 16, break_long_words=False, break_on_hyphens=False
        )
    for related in finding.related:
        lines += _related(related, texts)
    return "\n".join(lines) + "\n"


def _related(related: Related, texts: Mapping[str, str]) -> list[str]:
    return [f"  {_place(related.span)}: {related.label}", *_frame(related.span, texts)]


def _place(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"


def _frame(span: Span, texts: Mapping[str, str]) -> list[str]:
    """The line of a place and a line of ^ right below it; of a long line the part around the place."""
    lines = texts.get(span.file, "").split("\n")
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return []
    text = lines[span.line - 1].replace("\t", " ").rstrip()
    start = max(span.column - 61, 0)
    end = min(span.end_column if span.end_line == span.line else len(text) + 1, start + LINE + 1, len(text) + 1)
    before, marked = text[start : span.column - 1], text[span.column - 1 : end - 1]
    shown = ("…" if start else "") + text[start : start + LINE] + ("…" if len(text) > start + LINE else "")
    return [f"{span.line:>5} | {shown}", " " * 6 + "| " + " " * (_cells(before) + bool(start)) + "^" * max(_cells(marked), 1)]


def _cells(text: str) -> int:
    """How many columns of a screen a text takes: two for emoji and East Asian letters, none for marks that join their letter."""
    return sum(
        0 if unicodedata.category(each) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
