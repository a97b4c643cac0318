"""What the whole wants to reach, each team can see in its own figures.

Looks at: measures and teams. A measure of what becomes of people (kind outcome) reaches the teams (`cascades-to`); the
teams' figures are in the same units as the target, and where one is weaker, another is stronger; and each team has a
measure of its own, in a cascade, under `measures`, or behind one of its promises.

Why: the house wants guests who return, and the branch is asked for sales. People do what their own board says.

To put it right: add the team's line under   cascades-to:   of the measure that it can move, or correct the figure.
"""

from collections.abc import Iterator, Mapping

from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.profile.listening import Measure
from handbook.profile.organisation import Team
from handbook.quantity import Duration, Percent, Quantity, Score, TimeOfDay
from handbook.rules._figures import alike, better_than
from handbook.rules._records import of_kind, value_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
TEAMS = "teams: {desk: {name: Desk}, floor: {name: Floor}}\n"
MEASURE = "measures:\n  - {id: back, name: Guests who return, kind: outcome, formula: back / all, better: higher, "
BAD = (
    Example(TEAMS + MEASURE + "target: 30 %}"),
    Example(TEAMS + MEASURE + "target: 30 %, cascades-to: {desk: 30 %}}"),
    Example(TEAMS + MEASURE + "target: 30 %, cascades-to: {desk: 25 %, floor: 28 %}}"),
    Example(TEAMS + MEASURE + "target: 30 %, cascades-to: {desk: 30 %, floor: 25 %}}"),
    Example(TEAMS + MEASURE + "target: 30 %, cascades-to: {desk: 30 %, floor: 4 out of 5}}"),
)
GOOD = (
    Example(TEAMS + MEASURE + "target: 30 %, cascades-to: {desk: 30 %, floor: 30 %}}"),
    Example(TEAMS + MEASURE + "target: 30 %, cascades-to: {desk: 25 %, floor: 36 %}}"),
    Example(TEAMS + MEASURE + "target: 90 complaints, cascades-to: {desk: 40 complaints, floor: 50 complaints}}"),
    Example(MEASURE + "target: 30 %}"),
    Example(TEAMS),
    Example("teams: {desk: {name: Desk, promises: [{promise: A list by noon., measured-by: back}]}}\n" + MEASURE.replace("outcome", "driver") + "}"),
)  # fmt: skip
SHARED = (Percent, Score, Duration, TimeOfDay)
"""Figures that do not add up over teams: the whole cannot be better than its best part."""


def check(case: Case) -> Iterator[Finding]:
    """The findings of each measure, and of each team without one."""
    teams = dict(case.profile.teams)
    for path, measure in of_kind(case, Measure):
        if teams and measure.kind == "outcome" and not measure.cascades_to:
            yield _reaches_nobody(case, path)
        if measure.target is not None:
            yield from _figures(case, path, measure, measure.target)
    if case.profile.measures:
        yield from _without(case, teams)


def _figures(case: Case, path: Path, measure: Measure, target: Quantity) -> Iterator[Finding]:
    own = measure.cascades_to.values()
    for figure in own:
        if not alike(figure, target):
            yield _other_units(case, figure, target)
    weaker = [figure for figure in own if better_than(target, figure, measure.better)]
    if weaker and isinstance(target, SHARED) and not any(better_than(figure, target, measure.better) for figure in own):
        yield _too_weak(case, path, weaker[0], target)


def _reaches_nobody(case: Case, path: Path) -> Finding:
    return found(
        case.place(path),
        "this measure of what becomes of people reaches no team",
        expected="a figure for each team that can move it",
        found="no cascades-to",
        remedy="add   cascades-to:   with the teams that can move it and the figure of each",
        about=case.dotted(path),
    )


def _other_units(case: Case, figure: Quantity, target: Quantity) -> Finding:
    return found(
        value_place(case, figure),
        "this team counts in other units than the whole",
        severity="error",
        expected=f"a figure such as {target}",
        found=str(figure),
        remedy="write the team's figure in the units of the target",
        about=case.dotted(figure.path),
        quote=str(figure),
        related=(Related(value_place(case, target), f"the target of the whole: {target}"),),
    )


def _too_weak(case: Case, path: Path, figure: Quantity, target: Quantity) -> Finding:
    return found(
        value_place(case, figure),
        "if every team reaches its figure, the whole still misses the target",
        severity="error",
        expected=f"{target}, or a stronger figure in another team",
        found=str(figure),
        remedy="raise the figures of the teams, or lower the target to what they add up to",
        about=case.dotted((*path, "cascades-to")),
        quote=str(figure),
        related=(Related(value_place(case, target), f"the target of the whole: {target}"),),
    )


def _without(case: Case, teams: Mapping[str, Team]) -> Iterator[Finding]:
    counted = {str(team) for _, measure in of_kind(case, Measure) for team in measure.cascades_to}
    for name, team in teams.items():
        if name not in counted and not team.measures and not any(each.measured_by for each in team.promises):
            path = ("teams", name)
            yield found(
                case.place(path),
                f"{team.name} has no measure at all",
                expected="at least one figure that this team can move",
                found="none",
                remedy=f"add a line   {name}:   under   cascades-to:   of a measure, or   measured-by:   to one of its promises",
                about=case.dotted(path),
                quote=str(team.name),
            )
