"""An acceptance accepts something that is still there.

Looks at: every entry of `accept` that holds today, and whether its rule finds something at its place. It keeps quiet where
it cannot know: when the place is a file that was not looked at this time, or when the rule is about documents.

Why: the reason for the acceptance is gone, or its place has a slip. Left standing, it would silently swallow the next
finding there.

To put it right: delete the entry, or correct its place.
"""

from collections.abc import Iterator

from handbook.accepting import unused
from handbook.finding import Finding
from handbook.rules._others import findings, names, textual
from handbook.ruling import Case, Example

SEVERITY = "note"
_KEPT = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n    remedy: {what: The delivery is free}\n"
_OPEN = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
_ACCEPT = "accept:\n  - {rule: promise-without-remedy, place: guarantees.noon, reason: We decide in spring., until: 2027-03-31}\n"
BAD = (
    Example(_KEPT + _ACCEPT),
    Example(_OPEN + _ACCEPT.replace("guarantees.noon", "guarantees.moon")),
    Example(_OPEN + _ACCEPT.replace("guarantees.noon", "profile.yaml:1")),
)
GOOD = (
    Example(_OPEN + _ACCEPT),
    Example(_OPEN + _ACCEPT.replace("guarantees.noon", "guarantees")),
    Example(_OPEN + _ACCEPT.replace("guarantees.noon", "profile.yaml")),
    Example(_KEPT + _ACCEPT.replace("guarantees.noon", "docs/advert.docx")),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each acceptance that covers nothing."""
    return unused(findings(case), case, names(), textual())
