"""An acceptance names a rule that there is.

Looks at: the name under `rule` in every entry of `accept`.

Why: an acceptance with a slip in its name accepts nothing, and whoever wrote it believes the matter is settled. What
keeps a profile from being read at all (a missing field, a slip in YAML) is no matter of judgement, so it has no name here.

To put it right: copy the name from the square brackets behind the finding.
"""

from collections.abc import Iterator

from handbook.accepting import unknown
from handbook.finding import Finding
from handbook.rules._others import names
from handbook.ruling import Case, Example

SEVERITY = "error"
_NOON = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
_REST = "place: guarantees.noon, reason: We decide in spring., until: 2027-03-31}"
BAD = (
    Example(f"{_NOON}accept:\n  - {{rule: promise-without-remedies, {_REST}"),
    Example(f"{_NOON}accept:\n  - {{rule: missing-field, {_REST}"),
    Example(f"{_NOON}accept:\n  - {{rule: acceptance-expired, {_REST}"),
)
GOOD = (
    Example(f"{_NOON}accept:\n  - {{rule: promise-without-remedy, {_REST}"),
    Example(f"{_NOON}accept:\n  - {{rule: Promise-without-remedy, {_REST}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each acceptance of something that is no rule."""
    return unknown(case, names())
