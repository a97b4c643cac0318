"""A remedy that is given on the spot needs nobody's approval.

Looks at: sentences in chapters and documents that ask for an approval, a signature or a manager before a remedy is given,
where the profile says who may give it without asking.

Why: "we put it right at once" and "send it to the regional manager" cannot both be true, and the customer waits while it is
found out.

To put it right: take the approval out, or change who may give it in the profile (`who-may-give`, `beyond-that`).
"""

from collections.abc import Iterator

from handbook.anchors import Anchor
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.mentions import scanner
from handbook.profile.promises import Guarantee
from handbook.prose import sentences
from handbook.ruling import Case, Example, found, here, home
from handbook.topics import best_promise, likely_promise, words_of

SEVERITY = "warning"
LIKELY, SURE = 0.6, 0.8
GIVEN = frozenset({"refund", "credit", "compensation", "discount"})
"""What remedies are, whatever the promise."""
PROFILE = """
roles:
  desk: {title: Front Desk Agent, reach: ext. 1}
guarantees:
  - id: noise
    name: A quiet night
    promise: If a noise wakes you, the night is refunded.
    remedy: {what: A refund of the night, given: without being asked}
    who-may-give: {role: desk, up-to: EUR 200 per stay}
"""
BAD = (
    Example(PROFILE, "A refund of the night for noise needs the approval of the regional manager."),
    Example(PROFILE, "## Noise at night\n\nRefunds must be approved by head office."),
)
GOOD = (
    Example(PROFILE, "A refund of the night for noise needs nobody's approval."),
    Example(PROFILE, "The front desk agent gives a refund of the night for noise without approval."),
    Example(PROFILE, "Travel expenses need the approval of the regional manager."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each sentence that asks for an approval which the promise does not need."""
    given = {home(each): each for each in case.profile.guarantees if each.who_may_give}
    about = words_of(case)
    for document in case.documents if given else ():
        for block in document.blocks if document.kind != "profile" else ():
            if block.quoted or not (about.cue("approval").inside(block.text) or about.cue("forbidding").inside(block.text)):
                continue
            for start, end in sentences(block.text):
                place = _asking(case, block.text[start:end])
                best = _promise(case, block, start, end) if place else None
                if (
                    place
                    and best
                    and best[1] >= LIKELY
                    and best[0].record in given
                    and _wrongly(case, block.text[start:end], given[best[0].record])
                ):
                    yield _finding(case, document, block, (start + place[0], start + place[1]), best)


def _asking(case: Case, text: str) -> tuple[int, int] | None:
    """Where a text asks for an approval, or forbids to give: from there to the end of the clause."""
    about = words_of(case)
    starts = [match.start() for match in about.cue("approval").finditer(text)]
    for match in about.cue("forbidding").finditer(text):
        if about.cue("giving").match(text, match.end() + 1):
            starts.append(match.start())
    if not starts:
        return None
    start = min(starts)
    return start, min((at for mark in ",;.!)" if (at := text.find(mark, start)) >= 0), default=len(text))


def _promise(case: Case, block: Block, start: int, end: int) -> tuple[Anchor, float] | None:
    """The promise that is meant; where a sum or one of our roles is named, less is needed to tell."""
    sentence = block.text[start:end]
    said = words_of(case).of(sentence)
    roles = case.once("roles by concept", lambda each: [words_of(each).of(str(role.title)) for role in each.profile.roles.values()])
    named = any(view and view <= said for view in roles) or _money(case, sentence)
    return (likely_promise if named else best_promise)(case, block, start, end)


def _wrongly(case: Case, sentence: str, guarantee: Guarantee) -> bool:
    """Whether the approval is for the remedy, and not asked from the role that decides above the limit for what is above it."""
    about = words_of(case)
    if of_somebody_else(about, sentence) or about.cue("no-approval").inside(sentence):
        return False
    if about.cue("above").inside(sentence):
        return False
    remedy = about.of(str(guarantee.remedy.what)) - about.faint if guarantee.remedy else frozenset()
    role = about.of(str(case.profile.roles[str(guarantee.who_may_give.role)].title)) if guarantee.who_may_give else frozenset()
    said = about.of(sentence)
    return (
        bool(said & (remedy | GIVEN))
        or bool(role and (role - about.faint or role) <= said)
        or about.cue("remedy", "parts").inside(sentence)
        or _money(case, sentence)
    )


def _money(case: Case, sentence: str) -> bool:
    return any(each.kind == "money" for each in scanner(case.shipped["_quantities.yaml"]).scan(sentence))


def _finding(case: Case, document: Document, block: Block, place: tuple[int, int], best: tuple[Anchor, float]) -> Finding:
    anchor, score = best
    return found(
        document.span(block, *place),
        "this asks for an approval; in the profile the remedy is given without asking anybody",
        severity="error" if score >= SURE and document.sure and _money(case, block.text) else "warning",
        expected=f"what the profile says: {anchor.said}",
        found=f'"{block.text[:200]}"',
        remedy="take the approval out, or change   who-may-give:   of the promise",
        related=(here(case, (*anchor.record, "who-may-give"), "who may give it without asking is said here"),),
        about=case.dotted((*anchor.record, "who-may-give")),
        quote=block.text[slice(*place)],
    )
