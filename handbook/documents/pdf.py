"""PDF -> a document: the paragraphs of each page as far as the places of their lines show them. Nothing in it is run or fetched."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from handbook.document import Document
from handbook.documents.extracted import Passage, blocks_of, document_of
from handbook.documents.pdf_lines import Line, paragraphs_of
from handbook.documents.refusals import Refused, cut_off, locked

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2_000
MOST_CONTENT = 5_000_000
"""A page whose drawing instructions are longer than this is a picture, not a text."""
MOST_STEPS, MOST_STEPS_OF_ALL = 200_000, 4_000_000
"""A page that takes more steps to draw than this is not read on: drawings can be nested without end."""


class _EnoughError(BaseException):
    """Ends the drawing of a page; no ordinary exception, because the reader swallows those."""


class _Steps:
    """Counts what pages take to draw, of one page and of all."""

    def __init__(self) -> None:
        self.all = 0
        self.page = 0

    def __call__(self, *_: object) -> None:
        self.page += 1
        self.all += 1
        if self.page > MOST_STEPS or self.all > MOST_STEPS_OF_ALL:
            raise _EnoughError


def read_pdf(file: str, data: bytes) -> Document:
    """The document of a PDF; it is not `sure`, because a PDF knows letters and their places, not words."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader, steps = _opened(data), _Steps()
    passages: list[Passage] = []
    read, total = 0, len(reader.pages)
    while read < min(total, MOST_PAGES) and steps.all < MOST_STEPS_OF_ALL:
        passages += _page(reader.pages[read], read + 1, steps)
        read += 1
    troubles = (cut_off(file, read, "pages"),) if read < total else ()
    return document_of(file, "pdf", blocks_of(passages), sure=False, troubles=troubles)


def _opened(data: bytes) -> "PdfReader":
    from pypdf import PdfReader

    if b"%PDF-" not in data[:1024]:
        raise Refused("a file of another kind with the name of a PDF", "Give the file the ending of what it is, and check it again.")
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("")
        except Exception as error:
            raise locked() from error
        if not opened:
            raise locked()
    return reader


def _page(page: "PageObject", number: int, steps: _Steps) -> Iterator[Passage]:
    for count, (text, kind) in enumerate(paragraphs_of(_lines(page, steps)), 1):
        yield Passage(text, f"page {number}, paragraph {count}", kind, 1 if kind == "heading" else 0)


def _lines(page: "PageObject", steps: _Steps) -> list[Line]:
    """The lines of a page from top to bottom as the file draws them; none of a page that cannot be read."""
    pieces: list[Line] = []
    steps.page = 0

    def visit(text: str, user: list[float], matrix: list[float], _: object, size: float) -> None:
        if text.strip():
            pieces.append(Line(text, matrix[5] * user[3] + user[5], abs(size * (matrix[3] or 1) * (user[3] or 1))))

    try:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) <= MOST_CONTENT:
            page.extract_text(visitor_text=visit, visitor_operand_before=steps)
    except (Exception, _EnoughError):
        return pieces  # one damaged page leaves the others as they are
    return pieces
