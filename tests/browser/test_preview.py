"""The culture team's preview: every message tells its line by mouse, finger and keyboard, the map shows its gaps, and readers get none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")
pytest.importorskip("axe_playwright_python", reason="axe is not installed.")

from playwright.sync_api import Browser, Page, expect
from sites import PROFILES, Site

from handbook.disk import read_sources
from handbook.engines import build_with_mkdocs, preview_tools
from handbook.export import export_files
from handbook.preview import compose_preview

from .axe import SCHEMES, WIDTHS, View, audit, examine
from .built_page import Pages, heading_troubles
from .search_site import served
from .test_layout import TOO_WIDE
from .test_offline import watched

OWN = ("culture/alignment.html", "culture/messages.html", "culture/findings.html")
SEEN = (*OWN, "index.html", "promises/room-ready.html", "build/vision.html", "numbers.html")
SWITCH, CHIP, CARD = ".hb-preview__switch", "button.hb-place", "#hb-written-card"


@dataclass(frozen=True)
class Preview:
    """The built preview: its folder and its address."""

    folder: Path
    url: str


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of an example with gaps, built and served: one promise has lost its remedy, another its owner."""
    folder = tmp_path_factory.mktemp("preview")
    profile = folder / "al-noor"
    for path in (each for each in (PROFILES / "al-noor").rglob("*") if each.is_file()):
        target = profile / path.relative_to(PROFILES / "al-noor")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    promises = (profile / "promises.yaml").read_text(encoding="utf-8")
    promises = re.sub(r"    remedy:\n(?:      .*\n)+", "", promises, count=1)
    promises = promises.replace("    owner: guest-relations-manager\n", "", 1)
    (profile / "promises.yaml").write_text(promises, encoding="utf-8")
    composed = compose_preview(read_sources(profile), date(2026, 11, 25), preview_tools())
    build_with_mkdocs(profile, folder / "site", False, composed)
    with served(folder / "site", 900) as url:
        yield Preview(folder / "site", url)


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_readers_get_none_of_it(al_noor: Site) -> None:
    """The published site names no file and no line of the profile, and brings nothing of the preview."""
    for path in al_noor.folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\.yaml\b|data-said|hb-written|hb-preview|/preview\.|culture/", text), path
        assert not re.search("[\x01-\x08\x0e-\x1f]", text), path
    places = [path.relative_to(al_noor.folder).as_posix() for path in al_noor.folder.rglob("*")]
    assert [place for place in places if "preview" in place or "culture" in place] == []
    assert [place for place in export_files(al_noor.edition) if "preview" in place or "culture" in place] == []


def test_readers_are_told_where_else(al_noor: Site) -> None:
    """A promise's page names other pages that say the same, and their links lead somewhere."""
    pages = Pages(al_noor.folder)
    line = next(each for each in pages.trees["promises/room-ready.html"].walk() if "hb-elsewhere" in each.classes)
    assert line.text.startswith("Also said on Our numbers")
    assert pages.broken() == []


def test_pages_are_sound(preview: Preview) -> None:
    """Every link of the preview leads somewhere in it, every outline is whole, and nobody else is asked for anything."""
    pages = Pages(preview.folder)
    assert pages.broken() == []
    assert pages.outside() == []
    assert {url: heading_troubles(pages.trees[url]) for url in OWN} == {url: [] for url in OWN}
    assert {url: len(ids) - len(set(ids)) for url, ids in pages.ids.items() if len(ids) != len(set(ids))} == {}


def test_hovering_tells_the_line(desk: Page, preview: Preview) -> None:
    """A pointer over a promise shows file and line, who answers, and where else it is said; Escape takes it away."""
    desk.goto(preview.url + "promises/quiet-night.html")
    desk.locator(".hb-promise blockquote [data-said]").hover()
    desk.locator(CARD).wait_for()
    lines = (preview.folder.parent / "al-noor" / "promises.yaml").read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "You sleep in peace" in text)
    text = desk.locator(CARD).inner_text()
    assert f"promises.yaml:{line}" in text
    assert "Duty Manager answers for it." in text and "Next look by 30 April 2027." in text
    assert "Takes in 22:00 from organisation.yaml:" in text and "Also said on" in text
    desk.keyboard.press("Escape")
    assert not desk.locator(CARD).is_visible()


def test_a_finger_is_enough(browser: Browser, preview: Preview) -> None:
    """A tap on a message shows its card within the screen of a phone; a tap elsewhere takes it away."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(preview.url + "promises/quiet-night.html")
    page.locator(".hb-promise blockquote [data-said]").tap()
    box = page.locator(CARD).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] >= 0 and box["y"] + box["height"] <= 844
    page.locator("h1").tap()
    page.locator(CARD).wait_for(state="hidden")
    context.close()


def test_keys_are_enough(desk: Page, preview: Preview) -> None:
    """The switch puts a button behind each message; Enter opens its card with the focus in it, Escape goes back; the switch is remembered."""
    desk.goto(preview.url + "promises/quiet-night.html")
    desk.locator(SWITCH).focus()
    desk.keyboard.press("Enter")
    assert desk.locator(SWITCH).get_attribute("aria-pressed") == "true"
    assert desk.locator(CHIP).count() > 15
    chip = desk.locator(CHIP).first
    assert re.fullmatch(r"Written at \w+\.yaml:\d+: tell more", chip.get_attribute("aria-label") or "")
    chip.focus()
    desk.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-expanded", "true")
    assert desk.evaluate("document.activeElement.textContent") == "Copy"
    desk.keyboard.press("Escape")
    expect(chip).to_have_attribute("aria-expanded", "false")
    assert desk.evaluate("document.activeElement.matches('.hb-place')")
    desk.goto(preview.url + "build/recovery.html")
    assert desk.locator(CHIP).count() > 15
    desk.locator(SWITCH).click()
    assert desk.locator(CHIP).count() == 0


def test_the_line_can_be_copied(browser: Browser, preview: Preview) -> None:
    """The card's button puts file and line where they can be pasted."""
    context = browser.new_context(viewport={"width": 1280, "height": 844}, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(preview.url + "promises/quiet-night.html")
    page.locator(SWITCH).click()
    page.locator(CHIP + ":visible").first.click()
    page.locator(f"{CARD} button").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(CHIP).first.inner_text()
    context.close()


def test_no_script_is_needed(browser: Browser, preview: Preview) -> None:
    """Without scripts the list at the foot of a page tells every line, and there is no dead switch."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(preview.url + "promises/quiet-night.html")
    assert not page.locator(SWITCH).is_visible()
    page.locator(".hb-written > summary").click()
    assert page.locator(".hb-written li:visible").count() > 15
    context.close()


def test_gaps_lead_to_their_place(desk: Page, preview: Preview) -> None:
    """A gap has a word beside its sign; its link leads to the line and to the rule."""
    desk.goto(preview.url + "culture/alignment.html")
    row = desk.locator("#map-promises tbody tr", has=desk.get_by_role("rowheader", name="Room ready"))
    gap = row.locator(".hb-map__gap a").first
    assert "gap: none" in gap.inner_text()
    gap.click()
    target = desk.locator(desk.url[desk.url.index("#") :])
    assert re.search(r"Room ready, Remedy: none\. Look at promises\.yaml:\d+", " ".join(target.inner_text().split()))
    target.get_by_role("link", name="promise-without-remedy").click()
    assert desk.url.endswith("findings.html#rule-promise-without-remedy")
    assert desk.locator("#rule-promise-without-remedy").is_visible()


def test_the_first_column_stays(browser: Browser, preview: Preview) -> None:
    """On a phone the names of the rows stay while the table is moved sideways, and the page itself is not wider than the screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    for url in SEEN:
        page.goto(preview.url + url)
        assert page.evaluate(TOO_WIDE) == [], url
    page.goto(preview.url + "culture/alignment.html")
    name = page.locator("#map-values tbody th").first
    before = name.bounding_box()
    page.evaluate("document.querySelector('#map-values').scrollLeft = 200")
    after = name.bounding_box()
    assert before and after and abs(before["x"] - after["x"]) < 2
    context.close()


def test_paper_is_turned_for_the_map(desk: Page, preview: Preview) -> None:
    """The map is printed across, dark on white, with all its columns; the preview's own controls are not printed."""
    desk.goto(preview.url + "culture/alignment.html")
    desk.emulate_media(media="print")
    assert not desk.locator(".hb-preview").is_visible()
    cut = desk.evaluate("[...document.querySelectorAll('.hb-map')].filter(el => el.scrollWidth > el.clientWidth + 2).length")
    assert cut == 0
    sheet = desk.pdf(format="A4", prefer_css_page_size=True)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet)
    assert box and float(box[1]) > float(box[2])


def test_offline(browser: Browser, preview: Preview) -> None:
    """Opened from the disk without a network the preview works, asks nobody for anything and does not complain."""
    with watched(browser, network=False) as (page, watch):
        for url in SEEN:
            page.goto(preview.folder.as_uri() + "/" + url)
        page.goto(preview.folder.as_uri() + "/promises/room-ready.html")
        page.locator(SWITCH).click()
        page.locator(CHIP + ":visible").first.click()
        assert page.locator(CARD).is_visible()
    assert (watch.elsewhere("file:"), watch.failed, watch.complaints) == ([], [], [])


def test_nobody_is_shut_out(preview: Preview) -> None:
    """No page of the preview breaks a rule of WCAG 2.2 AA or a best practice, in either scheme and at either width."""
    views, violations = audit(preview.url + url for url in SEEN)
    assert len(views) == len(SEEN) * len(SCHEMES) * len(WIDTHS)
    assert not violations, "\n".join(map(str, violations))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nobody_is_shut_out_of_the_lines(browser: Browser, preview: Preview, width: int, scheme: str) -> None:
    """With the switch on, a card open and the list unfolded, no rule is broken either."""
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page, found = context.new_page(), []
    for url in ("promises/room-ready.html", "build/vision.html", "index.html", "build/recovery.html"):
        page.goto(preview.url + url)
        if page.locator(SWITCH).get_attribute("aria-pressed") == "false":
            page.locator(SWITCH).click()
        page.locator(".hb-written > summary").first.click()
        page.locator(CHIP + ":visible").first.click()
        assert page.locator(CARD).is_visible()
        found += examine(page, View(f"{url} with its lines", width, scheme))
    context.close()
    assert not found, "\n".join(map(str, found))
