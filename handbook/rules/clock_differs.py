"""A promise runs on one clock: calendar time or business time.

Looks at: lengths of time in texts about a promise that are about as long as the promise's, but counted on the other clock:
"2 days" beside "2 business days", "24 hours" beside "one working day". Where the figure is right, it looks at when the clock
is said to start, and compares that with `clock: from:`.

Why: over a weekend two days are over and two business days have not begun. Both readers are right, so somebody gets it wrong.

To put it right: say which hours count in the same words everywhere. The profile's `clock: kind:` says which it is.
"""

from collections.abc import Iterator

from handbook.claims import Claim, claims
from handbook.declare import Said
from handbook.finding import Finding
from handbook.rules._claims import differing
from handbook.ruling import Case, Example, found, here, home
from handbook.topics import words_of

SEVERITY = "error"
PROFILE = """
guarantees:
  - id: repair
    name: Repair of your machine
    promise: Your machine is repaired within 2 business days, or the visit is free.
    clock: {from: You report that it stands still, limit: 2 business days, kind: business}
    remedy: {what: The visit is free}
"""
BAD = (
    Example(PROFILE, "We repair your machine within 2 days."),
    Example(PROFILE, "Repairs: machines are running again within 48 hours of your call."),
    Example(PROFILE, "The two business days for a repair of your machine count from the day on which our van is loaded."),
)
GOOD = (
    Example(PROFILE, "We repair your machine within two working days."),
    Example(PROFILE, "Before 2023 machines were repaired within 2 days."),
    Example(PROFILE, "The two business days for a repair of your machine count from the day of your report."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each length of time on another clock than its promise."""
    yield from differing(case, ("time",), ("clock",))
    begins = {home(each): each.clock.from_ for each in case.profile.guarantees if each.clock and each.clock.from_}
    for claim in claims(case):
        start = begins.get(claim.anchor.family or claim.anchor.record)
        if start and claim.verdict == "agree" and claim.statement.document.kind != "profile" and claim.statement.mention.kind == "time":
            yield from _another_start(case, claim, start)


def _another_start(case: Case, claim: Claim, start: Said) -> Iterator[Finding]:
    """A finding where the sentence of a right figure starts its clock elsewhere than the promise does."""
    about, statement = words_of(case), claim.statement
    led = about.cue("clock-starts").search(statement.sentence)
    if not led:
        return
    end = min((at for mark in ",;.!" if (at := statement.sentence.find(mark, led.end())) >= 0), default=len(statement.sentence))
    said = about.of(statement.sentence[led.end() : end]) - about.faint
    if not said or said & about.of(f"{start} {claim.anchor.said}"):
        return
    first, last = statement.start + led.start(), statement.start + end
    yield found(
        statement.document.span(statement.block, first, last),
        "here the clock of this promise starts at another moment than in the profile",
        severity="warning",
        expected=f"from: {start}",
        found=f'"{statement.sentence}"',
        remedy="say the moment of the profile; if it has changed, change it there",
        related=(here(case, start.path, "here the profile says when the clock starts"),),
        about=case.dotted(claim.anchor.path),
        quote=statement.block.text[first:last],
    )
