"""A quiz teaches what the profile says.

Looks at: the figures in answers and explanations of quiz questions that name a guarantee, and in others by their subject.

Why: what people learn in their first week they say for years.

To put it right: refer to the fact instead of typing the number: {reply-time}. The quiz then follows the promise.
"""

from collections.abc import Iterator

from handbook.claims import claims
from handbook.finding import Finding
from handbook.rules._claims import finding_of
from handbook.ruling import Case, Example

SEVERITY = "error"
_GUARANTEE = """
guarantees:
  - id: reply
    promise: A person who can act replies within 24 hours.
    clock: {limit: 24 hours}
    remedy: {what: Two breakfasts}
orientation:
  quiz:
"""
BAD = (
    Example(_GUARANTEE + "    - {question: How fast do we reply?, answer: Within 48 hours., guarantee: reply}"),
    Example(_GUARANTEE + "    - {question: How fast?, answer: At once., explanation: Two days are the limit., guarantee: reply}"),
)
GOOD = (
    Example(_GUARANTEE + "    - {question: How fast do we reply?, answer: Within a day., guarantee: reply, not: [Within 48 hours.]}"),
    Example(_GUARANTEE + "    - {question: How long is the huddle?, answer: 10 minutes.}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each answer that says another figure than the guarantee it is about."""
    by_subject = [each for each in claims(case) if each.statement.block.path[:2] == ("orientation", "quiz")]
    yield from (finding_of(case, each) for each in by_subject if each.verdict in ("weaker", "stronger", "conflict", "clock"))
