"""A time, a share or a count is the same wherever it is said.

Looks at: every length of time, hour of the day, percentage and count in the profile's texts, the chapters and the documents
that are about one of our promises or facts: the subject decides, not the number. 24 hours and one day are the same, a range
that holds our figure agrees, and history, examples, other firms, the law and quoted words are left alone.

Why: people plan by these figures. Whoever reads three days and is promised four hours believes neither, and the colleague
who has to explain it did not write either of them.

To put it right: write the profile's figure, or better, refer to it, so that it cannot differ again. If the other figure is
the right one, change the profile.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.rules._claims import differing
from handbook.ruling import Case, Example

SEVERITY = "error"
PROFILE = """
guarantees:
  - id: reply
    name: A complaint answered
    promise: Tell us what went wrong, and a person who can act replies within 24 hours.
    clock: {limit: 24 hours}
    remedy: {what: Two breakfasts, worth: EUR 40 per stay}
facts:
  room-ready-by: {is: 15:00, about: The hour by which a room is ready on the day of arrival}
"""
BAD = (
    Example(PROFILE, "If you are unhappy with your stay, please allow three working days for our answer."),
    Example(PROFILE, "## Complaints\n\nWe respond within 48 hours at the latest."),
    Example(PROFILE, "Your room is available from 4 pm on the day of arrival."),
    Example(PROFILE, "| Subject | Time |\n|---|---|\n| Reply to a complaint | 2 days |"),
)
GOOD = (
    Example(PROFILE, "If you are unhappy with your stay, we answer within one day."),
    Example(PROFILE, "Until 2024 we answered complaints within three working days."),
    Example(PROFILE, "Other hotels take three days to answer a complaint."),
    Example(PROFILE, "The training on complaints lasts two days."),
    Example(PROFILE, "A guest told us that she waited three days for an answer to her complaint elsewhere."),
    Example(PROFILE, "The reply to a complaint comes in 12 to 24 hours."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each figure that differs from the one that rules."""
    yield from differing(case, ("time", "moment", "percent", "count", "ratio"), ("weaker", "stronger", "conflict"))
