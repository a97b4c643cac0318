"""A promise has the conditions of the profile, and no others.

Looks at: sentences in chapters and documents that tell one of our promises and add a condition ("subject to availability",
"except at weekends", "staff permitting") of which the profile's `unless` knows nothing.

Why: a promise that holds "where possible" is none. Whoever added the words wanted to be careful, and took the promise back.

To put it right: take the condition out, or write it under `unless` of the promise, so that everybody tells the same one.
"""

import re
from collections.abc import Iterator

from handbook.anchors import Anchor
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.mentions import scanner
from handbook.prose import sentences, words
from handbook.ruling import Case, Example, found, here, home
from handbook.subjects import Subjects
from handbook.topics import best_promise, words_of

SEVERITY = "warning"
_BRACKET = re.compile(r"\(([^()]{4,80})\)")
LIKELY, ALONE = 0.6, 0.8
"""How surely a sentence must be about a promise: with a figure in it, and without."""
PROFILE = """
guarantees:
  - id: room
    name: Room ready
    promise: Your room is ready by 15:00, or dinner is on us.
    unless: [You booked after noon for the same night.]
    remedy: {what: Dinner for everyone in the room}
"""
BAD = (
    Example(PROFILE, "Your room is ready by 15:00, subject to availability."),
    Example(PROFILE, "Rooms are ready by 3 pm or dinner is on us, except on bank holidays."),
    Example(PROFILE, "Your room is ready by 15:00, staff permitting."),
    Example(PROFILE, "As long as enough people are on shift, your room is ready by 15:00."),
    Example(PROFILE, "Your room is ready by 15:00 if the laundry has come."),
)
GOOD = (
    Example(PROFILE, "Your room is ready by 15:00, unless you booked after noon."),
    Example(PROFILE, "Your room is ready by 15:00, or dinner is on us."),
    Example(PROFILE, "The pool is open, subject to the weather."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each condition that a text adds to a promise."""
    about = words_of(case)
    before, behind, weak = (about.cue(name) for name in ("conditions-before", "conditions-behind", "conditions-weak"))
    for document in case.documents if case.profile.guarantees else ():
        for block in document.blocks if document.kind != "profile" else ():
            told = any(cue.inside(block.text) for cue in (before, behind, weak))
            if not block.quoted and (told or _bracket(block.text, 0, len(block.text), about)):
                for start, end in sentences(block.text):
                    yield from _in_sentence(case, document, block, start, end)


def _in_sentence(case: Case, document: Document, block: Block, start: int, end: int) -> Iterator[Finding]:
    about = words_of(case)
    place = _condition(block.text, start, end, about)
    weak = _late_if(case, block.text, start, end) if not place else None
    place = place or weak
    if not place or of_somebody_else(about, block.text[start:end]):
        return
    best = best_promise(case, block, start, end)
    figures = scanner(case.shipped["_quantities.yaml"]).scan(block.text[start:end])
    if (
        best
        and best[1] >= (LIKELY if figures else ALONE)
        and not _known(case, best[0], block.text[slice(*place)], weak is not None)
        and _tells(case, block.text, start, place)
    ):
        yield _finding(case, document, block, place, best[0])


def _condition(text: str, start: int, end: int, about: Subjects) -> tuple[int, int] | None:
    """Where a sentence sets a condition: from its first word to the next comma, or back to the last one."""
    for match in about.cue("conditions-behind").finditer(text, start, end):
        comma = text.rfind(",", start, match.start())
        begin = comma + 2 if comma >= 0 else start if text[match.end() : match.end() + 1] == "," else -1
        if begin >= 0 and len(words(text[begin : match.end()])) <= 5:
            return begin, match.end()
    if bracket := _bracket(text, start, end, about):
        return bracket
    led = about.cue("conditions-before").search(text, start, end)
    if not led:
        return None
    stop = min((at for mark in ",;:)" if (at := text.find(mark, led.end(), end)) >= 0), default=end)
    if led.start() - start < 8 and (stop == end or led[0].lower().startswith(about.forms("conditions-weak"))):
        return None
    return led.start(), stop - (text[stop - 1] in ".!")


def _late_if(case: Case, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence sets a condition with *if* or *when* behind its figure, as its last clause."""
    figures = [each for each in scanner(case.shipped["_quantities.yaml"]).scan(text) if start <= each.start < end]
    led = words_of(case).cue("conditions-weak").search(text, figures[0].end, end) if figures else None
    if not led or any(mark in text[led.end() : end] for mark in ",;:)"):
        return None
    return led.start(), end - (text[end - 1] in ".!")


def _bracket(text: str, start: int, end: int, about: Subjects) -> tuple[int, int] | None:
    """Where a bracket holds a condition: *(not in May)*."""
    found = _BRACKET.search(text, start, end) if "(" in text else None
    return found.span(1) if found and found[1].lower().startswith(about.forms("bracketed-not")) else None


def _tells(case: Case, text: str, start: int, place: tuple[int, int]) -> bool:
    """Whether what stands before the condition tells a promise, and not a condition of its own."""
    about = words_of(case)
    lead = text[start : place[0]]
    if place[0] == start:
        return True
    figures = scanner(case.shipped["_quantities.yaml"]).scan(lead)
    return len(words(lead)) >= 4 and (bool(figures) or not about.cue("denial").inside(lead))


def _known(case: Case, promise: Anchor, condition: str, weak: bool) -> bool:
    """Whether the profile has the condition: under `unless`, or in the promise itself."""
    about = words_of(case)
    guarantee = next(each for each in case.profile.guarantees if home(each) == promise.record)
    said = about.of(condition)
    if not said:
        return len(words(condition)) < 3
    texts = [*guarantee.unless, guarantee.promise, *([guarantee.trigger] if guarantee.trigger else [])]
    if weak:
        clock = [str(each) for each in (guarantee.clock and guarantee.clock.from_, guarantee.plain, guarantee.name) if each]
        return bool(said & about.of(" ".join([*map(str, texts), *clock]))) or said <= about.common | about.faint
    return any(said & about.of(str(each)) for each in guarantee.unless) or said <= about.of(" ".join(map(str, texts)))


def _finding(case: Case, document: Document, block: Block, place: tuple[int, int], promise: Anchor) -> Finding:
    quote = block.text[slice(*place)]
    return found(
        document.span(block, *place),
        f'"{quote}" is a condition that the promise does not have',
        expected=promise.said,
        found=f'"{block.text[:200]}"',
        remedy="take the condition out, or write it under   unless:   of the promise",
        related=(here(case, promise.path, "the promise is made here, without it"),),
        about=case.dotted(promise.path),
        quote=quote,
    )
