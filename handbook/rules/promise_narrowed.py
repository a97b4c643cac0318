"""A promise holds for everybody it is made to.

Looks at: sentences in chapters and documents that take somebody or something out of a promise ("does not apply to", "not
available for", "excluded"), and whether the promise in the profile says so too (`for`, `unless`).

Why: the guest reads the promise, the small print takes it back, and the colleague stands between the two.

To put it right: take the exclusion out, or write it under `unless` of the promise, where everybody reads it before they
need it.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.prose import sentences
from handbook.ruling import Case, Example, found, here, home
from handbook.subjects import Subjects
from handbook.topics import best_promise, likely_promise, words_of

SEVERITY = "warning"
LIKELY, SURE, NAMED = 0.55, 0.8, 0.45
PROFILE = """
segments:
  - {id: business, name: Business accounts, who: Guests who travel for a company, need: A bill that fits}
guarantees:
  - id: refund
    name: Refund of a delivery
    promise: If your parcel is late, delivery is refunded without being asked.
    unless: [The street was closed by snow.]
    remedy: {what: The price of the delivery}
"""
BAD = (
    Example(PROFILE, "The refund for late parcels is not available to business accounts."),
    Example(PROFILE, "## Late delivery\n\nGift parcels are excluded from the delivery refund."),
    Example(PROFILE, "Is delivery refunded when a parcel for a business account is late? No, business accounts pay in any case."),
)
GOOD = (
    Example(PROFILE, "The refund for late parcels does not apply when snow has closed the street."),
    Example(PROFILE, "Children are excluded from the staff lottery."),
    Example(PROFILE, "Until 2023 gift parcels were excluded from the delivery refund."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each sentence that takes something out of a promise of which the profile does not know."""
    excluding = words_of(case).cue("excluding")
    for document in case.documents:
        if document.kind == "profile":
            continue
        for block in document.blocks:
            if not block.quoted and (excluding.inside(block.text) or "?" in block.text):
                yield from _in_block(case, document, block)


def _in_block(case: Case, document: Document, block: Block) -> Iterator[Finding]:
    about = words_of(case)
    guarantees = {home(each): each for each in case.profile.guarantees}
    spans = sentences(block.text)
    for number, (start, end) in enumerate(spans):
        sentence, topic = block.text[start:end], _topic(about, block.text, spans, number)
        if topic is None or of_somebody_else(about, sentence):
            continue
        segment = _segment(case, " ".join([block.text[topic:end], *block.headings[-1:]]))
        sure = segment or topic < start or about.cue("promise-words").inside(sentence)
        best = (likely_promise if sure else best_promise)(case, block, topic, end)
        if best and best[1] >= (NAMED if segment else LIKELY) and not _known(case, guarantees[best[0].record], sentence, segment):
            yield _finding(case, document, block, start, end, best, segment)


def _topic(about: Subjects, text: str, spans: tuple[tuple[int, int], ...], number: int) -> int | None:
    """Where the text begins that tells which promise is narrowed: the sentence, or the one before when it points there or answers No."""
    start, end = spans[number]
    sentence = text[start:end]
    before = text[slice(*spans[number - 1])] if number else ""
    if before.endswith("?") and _opens(about, "no-answers", sentence):
        return spans[number - 1][0]
    if not about.cue("excluding").inside(sentence):
        return None
    return spans[number - 1][0] if before and _opens(about, "pointing", sentence) else start


def _opens(about: Subjects, name: str, sentence: str) -> bool:
    return sentence.lower().startswith(about.forms(name))


def _known(case: Case, guarantee: object, sentence: str, segment: str) -> bool:
    """Whether the profile says the same under `unless`, or makes the promise to a few only."""
    about = words_of(case)
    said = about.of(sentence) - about.faint - about.of(str(getattr(guarantee, "promise", ""))) - about.of(segment)
    conditions = [about.of(str(each)) - about.faint for each in getattr(guarantee, "unless", ())]
    return bool(getattr(guarantee, "for_", ())) or any(said & each for each in conditions)


def _segment(case: Case, sentence: str) -> str:
    about = words_of(case)
    said = about.of(sentence)
    for each in case.profile.segments:
        view = about.of(label(each)) or about.of(str(each.who))
        if view and (view - about.faint or view) <= said:
            return str(label(each))
    return ""


def _finding(case: Case, document: Document, block: Block, start: int, end: int, best: tuple, segment: str) -> Finding:  # type: ignore[type-arg]
    anchor, score = best
    return found(
        document.span(block, start, end),
        "this takes something out of a promise that the profile makes to everybody",
        severity="error" if score >= SURE and segment and document.sure else "warning",
        expected=anchor.said,
        found=f'"{block.text[start:end][:160]}"',
        remedy="take it out, or write it under   unless:   of the promise, where people read it before they need it",
        related=(here(case, anchor.path, "the promise is made here"),),
        about=case.dotted(anchor.path),
        quote=block.text[start:end],
    )
