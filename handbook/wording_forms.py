"""A word -> its inflected and differently spelt forms, with what each form is; and a word put into the form of another. The rules are data."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import yaml

Bend = Literal["noun", "verb", "phrase", "name"]
"""How an entry bends: a noun in number, a verb in time and person, a phrase in any way that its words can, a name not at all."""

VOWELS = "aeiou"


@dataclass(frozen=True)
class WordTables:
    """The lists of `_words.yaml` by name. A list holds words or phrases; a list of groups holds lists."""

    lists: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[tuple[str, ...], ...]]

    def __hash__(self) -> int:
        return id(self)

    def list(self, name: str) -> tuple[str, ...]:
        """The words and phrases of a list; none in a language that has no such list."""
        return self.lists.get(name, ())

    def pairs(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The groups of a list of groups."""
        return self.groups.get(name, ())

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(each) for name, each in self.lists.items()}

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in a list."""
        return word in self._sets.get(name, ())

    @cached_property
    def contractions(self) -> tuple[tuple[str, str], ...]:
        """What stands for what, each between spaces: *I'll* for *I will*, and the other way round."""
        both = ((short, each) for short, *full in self.pairs("contractions") for each in full)
        return tuple((f" {one} ", f" {other} ") for short, each in both for one, other in ((short, each), (each, short)))

    @cached_property
    def plurals(self) -> dict[str, str]:
        """Plurals that no rule gives."""
        return {one: many for one, many, *_ in self.pairs("irregular plurals")}

    @cached_property
    def singulars(self) -> dict[str, str]:
        """Their singulars."""
        return {many: one for one, many in self.plurals.items()}

    @cached_property
    def verbs(self) -> dict[str, tuple[str, ...]]:
        """The further forms of verbs that no rule gives."""
        return {group[0]: group[1:] for group in self.pairs("irregular verbs")}

    @cached_property
    def endings(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Endings that are spelt in two ways, by their last two letters."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for one, other, *_ in self.pairs("spellings"):
            for mine, theirs in ((one, other), (other, one)):
                found[mine[-2:]] = (*found.get(mine[-2:], ()), (mine, theirs))
        return found

    @cached_property
    def group_of(self) -> dict[str, tuple[str, ...]]:
        """Words that may stand for each other in any phrase."""
        return {word: group for group in self.pairs("alike") for word in group}

    @cached_property
    def saying_group_of(self) -> dict[str, tuple[str, ...]]:
        """Words that may stand for each other in a saying."""
        return {word: group for group in (*self.pairs("alike in sayings"), *self.pairs("alike")) for word in group}


@lru_cache(maxsize=8)
def word_tables(text: str) -> WordTables:
    """The tables of a language from the text of its `_words.yaml`: lists part at commas, groups at lines with `- `."""
    data = yaml.load(text, Loader=yaml.CBaseLoader) or {}  # noqa: S506 - texts only, from our own file
    lists = {name: _parted(value) for name, value in data.items() if isinstance(value, str)}
    groups = {name: tuple(_parted(each) for each in value) for name, value in data.items() if not isinstance(value, str)}
    return WordTables(lists, groups)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part for each in text.split(",") if (part := " ".join(each.split())))


@lru_cache(maxsize=50_000)
def forms(tables: WordTables, word: str, bend: Bend) -> dict[str, str]:
    """Every form of a word with its mark: "" as given, "many", "one", "s", "ed", "ing"; other spellings have the mark of their form."""
    found = {word: ""}
    if bend in ("noun", "phrase") and word.isalpha():
        found |= {form: mark for form, mark in _numbers(tables, word) if form not in found}
    if bend in ("verb", "phrase") and word.isalpha() and len(word) > 1:
        found |= {form: mark for form, mark in _times(tables, word) if form not in found}
    for form, mark in list(found.items()):
        for other in _spellings(tables, form):
            found.setdefault(other, mark)
    return found


def plural(tables: WordTables, word: str) -> str:
    """A noun in the plural."""
    if word in tables.plurals:
        return tables.plurals[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def singular(tables: WordTables, word: str) -> str:
    """A noun in the singular, if it is a plural; else the word itself."""
    if word in tables.singulars:
        return tables.singulars[word]
    if tables.has("one though it ends like many", word) or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


def _numbers(tables: WordTables, word: str) -> Iterator[tuple[str, str]]:
    one = singular(tables, word)
    if one != word:
        yield one, "one"
    elif not tables.has("one though it ends like many", word):
        yield plural(tables, word), "many"


def conjugated(tables: WordTables, word: str, mark: str) -> str:
    """A verb in the form that a mark names."""
    return next((form for form, each in _times(tables, word) if each == mark), word)


def _times(tables: WordTables, word: str) -> Iterator[tuple[str, str]]:
    if others := tables.verbs.get(word):
        yield from zip(others, ("s", "ed", "ed", "ing") if len(others) == 4 else ("s", "ed", "ing"), strict=False)
        return
    yield plural(tables, word), "s"
    if word.endswith("e"):
        yield word + "d", "ed"
        yield (word[:-2] + "y" if word.endswith("ie") else word if word.endswith("ee") else word[:-1]) + "ing", "ing"
    elif word.endswith("y") and word[-2:-1] not in VOWELS:
        yield word[:-1] + "ied", "ed"
        yield word + "ing", "ing"
    else:
        yield from _closed(word)


def _closed(word: str) -> Iterator[tuple[str, str]]:
    """Forms of a verb that ends in a consonant: its last letter is doubled where one vowel stands before it."""
    doubles = len(word) > 2 and word[-1] not in VOWELS + "wxyh" and word[-2] in VOWELS and word[-3] not in VOWELS
    short = sum(letter in VOWELS for letter in word) == 1
    endings = [word + word[-1], word] if doubles and short else [word, word + word[-1]] if doubles else [word]
    for base in endings:
        yield base + "ed", "ed"
    for base in endings:
        yield base + "ing", "ing"


def _spellings(tables: WordTables, word: str) -> Iterator[str]:
    for mine, theirs in tables.endings.get(word[-2:], ()):
        if len(word) > len(mine) + 2 and word.endswith(mine):
            yield word[: -len(mine)] + theirs


def shaped_like(text: str, model: str) -> str:
    """A text in the capitals of another: CUSTOMER, Customer, customer."""
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return text.upper()
    heads = [word[0] for word in model.replace("-", " ").split() if word[0].isalpha()]
    if len(heads) > 1 and all(head.isupper() for head in heads):
        return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    return text[:1].upper() + text[1:] if letters and letters[0].isupper() else text


def article(tables: WordTables, word: str) -> str:
    """Whether `a` or `an` stands before a word."""
    low = word.lower()
    if any(low.startswith(each) for each in tables.list("an before")):
        return "an"
    if any(low.startswith(each) for each in tables.list("a before")):
        return "a"
    return "an" if low[:1] in VOWELS else "a"
