"""A figure that is a fact of the profile is referred to, not typed.

Looks at: the profile's own texts and the organisation's chapters. Where one of them types a figure that a fact gives
already, about the same subject, it agrees today and will not follow tomorrow.

Why: a fact is changed in one place. The typed copy is the one that is forgotten.

To put it right: in the profile write the fact's name in braces, {room-ready-by}; in a chapter {{ find("facts.room-ready-by").is_ }}.
`handbook check --fix` does it for you.
"""

from collections.abc import Iterator

from handbook.claims import Claim, claims
from handbook.finding import Edit, Finding
from handbook.ruling import Case, Example, found, here

SEVERITY = "note"
PROFILE = """
facts:
  room-ready-by: {is: 15:00, about: The hour by which a room is ready on the day of arrival}
guarantees:
  - id: room-ready
    promise: Your room is ready by {room-ready-by}, or dinner is on us.
    plain: %s
    remedy: {what: Dinner}
"""
BAD = (Example(PROFILE % "The room is clean and ready at 15:00."),)
GOOD = (
    Example(PROFILE % "The room is clean and ready at {room-ready-by}."),
    Example(PROFILE % "The room is clean and ready.", "The room is ready by 15:00."),
)


def check(case: Case) -> Iterator[Finding]:
    """A note for each figure of a fact that was typed again."""
    for claim in claims(case):
        if claim.verdict == "agree" and claim.statement.document.kind in ("profile", "chapter") and claim.fact:
            yield from _typed(case, claim)


def _typed(case: Case, claim: Claim) -> Iterator[Finding]:
    words = claim.statement.block.text[claim.statement.mention.start : claim.statement.mention.end]
    span = claim.statement.document.span(claim.statement.block, claim.statement.mention.start, claim.statement.mention.end)
    written = claim.statement.document.text[
        claim.statement.block.source(claim.statement.mention.start) : claim.statement.block.source(claim.statement.mention.end - 1) + 1
    ]
    if "{" in written or claim.statement.block.path[:1] == ("facts",):
        return
    name = f"{{{claim.fact}}}" if claim.statement.document.kind == "profile" else f'{{{{ find("facts.{claim.fact}").is_ }}}}'
    value = case.profile.facts[claim.fact].is_
    yield found(
        span,
        f'"{words}" is typed here; it is the fact {claim.fact}',
        expected=name,
        found=f'"{words}"',
        remedy=f"write {name} instead, so that it follows when the fact changes",
        related=(here(case, ("facts", claim.fact), f"the fact says {value}"),),
        about=case.dotted(("facts", claim.fact)),
        quote=words,
        edits=(Edit(span, name),) if words == str(value) and written == words else (),
    )
