"""Every built page, read without a browser: links lead somewhere, outlines hold, nothing is empty or left over."""

from __future__ import annotations

import pytest
from sites import Site

from .built_page import Element, Pages, empty_items, heading_troubles, leftovers, nothing_below, parse


@pytest.fixture(scope="module", params=["al-noor", "minimal"])
def site(request: pytest.FixtureRequest) -> Site:
    """The handbook looked at."""
    found: Site = request.getfixturevalue(request.param.replace("-", "_"))
    return found


@pytest.fixture(scope="module")
def pages(site: Site) -> Pages:
    """Its pages."""
    return Pages(site.folder)


def article(tree: Element) -> Element:
    """The part of a page that people came for."""
    return tree.all("article")[0]


def test_all_pages_are_there(site: Site, pages: Pages) -> None:
    """The folder holds the pages of the edition, and no others."""
    assert sorted(pages.trees) == sorted(site.pages)


def test_links_lead_somewhere(pages: Pages) -> None:
    """Every link, anchor, picture, script and style of every page is there."""
    assert pages.broken() == []


def test_ids_are_unique(pages: Pages) -> None:
    """No id stands twice on a page."""
    assert [f"{url}#{one}" for url, ids in pages.ids.items() for one in sorted(set(ids)) if ids.count(one) > 1] == []


def test_outline(pages: Pages) -> None:
    """Each page has one h1, skips no level, and each heading has words."""
    assert [f"{url}: {trouble}" for url, tree in pages.trees.items() for trouble in heading_troubles(tree)] == []


def test_no_heading_stands_alone(pages: Pages) -> None:
    """Below each heading there is something to read."""
    assert [f"{url}: {trouble}" for url, tree in pages.trees.items() for trouble in nothing_below(article(tree))] == []


def test_nothing_is_empty(pages: Pages) -> None:
    """No list item, answer or named table cell is empty."""
    assert [f"{url}: {trouble}" for url, tree in pages.trees.items() for trouble in empty_items(article(tree))] == []


def test_nothing_is_left_over(site: Site, pages: Pages) -> None:
    """No piece of a template or program is shown."""
    said = sorted({" ".join(text.split()) for text in site.sayings.values() if "None" in text}, key=len, reverse=True)
    assert [f"{url}: {trouble}" for url, tree in pages.trees.items() for trouble in leftovers(tree, said)] == []


def test_no_other_host(site: Site, pages: Pages) -> None:
    """Nothing names another host, except links that the profile itself says."""
    said = " ".join(site.sayings.values())
    assert [one for one in pages.outside() if one.split(": ", 1)[1] not in said] == []


def test_not_for_search_engines(site: Site, pages: Pages) -> None:
    """Every page and robots.txt ask robots to stay away."""
    robots = {
        url: [each.attributes.get("content", "") for each in tree.all("meta") if each.attributes.get("name") == "robots"]
        for url, tree in pages.trees.items()
    }
    assert [url for url, said in robots.items() if not said or "noindex" not in said[0]] == []
    assert "Disallow: /\n" in (site.folder / "robots.txt").read_text(encoding="utf-8")


def test_the_checks_are_awake() -> None:
    """A bad page is found bad, check by check."""
    bad = parse(
        "<article><h1>One</h1><h3>Three</h3><h2>Two</h2><ul><li></li></ul><p>Ask {{ name }}</p><p>None</p><h2>Last</h2><p hidden>unseen</p></article>"
    )
    assert heading_troubles(bad) == ["h1 is followed by h3 'Three'"]
    assert nothing_below(bad) == ["nothing stands between 'Three' and 'Two'", "nothing stands between 'Last' and 'the end'"]
    assert len(empty_items(bad)) == 1
    assert len(leftovers(bad, [])) == 2
