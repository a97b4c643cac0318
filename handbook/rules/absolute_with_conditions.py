"""A promise with conditions is not told as if it had none.

Looks at: promises that have `unless`. Their own words may not say "always" or "no matter what", and neither may a sentence
in any text that is plainly about such a promise. Where the sentence names a condition itself, it is in order.

Why: people believe the absolute, meet the condition, and tell everybody. The colleague at the desk has to explain a
sentence that somebody else wrote.

To put it right: leave the absolute word out, or name the condition in the same breath.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.finding import Finding
from handbook.glossary import Use, loud, quiet_words_of, tables_of, uses
from handbook.profile.promises import Guarantee
from handbook.prose import sentences, stem, words
from handbook.quiet import negated
from handbook.rules._phrases import first
from handbook.rules._wording import sentence_case, worded
from handbook.ruling import Case, Example, home
from handbook.subjects import Subjects, subjects
from handbook.wording import Entry, Lexicon

SEVERITY = "warning"
_ROOM = "guarantees:\n  - id: room-ready\n    name: Room ready\n    promise: Your room is ready by 15:00.\n    unless: [The guest booked after noon for the same night.]\n"
BAD = (
    Example(_ROOM.replace("is ready", "is always ready")),
    Example(_ROOM, "With us, your room is always ready at three, no matter when you come."),
)
GOOD = (
    Example(_ROOM, "Your room is ready by 15:00. We always say good morning. A room is not always ready at noon."),
    Example(_ROOM, "Your room is always ready by 15:00, unless you book after noon for the same night."),
    Example("guarantees: [{id: room-ready, promise: Your room is ready by 15:00.}]\n", "Your room is always ready by 15:00."),
)
IN_THE_PROMISE = ("promise", "name", "plain")
ENOUGH = 0.6
"""A sentence that shares so much of a promise's subject is about it."""


@dataclass(frozen=True)
class _Subject:
    """What a promise with conditions is about: the concepts of its name, promise and trigger, and the words themselves."""

    guarantee: Guarantee
    views: tuple[frozenset[str], ...]
    words: frozenset[str]


def check(case: Case) -> Iterator[Finding]:
    """A finding for each absolute word about a promise with conditions."""
    conditional = [each for each in case.profile.guarantees if each.unless]
    if not conditional:
        return
    concepts = subjects(case.shipped.get("_claims.yaml", ""))
    known = [_subject(case, concepts, each) for each in conditional]
    told: set[tuple[object, ...]] = set()
    for use in uses(case, "absolute"):
        guarantee = _own(conditional, use) if use.block.path else _about(case, concepts, known, use)
        begin, _ = _sentence(use)
        place = (use.document.file, use.block.source(begin))
        if guarantee and place not in told and loud(case, use) and not _taken_back(case, use):
            told.add(place)
            yield _finding(case, use, guarantee)


def _subject(case: Case, concepts: Subjects, guarantee: Guarantee) -> _Subject:
    promise = str(guarantee.promise)
    for word in tables_of(case).list("opens the remedy"):
        promise = promise.split(f", {word} ")[0]
    texts = (str(guarantee.name or guarantee.id.replace("-", " ")), promise, str(guarantee.trigger or ""))
    least = (2, 2, 3)
    views = tuple(view for text, few in zip(texts, least, strict=True) if len(view := concepts.of(text) - concepts.faint) >= few)
    return _Subject(guarantee, views, _stems(concepts, " ".join(texts)))


def _stems(concepts: Subjects, text: str) -> frozenset[str]:
    """The words of a text that say what it is about, by their stems."""
    return (
        frozenset(stem(each.text) for each in words(text) if each.text not in concepts.stop and len(each.text) > 2)
        - concepts.stop
        - concepts.faint
    )


def _own(guarantees: list[Guarantee], use: Use) -> Guarantee | None:
    """The promise whose own words these are."""
    path = use.block.path
    return next((each for each in guarantees if path[:2] == home(each) and path[2:3] and path[2] in IN_THE_PROMISE), None)


def _about(case: Case, concepts: Subjects, known: list[_Subject], use: Use) -> Guarantee | None:
    """The promise that a sentence is plainly about."""
    begin, end = _sentence(use)
    text = use.block.text[begin:end]
    stems = _stems(concepts, text)
    near = [(each, len(each.words & stems)) for each in known if each.words & stems]
    said = concepts.of(text) if near else frozenset()
    best, most = None, ENOUGH
    for each, literal in near:
        least = 2 if literal > 1 else 3
        score = max((len(view & said) / len(view) for view in each.views if len(view & said) >= least), default=0.0)
        if score > most or (score == most and best is None):
            best, most = each.guarantee, score
    return best


def _sentence(use: Use) -> tuple[int, int]:
    text = use.block.text
    return next((span for span in sentences(text) if span[0] <= use.hit.start < span[1]), (0, len(text)))


def _taken_back(case: Case, use: Use) -> bool:
    """Whether the absolute is negated, or the sentence or its neighbours name conditions."""
    negates = tables_of(case).has("absolutes that negate", use.hit.entry.phrase.split()[0])
    if not negates and negated(quiet_words_of(case), use.block, use.hit.start, use.hit.end):
        return True
    if use.block.path and first(case, "without-conditions", use.block.text):
        return True
    conditions = case.once(
        "conditions",
        lambda case: Lexicon(tables_of(case), tuple(Entry(each, "condition", bend="name") for each in tables_of(case).list("conditions"))),
    )
    begin, end = _sentence(use)
    return bool(conditions.find(use.block.text[max(begin - 120, 0) : end + 160]))


def _finding(case: Case, use: Use, guarantee: Guarantee) -> Finding:
    condition = guarantee.unless[0]
    more = f" and {len(guarantee.unless) - 1} more" if len(guarantee.unless) > 1 else ""
    return worded(
        case,
        use,
        f'"{use.words}" says that there are no conditions, and this promise has some',
        condition.path,
        f"unless: {sentence_case(str(condition))}{more}",
        expected=f"the promise as it is: {guarantee.promise}",
        remedy=f'leave "{use.words}" out, or add   unless   and the condition',
    )
