"""Findings as pages, shown while serving instead of a handbook that could not be composed."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from handbook import report
from handbook.columns import Lines, place
from handbook.finding import Finding, Related, Severity, Span, in_order
from handbook.frame import frames, seen
from handbook.pages import Page
from handbook.rules import all_rules
from handbook.story import story

ROOM = 76
BOXES: dict[Severity, str] = {"error": "failure", "warning": "warning", "question": "question", "note": "note"}
"""The look of each severity: kinds of boxes that the theme knows."""


def trouble_pages(findings: tuple[Finding, ...], texts: Mapping[str, str], before: tuple[Page, ...]) -> dict[str, str]:
    """The same page of findings at every address of the last good handbook, so that the reader need not move."""
    return dict.fromkeys(("index.md", *(page.path for page in before)), trouble_page(findings, texts))


def trouble_page(findings: tuple[Finding, ...], texts: Mapping[str, str]) -> str:
    """Every finding as a box: its place, the lines there, second places, what to do, and why the rule exists."""
    lines, stories = Lines(texts), _stories({each.code for each in findings})
    boxes = "\n\n".join(_box(each, lines, stories.get(each.code, "")) for each in in_order(findings))
    told = f"{escape(report.summary(findings))} This page goes away when everything is put right and saved."
    return f"# The profile needs a correction\n\n{told}\n\n{boxes}\n"


def _stories(codes: set[str]) -> dict[str, str]:
    """The explanations of those rules that found something; what keeps a profile from being read has none."""
    return {rule.name: "".join(_explained(rule.story)) for rule in all_rules() if rule.name in codes}


def _explained(text: str) -> Iterator[str]:
    told = story(text)
    yield f"<details><summary>{_words(told.title)}</summary>"
    for heading, paragraphs in told.parts:
        name = f"<strong>{heading}.</strong> " if heading else ""
        yield "".join(f"<p>{name if not number else ''}{_words(each)}</p>" for number, each in enumerate(paragraphs))
    yield "</details>"


def _box(finding: Finding, lines: Lines, explained: str) -> str:
    message = finding.message[:1].upper() + finding.message[1:]
    related = "".join(_related(each, lines) for each in finding.related)
    return (
        f'<div class="admonition {BOXES[finding.severity]}">'
        f'<p class="admonition-title">{_text(message)}</p>'
        f"<p><code>{_text(place(finding.span))}</code> {finding.severity} <small>[{_text(finding.code)}]</small></p>"
        f"{_lines(finding.span, lines, finding.quote)}{related}{_said(finding)}{explained}</div>"
    )


def _related(related: Related, lines: Lines) -> str:
    return f"<p><code>{_text(place(related.span))}</code> {_text(related.label)}</p>{_lines(related.span, lines, '')}"


def _said(finding: Finding) -> str:
    told = (("expected", finding.expected), ("found", finding.found), ("did you mean", finding.guess))
    rows = [f"<strong>{name}:</strong> {_text(text)}" for name, text in told if text]
    rows += [f"<strong>what to do:</strong> {_code(finding.remedy)}"] if finding.remedy else []
    return f"<p>{'<br>'.join(rows)}</p>"


def _lines(span: Span, lines: Lines, quote: str) -> str:
    """The lines of a place with the meant words marked; the quoted words alone where the lines cannot be had."""
    rows = [
        f"{each.number:>5} | {_text(each.before)}<mark>{_text(each.marked) or ' '}</mark>{_text(each.after)}"
        for each in frames(span, lines, ROOM)
    ]
    if not rows and quote:
        rows = [f"<mark>{_text(quote)}</mark>"]
    return f'<pre tabindex="0"><code>{"&#10;".join(rows)}</code></pre>' if rows else ""


def _text(text: str) -> str:
    """A text for HTML inside Markdown: nothing in it is read as either."""
    return escape(seen(text)).replace("{", "&#123;").replace("`", "&#96;").replace("[", "&#91;")


def _code(text: str) -> str:
    """A remedy; what stands between wide spaces in it, to be typed as it is, becomes code."""
    return _coded(re.split(r" {2,}", text), " ")


def _words(text: str) -> str:
    """A sentence of an explanation, with what stands in back quotes as code."""
    return _coded(text.split("`"), "")


def _coded(pieces: list[str], between: str) -> str:
    return between.join(f"<code>{_text(each)}</code>" if number % 2 else _text(each) for number, each in enumerate(pieces))
