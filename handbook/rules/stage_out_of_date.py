"""What is said to be going on now has begun and has not ended.

Looks at: the stages of `drive`: their `state` beside their days (`from`, `until`) and today's date.

Why: a plan that still says "now" about last summer tells everybody that nobody is looking at it.

To put it right: set   state: done   or   state: now,   or move the day if the work took longer.
"""

from collections.abc import Iterator
from datetime import date

from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.profile.direction import Stage
from handbook.rules._records import of_kind, value_place
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "warning"
LISTEN = "drive: {stages: [{name: Listen, "
BAD = (
    Example(LISTEN + "from: 2026-01-01, until: 2026-06-30, state: now}]}"),
    Example(LISTEN + "from: 2026-12-01, until: 2027-06-30, state: now}]}"),
    Example(LISTEN + "until: 2026-06-30, state: next}]}"),
    Example(LISTEN + "from: 2026-12-01, state: done}]}"),
)
GOOD = (
    Example(LISTEN + "from: 2026-01-01, until: 2026-11-25, state: now}]}"),
    Example(LISTEN + "from: 2026-01-01, until: 2026-06-30, state: done}]}"),
    Example(LISTEN + "from: 2026-01-01, until: 2026-06-30}]}"),
    Example(LISTEN + "from: 2026-12-01, state: next}]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each stage whose state its days deny."""
    for path, stage in of_kind(case, Stage):
        begins, ends = _day(stage.from_), _day(stage.until)
        if ends and ends < case.today and stage.state in ("now", "next"):
            yield _finding(case, path, stage, "this stage is over", ends, "it ended on")
        elif begins and begins > case.today and stage.state in ("now", "done"):
            yield _finding(case, path, stage, "this stage has not begun", begins, "it begins on")


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _finding(case: Case, path: Path, stage: Stage, message: str, day: date, label: str) -> Finding:
    words = {"now": "going on now", "next": "still to come", "done": "done"}[stage.state or "now"]
    return found(
        case.places.get((*path, "state")) or case.place(path),
        f"{message}, and is said to be {words}",
        expected="a state that fits its days",
        found=f"state: {stage.state}",
        remedy="correct the state, or the day if the work takes longer",
        about=case.dotted((*path, "state")),
        quote=str(stage.state),
        related=(Related(value_place(case, day), f"{label} {date_in_words(day)}"),),
    )
