"""Nothing stands longer than the day by which its owner wanted to look at it again.

Looks at: every `review-by` of the profile, beside today's date. A day that is still to come, and today itself, are
fine.

Why: a number that was right in spring is quoted in autumn with the full weight of a handbook. People trust what has
been looked at.

To put it right: look at the message, keep or change it, write what you found under   last-review:, and set the next
review-by:.
"""

from collections.abc import Iterator
from datetime import date

from handbook.catalogue import label
from handbook.declare import Path
from handbook.finding import Finding
from handbook.rules._records import records
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "warning"
NOON = "guarantees: [{id: noon, promise: Your parcel is with you by noon., review-by: "
BAD = (
    Example(NOON + "2026-11-24}]"),
    Example("facts: {limit: {is: EUR 20 per parcel, review-by: 2023-06-30}}"),
    Example("automation: {machines-do: [Send the bill.], review-by: 2026-01-31}"),
    Example("vision: {statement: Everybody is heard., review-by: 2025-12-31}"),
)
GOOD = (
    Example(NOON + "2026-11-25}]"),
    Example(NOON + "2026-12-10}]"),
    Example(NOON + "2023-06-30, status: draft}]"),
    Example("guarantees: [{id: noon, promise: It comes by noon.}]"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each record whose day of review has passed."""
    for path, record in records(case):
        due = getattr(record, "review_by", None)
        if isinstance(due, date) and due < case.today:
            yield _finding(case, path, record, due)


def _finding(case: Case, path: Path, record: object, due: date) -> Finding:
    owner = getattr(record, "owner", None)
    who = label(case.catalogue.find(owner)) if owner is not None else "its owner"
    days = (case.today - due).days
    return found(
        case.places.get((*path, "review-by")) or case.place(path),
        f"the review of {case.dotted(path)} is overdue by {days} day{'s' if days != 1 else ''}",
        expected=f"a look by {date_in_words(due)}",
        found=f"today is {date_in_words(case.today)}",
        remedy=f"ask {who} to look at it; then write last-review and the next review-by",
        about=case.dotted(path),
        quote=due.isoformat(),
    )
