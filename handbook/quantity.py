"""Amounts, times and shares as values: what a profile means by `4 business hours` or `AED 400 per stay`.

`parse_*` turn the text of a single value into a quantity, or raise `NotAQuantity` with a sentence for people.
`str(quantity)` is the one wording that every page uses.
"""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeVar

from handbook.codes import CURRENCIES

Clock = Literal["calendar", "business"]

SYMBOLS = {"€": "EUR", "£": "GBP", "₹": "INR"}
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629746, "year": 31556952}


class NotAQuantity(ValueError):
    """The text is no quantity of the wanted kind; the message says what to write."""


@dataclass(frozen=True, kw_only=True)
class Stated:
    """Where a quantity stands in the profile, and the fact it was taken from, if any; neither counts when comparing."""

    path: tuple[str | int, ...] = field(default=(), compare=False, repr=False)
    fact: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True)
class Duration(Stated):
    """A length of time; `clock` tells whether it runs always or in business hours and days only."""

    amount: Decimal
    unit: str
    clock: Clock = "calendar"

    def __str__(self) -> str:
        words = [number(self.amount), *(["business"] if self.clock == "business" else []), self.unit]
        return " ".join(words) + ("" if self.amount == 1 else "s")

    @property
    def seconds(self) -> Decimal:
        """The length in seconds of its own clock; a month and a year are averages."""
        return self.amount * SECONDS[self.unit]


@dataclass(frozen=True)
class TimeOfDay(Stated):
    """A point of the day on the 24-hour clock."""

    hour: int
    minute: int

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d}"


@dataclass(frozen=True)
class Money(Stated):
    """An amount in one currency (ISO 4217), and what it is counted per (`stay`, `incident`), if anything."""

    amount: Decimal
    currency: str
    per: str = ""

    def __str__(self) -> str:
        cents = f"{self.amount:,.2f}" if self.amount % 1 and self.amount * 100 % 1 == 0 else number(self.amount)
        return f"{self.currency} {cents}" + (f" per {self.per}" if self.per else "")


@dataclass(frozen=True)
class Percent(Stated):
    """A share of a hundred."""

    amount: Decimal

    def __str__(self) -> str:
        return f"{number(self.amount)}%"


@dataclass(frozen=True)
class Rate(Stated):
    """So many per so many of something, e.g. 3 per 1,000 stays."""

    amount: Decimal
    base: Decimal
    of: str

    def __str__(self) -> str:
        base = "" if self.base == 1 else f"{number(self.base)} "
        return f"{number(self.amount)} per {base}{self.of}"


@dataclass(frozen=True)
class Score(Stated):
    """A mark on a scale, e.g. 4.6 out of 5."""

    amount: Decimal
    best: Decimal

    def __str__(self) -> str:
        return f"{number(self.amount)} out of {number(self.best)}"


@dataclass(frozen=True)
class Count(Stated):
    """A plain number, and what is counted if said."""

    amount: Decimal
    of: str = ""

    def __str__(self) -> str:
        year = not self.of and self.amount % 1 == 0 and 1000 <= self.amount <= 9999  # 1998 is a year more often than a count
        return f"{self.amount:.0f}" if year else number(self.amount) + (f" {self.of}" if self.of else "")


Quantity = Duration | TimeOfDay | Money | Percent | Rate | Score | Count
Kind = TypeVar("Kind", bound=Stated)


def number(amount: Decimal) -> str:
    """A number for people: thousands separated by commas, no idle zeros."""
    text = f"{amount:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_DURATION = re.compile(rf"{_NUMBER}\s*(?:(business|working|calendar)\s+)?([a-z]+)", re.I)
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_TWELVE = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?", re.I)
_MONEY = re.compile(rf"(?:([A-Z]{{3}})\s*|([€£₹$]))\s*{_NUMBER}(?:\s+per\s+(\S.*))?")
_MONEY_AFTER = re.compile(rf"{_NUMBER}\s*(?:([A-Z]{{3}})|([€£₹$]))(?:\s+per\s+(\S.*))?")
_PERCENT = re.compile(rf"{_NUMBER}\s*(?:%|per ?cent)", re.I)
_RATE = re.compile(rf"{_NUMBER}\s+(?:per|in|for every)\s+(?:{_NUMBER}\s+)?([^\d\s].*)", re.I)
_SCORE = re.compile(rf"{_NUMBER}\s*(?:/|of|out of)\s*{_NUMBER}", re.I)
_COUNT = re.compile(rf"{_NUMBER}(?:\s+([^\W\d_][^\d]*))?")
_UNIT_WORDS = {
    **{unit: unit for unit in UNITS},
    **{f"{unit}s": unit for unit in UNITS},
    **{"sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "h": "hour"},
}


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def parse_duration(text: str) -> Duration:
    """A length of time: `20 minutes`, `4 business hours`, `2 working days`."""
    match = _DURATION.fullmatch(text)
    unit = _UNIT_WORDS.get(match[3].lower()) if match else None
    if not match or not unit:
        raise NotAQuantity("write a number and a unit: 20 minutes, 4 business hours, 2 days")
    business = (match[2] or "").lower() in ("business", "working")
    return Duration(_decimal(match[1]), unit, "business" if business else "calendar")


def parse_time_of_day(text: str) -> TimeOfDay:
    """A time of day: `15:00`, `3 pm`."""
    if match := _TIME.fullmatch(text):
        hour, minute = int(match[1]), int(match[2])
    elif match := _TWELVE.fullmatch(text):
        hour, minute = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0), int(match[2] or 0)
        hour = hour if 1 <= int(match[1]) <= 12 else 99
    else:
        raise NotAQuantity("write hours and minutes: 15:00")
    if hour > 23 or minute > 59:
        raise NotAQuantity("hours go from 0 to 23 and minutes from 00 to 59: 15:00")
    return TimeOfDay(hour, minute)


def parse_money(text: str) -> Money:
    """An amount of money: `AED 400 per stay`, `€25`."""
    if match := _MONEY.fullmatch(text):
        code, symbol, amount, per = match.groups()
    elif match := _MONEY_AFTER.fullmatch(text):
        amount, code, symbol, per = match.groups()
    else:
        raise NotAQuantity("write the currency and the amount: AED 400, or AED 400 per stay")
    if symbol == "$":
        raise NotAQuantity("say which dollar, with the three letters of the currency: USD 25")
    currency = code or SYMBOLS[symbol]
    if currency not in CURRENCIES:
        raise NotAQuantity(f"{currency} is no currency code; use the three letters of your bank statement, e.g. AED, EUR, USD")
    return Money(_decimal(amount), currency, " ".join((per or "").split()))


def parse_percent(text: str) -> Percent:
    """A share: `98 %`, `98%`."""
    if match := _PERCENT.fullmatch(text):
        return Percent(_decimal(match[1]))
    raise NotAQuantity("write a number and the percent sign: 98 %")


def parse_moment(text: str) -> Duration | TimeOfDay:
    """A time of day or a length of time."""
    for parse in (parse_time_of_day, parse_duration):
        try:
            return parse(text)
        except NotAQuantity as problem:
            if _TIME.fullmatch(text) or _TWELVE.fullmatch(text):
                raise problem
    raise NotAQuantity("write a time of day (15:00) or a length of time (20 minutes, 2 business days)")


def parse_quantity(text: str) -> Quantity:
    """Any quantity: time, money, share, rate, mark, or a plain number with what it counts."""
    if _TIME.fullmatch(text) or _TWELVE.fullmatch(text):
        return parse_time_of_day(text)
    if _MONEY.fullmatch(text) or _MONEY_AFTER.fullmatch(text):
        return parse_money(text)
    for parse in (parse_percent, parse_money, parse_moment):
        try:
            return parse(text)
        except NotAQuantity:
            continue
    return _parse_plain(text)


def _parse_plain(text: str) -> Quantity:
    if match := _SCORE.fullmatch(text):
        return Score(_decimal(match[1]), _decimal(match[2]))
    if match := _RATE.fullmatch(text):
        return Rate(_decimal(match[1]), _decimal(match[2] or "1"), match[3])
    if match := _COUNT.fullmatch(text):
        return Count(_decimal(match[1]), match[2] or "")
    raise NotAQuantity("write a number with its unit: 98 %, 20 minutes, AED 400, 4.6 out of 5, 3 per 1,000 stays")


def stated(quantity: Kind, path: tuple[str | int, ...], fact: str = "") -> Kind:
    """The same quantity, knowing where in the profile it stands."""
    return replace(quantity, path=path, fact=fact)
