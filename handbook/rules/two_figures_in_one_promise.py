"""A promise says the same time and the same amount as its own clock and its own remedy.

Looks at: each guarantee by itself. A time in the words of the promise (`promise`, `plain`) is compared with the limit of
its clock, and an amount behind "or you get" with what the remedy is worth. The clock's `kind` is compared with its limit:
business days are not counted by the calendar.

Why: the customer is quoted the sentence, and the colleague works by the field beside it.

To put it right: say the figure once under `facts`, and write its name in braces in the sentence and in the field.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handbook.declare import Path, Said
from handbook.finding import Finding, Related
from handbook.mentions import Mention
from handbook.profile.promises import Guarantee
from handbook.quantity import Duration, Money, Stated, TimeOfDay
from handbook.rules._limits import per
from handbook.rules._phrases import first
from handbook.rules._quantities import deadlines, mentions
from handbook.rules._records import of_kind, value_place, words_place
from handbook.rules._times import compare
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = "guarantees:\n  - id: a\n    promise: "
DAYS = "    clock: {limit: 2 business days, kind: business}\n    remedy: {what: Money, worth: EUR 30 per parcel, cap: EUR 90 per order}"
BAD = (
    Example(TOP + "It is with you within 3 business days.\n" + DAYS),
    Example(TOP + "It is with you within 2 days.\n" + DAYS),
    Example(TOP + "It is with you by noon.\n    plain: Before 13:00 at the latest.\n    clock: {limit: '12:00'}"),
    Example(TOP + "It comes in two business days, or you get EUR 20.\n" + DAYS),
    Example(TOP + "It comes.\n    clock: {limit: 2 business days, kind: calendar}"),
)
GOOD = (
    Example(TOP + "It is with you within two business days, or you get EUR 30.\n" + DAYS),
    Example(TOP + "Tell us within 30 days and it is with you within 2 business days, or we call you within a day.\n" + DAYS),
    Example(TOP + "If it cost more than EUR 100, it is with you in 2 business days, or you get up to EUR 90.\n" + DAYS),
    Example(TOP + "It comes, or you get three vouchers of EUR 10.\n" + DAYS),
    Example(TOP + "It comes within 48 hours.\n    clock: {limit: 2 days}"),
    Example(TOP + "It comes within 2 business days.\n    clock: {limit: 2 days, kind: business}"),
    Example(TOP + "It comes within a month.\n    clock: {limit: 30 days}"),
)
_TURN = re.compile(r"[,;] (?:or|and|otherwise|else) |\. (?=\w)")
"""Where a promise turns from what we do to what people get if we do not."""
NEAR = 0.04
"""Two lengths of time that differ by so little are one: a month and 30 days."""


def check(case: Case) -> Iterator[Finding]:
    """The findings of each guarantee, against itself."""
    for path, guarantee in of_kind(case, Guarantee):
        yield from _clock(case, path, guarantee)
        for text in (guarantee.promise, guarantee.plain):
            if text is not None:
                yield from _time(case, text, guarantee)
                yield from _amount(case, text, guarantee)


def _clock(case: Case, path: Path, guarantee: Guarantee) -> Iterator[Finding]:
    clock = guarantee.clock
    if clock and clock.kind == "calendar" and isinstance(clock.limit, Duration) and clock.limit.clock == "business":
        yield found(
            case.places.get((*path, "clock", "kind")) or case.place((*path, "clock")),
            f"this clock runs by the calendar, and its limit is {clock.limit}",
            expected="business",
            found="calendar",
            remedy="write   kind: business   or a limit that counts every day",
            about=case.dotted((*path, "clock", "kind")),
            quote="calendar",
            related=(Related(value_place(case, clock.limit), f"the limit: {clock.limit}"),),
        )


def _time(case: Case, text: Said, guarantee: Guarantee) -> Iterator[Finding]:
    limit = guarantee.clock.limit if guarantee.clock else None
    turn = _TURN.search(text)
    told = [(each, time) for each, time in deadlines(case, text) if not turn or each.start < turn.start()]
    if limit is None or len(told) != 1:
        return
    mention, time = told[0]
    if not mention.hedged and type(time) is type(limit) and not any(_same(time, each) for each in _read(guarantee, limit)):
        yield _differs(case, text, mention, limit, "the limit of the clock")


def _read(guarantee: Guarantee, limit: Duration | TimeOfDay) -> Iterator[Duration | TimeOfDay]:
    """The limit as written, and as its clock counts it."""
    yield limit
    if isinstance(limit, Duration) and guarantee.clock and guarantee.clock.kind == "business":
        yield replace(limit, clock="business")


def _same(one: Duration | TimeOfDay, other: Duration | TimeOfDay) -> bool:
    if isinstance(one, Duration) and isinstance(other, Duration) and one.clock == other.clock:
        return abs(one.seconds - other.seconds) <= float(other.seconds) * NEAR
    return compare(one, other) == "same"


def _amount(case: Case, text: Said, guarantee: Guarantee) -> Iterator[Finding]:
    worth = guarantee.remedy.worth if guarantee.remedy else None
    turn = _TURN.search(text)
    told = [each for each in mentions(case, text) if isinstance(each.high, Money) and turn and each.start > turn.start()]
    if worth is None or turn is None or len(told) != 1 or told[0].low != told[0].high:
        return
    said = told[0].high
    assert isinstance(said, Money) and guarantee.remedy
    ours = [each for each in (worth, guarantee.remedy.cap) if each is not None]
    fits = any((said.amount, said.currency) == (each.amount, each.currency) for each in ours)
    if not fits and not _counted(case, text[turn.start() :], said, worth):
        yield _differs(case, text, told[0], worth, "what the remedy is worth")


def _counted(case: Case, clause: str, said: Money, worth: Money) -> bool:
    """Whether the amount is one of several, or for each of several, so that it need not be the whole worth."""
    if said.per:
        return per(said) != per(worth)
    several = worth.amount % said.amount == 0 and first(case, "number-words", clause) is not None if said.amount else True
    return several or first(case, "for-each", clause) is not None


def _differs(case: Case, text: Said, mention: Mention, ours: Stated, what: str) -> Finding:
    words = text[mention.start : mention.end]
    return found(
        words_place(case, text, mention.start, mention.end),
        f"this promise says {words}, and {what} is {ours}",
        expected=str(ours),
        found=words,
        remedy="say the figure once under facts, and write its name in braces in both places",
        about=case.dotted(text.path),
        quote=words,
        related=(Related(value_place(case, ours), f"{what}: {ours}"),),
    )
