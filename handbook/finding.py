"""A finding: what is wrong, where, what was expected and found, and what to do. Pure data; `report` turns it into text."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note", "question"]
RANK: dict[Severity, int] = {"error": 0, "warning": 1, "question": 2, "note": 3}


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of one file. Lines and columns count from 1; columns count characters; `end_column` is just behind the last.

    `part` names the place for people where a file has no lines of its own ("page 3, paragraph 2"); lines and columns then
    count in the text that was taken out of it.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    part: str = ""


@dataclass(frozen=True)
class Related:
    """A second place that belongs to a finding, and what stands there."""

    span: Span
    label: str


@dataclass(frozen=True)
class Edit:
    """A change that puts a finding right: the characters at `span` become `text`; nothing else in the file changes."""

    span: Span
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or doubtful. `remedy` is an instruction in plain words; `guess` is a "did you mean".

    `about` is the message of the profile that it is about, as a dotted path (`guarantees.room-ready.promise`), or empty.
    `quote` are the words it is about, as they stand there. `edits` is set where a program may put it right.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    expected: str = ""
    found: str = ""
    guess: str = ""
    remedy: str = ""
    related: tuple[Related, ...] = ()
    about: str = ""
    quote: str = ""
    edits: tuple[Edit, ...] = ()


def in_order(findings: "list[Finding] | tuple[Finding, ...]") -> tuple[Finding, ...]:
    """Findings by place, each once; the same input gives the same order on every run."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda each: (each.span, RANK[each.severity], each.code, each.message, repr(each))))


def has_errors(findings: "list[Finding] | tuple[Finding, ...]") -> bool:
    """Whether any finding is an error, so that nothing may be published."""
    return any(each.severity == "error" for each in findings)
