"""The second engine: Zensical builds the exported handbook with the same pages, headings and working links."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from sites import PROFILES, Site, run

from .built_page import Element, Pages, headings
from .search_site import served

pytestmark = pytest.mark.skipif(
    find_spec("zensical") is None, reason="Zensical is not installed; pip install 'service-handbook[zensical]' brings it."
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported folder with the site that Zensical has built in it."""
    folder = tmp_path_factory.mktemp("zensical") / "handbook"
    run("export", PROFILES / "al-noor", "--out", folder)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean"], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def theirs(exported: Path) -> Pages:
    """The pages that Zensical has made."""
    return Pages(exported / "site")


@pytest.fixture(scope="module")
def ours(al_noor: Site) -> Pages:
    """The pages that MkDocs has made."""
    return Pages(al_noor.folder)


@pytest.fixture(scope="module")
def address(exported: Path) -> Iterator[str]:
    """The hosted site of Zensical."""
    with served(exported / "site") as url:
        yield url


def outline(tree: Element) -> list[tuple[int, str]]:
    """The headings of the text down to the third level."""
    return [(level, text) for level, text in headings(tree.all("article")[0]) if level <= 3]


def test_same_pages(ours: Pages, theirs: Pages) -> None:
    """Both engines make the same pages; an error page of their own is no page of the handbook."""
    assert set(theirs.trees) - {"404.html"} == set(ours.trees)


def test_same_headings(ours: Pages, theirs: Pages) -> None:
    """Each page has the same headings in the same order."""
    assert {url: outline(theirs.trees[url]) for url in ours.trees} == {url: outline(tree) for url, tree in ours.trees.items()}


def test_links_lead_somewhere(theirs: Pages) -> None:
    """Every link and anchor in the text of a page leads somewhere."""
    theirs.trees.pop("404.html", None)
    assert theirs.broken() == []


def test_not_for_search_engines(theirs: Pages) -> None:
    """Robots are asked to stay away here too."""
    asked = {
        url: [each.attributes.get("content", "") for each in tree.all("meta") if each.attributes.get("name") == "robots"]
        for url, tree in theirs.trees.items()
        if url != "404.html"
    }
    assert [url for url, said in asked.items() if not said or "noindex" not in said[0]] == []
    assert (theirs.folder / "robots.txt").is_file()


def test_no_other_host(request: pytest.FixtureRequest, address: str) -> None:
    """Pages ask nobody else for anything, and their scripts do not complain."""
    pytest.importorskip("playwright", reason="Playwright is not installed.")
    from .test_offline import watched

    with watched(request.getfixturevalue("browser"), network=True) as (page, watch):
        for url in ("index.html", "promises/room-ready.html", "numbers.html"):
            page.goto(address + url)
            page.wait_for_load_state("networkidle")
            assert page.locator("h1").first.is_visible()
    assert (watch.elsewhere(address), watch.failed, watch.complaints) == ([], [], [])
