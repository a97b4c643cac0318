"""A document as the checks see it: prose cut into blocks, of which each character knows its place in the file. Pure data; `documents` reads files into it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from handbook.declare import Path
from handbook.finding import Finding, Span

BlockKind = Literal["paragraph", "heading", "item", "cell", "quote", "caption", "note", "field", "title"]
DocumentKind = Literal["markdown", "html", "text", "docx", "pptx", "pdf", "eml", "profile", "chapter", "page"]


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, list item or table cell as clean prose on one line.

    `text` has no markup, single spaces between words, straight quotes, and no soft hyphens. `pieces` says where it comes
    from: ascending pairs (offset in `text`, offset in the document's `text`); from each pair on, characters follow one
    another in both, until the next pair. `headings` are the headings above it, outermost first (of a heading: those
    above it). Of a table's cell, `column` is the head of its column and `row` the first cell of its row. `intro` is the
    sentence that opens the list an item belongs to. `path` is set where the block is a message of the profile.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    kind: BlockKind = "paragraph"
    headings: tuple[str, ...] = ()
    column: str = ""
    row: str = ""
    intro: str = ""
    quoted: bool = False
    path: Path = ()

    def source(self, offset: int) -> int:
        """Where a character of the block stands in the text of its document."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1
        start, place = self.pieces[max(index, 0)]
        return place + offset - start


@dataclass(frozen=True)
class Document:
    """A text to be checked. Spans count in `text`.

    For formats that people edit as text (Markdown, HTML, plain text, YAML) `text` is the file itself, so that lines and
    columns are those of an editor. For others (docx, pptx, pdf, eml) `text` holds the extracted blocks, one a line, and
    `parts` names for each line the place that a person can find: "page 3, paragraph 2". `sure` is False where words may
    have been glued or torn by the format (pdf), so that nothing found in it is more than a warning.
    """

    file: str
    kind: DocumentKind
    text: str
    blocks: tuple[Block, ...]
    parts: tuple[str, ...] = ()
    sure: bool = True
    troubles: tuple[Finding, ...] = ()

    @cached_property
    def _lines(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def span(self, block: Block, start: int, end: int) -> Span:
        """The place of some characters of a block, in the file; `end` is just behind the last."""
        return self.place(block.source(start), block.source(max(end - 1, start)) + 1)

    def place(self, start: int, end: int) -> Span:
        """The place of a stretch of the document's text."""
        first, last = bisect_right(self._lines, start) - 1, bisect_right(self._lines, max(end - 1, start)) - 1
        part = self.parts[first] if first < len(self.parts) else ""
        return Span(self.file, first + 1, start - self._lines[first] + 1, last + 1, end - self._lines[last] + 1, part)
