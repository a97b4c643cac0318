"""What somebody probably meant by a value that cannot be read: the same, written as it should be, or an empty text."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from handbook.quantity import NotAQuantity

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
NAMES = {
    "english": "en",
    "arabic": "ar",
    "hindi": "hi",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "turkish": "tr",
    "urdu": "ur",
    "persian": "fa",
    "farsi": "fa",
    "russian": "ru",
    "chinese": "zh",
    "japanese": "ja",
    "polish": "pl",
    "swedish": "sv",
    "tagalog": "tl",
    "bengali": "bn",
    "malayalam": "ml",
    "tamil": "ta",
    "malay": "ms",
}
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})*,\d{1,2}(?!\d)")


def like_amount(parse: Callable[[str], Any], text: str) -> str:
    """The text with points, commas, capitals and number words as `parse` reads them."""
    for candidate in _rewritten(text):
        try:
            return str(parse(candidate))
        except NotAQuantity:
            continue
    return ""


def _rewritten(text: str) -> Iterator[str]:
    yield re.sub(r"\b[a-z]{3}\b", lambda code: code[0].upper(), text, count=1) if not re.search(r"[A-Z]{3}", text) else ""
    yield _POINTS.sub(lambda amount: amount[0].translate(str.maketrans(".,", ",.")), text)
    yield re.sub(r"[A-Za-z]+", lambda word: str(NUMBERS.get(word[0].lower(), word[0])), text, count=1)
    yield re.sub(r"^(\d{1,2})[.h](\d{2})$", r"\1:\2", text)


def like_date(text: str) -> str:
    """The day as year-month-day, where only one reading of the text is a day."""
    parts = re.fullmatch(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})", text)
    if not parts:
        return ""
    first, second, third = (int(each) for each in parts.groups())
    orders = ((first, second, third),) if len(parts[1]) == 4 else ((third, second, first), (third, first, second))
    days = {day for order in orders if (day := _day(*order))}
    return str(days.pop()) if len(days) == 1 else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


def like_whole(text: str) -> str:
    """The number without leading zeros and thousands separators, or of the number word."""
    bare = text.replace(",", "").lstrip("0")
    return bare if re.fullmatch(r"[0-9]+", bare) else str(NUMBERS.get(text.lower(), ""))


def like_colour(text: str) -> str:
    """The colour with its # and in quotes."""
    digits = re.fullmatch(r"[“”„‘’'\"]?#?([0-9a-fA-F]{6})[“”„‘’'\"]?", text)
    return f'"#{digits[1]}"' if digits else ""


def like_language(text: str) -> str:
    """The code of a language given by its English name, or without its country."""
    return NAMES.get(text.lower(), "") or text[:2].lower() * bool(re.fullmatch(r"[a-zA-Z]{2}[-_][A-Za-z]{2}", text))
