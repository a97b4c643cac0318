"""What axe says about pages: each one light and dark, wide and narrow, by two browsers at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from queue import Empty, SimpleQueue
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from .chromium import launch

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390)
SCHEMES = {"light": "default", "dark": "slate"}
BROWSERS = 2
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours. The dark scheme changes colours and nothing else, so they are all it is asked again."""

RUN = """only => axe.run({runOnly: only, resultTypes: ["violations"], preload: false, iframes: false}).then(found => found.violations.flatMap(rule =>
  rule.nodes.map(node => [rule.id, node.target.join(" "), [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ")])))"""


@dataclass(frozen=True)
class View:
    """A page as somebody meets it."""

    url: str
    width: int
    scheme: str


@dataclass(frozen=True)
class Violation:
    """What axe found on a view: the rule, the element, the reason."""

    view: View
    rule: str
    target: str
    reason: str

    def __str__(self) -> str:
        return f"{self.view.url} ({self.view.scheme}, {self.view.width} px): {self.rule}: {self.target}: {self.reason}"


@cache
def axe_script() -> str:
    """The text of axe."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def examine(page: Page, view: View, rules: Sequence[str] = ()) -> list[Violation]:
    """What axe finds on the page as it stands, by all its rules or those named; axe is brought along where it is missing."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script() + ";0")
    found: list[list[Any]] = page.evaluate(RUN, {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS})
    return [Violation(view, rule, target, reason) for rule, target, reason in found]


def audit(urls: Iterable[str], widths: Sequence[int] = WIDTHS) -> tuple[list[View], list[Violation]]:
    """The views seen and what was found on them."""
    jobs = SimpleQueue[tuple[str, int]]()
    for url in urls:
        for width in widths:
            jobs.put((url, width))
    with ThreadPoolExecutor(BROWSERS) as pool:
        parts = list(pool.map(lambda _: _work(jobs), range(BROWSERS)))
    return [view for views, _ in parts for view in views], [each for _, found in parts for each in found]


def _work(jobs: SimpleQueue[tuple[str, int]]) -> tuple[list[View], list[Violation]]:
    """Takes jobs until there are none."""
    views: list[View] = []
    found: list[Violation] = []
    with sync_playwright() as playwright, launch(playwright) as browser:
        pages = {width: _page(browser, width) for width in WIDTHS}
        while True:
            try:
                url, width = jobs.get_nowait()
            except Empty:
                return views, found
            pages[width].goto(url)
            for view in (View(url, width, scheme) for scheme in SCHEMES):
                found += _in_scheme(pages[width], view)
                views.append(view)


def _page(browser: Browser, width: int) -> Page:
    return browser.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce").new_page()


def _in_scheme(page: Page, view: View) -> list[Violation]:
    page.emulate_media(color_scheme="dark" if view.scheme == "dark" else "light")
    page.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=SCHEMES[view.scheme])
    return examine(page, view, COLOUR_RULES if view.scheme == "dark" else ())
