"""Pages -> navigation: parts in their order, pages in theirs, pages of one record below the page that lists them."""

from dataclasses import dataclass

from handbook.chapter import Part
from handbook.pages import Page


@dataclass(frozen=True)
class Entry:
    """A page, with those that stand below it."""

    page: Page
    below: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of the handbook with its entries."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Navigation:
    """The parts of the handbook that have pages."""

    sections: tuple[Section, ...]


def navigate(pages: tuple[Page, ...], parts: tuple[Part, ...]) -> Navigation:
    """The navigation of the pages, which are in reading order."""
    sections = (Section(part.title, _entries(tuple(page for page in pages if page.part == part.id))) for part in parts)
    return Navigation(tuple(each for each in sections if each.entries))


def _entries(pages: tuple[Page, ...]) -> tuple[Entry, ...]:
    indexes = {page.path.removesuffix("index.md"): page for page in pages if page.path.endswith("/index.md")}
    below: dict[str, list[Page]] = {}
    top = [page for page in pages if not _put_below(page, indexes, below)]
    return tuple(Entry(page, tuple(below.get(page.path, ()))) for page in top)


def _put_below(page: Page, indexes: dict[str, Page], below: dict[str, list[Page]]) -> bool:
    index = _index_of(page, indexes)
    if index:
        below.setdefault(index, []).append(page)
    return bool(index)


def _index_of(page: Page, indexes: dict[str, Page]) -> str:
    folder = page.path[: page.path.rfind("/") + 1]
    index = indexes.get(folder)
    return index.path if index and index.path != page.path else ""
