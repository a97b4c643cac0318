"""Claims -> findings: both places, the quoted words, and the sentence that rules."""

from collections.abc import Iterator

from handbook.claims import Claim, claims
from handbook.finding import Finding
from handbook.quantity import Duration
from handbook.ruling import Case, found, here

TELLS = {
    "weaker": "people are told to expect less than we promise",
    "stronger": "people are told to expect more than we promise",
    "conflict": "two figures for one thing",
    "clock": "business time is not calendar time",
}


def differing(case: Case, kinds: tuple[str, ...], verdicts: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each claim of these kinds that differs from its anchor in one of these ways."""
    for claim in claims(case):
        told = claim.statement.mention.kind in kinds and claim.verdict in verdicts
        if told and claim.statement.block.path[:2] != ("orientation", "quiz"):
            yield finding_of(case, claim)


def finding_of(case: Case, claim: Claim) -> Finding:
    """The finding for a claim that differs."""
    anchor, statement = claim.anchor, claim.statement
    start, end = _place(claim)
    words, tells = (
        statement.block.text[start:end],
        TELLS[claim.verdict] if claim.promises or claim.verdict == "clock" else TELLS["conflict"],
    )
    value = f"write {anchor.value} here" if claim.sure else f"if this is about the same thing, write {anchor.value} here"
    return found(
        statement.document.span(statement.block, start, end),
        f'"{words}" here, and {_value(claim)} in the profile: {tells}',
        severity="error" if claim.sure else "warning",
        expected=f"{anchor.value}, as in: {anchor.said}",
        found=f'"{_shown(statement.sentence)}"',
        remedy=f"{value}; if the promise itself is to change, change it in the profile, and every page follows",
        related=(here(case, anchor.path, f"the profile says {anchor.value} here"),),
        about=case.dotted(anchor.path),
        quote=words,
    )


def _place(claim: Claim) -> tuple[int, int]:
    """The words that differ: the quantity, or where the sentence says which hours count."""
    statement, mention = claim.statement, claim.statement.mention
    if claim.verdict == "clock" and statement.clock:
        start, end = (statement.start + each for each in statement.clock)
        return min(start, mention.start) if start - mention.end <= 3 else start, end
    return mention.start, mention.end


def _value(claim: Claim) -> str:
    value = claim.anchor.value
    if claim.verdict == "clock" and isinstance(value, Duration) and value.clock == "calendar":
        return f"{value} on the calendar"
    return str(value)


def _shown(text: str) -> str:
    return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + " …"
