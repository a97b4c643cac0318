"""Everything can be done without a mouse, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")

from playwright.sync_api import Browser, Page

from .search_box import QUIET

FOCUS = """() => {
  const el = document.activeElement
  if (!el || el === document.body) return null
  const box = el.getBoundingClientRect()
  const around = [el, el.parentElement, el.closest("form"), el.closest("li")].filter(Boolean).map(one => getComputedStyle(one)).concat(getComputedStyle(el, "::after"))
  const ring = around.some(one => (one.outlineStyle !== "none" && parseFloat(one.outlineWidth) > 0) || one.boxShadow !== "none")
  const top = document.elementFromPoint(Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1))
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && (el.contains(top) || (top && top.contains(el)))
  return {what: (el.getAttribute("aria-label") || el.textContent || el.name || "").trim().replace(/\\s+/g, " ").slice(0, 40) + " <" + el.tagName.toLowerCase() + " " + el.className + ">", ring, seen}
}"""


def opened(browser: Browser, url: str, width: int) -> Page:
    """A page of its own."""
    context = browser.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(url)
    return page


@pytest.fixture
def wide(browser: Browser, hosted: str) -> Iterator[Page]:
    """The people of the handbook on a desk."""
    page = opened(browser, f"{hosted}al-noor/people.html", 1280)
    yield page
    page.context.close()


@pytest.fixture
def narrow(browser: Browser, hosted: str) -> Iterator[Page]:
    """The people of the handbook on a phone."""
    page = opened(browser, f"{hosted}al-noor/people.html", 390)
    yield page
    page.context.close()


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Tab until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector} in {most} steps")


def focused(page: Page, selector: str) -> bool:
    """Whether an element has the focus."""
    found: bool = page.evaluate("selector => document.activeElement.matches(selector)", selector)
    return found


def test_skip_link(wide: Page) -> None:
    """The first Tab shows a link that leaps over the navigation; the next Tab is in the text."""
    wide.keyboard.press("Tab")
    assert focused(wide, ".hb-skip")
    box = wide.locator(".hb-skip").bounding_box()
    assert box and box["y"] >= 0
    wide.keyboard.press("Enter")
    assert focused(wide, "#main")
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.querySelector('#main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [1280, 390])
def test_search_by_keyboard(browser: Browser, hosted: str, width: int) -> None:
    """Ctrl+K opens the search, arrows walk the results, Enter follows one."""
    page = opened(browser, f"{hosted}al-noor/people.html", width)
    page.keyboard.press("Control+k")
    assert focused(page, ".md-search__input")
    page.keyboard.type("room ready")
    page.locator(".md-search-result__link").first.wait_for()
    page.evaluate(QUIET, 150)
    page.keyboard.press("ArrowDown")
    assert focused(page, ".md-search-result__link")
    wanted = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == wanted.split("?")[0].split("#")[0])
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_escape_closes_search(browser: Browser, hosted: str, width: int) -> None:
    """Escape closes the search, with and without words in it, and gives the focus back."""
    page = opened(browser, f"{hosted}al-noor/people.html", width)
    tab_to(page, ".hb-name")
    for words in ("", "refund"):
        page.keyboard.press("Control+k")
        page.keyboard.type(words)
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()
        assert focused(page, ".hb-name")
    page.context.close()


def test_search_button_of_a_phone(narrow: Page) -> None:
    """Tab and Enter open the search, Tab stays in it and reaches its closing button."""
    tab_to(narrow, ".hb-search-open")
    narrow.keyboard.press("Enter")
    assert focused(narrow, ".md-search__input")
    assert narrow.locator(".md-search").get_attribute("role") == "dialog"
    tab_to(narrow, ".hb-search-close", 3)
    narrow.keyboard.press("Enter")
    assert not narrow.locator("#__search").is_checked()
    assert focused(narrow, ".hb-search-open")


def test_tab_walks_the_results(wide: Page) -> None:
    """Tab goes from the box to the results, and the search closes when it leaves them."""
    wide.keyboard.press("Control+k")
    wide.keyboard.type("majlis")
    wide.locator(".md-search-result__link").first.wait_for()
    wide.evaluate(QUIET, 150)
    tab_to(wide, ".md-search-result__link", 4)
    assert wide.locator("#__search").is_checked()
    wide.locator(".hb-scheme").focus()
    assert not wide.locator("#__search").is_checked()


@pytest.mark.parametrize("key", ["s", "f", "/", "n", "p", ","])
def test_single_letters_do_nothing(wide: Page, key: str) -> None:
    """A bare letter opens no search and turns no page: people who dictate would set it off."""
    before = wide.url
    wide.keyboard.press(key)
    wide.wait_for_timeout(50)
    assert not wide.locator("#__search").is_checked()
    assert wide.url == before


def test_drawer_by_keyboard(narrow: Page) -> None:
    """On a phone the menu opens by Enter, keeps the focus inside, closes by Escape and gives the focus back."""
    tab_to(narrow, "button.hb-menu")
    narrow.keyboard.press("Enter")
    assert narrow.locator("button.hb-menu").get_attribute("aria-expanded") == "true"
    for _ in range(12):
        assert narrow.evaluate("document.activeElement === document.body || !!document.activeElement.closest('.hb-drawer')")
        narrow.keyboard.press("Tab")
    narrow.keyboard.press("Escape")
    assert narrow.locator("button.hb-menu").get_attribute("aria-expanded") == "false"
    assert focused(narrow, "button.hb-menu")
    narrow.keyboard.press("Tab")
    assert not narrow.evaluate("!!document.activeElement.closest('.hb-drawer')")


def test_a_link_of_the_drawer(narrow: Page) -> None:
    """A page is reached through the menu with keys alone."""
    tab_to(narrow, "button.hb-menu")
    narrow.keyboard.press("Enter")
    tab_to(narrow, ".hb-drawer a[href*='.html']")
    wanted = narrow.evaluate("document.activeElement.href")
    narrow.keyboard.press("Enter")
    narrow.wait_for_url(wanted)


def test_colour_scheme_by_keyboard(wide: Page) -> None:
    """The button for dark colours says its state, and the next page remembers it."""
    tab_to(wide, ".hb-scheme")
    wide.keyboard.press("Enter")
    assert wide.locator(".hb-scheme").get_attribute("aria-pressed") == "true"
    wide.goto(wide.url.replace("people.html", "promises/room-ready.html"))
    assert wide.evaluate("document.body.dataset.mdColorScheme") == "slate"


@pytest.mark.parametrize(("url", "width"), [("index.html", 1280), ("promises/room-ready.html", 390), ("numbers.html", 1280)])
def test_focus_is_seen(browser: Browser, hosted: str, url: str, width: int) -> None:
    """Wherever Tab leads, a ring is drawn around the place and nothing covers it."""
    page = opened(browser, f"{hosted}al-noor/{url}", width)
    unseen, stops = [], 0
    for _ in range(45):
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUS)
        if place is None:
            break
        stops += 1
        unseen += [] if place["ring"] and place["seen"] else [place]
    assert stops > 8
    assert unseen == []
    page.context.close()
