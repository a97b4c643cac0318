"""Every value is one that people are thanked for.

Looks at: the values, and whether at least one programme of `recognition` names each (under `values`). It speaks up only
where there are programmes at all.

Why: five values and awards for two of them make two values and three posters.

To put it right: add the value to the programme that thanks for it, or thank for it in a new one.
"""

from collections.abc import Iterator

from handbook.finding import Finding, Related
from handbook.profile.organisation import Value
from handbook.profile.people import Programme
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
VALUES = "values: [{id: warm, name: Warmth, means: We are warm.}, {id: safe, name: Safety, means: We are safe.}]\n"
STAR = "recognition:\n  programmes:\n    - {id: star, name: Star, criterion: A deed., values: "
BAD = (Example(VALUES + STAR + "[warm]}"), Example(VALUES + "recognition: {programmes: [{id: star, name: Star, criterion: A deed.}]}"))
GOOD = (
    Example(VALUES + STAR + "[warm, safe]}"),
    Example(VALUES + STAR + "[warm]}\n    - {id: stop, name: Stop, criterion: A deed., values: [safe]}"),
    Example(VALUES),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each value that no programme names."""
    programmes = list(of_kind(case, Programme))
    thanked = {str(ref) for _, programme in programmes for ref in programme.values}
    for path, value in of_kind(case, Value):
        if programmes and value.id not in thanked:
            yield found(
                case.place(path),
                f"nobody is thanked for {value.name}",
                expected="a programme that names this value",
                found=f"{len(programmes)} programmes, none of them for it" if len(programmes) > 1 else "one programme, for others",
                remedy=f"add   {value.id}   to   values:   of a programme under recognition, or add a programme for it",
                about=case.dotted(path),
                quote=str(value.name),
                related=(Related(case.place(programmes[0][0]), "the programmes begin here"),),
            )
