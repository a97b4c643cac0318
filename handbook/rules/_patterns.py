"""Lists of phrases that are made up of other lists, as "{may} {skip}", and where their phrases stand in a text.

In the table `_field_words.yaml`, `{name}` in a phrase stands for any phrase of the list of that name, `{name?}` for one or
none, and `#` for a number. Phrases are met word by word, so that lists may be long and made up of one another at no cost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from handbook.glossary import tables_of
from handbook.prose import Word, vocabulary, words
from handbook.rules._phrases import Hit, lists
from handbook.ruling import Case

TABLE = "_field_words.yaml"
_PART = re.compile(r"\{[^}]+\}|[^\s{}]+")
_GAPS = frozenset(("", "-", "/", "'", "'s"))
_NUMBER = "#"
_BARE = frozenset(("not", "no", "but"))


@dataclass
class _Step:
    """What has been met of some phrases: the steps that may follow, by word and by list, and whether one is complete here."""

    words: dict[str, "_Step"] = field(default_factory=dict)
    lists: dict[str, "_Step"] = field(default_factory=dict)
    complete: bool = False


def made_hits(case: Case, name: str, text: str, extra: tuple[str, ...] = ()) -> Iterator[Hit]:
    """Each place where a phrase of a list stands as whole words, the longest there; `extra` are further phrases without lists."""
    table = case.shipped.get(TABLE, "")
    firsts = _firsts(table, name) | {words(each)[0].text for each in extra if words(each)}
    if firsts.isdisjoint(vocabulary(text)) and _NUMBER not in firsts:
        return
    reader, reached = _Reader(table, text, words(text)), 0
    for number, word in enumerate(reader.said):
        if number >= reached and (word.text in firsts):
            end = max((*reader.ends(name, number), *reader.follow(_tree(extra), number)), default=0)
            if end:
                reached = end
                first, last = word.start, reader.said[end - 1].end
                yield Hit(first, last, text[first:last])


def made_first(case: Case, name: str, text: str) -> Hit | None:
    """The first such phrase in a text, or None."""
    return next(made_hits(case, name, text), None)


def opening_words(case: Case, name: str) -> frozenset[str]:
    """The words with which a phrase of a list can begin."""
    return _firsts(case.shipped.get(TABLE, ""), name)


def telling_words(case: Case, name: str) -> frozenset[str]:
    """Words of which each text holds one that holds a phrase of the list."""
    return _telling(case.shipped.get(TABLE, ""), name, frozenset(tables_of(case).list("small words")))


@lru_cache(maxsize=64)
def _telling(table: str, name: str, small: frozenset[str]) -> frozenset[str]:
    return frozenset(each for phrase in lists(table).get(name, ()) for each in _needed(table, phrase, small))


def _needed(table: str, phrase: str, small: frozenset[str]) -> frozenset[str]:
    """The last of the longest words of a phrase, if it is no small one; else those of its list with the fewest small words."""
    parts = [each for each in _PART.findall(phrase) if not each.endswith("?}")]
    plain = [word.text for each in parts if each[0] != "{" for word in words(each)]
    telling = [each for each in plain if each not in small]
    made = [each[1:-1] for each in parts if each[0] == "{"]
    if telling or not made:
        return frozenset((max(reversed(telling or plain), key=lambda word: (word in _BARE, len(word))),))
    return min((_telling(table, each, small) for each in made), key=lambda found: (len(found & small) / len(found), len(found)))


@dataclass
class _Reader:
    """One text, and what has been met in it so far."""

    table: str
    text: str
    said: tuple[Word, ...]
    met: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)

    def ends(self, name: str, number: int) -> frozenset[int]:
        """Behind which words a phrase of a list ends that begins with the word of this number."""
        place = (name, number)
        if place not in self.met:
            self.met[place] = frozenset(self.follow(_list(self.table, name), number))
        return self.met[place]

    def follow(self, step: _Step, number: int) -> Iterator[int]:
        """Behind which words the phrases end that go on from a step with the word of this number."""
        word = self.said[number].text
        following = step.words.get(word) or (step.words.get(_NUMBER) if word.isdigit() else None)
        if following:
            yield from self._behind(following, number + 1)
        for name, after in step.lists.items():
            if word in _firsts(self.table, name):
                for reached in self.ends(name, number):
                    yield from self._behind(after, reached)

    def _behind(self, step: _Step, number: int) -> Iterator[int]:
        if step.complete:
            yield number
        if (step.words or step.lists) and number < len(self.said) and self._joined(number):
            yield from self.follow(step, number)

    def _joined(self, number: int) -> bool:
        """Whether only a blank, a hyphen or quotation marks part a word from the one before it."""
        return self.text[self.said[number - 1].end : self.said[number].start].strip(' "*_') in _GAPS


@lru_cache(maxsize=64)
def _list(table: str, name: str) -> _Step:
    return _tree(lists(table).get(name, ()))


@lru_cache(maxsize=64)
def _tree(phrases: tuple[str, ...]) -> _Step:
    """All phrases as one tree that shares their beginnings."""
    root = _Step()
    for phrase in phrases:
        for way in _ways(phrase):
            step = root
            for part in way:
                step = step.lists.setdefault(part[1:-1], _Step()) if part[0] == "{" else step.words.setdefault(part, _Step())
            step.complete = True
    return root


def _ways(phrase: str) -> Iterator[tuple[str, ...]]:
    """The parts of a phrase, with and without what may be missing."""
    ways: list[tuple[str, ...]] = [()]
    for part in _PART.findall(phrase):
        if part.endswith("?}"):
            ways += [(*way, part.replace("?", "")) for way in ways]
        else:
            more = (part,) if part[0] == "{" or part == _NUMBER else tuple(each.text for each in words(part))
            ways = [(*way, *more) for way in ways]
    yield from ways


@lru_cache(maxsize=64)
def _firsts(table: str, name: str) -> frozenset[str]:
    """The words with which a phrase of a list can begin."""
    step = _list(table, name)
    return frozenset(step.words).union(*(_firsts(table, each) for each in step.lists))
