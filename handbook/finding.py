"""A finding: what is wrong, where, what was expected and found, and what to do. Pure data; `report` turns it into text."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note", "question"]
RANK: dict[Severity, int] = {"error": 0, "warning": 1, "question": 2, "note": 3}


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of one file. Lines and columns count from 1; columns count characters; `end_column` is just behind the last."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True)
class Related:
    """A second place that belongs to a finding, and what stands there."""

    span: Span
    label: str


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or doubtful. `remedy` is an instruction in plain words; `guess` is a "did you mean"."""

    code: str
    severity: Severity
    message: str
    span: Span
    expected: str = ""
    found: str = ""
    guess: str = ""
    remedy: str = ""
    related: tuple[Related, ...] = ()


def in_order(findings: "list[Finding] | tuple[Finding, ...]") -> tuple[Finding, ...]:
    """Findings by place, each once; the same input gives the same order on every run."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda each: (each.span, RANK[each.severity], each.code, each.message)))


def has_errors(findings: "list[Finding] | tuple[Finding, ...]") -> bool:
    """Whether any finding is an error, so that nothing may be published."""
    return any(each.severity == "error" for each in findings)
