"""A place -> the lines of a file around it, cut to the width of a screen, with the words that are meant set apart."""

import unicodedata
from dataclasses import dataclass

from handbook.columns import Lines
from handbook.finding import Span

MOST = 3
"""So many lines of a sentence that runs over several are shown."""
WORD = 15
"""A line that is cut between words is cut within one that is longer than this."""
_UNSEEN = {code: 0x2400 + code for code in (*range(1, 9), *range(13, 32))} | {127: 0x2421} | dict.fromkeys(range(128, 160), 0xFFFD)


@dataclass(frozen=True)
class Frame:
    """One line: its number (empty where the file has no lines of its own), and the text before, in and after the marked words."""

    number: str
    before: str
    marked: str
    after: str

    @property
    def pointer(self) -> str:
        """A line of ^ for below the marked words, as wide as a screen shows them."""
        return " " * cells(self.before) + "^" * max(cells(self.marked), 1)


def frames(span: Span, lines: Lines, room: int, words: bool = True) -> list[Frame]:
    """The line of a place; in a text, all lines of a sentence that is broken over a few. None where nothing is known to stand there.

    Of a line wider than `room`, the part around the place is shown, cut between `words` or at any character.
    """
    if not lines(span.file, span.line).strip():
        return []
    running = not span.file.endswith((".yaml", ".yml"))
    last = min(span.end_line, span.line + MOST - 1) if running else span.line
    return [each for number in range(span.line, last + 1) if (each := _frame(span, number, lines(span.file, number), room, WORD * words))]


def cells(text: str) -> int:
    """How many columns of a screen a text takes: two for emoji and East Asian letters, none for marks that join their letter."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def seen(text: str) -> str:
    """A text as one line that may be printed: characters that steer a screen are shown as signs instead."""
    return " ".join(text.splitlines()).translate(_UNSEEN)


def _frame(span: Span, number: int, line: str, room: int, word: int) -> Frame | None:
    text = line.replace("\t", " ").rstrip().translate(_UNSEEN)
    first = span.column if number == span.line else len(text) - len(text.lstrip(" >")) + 1
    end = min(span.end_column if span.end_line == number else len(text) + 1, len(text) + 1)
    if number > span.line and end <= first:
        return None
    start, stop = _window(text, first - 1, end - 1, room, word)
    end = min(end, stop + 1)
    before, marked, after = text[start : first - 1], text[first - 1 : end - 1], text[max(end, first) - 1 : stop]
    shown = "" if span.part else str(number)
    return Frame(shown, ("…" if start else "") + before, marked, after + ("…" if len(text) > stop else ""))


def _window(text: str, first: int, last: int, room: int, word: int) -> tuple[int, int]:
    """Which part of a line is shown: all of it if it fits, otherwise the part around the marked words."""
    if cells(text) <= room:
        return 0, len(text)
    start = max(first - room * 6 // 10, 0)
    start = text.find(" ", start, min(start + word, first)) + 1 or start if start else 0
    stop = min(start + room, len(text))
    while cells(text[start:stop]) > room:
        stop -= 1
    cut = text.rfind(" ", max(stop - word, last), stop) if stop < len(text) else -1
    return start, cut if cut > start else stop


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
