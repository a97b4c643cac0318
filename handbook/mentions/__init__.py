"""Clean prose -> every quantity mentioned in it, with its value, its place and how it is meant."""

import re
from dataclasses import dataclass
from functools import lru_cache

from handbook.mentions.context import is_none, meant, words_before
from handbook.mentions.grammar import Reading, read
from handbook.mentions.numbers import Passage
from handbook.mentions.tables import Lexicon, lexicon
from handbook.quantity import Quantity

__all__ = ["Mention", "Scanner", "scanner"]

_GLUE = frozenset(".,/:#@&=+\\^*°-")  # a number right behind one of these belongs to something else
KEPT = 50_000
"""Texts whose quantities are remembered, since several rules ask for them."""
_PAST_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


@dataclass(frozen=True)
class Mention:
    """A quantity in a text: `text[start:end]` is the amount with its unit, `low` and `high` its value (equal unless a range).

    `bound` is "", within, by, at least, up to, after, from, until, about, less than, more than or exactly; its words begin at
    `bound_start` (== start when there are none before it). An age owns the words that make it one, so `start` stands before them.
    """

    start: int
    end: int
    low: Quantity
    high: Quantity
    bound: str
    bound_start: int
    kind: str
    hedged: bool


class Scanner:
    """Finds quantities by one language's table."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words
        self._trigger = words.finds["trigger"].search
        self._quiet = words.finds["quiet"].match
        self._found = lru_cache(maxsize=KEPT)(self._scan)

    def scan(self, text: str) -> list[Mention]:
        """The quantities of a text in order; none overlaps another, and the longest reading wins."""
        return list(self._found(text))

    def _scan(self, text: str) -> list[Mention]:
        low = lowered(text)
        trigger = self._trigger(low)
        if not trigger:
            return []
        passage, found, done = Passage(text, low, self._words), [], 0
        while trigger:
            place = trigger.start()
            reading = None if place and low[place - 1] in _GLUE else read(passage, place)
            quiet = self._quiet(low, place)
            if quiet and (not reading or reading.end <= quiet.end()):
                done = quiet.end()
            elif reading and reading.start >= done:
                if mention := _mention(passage, reading):
                    found.append(mention)
                done = reading.end
            else:
                done = _past(low, place, trigger.end())
            trigger = self._trigger(low, max(done, place + 1))
        return found


@lru_cache(maxsize=8)
def scanner(tables: str) -> Scanner:
    """The scanner for the text of a table of quantities; made once per text."""
    return Scanner(lexicon(tables))


def lowered(text: str) -> str:
    """The text in lower case with every letter in its old place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _past(low: str, place: int, end: int) -> int:
    number = _PAST_NUMBER.match(low, place)
    return max(end, number.end()) if number else end


def _mention(passage: Passage, reading: Reading) -> Mention | None:
    before = words_before(passage.low, reading.start)
    how = meant(passage, reading, before)
    if is_none(passage, reading, before, how):
        return None
    start = min(how.start, reading.start)
    return Mention(reading.start, reading.end, reading.low, reading.high, how.bound, start, reading.kind, how.hedged)
