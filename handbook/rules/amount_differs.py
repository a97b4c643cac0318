"""An amount of money is the same wherever it is said.

Looks at: every amount of money in texts that are about a remedy, a limit or another amount of the profile. It compares
amount and currency, and what the amount is counted per.

Why: twenty here and fifteen there make a quarrel at the desk, and the colleague who gave what the poster said has to answer
to finance.

To put it right: write the profile's amount, or refer to it. If the other one is right, change the profile; the limits of
those who give it may have to move as well.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.rules._claims import differing
from handbook.ruling import Case, Example

SEVERITY = "error"
PROFILE = """
roles:
  desk: {title: Front Desk Agent, reach: ext. 1}
facts:
  desk-limit: {is: EUR 80 per stay, about: What a front desk agent may give without asking}
guarantees:
  - id: room-ready
    name: Room ready
    promise: Your room is ready by 15:00, or dinner is on us.
    clock: {limit: 15:00}
    remedy: {what: Dinner for everyone in the room, worth: EUR 60 per stay}
    who-may-give: {role: desk, up-to: "{desk-limit}"}
"""
BAD = (
    Example(PROFILE, "When the room is not ready in time, guests get a dinner worth EUR 40 per stay."),
    Example(PROFILE, "A front desk agent may give up to EUR 50 per stay without asking."),
)
GOOD = (
    Example(PROFILE, "When the room is not ready in time, guests get a dinner worth 60 euros."),
    Example(PROFILE, "A front desk agent may give up to €80 without asking."),
    Example(PROFILE, "A spa day costs EUR 40 per person."),
    Example(PROFILE, "Other hotels let a front desk agent give EUR 50 without asking."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each amount that differs from the one that rules."""
    yield from differing(case, ("money",), ("weaker", "stronger", "conflict"))
