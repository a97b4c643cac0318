"""The handbook needs nobody else: from a disk without a network, and below any address of a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, Route
from sites import Site

from .conftest import in_files


@dataclass
class Watch:
    """What a page asked for and complained about."""

    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def elsewhere(self, address: str) -> list[str]:
        """What was asked of anybody else."""
        return sorted({url for url in self.asked if not url.startswith((address, "data:", "blob:"))})


@contextmanager
def watched(browser: Browser, *, network: bool) -> Iterator[tuple[Page, Watch]]:
    """A page that is watched; without a network every request that is not to the disk is noted and refused."""
    context, watch = browser.new_context(viewport={"width": 1280, "height": 844}, reduced_motion="reduce"), Watch()

    def ask(request: Request) -> None:
        watch.asked.append(request.url)

    def fail(request: Request) -> None:
        watch.failed.append(request.url)

    def answer(response: Response) -> None:
        if response.status >= 400:
            watch.failed.append(f"{response.status} {response.url}")

    def complain(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            watch.complaints.append(f"{message.text} ({message.location.get('url')})")

    def refuse(route: Route) -> None:
        route.abort()

    context.on("request", ask)
    context.on("requestfailed", fail)
    context.on("response", answer)
    context.on("console", complain)
    context.on("weberror", lambda error: watch.complaints.append(str(error.error)))
    if not network:
        context.route(lambda url: not url.startswith(("file:", "data:", "blob:")), refuse)
        context.set_offline(True)
    yield context.new_page(), watch
    context.close()


def search(page: Page, query: str) -> list[str]:
    """The links that the search box shows for typed words."""
    page.locator("[data-hb-search]").first.click()
    page.locator(".md-search__input").fill("")
    page.keyboard.type(query)
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(150)
    links: list[str] = page.locator(".md-search-result__link").evaluate_all("all => all.map(link => link.href)")
    page.keyboard.press("Escape")
    return links


def walk(page: Page, address: str, wanted: list[str]) -> set[str]:
    """The pages reached from the first one by the links of the navigation, section by section."""
    page.goto(address + "index.html")
    seen: set[str] = set()
    tabs: list[str] = page.locator(".hb-tabs a").evaluate_all("all => all.map(link => link.href)")
    for tab in tabs:
        page.locator(f".hb-tabs a[href='{relative(page, tab)}']").first.click()
        page.wait_for_url(tab)
        seen.add(page.url)
        below: list[str] = page.locator(".hb-nav__list a:visible").evaluate_all("all => all.map(link => link.href)")
        for link in [each for each in below if each not in seen]:
            shown = page.locator(".hb-nav__list a:visible").evaluate_all("(all, url) => all.findIndex(link => link.href === url)", link)
            if shown >= 0:
                page.locator(".hb-nav__list a:visible").nth(shown).click()
                page.wait_for_url(link)
            assert page.locator("h1").count() == 1
            seen.add(page.url)
    return {url.removeprefix(address) for url in seen} & set(wanted)


def relative(page: Page, url: str) -> str:
    """The address as the page writes it."""
    written: str = page.locator(".hb-tabs a").evaluate_all("(all, url) => all.find(link => link.href === url).getAttribute('href')", url)
    return written


def test_walk_from_the_disk(browser: Browser, al_noor: Site) -> None:
    """Opened from a disk without a network, every page is reached by clicking, and nobody else is asked for anything."""
    address = in_files(al_noor)
    with watched(browser, network=False) as (page, watch):
        reached = walk(page, address, al_noor.pages)
    assert reached | {"index.html"} == set(al_noor.pages)
    assert (watch.elsewhere(address), watch.failed, watch.complaints) == ([], [], [])


@pytest.mark.parametrize(("start", "query", "found"), [("index.html", "refund", "promises/"), ("promises/room-ready.html", "pax", "words.html")])
def test_search_from_the_disk(browser: Browser, al_noor: Site, start: str, query: str, found: str) -> None:
    """Search works from a disk, on the first page and in a folder."""
    address = in_files(al_noor)
    with watched(browser, network=False) as (page, watch):
        page.goto(address + start)
        links = search(page, query)
    assert any(link.startswith(address + found) for link in links[:6]), links[:6]
    assert (watch.elsewhere(address), watch.failed, watch.complaints) == ([], [], [])


@pytest.mark.parametrize("place", ["deep/in/handbook/", "minimal/"])
def test_below_any_address(browser: Browser, al_noor: Site, minimal: Site, hosted: str, place: str) -> None:
    """In any sub-folder of a server, no page asks for anything outside its folder, and nothing is missing."""
    address, site = hosted + place, minimal if place == "minimal/" else al_noor
    with watched(browser, network=True) as (page, watch):
        for url in site.pages:
            page.goto(address + url)
        links = search(page, "promise")
    assert links
    assert all(link.startswith(address) for link in links)
    assert len({url for url in watch.asked if url.endswith(".html")}) == len(site.pages)
    assert (watch.elsewhere(address), watch.failed, watch.complaints) == ([], [], [])


def test_at_the_top_of_a_server(browser: Browser, al_noor: Site, at_root: str) -> None:
    """As the top of a server too, a walk asks nobody else."""
    with watched(browser, network=True) as (page, watch):
        for url in al_noor.pages[::6]:
            page.goto(at_root + url)
        assert search(page, "refund")
    assert (watch.elsewhere(at_root), watch.failed, watch.complaints) == ([], [], [])
