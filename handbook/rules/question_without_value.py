"""Every question for new people belongs to a value.

Looks at: what recruitment looks for (`recruitment.looks_for`), and whether each entry names the `value` it belongs to.

Why: "where do you see yourself in five years?" finds people with plans. If the values matter, the questions ask for
them.

To put it right: add   value:   with the id of the value the question tests, or put a question in its place that tests
one.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.profile.people import Attribute
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
VALUE = "values: [{id: warm, name: Warmth, means: We are warm.}]\n"
PLANS = "recruitment:\n  looks-for:\n    - {id: plans, name: Has plans, question: Where are you in five years?"
BAD = (Example(VALUE + PLANS + "}"),)
GOOD = (Example(VALUE + PLANS + ", value: warm}"), Example(PLANS + "}"), Example(VALUE + PLANS + ", values: [warm]}"))


def check(case: Case) -> Iterator[Finding]:
    """A finding for each question that belongs to no value."""
    for path, attribute in of_kind(case, Attribute):
        if case.profile.values and attribute.value is None and not attribute.values:
            yield found(
                case.place(path),
                "this question for new people belongs to no value",
                expected="the value that it tests",
                found="no value",
                remedy="add   value: the id of a value   or ask something that tests one",
                about=case.dotted(path),
                quote=str(attribute.question),
            )
