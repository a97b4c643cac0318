"""HTML -> a document: what a reader sees of the page, each character with its place in the file."""

import re
from typing import cast

from handbook.document import BlockKind, Document, DocumentKind
from handbook.documents.cleaning import decoded, spaced
from handbook.documents.marks import BLOCK_MARKS, HEADINGS, TABLE
from handbook.documents.nesting import Nesting
from handbook.documents.outline import Outline
from handbook.documents.tables import html_table
from handbook.documents.tags import Spans, tags_marked, without_comments

_MARK = re.compile(f"[{BLOCK_MARKS}]")


def read_html(file: str, text: str, kind: DocumentKind = "html") -> Document:
    """The document of a page; spans count in the text as it is. Scripts, styles, menus and hidden elements are no part of it."""
    spans: Spans = {}
    structure = tags_marked(without_comments(spaced(text)), spans)
    outline = Outline(decoded(structure))
    _cut(structure, outline, spans)
    return Document(file, kind, text, tuple(outline.blocks))


def _cut(structure: str, outline: Outline, spans: Spans) -> None:
    """Cut what lies between the marks into blocks."""
    nesting = Nesting(outline)
    start, kind, intro, quoted = 0, "paragraph", "", False
    mark = _MARK.search(structure)
    while mark:
        _add(outline, start, mark.start(), kind, intro, quoted)
        end = html_table(outline, structure, mark.start(), spans) if mark[0] == TABLE else 0
        start = max(end, mark.end())
        kind, intro, quoted = nesting.meet(mark[0])
        mark = _MARK.search(structure, start)
    _add(outline, start, len(structure), kind, intro, quoted)


def _add(outline: Outline, start: int, end: int, kind: str, intro: str, quoted: bool) -> None:
    if kind in HEADINGS:
        outline.heading(start, end, HEADINGS.index(kind) + 1, quoted=quoted)
    else:
        outline.add(start, end, cast(BlockKind, kind), intro=intro, quoted=quoted)
