"""No promise gives less than the law gives anyway.

Looks at: guarantees that say what the law asks for. The time of the promise is compared with `legal-time-limit`, what
the remedy is worth with `legal-minimum`, and both with times and amounts in the text of `legal-floor`: a time in a
sentence about paying back is compared with `pay-within` (where the promise itself is about money back, with its clock),
any other with the clock.

Why: an answer within ten weeks is no promise where the regulator asks for eight. It tells people to wait for less than
they are owed.

To put it right: make the promise at least as good as the law. If the law has changed, correct the fields that say so.
"""

from collections.abc import Iterator

from handbook.declare import Path, Said
from handbook.finding import Finding, Related, Span
from handbook.profile.promises import Guarantee
from handbook.quantity import Duration, Money, Stated
from handbook.rules._limits import compare as compare_amounts
from handbook.rules._phrases import first, sentence
from handbook.rules._quantities import deadlines, mentions
from handbook.rules._records import of_kind, value_place, words_place
from handbook.rules._times import compare
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = "guarantees:\n  - id: a\n    promise: You have our answer.\n    clock: {limit: "
MONEY = "guarantees:\n  - id: a\n    promise: It comes by noon.\n    remedy: {what: Money, worth: EUR 20 per parcel}\n"
BAD = (
    Example(TOP + "10 weeks}\n    legal-time-limit: 8 weeks"),
    Example(TOP + "10 business days}\n    legal-time-limit: 10 days"),
    Example(TOP + "10 weeks}\n    legal-floor: The regulator asks for an answer within eight weeks."),
    Example(MONEY + "    legal-minimum: EUR 50 per parcel"),
    Example(MONEY + "    legal-floor: The law grants at least EUR 50 per parcel."),
    Example(TOP + "2 days}\n    pay-within: 30 days\n    legal-floor: A refund is due within 14 days."),
    Example(TOP.replace("You have our answer", "Your money is back") + "20 days}\n    legal-floor: The law asks for the money in 14 days."),
    Example(TOP + "2 days}\n    legal-time-limit: 8 weeks\n    legal-floor: The regulator asks for an answer within 6 weeks."),
)
GOOD = (
    Example(TOP + "8 weeks}\n    legal-time-limit: 56 days"),
    Example(TOP + "2 days}\n    legal-floor: The regulator asks for an answer within eight weeks."),
    Example(TOP + "2 days}\n    pay-within: 7 days\n    legal-floor: A refund is due within 14 days."),
    Example(TOP + "8 weeks}\n    legal-floor: A refund is due within 14 days."),
    Example(MONEY + "    legal-minimum: EUR 20 per parcel"),
    Example(MONEY + "    legal-floor: 'The law of 1998 grants nothing, and courts have given EUR 50 in one case.'"),
    Example(TOP + "2 days}\n    legal-time-limit: 8 weeks\n    legal-floor: The regulator asks for an answer within 8 weeks."),
)
Floor = tuple[Span, str, Stated]


def check(case: Case) -> Iterator[Finding]:
    """A finding for each time that is longer, and each amount that is smaller, than the law's."""
    for path, guarantee in of_kind(case, Guarantee):
        yield from _times(case, path, guarantee)
        yield from _amounts(case, path, guarantee)


def _times(case: Case, path: Path, guarantee: Guarantee) -> Iterator[Finding]:
    limit = guarantee.clock.limit if guarantee.clock and isinstance(guarantee.clock.limit, Duration) else None
    law = guarantee.legal_time_limit
    ours = limit if limit is not None else guarantee.pay_within
    if law is not None and ours is not None and compare(ours, law) == "more":
        yield _longer(case, ours, value_place(case, law), str(law))
    elif guarantee.legal_floor is not None:
        yield from _in_words(case, guarantee, guarantee.legal_floor, limit)


def _in_words(case: Case, guarantee: Guarantee, text: Said, limit: Duration | None) -> Iterator[Finding]:
    for mention, time in deadlines(case, text):
        if not isinstance(time, Duration) or mention.hedged:
            continue
        span, words = words_place(case, text, mention.start, mention.end), text[mention.start : mention.end]
        payment = first(case, "payment-words", sentence(text, mention.start, mention.end))
        ours = (guarantee.pay_within or _paying(case, guarantee, limit)) if payment else limit
        if ours is not None and compare(ours, time) == "more":
            yield _longer(case, ours, span, words)
        law = guarantee.legal_time_limit
        if law is not None and not payment and compare(law, time) in ("less", "more"):
            yield _two_laws(case, law, span, words)


def _paying(case: Case, guarantee: Guarantee, limit: Duration | None) -> Duration | None:
    """The time of a promise that is itself about paying back: "your money is back within ..."."""
    main = guarantee.promise.split(", or ")[0]
    return limit if first(case, "payment-words", main) else None


def _longer(case: Case, ours: Duration, span: Span, words: str) -> Finding:
    return found(
        value_place(case, ours),
        f"this promise takes longer than the law allows: {ours}, and not {words}",
        expected=f"{words} or less",
        found=str(ours),
        remedy="make the promise at least as fast as the law asks",
        about=case.dotted(ours.path),
        quote=str(ours),
        related=(Related(span, f"the law: {words}"),),
    )


def _two_laws(case: Case, law: Duration, span: Span, words: str) -> Finding:
    return found(
        span,
        f"what the law asks for is said twice: {words} here, and {law} in legal-time-limit",
        expected=str(law),
        found=words,
        remedy="ask whoever knows the law which of the two is right, and correct the other",
        about=case.dotted(law.path),
        quote=words,
        related=(Related(value_place(case, law), f"legal-time-limit: {law}"),),
    )


def _amounts(case: Case, path: Path, guarantee: Guarantee) -> Iterator[Finding]:
    ours = guarantee.remedy.worth if guarantee.remedy else None
    if ours is None:
        return
    for span, words, law in _legal_amounts(case, guarantee):
        assert isinstance(law, Money)
        known = law if law.per else Money(law.amount, law.currency, ours.per)
        if compare_amounts(ours, known) == "less":
            yield found(
                value_place(case, ours),
                f"this remedy is worth less than the law gives: {ours}, and not {words}",
                expected=f"at least {words}",
                found=str(ours),
                remedy="make the remedy at least as large as the law asks",
                about=case.dotted(ours.path),
                quote=str(ours),
                related=(Related(span, f"the law: {words}"),),
            )
            return


def _legal_amounts(case: Case, guarantee: Guarantee) -> Iterator[Floor]:
    if guarantee.legal_minimum is not None:
        yield value_place(case, guarantee.legal_minimum), str(guarantee.legal_minimum), guarantee.legal_minimum
    text = guarantee.legal_floor
    for mention in mentions(case, text) if text is not None else ():
        if text is not None and isinstance(mention.low, Money) and mention.bound in ("at least", "more than"):
            yield words_place(case, text, mention.start, mention.end), text[mention.start : mention.end], mention.low
