"""New people are asked about every value.

Looks at: the values, and whether at least one entry under `recruitment.looks-for` belongs to each. It speaks up only
where there are such entries.

Why: what nobody asks about on the way in has to be taught later, and seldom is.

To put it right: add an entry with a question that tests the value.
"""

from collections.abc import Iterator

from handbook.finding import Finding, Related
from handbook.profile.organisation import Value
from handbook.profile.people import Attribute
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
VALUES = "values: [{id: warm, name: Warmth, means: We are warm.}, {id: safe, name: Safety, means: We are safe.}]\n"
ASKS = "recruitment:\n  looks-for:\n    - {id: a, name: Warm, question: Whom did you greet?, value: warm}\n"
BAD = (Example(VALUES + ASKS),)
GOOD = (
    Example(VALUES + ASKS + "    - {id: b, name: Safe, question: What did you stop?, value: safe}"),
    Example(VALUES),
    Example(VALUES + ASKS + "    - {id: b, name: Safe, question: What did you stop?, values: [safe]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each value that no question tests."""
    asked = list(of_kind(case, Attribute))
    tested = {str(ref) for _, each in asked for ref in (each.value, *each.values) if ref is not None}
    for path, value in of_kind(case, Value):
        if asked and value.id not in tested:
            yield found(
                case.place(path),
                f"no question for new people is about {value.name}",
                expected="a question that tests this value",
                found="questions about other values" if tested else "questions about no value",
                remedy=f"add an entry under recruitment, looks-for, with   value: {value.id}   and a question",
                about=case.dotted(path),
                quote=str(value.name),
                related=(Related(case.place(asked[0][0]), "the questions begin here"),),
            )
