"""Everything about a measure agrees on which way is better.

Looks at: measures. The `floor` lies on the worse side of the `target`; no team's figure lies beyond the floor; and no
text of the measure says "lower is better" where `better` says higher, or the other way round.

Why: a team that works towards the wrong end gets worse on purpose, and its arrow on the board is green.

To put it right: correct `better`, or the figure or the sentence that contradicts it.
"""

from collections.abc import Iterator

from handbook.declare import Path, Said
from handbook.finding import Finding, Related
from handbook.profile.listening import Measure
from handbook.quantity import Quantity
from handbook.rules._figures import better_than
from handbook.rules._phrases import Hit, first, negated
from handbook.rules._records import of_kind, value_place, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = "teams: {desk: {name: Desk}}\nmeasures:\n  - {id: a, name: Effort, kind: driver, formula: sum / answers, "
BAD = (
    Example(TOP + "better: higher, target: 90 %, floor: 95 %}"),
    Example(TOP + "better: lower, target: 12 per 1000 stays, floor: 8 per 1000 stays}"),
    Example(TOP + "better: lower, target: 20 minutes, floor: 600 seconds}"),
    Example(TOP + "better: higher, definition: How hard it was. Lower is better.}"),
    Example(TOP + "better: lower, scale: '1 to 7, the higher the better'}"),
    Example(TOP + "better: higher, target: 98 %, floor: 94 %, cascades-to: {desk: 90 %}}"),
)
GOOD = (
    Example(TOP + "better: higher, target: 95 %, floor: 90 %}"),
    Example(TOP + "better: lower, target: 12 per 1000 stays, floor: 20 per 1000 stays, definition: Few is good.}"),
    Example(TOP + "better: lower, target: 2 days, floor: 72 hours}"),
    Example(TOP + "better: higher, target: 90 %, floor: 4 out of 5}"),
    Example(TOP + "better: higher, definition: Lower is not always worse.}"),
    Example(TOP + "better: higher, target: 98 %, floor: 94 %, cascades-to: {desk: 94 %}}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each figure and sentence that points the other way."""
    for path, measure in of_kind(case, Measure):
        if measure.target is not None and measure.floor is not None and better_than(measure.floor, measure.target, measure.better):
            yield _floor(case, path, measure, measure.target, measure.floor)
        elif measure.floor is not None:
            for figure in measure.cascades_to.values():
                if better_than(measure.floor, figure, measure.better):
                    yield _beyond(case, measure, figure, measure.floor)
        wrong = "lower-is-better" if measure.better == "higher" else "higher-is-better"
        for text in (measure.name, measure.definition, measure.formula, measure.scale):
            hit = first(case, wrong, text) if text is not None else None
            if text is not None and hit and not negated(case, text, hit.start):
                yield _sentence(case, path, measure, text, hit)


def _floor(case: Case, path: Path, measure: Measure, target: Quantity, floor: Quantity) -> Finding:
    return found(
        value_place(case, floor),
        f"the floor is better than the target, if {measure.better} is better",
        expected=f"a floor that is worse than {target}",
        found=str(floor),
        remedy="exchange the two figures, or correct   better:",
        about=case.dotted((*path, "floor")),
        quote=str(floor),
        related=(
            Related(value_place(case, target), f"the target: {target}"),
            Related(case.places[(*path, "better")], "which way is better"),
        ),
    )


def _beyond(case: Case, measure: Measure, figure: Quantity, floor: Quantity) -> Finding:
    return found(
        value_place(case, figure),
        "this team is asked for a figure at which we would stop and look",
        expected=f"{floor} or better",
        found=str(figure),
        remedy="raise the figure of the team, or lower the floor"
        if measure.better == "higher"
        else "correct the team's figure or the floor",
        about=case.dotted(figure.path),
        quote=str(figure),
        related=(Related(value_place(case, floor), f"the floor: {floor}"),),
    )


def _sentence(case: Case, path: Path, measure: Measure, text: Said, hit: Hit) -> Finding:
    return found(
        words_place(case, text, hit.start, hit.end),
        f'this sentence says "{hit.words}", and the measure says that {measure.better} is better',
        expected=f"{measure.better} is better",
        found=f'"{hit.words}"',
        remedy="correct the sentence, or   better:",
        about=case.dotted(text.path),
        quote=hit.words,
        related=(Related(case.places[(*path, "better")], f"better: {measure.better}"),),
    )
