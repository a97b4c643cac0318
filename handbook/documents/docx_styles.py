"""Styles of Word -> what a paragraph is: a heading of some level, an item of a list, a caption, a quotation."""

import re
from typing import NamedTuple

from handbook.document import BlockKind
from handbook.documents.docx_runs import W
from handbook.documents.zipped import Element, Package

_HEADING = re.compile(r"heading ?([1-9])")


class Style(NamedTuple):
    """What a paragraph is; `level` is that of a heading or of an item."""

    kind: BlockKind = "paragraph"
    level: int = 0


class Styles:
    """The styles of a file by id."""

    def __init__(self, styles: dict[str, Element]) -> None:
        self._styles = styles
        self._known: dict[str, Style] = {}

    def of(self, paragraph: Element) -> Style:
        """What a paragraph is, by its own properties and those of its style."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Style()
        named = properties.find(f"{W}pStyle")
        style = self._style(named.get(f"{W}val", "") if named is not None else "")
        own = _from(properties)
        return own if own and style.kind != "heading" else style

    def _style(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._described(name)
        return self._known[name]

    def _described(self, name: str) -> Style:
        """The first thing that is known of a style or of those it is based on."""
        for _ in range(20):
            style = self._styles.get(name)
            if style is None:
                break
            found = _by_name(_value(style, "name").lower()) or _from(style.find(f"{W}pPr"))
            if found:
                return found
            name = _value(style, "basedOn")
        return Style()


def styles_of(package: Package, main: str) -> Styles:
    """The styles of a Word file."""
    name = next((target for which, target in package.related(main).values() if which == "styles"), "")
    root = package.tree(name)
    return Styles({style.get(f"{W}styleId", ""): style for style in (root if root is not None else ()) if style.tag == f"{W}style"})


def _by_name(name: str) -> Style | None:
    if found := _HEADING.fullmatch(name):
        return Style("heading", int(found[1]))
    if name == "title":
        return Style("heading", 0)
    if name == "caption":
        return Style("caption")
    if name in ("quote", "intense quote", "block text"):
        return Style("quote")
    return Style("item", int(name[-1]) - 1 if name[-1].isdigit() else 0) if name.startswith(("list bullet", "list number")) else None


def _from(properties: Element | None) -> Style | None:
    """What direct properties say: a level of the outline, or a place in a numbered or bulleted list."""
    if properties is None:
        return None
    level = _value(properties, "outlineLvl")
    if level.isdigit() and int(level) < 9:
        return Style("heading", int(level) + 1)
    numbered = properties.find(f"{W}numPr")
    if numbered is None or _value(numbered, "numId") in ("", "0"):
        return None
    depth = _value(numbered, "ilvl")
    return Style("item", int(depth) if depth.isdigit() else 0)


def _value(parent: Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return child.get(f"{W}val", "") if child is not None else ""
