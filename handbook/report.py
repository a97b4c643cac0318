"""Findings -> text for people, with the lines they are about."""

from collections.abc import Mapping

from handbook.finding import Finding, Related, Span


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
    lines += [f"  {name:<13} {text}" for name, text in (
        ("expected:", finding.expected), ("found:", finding.found), ("did you mean:", finding.guess), ("what to do:", finding.remedy)) if text]
    for related in finding.related:
        lines += _related(related, texts)
    return "\n".join(lines) + "\n"


def _related(related: Related, texts: Mapping[str, str]) -> list[str]:
    return [f"  {_place(related.span)}: {related.label}", *_frame(related.span, texts)]


def _place(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"


def _frame(span: Span, texts: Mapping[str, str]) -> list[str]:
    lines = texts.get(span.file, "").split("\n")
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return []
    text = lines[span.line - 1].replace("\t", " ")
    start = max(span.column - 60, 0)
    end = span.end_column if span.end_line == span.line else len(text) + 1
    width = max(min(end, start + 100, len(text) + 1) - span.column, 1)
    gutter = f"{span.line:>5} | "
    return [gutter + text[start : start + 100].rstrip(), " " * 6 + "| " + " " * (span.column - 1 - start) + "^" * width]
