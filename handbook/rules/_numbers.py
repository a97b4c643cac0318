"""The numbers and times of day in a text of any language, written the same way whatever digits it uses."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number or a time of day: its characters, the words as they stand there, and one spelling for all."""

    start: int
    end: int
    words: str
    value: str


_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?::|\s?h\s?|\.(?=\d{2}\s?(?:Uhr|[ap]\.?m)))(\d{2})(?!\d)(\s?[ap]\.?\s?m\b\.?|\s?(?:صباح\w*|مساء\w*|عصر\w*|ظهر\w*|[صم])(?!\w))?",
    re.I,
)
_HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})\s?([ap]\.?\s?m\b\.?|h\b|Uhr\b|(?:صباح\w*|مساء\w*|عصر\w*|ظهر\w*|[صم])(?!\w))", re.I)
_NUMBER = re.compile(r"\d{1,3}(?:[,.٬\u00a0\u202f' ]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?")


def numbers(text: str) -> list[Number]:
    """Every number of a text in order; 3 pm, 15:00 and ١٥:٠٠ have one value, and so have 1,500 and 1.500."""
    digits = _western(text)
    found: list[Number] = []
    taken = 0
    for match, value in sorted(_all(digits), key=lambda each: (each[0].start(), -each[0].end())):
        if match.start() >= taken:
            found.append(Number(match.start(), match.end(), text[match.start() : match.end()].strip(), value))
            taken = match.end()
    return found


def _western(text: str) -> str:
    """The text with every decimal digit as 0 to 9; nothing moves."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(each)) if unicodedata.decimal(each, None) is not None else each for each in text)


def _all(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _CLOCK.finditer(text):
        yield match, _time(int(match[1]), int(match[2]), match[3] or "")
    for match in _HOUR.finditer(text):
        yield match, _time(int(match[1]), 0, match[2])
    for match in _NUMBER.finditer(text):
        yield match, _plain(match[0])


def _time(hour: int, minute: int, half: str) -> str:
    half = half.strip().casefold()
    if half.startswith(("p", "م", "ع", "ظ")):
        hour = hour % 12 + 12
    elif half.startswith(("a", "ص")):
        hour %= 12
    return f"{hour:02d}:{minute:02d}"


def _plain(words: str) -> str:
    grouped = re.fullmatch(r"(\d{1,3}(?:[,.٬\u00a0\u202f' ]\d{3})+)(?:[.,٫](\d+))?", words)
    whole, _, part = (
        ("".join(re.findall(r"\d", grouped[1])), "", grouped[2] or "") if grouped else re.split(r"([.,٫])", words + ".", maxsplit=1)
    )
    part = part.rstrip(".").rstrip("0")
    return str(int(whole)) + (f".{part}" if part else "")
