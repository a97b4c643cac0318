"""A name of a measure stands for one formula.

Looks at: measures with the same name, or with the same letters (such as CSAT) in their names, and whether they are
worked out in the same way and read on the same scale.

Why: the same four letters mean the share of happy answers in one hotel and the mean of all marks in another. The
meeting compares them all the same.

To put it right: keep one of the two, or give the other a name that says what is different.
"""

from collections.abc import Iterator
from itertools import combinations

from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.profile.listening import Measure
from handbook.rules._phrases import same
from handbook.rules._records import of_kind, value_place
from handbook.ruling import Case, Example, found

SEVERITY = "error"
ONE = "measures:\n  - {id: a, name: CSAT, kind: driver, formula: answers of 4 and 5 / answers, better: higher, scale: 0 to 100 %}\n"
BAD = (
    Example(ONE + "  - {id: b, name: CSAT, kind: driver, formula: sum of marks / answers, better: higher}"),
    Example(ONE + "  - {id: b, name: csat, kind: driver, formula: answers of 4 and 5 / answers, better: higher, scale: 1 to 5}"),
    Example(ONE + "  - {id: b, name: CSAT of the shops, kind: driver, formula: sum of marks / answers, better: higher}"),
)
GOOD = (
    Example(ONE + "  - {id: b, name: Calm, kind: driver, formula: sum of marks / answers, better: higher}"),
    Example(ONE + "  - {id: b, name: CSAT of the shops, kind: driver, formula: Answers of 4 and 5 / answers, better: higher}"),
    Example(ONE + "  - {id: b, name: CSAT, kind: driver, formula: sum of marks / answers, better: higher, status: draft}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each pair of measures that share a name and not a formula."""
    for (_, first), (path, second) in combinations(of_kind(case, Measure), 2):
        letters = _letters(first.name) & _letters(second.name)
        if not same(first.name, second.name) and not letters:
            continue
        if not same(first.formula, second.formula):
            yield _finding(case, path, first, second, "formula")
        elif first.scale is not None and second.scale is not None and not same(first.scale, second.scale):
            yield _finding(case, path, first, second, "scale")


def _letters(name: str) -> set[str]:
    """The abbreviations in a name: words of three capital letters or more."""
    return {word for word in name.replace("-", " ").split() if len(word) >= 3 and word.isalpha() and word.isupper()}


def _finding(case: Case, path: Path, first: Measure, second: Measure, what: str) -> Finding:
    one, other = getattr(first, what), getattr(second, what)
    equal = same(first.name, second.name)
    return found(
        value_place(case, other),
        f"{second.name} is worked out in another way than {first.name}" if what == "formula" else f"{second.name} is read on two scales",
        severity="error" if equal else "warning",
        expected=f"one {what} for one name",
        found=f'"{other}"',
        remedy="keep one of the two, or give the other a name that says what is different",
        about=case.dotted((*path, what)),
        quote=str(other),
        related=(Related(value_place(case, one), f"the {what} of {first.name}: {one}"),),
    )
