"""An acceptance has a last day, and that day is still to come.

Looks at: every entry of `accept` whose day under `until` is past. What it covered is reported again, and shown beside it.

Why: a finding is accepted because something will be decided or finished by a day. When the day has come and nobody looks
again, the exception becomes the rule without anybody having chosen it.

To put it right: mend what was accepted and delete the entry; or look at it again, write a new day under `until`, and say
under `reason` what was decided.
"""

from collections.abc import Iterator

from handbook.accepting import expired
from handbook.finding import Finding
from handbook.rules._others import findings
from handbook.ruling import Case, Example

SEVERITY = "warning"
_NOON = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
_ACCEPT = "accept:\n  - {rule: promise-without-remedy, place: guarantees.noon, reason: We decide in spring., until: "
BAD = (
    Example(_NOON + _ACCEPT + "2026-11-24}"),
    Example(_ACCEPT.replace("guarantees.noon", "docs/advert.md") + "2025-12-31}"),
)
GOOD = (
    Example(_NOON + _ACCEPT + "2026-11-25}"),
    Example(_NOON + _ACCEPT + "2027-03-31}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each acceptance whose day is past, with what it covered."""
    return expired(findings(case), case)
