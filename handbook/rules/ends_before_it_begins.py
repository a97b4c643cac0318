"""Whatever holds for a time ends after it has begun.

Looks at: records with a first and a last day: `effective-from` and `effective-until` of any message, `from` and `until`
of a stage.

Why: one of the two days is a slip of the pen, and nobody can tell whether the message holds today.

To put it right: correct the day that is wrong.
"""

from collections.abc import Iterator
from datetime import date

from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.rules._records import records, value_place
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "error"
OFFER = "offers: [{id: winter, name: Winter rate, says: Half price in winter., "
BAD = (
    Example(OFFER + "effective-from: 2026-12-01, effective-until: 2026-02-28}]"),
    Example("drive: {stages: [{name: Listen, from: 2026-05-01, until: 2026-04-30}]}"),
)
GOOD = (
    Example(OFFER + "effective-from: 2026-12-01, effective-until: 2026-12-01}]"),
    Example(OFFER + "effective-until: 2026-02-28}]"),
    Example("drive: {stages: [{name: Listen, from: 2026-05-01, until: 2026-06-30}]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each record whose last day lies before its first."""
    for path, record in records(case):
        for begins, ends in (("effective_from", "effective_until"), ("from_", "until")):
            start, end = getattr(record, begins, None), getattr(record, ends, None)
            if isinstance(start, date) and isinstance(end, date) and end < start:
                yield _finding(case, path, start, end)


def _finding(case: Case, path: Path, start: date, end: date) -> Finding:
    return found(
        value_place(case, end),
        "this ends before it begins",
        expected=f"a day after {date_in_words(start)}",
        found=date_in_words(end),
        remedy="correct the day that is wrong",
        about=case.dotted(path),
        quote=end.isoformat(),
        related=(Related(value_place(case, start), f"it begins on {date_in_words(start)}"),),
    )
