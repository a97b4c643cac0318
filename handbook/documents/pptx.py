"""PowerPoint -> a document: for each slide its title, texts, tables, diagrams and the notes below it."""

from collections.abc import Iterator
from itertools import count

from handbook.document import Document
from handbook.documents.extracted import Passage, blocks_of, clean, document_of
from handbook.documents.refusals import cut_off
from handbook.documents.tables import described_cells
from handbook.documents.zipped import DEEPEST, Element, Package, chosen, relation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_TITLES = ("title", "ctrTitle")
_NUMBERS = ("sldNum", "dt")
MOST_SLIDES = 2_000


def read_pptx(file: str, data: bytes) -> Document:
    """The document of a presentation."""
    package = Package(data, "pptx")
    main = package.main("pptx")
    related = package.related(main)
    root = package.tree(main)
    ids = [relation(slide) for slide in (root.iter(f"{P}sldId") if root is not None else ())]
    names = [related[each][1] for each in ids if each in related]
    blocks = (
        placed for number, name in enumerate(names[:MOST_SLIDES], 1) for placed in blocks_of(_slide(package, name, f"slide {number}"))
    )
    troubles = (cut_off(file, MOST_SLIDES, "slides"),) if len(names) > MOST_SLIDES else ()
    return document_of(file, "pptx", blocks, troubles=troubles)


def _slide(package: Package, name: str, place: str) -> Iterator[Passage]:
    root = package.tree(name)
    if root is None:
        return
    related = package.related(name)
    shapes = sorted(_shapes(root, 0), key=lambda shape: _holder(shape) not in _TITLES)
    texts, tables = count(1), count(1)
    for shape in shapes:
        if (holder := _holder(shape)) in _TITLES:
            yield Passage(" ".join(_texts(shape)), f"{place}, title", "heading", 1)
        elif shape.tag == f"{P}graphicFrame":
            yield from _table(shape, f"{place}, table {next(tables)}") if shape.find(f".//{A}tbl") is not None else ()
            yield from _diagram(package, shape, related, place)
        elif holder not in _NUMBERS:
            yield from _frame(shape, place, texts)
    for which, target in related.values():
        notes = package.tree(target) if which == "notesSlide" else None
        for shape in _shapes(notes, 0) if notes is not None else ():
            if _holder(shape) == "body":
                yield from (Passage(text, f"{place}, notes", "note") for text in _texts(shape))


def _shapes(parent: Element, depth: int) -> Iterator[Element]:
    """The shapes of a slide, those in groups too."""
    for child in chosen(parent):
        if child.tag in (f"{P}sp", f"{P}cxnSp", f"{P}graphicFrame"):
            yield child
        elif child.tag in (f"{P}cSld", f"{P}spTree", f"{P}grpSp") and depth < DEEPEST:
            yield from _shapes(child, depth + 1)


def _holder(shape: Element) -> str:
    """What the layout means a shape for: title, body, ftr …; empty for a shape that somebody has drawn."""
    holder = shape.find(f".//{P}nvPr/{P}ph")
    return holder.get("type", "body") if holder is not None else ""


def _frame(shape: Element, place: str, numbers: "count[int]") -> Iterator[Passage]:
    """The paragraphs of a frame; several in the frame of the layout are its bullets."""
    paragraphs = [paragraph for paragraph in shape.iter(f"{A}p") if _words(paragraph).strip()]
    body = _holder(shape) == "body" and len(paragraphs) > 1
    for paragraph in paragraphs:
        look = paragraph.find(f"{A}pPr")
        bullet = look is not None and any(look.find(f"{A}{name}") is not None for name in ("buChar", "buAutoNum", "buBlip"))
        none = look is not None and look.find(f"{A}buNone") is not None
        level = look.get("lvl", "0") if look is not None else "0"
        kind, depth = ("item", int(level) if level.isdigit() else 0) if bullet or (body and not none) else ("paragraph", 0)
        yield Passage(_words(paragraph), f"{place}, paragraph {next(numbers)}", "item" if kind == "item" else "paragraph", depth)


def _texts(shape: Element) -> Iterator[str]:
    return (_words(paragraph) for paragraph in shape.iter(f"{A}p"))


def _words(paragraph: Element) -> str:
    """The words of a paragraph; what is struck out and the numbers of slides are left out."""
    words = []
    for child in paragraph:
        look = child.find(f"{A}rPr")
        struck = look is not None and look.get("strike", "noStrike") != "noStrike"
        if child.tag == f"{A}br":
            words.append(" ")
        elif child.tag in (f"{A}r", f"{A}fld") and not struck and child.get("type") != "slidenum":
            words.append(child.findtext(f"{A}t") or "")
    return "".join(words)


def _table(frame: Element, place: str) -> Iterator[Passage]:
    table = next(frame.iter(f"{A}tbl"))
    look = table.find(f"{A}tblPr")
    first = look is not None and look.get("firstRow") in ("1", "true")
    cells = [
        (row, column, first and row == 0, list(_texts(cell)))
        for row, line in enumerate(table.findall(f"{A}tr"))
        for column, cell in enumerate(line.findall(f"{A}tc"))
        if cell.get("hMerge") is None and cell.get("vMerge") is None
    ]
    described = described_cells([(row, column, head, clean(" ".join(texts))) for row, column, head, texts in cells])
    for (row, column, _, texts), (top, side) in zip(cells, described, strict=True):
        for text in texts:
            yield Passage(text, f"{place}, row {row + 1}, column {column + 1}", "cell", column=top, row=side)


def _diagram(package: Package, frame: Element, related: dict[str, tuple[str, str]], place: str) -> Iterator[Passage]:
    for reference in frame.iter(f"{_DIAGRAM}relIds"):
        _, name = related.get(relation(reference, "dm"), ("", ""))
        root = package.tree(name)
        for text in _texts(root) if root is not None else ():
            yield Passage(text, f"{place}, diagram")
