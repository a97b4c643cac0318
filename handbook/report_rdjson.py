"""Findings -> rdjson, the format of reviewdog, which tells them in reviews. Its columns count bytes of UTF-8."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from handbook.columns import Lines, posix, utf8, whole
from handbook.finding import Edit, Finding, Severity, Span, in_order

SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "question": "INFO", "note": "INFO"}


def as_rdjson(findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """Every finding as one JSON text, ending with a line break. `texts` gives the files by name.

    Second places stand in the message: reviewdog refuses a report with a field that its version does not know.
    """
    lines = Lines(texts)
    report = {"source": {"name": "service-handbook"}, "diagnostics": [_diagnostic(each, lines) for each in in_order(tuple(findings))]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, lines: Lines) -> dict[str, Any]:
    location: dict[str, Any] = {"path": posix(finding.span.file)}
    if not finding.span.part:
        location["range"] = _range(finding.span, lines)
    diagnostic = {
        "message": whole(finding),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    suggestions = [_suggestion(each, lines) for each in finding.edits if each.span.file == finding.span.file and not each.span.part]
    return diagnostic | ({"suggestions": suggestions} if suggestions else {})


def _suggestion(edit: Edit, lines: Lines) -> dict[str, Any]:
    return {"range": _range(edit.span, lines), "text": edit.text}


def _range(span: Span, lines: Lines) -> dict[str, Any]:
    start = {"line": span.line, "column": utf8(lines(span.file, span.line), span.column)}
    return {"start": start, "end": {"line": span.end_line, "column": utf8(lines(span.file, span.end_line), span.end_column)}}
