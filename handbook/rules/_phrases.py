"""Phrases of the language, from the table `_field_words.yaml`, and where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from handbook.ruling import Case


@dataclass(frozen=True)
class Hit:
    """A phrase found in a text: its characters, and the words as they stand there."""

    start: int
    end: int
    words: str


def phrases(case: Case, name: str) -> tuple[str, ...]:
    """The phrases of one list of the table; none in a language that has no such list."""
    return lists(case.shipped.get("_field_words.yaml", "")).get(name, ())


def hits(text: str, wanted: tuple[str, ...]) -> Iterator[Hit]:
    """Each place where one of the phrases stands as whole words, upper and lower case alike; the longest phrase first."""
    if wanted:
        for match in _pattern(wanted).finditer(text):
            yield Hit(match.start(), match.end(), match[0])


def first(case: Case, name: str, text: str) -> Hit | None:
    """The first phrase of a list in a text, or None."""
    return next(hits(text, phrases(case, name)), None)


@lru_cache(maxsize=8)
def lists(text: str) -> dict[str, tuple[str, ...]]:
    """All lists of the table, from its text."""
    read = _read(text)
    return {name: tuple(str(each) for each in lines) for name, lines in read.items() if isinstance(lines, list)}


@lru_cache(maxsize=8)
def _languages(text: str) -> dict[str, dict[str, dict[str, str]]]:
    return _read(text).get("translations") or {}


def language_words(case: Case, language: str, name: str) -> dict[str, str]:
    """What a word of another language stands for: a number, or a unit of time; empty for a language without a table."""
    return _languages(case.shipped.get("_field_words.yaml", "")).get(language, {}).get(name, {})


def _read(text: str) -> dict[str, Any]:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}  # noqa: S506 - both are safe loaders


@lru_cache(maxsize=256)
def _pattern(wanted: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){expression(wanted)}(?!\w)", re.I)


def expression(wanted: tuple[str, ...]) -> str:
    """All phrases as one expression that shares their beginnings, so that a hundred of them cost little more than one."""
    tree: dict[str, Any] = {}
    for each in wanted:
        branch = tree
        for letter in (*" ".join(each.lower().split()).replace("’", "'"), ""):
            branch = branch.setdefault(letter, {})
    return _spelled(tree)


def _spelled(tree: dict[str, Any]) -> str:
    """A branch of the tree as an expression, the longest ending first; a stretch without a fork is walked, however long."""
    stem = ""
    while len(tree) == 1 and "" not in tree:
        letter, tree = next(iter(tree.items()))
        stem += _letter(letter)
    ways = [_letter(letter) + _spelled(below) for letter, below in sorted(tree.items()) if letter]
    if not ways:
        return stem
    return f"{stem}(?:{'|'.join(ways)})" + ("?" if "" in tree else "")


def _letter(letter: str) -> str:
    return {" ": r"\s+", "'": "['’]", "-": "[-‐‑–—]"}.get(letter, re.escape(letter))


def same(one: str, other: str) -> bool:
    """Whether two texts are the same words, whatever their case, spaces and final full stop."""
    return plain(one) == plain(other)


def plain(text: str) -> str:
    """A text in lower case with single spaces, without punctuation at its ends."""
    return " ".join(text.casefold().split()).strip(" .!?:;,")


def sentence(text: str, start: int, end: int) -> str:
    """The sentence in which some characters of a text stand."""
    before = max((text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "; ")), default=-1)
    after = [at for mark in (". ", "! ", "? ", "; ") if (at := text.find(mark, end)) >= 0]
    return text[before + 2 if before >= 0 else 0 : min(after, default=len(text)) + 1]


def negated(case: Case, text: str, start: int) -> bool:
    """Whether one of the few words before a place takes back what follows: "never one person's sales"."""
    few = " ".join(sentence(text, start, start)[: start - _sentence_start(text, start)].split()[-4:])
    return first(case, "negations", few) is not None


def _sentence_start(text: str, start: int) -> int:
    return max((text.rfind(mark, 0, start) + 2 for mark in (". ", "! ", "? ", "; ") if text.rfind(mark, 0, start) >= 0), default=0)


AGAINST = frozenset(
    (
        "not",
        "traps",
        "does-not-mean",
        "weak-signs",
        "do-not",
        "we-never",
        "avoid",
        "except",
        "cliches",
        "rejected",
        "can-be-gamed-by",
        "words",
        "accept",
        "you-said-we-did",
        "questions",
        "question",
        "ask",
        "asks",
        "huddle",
        "topics",
        "marks",
        "happened",
        "verdict",
        "said",
        "evidence",
    )
)
"""Fields whose texts are quoted to reject them, tell what was, or ask: what they say is not what holds."""


def speaks_for_us(path: tuple[str | int, ...]) -> bool:
    """Whether a text of the profile says what holds, and does not quote, ask, or tell what went wrong."""
    return not AGAINST.intersection(str(step) for step in path) or (path[:1] == ("guarantees",) and "words" in path)


def alike(one: str, other: str, share: float = 0.75) -> bool:
    """Whether two texts say the same in nearly the same words; small words and endings do not count."""
    first_words, second_words = _stems(one), _stems(other)
    if min(len(first_words), len(second_words)) < 2:
        return same(one, other)
    return len(first_words & second_words) / len(first_words | second_words) >= share


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {_stem(each) for each in words if len(each) > 3 or each.isdigit()}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")
