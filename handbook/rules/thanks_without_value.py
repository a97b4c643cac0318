"""Thanks go to deeds that show a value, not to the highest sales.

Looks at: the programmes of `recognition`, whether each is tied to a value (`values`), and whether what it is given for
is selling the most. The second counts even where a value stands beside it.

Why: the value says teamwork, and the dinner goes to whoever sold most. Everybody knows which of the two is meant.

To put it right: add   values:   with the value the deed shows. Say under   criterion:   what somebody felt, not what
was sold.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.profile.people import Programme
from handbook.rules._phrases import first, negated
from handbook.rules._records import of_kind, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
VALUE = "values: [{id: team, name: Teamwork, means: We win together.}]\n"
TOP = VALUE + "recognition:\n  programmes:\n    - {id: star, name: Star, criterion: "
BAD = (
    Example(TOP + "Somebody helped another shift.}"),
    Example(TOP + "The highest individual sales of the month, values: [team]}"),
    Example(TOP + "A good year, award: A trip for the top seller, values: [team]}"),
)
GOOD = (
    Example(TOP + "Somebody helped another shift., values: [team]}"),
    Example(TOP + "'Help for another shift, never the most sales', values: [team]}"),
    Example("recognition: {programmes: [{id: star, name: Star, criterion: Somebody helped.}]}"),
    Example(TOP + "Somebody helped., status: draft}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each programme without a value, and for each that rewards selling."""
    for path, programme in of_kind(case, Programme):
        if case.profile.values and not programme.values:
            yield _no_value(case, path, programme)
        yield from _selling(case, programme)


def _no_value(case: Case, path: Path, programme: Programme) -> Finding:
    return found(
        case.place(path),
        "this way of thanking is tied to no value",
        expected="the value that the deed shows",
        found="no values",
        remedy="add   values: [the id of a value]",
        about=case.dotted(path),
        quote=str(programme.name),
    )


def _selling(case: Case, programme: Programme) -> Iterator[Finding]:
    for text in (programme.criterion, programme.name, programme.award):
        hit = first(case, "individual-sales", text) if text is not None else None
        if text is not None and hit and not negated(case, text, hit.start):
            values = [case.catalogue.find(ref) for ref in programme.values] or list(case.profile.values[:1])
            yield found(
                words_place(case, text, hit.start, hit.end),
                "this thanks somebody for selling the most",
                expected="thanks for something that a customer or a colleague felt",
                found=f'"{hit.words}"',
                remedy="say what the deed changed for somebody, and drop the sales",
                about=case.dotted(text.path),
                quote=hit.words,
                related=tuple(Related(case.place(each.means.path), "a value that asks for something else") for each in values[:1]),
            )
            return
