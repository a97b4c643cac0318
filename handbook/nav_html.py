"""The navigation as HTML: built once per section, marked per page in a few string replacements.

A theme that renders the whole navigation into each page does work that grows with the square of
the pages. Here every section is written once, with two marks left open: where the site root is, and
which entry the reader is on. `sidebar` closes both. A page shows its own section in full and every
other section as one link to its first page, so all of the handbook stays two taps away.

The tree is plain data and knows no site generator. Titles arrive already escaped for HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

ROOT = "\x00"
"""Stands for the path to the site root until a page is known; cannot occur in a title or URL."""

ROOMY = 60
"""Up to this many pages, a section shows every group open; a larger one opens only the reader's."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry: a page (`url`), a group (`children`), or a group with its own page (both).

    `title` is escaped HTML. `url` is relative to the site root (`recovery/limits.html`), or a
    complete address for a link that leaves the handbook.
    """

    title: str
    url: str | None = None
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where one page sits: the section's position, and the titles on the way down to it."""

    section: int
    groups: tuple[NavItem, ...] = ()


@dataclass(slots=True)
class NavHtml:
    """Hands out each page's `tabs`, `sidebar` and `trail`: list entries, for a list the theme names.

    `url` is the page's own (`page.url`), or None where there is no page, as on "not found"; `base_url`
    is the way from the page to the site root (`..`). Both are what MkDocs gives its templates.
    """

    items: Sequence[NavItem]
    _places: dict[str, Place] = field(init=False, repr=False)
    _sidebars: dict[tuple[int, ...], str] = field(init=False, repr=False, default_factory=dict)
    _tabs: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find every page's place and write the row of tabs, once."""
        self._places = _places(self.items)
        self._tabs = _tabs(self.items)

    def sidebar(self, url: str | None, base_url: str) -> str:
        """The list of sections, the reader's own section open and the current entry marked."""
        place = self._places.get(url) if url is not None else None
        if place is None:
            return _rooted(self._sidebar_of((-1,), None), base_url)
        section = self._sidebar_of(self._key(place), place)
        return _rooted(_marked(section, "hb-nav__link", url or ""), base_url)

    def tabs(self, url: str | None, base_url: str) -> str:
        """The row of top-level sections for wide screens, the reader's own one marked."""
        place = self._places.get(url) if url is not None else None
        if place is None:
            return _rooted(self._tabs, base_url)
        target = _first_url(self.items[place.section])
        return _rooted(_marked(self._tabs, "hb-tabs__link", target or "", url), base_url)

    def trail(self, url: str | None, base_url: str) -> str:
        """The way down to the page, as links, without the page itself; empty at the top level."""
        place = self._places.get(url) if url is not None else None
        groups = [group for group in place.groups if group.url != url] if place else []
        if not groups:
            return ""
        steps = "".join(f"<li>{_trail_step(group)}</li>" for group in groups)
        return _rooted(steps, base_url)

    def _key(self, place: Place) -> tuple[int, ...]:
        """What tells two written sidebars apart: the section, and in a large one the open groups."""
        if _count(self.items[place.section]) <= ROOMY:
            return (place.section,)
        return (place.section, *(id(group) for group in place.groups))

    def _sidebar_of(self, key: tuple[int, ...], place: Place | None) -> str:
        """The sidebar for one key, written when first asked for."""
        if key not in self._sidebars:
            self._sidebars[key] = _sidebar(self.items, place)
        return self._sidebars[key]


def _rooted(html: str, base_url: str) -> str:
    """The HTML with the path from the page to the site root filled in."""
    return html.replace(ROOT, base_url.rstrip("/") + "/")


def _marked(html: str, css_class: str, target: str, url: str | None = None) -> str:
    """The HTML with the entry for `target` marked as the reader's page, or as the part it is in."""
    opening = f'<a class="{css_class}" href="{_href(target)}"'
    current = "page" if url is None or url == target else "true"
    active = f'<a class="{css_class} md-nav__link--active" aria-current="{current}" href="{_href(target)}"'
    return html.replace(opening, active, 1)


def _href(url: str) -> str:
    """The address as it stands in an attribute, open at the front unless it leaves the handbook."""
    leaves = "://" in url or url.startswith(("/", "#", "mailto:", "tel:"))
    return escape(url) if leaves else ROOT + escape(url)


def _places(items: Sequence[NavItem]) -> dict[str, Place]:
    """Each page's URL with its place; the first mention of a page wins."""
    places: dict[str, Place] = {}
    for number, item in enumerate(items):
        for url, groups in _walk(item, ()):
            places.setdefault(url, Place(number, groups))
    return places


def _walk(item: NavItem, above: tuple[NavItem, ...]) -> Iterator[tuple[str, tuple[NavItem, ...]]]:
    """Each URL at or below the item, with the groups that lead to it."""
    if item.url is not None:
        yield item.url, (*above, item) if item.children else above
    for child in item.children:
        yield from _walk(child, (*above, item))


def _first_url(item: NavItem) -> str | None:
    """The page a group opens with: its own, or the first one below it."""
    if item.url is not None:
        return item.url
    return next((url for child in item.children if (url := _first_url(child)) is not None), None)


def _count(item: NavItem) -> int:
    """How many entries stand at or below the item."""
    return 1 + sum(map(_count, item.children))


def _tabs(items: Sequence[NavItem]) -> str:
    """One list entry per section that leads anywhere."""
    return "".join(f"<li>{_link(item, 'hb-tabs__link')}</li>" for item in items)


def _link(item: NavItem, css_class: str) -> str:
    """A link to the item's page or first page; plain text when it has none."""
    url = _first_url(item)
    if url is None:
        return f'<span class="{css_class}">{item.title}</span>'
    return f'<a class="{css_class}" href="{_href(url)}">{item.title}</a>'


def _sidebar(items: Sequence[NavItem], place: Place | None) -> str:
    """One list entry per section, with the section of `place` written out."""
    return "".join(
        _open_section(item, place) if place and number == place.section else _other_section(item) for number, item in enumerate(items)
    )


def _other_section(item: NavItem) -> str:
    """A section the reader is not in: one link."""
    return f'<li class="hb-nav__other">{_link(item, "hb-nav__top")}</li>'


def _open_section(item: NavItem, place: Place) -> str:
    """The reader's section: its heading, and all it holds."""
    if not item.children:
        return f'<li class="hb-nav__here">{_link(item, "hb-nav__link")}</li>'
    show_all = _count(item) <= ROOMY
    return f'<li class="hb-nav__here">{_heading(item)}{_list(item.children, place, show_all)}</li>'


def _heading(item: NavItem) -> str:
    """A group's own page as an ordinary link, or its title as a label over its pages."""
    if item.url is None:
        return f'<span class="hb-nav__title">{item.title}</span>'
    return _link(item, "hb-nav__link")


def _list(children: Sequence[NavItem], place: Place, show_all: bool) -> str:
    """The entries of one group, deeper groups included where they are to be open."""
    return "<ul>" + "".join(_entry(child, place, show_all) for child in children) + "</ul>"


def _entry(item: NavItem, place: Place, show_all: bool) -> str:
    """One page, an open group, or a closed group as a link to its first page."""
    if not item.children:
        return f"<li>{_link(item, 'hb-nav__link')}</li>"
    if show_all or any(group is item for group in place.groups):
        return f"<li>{_heading(item)}{_list(item.children, place, show_all)}</li>"
    return f"<li>{_link(item, 'hb-nav__link')}</li>"


def _trail_step(group: NavItem) -> str:
    """A group on the way down: a link when it has a page of its own."""
    if group.url is None:
        return f"<span>{group.title}</span>"
    return f'<a href="{_href(group.url)}">{group.title}</a>'
