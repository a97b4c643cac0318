"""A paragraph of Word -> its words, whatever the runs it is cut into; what was deleted, hidden or struck out is left out."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.documents.zipped import DEEPEST, Element, chosen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_LEFT_OUT = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "instrText", "sdtPr", "rt"))
_UNSEEN = ("vanish", "strike", "dstrike", "webHidden")
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_TABLES = frozenset(f"{W}{name}" for name in ("tbl", "tr", "tc"))


class Words(NamedTuple):
    """The text of a paragraph, the text boxes that hang on it, and the notes it refers to."""

    text: str
    boxes: tuple[Element, ...]
    notes: tuple[tuple[str, str], ...]


def inside(parent: Element, *names: str, tables: bool = False, depth: int = 0) -> Iterator[Element]:
    """The elements of some names in a parent, whatever wraps them; with `tables`, those in the cells of its tables too."""
    for child in chosen(parent):
        if child.tag.removeprefix(W) in names:
            yield child
        elif depth < DEEPEST and (child.tag in _AROUND or (tables and child.tag in _TABLES)):
            yield from inside(child, *names, tables=tables, depth=depth + 1)


def words_of(paragraph: Element) -> Words:
    """The words of a paragraph in the order in which they are read."""
    text: list[str] = []
    boxes: list[Element] = []
    notes: list[tuple[str, str]] = []
    _collect(paragraph, text, boxes, notes, 0)
    return Words("".join(text), tuple(boxes), tuple(notes))


def _collect(parent: Element, text: list[str], boxes: list[Element], notes: list[tuple[str, str]], depth: int) -> None:
    for child in chosen(parent):
        tag = child.tag
        if tag == f"{W}t":
            text.append(child.text or "")
        elif tag in _SIGNS:
            text.append(_SIGNS[tag])
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag in _NOTES:
            notes.append((_NOTES[tag], child.get(f"{W}id", "")))
        elif tag not in _LEFT_OUT and depth < DEEPEST and not (tag == f"{W}r" and _unseen(child)):
            _collect(child, text, boxes, notes, depth + 1)


def _unseen(run: Element) -> bool:
    """Whether a run is hidden or struck out."""
    look = run.find(f"{W}rPr")
    if look is None:
        return False
    return any(
        (sign := look.find(f"{W}{name}")) is not None and sign.get(f"{W}val", "true") not in ("false", "0", "off") for name in _UNSEEN
    )
