"""Findings that were there when checking began -> a file of them, and what is new since. Line numbers do not count, so editing above changes nothing."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from handbook.finding import Finding, Span

VERSION = 1
_HEAD = "handbook-baseline"
_FIELDS = ("rule", "file", "about", "quote")
_OWN = ("acceptance-expired", "acceptance-unknown", "acceptance-unused")

Mark = tuple[str, str, str, str]
"""What makes a finding the same on another day: its rule, its file, the message it is about, the words quoted."""


@dataclass(frozen=True)
class Compared:
    """What is new beside a baseline: `open` are the findings to show, `hidden` how many are old, `gone` how many of `known` no longer occur."""

    open: tuple[Finding, ...]
    hidden: int
    gone: int
    known: int

    @property
    def summary(self) -> str:
        """What to say about the old findings, in a sentence or two; empty where there are none."""
        if not self.known:
            return ""
        hidden = f"{_findings(self.hidden)} from before {'is' if self.hidden == 1 else 'are'} not shown (in the baseline)."
        gone = f" {self.gone} of {self.known} old findings {'is' if self.gone == 1 else 'are'} gone; write the baseline anew."
        return hidden + gone * bool(self.gone)


def _findings(count: int) -> str:
    return f"{count} finding{'s' * (count != 1)}"


def mark(finding: Finding) -> Mark:
    """What makes a finding the same on another day."""
    return finding.code, finding.span.file.replace("\\", "/"), finding.about, " ".join(finding.quote.split())


def written(findings: Iterable[Finding], rules: Collection[str] | None = None) -> str:
    """The text of a baseline: JSON with one entry a line, sorted; a comma begins each line, so that two branches merge.

    Of `rules` the names are given, so that only their findings go in: what keeps a profile from being read stays in view.
    """
    counts = Counter(mark(each) for each in findings if _counts(each, rules))
    lines = [json.dumps({_HEAD: VERSION})]
    for entry, count in sorted(counts.items()):
        said = {name: value for name, value in zip(_FIELDS, entry, strict=True) if value}
        lines.append(json.dumps(said | {"count": count}, ensure_ascii=False))
    return "[" + "\n,".join(lines) + "\n]\n"


def read(text: str, file: str) -> Mapping[Mark, int] | Finding:
    """The old findings with their numbers, or what is wrong with the file. An entry that a merge has doubled counts once."""
    try:
        entries = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as trouble:
        line, column = getattr(trouble, "lineno", 1), getattr(trouble, "colno", 1)
        return _unreadable(Span(file, line, column, line, column), "a line that is no JSON")
    if not isinstance(entries, list) or not entries or not isinstance(entries[0], dict) or _HEAD not in entries[0]:
        return _unreadable(Span(file), "another kind of file")
    if entries[0][_HEAD] != VERSION:
        return _unreadable(Span(file), f"a baseline of version {entries[0][_HEAD]}")
    known: dict[Mark, int] = {}
    for entry in entries[1:]:
        if not isinstance(entry, dict) or not isinstance(entry.get("count"), int) or not isinstance(entry.get("rule"), str):
            return _unreadable(Span(file), f"an entry without rule and count: {json.dumps(entry, ensure_ascii=False)[:60]}")
        rule, place, about, quote = (str(entry.get(name, "")) for name in _FIELDS)
        known[rule, place, about, quote] = max(known.get((rule, place, about, quote), 0), entry["count"])
    return known


def _unreadable(span: Span, found: str) -> Finding:
    return Finding(
        "baseline-unreadable",
        "error",
        "this baseline cannot be read",
        span,
        expected=f"a file written with --write-baseline (version {VERSION})",
        found=found,
        remedy="check whether it is the right file, or write it anew with --write-baseline",
    )


def _counts(finding: Finding, rules: Collection[str] | None) -> bool:
    return finding.code not in _OWN and (rules is None or finding.code in rules)


def compare(findings: Iterable[Finding], known: Mapping[Mark, int], rules: Collection[str] | None = None) -> Compared:
    """The findings that are not in a baseline. Where there are more of a kind than before, the last ones are the new ones."""
    left = Counter(known)
    kept = []
    for each in findings:
        if _counts(each, rules) and left[mark(each)] > 0:
            left[mark(each)] -= 1
        else:
            kept.append(each)
    total, gone = sum(known.values()), sum(left.values())
    return Compared(tuple(kept), total - gone, gone, total)
