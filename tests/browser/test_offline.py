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
from .search_box import open_search, type_query

TABS, SIDE = ".hb-tabs a", ".hb-nav__list a:visible"


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
        if request.failure != "net::ERR_ABORTED":  # what was still loading when we left the page
            watch.failed.append(f"{request.failure} {request.url}")

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
    context.set_default_timeout(10_000)
    yield context.new_page(), watch
    context.close()


def search(page: Page, query: str) -> list[str]:
    """The links that the search box shows for typed words."""
    open_search(page)
    links = [link for group in type_query(page, query) for link in group]
    page.keyboard.press("Escape")
    return links


def walk(page: Page, address: str, wanted: list[str]) -> set[str]:
    """The pages reached from the first one by the links of the navigation, section by section."""
    page.goto(address + "index.html")
    seen: set[str] = set()
    for tab in hrefs(page, TABS):
        follow(page, TABS, tab)
        seen.add(page.url)
        for link in hrefs(page, SIDE):
            if link not in seen:
                follow(page, SIDE, link)
                assert page.locator("h1").count() == 1
                seen.add(page.url)
    return {url.removeprefix(address) for url in seen} & set(wanted)


def hrefs(page: Page, links: str) -> list[str]:
    """Where links lead, in full."""
    found: list[str] = page.locator(links).evaluate_all("all => all.map(link => link.href)")
    return found


def follow(page: Page, links: str, url: str) -> None:
    """A click on the link that leads there."""
    page.locator(links).nth(hrefs(page, links).index(url)).click()
    page.wait_for_url(url)


def test_walk_from_the_disk(browser: Browser, al_noor: Site) -> None:
    """Opened from a disk without a network, every page is reached by clicking, and nobody else is asked for anything."""
    address = in_files(al_noor)
    with watched(browser, network=False) as (page, watch):
        reached = walk(page, address, al_noor.pages)
    assert reached | {"index.html"} == set(al_noor.pages)
    assert (watch.elsewhere(address), watch.failed, watch.complaints) == ([], [], [])


@pytest.mark.parametrize(
    ("start", "query", "found"), [("index.html", "refund", "promises/"), ("promises/room-ready.html", "pax", "words.html")]
)
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
