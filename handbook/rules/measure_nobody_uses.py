"""Everything we count is of use to somebody.

Looks at: measures that no message refers to, that no team carries (`cascades-to`), that nobody's pay depends on, and
that name no guarantee or value themselves.

Why: each figure costs somebody an hour a week. One that nobody acts on takes that hour from those we serve.

To put it right: say which promise, chapter or team it belongs to, or stop counting.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.profile.listening import Measure
from handbook.rules._records import of_kind, refs
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
MEASURE = "measures: [{id: m, name: Answered, kind: operational, formula: answered / calls, better: higher"
BAD = (Example(MEASURE + "}]"), Example(MEASURE + ", guardrail: m}]"))
GOOD = (
    Example(MEASURE + "}]\nguarantees: [{id: a, promise: We answer., measured-by: m}]"),
    Example(MEASURE + ", cascades-to: {desk: 90 %}}]\nteams: {desk: {name: Desk}}"),
    Example(MEASURE + ", guarantees: [a]}]\nguarantees: [{id: a, promise: We answer.}]"),
    Example(MEASURE + "}]\nwhy: {reason: So., measures: [m]}"),
    Example(MEASURE + ", status: draft}]"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each measure without a use."""
    own = {path: str(measure.id) for path, measure in of_kind(case, Measure)}
    used = {str(ref) for path, ref in refs(case) if "measures" in ref.sections and own.get(path) != str(ref)}
    for path, measure in of_kind(case, Measure):
        carried = measure.cascades_to or measure.tied_to_pay or measure.guarantees or measure.values
        if measure.id not in used and not carried:
            yield found(
                case.place(path),
                "nothing refers to this measure, and no team carries it",
                expected="a promise, a chapter or a team that it belongs to",
                found="none",
                remedy="add   measured-by:   to a promise,   cascades-to:   with a team, or stop counting it",
                about=case.dotted(path),
                quote=str(measure.name),
            )
