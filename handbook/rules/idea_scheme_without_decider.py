"""Every way for ideas, and every thanks, ends with somebody who decides.

Looks at: the mechanisms of `improvement`. Each says who decides (`decider`), how fast an idea is heard
(`acknowledge-within`) and how fast it is decided (`decide-within`). Where people are put forward for a thanks
(`recognition.programmes` with `nominates`), a role decides.

Why: a box that nobody empties teaches people once that ideas are not wanted, and they remember it for years.

To put it right: name the role and both times. If nobody wants to decide, close the box.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding
from handbook.profile.listening import Mechanism
from handbook.profile.people import Programme
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
ROLES = "roles: {boss: {title: Depot Head}}\n"
CARD = "improvement:\n  mechanisms:\n    - {id: card, name: The card, what: Write it down."
ALL = ", decider: boss, acknowledge-within: 2 days, decide-within: 10 days"
THANKS = Example("recognition: {programmes: [{id: card, name: A card, criterion: Somebody helped.}]}")
BAD = (
    Example(CARD + "}"),
    Example(ROLES + CARD + ", decider: boss, acknowledge-within: 2 days}"),
    Example(ROLES + CARD + ", acknowledge-within: 2 days, decide-within: 10 days}"),
    Example(ROLES + CARD + ", decider: boss, decide-within: 10 days}"),
    Example("recognition: {programmes: [{id: thanks, name: The open thanks, criterion: Somebody helped., nominates: Anybody}]}"),
)
GOOD = (
    Example(ROLES + CARD + ALL + "}"),
    Example(CARD + ", status: draft}"),
    Example("improvement: {we-say: Every idea is heard.}"),
    THANKS,
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each mechanism, with all that it lacks."""
    for path, mechanism in of_kind(case, Mechanism):
        fields = {
            "decider": mechanism.decider,
            "acknowledge-within": mechanism.acknowledge_within,
            "decide-within": mechanism.decide_within,
        }
        lacking = [name for name, value in fields.items() if value is None]
        if lacking:
            yield found(
                case.place(path),
                "an idea that takes this way may never be answered",
                expected="who decides, how fast it is heard, and how fast it is decided",
                found="no " + ", no ".join(lacking),
                remedy="add   " + "   and   ".join(f"{name}:" for name in lacking),
                about=case.dotted(path),
                quote=str(mechanism.name),
            )
    for path, programme in of_kind(case, Programme):
        if programme.nominates is not None and programme.decides is None:
            yield _nobody_thanks(case, path, programme)


def _nobody_thanks(case: Case, path: Path, programme: Programme) -> Finding:
    return found(
        case.place(path),
        "people are put forward for this thanks, and nobody is said to decide",
        severity="note",
        expected="a role that decides",
        found="no decides",
        remedy="add   decides: the id of a role",
        about=case.dotted(path),
        quote=str(programme.name),
    )
