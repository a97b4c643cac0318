"""Findings as pages, shown while serving instead of a handbook that could not be composed."""

from collections.abc import Mapping
from html import escape

from handbook import report
from handbook.finding import Finding
from handbook.pages import Page


def trouble_pages(findings: tuple[Finding, ...], texts: Mapping[str, str], before: tuple[Page, ...]) -> dict[str, str]:
    """The same page of findings at every address of the last good handbook, so that the reader need not move."""
    text = _page(findings, texts)
    return dict.fromkeys(("index.md", *(page.path for page in before)), text)


def _page(findings: tuple[Finding, ...], texts: Mapping[str, str]) -> str:
    parts = "\n\n".join(f'<pre tabindex="0"><code>{escape(report.as_text((each,), texts)).strip()}</code></pre>' for each in findings)
    return f"# The profile needs a correction\n\n{escape(report.summary(findings))} This page goes away when they are put right and saved.\n\n{parts}\n"
