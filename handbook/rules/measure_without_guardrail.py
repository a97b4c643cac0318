"""A measure that people chase has another one that must not get worse for it.

Looks at: measures of what becomes of people (kind outcome), measures that are tied to pay, and incentives. Each names a
`guardrail`, and the guardrail is another measure than the one it guards.

Why: whatever is counted alone gets better alone. Pizzas came in thirty minutes, and drivers ran red lights.

To put it right: ask how the figure could look good while people are served worse, and name the measure that would show
it.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.profile.listening import Measure
from handbook.profile.people import Incentive
from handbook.rules._phrases import hits
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
ON_TIME = "measures:\n  - {id: on-time, name: Parcels on time, formula: on time / all, better: higher, kind: "
SAFE = "\n  - {id: safe, name: Safe rides, kind: operational, formula: safe / all, better: higher}"
BAD = (
    Example(ON_TIME + "outcome}"),
    Example(ON_TIME + "operational, tied-to-pay: yes}"),
    Example(ON_TIME + "operational, guardrail: on-time}"),
    Example("recognition: {incentives: [{what: A bonus, linked-to: Parcels on time}]}"),
    Example(ON_TIME + "driver}\nrecognition: {incentives: [{what: A bonus, linked-to: Parcels on time, guardrail: on-time}]}"),
)
GOOD = (
    Example(ON_TIME + "outcome, guardrail: safe}" + SAFE),
    Example(ON_TIME + "operational}"),
    Example(ON_TIME + "driver, tied-to-pay: no}"),
    Example(ON_TIME + "driver}" + SAFE + "\nrecognition: {incentives: [{what: A bonus, linked-to: Parcels on time, guardrail: safe}]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each measure and incentive that nothing holds in check."""
    for path, measure in of_kind(case, Measure):
        if measure.guardrail is None and (measure.kind == "outcome" or measure.tied_to_pay):
            yield _missing(case, path, "people's pay depends on it" if measure.tied_to_pay else "it counts what becomes of people")
        elif measure.guardrail == measure.id:
            yield _itself(case, (*path, "guardrail"), path)
    names = [(path, measure) for path, measure in of_kind(case, Measure)]
    for path, incentive in of_kind(case, Incentive):
        if incentive.guardrail is None:
            yield _missing(case, (*path, "linked-to"), "money depends on it")
        for other, measure in names:
            if measure.id == incentive.guardrail and any(hits(incentive.linked_to, (str(measure.name),))):
                yield _itself(case, (*path, "guardrail"), other)


def _missing(case: Case, path: Path, because: str) -> Finding:
    return found(
        case.place(path),
        f"nothing holds this in check, and {because}",
        expected="a guardrail",
        found="none",
        remedy="add   guardrail: the id of the measure that must not get worse while we chase this one",
        about=case.dotted(path),
    )


def _itself(case: Case, path: Path, measure: Path) -> Finding:
    return found(
        case.places.get(path) or case.place(path),
        "this measure is its own guardrail",
        expected="another measure",
        found="the same one",
        remedy="name the measure that would show the damage if this one were chased too hard",
        about=case.dotted(path),
        related=(Related(case.place(measure), "the measure"),),
    )
