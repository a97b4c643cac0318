"""What a sentence is about: its words as concepts, in which reply, answer and *get back to* are one. The words are data (`_claims.yaml`)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from handbook.prose import stem, vocabulary, words


@dataclass(frozen=True)
class Cue:
    """A list of words and phrases that tell how a sentence is meant, found whole and in any case. `firsts` are the words they begin with."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]

    def inside(self, text: str) -> bool:
        """Whether any of them stands in the text."""
        return not self.firsts.isdisjoint(vocabulary(text)) and self.pattern.search(text) is not None


def cue_of(forms: Iterable[str], before: str = "", behind: str = "") -> Cue:
    """The cue of some forms; `before` and `behind` are expressions that must stand around them."""
    ordered = sorted(forms, key=lambda each: (-len(each), each))
    pattern = re.compile(rf"(?<!\w){before}(?:{'|'.join(re.escape(each) for each in ordered)}){behind}(?!\w)", re.I)
    return Cue(pattern, frozenset(words(each)[0].text for each in ordered if words(each)))


class Subjects:
    """The concepts of texts. `faint` ones weigh little; stop words are none."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.stop = frozenset(stem(each) for each in data["stop"].split()) | frozenset(data["stop"].split())
        self._names: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group in data["alike"]:
            for form in group:
                self._take(form, group[0])
        self.faint = frozenset(each for word in data["faint"].split() for each in self._names.get(stem(word), (stem(word),)))
        self._data = data
        self._cues: dict[str, Cue] = {}

    def _take(self, form: str, name: str) -> None:
        stems = tuple(stem(each.text) for each in words(form))
        if len(stems) == 1:
            self._names[stems[0]] = (*self._names.get(stems[0], ()), name)
        else:
            self._phrases.setdefault(stems[0], []).append((stems, name))
            self._phrases[stems[0]].sort(key=lambda each: -len(each[0]))

    def cue(self, name: str, group: str = "") -> Cue:
        """One of the lists of `_claims.yaml`."""
        key = f"{group}/{name}"
        if key not in self._cues:
            self._cues[key] = cue_of(self._data[group][name] if group else self._data[name])
        return self._cues[key]

    def speaks_of_time(self, text: str) -> bool:
        """Whether a text says *at once* or *for ever*, in whatever words."""
        return self.cue("at-once").inside(text) or self.cue("for-ever").inside(text)

    def channels(self, text: str) -> frozenset[str]:
        """The ways to reach us that a text names."""
        return frozenset(name for name in self._data["channels"] if self.cue(name, "channels").inside(text))

    def apart(self, text: str) -> frozenset[str]:
        """What a text names of the things that promises to the people served are rarely about: training, suppliers, the press …"""
        return frozenset(name for name in self._data["apart"] if self.cue(name, "apart").inside(text))

    def day(self, word: str) -> frozenset[int] | None:
        """The days of the week that a word means (0 is Monday), or None."""
        days: dict[str, str] = self._data["days"]
        return frozenset(int(each) for each in days[word].split()) if word in days else None

    @property
    def months(self) -> dict[str, int]:
        """The months by name, in lower case."""
        return {name: int(number) for name, number in self._data["months"].items()}

    def forms(self, name: str) -> tuple[str, ...]:
        """One of the lists of `_claims.yaml` as it stands."""
        return tuple(self._data[name])

    def year(self) -> Cue:
        """A year behind a word such as *until* or *in*: the sentence tells of another time."""
        if "year" not in self._cues:
            self._cues["year"] = cue_of(self._data["years"], behind=r"\s+(?:\w+\s+){0,2}(?:19|20)\d\d")
        return self._cues["year"]

    def of(self, text: str) -> frozenset[str]:
        """The concepts of a text."""
        return _of(self, text)

    def at(self, text: str) -> list[tuple[int, str]]:
        """The concepts of a text with the offsets they begin at."""
        found: list[tuple[int, str]] = []
        said = words(text)
        stems = [stem(each.text) for each in said]
        taken = 0
        for index, each in enumerate(stems):
            for phrase, name in self._phrases.get(each, ()):
                if tuple(stems[index : index + len(phrase)]) == phrase:
                    found.append((said[index].start, name))
                    taken = max(taken, index + len(phrase))
            if each in self._names:
                found += [(said[index].start, name) for name in self._names[each]]
            elif index >= taken and each not in self.stop and said[index].text not in self.stop and not each.isdigit() and len(each) > 1:
                found.append((said[index].start, each))
        return found


@lru_cache(maxsize=20_000)
def _of(subjects: Subjects, text: str) -> frozenset[str]:
    return frozenset(name for _, name in subjects.at(text))


@lru_cache(maxsize=8)
def subjects(tables: str) -> Subjects:
    """The concepts of a language, from the text of its `_claims.yaml`."""
    return Subjects(yaml.load(tables, Loader=yaml.CBaseLoader))  # noqa: S506 - texts only, from our own file


def union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All concepts of several texts."""
    return frozenset().union(*sets)
