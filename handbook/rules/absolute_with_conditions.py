"""A promise with conditions is not told as if it had none.

Looks at: promises that have `unless`, or a remedy for the day on which they fail. The own words of a promise with `unless`
may not say "always" or "no matter what", and neither may a sentence in any text that is plainly about a promise. Where the
sentence names a condition or the remedy itself, it is in order.

Why: people believe the absolute, meet the condition, and tell everybody. The colleague at the desk has to explain a
sentence that somebody else wrote.

To put it right: leave the absolute word out, or name the condition in the same breath.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.anchors import Anchor
from handbook.comparing import compare
from handbook.finding import Finding, Severity
from handbook.glossary import Use, loud, tables_of
from handbook.meaning import of_somebody_else
from handbook.mentions import scanner
from handbook.profile.promises import Guarantee
from handbook.prose import sentence_at, stem, words
from handbook.rules._absolutes import EITHER, IN_SPITE, PLAIN, absolutes, basic, strong, taken_back
from handbook.rules._phrases import first
from handbook.rules._wording import sentence_case, worded
from handbook.ruling import Case, Example, home
from handbook.topics import best_promise, promises_named, words_of
from handbook.wording import Entry, Lexicon
from handbook.wording_forms import WordTables

SEVERITY = "warning"
_ROOM = "guarantees:\n  - id: room-ready\n    name: Room ready\n    promise: Your room is ready by 15:00.\n    unless: [The guest booked after noon for the same night.]\n"
_TEA = "guarantees: [{id: room-ready, name: Room ready, promise: 'Your room is ready by 15:00, or tea is on us.', remedy: {what: Tea}}]\n"
BAD = (
    Example(_ROOM.replace("is ready", "is always ready")),
    Example(_ROOM, "With us, your room is always ready at three, no matter when you come."),
    Example(_ROOM, "Nothing on earth can keep us from having your room ready by 15:00."),
    Example(_ROOM, "In 100 out of 100 cases your room is ready by 15:00."),
    Example(_ROOM, "Your room is ready by 15:00 under all conditions."),
    Example(_ROOM, "Booked late or not, your room is ready by 15:00."),
    Example(_ROOM, "Your room is ready by 15:00, even if you booked for the same night."),
    Example(_TEA, "Your room is ready by 15:00, come rain, snow or flood."),
)
GOOD = (
    Example(_ROOM, "Your room is ready by 15:00. We always say good morning. A room is not always ready at noon."),
    Example(_ROOM, "Your room is always ready by 15:00, unless you book after noon for the same night."),
    Example(_ROOM, "Your room is ready by 15:00, even if you come by bus."),
    Example(_TEA, "Your room is ready by 15:00, guaranteed, or you get tea."),
    Example(_TEA, "At three we tell you whether your room is ready or not."),
    Example("guarantees: [{id: room-ready, promise: Your room is ready by 15:00.}]\n", "Your room is always ready by 15:00."),
)
IN_THE_PROMISE = ("promise", "name", "plain")
SURE, NAMED, LIKELY = 0.75, 0.6, 0.5
"""How plainly a sentence must be about a promise: at all; where it says *in every circumstance*; and where it also names a time or a sum."""
SHARED = 4
"""A sentence with so many words of a promise, and few of its own, is about it."""


@dataclass(frozen=True)
class _Words:
    """The words of a promise, but for what people get otherwise; and those of its conditions."""

    guarantee: Guarantee
    promise: frozenset[str]
    conditions: frozenset[str]


def check(case: Case) -> Iterator[Finding]:
    """A finding for each absolute word about a promise with conditions."""
    known = [_words_of(tables_of(case), each) for each in case.profile.guarantees if each.unless or each.remedy]
    told: set[tuple[object, ...]] = set()
    for use in sorted(absolutes(case) if known else (), key=_rank):
        begin, _ = _sentence(use)
        place = (use.document.file, use.block.source(begin))
        if place in told or not (guarantee := _meant(case, known, use)):
            continue
        if loud(case, use) and not _in_order(case, use):
            told.add(place)
            yield _finding(case, use, guarantee)


def _rank(use: Use) -> tuple[int, int]:
    """Which of several absolutes of a sentence is told: the first, but those that open a clause come last."""
    of_a_clause = use.hit.entry.phrase == EITHER or use.hit.entry.what != PLAIN
    return int(of_a_clause), use.block.source(use.hit.start)


def _words_of(tables: WordTables, guarantee: Guarantee) -> _Words:
    promise = str(guarantee.promise)
    for word in tables.list("opens the remedy"):
        promise = promise.split(f", {word} ")[0]
    return _Words(guarantee, _stems(tables, promise), _stems(tables, " ".join(map(str, guarantee.unless))))


def _stems(tables: WordTables, text: str) -> frozenset[str]:
    return frozenset(stem(basic(tables).get(each.text, each.text)) for each in words(text) if not tables.has("small words", each.text))


def _meant(case: Case, known: list[_Words], use: Use) -> Guarantee | None:
    """The promise that an absolute is about, if it may not be told so."""
    path = use.block.path
    if path:
        own = (each.guarantee for each in known if each.guarantee.unless)
        if use.hit.entry.phrase == EITHER:
            return None
        return next((each for each in own if path[:2] == home(each) and path[2:3] and path[2] in IN_THE_PROMISE), None)
    about = _about(case, known, use)
    if about and use.hit.entry.what == IN_SPITE:
        behind = _stems(tables_of(case), use.block.text[use.hit.start + len(use.hit.entry.phrase) : use.hit.end])
        return about.guarantee if (about.conditions - about.promise) & behind else None
    return about.guarantee if about else None


def _about(case: Case, known: list[_Words], use: Use) -> _Words | None:
    """The promise that a sentence is plainly about."""
    begin, end = _sentence(use)
    text, tables = use.block.text, tables_of(case)
    said = _stems(tables, text[begin : use.hit.start] + " " + text[use.hit.end : end])
    found = best_promise(case, use.block, begin, end)
    if found and found[1] >= LIKELY:
        about = next((each for each in known if home(each.guarantee) == found[0].record), None)
        if about and _plain(case, use, *found, about.promise & said):
            return about
    best, shared = max(((each, len(each.promise & said)) for each in known), key=lambda each: each[1])
    if shared >= min(SHARED, len(best.promise)) and shared >= 3 and 3 * shared >= 2 * len(said):
        return best
    without_doubt = use.hit.entry.what == IN_SPITE or strong(tables, use)
    if without_doubt and shared > 2 and 2 * shared >= len(said):
        return best
    return _of_this_figure(case, [each for each in known if len(each.promise & said) > 1], text[begin:end]) if without_doubt else None


def _of_this_figure(case: Case, known: list[_Words], text: str) -> _Words | None:
    """The only promise whose time or sum a sentence names."""
    about = set(promises_named(case, text))
    return next((each for each in known if {home(each.guarantee)} == about), None)


def _plain(case: Case, use: Use, anchor: Anchor, score: float, shared: frozenset[str]) -> bool:
    """Whether a sentence that leads to a promise surely speaks of it: it names the same figure, or enough of what the promise is about."""
    begin, end = _sentence(use)
    text = use.block.text[begin:end]
    scan = scanner(case.shipped["_quantities.yaml"]).scan
    promised = [each.low for each in scan(anchor.said)]
    if any(compare(each.low, one) == "same" for each in scan(text) for one in promised):
        return True
    alike = max((len(view & words_of(case).of(text)) for view in anchor.views), default=0)
    return (score >= SURE and len(shared) > 1) or (score > NAMED and alike > 1 and bool(shared) and strong(tables_of(case), use))


def _sentence(use: Use) -> tuple[int, int]:
    text = use.block.text
    return sentence_at(text, use.hit.start)


def _in_order(case: Case, use: Use) -> bool:
    """Whether the absolute is denied, the sentence tells of others or of the past, or it or its neighbours name conditions."""
    begin, end = _sentence(use)
    text = use.block.text
    if taken_back(case, use) or of_somebody_else(words_of(case), text[begin:end]):
        return True
    if use.block.path and first(case, "without-conditions", text):
        return True
    conditions = case.once(
        "conditions",
        lambda case: Lexicon(tables_of(case), tuple(Entry(each, "condition", bend="name") for each in tables_of(case).list("conditions"))),
    )
    around = text[max(begin - 120, 0) : use.hit.start] + " / " + text[use.hit.end : end + 160]
    return bool(conditions.find(around))


def _finding(case: Case, use: Use, guarantee: Guarantee) -> Finding:
    if guarantee.unless:
        condition = guarantee.unless[0]
        more = f" and {len(guarantee.unless) - 1} more" if len(guarantee.unless) > 1 else ""
        path, label = condition.path, f"unless: {sentence_case(str(condition))}{more}"
        says, remedy = (
            "that there are no conditions, and this promise has some",
            f'leave "{use.words}" out, or add   unless   and the condition',
        )
    else:
        path, label = guarantee.promise.path, "the promise says here what people get when we fail"
        says, remedy = (
            "that this cannot fail, and the promise says what happens when it does",
            f'leave "{use.words}" out, or name the remedy',
        )
    severity: Severity | None = None if guarantee.unless or strong(tables_of(case), use) or use.hit.entry.phrase != "always" else "note"
    expected = f"the promise as it is: {guarantee.promise}"
    return worded(case, use, f'"{use.words}" says {says}', path, label, severity=severity, expected=expected, remedy=remedy)
