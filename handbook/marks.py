"""Marks around the messages in a page's text; from them the culture team's preview knows which message stands where.

A mark carries the number of its message among the places of the profile. No text of a profile can hold one: `armour`
takes control characters out. `unmarked` gives the page as readers get it, `tagged` turns marks into attributes.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from handbook.declare import Path
from handbook.leaves import StatedInt
from handbook.speaking import Spoken, printed
from handbook.templates import Chapters

_MARK = re.compile("\x01\\d+\x02|\x03")
_PIECES = re.compile("(<[^<>]*>|\x01\\d+\x02|\x03)")
_ON_A_BLOCK = re.compile("\x01(\\d+)\x02<(p|ul|ol|pre|blockquote)(?=[ >])")


def marking(numbers: Mapping[Path, int]) -> Callable[[Any], Markup]:
    """What prints a value as `printed` does, with a mark around it when it is one of the messages."""

    def mark(value: Any) -> Markup:
        return _marked(printed(value), _number(value, numbers))

    return mark


def mark_what_is_printed(made: Chapters, numbers: Mapping[Path, int]) -> Callable[[Any], Markup]:
    """Has an environment print messages with their marks, on one line and in joined lists too; gives what prints them."""
    mark = marking(numbers)

    def inline(value: Any) -> Markup:
        line = value.on_one_line() if isinstance(value, Spoken) else printed(value)
        return _marked(line, _number(value, numbers))

    def join(values: Any, between: str = "") -> Markup:
        return printed(between).join(mark(each) for each in values)

    made.finalize = mark
    made.filters |= {"inline": inline, "join": join}
    return mark


def _number(value: Any, numbers: Mapping[Path, int]) -> int | None:
    return numbers.get(value.path) if isinstance(value, Spoken | StatedInt) else None


def _marked(text: Markup, number: int | None) -> Markup:
    return text if number is None or not text else Markup(f"\x01{number}\x02{text}\x03")  # noqa: S704 - armoured


def unmarked(text: str) -> str:
    """The text as readers get it."""
    return _MARK.sub("", text) if "\x01" in text else text


def tagged(text: str) -> str:
    """The text with each mark as a tag around its words, or on the paragraph it begins; marks inside tags are dropped."""
    ends: list[str] = []
    blocks = _ON_A_BLOCK.sub('<\\2 data-said="\\1"\x01\x02', text)
    return "".join(_tag(piece, ends) for piece in re.split("(\x01\x02)", blocks) for piece in _PIECES.split(piece))


def _tag(piece: str, ends: list[str]) -> str:
    if piece == "\x01\x02":
        ends.append("")
    elif piece == "\x03":
        return ends.pop() if ends else ""
    elif piece.startswith("\x01"):
        ends.append("</span>")
        return f'<span data-said="{piece[1:-1]}">'
    else:
        return unmarked(piece) if piece.startswith("<") else piece
    return ""
