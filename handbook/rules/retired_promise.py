"""A promise that is retired is not made any more.

Looks at: sentences in chapters and documents that make a promise which the profile has retired (`status: retired`), with
the same figures or nearly the same words.

Why: it was taken out for a reason, and the last brochure still makes it.

To put it right: take the sentence out. If the promise is to live again, take `status: retired` away.
"""

from collections.abc import Iterator

from handbook.anchors import Anchor, Anchors, gathered
from handbook.comparing import compare
from handbook.declare import Said
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.mentions import Scanner, scanner
from handbook.prose import sentences
from handbook.quantity import Quantity
from handbook.ruling import Case, Example, found, here
from handbook.scope import context_of
from handbook.topics import ONE, words_of

SEVERITY = "warning"
LIKELY, SURE = 0.55, 0.9
PROFILE = """
guarantees:
  - id: bonus
    promise: Move your account to us and receive EUR 120 within 30 days.
    remedy: {what: Another EUR 20}
    status: retired
"""
BAD = (
    Example(PROFILE, "Move your account to us, and within 30 days you receive €120."),
    Example(PROFILE, "Move your account to our bank and we pay you 120 euros."),
)
GOOD = (
    Example(PROFILE, "Open an account with us in ten minutes."),
    Example(PROFILE.replace("status: retired", "status: active"), "Move your account to us, and within 30 days you receive €120."),
    Example(PROFILE, "Until 2024 people who moved their account to us received €120."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each sentence that makes a retired promise."""
    anchors = case.once("retired", _retired)
    if not anchors.views:
        return
    about, scan = words_of(case), scanner(case.shipped["_quantities.yaml"])
    figured = all(scan.scan(each.said) for _, found_there in anchors.views for each in found_there)
    for document in case.documents:
        for block in document.blocks if document.kind != "profile" else ():
            if block.quoted or (figured and not scan.scan(block.text)):
                continue
            for start, end in sentences(block.text):
                scored = anchors.scored(context_of(block, start, end, about))
                best = max(scored.items(), key=lambda each: (each[1], str(each[0].path)), default=None)
                if not best or best[1] < LIKELY or of_somebody_else(about, block.text[start:end]):
                    continue
                if place := _makes(block.text, start, end, best[0], best[1], scan):
                    yield _finding(case, document, block, place, best[0])


def _retired(case: Case) -> Anchors:
    about = words_of(case)
    records = {
        each.path[:-1]
        for each in case.leaves
        if each.path[0] in ("guarantees", "offers") and each.path[-1:] == ("status",) and each.text == "retired"
    }
    texts = {each.path[:-1]: each for each in case.leaves if each.path[-1] in ("promise", "says") and each.path[:-1] in records}
    names = {each.path[:-1]: each.text for each in case.leaves if each.path[-1] == "name"}
    anchors = []
    for record, leaf in sorted(texts.items(), key=lambda each: str(each[0])):
        views = (about.of(leaf.text), about.of(f"{names.get(record, '')} {leaf.text}"))
        anchors.append(Anchor(ONE, leaf.path, record, "said", views, leaf.text))
    return gathered(anchors, about)


def _makes(text: str, start: int, end: int, anchor: Anchor, score: float, scan: Scanner) -> tuple[int, int] | None:
    """Where a sentence makes the promise: its figure that is the same, or all of it when there is none."""
    wanted: list[Quantity] = [each.low for each in scan.scan(anchor.said)]
    mentions = [each for each in scan.scan(text) if start <= each.start < end]
    same = [each for each in mentions if any(compare(each.low, other) == "same" for other in wanted)]
    if wanted or mentions:
        return (start, end) if same else None
    return (start, end) if score >= SURE else None


def _finding(case: Case, document: Document, block: Block, place: tuple[int, int], anchor: Anchor) -> Finding:
    said = Said(anchor.said, anchor.path)
    return found(
        document.span(block, *place),
        "this promise is retired, and is made here all the same",
        expected="promises that hold today",
        found=f'"{block.text[:160]}"',
        remedy="take the sentence out; if the promise is to live again, take   status: retired   away",
        related=(here(case, said.path, "it is retired in the profile"),),
        about=case.dotted(anchor.record),
        quote=block.text[slice(*place)],
    )
