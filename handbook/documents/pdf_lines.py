"""Lines of a page -> its paragraphs: a wider gap, a larger letter or the sign of an item begins a new one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from handbook.document import BlockKind

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")
_ITEM = re.compile(r"\s*(?:[\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013*-]|\d{1,2}[.)]|\([a-z0-9]\)|[a-z]\))\s")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.I)
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}


class Line(NamedTuple):
    """Some text, how high on the page it stands, and how large its letters are."""

    text: str
    height: float
    size: float


def paragraphs_of(pieces: list[Line]) -> Iterator[tuple[str, BlockKind]]:
    """The paragraphs of a page and what each of them is; numbers of pages are left out."""
    lines = _joined(pieces)
    if not lines:
        return
    usual = median(line.size for line in lines for _ in range(max(1, len(line.text) // 20)))
    gaps = [before.height - line.height for before, line in pairwise(lines) if 0 < before.height - line.height < 4 * usual]
    step = min(max(sorted(gaps)[len(gaps) // 4], usual), 1.6 * usual) if gaps else usual
    widest = max(len(line.text) for line in lines)
    lines_of_one: list[Line] = []
    for line in lines:
        if lines_of_one and _begins(lines_of_one[-1], line, step, widest):
            yield from _paragraph(lines_of_one, usual)
            lines_of_one = []
        lines_of_one.append(line)
    yield from _paragraph(lines_of_one, usual)


def _joined(pieces: list[Line]) -> list[Line]:
    """Pieces on the same height are one line; line feeds within a piece part it."""
    lines: list[Line] = []
    for piece in pieces:
        for number, text in enumerate(part for part in piece.text.split("\n") if part.strip()):
            if lines and number == 0 and abs(lines[-1].height - piece.height) < 1 and "\n" not in piece.text.strip("\n"):
                lines[-1] = Line(lines[-1].text + text, piece.height, max(lines[-1].size, piece.size))
            else:
                lines.append(Line(text, piece.height, piece.size))
    return lines


def _begins(before: Line, line: Line, step: float, widest: int) -> bool:
    """Whether a paragraph begins with a line: behind a gap, in another size, with a sign, or behind a short line that ends a sentence."""
    gap = before.height - line.height
    ended = len(before.text) < 0.7 * widest and before.text.rstrip().endswith((".", "!", "?", ":"))
    return ended or abs(before.size - line.size) > 0.8 or gap > 1.3 * step or gap < -step or bool(_ITEM.match(line.text))


def _paragraph(lines: list[Line], usual: float) -> Iterator[tuple[str, BlockKind]]:
    text = ""
    for line in lines:
        words = line.text.strip()
        text = _HYPHEN.sub("", text) + words if _HYPHEN.search(text) and words[:1].islower() else f"{text} {words}"
    for sign, letters in _LIGATURES.items():
        text = text.replace(sign, letters)
    if lines[0].size > usual * 1.15 and len(text.split()) <= 15:
        yield text, "heading"
    elif item := _ITEM.match(text):
        yield text[item.end() :], "item"
    elif not _PAGE_NUMBER.fullmatch(text):
        yield text, "paragraph"
