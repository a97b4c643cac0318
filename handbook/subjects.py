"""What a sentence is about: its words as concepts, in which reply, answer and *get back to* are one. The words are data (`_claims.yaml`)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import yaml

from handbook.prose import stem, vocabulary, words
from handbook.quantity import Clock


class Cue:
    """A list of words and phrases that tell how a sentence is meant, found whole and in any case.

    `behind` is an expression that must follow. Most texts hold none of them, so the longest word of each is looked for first.
    """

    def __init__(self, forms: Iterable[str], behind: str = "") -> None:
        self._forms = tuple(sorted(forms, key=lambda each: (-len(each), each)))
        self._behind = behind
        self._by_hint: dict[str, list[str]] = {}
        for form in self._forms:
            hint = max(vocabulary(form), key=lambda word: (len(word), word), default="")
            self._by_hint.setdefault(hint, []).append(form.lower())
        self._hints = frozenset(self._by_hint)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """An expression that finds them."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(each) for each in self._forms)}){self._behind}(?!\w)", re.I)

    def inside(self, text: str) -> bool:
        """Whether any of them stands in the text."""
        shared = self._hints & vocabulary(text)
        if not shared and "" not in self._by_hint:
            return False
        low = text.lower()
        met = any(_stands(form, low) for form in self._by_hint.get("", ())) or any(
            form == hint or _stands(form, low) for hint in shared for form in self._by_hint[hint]
        )
        return met and (not self._behind or self.pattern.search(text) is not None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every place in the text where one of them stands."""
        return self.pattern.finditer(text, start, len(text) if end is None else end) if self.inside(text) else iter(())

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first such place."""
        return next(self.finditer(text, start, end), None)


def _stands(form: str, text: str) -> bool:
    """Whether a form stands in a text with no letter or digit right before or behind it."""
    at = text.find(form)
    while at >= 0:
        last = at + len(form)
        if not (at and (text[at - 1].isalnum() or text[at - 1] == "_")) and not (
            last < len(text) and (text[last].isalnum() or text[last] == "_")
        ):
            return True
        at = text.find(form, at + 1)
    return False


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
            self._cues[key] = Cue(self._data[group][name] if group else self._data[name])
        return self._cues[key]

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a promise for which there are words: remedy, authority, claim, payout."""
        return tuple(self._data["parts"])

    def speaks_of_time(self, text: str) -> bool:
        """Whether a text says *at once*, *for ever* or *by the third day*, in whatever words."""
        return self.cue("at-once").inside(text) or self.cue("for-ever").inside(text) or not self._ordinals.isdisjoint(vocabulary(text))

    @cached_property
    def _ordinals(self) -> frozenset[str]:
        return frozenset(self._data["ordinals"])

    @cached_property
    def _ordinal(self) -> re.Pattern[str]:
        led, numbers, units = (
            "|".join(re.escape(each) for each in sorted(self._data[name], key=lambda each: -len(each)))
            for name in ("ordinal-led", "ordinals", "ordinal-units")
        )
        return re.compile(rf"(?<!\w)(?:{led})\s+(the\s+(?P<number>{numbers})\s+(?P<unit>{units}))(?!\w)", re.I)

    def ordinal_days(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str, str, Clock]]:
        """Each *by the third business day*: where the day is said, where its lead begins, its number, unit and clock."""
        if self._ordinals.isdisjoint(vocabulary(text)):
            return
        for match in self._ordinal.finditer(text, start, end):
            unit = self._data["ordinal-units"][match["unit"].lower()].split()
            clock: Clock = "business" if unit[0] == "business" else "calendar"
            yield match.start(1), match.end(1), match.start(), self._data["ordinals"][match["number"].lower()], unit[-1], clock

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
            self._cues["year"] = Cue(self._data["years"], behind=r"\s+(?:\w+\s+){0,2}(?:19|20)\d\d")
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
