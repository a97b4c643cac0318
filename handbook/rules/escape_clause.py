"""A promise is not taken back by its own exceptions.

Looks at: guarantees. A promise that says it holds whatever happens ("unconditional", "no questions asked", "whatever
the reason") may have no `unless` at all; that is a contradiction between two lines. More than five exceptions, an
exception that tells the very case the promise is for (its `trigger`), and words such as "at our discretion", "where
possible" or "subject to availability" leave nothing of the promise.

Why: people remember the promise and meet the exception. Eleven exclusions under "unconditional" were read aloud on the
radio.

To put it right: take the exception out, or the absolute word. Keep the exceptions that people would find fair if they
read them aloud. What depends on your discretion is not a promise: make it smaller until it holds.
"""

from collections.abc import Iterator

from handbook.declare import Path, Said
from handbook.finding import Finding, Related
from handbook.profile.promises import Guarantee
from handbook.rules._phrases import Hit, alike, first, negated
from handbook.rules._records import of_kind, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
MOST = 5
TOP = "guarantees:\n  - id: noon\n    promise: "
BAD = (
    Example(TOP + "You get your money back, no questions asked.\n    unless: [The parcel was opened.]"),
    Example(TOP + "Your refund is unconditional.\n    unless: [It rains., It snows.]"),
    Example(TOP + "It comes by noon.\n    plain: We pay whatever happens.\n    unless: [The road is closed.]"),
    Example(TOP + "It comes by noon.\n    unless: [One., Two., Three., Four., Five., Six.]"),
    Example(TOP + "It comes by noon.\n    unless: [A van may be late at our discretion.]"),
    Example(TOP + "Subject to availability, a cab takes you home."),
    Example(TOP + "It comes by noon.\n    trigger: The parcel arrives after noon\n    unless: [The parcel arrived after noon.]"),
)
GOOD = (
    Example(TOP + "You get your money back, no questions asked."),
    Example(TOP + "It comes by noon.\n    unless: [A storm closes the road.]"),
    Example(TOP + "It comes by noon.\n    unless: [One., Two., Three., Four., Five.]"),
    Example(TOP + "It comes by noon.\n    plain: This promise is not unconditional.\n    unless: [The road is closed.]"),
    Example(
        TOP + "It comes by noon.\n    trigger: The parcel arrives after noon\n    unless: [The parcel was sent after noon the day before.]"
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """The findings of each guarantee."""
    for path, guarantee in of_kind(case, Guarantee):
        yield from _absolute(case, path, guarantee)
        if len(guarantee.unless) > MOST:
            yield _too_many(case, path, guarantee)
        for text in _spoken(guarantee, guarantee.unless):
            if (hit := first(case, "swallows", text)) and not negated(case, text, hit.start):
                yield _swallows(case, text, hit)
        for text in guarantee.unless:
            if guarantee.trigger is not None and alike(text, guarantee.trigger):
                yield _the_very_case(case, text, guarantee.trigger)


def _spoken(guarantee: Guarantee, more: tuple[Said, ...] = ()) -> tuple[Said, ...]:
    """What the guarantee says of itself: its promise, its plain meaning and its remedy."""
    remedy = guarantee.remedy.what if guarantee.remedy else None
    return tuple(each for each in (guarantee.promise, guarantee.plain, remedy, *more) if each is not None)


def _absolute(case: Case, path: Path, guarantee: Guarantee) -> Iterator[Finding]:
    for text in _spoken(guarantee) if guarantee.unless else ():
        hit = first(case, "without-conditions", text)
        if hit and not negated(case, text, hit.start):
            yield found(
                words_place(case, text, hit.start, hit.end),
                "this promise holds without conditions, and has exceptions",
                severity="error",
                expected="a promise without exceptions, or one that does not say so",
                found=f'"{hit.words}", and {len(guarantee.unless)} under unless',
                remedy="take the exceptions out, or the words that deny them",
                about=case.dotted(text.path),
                quote=hit.words,
                related=tuple(Related(words_place(case, each, 0, len(each)), "an exception") for each in guarantee.unless[:5]),
            )
            return


def _too_many(case: Case, path: Path, guarantee: Guarantee) -> Finding:
    first_too_many = guarantee.unless[MOST]
    return found(
        words_place(case, first_too_many, 0, len(first_too_many)),
        f"this promise has {len(guarantee.unless)} exceptions, and little is left of it",
        expected=f"at most {MOST} exceptions",
        found=f"{len(guarantee.unless)} exceptions",
        remedy="keep those that people would find fair if they read them aloud, and take the others out",
        about=case.dotted((*path, "unless")),
        quote=str(first_too_many),
        related=(Related(case.place((*path, "promise")), "the promise"),),
    )


def _swallows(case: Case, text: Said, hit: Hit) -> Finding:
    return found(
        words_place(case, text, hit.start, hit.end),
        "these words leave it to us whether the promise holds",
        expected="a promise that people can call in",
        found=f'"{hit.words}"',
        remedy="say exactly when it does not hold, or make the promise smaller until it always holds",
        about=case.dotted(text.path),
        quote=hit.words,
    )


def _the_very_case(case: Case, text: Said, trigger: Said) -> Finding:
    return found(
        words_place(case, text, 0, len(text)),
        "this exception is the very case that the promise is for",
        expected="an exception for something else",
        found=f'"{text}"',
        remedy="take the exception out",
        about=case.dotted(text.path),
        quote=str(text),
        related=(Related(words_place(case, trigger, 0, len(trigger)), "what sets the promise off"),),
    )
