"""A measure shows whether each promise is kept.

Looks at: every guarantee, whether it names a measure (`measured-by`, or `measures`), or a measure names it
(`guarantees`). Where only one of the latter is there, it is a note: readers of the promise see `measured-by`.

Why: "answered in five minutes" is believed by those who made the promise for as long as nobody counts. Those who wait
know better.

To put it right: add   measured-by:   with the id of a measure that counts how often the promise is kept. If nobody
could count it, the promise is too vague.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding
from handbook.profile.listening import Measure
from handbook.profile.promises import Guarantee
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
TOP = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
MEASURE = "measures:\n  - {id: on-time, name: On time, kind: operational, formula: on time / all, better: higher"
BAD = (
    Example(TOP),
    Example(TOP + MEASURE + "}"),
    Example(TOP + MEASURE + ", guarantees: [noon]}"),
    Example(TOP + "    measures: [on-time]\n" + MEASURE + "}"),
)
GOOD = (
    Example(TOP + "    measured-by: on-time\n" + MEASURE + "}"),
    Example("values: []"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each guarantee without a measure."""
    counted = {str(ref): str(measure.id) for _, measure in of_kind(case, Measure) for ref in measure.guarantees}
    for path, guarantee in of_kind(case, Guarantee):
        if guarantee.measured_by is None:
            linked = counted.get(str(guarantee.id)) or next((str(ref) for ref in guarantee.measures), "")
            yield _finding(case, path, guarantee, linked)


def _finding(case: Case, path: Path, guarantee: Guarantee, linked: str) -> Finding:
    return found(
        case.place(path),
        "this promise does not say by which measure it is kept" if linked else "nothing shows whether this promise is kept",
        severity="note" if linked else "warning",
        expected="a measure",
        found="no measured-by",
        remedy=f"add   measured-by: {linked or 'the id of a measure that counts how often it is kept'}",
        about=case.dotted(path),
        quote=str(guarantee.promise),
    )
