"""A remedy is not worth more than the most it can come to.

Looks at: guarantees whose remedy says both what it is worth (`worth`) and the most it can come to (`cap`).

Why: one of the two numbers is wrong, and the colleague at the desk cannot know which. Customers quote the larger one.

To put it right: correct the number that is wrong, or take one of the two away.
"""

from collections.abc import Iterator

from handbook.finding import Finding, Related
from handbook.profile.promises import Guarantee
from handbook.rules._limits import compare
from handbook.rules._records import of_kind, value_place
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
BAD = (
    Example(TOP + "    remedy: {what: Money, worth: EUR 90 per parcel, cap: EUR 60 per parcel}"),
    Example("facts: {most: EUR 60 per parcel}\n" + TOP + '    remedy: {what: Money, worth: EUR 61 per parcel, cap: "{most}"}'),
)
GOOD = (
    Example(TOP + "    remedy: {what: Money, worth: EUR 60 per parcel, cap: EUR 60 per parcel}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 60 per parcel, cap: EUR 90 per parcel}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 60 per parcel, cap: EUR 50 per day}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 60 per parcel}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each remedy that is worth more than its cap."""
    for path, guarantee in of_kind(case, Guarantee):
        remedy = guarantee.remedy
        if remedy and remedy.worth is not None and remedy.cap is not None and compare(remedy.worth, remedy.cap) == "more":
            yield found(
                value_place(case, remedy.worth),
                "this remedy is worth more than the most it can come to",
                expected=f"at most {remedy.cap}",
                found=str(remedy.worth),
                remedy="correct one of the two amounts",
                about=case.dotted((*path, "remedy", "worth")),
                quote=str(remedy.worth),
                related=(Related(value_place(case, remedy.cap), f"the most it can come to: {remedy.cap}"),),
            )
