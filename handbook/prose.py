"""Clean prose -> words and sentences with their places in it, and the stem that forms of a word share."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from handbook.english import FAMILIES


class Word(NamedTuple):
    """A word in lower case without its possessive ending, and where it stands; `end` is just behind its last letter."""

    text: str
    start: int
    end: int


_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_POSSESSIVE = re.compile(r"(?<=[^\W_])'s(?![^\W_])")
_new = tuple.__new__
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[]*[^\Wa-z_]|\s*$)|[:;](?=\s*$)|\n")
_SHORT = frozenset(
    "e.g i.e etc vs mr mrs ms dr st no nr ext tel approx max min dept inc ltd co jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
KEPT = 50_000
"""Texts whose words and sentences are remembered, since several rules read each block."""


@lru_cache(maxsize=KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order: runs of letters and digits, hyphens part them, apostrophes do not (`don't`)."""
    low, pattern = _readable(text)
    return tuple([_new(Word, (match.group(), *match.span())) for match in pattern.finditer(low)])


@lru_cache(maxsize=KEPT)
def vocabulary(text: str) -> frozenset[str]:
    """The different words of a text, in lower case."""
    low, pattern = _readable(text)
    return frozenset(pattern.findall(low))


def _readable(text: str) -> tuple[str, re.Pattern[str]]:
    """The text in lower case with blanks for possessive endings, each letter in its place, and what finds words in it."""
    low = _lowered(text)
    if "'s" in low:
        low = _POSSESSIVE.sub("  ", low)
    return low, _PLAIN_WORD if low.isascii() else _WORD


def _lowered(text: str) -> str:
    """The text in lower case, each character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


@lru_cache(maxsize=KEPT)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends; points behind short forms (`e.g.`, `No.`) and within numbers end none."""
    spans, start = [], 0
    for match in _END.finditer(text):
        before = text[start : match.start()].rsplit(None, 1)
        last = before[-1].lower().lstrip("(\"'") if before else ""
        if match[0].startswith(".") and (last in _SHORT or (len(last) == 1 and last.isalpha() and last != "i")) and match.end() < len(text):
            continue
        if text[start : match.end()].strip():
            spans.append(_trimmed(text, start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append(_trimmed(text, start, len(text)))
    return tuple(spans)


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a place stands; the whole text between sentences."""
    return next((span for span in sentences(text) if span[0] <= place < span[1]), (0, len(text)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def stem(word: str) -> str:
    """What the forms of an English word share, for comparing only: guests -> guest, replied -> repli, paid -> pay."""
    word = word.removesuffix("'s").removesuffix("'")
    return str(_stemmer().stemWord(_families().get(word, word)))


@cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer  # type: ignore[import-untyped]

    return stemmer("english")


@cache
def _families() -> dict[str, str]:
    return {form: group.split()[0] for group in FAMILIES.split("|") for form in group.split()}
