"""What a sentence is about: its words as concepts, in which reply, answer and *get back to* are one. The words are data (`_claims.yaml`)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import yaml

from handbook.prose import KEPT, stem, vocabulary, words
from handbook.quantity import Clock


class Cue:
    """A list of words and phrases that tell how a sentence is meant, found whole and in any case.

    `behind` is an expression that must follow. Most texts hold none of them, so the longest word of each is looked for first;
    `possible` tells of a text which cues have such a word in it.
    """

    def __init__(self, key: str, forms: Iterable[str], possible: Callable[[str], frozenset[str]], behind: str = "") -> None:
        self._key, self._possible, self._behind = key, possible, behind
        self._forms = tuple(sorted(forms, key=lambda each: (-len(each), each)))
        self.by_hint: dict[str, list[str]] = {}
        for form in self._forms:
            hint = max(vocabulary(form), key=lambda word: (len(word), word), default="")
            self.by_hint.setdefault(hint, []).append(form.lower())

    def _met(self, text: str) -> tuple[str, ...]:
        """Which of them stand in the text, the longest first."""
        if self._key not in self._possible(text):
            return ()
        low = text.lower()
        hints = self.by_hint.keys() & vocabulary(text)
        met = [form for hint in hints for form in self.by_hint[hint] if _stands(form, low)]
        met += [form for form in self.by_hint.get("", ()) if _stands(form, low)]
        return tuple(sorted(met, key=lambda each: (-len(each), each)))

    def inside(self, text: str) -> bool:
        """Whether any of them stands in the text."""
        met = self._met(text)
        return bool(met) and (not self._behind or _expression(met, self._behind).search(text) is not None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every place in the text where one of them stands."""
        met = self._met(text)
        return _expression(met, self._behind).finditer(text, start, len(text) if end is None else end) if met else iter(())

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The one that stands right at a place."""
        met = self._met(text)
        return _expression(met, self._behind).match(text, start) if met else None

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first such place."""
        return next(self.finditer(text, start, end), None)


@lru_cache(maxsize=KEPT)
def _expression(forms: tuple[str, ...], behind: str) -> re.Pattern[str]:
    """An expression that finds a few forms, in any case, with no letter or digit right before or behind them."""
    led = "|".join(rf"(?<!\w){re.escape(each)}" if each[0].isalnum() else re.escape(each) for each in forms)
    return re.compile(rf"(?:{led}){behind}(?!\w)", re.I)


def _stands(form: str, text: str) -> bool:
    """Whether a form stands in a text with no letter or digit right before or behind it."""
    at = text.find(form)
    while at >= 0:
        last = at + len(form)
        if not (at and form[0].isalnum() and (text[at - 1].isalnum() or text[at - 1] == "_")) and not (
            last < len(text) and (text[last].isalnum() or text[last] == "_")
        ):
            return True
        at = text.find(form, at + 1)
    return False


class Subjects:
    """The concepts of texts. `faint` ones weigh little, `common` ones make nothing sure; stop words are none."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.stop = frozenset(stem(each) for each in data["stop"].split()) | frozenset(data["stop"].split())
        self._names: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group in data["alike"]:
            for form in group:
                self._take(form, group[0])
        self.faint = frozenset(each for word in data["faint"].split() for each in self._names.get(stem(word), (stem(word),)))
        self.common = frozenset(each for word in data["common"] for each in {word, *self._names.get(stem(word), (stem(word),))})
        self._data = data
        self._possible = lru_cache(maxsize=KEPT)(self._which)
        self._cues = self._all_cues()
        self._by_hint: dict[str, frozenset[str]] = {}
        for key, cue in self._cues.items():
            for hint in cue.by_hint:
                self._by_hint[hint] = self._by_hint.get(hint, frozenset()) | {key}
        self._anywhere = self._by_hint.pop("", frozenset())

    def _take(self, form: str, name: str) -> None:
        stems = tuple(stem(each.text) for each in words(form))
        if len(stems) == 1:
            self._names[stems[0]] = (*self._names.get(stems[0], ()), name)
        else:
            self._phrases.setdefault(stems[0], []).append((stems, name))
            self._phrases[stems[0]].sort(key=lambda each: -len(each[0]))

    def cue(self, name: str, group: str = "") -> Cue:
        """One of the lists of `_claims.yaml`."""
        return self._cues[f"{group}/{name}"]

    def _all_cues(self) -> dict[str, Cue]:
        """Every list of the table by name (of a group: group/name), and the years that tell of another time."""
        lists = {f"/{name}": value for name, value in self._data.items() if isinstance(value, list) and value and isinstance(value[0], str)}
        for group, value in self._data.items():
            if isinstance(value, dict):
                lists |= {f"{group}/{name}": forms for name, forms in value.items() if isinstance(forms, list)}
        cues = {key: Cue(key, forms, self._possible) for key, forms in lists.items()}
        return cues | {"year": Cue("year", self._data["years"], self._possible, r"\s+(?:\w+\s+){0,2}(?:19|20)\d\d")}

    def _which(self, text: str) -> frozenset[str]:
        """The cues of which a word stands in a text."""
        return self._anywhere.union(*(self._by_hint[word] for word in self._by_hint.keys() & vocabulary(text)))

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

    def word(self, field: str) -> str:
        """What stands in texts for a field of the profile, such as its target."""
        return str(self._data["field-words"][field])

    def forms(self, name: str) -> tuple[str, ...]:
        """One of the lists of `_claims.yaml` as it stands."""
        return tuple(self._data[name])

    def year(self) -> Cue:
        """A year behind a word such as *until* or *in*: the sentence tells of another time."""
        return self._cues["year"]

    def of(self, text: str) -> frozenset[str]:
        """The concepts of a text."""
        return _of(self, text)

    def at(self, text: str) -> list[tuple[int, str]]:
        """The concepts of a text with the offsets they begin at."""
        found: list[tuple[int, str]] = []
        said = words(text)
        stems = [stem(each.text) for each in said]
        for index, each in enumerate(stems):
            for phrase, name in self._phrases.get(each, ()):
                if tuple(stems[index : index + len(phrase)]) == phrase:
                    found.append((said[index].start, name))
            if each in self._names:
                found += [(said[index].start, name) for name in self._names[each]]
            elif each not in self.stop and said[index].text not in self.stop and not each.isdigit() and len(each) > 1:
                found.append((said[index].start, each))
        return found


@lru_cache(maxsize=20_000)
def _of(subjects: Subjects, text: str) -> frozenset[str]:
    return frozenset(name for _, name in subjects.at(text))


@lru_cache(maxsize=8)
def subjects(tables: str) -> Subjects:
    """The concepts of a language, from the text of its `_claims.yaml`."""
    return Subjects(yaml.load(tables, Loader=yaml.CBaseLoader))  # noqa: S506 - texts only, from our own file
