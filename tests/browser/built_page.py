"""A built page read without a browser: its headings, links, ids, and what stands empty or unfinished on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
SILENT = frozenset(("script", "style", "template", "svg"))
OPTIONAL = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "p": ("p",),
}
ADDRESSES = ("href", "src", "srcset", "poster", "action", "data", "cite", "formaction")
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
LEFTOVERS = re.compile(r"\{\{|\{%|\{#|\bNone\b|\bUndefined\b|\[object\b|\bnull\b|\bNaN\b")


@dataclass
class Element:
    """An element with what stands in it."""

    name: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """The element and all elements in it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *names: str) -> list[Element]:
        """The elements of these names in it."""
        return [each for each in self.walk() if each.name in names]

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def silent(self) -> bool:
        """Whether nobody sees its text."""
        return self.name in SILENT or "hidden" in self.attributes or "headerlink" in self.classes

    def texts(self) -> Iterator[str]:
        """Its visible pieces of text."""
        for child in () if self.silent else self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()

    @property
    def text(self) -> str:
        """Its visible text on one line."""
        return " ".join(" ".join(self.texts()).split())

    @property
    def empty(self) -> bool:
        """Whether it shows nothing."""
        return not self.text and not any(each.name in ("img", "svg", "input", "button") for each in self.walk())


class _Tree(HTMLParser):
    """Builds the tree, minding end tags that may be left out."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.here.name in OPTIONAL.get(tag, ()):
            assert self.here.parent
            self.here = self.here.parent
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        element: Element | None = self.here
        while element and element.name != tag:
            element = element.parent
        if element and element.parent:
            self.here = element.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Element:
    """The tree of a page."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.root


class Pages:
    """All pages of a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trees = {
            path.relative_to(folder).as_posix(): parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))
        }
        self.ids = {url: [each.attributes["id"] for each in tree.walk() if "id" in each.attributes] for url, tree in self.trees.items()}

    def broken(self) -> list[str]:
        """Links and sources that lead nowhere, page by page."""
        return [f"{url}: {address}" for url, tree in self.trees.items() for address in addresses(tree) if self._leads_nowhere(url, address)]

    def _leads_nowhere(self, url: str, address: str) -> bool:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return False
        target = posixpath.normpath(posixpath.join(posixpath.dirname(url), unquote(parts.path))) if parts.path else url
        if target.startswith("..") or parts.path.startswith("/") or not (self.folder / target).exists():
            return True
        if (self.folder / target).is_dir():
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        return bool(parts.fragment) and unquote(parts.fragment) not in self.ids.get(target, ())

    def outside(self) -> list[str]:
        """Whatever names another host, in pages and style sheets; `mailto:` and `tel:` name none."""
        named = [(url, address) for url, tree in self.trees.items() for address in addresses(tree)]
        for path in self.folder.rglob("*.css"):
            named += [(path.relative_to(self.folder).as_posix(), address) for address in css_addresses(path.read_text(encoding="utf-8"))]
        return [
            f"{where}: {address}"
            for where, address in named
            if urlsplit(address).netloc or urlsplit(address).scheme not in ("", "mailto", "tel", "data")
        ]


def addresses(tree: Element) -> Iterator[str]:
    """Every address a page mentions in its tags and styles."""
    for each in tree.walk():
        for name in ADDRESSES:
            if each.attributes.get(name):
                yield from (one.split()[0] for one in each.attributes[name].split(",")) if name == "srcset" else (each.attributes[name],)
        yield from css_addresses(each.attributes.get("style", ""))
        if each.name == "style":
            yield from css_addresses("".join(child for child in each.children if isinstance(child, str)))


def css_addresses(text: str) -> Iterator[str]:
    """Every address a style sheet mentions."""
    for found in CSS_ADDRESS.finditer(text):
        yield found[1] or found[2]


def headings(tree: Element) -> list[tuple[int, str]]:
    """Level and text of each heading in reading order."""
    return [(int(each.name[1]), each.text) for each in tree.all("h1", "h2", "h3", "h4", "h5", "h6")]


def heading_troubles(tree: Element) -> list[str]:
    """What is wrong with the outline: not one h1, a level skipped, a heading without words."""
    found = headings(tree)
    troubles = [f"{sum(level == 1 for level, _ in found)} h1"] if [level for level, _ in found].count(1) != 1 else []
    troubles += [f"h{before} is followed by h{level} {text!r}" for (before, _), (level, text) in pairwise(found) if level > before + 1]
    return troubles + [f"an h{level} without words" for level, text in found if not text]


def nothing_below(article: Element) -> list[str]:
    """Headings with nothing to read before the next one of their level or above, or before the end."""
    stream = list(_stream(article))
    troubles = []
    for at, (level, text) in enumerate(stream):
        after = next(iter(stream[at + 1 :]), (1, "the end"))
        if level and after[0] and after[0] <= level:
            troubles.append(f"nothing stands between {text!r} and {after[1]!r}")
    return troubles


def _stream(element: Element) -> Iterator[tuple[int, str]]:
    """Headings with their level, and pieces of text as level 0."""
    for child in () if element.silent else element.children:
        if isinstance(child, str):
            if child.strip():
                yield 0, child
        elif re.fullmatch("h[1-6]", child.name):
            yield int(child.name[1]), child.text
        elif child.name in ("img", "svg"):
            yield 0, child.name
        else:
            yield from _stream(child)


def empty_items(article: Element) -> list[str]:
    """List items, answers and table cells that show nothing although something names them."""
    troubles = [
        f"an empty {each.name}: in {each.parent.text[:80]!r}"
        for each in article.all("li", "dd", "dt", "summary", "blockquote")
        if each.empty and each.parent
    ]
    for table in article.all("table"):
        heads = [row.all("th") for row in table.all("tr") if not row.all("td")]
        names = [head.text for head in heads[0]] if heads else []
        for row in table.all("tr"):
            cells = [cell for cell in row.children if isinstance(cell, Element) and cell.name in ("td", "th")]
            troubles += [
                f"an empty cell: {names[at]!r} of {row.text[:60]!r}"
                for at, cell in enumerate(cells)
                if cell.empty and len(cells) == len(names) and names[at]
            ]
    return troubles


def leftovers(tree: Element, said: list[str]) -> list[str]:
    """Pieces of template or program in visible text and titles that the profile does not say itself."""
    troubles = []
    texts = [
        *tree.texts(),
        *(each.attributes.get(name, "") for each in tree.walk() for name in ("title", "alt", "aria-label", "data-search-title", "content")),
    ]
    for text in texts:
        if LEFTOVERS.search(text):
            rest = " ".join(text.split())
            for one in said:
                rest = rest.replace(one, "")
            troubles += [f"{LEFTOVERS.search(rest)[0]}: {rest[:100]!r}"] if LEFTOVERS.search(rest) else []  # type: ignore[index]
    return troubles
