"""Claims -> findings: both places, the quoted words, and the sentence that rules."""

from collections.abc import Iterator

from handbook.claims import Claim, claims
from handbook.finding import Finding
from handbook.ruling import Case, found, here

TELLS = {
    "weaker": "people are told to expect less than we promise",
    "stronger": "people are told to expect more than we promise",
    "conflict": "two figures for one thing",
    "clock": "two clocks for one promise, and business time is not calendar time",
}


def differing(case: Case, kinds: tuple[str, ...], verdicts: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each claim of these kinds that differs from its anchor in one of these ways."""
    for claim in claims(case):
        if claim.mention.kind in kinds and claim.verdict in verdicts and claim.block.path[:2] != ("orientation", "quiz"):
            yield finding_of(case, claim)


def finding_of(case: Case, claim: Claim) -> Finding:
    """The finding for a claim that differs."""
    anchor, mention = claim.anchor, claim.mention
    words = claim.block.text[mention.start : mention.end]
    return found(
        claim.document.span(claim.block, mention.start, mention.end),
        f'"{words}" here, and {anchor.value} in the profile: {TELLS[claim.verdict]}',
        severity="error" if claim.sure else "warning",
        expected=f"{anchor.value}, as in: {anchor.said}",
        found=f'"{_shown(claim.sentence)}"',
        remedy=f"write {anchor.value} here; if the promise itself is to change, change it in the profile, and every page follows",
        related=(here(case, anchor.path, f"the profile says {anchor.value} here"),),
        about=case.dotted(anchor.path),
        quote=words,
    )


def _shown(text: str) -> str:
    return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + " …"
