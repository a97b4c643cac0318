"""Which numbers of a translation are not in its original, whatever words, digits and units either uses."""

import re
from dataclasses import dataclass
from decimal import Decimal

from handbook.declare import Said
from handbook.quantity import SECONDS, Duration, TimeOfDay
from handbook.rules._numbers import Number, numbers
from handbook.rules._phrases import hits, language_words, phrases
from handbook.rules._quantities import mentions
from handbook.ruling import Case

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Told:
    """The numbers that an original tells: spelled one way, and its lengths of time in seconds, with the number each is said with."""

    values: frozenset[str]
    seconds: frozenset[Decimal]
    timed: frozenset[str]


def strange(case: Case, language: str, original: Said, text: Said) -> list[Number]:
    """The numbers of a translation that its original does not tell, or tells of another unit."""
    told = _told(case, original)
    return [number for number, unit in _numbers(case, language, text) if not _known(number.value, unit, told)]


def lost(case: Case, language: str, original: Said, text: Said) -> Number | None:
    """The first number of the original that its translation does not have."""
    there = {each.value for each, _ in _numbers(case, language, text)}
    return next((each for each in numbers(original) if each.value not in there), None)


def _told(case: Case, original: Said) -> Told:
    words = phrases(case, "number-words")
    values = {each.value for each in numbers(original)}
    values |= {str(words.index(hit.words.lower()) + 1) for hit in hits(original, words)}
    found = [each.low for each in mentions(case, original)] + [each.high for each in mentions(case, original)]
    times = [each for each in found if isinstance(each, Duration)]
    values |= {str(each) for each in found if isinstance(each, TimeOfDay)}
    return Told(frozenset(values), frozenset(each.seconds for each in times), frozenset(f"{each.amount:f}" for each in times))


def _numbers(case: Case, language: str, text: Said) -> list[tuple[Number, str]]:
    """The numbers of a translation, in digits and in words, each with the unit behind it as far as the language's table knows it."""
    units, named = language_words(case, language, "units"), language_words(case, language, "numbers")
    found = [(each, _unit(text[each.end :], units)) for each in numbers(text)]
    for match in _WORD.finditer(text):
        if said := named.get(match[0].lower()):
            value, _, unit = str(said).partition(" ")
            found.append((Number(match.start(), match.end(), match[0], value), unit or _unit(text[match.end() :], units)))
    return sorted(found, key=lambda each: each[0].start)


def _unit(following: str, units: dict[str, str]) -> str:
    match = _WORD.match(following.lstrip())
    word = match[0].lower() if match else ""
    return next((unit for beginning, unit in units.items() if word.startswith(beginning)), "")


def _known(value: str, unit: str, told: Told) -> bool:
    if value.isdigit() and len(value) <= 2 and {f"{int(value):02d}:00", f"{(int(value) + 12) % 24:02d}:00"} & told.values:
        return True
    if unit and ":" not in value:
        same_time = Decimal(value) * SECONDS[unit] in told.seconds
        return same_time or (value in told.values and value not in told.timed)
    return value in told.values
