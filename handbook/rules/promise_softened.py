"""A firm promise is told as one.

Looks at: sentences in chapters and documents that give a promise's figure, but take the firmness out of it: "we try to",
"normally", "80% of calls", where the profile promises without such words.

Why: "usually within four hours" is not a promise. The customer cannot call it in, and the colleague no longer knows whether
to give the remedy.

To put it right: say it as the profile does. If it cannot be kept always, say under `unless` when it does not hold.
"""

from collections.abc import Iterator

from handbook.anchors import Anchor
from handbook.claims import Claim, claims
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.prose import sentence_at, sentences
from handbook.quantity import Percent
from handbook.ruling import Case, Example, found, here
from handbook.subjects import Subjects
from handbook.topics import named_promise, words_of

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
    known: set[tuple[str, int]] = set()
    for claim in claims(case):
        known.add((claim.statement.document.file, claim.statement.block.source(claim.statement.start)))
        told = claim.verdict == "agree" and claim.statement.document.kind != "profile" and claim.promises
        plain = not about.cue("internal").inside(claim.statement.sentence) and not about.cue("hedges").inside(claim.anchor.said)
        if told and plain and (place := _softened(case, claim)):
            yield _finding(case, claim.statement.document, claim.statement.block, place, claim.anchor)
    yield from _without_claim(case, known)


def _without_claim(case: Case, known: set[tuple[str, int]]) -> Iterator[Finding]:
    """Softened sentences that name a promise's figure, where its subject alone would not make it sure that they tell it."""
    about = words_of(case)
    for document in case.documents if case.profile.guarantees else ():
        for block in document.blocks if document.kind != "profile" else ():
            if block.quoted or not about.cue("hedges").inside(block.text):
                continue
            for start, end in sentences(block.text):
                sentence = block.text[start:end]
                hedge = _hedge(case, sentence)
                if not hedge or (document.file, block.source(start)) in known or not _ours(about, sentence):
                    continue
                best = named_promise(case, block, start, end)
                if best and not about.cue("hedges").inside(best.said):
                    yield _finding(case, document, block, (start + hedge[0], start + hedge[1]), best)


def _ours(about: Subjects, sentence: str) -> bool:
    """Whether a sentence tells how things are here and now, to people outside."""
    return not of_somebody_else(about, sentence) and not any(about.cue(name).inside(sentence) for name in ("internal", "instead"))


def _softened(case: Case, claim: Claim) -> tuple[int, int] | None:
    """Where in its block the claim is softened."""
    begin = claim.statement.start
    if words_of(case).cue("instead").inside(claim.statement.sentence):
        return None
    if hedge := _hedge(case, claim.statement.sentence):
        return begin + hedge[0], begin + hedge[1]
    targets = {str(each.target) for each in case.profile.measures} | {str(each.floor) for each in case.profile.measures}
    for mention in claim.statement.beside:
        if isinstance(mention.low, Percent) and mention.low.amount < 100 and str(mention.low) not in targets:
            return mention.start, mention.end
    return None


def _hedge(case: Case, sentence: str) -> tuple[int, int] | None:
    """The first hedge of a sentence that is no condition."""
    found = (match.span() for match in words_of(case).cue("hedges").finditer(sentence))
    return next((each for each in found if not _is_a_condition(case, sentence, *each)), None)


def _is_a_condition(case: Case, text: str, start: int, end: int) -> bool:
    """Whether a hedge is the condition that `condition-added` tells: *weather permitting*."""
    named = (words_of(case).cue(each) for each in ("conditions-before", "conditions-behind"))
    return any(match.start() < end and start < match.end() for cue in named for match in cue.finditer(text))


def _finding(case: Case, document: Document, block: Block, place: tuple[int, int], promise: Anchor) -> Finding:
    words = block.text[slice(*place)]
    begin, end = sentence_at(block.text, place[0])
    return found(
        document.span(block, *place),
        f'"{words}" makes a hope of what the profile promises',
        expected=promise.said,
        found=f'"{block.text[begin:end][:160]}"',
        remedy="say it as firmly as the profile does; if it does not hold always, say under   unless:   of the promise when",
        related=(here(case, promise.path, "the promise is made here"),),
        about=case.dotted(promise.path),
        quote=words,
    )
