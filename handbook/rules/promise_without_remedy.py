"""A promise says what people get when it is not kept.

Looks at: every guarantee, and whether it has a remedy with words for what people get.

Why: a promise that costs nothing when it is broken is a hope. The customer has to argue, the colleague has to invent
something, and two colleagues invent different things.

To put it right: write under `remedy` what people get (`what`), what it is worth, and whether we offer it ourselves. It
need not be money: an apology from somebody who can act, a better room, a senior review. If nothing can be given, it is
a value or a target, so move it there.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.ruling import Case, Example, found, home

SEVERITY = "warning"
BAD = (Example("guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon."),)
GOOD = (Example("guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n    remedy: {what: The delivery is free}"),)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each guarantee without a remedy."""
    for guarantee in case.profile.guarantees:
        if guarantee.remedy is None:
            path = home(guarantee)
            yield found(
                case.place(path),
                "this promise does not say what people get when it is not kept",
                expected="a remedy",
                found="a promise without one",
                remedy="add   remedy:   and below it   what: what they get   (and worth:, given:), or move the sentence to the values",
                about=case.dotted(path),
                quote=str(guarantee.promise),
            )
