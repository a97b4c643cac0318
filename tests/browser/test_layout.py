"""Pages fit: a phone's width, a sheet of paper, a browser without scripts, and the first screen of a promise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")

from playwright.sync_api import Browser, Page
from sites import Site

from handbook.catalogue import Catalogue

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return []
  const scrolls = el => el && el !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(el).overflowX) || scrolls(el.parentElement))
  return [...document.querySelectorAll("body *")].filter(el => el.getBoundingClientRect().right > width + 1 && !scrolls(el.parentElement))
    .map(el => el.tagName + "." + el.className).concat("the page").slice(0, 5)
}"""

BOTTOM_OF = """text => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, at = node.data.indexOf(text)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + text.length)
    const box = range.getBoundingClientRect()
    if (box.height) return box.bottom + scrollY
  }
  return null
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["al-noor", "minimal"])
def test_no_page_is_wider_than_a_phone(name: str, request: pytest.FixtureRequest, phone: Page, hosted: str) -> None:
    """At 390 and at 320 px no page scrolls sideways."""
    site: Site = request.getfixturevalue(name.replace("-", "_"))
    found = []
    for url in site.pages:
        phone.goto(f"{hosted}{name}/{url}")
        for width in (390, 320):
            phone.set_viewport_size({"width": width, "height": 844})
            found += [f"{url} at {width} px: {wide}" for wide in phone.evaluate(TOO_WIDE)]
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_readable_without_scripts(browser: Browser, al_noor: Site, hosted: str, width: int) -> None:
    """Without scripts the text of a page is in sight, and links lead on to the other pages."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844})
    page = context.new_page()
    for url in ("index.html", "promises/room-ready.html", "words.html", "ramadan.html"):
        page.goto(f"{hosted}al-noor/{url}")
        title = next(each.title for each in al_noor.edition.pages if each.url == url)
        assert page.locator("h1").is_visible()
        assert url == "index.html" or page.locator("h1").inner_text().startswith(title)
        article = page.locator("article").bounding_box()
        assert article and article["height"] > 400 and article["width"] <= width
        assert page.locator("article > *:visible").count() > 3
    page.goto(f"{hosted}al-noor/index.html")
    page.locator("article a:visible[href*='.html']").first.click()
    assert page.url.startswith(f"{hosted}al-noor/") and not page.url.endswith("al-noor/index.html")
    context.close()


@pytest.mark.parametrize("url", ["promises/room-ready.html", "numbers.html", "build/language.html"])
def test_prints_well(browser: Browser, hosted: str, url: str) -> None:
    """On paper stands the text alone, dark on white, with nothing folded or cut off."""
    context = browser.new_context(color_scheme="dark", viewport={"width": 794, "height": 1123})
    page = context.new_page()
    page.goto(f"{hosted}al-noor/{url}")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    chrome = [
        each
        for each in (".md-header", ".hb-tabs", ".hb-drawer", ".hb-toc", ".hb-onpage", ".hb-trail", ".md-search", ".hb-skip", ".headerlink")
        if page.locator(f"{each}:visible").count()
    ]
    assert chrome == []
    assert page.locator("h1").is_visible()
    assert page.locator("article details:not([open])").count() == 0
    colours: list[list[int]] = page.evaluate(
        "[getComputedStyle(document.querySelector('article p')).color, getComputedStyle(document.body).backgroundColor].map(colour => colour.match(/[\\d.]+/g).map(Number))"
    )
    ink, paper = colours
    assert max(ink[:3]) < 120
    assert paper[:3] == [255, 255, 255] or (len(paper) == 4 and paper[3] == 0)
    cut = page.evaluate(
        "[...document.querySelectorAll('article .hb-scroll, article table')].filter(el => el.scrollWidth > el.clientWidth + 2 && el.clientWidth).map(el => el.className)"
    )
    assert cut == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    sheets = page.pdf(format="A4")
    assert sheets.startswith(b"%PDF")
    assert 1 <= sheets.count(b"/Type /Page\n") + sheets.count(b"/Type /Page ") < 30
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()


def test_a_promise_on_the_first_screen(phone: Page, al_noor: Site, hosted: str) -> None:
    """Who opens a promise on a phone sees the remedy, the limit and the next person without scrolling."""
    profile = al_noor.edition.profile
    promise = Catalogue(profile).all("guarantees")["room-ready"]
    next_person = profile.roles[promise.beyond_that].title
    phone.goto(f"{hosted}al-noor/promises/room-ready.html")
    needed = [promise.remedy.what, promise.who_may_give.up_to, next_person]
    bottoms = {str(text): phone.evaluate(BOTTOM_OF, str(text)) for text in needed}
    assert all(bottom is not None and bottom <= 844 for bottom in bottoms.values()), bottoms
