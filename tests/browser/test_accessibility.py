"""Nobody is shut out: axe finds nothing to say about any page, light or dark, wide or narrow, in any brand's colours."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")
pytest.importorskip("axe_playwright_python", reason="axe is not installed.")

from playwright.sync_api import Browser
from sites import Site, build, in_colours

from .axe import SCHEMES, WIDTHS, View, Violation, audit, examine
from .search_box import open_search, type_query
from .search_site import served

BRANDS = {
    "bright yellow": ("#ffe600", "#fff200"),
    "pure red": ("#ff0000", "#ff0000"),
    "near-black": ("#0a0a0a", "#111111"),
    "pale grey": ("#e8e8e8", "#f0f0f0"),
}
SAMPLE = ("index.html", "promises/ready-on-the-day.html", "numbers.html", "build/language.html")


def in_words(violations: list[Violation]) -> str:
    """One line for each violation."""
    return "\n".join(str(each) for each in violations)


@pytest.mark.parametrize("name", ["al-noor", "minimal"])
def test_every_page(name: str, request: pytest.FixtureRequest, hosted: str) -> None:
    """No page of the handbook breaks a rule of WCAG 2.2 AA or a best practice, in either scheme and at either width."""
    site: Site = request.getfixturevalue(name.replace("-", "_"))
    views, violations = audit(f"{hosted}{name}/{page}" for page in site.pages)
    assert len(views) == len(site.pages) * len(SCHEMES) * len(WIDTHS)
    assert not violations, in_words(violations)


def test_any_brand_colours(tmp_path: Path) -> None:
    """Colours that no text could be read on are corrected, so that even they break no rule."""
    for name, (primary, accent) in BRANDS.items():
        build(in_colours(tmp_path / "profiles" / name, primary, accent), tmp_path / "sites" / name.replace(" ", "-"))
    with served(tmp_path / "sites") as address:
        _, violations = audit((f"{address}{name.replace(' ', '-')}/{page}" for name in BRANDS for page in SAMPLE), WIDTHS[:1])
    assert not violations, in_words(violations)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_open_search(browser: Browser, hosted: str, width: int, scheme: str) -> None:
    """The open search with its results breaks no rule."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{hosted}al-noor/people.html")
    open_search(page)
    assert type_query(page, "complaint")
    violations = examine(page, View(page.url + " with the search open", width, scheme))
    context.close()
    assert not violations, in_words(violations)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_open_drawer(browser: Browser, hosted: str, scheme: str) -> None:
    """The open menu of a phone breaks no rule."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{hosted}al-noor/people.html")
    page.get_by_role("button", name="Menu").click()
    page.locator(".hb-drawer a").first.wait_for()
    page.wait_for_timeout(400)
    violations = examine(page, View(page.url + " with the menu open", 390, scheme))
    context.close()
    assert not violations, in_words(violations)


def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    """The check itself is awake: pale text and a nameless button are found."""
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><main><h1>Hello</h1><p style='color:#ccc'>pale</p><button></button></main>")
    rules = {each.rule for each in examine(page, View("a bad page", 1280, "light"))}
    page.close()
    assert {"color-contrast", "button-name"} <= rules
