"""Findings -> JSON for programs: all that is known of each, in a fixed order. Lines and columns count from 1, in characters."""

import json
from collections.abc import Sequence
from typing import Any

from handbook.columns import posix
from handbook.finding import RANK, Finding, Related, Span, in_order

VERSION = 1
"""The version of the format; it grows when a name changes its meaning or goes away, not when one is added."""


def as_json(findings: Sequence[Finding], version: str) -> str:
    """Every finding as JSON text, ending with a line break. `version` is the one of this program."""
    ordered = in_order(tuple(findings))
    report = {
        "version": VERSION,
        "tool": {"name": "service-handbook", "version": version},
        "summary": {severity: sum(each.severity == severity for each in ordered) for severity in RANK} | {"findings": len(ordered)},
        "findings": [_finding(each) for each in ordered],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        **_place(finding.span),
        "quote": finding.quote,
        "about": finding.about,
        "expected": finding.expected,
        "found": finding.found,
        "guess": finding.guess,
        "remedy": finding.remedy,
        "related": [_related(each) for each in finding.related],
        "fixable": bool(finding.edits),
    }


def _related(related: Related) -> dict[str, Any]:
    return {**_place(related.span), "label": related.label}


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": posix(span.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "part": span.part,
    }
