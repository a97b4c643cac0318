"""A promise for everybody holds for each group of customers, or the profile says for whom it does not, and why.

Looks at: segments and guarantees. A list under `never-changes` names each guarantee that is for everybody; what is
missing has a reason under `leaves-out`. No guarantee is listed for a group it is not for, or as holding and left out at
once. No exception (`unless`) names a group for which the promise is said to hold. No text of a segment says that a
promise does not hold, or gives less money or a longer time for it, while the promise is listed there.

Why: "for all our guests" and "business accounts excluded" stand on two pages, and the business guest has read the
first.

To put it right: let the promise hold for the group, or take it from `never-changes` and give the reason under
`leaves-out`. If a promise is for some only, say so with   for:   in the guarantee.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.declare import Path, Ref, Said
from handbook.finding import Finding, Related, Severity
from handbook.profile.promises import Guarantee, Segment
from handbook.quantity import Duration, Money
from handbook.rules._limits import compare as compare_amounts
from handbook.rules._phrases import Hit, first, hits, sentence, speaks_for_us
from handbook.rules._quantities import deadlines, mentions
from handbook.rules._records import of_kind, texts_of, value_place, words_place
from handbook.rules._times import compare
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = """guarantees:
  - id: quiet-night
    name: A quiet night
    promise: You sleep in peace.
    clock: {limit: 15 minutes}
    remedy: {what: The night, worth: EUR 90 per stay}
  - {id: noon, promise: It comes by noon.}
"""
SHOPS = "segments:\n  - {id: business-accounts, name: Business accounts, who: Firms, need: Speed, never-changes: "
BOTH = SHOPS + "[quiet-night, noon]"
BAD = (
    Example(TOP + SHOPS + "[noon]}"),
    Example(TOP.replace("sleep in peace.", "sleep in peace.\n    unless: [Business accounts are excluded.]") + BOTH + "}"),
    Example(TOP + BOTH + ", we-adapt: {Night: A quiet night does not apply to group bookings.}}"),
    Example(TOP + BOTH + ", we-adapt: {Night: A quiet night is worth EUR 40 to them.}}"),
    Example(TOP + BOTH + ", accessibility: A quiet night means that we end it within 30 minutes.}"),
    Example(TOP + BOTH + ", we-adapt: {Price: Our guarantees do not apply to this rate.}}"),
    Example(TOP + BOTH + ", leaves-out: {noon: They fetch it.}}"),
    Example(TOP.replace("promise: You", "for: [families]\n    promise: You") + BOTH + "}\n  - {id: families, who: Families, need: Room}"),
)
GOOD = (
    Example(TOP + BOTH + "}"),
    Example(TOP + SHOPS + "[noon], leaves-out: {quiet-night: They do not sleep here.}}"),
    Example(TOP + BOTH + ", we-adapt: {Night: A quiet night holds for them as for everybody.}}"),
    Example(TOP + BOTH + ", we-adapt: {Night: A quiet night is worth EUR 120 to them., Price: The room costs EUR 40.}}"),
    Example(TOP + BOTH + ", do-not: [Say that the guarantee does not apply to them.]}"),
    Example(TOP.replace("sleep in peace.", "sleep in peace.\n    unless: [The business street is loud.]") + BOTH + "}"),
    Example(TOP + SHOPS + "[]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """The findings of each segment, beside each guarantee."""
    guarantees = list(of_kind(case, Guarantee))
    for path, segment in of_kind(case, Segment):
        for place, guarantee in guarantees:
            yield from _listed(case, path, segment, place, guarantee)
            yield from _excepted(case, path, segment, guarantee)
        for text in texts_of(segment):
            if speaks_for_us(text.path) and "leaves-out" not in text.path:
                yield from _in_words(case, path, segment, text, [each for _, each in guarantees])


def _listed(case: Case, path: Path, segment: Segment, place: Path, guarantee: Guarantee) -> Iterator[Finding]:
    kept, left = _ref(segment.never_changes, guarantee), _ref(tuple(segment.leaves_out), guarantee)
    meant = not guarantee.for_ or _ref(guarantee.for_, segment) is not None
    if kept is not None and left is not None:
        yield _finding(
            case, left.path, place, guarantee, "this promise is listed as one that holds for them, and as one that does not", "error"
        )
    elif kept is not None and not meant:
        where = (*place, "for")
        yield _finding(case, kept.path, where, guarantee, "this promise is for others only, and is listed as one that holds here", "error")
    elif segment.never_changes and kept is None and left is None and not guarantee.for_:
        message = f"{label(guarantee)} is a promise for everybody, and is missing from what never changes for {label(segment)}"
        yield _finding(case, (*path, "never-changes"), place, guarantee, message, "warning")


def _ref(refs: tuple[Ref, ...], record: Guarantee | Segment) -> Ref | None:
    return next((each for each in refs if each == record.id), None)


def _finding(case: Case, path: Path, place: Path, guarantee: Guarantee, message: str, severity: Severity) -> Finding:
    return found(
        case.places.get(path) or case.place(path),
        message,
        severity=severity,
        expected="the promise, or the reason why it does not hold",
        found=label(guarantee) if severity == "error" else f"no {guarantee.id}",
        remedy=f"add   {guarantee.id}   to never-changes, or add   leaves-out: {{{guarantee.id}: the reason}}"
        if severity == "warning"
        else "take it out of one of the two places",
        about=case.dotted(path),
        quote=str(guarantee.id),
        related=(Related(case.place(place), "the promise"),),
    )


def _excepted(case: Case, path: Path, segment: Segment, guarantee: Guarantee) -> Iterator[Finding]:
    """Exceptions of a guarantee that name the segment."""
    names = tuple(dict.fromkeys((str(segment.name or segment.who), str(segment.id).replace("-", " "))))
    for text in guarantee.unless:
        hit = next(hits(text, names), None)
        if hit and guarantee.id not in segment.leaves_out:
            sure = guarantee.id in segment.never_changes or segment.id in guarantee.for_
            yield found(
                words_place(case, text, hit.start, hit.end),
                f"this exception takes the promise away from {label(segment)}" + (", for whom it is said to hold" if sure else ""),
                severity="error" if sure else "warning",
                expected="a promise that says for whom it is, under for",
                found=f'"{text}"',
                remedy="take the exception out, or give the reason under leaves-out of the segment",
                about=case.dotted(text.path),
                quote=hit.words,
                related=(Related(case.place((*path, "never-changes") if sure else path), "what never changes for them"),),
            )


def _in_words(case: Case, path: Path, segment: Segment, text: Said, guarantees: list[Guarantee]) -> Iterator[Finding]:
    named = next((each for each in guarantees if next(hits(text, _names(each)), None)), None)
    hit = first(case, "does-not-apply", text)
    if hit and (named or first(case, "promise-words", sentence(text, hit.start, hit.end))):
        if named is None or named.id not in segment.leaves_out:
            sure = named.id in segment.never_changes if named else bool(segment.never_changes)
            yield _taken(case, path, text, hit, named, sure)
    elif named is not None:
        yield from _less(case, text, named)


def _names(guarantee: Guarantee) -> tuple[str, ...]:
    words = str(guarantee.id).replace("-", " ")
    return tuple(each for each in (str(guarantee.name or ""), words if " " in words else "") if each)


def _taken(case: Case, path: Path, text: Said, hit: Hit, named: Guarantee | None, sure: bool) -> Finding:
    place = named.promise.path if named else (*path, "never-changes")
    return found(
        words_place(case, text, hit.start, hit.end),
        f"this takes {'the promise ' + label(named) if named else 'our promises'} away from them",
        severity="error" if sure else "warning",
        expected="the promise, as for everybody",
        found=f'"{text}"',
        remedy="take the sentence out, or give the reason under leaves-out of the segment",
        about=case.dotted(text.path),
        quote=hit.words,
        related=(Related(case.place(place), "the promise" if named else "what never changes for them"),),
    )


def _less(case: Case, text: Said, guarantee: Guarantee) -> Iterator[Finding]:
    """A smaller remedy or a longer time, in a text that names the promise."""
    worth = guarantee.remedy.worth if guarantee.remedy else None
    for mention in mentions(case, text):
        if worth is not None and isinstance(mention.high, Money):
            per = mention.high.per or worth.per
            if compare_amounts(Money(mention.high.amount, mention.high.currency, per), worth) == "less":
                yield _weaker(case, text, Hit(mention.start, mention.end, text[mention.start : mention.end]), worth)
                return
    limit = guarantee.clock.limit if guarantee.clock else None
    for mention, time in deadlines(case, text):
        if isinstance(limit, Duration) and compare(time, limit) == "more":
            yield _weaker(case, text, Hit(mention.start, mention.end, text[mention.start : mention.end]), limit)
            return


def _weaker(case: Case, text: Said, hit: Hit, ours: Money | Duration) -> Finding:
    return found(
        words_place(case, text, hit.start, hit.end),
        f"this gives them less than the promise: {hit.words}, and not {ours}",
        expected=str(ours),
        found=hit.words,
        remedy="write what the promise says, best as a fact in braces, or give the reason under leaves-out",
        about=case.dotted(text.path),
        quote=hit.words,
        related=(Related(value_place(case, ours), f"the promise: {ours}"),),
    )
