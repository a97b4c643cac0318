"""A promise says what people get when it is not kept.

Looks at: every guarantee, whether it has a remedy, and whether the words of the remedy name something. "To be decided",
"appropriate compensation" and "at our discretion" name nothing.

Why: a promise that costs nothing when it is broken is a hope. The customer has to argue, the colleague has to invent
something, and two colleagues invent different things.

To put it right: write under `remedy` what people get (`what`), what it is worth, and whether we offer it ourselves. It
need not be money: an apology from somebody who can act, a better room, a senior review. If nothing can be given, it is
a value or a target, so move it there.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding
from handbook.profile.promises import Guarantee, Remedy
from handbook.rules._phrases import first, phrases, plain
from handbook.rules._records import of_kind, value_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
NOON = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
BAD = (
    Example(NOON),
    Example(NOON + "    remedy: {what: To be decided.}"),
    Example(NOON + "    remedy: {what: Appropriate compensation}"),
    Example(NOON + "    remedy: {what: A sum at our discretion}"),
    Example(NOON + "    remedy: {what: TBD, worth: EUR 10 per parcel}"),
)
GOOD = (
    Example(NOON + "    remedy: {what: The delivery is free}"),
    Example(NOON + "    remedy: {what: An apology by telephone from the person who runs the depot}"),
    Example(NOON + "    remedy: {what: A voucher, worth: EUR 10 per parcel}"),
    Example(NOON + "    remedy: {what: Nothing is charged for the delivery}"),
    Example(NOON + "    status: draft"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each guarantee without a remedy, or with one that names nothing."""
    for path, guarantee in of_kind(case, Guarantee):
        if guarantee.remedy is None:
            yield _missing(case, path, guarantee)
        elif _says_nothing(case, guarantee.remedy):
            yield _empty(case, path, guarantee.remedy)


def _says_nothing(case: Case, remedy: Remedy) -> bool:
    return plain(remedy.what) in phrases(case, "empty-remedies") or first(case, "leaves-open", remedy.what) is not None


def _missing(case: Case, path: Path, guarantee: Guarantee) -> Finding:
    return found(
        case.place(path),
        "this promise does not say what people get when it is not kept",
        expected="a remedy",
        found="a promise without one",
        remedy="add   remedy:   and below it   what: what they get   (and worth:, given:), or move the sentence to the values",
        about=case.dotted(path),
        quote=str(guarantee.promise),
    )


def _empty(case: Case, path: Path, remedy: Remedy) -> Finding:
    return found(
        value_place(case, remedy.what),
        "this remedy does not name anything that people get",
        expected="something that can be given",
        found=f'"{remedy.what}"',
        remedy="write behind   what:   the thing itself, such as a free delivery, or a call from somebody who can act",
        about=case.dotted((*path, "remedy", "what")),
        quote=str(remedy.what),
    )
