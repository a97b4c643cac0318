"""Findings -> annotations of GitHub Actions: errors first, and one line that tells how many more there are."""

from collections.abc import Iterable, Sequence
from itertools import chain

from handbook.columns import posix, whole
from handbook.finding import Finding, Severity, in_order

CAP = 10
"""So many annotations of one kind GitHub shows for a step; it drops the others without a word."""
KINDS: dict[Severity, str] = {"error": "error", "warning": "warning", "question": "notice", "note": "notice"}
_NAMES = {"error": "errors", "warning": "warnings", "notice": "notes and questions"}


def as_github(findings: Sequence[Finding], cap: int = CAP) -> str:
    """One annotation a line: errors, warnings, then questions and notes, at most `cap` of each, ending with a line break.

    Where some had to be left out, the last line says so, and takes the place of one notice.
    """
    kinds: dict[str, list[Finding]] = {kind: [] for kind in _NAMES}
    for each in sorted(in_order(tuple(findings)), key=lambda each: each.severity == "note"):
        kinds[KINDS[each.severity]].append(each)
    capped = any(len(each) > cap for each in kinds.values())
    room = {kind: max(cap - (capped and kind == "notice"), 0) for kind in kinds}
    shown = chain.from_iterable(found[: room[kind]] for kind, found in kinds.items())
    left = [_left(kind, len(found), room[kind]) for kind, found in kinds.items() if len(found) > room[kind]]
    return "".join(f"{each}\n" for each in chain(map(_annotation, shown), _summary(left)))


def _left(kind: str, count: int, room: int) -> str:
    return f"{room} of {count} {_NAMES[kind]}"


def _summary(left: list[str]) -> Iterable[str]:
    if left:
        told = f"{' and '.join(left)} are shown here; the same command without --format github shows all of them"
        yield f"::notice title=service-handbook::{_data(told)}"


def _annotation(finding: Finding) -> str:
    span = finding.span
    where = {"file": posix(span.file)}
    if not span.part:
        where |= {"line": str(span.line), "endLine": str(span.end_line)}
        where |= {"col": str(span.column), "endColumn": str(span.end_column)} if span.line == span.end_line else {}
    properties = ",".join(f"{name}={_property(value)}" for name, value in (where | {"title": finding.code}).items())
    return f"::{KINDS[finding.severity]} {properties}::{_data(whole(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
