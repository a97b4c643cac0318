"""Word -> a document: paragraphs, tables, notes, headers and footers as they read with all changes accepted."""

from collections.abc import Iterator
from itertools import count

from handbook.document import BlockKind, Document
from handbook.documents.docx_runs import W, Words, inside, words_of
from handbook.documents.docx_styles import Styles, styles_of
from handbook.documents.extracted import Passage, blocks_of, clean, document_of
from handbook.documents.tables import described_cells
from handbook.documents.zipped import Element, Package


def read_docx(file: str, data: bytes) -> Document:
    """The document of a Word file; what was deleted and what is only a comment is no part of it."""
    package = Package(data, "docx")
    main = package.main("docx")
    reader = _Reader(styles_of(package, main))
    passages = [*reader.body(package.tree(main)), *_beside(package, main, reader)]
    return document_of(file, "docx", blocks_of(passages))


def _beside(package: Package, main: str, reader: "_Reader") -> Iterator[Passage]:
    """Notes in the order in which the text refers to them, then headers and footers, the same words once."""
    parts = sorted(package.related(main).values())
    for which in ("footnote", "endnote"):
        for _, name in (part for part in parts if part[0] == f"{which}s"):
            root = package.tree(name)
            notes = {note.get(f"{W}id", ""): note for note in (root if root is not None else ())}
            for number, referred in enumerate(reader.notes[which], 1):
                if referred in notes:
                    yield from reader.flat(notes[referred], f"{which} {number}", "note")
    said: set[str] = set()
    for which in ("header", "footer"):
        for _, name in (part for part in parts if part[0] == which):
            root = package.tree(name)
            for passage in reader.flat(root, which) if root is not None else ():
                if passage.text not in said:
                    said.add(passage.text)
                    yield passage


class _Reader:
    """Goes through a text, counting its paragraphs and tables and remembering the notes it refers to."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.notes: dict[str, dict[str, None]] = {"footnote": {}, "endnote": {}}
        self._paragraphs = count(1)
        self._tables = count(1)

    def body(self, root: Element | None) -> Iterator[Passage]:
        """The passages of the main text."""
        for body in root if root is not None else ():
            for child in inside(body, "p", "tbl"):
                yield from self._paragraph(child) if child.tag == f"{W}p" else self._table(child)

    def flat(self, parent: Element, part: str, kind: BlockKind = "paragraph") -> Iterator[Passage]:
        """The passages of a note, header, footer or text box, all under the name of one place."""
        for paragraph in inside(parent, "p", tables=True):
            words = words_of(paragraph)
            if words.text.strip():
                yield Passage(words.text, part, kind)
            for box in words.boxes:
                yield from self.flat(box, part, kind)

    def _paragraph(self, paragraph: Element) -> Iterator[Passage]:
        words = words_of(paragraph)
        self._remember(words)
        part = ""
        if clean(words.text):
            part = f"paragraph {next(self._paragraphs)}"
            style = self.styles.of(paragraph)
            yield Passage(words.text, part, style.kind, style.level, quoted=style.kind == "quote")
        for box in words.boxes:
            yield from self.flat(box, f"text box at {part or 'the beginning'}")

    def _remember(self, words: Words) -> None:
        for which, number in words.notes:
            self.notes[which].setdefault(number)

    def _table(self, table: Element) -> Iterator[Passage]:
        number = next(self._tables)
        rows = [row for row in inside(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        cells = [cell for place, row in enumerate(rows) for cell in self._row(row, place)]
        described = described_cells([(row, column, head, clean(" ".join(texts))) for row, column, head, texts in cells])
        for (row, column, _, texts), (top, first) in zip(cells, described, strict=True):
            for text in texts:
                yield Passage(text, f"table {number}, row {row + 1}, column {column + 1}", "cell", column=top, row=first)

    def _row(self, row: Element, place: int) -> Iterator[tuple[int, int, bool, list[str]]]:
        head = row.find(f"{W}trPr/{W}tblHeader") is not None
        column = 0
        for cell in inside(row, "tc"):
            paragraphs = [words_of(paragraph) for paragraph in inside(cell, "p", tables=True)]
            for words in paragraphs:
                self._remember(words)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is None or merged.get(f"{W}val") == "restart":
                yield place, column, head, [words.text for words in paragraphs if words.text.strip()]
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            wide = span.get(f"{W}val", "1") if span is not None else "1"
            column += min(int(wide), 100) if wide.isdigit() else 1
