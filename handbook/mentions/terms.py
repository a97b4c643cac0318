"""A place in a text -> the one amount that is written there: a length, a point of the day, money, a share, or a bare number."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from handbook.mentions.moments import moment
from handbook.mentions.numbers import Number, Passage, number
from handbook.quantity import Count, Duration, Money, Percent, Quantity, TimeOfDay

STEPS = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "month": ("day", 30),
}
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Term:
    """One amount; `style` tells how it was written where that matters later: article, group, words, plus, am, pm, oclock, four."""

    start: int
    end: int
    kind: str
    value: Quantity
    style: str = ""
    bound: str = ""

    @property
    def amount(self) -> Decimal:
        return size(self.value)


def size(quantity: Quantity) -> Decimal:
    """The bare amount of a quantity; of a point of the day, its minutes."""
    return Decimal(quantity.hour * 60 + quantity.minute) if isinstance(quantity, TimeOfDay) else quantity.amount


def term(passage: Passage, place: int) -> Term | None:
    """The longest amount that begins at the place."""
    found: list[Term | None] = [_moment(passage, place), _numbered(passage, place)]
    if not passage.low[place : place + 1].isdecimal():
        found += [_phrase(passage, place), _part(passage, place), _money_first(passage, place)]
    return max((each for each in found if each), key=lambda each: each.end, default=None)


def _moment(passage: Passage, place: int) -> Term | None:
    point = moment(passage, place)
    return Term(place, point[1], "moment", point[0], point[2]) if point else None


def _phrase(passage: Passage, place: int) -> Term | None:
    match = passage.find("phrase", place)
    if not match:
        return None
    bound, length = passage.lexicon.phrases[match[0]]
    return Term(place, match.end(), "time", length, "phrase", bound)


def _part(passage: Passage, place: int) -> Term | None:
    """Parts of a unit (`half an hour`), of a round number (`half a million`), and of a whole (`three quarters of`)."""
    lexicon = passage.lexicon
    if bare := passage.find("bare", place):
        value = lexicon.parts[bare["part"]]
        if passage.find("unit", bare.end()):
            return _length(passage, place, Number(value, bare.end(), "digits"))
        if scale := passage.find("number", bare.end()):
            return _scaled(passage, place, value, scale)
    match = passage.find("part", place)
    if not match:
        return None
    count = match["count"] or ""
    value = lexicon.parts[match["part"]] * lexicon.values.get(count, Decimal(1))
    if match["article"] and passage.find("unit", match.end()):
        return _length(passage, place, Number(value, match.end(), "digits"))
    if match["of"] and value <= 1 and (count or match["part"] in lexicon.words["numbers-bare-parts"]):
        return Term(place, match.end("of"), "percent", Percent(_share(value)), "part")
    return None


def _share(value: Decimal) -> Decimal:
    percent = value * 100
    return percent.quantize(CENT) if percent % 1 else percent


def _scaled(passage: Passage, place: int, value: Decimal, scale: "re.Match[str]") -> Term | None:
    if scale["words"] not in passage.lexicon.multiples:
        return None
    return _with_unit(passage, place, Number(value * passage.lexicon.multiples[scale["words"]], scale.end(), "words"))


def _numbered(passage: Passage, place: int) -> Term | None:
    found = number(passage, place)
    return _with_unit(passage, place, found) if found else None


def _with_unit(passage: Passage, place: int, found: Number) -> Term:
    """The number with the unit behind it; a bare number when there is none."""
    if old := passage.find("old", found.end):
        return Term(place, old.end(), "age", Duration(found.value, "year"), _style(found))
    if percent := passage.find("percent", found.end):
        kind = "points" if percent["points"] else "percent"
        return Term(place, percent.end(), kind, Percent(found.value), _style(found))
    read = [each for each in (_length(passage, place, found), _money_behind(passage, place, found)) if each]
    return max(read, key=lambda each: each.end) if read else Term(place, found.end, "bare", Count(found.value), _style(found))


def _style(found: Number) -> str:
    return "plus" if found.plus else found.style


def _length(passage: Passage, place: int, found: Number) -> Term | None:
    match = passage.find("unit", found.end)
    if not match:
        return None
    lexicon, begins = passage.lexicon, match.start("unit")
    if match["unit"] in lexicon.words["time-apart"] and passage.low[begins - 1] != " ":
        return None
    unit = lexicon.units[match["unit"]]
    business = match["clock"] in lexicon.business or unit.clock == "business"
    value = replace(unit, amount=found.value * unit.amount, clock="business" if business else "calendar")
    return _longer(passage, Term(place, match.end(), "time", value, _style(found)))


def _longer(passage: Passage, first: Term) -> Term:
    """With what is added in smaller units or parts (`1 hour 30 minutes`, `an hour and a half`), and the clock said behind it."""
    assert isinstance(first.value, Duration)
    value, end = first.value, first.end
    if half := passage.find("and-part", end):
        value, end = (
            replace(value, amount=value.amount + passage.lexicon.parts[half["part"]] * (value.amount if first.style == "article" else 1)),
            half.end(),
        )
    elif (both := passage.find("and-time", end)) and (more := number(passage, both.end())) and (unit := passage.find("unit", more.end)):
        smaller = passage.lexicon.units[unit["unit"]]
        if (
            STEPS.get(value.unit, ("", 0))[0] == smaller.unit
            and smaller.amount == 1
            and more.style != "article"
            and more.value < STEPS[value.unit][1]
        ):
            value, end = replace(value, amount=value.amount * STEPS[value.unit][1] + more.value, unit=smaller.unit), unit.end()
    if value.clock == "calendar" and (behind := passage.find("clock-behind", end)):
        value, end = replace(value, clock="business"), behind.end()
    return replace(first, value=value, end=end, style=first.style if end == first.end else "digits")


def _money_first(passage: Passage, place: int) -> Term | None:
    match = passage.find("money-before", place)
    found = number(passage, match.end()) if match else None
    currency = _currency(passage, match) if match else None
    return _priced(passage, place, found, currency) if found and currency else None


def _currency(passage: Passage, match: "re.Match[str]") -> str | None:
    """The currency that stands before or behind a number; codes count in capitals only."""
    named = match.groupdict()
    if named.get("code"):
        written = passage.text[match.start("code") : match.end("code")]
        return written if written in passage.lexicon.words["codes"] else None
    word = named.get("word") or named.get("sign") or ""
    return passage.lexicon.money_before.get(word) or passage.lexicon.money_words.get(word)


def _priced(passage: Passage, place: int, found: Number, currency: str) -> Term:
    value, end = found.value, found.end
    if scale := passage.find("money-scale", end):
        value, end = value * passage.lexicon.multiples[scale["scale"]], scale.end()
    if (behind := passage.find("money-behind", end)) and behind["code"] and (code := _currency(passage, behind)):
        currency, end = code, behind.end()
    return priced_per(passage, Term(place, end, "money", Money(value, currency), _style(found)))


def _money_behind(passage: Passage, place: int, found: Number) -> Term | None:
    match = passage.find("money-behind", found.end)
    currency = _currency(passage, match) if match else None
    if not match or not currency:
        return None
    minor = match["word"] in passage.lexicon.words["minor"]
    value, end = found.value / 100 if minor else found.value, match.end()
    if not minor and (both := passage.find("and-money", end)) and (more := number(passage, both.end())):
        cents = passage.find("money-behind", more.end)
        if cents and cents["word"] in passage.lexicon.words["minor"] and more.value < 100:
            value, end = value + more.value / 100, cents.end()
    return priced_per(passage, Term(place, end, "money", Money(value, currency), _style(found)))


def priced_per(passage: Passage, money: Term) -> Term:
    """The money with what it is per: `per stay`, `a night`, `for every guest`, `/day`."""
    match, finds = passage.find("per", money.end), passage.lexicon.finds
    word = finds["noun"].match(passage.low, match.end() - 1) if match and passage.low[match.end() - 1] == " " else None
    if match and not word and passage.low[match.end() - 1] == "/":
        word = finds["slashed"].match(passage.low, match.end())
    if not match or not word or word[1] in passage.lexicon.words["counts-stop"]:
        return money
    end, per = word.end(), [word[1]]
    while more := passage.find("per-more", end):
        per, end = [*per, passage.low[end + 1 : more.start("word") - 1] if more["and"] else "per", more["word"]], more.end()
    if not more and (second := finds["noun"].match(passage.low, end)) and len(per) == 1 and second[1] in passage.lexicon.words["per-words"]:
        per, end = [*per, second[1]], second.end()
    assert isinstance(money.value, Money)
    return replace(money, end=end, value=replace(money.value, per=" ".join(per)))
