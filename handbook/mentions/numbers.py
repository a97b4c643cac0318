"""A place in a text -> the number that is written there, in digits or in words."""

import re
from dataclasses import dataclass
from decimal import Decimal

from handbook.mentions.tables import Lexicon


@dataclass(frozen=True)
class Passage:
    """A text, the same in lower case (as long as the text), and the language it is in."""

    text: str
    low: str
    lexicon: Lexicon

    def find(self, name: str, place: int) -> "re.Match[str] | None":
        return self.lexicon.finds[name].match(self.low, place)


@dataclass(frozen=True)
class Number:
    """A number as written, before any unit."""

    value: Decimal
    end: int
    style: str
    plus: bool = False


MOST = 10**15  # larger numbers in words are no quantities of a handbook


def number(passage: Passage, place: int) -> Number | None:
    """The number that begins at the place, in digits or in words."""
    match = passage.find("number", place)
    if not match:
        return None
    lexicon, end = passage.lexicon, match.end()
    if match["digits"]:
        value, style = _digits(match["digits"], lexicon.table["numbers"]), "digits"
    elif match["words"]:
        spelt = _spelt(match["words"], lexicon)
        if spelt is None:
            return None
        if match["again"] and Decimal(match["again"]) != spelt:  # "one in fifteen (2026)"
            return Number(spelt, match.end("words"), "words")
        value, style = spelt, "words"
    else:
        written = match["lone"] or match["group"] or match["article"]
        value, style = (
            (lexicon.parts | lexicon.values).get(written, Decimal(1)),
            "article" if match["article"] else "group" if match["group"] else "digits",
        )
    value += lexicon.parts[match["glyph"].strip()] if match["glyph"] else 0
    value *= lexicon.multiples[match["short"] or match["scale"]] if match["short"] or match["scale"] else 1
    value += lexicon.parts[match["more"]] if match["more"] else 0
    return Number(value, end, "digits" if match["more"] and style == "article" else style, bool(match["plus"]))


def _digits(text: str, table: dict[str, str]) -> Decimal:
    for mark in table["thousands"]:
        text = text.replace(mark, "")
    return Decimal(text.replace(table["decimal"], "."))


def _spelt(text: str, lexicon: Lexicon) -> Decimal | None:
    """The value of number words, or None when they do not make one number (`one two`, `fifty-fifty`)."""
    total, current, last = Decimal(0), Decimal(0), Decimal(10**12)
    words = text.replace("-", " ").split()
    articles, joins = lexicon.words["numbers-article"], lexicon.words["numbers-join"]
    for position, word in enumerate(words):
        if word in lexicon.multiples and word not in lexicon.values:
            multiple = lexicon.multiples[word]
            current, last = (current or 1) * multiple, multiple
            if multiple >= 1000:
                total, current = total + current, Decimal(0)
        elif word in lexicon.values:
            value = lexicon.values[word]
            if position and (value >= last or (last < 100 and not (last >= 20 and 0 < value < 10)) or value == 0):
                return None
            current, last = current + value, value
        elif word in joins:
            if last < 100:
                return None
        elif word not in articles:
            return None
    return total + current if total + current < MOST else None
