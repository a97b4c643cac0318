"""Two quantities -> how the first stands to the second: same, less, more, or why they cannot be compared."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from handbook.quantity import Count, Duration, Money, Percent, Quantity, Rate, Score, TimeOfDay

# Signs and words that several currencies share. A scanner that cannot tell which is meant keeps the sign as the currency.
SHARED = {
    "$": frozenset("USD AUD CAD SGD HKD NZD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD".split()),
    "¥": frozenset(("JPY", "CNY")),
    "₨": frozenset("INR PKR LKR NPR MUR SCR".split()),
    "﷼": frozenset("SAR QAR OMR IRR YER".split()),
    "kr": frozenset("SEK NOK DKK ISK".split()),
    "din": frozenset("KWD BHD JOD IQD TND DZD LYD RSD MKD".split()),
    "Fr": frozenset("CHF XOF XAF RWF DJF GNF KMF BIF CDF".split()),
    "₱": frozenset("PHP MXN ARS CLP COP DOP UYU CUP".split()),
    "¢": frozenset("$ USD AUD CAD SGD HKD NZD EUR ZAR".split()),
}
_DAYS = {
    "second": Decimal(1) / 86400,
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal(30),
    "year": Decimal(365),
}
_BUSINESS_HOURS = {
    "second": Decimal(1) / 3600,
    "minute": Decimal(1) / 60,
    "hour": Decimal(1),
    "day": Decimal(8),
    "week": Decimal(40),
    "month": Decimal(168),
    "year": Decimal(2016),
}
_GROUPS = {
    "calendar": ({"second", "minute", "hour", "day", "week"}, {"month", "year"}),
    "business": ({"second", "minute", "hour"}, {"day", "week"}, {"month", "year"}),
}
_CLOSE = Decimal("0.04")  # a month is 28 to 31 days, a year 12 months
_FAR = Decimal("1.5")
_THIRD = Decimal("0.5")


def compare(a: Quantity, b: Quantity) -> str:
    """How a stands to b: "same", "less", "more"; else "clock", "currency", "per", or "unlike" when nothing else fits."""
    if type(a) is not type(b):
        return _shares(a, b)
    compared = _COMPARED[type(a)](a, b)
    return str(compared)


def _order(a: Any, b: Any) -> str:
    return "same" if a == b else "less" if a < b else "more"


def _durations(a: Duration, b: Duration) -> str:
    """Lengths of one clock; a month is near 30 days, a business day is near 8 business hours but never the same."""
    if a.clock != b.clock:
        return "clock"
    if a.amount == b.amount and a.unit == b.unit:
        return "same"
    sizes = _DAYS if a.clock == "calendar" else _BUSINESS_HOURS
    if any(a.unit in group and b.unit in group for group in _GROUPS[a.clock]):
        exact = {**_DAYS, "year": Decimal(360)} if a.clock == "calendar" else {**_BUSINESS_HOURS}
        first, second = a.amount * exact[a.unit], b.amount * exact[b.unit]
        return "same" if abs(first - second) <= Decimal("1e-12") * max(first, second) else _order(first, second)
    first, second = a.amount * sizes[a.unit], b.amount * sizes[b.unit]
    if a.clock == "calendar":
        return "same" if abs(first - second) <= _CLOSE * max(first, second) else _order(first, second)
    return _order(first, second) if max(first, second) > _FAR * min(first, second) else "unlike"


def _times(a: TimeOfDay, b: TimeOfDay) -> str:
    return _order((a.hour, a.minute), (b.hour, b.minute))


def _moneys(a: Money, b: Money) -> str:
    if not _same_currency(a.currency, b.currency):
        return "currency"
    if a.per and b.per and not _same_thing(a.per, b.per):
        return "per"
    return _order(a.amount, b.amount)


def _same_currency(a: str, b: str) -> bool:
    return a == b or b in SHARED.get(a, ()) or a in SHARED.get(b, ())


def _percents(a: Percent, b: Percent) -> str:
    """Shares; a third may be written 33 % or 33.33 %."""
    thirds = any(round(each.amount * 3) in (100, 200) and each.amount % 1 for each in (a, b))
    return "same" if thirds and abs(a.amount - b.amount) < _THIRD else _order(a.amount, b.amount)


def _rates(a: Rate, b: Rate) -> str:
    if a.of and b.of and not _same_thing(a.of, b.of):
        return "unlike"
    return _order(a.amount * b.base, b.amount * a.base)


def _scores(a: Score, b: Score) -> str:
    return _order(a.amount, b.amount) if a.best == b.best else "unlike"


def _counts(a: Count, b: Count) -> str:
    return _order(a.amount, b.amount) if not a.of or not b.of or _same_thing(a.of, b.of) else "unlike"


_COMPARED: dict[type, Callable[[Any, Any], str]] = {
    Duration: _durations,
    TimeOfDay: _times,
    Money: _moneys,
    Percent: _percents,
    Rate: _rates,
    Score: _scores,
    Count: _counts,
}


def _shares(a: Quantity, b: Quantity) -> str:
    """Quantities of two kinds: a share may be said as 25 %, 1 in 4 or 25 out of 100; nothing else is comparable."""
    first, second = _percent(a), _percent(b)
    return _percents(first, second) if first and second else "unlike"


def _percent(quantity: Quantity) -> Percent | None:
    if isinstance(quantity, Percent):
        return quantity
    if isinstance(quantity, Rate) and quantity.base > 1 and quantity.amount <= quantity.base:
        return Percent(quantity.amount * 100 / quantity.base)
    if isinstance(quantity, Score) and quantity.best in (10, 100) and not quantity.amount % 1:
        return Percent(quantity.amount * 100 / quantity.best)
    return None


def _same_thing(a: str, b: str) -> bool:
    """Whether two things counted are one: the words of the shorter end the longer, and plurals count as their singular."""
    first, second = a.lower().split(), b.lower().split()
    pairs = list(zip(reversed(first), reversed(second), strict=False))
    return bool(pairs) and all(_same_word(*pair) for pair in pairs)


def _same_word(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long == short or (
        len(long) - len(short) <= 2
        and len(short) > 2
        and (long.startswith(short) or (short[-1] == "y" and long.startswith(short[:-1] + "ie")))
    )
