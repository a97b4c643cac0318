"""A firm promise is told as one.

Looks at: sentences in chapters and documents that give a promise's figure, but take the firmness out of it: "we try to",
"normally", "80% of calls", where the profile promises without such words.

Why: "usually within four hours" is not a promise. The customer cannot call it in, and the colleague no longer knows whether
to give the remedy.

To put it right: say it as the profile does. If it cannot be kept always, say under `unless` when it does not hold.
"""

from collections.abc import Iterator

from handbook.claims import Claim, claims
from handbook.finding import Finding
from handbook.quantity import Percent
from handbook.ruling import Case, Example, found, here
from handbook.topics import words_of

SEVERITY = "warning"
PROFILE = """
guarantees:
  - id: reply
    name: A complaint answered
    promise: A person who can act answers your complaint within 24 hours.
    clock: {limit: 24 hours}
    remedy: {what: Two breakfasts}
"""
BAD = (
    Example(PROFILE, "We try to answer complaints within 24 hours."),
    Example(PROFILE, "Complaints are normally answered within one day."),
    Example(PROFILE, "We answer 80% of complaints within 24 hours."),
)
GOOD = (
    Example(PROFILE, "We answer complaints within 24 hours."),
    Example(PROFILE, "Internally we aim to answer complaints within 12 hours."),
    Example(PROFILE, "We normally answer postcards within a week."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each promise that is told in softer words than it is made."""
    about = words_of(case)
    for claim in claims(case):
        told = claim.verdict == "agree" and claim.statement.document.kind != "profile" and claim.promises
        plain = not about.cue("internal").inside(claim.statement.sentence) and not about.cue("hedges").inside(claim.anchor.said)
        if told and plain and (place := _softened(case, claim)):
            yield _finding(case, claim, *place)


def _softened(case: Case, claim: Claim) -> tuple[int, int] | None:
    """Where in its block the claim is softened."""
    begin = claim.statement.start
    if words_of(case).cue("instead").inside(claim.statement.sentence):
        return None
    for match in words_of(case).cue("hedges").finditer(claim.statement.sentence):
        if not _is_a_condition(case, claim.statement.sentence, *match.span()):
            return begin + match.start(), begin + match.end()
    targets = {str(each.target) for each in case.profile.measures} | {str(each.floor) for each in case.profile.measures}
    for mention in claim.statement.beside:
        if isinstance(mention.low, Percent) and mention.low.amount < 100 and str(mention.low) not in targets:
            return mention.start, mention.end
    return None


def _is_a_condition(case: Case, text: str, start: int, end: int) -> bool:
    """Whether a hedge is the condition that `condition-added` tells: *weather permitting*."""
    named = (words_of(case).cue(each) for each in ("conditions-before", "conditions-behind"))
    return any(match.start() < end and start < match.end() for cue in named for match in cue.finditer(text))


def _finding(case: Case, claim: Claim, start: int, end: int) -> Finding:
    words = claim.statement.block.text[start:end]
    return found(
        claim.statement.document.span(claim.statement.block, start, end),
        f'"{words}" makes a hope of what the profile promises',
        expected=claim.anchor.said,
        found=f'"{claim.statement.sentence[:160]}"',
        remedy="say it as firmly as the profile does; if it does not hold always, say under   unless:   of the promise when",
        related=(here(case, claim.anchor.path, "the promise is made here"),),
        about=case.dotted(claim.anchor.path),
        quote=words,
    )
