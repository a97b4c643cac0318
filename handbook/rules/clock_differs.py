"""A promise runs on one clock: calendar time or business time.

Looks at: lengths of time in texts about a promise that are about as long as the promise's, but counted on the other clock:
"2 days" beside "2 business days", "24 hours" beside "one working day".

Why: over a weekend two days are over and two business days have not begun. Both readers are right, so somebody gets it wrong.

To put it right: say which hours count in the same words everywhere. The profile's `clock: kind:` says which it is.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.rules._claims import differing
from handbook.ruling import Case, Example

SEVERITY = "error"
PROFILE = """
guarantees:
  - id: repair
    name: Repair of your machine
    promise: Your machine is repaired within 2 business days, or the visit is free.
    clock: {limit: 2 business days, kind: business}
    remedy: {what: The visit is free}
"""
BAD = (
    Example(PROFILE, "We repair your machine within 2 days."),
    Example(PROFILE, "Repairs: machines are running again within 48 hours of your call."),
)
GOOD = (
    Example(PROFILE, "We repair your machine within two working days."),
    Example(PROFILE, "Before 2023 machines were repaired within 2 days."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each length of time on another clock than its promise."""
    yield from differing(case, ("time",), ("clock",))
