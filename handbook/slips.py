"""A word -> the known word it is a slip of: letters swapped, doubled, left out, or one vowel for another. Found by an index of deletions."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from handbook.wording_forms import VOWELS

SHORTEST = 6
"""Shorter words are not looked at: they have too many real neighbours."""
LONG = 8
"""In words of at least so many letters one vowel may stand for another."""


@dataclass
class Slips:
    """Known words, ready to be asked which of them a misspelt word means."""

    known: Iterable[str]
    _by_deletion: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in sorted(set(self.known)):
            for each in {word, *_deletions(word)} if len(word) >= SHORTEST else ():
                self._by_deletion.setdefault(each, []).append(word)

    def meant(self, word: str) -> str:
        """The known word that a word is a slip of; "" where there is none."""
        if len(word) < SHORTEST or not word.isalpha():
            return ""
        found = {known for each in (word, *_deletions(word)) for known in self._by_deletion.get(each, ()) if is_slip(word, known)}
        return min(found, default="")


def _deletions(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def is_slip(word: str, known: str) -> bool:
    """Whether a word differs from a known one by a single slip inside it; first letters are never slips."""
    if word == known or word[0] != known[0]:
        return False
    differs = next((place for place, (one, other) in enumerate(zip(word, known, strict=False)) if one != other), min(len(word), len(known)))
    mine, theirs = word[differs:], known[differs:]
    if len(word) == len(known) - 1:
        return theirs[1:] == mine and 0 < differs < len(known) - 1
    if len(word) == len(known) + 1:
        return mine[1:] == theirs and mine[0] == word[differs - 1]
    if len(word) != len(known):
        return False
    swapped = len(mine) > 1 and mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    vowel = len(word) >= LONG and mine[1:] == theirs[1:] and mine[0] in VOWELS and theirs[0] in VOWELS
    return swapped or vowel
