"""The measure of a promise is as strict as the promise.

Looks at: guarantees with a measure (`measured-by`, or a measure that names the guarantee). The time in the measure's
formula, name, definition and scale, and a target that is a time, may not be longer than the limit of the promise's
clock. A promise about every case ("all calls", "always") whose target is below 100 % gets a warning.

Why: a promise says all calls in 60 seconds, and the board shows 80 % in 120 seconds, in green. The board wins.

To put it right: write the promise's time into the formula, best as a fact in braces that both use. Say in the promise
what you can hold for everybody, and give a remedy for the cases in which you do not.
"""

from collections.abc import Iterator

from handbook.declare import Path, Said
from handbook.finding import Finding, Related, Span
from handbook.mentions import Mention
from handbook.profile.listening import Measure
from handbook.profile.promises import Guarantee
from handbook.quantity import Duration, Percent, TimeOfDay
from handbook.rules._phrases import Hit, hits, phrases
from handbook.rules._quantities import deadlines
from handbook.rules._records import of_kind, value_place, words_place
from handbook.rules._times import compare
from handbook.ruling import Case, Example, found

SEVERITY = "error"
PROMISE = "guarantees:\n  - {id: a, promise: 'We answer, or the call is free.', clock: {limit: 60 seconds}, measured-by: m}\n"
MEASURE = "measures:\n  - {id: m, kind: operational, better: higher, name: Answered in time, formula: "
BAD = (
    Example(PROMISE + MEASURE + "calls answered within 120 seconds / calls}"),
    Example(PROMISE + MEASURE + "calls answered in time / calls, definition: Calls picked up in under two minutes.}"),
    Example(PROMISE + MEASURE.replace("higher", "lower") + "mean time to answer, target: 2 minutes}"),
    Example(PROMISE.replace("60 seconds", "15:00") + MEASURE + "rooms ready by 16:00 / rooms}"),
    Example(PROMISE.replace("60 seconds", "2 days") + MEASURE + "answers within 2 business days / letters}"),
    Example(PROMISE.replace("We answer,", "We answer every call,") + MEASURE + "calls answered in time / calls, target: 80 %}"),
)
GOOD = (
    Example(PROMISE + MEASURE + "calls answered within 1 minute / calls, target: 98 %}"),
    Example(PROMISE + MEASURE + "calls answered within 45 seconds / calls}"),
    Example(PROMISE + MEASURE.replace("operational", "outcome") + "callers who call again within 12 months / callers}"),
    Example(PROMISE.replace("60 seconds", "2 business days") + MEASURE + "answers within 2 days / letters}"),
    Example(PROMISE.replace("We answer,", "We answer every call,") + MEASURE + "calls answered / calls, target: 100 %}"),
    Example(PROMISE.replace("We answer,", "We are there every day,") + MEASURE + "calls answered / calls, target: 80 %}"),
    Example(PROMISE + MEASURE + "calls answered within 60 seconds and called back within 24 hours / calls}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each measure that asks for less than its promise."""
    for path, guarantee in of_kind(case, Guarantee):
        for _, measure in of_kind(case, Measure):
            if guarantee.measured_by == measure.id or guarantee.id in measure.guarantees:
                yield from _against(case, path, guarantee, measure)


def _against(case: Case, path: Path, guarantee: Guarantee, measure: Measure) -> Iterator[Finding]:
    limit = guarantee.clock.limit if guarantee.clock else None
    if limit is not None and measure.kind != "outcome":
        yield from _texts(case, limit, measure)
        if isinstance(measure.target, Duration | TimeOfDay) and compare(measure.target, limit) == "more":
            yield _longer(case, value_place(case, measure.target), str(measure.target), measure.target.path, limit)
    if guarantee.measured_by == measure.id and isinstance(measure.target, Percent) and measure.target.amount < 100:
        hit = _universal(case, guarantee.promise)
        yield from [_not_all(case, guarantee.promise, hit, measure.target)] if hit else []


def _texts(case: Case, limit: Duration | TimeOfDay, measure: Measure) -> Iterator[Finding]:
    told: list[tuple[Said, Mention, Duration | TimeOfDay]] = []
    for text in (measure.formula, measure.name, measure.definition, measure.scale):
        told += [(text, mention, time) for mention, time in deadlines(case, text)] if text is not None else []
    kept = {text.path for text, _, time in told if compare(time, limit) in ("same", "less")}
    for text, mention, time in told:
        # beside the promise's own time a text, or another text of the measure, may count something else: answered in 1 minute, called back in a day
        if compare(time, limit) == "more" and text.path not in kept and (not kept or _near(time, limit)):
            yield _longer(case, words_place(case, text, mention.start, mention.end), text[mention.start : mention.end], text.path, limit)
            return


def _near(time: Duration | TimeOfDay, limit: Duration | TimeOfDay) -> bool:
    return not isinstance(time, Duration) or not isinstance(limit, Duration) or time.seconds <= limit.seconds * 6


def _longer(case: Case, span: Span, words: str, path: Path, limit: Duration | TimeOfDay) -> Finding:
    return found(
        span,
        f"this measure allows {words}, and the promise {limit}",
        expected=f"{limit} or less",
        found=words,
        remedy="write the time of the promise here, best as a fact in braces that both use",
        about=case.dotted(path),
        quote=words,
        related=(Related(value_place(case, limit), f"the promise: {limit}"),),
    )


def _universal(case: Case, promise: Said) -> Hit | None:
    """The word that makes it a promise about every case; the part about the remedy and words such as "every day" do not."""
    upto = next((at for mark in (", or ", "; or ", ". If ") if (at := promise.find(mark)) >= 0), len(promise))
    for hit in hits(promise[:upto], phrases(case, "universals")):
        following = promise[hit.end : upto].split()[:1]
        if not following or following[0].strip(".,;:").casefold() not in phrases(case, "time-nouns"):
            return hit
    return None


def _not_all(case: Case, promise: Said, hit: Hit, target: Percent) -> Finding:
    return found(
        value_place(case, target),
        f'the promise says "{hit.words}", and the measure aims for {target}',
        severity="warning",
        expected="100%, or a promise that does not speak of every case",
        found=str(target),
        remedy="aim for 100 %, or take the word out of the promise; the remedy is there for the others",
        about=case.dotted(target.path),
        quote=str(target),
        related=(Related(words_place(case, promise, hit.start, hit.end), "the promise"),),
    )
