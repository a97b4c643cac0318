"""The characters that stand in for markup, of the same length as it, so that every place stays where it was.

A mark is a control character, which no text keeps. NOTHING joins what stands beside it, GAP keeps it apart, BREAK ends a
block; the others say which kind of block begins. All of them vanish when a block is cut.
"""

import re
from collections.abc import Callable

NOTHING, GAP, BREAK = "\x00", "\x01", "\x02"
HIDE, SHOW = "\x03", "\x04"
QUOTE = "\x05"
LIST, LIST_END = "\x06", "\x07"
TABLE, TABLE_END = "\x0e", "\x0f"
HEADINGS = "\x11\x12\x13\x14\x15\x16"
ITEM, CELL, HEAD_CELL, ROW, CAPTION = "\x17", "\x18", "\x19", "\x1a", "\x1b"
TITLE, QUOTING, QUOTING_END = "\x1c", "\x1d", "\x1e"
BLOCK_MARKS = "\x02\x06\x07\x0e-\x1e"
"""The marks that end the block before them, for use within brackets of an expression."""


def nothing(match: re.Match[str]) -> str:
    """As many NOTHING as the match has characters."""
    return NOTHING * (match.end() - match.start())


def gap(match: re.Match[str]) -> str:
    """As many GAP as the match has characters."""
    return GAP * (match.end() - match.start())


def keeping(group: int | str) -> Callable[[re.Match[str]], str]:
    """What keeps one group of a match and puts NOTHING in place of the rest."""

    def kept(match: re.Match[str]) -> str:
        start, end = match.span(group)
        return NOTHING * (start - match.start()) + match[group] + NOTHING * (match.end() - end)

    return kept


def marked(mark: str, length: int) -> str:
    """A mark, filled up to a length."""
    return mark + NOTHING * (length - 1)
