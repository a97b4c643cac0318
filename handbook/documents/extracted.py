"""Passages taken out of a packed file, one by one -> a document whose text has one of them on each line."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from handbook.document import Block, BlockKind, Document, DocumentKind
from handbook.documents.cleaning import plain, spaced
from handbook.documents.marks import NOTHING
from handbook.documents.outline import MOST
from handbook.finding import Finding


class Passage(NamedTuple):
    """A paragraph, heading, item or cell, and the place of it that a person can find.

    `level` is the level of a heading, or how deep an item stands in lists within lists.
    """

    text: str
    part: str
    kind: BlockKind = "paragraph"
    level: int = 0
    column: str = ""
    row: str = ""
    quoted: bool = False


def clean(text: str) -> str:
    """A text as prose on one line: single spaces, straight quotes, nothing that cannot be seen."""
    return " ".join(plain(spaced(text)).replace(NOTHING, "").split())


def document_of(
    file: str, kind: DocumentKind, placed: Iterable[tuple[Block, str]], *, sure: bool = True, troubles: tuple[Finding, ...] = ()
) -> Document:
    """The document of blocks and the names of their places."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for block, part in placed:
        if block.text and len(blocks) < MOST:
            blocks.append(replace(block, pieces=((0, at),)))
            parts.append(part)
            at += len(block.text) + 1
    return Document(file, kind, "\n".join(block.text for block in blocks), tuple(blocks), tuple(parts), sure, troubles)


def blocks_of(passages: Iterable[Passage]) -> Iterable[tuple[Block, str]]:
    """Blocks that know the headings above them and what opens their list, with the names of their places."""
    levels: list[tuple[int, str]] = []
    items: list[tuple[int, str, str]] = []
    before = ""
    for passage in passages:
        text = clean(passage.text)
        if not text:
            continue
        if passage.kind == "heading":
            levels = [each for each in levels if each[0] < passage.level]
        intro = ""
        if passage.kind == "item":
            intro = _intro(items, passage.level, before)
            items.append((passage.level, intro, text))
        else:
            items.clear()
        headings = tuple(heading for _, heading in levels)
        yield Block(text, ((0, 0),), passage.kind, headings, passage.column, passage.row, intro, passage.quoted), passage.part
        if passage.kind == "heading":
            levels.append((passage.level, text))
        before = text if passage.kind == "paragraph" else ""


def _intro(items: list[tuple[int, str, str]], level: int, before: str) -> str:
    """What opens the list that the next item belongs to; `items` loses those that stand deeper."""
    while items and items[-1][0] > level:
        items.pop()
    if not items:
        return before
    last_level, intro, text = items[-1]
    if last_level < level:
        return text
    items.pop()
    return intro
