"""The navigation: complete, marked, small, and the same work per page however many pages there are."""

from __future__ import annotations

from handbook.nav_html import NavHtml, NavItem

HOME = NavItem("Home", "index.html")
RECOVERY = NavItem(
    "Recovery &amp; guarantees",
    "recovery/index.html",
    (
        NavItem("Steps", "recovery/steps.html"),
        NavItem("Promises", None, (NavItem("Ready", "recovery/p/ready.html"),)),
    ),
)
LEARN = NavItem("Learn", None, (NavItem("Words", "learn/words.html"), NavItem("Quiz", "learn/quiz.html")))
NAV = NavHtml((HOME, RECOVERY, LEARN))


def test_the_own_section_is_complete_and_others_are_one_link() -> None:
    """A reader in "Recovery" sees all its pages, and of "Learn" only the way in."""
    html = NAV.sidebar("recovery/steps.html", "..")
    assert 'href="../recovery/p/ready.html"' in html
    assert 'href="../learn/words.html"' in html
    assert "quiz" not in html


def test_the_page_is_marked_once() -> None:
    """One entry carries `aria-current="page"`, and it is the right one."""
    html = NAV.sidebar("recovery/steps.html", "..")
    assert html.count("aria-current") == 1
    assert 'aria-current="page" href="../recovery/steps.html"' in html


def test_a_section_page_marks_the_section() -> None:
    """On a section's own page its heading is the current entry."""
    assert 'aria-current="page" href="../recovery/index.html"' in NAV.sidebar("recovery/index.html", "..")


def test_a_section_without_a_page_opens_with_its_first() -> None:
    """The section "Learn" has no page of its own: the tab leads to "Words", the sidebar marks "Words"."""
    assert 'href="../learn/words.html">Learn' in NAV.tabs("index.html", "..")
    html = NAV.sidebar("learn/words.html", "..")
    assert html.count("aria-current") == 1
    assert "Learn</span>" in html


def test_tabs_tell_the_page_from_the_part_it_is_in() -> None:
    """The tab of the page itself is the page; above a deeper page it is only where one is."""
    assert 'aria-current="page" href="./index.html"' in NAV.tabs("index.html", ".")
    assert 'aria-current="true" href="../recovery/index.html"' in NAV.tabs("recovery/steps.html", "..")


def test_trail_leads_down_to_the_page() -> None:
    """The trail names the groups above the page, as links where they have a page, and not the page."""
    html = NAV.trail("recovery/p/ready.html", "../..")
    assert html == ('<li><a href="../../recovery/index.html">Recovery &amp; guarantees</a></li><li><span>Promises</span></li>')
    assert NAV.trail("recovery/index.html", "..") == ""
    assert NAV.trail("index.html", ".") == ""


def test_a_page_outside_the_navigation_sees_all_sections() -> None:
    """The page "not found", and pages left out of the navigation, get every section and no mark."""
    for url in (None, "elsewhere.html"):
        html = NAV.sidebar(url, "/")
        assert html.count("<li") == 3
        assert 'href="/index.html"' in html
        assert "aria-current" not in html + NAV.tabs(url, "/")


def test_the_site_root_never_becomes_another_host() -> None:
    """A root of "/" gives "/x.html", never "//x.html"."""
    assert '"//' not in NAV.sidebar(None, "/") + NAV.tabs(None, "/")


def test_links_that_leave_the_handbook_stay_as_they_are() -> None:
    """A complete address is not put under the site root, and its ampersand is escaped."""
    nav = NavHtml((NavItem("Out", "https://example.org/?a=1&b=2"),))
    assert 'href="https://example.org/?a=1&amp;b=2"' in nav.tabs(None, "..")


def test_a_large_section_opens_only_the_readers_group() -> None:
    """Above sixty pages, groups the reader is not in shrink to one link."""
    groups = tuple(NavItem(f"G{g}", None, tuple(NavItem(f"P{g}.{p}", f"g{g}/{p}.html") for p in range(30))) for g in range(5))
    html = NavHtml((NavItem("Big", None, groups),)).sidebar("g3/7.html", "..")
    assert html.count("<a ") == 4 + 30
    assert html.count('aria-current="page"') == 1


def test_a_thousand_pages_cost_what_their_own_sections_cost() -> None:
    """Each page carries its own 50 and the 19 other sections: not the other 950."""
    nav = NavHtml(
        tuple(NavItem(f"S{s}", f"s{s}/index.html", tuple(NavItem(f"P{p}", f"s{s}/{p}.html") for p in range(49))) for s in range(20))
    )
    pages = [nav.sidebar(f"s{s}/{p}.html", "..") for s in range(20) for p in range(49)]
    assert all(html.count("<a ") == 50 + 19 for html in pages)
    assert max(map(len, pages)) < 6000
