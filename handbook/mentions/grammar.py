"""A place in a text -> the quantity that is written there: an amount or a range, a share, a rate, a mark, an age, or things counted."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from handbook.mentions.numbers import Number, Passage, number
from handbook.mentions.terms import Term, priced_per, size, term
from handbook.quantity import Count, Duration, Money, Percent, Quantity, Rate, Score, TimeOfDay

Ends = tuple[Quantity, Quantity]


@dataclass(frozen=True)
class Reading:
    """A quantity as read; `bound` is set when words inside or behind it say how it is meant."""

    start: int
    end: int
    low: Quantity
    high: Quantity
    kind: str
    style: str = ""
    bound: str = ""


def read(passage: Passage, place: int) -> Reading | None:
    """The longest quantity whose first number, sign or word begins at the place."""
    if nth := _nth(passage, place):
        return nth
    first = term(passage, _front(passage, place))
    if not first:
        return None
    span = _span(passage, first) or Reading(first.start, first.end, first.value, first.value, first.kind, first.style, first.bound)
    if span.kind == "bare":
        return _thing(passage, span)
    if isinstance(span.high, Duration) and span.high.unit == "year" and span.kind == "time":
        span = _aged(passage, span) or span
    return replace(span, bound="at least") if span.style == "plus" else span


def _front(passage: Passage, place: int) -> int:
    """Where the currency before the number begins, or the number itself."""
    before = passage.lexicon.finds["money-left"].search(passage.low, max(0, place - 8), place)
    if not before or not passage.low[place : place + 1].isdigit():
        return place
    known = not before["code"] or passage.text[before.start("code") : before.end("code")] in passage.lexicon.words["codes"]
    return before.start() if known else place


def _nth(passage: Passage, place: int) -> Reading | None:
    """`every third booking`: one of three."""
    match = passage.find("nth", place)
    noun = passage.find("noun", match.end()) if match else None
    if not match or not noun or noun[1] in passage.lexicon.units or noun[1] in passage.lexicon.words["counts-stop"]:
        return None
    rate = Rate(Decimal(1), Decimal(passage.lexicon.table["numbers"]["nth"][match["nth"]]), noun[1])
    return Reading(place, noun.end(), rate, rate, "ratio")


def _span(passage: Passage, first: Term) -> Reading | None:
    """A range of two amounts of one kind, low before high; `between` and `from` belong to it."""
    opened, both = passage.lexicon.finds["opened"].search(passage.low, max(0, first.start - 9), first.start), None
    if opened and opened["between"]:
        both = passage.find("range-and", first.end)
    both = both or passage.find("range", first.end)
    second = term(passage, both.end()) if both else None
    if not both or not second or second.style == "article":
        return _or_more(passage, first)
    joined = _joined(passage, first, second)
    if not joined or not _ordered(*joined) or (_either(passage, both) and first.kind != "bare"):
        return _or_more(passage, first)
    if first.kind == "money" and second.kind == "bare":
        second = priced_per(passage, replace(second, value=joined[1]))
        joined = joined[0], second.value
        joined = _alike(*joined) or joined
    kind = first.kind if first.kind != "bare" else second.kind
    return Reading(
        opened.start() if opened else first.start, second.end, *joined, kind, second.style if first.kind == "bare" else first.style
    )


def _either(passage: Passage, both: "re.Match[str]") -> bool:
    named = both.groupdict()
    return named.get("to") in passage.lexicon.words["ranges-or"]


def _or_more(passage: Passage, first: Term) -> Reading | None:
    """`a day or two`."""
    match = passage.find("or", first.end)
    if not match or not isinstance(first.value, Duration) or first.amount != 1:
        return None
    more = term(passage, match.end())
    if not more or more.kind != "bare" or more.amount <= 1:
        return None
    return Reading(first.start, more.end, first.value, replace(first.value, amount=more.amount), "time")


def _joined(passage: Passage, first: Term, second: Term) -> Ends | None:
    """The two ends of a range, when both are of one kind or one of them borrows the unit of the other."""
    low, high = first.value, second.value
    if first.kind == second.kind:
        return _alike(low, high) if type(low) is type(high) else None
    if first.kind == "bare":
        return _same_half(first, second) if isinstance(high, TimeOfDay) else (_resized(high, first.amount), high)
    if second.kind == "bare" and isinstance(low, Money) and not low.per:
        return low, _resized(low, second.amount)
    return None


def _resized(quantity: Quantity, amount: Decimal) -> Quantity:
    return quantity if isinstance(quantity, TimeOfDay) else replace(quantity, amount=amount)


def _alike(low: Quantity, high: Quantity) -> Ends | None:
    if isinstance(low, Money) and isinstance(high, Money):
        low = low if low.per else replace(low, per=high.per)
        return (low, high) if low.currency == high.currency else None
    if isinstance(low, Duration) and isinstance(high, Duration) and low.clock != high.clock:
        return replace(low, clock="business"), replace(high, clock="business")
    return low, high


def _same_half(first: Term, second: Term) -> Ends | None:
    """`9 to 11 am`, `9 to 5 pm`: the first hour takes the half of the second, or the other half when it would be later."""
    hour, high = first.amount, second.value
    if second.style not in ("am", "pm", "oclock") or hour % 1 or not 1 <= hour <= 12 or not isinstance(high, TimeOfDay):
        return None
    halves = [int(hour) % 12 + shift for shift in ((12, 0) if high.hour >= 12 else (0, 12))]
    low = next((each for each in halves if each < high.hour), None)
    return (TimeOfDay(low, 0), high) if low is not None else None


def _ordered(low: Quantity, high: Quantity) -> bool:
    if isinstance(low, TimeOfDay) and isinstance(high, TimeOfDay):
        return (low.hour, low.minute) != (high.hour, high.minute)
    if isinstance(low, Duration) and isinstance(high, Duration):
        return low.seconds < high.seconds
    return size(low) < size(high)


def _thing(passage: Passage, span: Reading) -> Reading | None:
    """What a bare number or a range of two is of."""
    older = passage.find("older", span.end)
    if older and size(span.low) <= 120:
        return _age(replace(span, end=older.end(), bound=passage.lexicon.table["ages"]["over"][older["over"]]))
    if aged := _aged(passage, span):
        return aged
    return _mark(passage, span) or _one_in(passage, span) or _rate(passage, span, span.end) or _counted(passage, span)


def _age(span: Reading) -> Reading:
    low, high = (Duration(size(each), "year") for each in (span.low, span.high))
    return replace(span, low=low, high=high, kind="age")


def _aged(passage: Passage, span: Reading) -> Reading | None:
    """An age by what stands before: `children under 12`, `aged 6 to 11`."""
    before = passage.lexicon.finds["aged"].search(passage.low, max(0, span.start - 48), span.start)
    opened = passage.lexicon.finds["opener"].match(passage.low, span.start)
    limited = (
        before
        and (before["limit"] or opened)
        and (before["who"] in passage.lexicon.words["ages-sure"] or not _plural(passage, span.end, False))
    )
    if not before or not (before["aged"] or (before["who"] and limited)) or size(span.high) > int(passage.lexicon.table["ages"]["most"]):
        return None
    years = passage.find("years", span.end)
    bound = passage.lexicon.table["ages"]["bounds"].get(before["limit"] or before["bound"] or "", "")
    return _age(replace(span, start=before.start(), end=years.end() if years else span.end, bound=bound))


def _mark(passage: Passage, span: Reading) -> Reading | None:
    """`4.6 out of 5` is a mark; `nine out of ten guests` is a share."""
    low = size(span.low)
    if slash := passage.find("slash", span.end):
        best = Decimal(slash["best"] or slash["decimal"])
        return _done(span, slash.end(), Score(low, best), "ratio") if low <= best and (slash["best"] or low % 1) else None
    match = passage.find("out-of", span.end)
    best_said = number(passage, match.end()) if match else None
    if not best_said or low > best_said.value or not best_said.value:
        return None
    if (noun := _noun(passage, best_said.end)) and noun[1] not in passage.lexicon.words["ratio-marks"] and not low % 1:
        percent = low * 100 / best_said.value
        return _done(span, noun[0], Percent(percent if not percent % 1 else round(percent, 2)), "percent")
    return _done(span, best_said.end, Score(low, best_said.value), "ratio")


def _done(span: Reading, end: int, value: Quantity, kind: str) -> Reading | None:
    return replace(span, end=end, low=value, high=value, kind=kind) if span.low == span.high else None


def _one_in(passage: Passage, span: Reading) -> Reading | None:
    """`1 in 20`, `one in five guests`."""
    match = passage.find("in", span.end)
    base = number(passage, match.end()) if match else None
    if not match or not base or base.style == "article" or base.value <= size(span.low) or _year(passage, base):
        return None
    whole = term(passage, match.end())
    if not whole or whole.kind != "bare" or passage.low[base.end : base.end + 1] in ("-", "–", "/", ":"):
        return None
    noun = _noun(passage, base.end)
    return _done(span, noun[0] if noun else base.end, Rate(size(span.low), base.value, noun[1] if noun else ""), "ratio")


def _year(passage: Passage, found: Number) -> bool:
    first, last = map(int, passage.lexicon.table["numbers"]["years"])
    return first <= found.value <= last


def _rate(passage: Passage, span: Reading, place: int) -> Reading | None:
    """`3 per 1,000 stays`, `2 per week`, and behind a counted thing `3 complaints per 1,000 stays`."""
    match = passage.find("rate", place)
    if not match:
        return None
    base = number(passage, match.end())
    base = base if base and base.style != "article" else None
    noun = _noun(passage, base.end if base else match.end() - 1, paired=True)
    if not noun or (base and not base.value):
        return None
    return _done(span, noun[0], Rate(size(span.low), base.value if base else Decimal(1), noun[1]), "ratio")


def _counted(passage: Passage, span: Reading) -> Reading | None:
    """So many things; and so many things per something."""
    written = passage.low[span.start : span.end]
    noun = None if span.style == "article" else _plural(passage, span.end, size(span.high) == 1)
    if not noun:
        return None
    if rate := _rate(passage, span, noun[0]):
        return rate
    if written in passage.lexicon.words["numbers-never-counted"]:
        return None
    low, high = (Count(size(each), noun[1]) for each in (span.low, span.high))
    return replace(span, end=noun[0], low=low, high=high, kind="count")


def _noun(passage: Passage, place: int, paired: bool = False) -> tuple[int, str] | None:
    """The thing a share or a rate is of: words up to the first plural, or one word; `room and night` when paired."""
    if plural := _plural(passage, place, False):
        return plural
    match = passage.find("noun", place)
    if not match or not _fits(passage, match[1]):
        return None
    more = passage.find("per-more", match.end()) if paired else None
    more = more if more and more["and"] else None
    end = more.end() if more else match.end()
    return end, passage.low[match.start(1) : end]


def _plural(passage: Passage, place: int, single: bool) -> tuple[int, str] | None:
    """Up to three words that end with a plural (with the last fitting word when there is but one thing)."""
    end, begin = place, place + 1
    for _ in range(int(passage.lexicon.table["counts"]["filler"])):
        match = passage.find("noun", end)
        if not match or not _fits(passage, match[1]):
            break
        end = match.end()
        if _is_plural(passage, match[1]):
            return end, passage.low[begin:end]
    return (end, passage.low[begin:end]) if single and end > place else None


def _fits(passage: Passage, word: str) -> bool:
    words = passage.lexicon.words
    return not (
        word in passage.lexicon.values
        or word in words["counts-stop"]
        or word in words["counts-measures"]
        or word in words["counts-never"]
        or word.endswith(tuple(words["counts-stop-ending"]))
    )


def _is_plural(passage: Passage, word: str) -> bool:
    words = passage.lexicon.words
    if word in words["counts-plurals"] or not words["counts-plural"]:
        return True
    ends = word.endswith(tuple(words["counts-plural"])) and not word.endswith(tuple(words["counts-not-plural"]))
    return ends and word not in words["counts-never-plural"]
