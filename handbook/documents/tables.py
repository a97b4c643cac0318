"""Tables -> cells that know the head of their column and the first cell of their row."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from handbook.documents.cleaning import cut
from handbook.documents.marks import BLOCK_MARKS, CELL, HEAD_CELL, ROW, TABLE, TABLE_END
from handbook.documents.outline import Outline
from handbook.documents.tags import Spans

_ROW = re.compile(r"\n[ \t\x05]*\|?(?P<cells>[^\n]*\|[^\n]*)")
_EDGE = re.compile(f"[{TABLE}{TABLE_END}]")
_MARK = re.compile(f"[{BLOCK_MARKS}]")
Stretch = tuple[int, int]


class Cell(NamedTuple):
    """A cell: its row and column, counted from 0, whether it is written as a head, and where its text stands."""

    row: int
    column: int
    head: bool
    stretches: list[Stretch]


def pipe_table(outline: Outline, structure: str, head: Stretch, end: int) -> int:
    """Where the rows of a Markdown table end; its cells have become blocks. `head` is its first row."""
    cells = _pipe_row(structure, 0, *head)
    row = 0
    while match := _ROW.match(structure, end):
        row, end = row + 1, match.end()
        cells += _pipe_row(structure, row, *match.span("cells"))
    _add(outline, cells)
    return end


def _pipe_row(structure: str, row: int, start: int, end: int) -> list[Cell]:
    while start < end and structure[start] in " \t\n\x05":
        start += 1
    start += structure[start:end].startswith("|")
    while end > start and structure[end - 1].isspace():
        end -= 1
    end -= structure[start:end].endswith("|")
    cells, at = [], start
    for number, part in enumerate(structure[start:end].split("|")):
        cells.append(Cell(row, number, row == 0, [(at, at + len(part))]))
        at += len(part) + 1
    return cells


def html_table(outline: Outline, structure: str, start: int, spans: Spans) -> int:
    """Where an HTML table that begins at `start` ends, its cells having become blocks; `start` for one that only makes a layout."""
    edge = _EDGE.search(structure, start + 1)
    if edge is None or edge[0] == TABLE:
        return start
    _add(outline, _html_cells(outline, structure, start, edge.start(), spans))
    return edge.end()


def _html_cells(outline: Outline, structure: str, start: int, end: int, spans: Spans) -> list[Cell]:
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    row, column, inside = -1, 0, False
    marks = [*_MARK.finditer(structure, start, end)]
    for mark, following in zip(marks, [*(each.start() for each in marks[1:]), end], strict=True):
        if mark[0] == ROW:
            row, column, inside = row + 1, 0, False
        elif mark[0] in (CELL, HEAD_CELL):
            row = max(row, 0)
            while (row, column) in taken:
                column += 1
            wide, high = spans.get(mark.start(), (1, 1))
            taken |= {(row + down, column + right) for down in range(min(high, 200)) for right in range(min(wide, 50)) if down or right}
            cells.append(Cell(row, column, mark[0] == HEAD_CELL, []))
            column, inside = column + 1, True
        if inside:
            cells[-1].stretches.append((mark.end(), following))
        else:
            outline.add(mark.end(), following, "caption")
    return cells


def _add(outline: Outline, cells: Sequence[Cell]) -> None:
    texts = [" ".join(cut(outline.clean, *stretch)[0] for stretch in cell.stretches).strip() for cell in cells]
    described = described_cells([(cell.row, cell.column, cell.head, text) for cell, text in zip(cells, texts, strict=True)])
    for cell, (column, row) in zip(cells, described, strict=True):
        for start, end in cell.stretches:
            outline.add(start, end, "cell", column=column, row=row)


def described_cells(cells: Sequence[tuple[int, int, bool, str]]) -> list[tuple[str, str]]:
    """For each cell (row, column, whether it is written as a head, text) the head of its column and the first cell of its row."""
    rows: dict[int, list[tuple[int, int, bool, str]]] = {}
    for cell in cells:
        rows.setdefault(cell[0], []).append(cell)
    top = _heads(list(rows.values()))
    heads: dict[int, str] = {}
    for row in list(rows)[:top]:
        heads.update({column: text for _, column, _, text in rows[row] if text})
    first = {number: min(row, key=lambda cell: cell[1])[3] for number, row in list(rows.items())[top:]}
    least = min((cell[1] for cell in cells), default=0)
    return [("", "") if row not in first else (heads.get(column, ""), first[row] if column > least else "") for row, column, _, _ in cells]


def _heads(rows: list[list[tuple[int, int, bool, str]]]) -> int:
    """How many rows at the top are heads: those written so, or a first row that reads like one."""
    written = 0
    while written < len(rows) and all(head for _, _, head, _ in rows[written]):
        written += 1
    if written or len(rows) < 2 or any(head for row in rows for _, _, head, _ in row):
        return written if written < len(rows) else 0
    texts = [text for _, _, _, text in rows[0]]
    return int(len(texts) > 1 and all(text and len(text.split()) <= 6 and not re.search(r"\d", text) for text in texts))
