"""Nobody is paid for the opposite of what a value asks for.

Looks at: what money or time depends on (`recognition.incentives`), and measures that are tied to pay. Where they count
speed, volume, sales or the length of calls, while a value or the vision asks for time, care, listening or what fits the
person, people should talk about it.

Why: pay is read as the true value. Shops that paid by parts sold repaired what was whole; lines that paid by short
calls hung up.

To put it right: this is a question, not a verdict. Ask those who are paid by it what they do on a busy day. Then tie
the pay to what becomes of the person served, or give the measure a guardrail that would show the damage.
"""

from collections.abc import Iterator

from handbook.declare import Said
from handbook.finding import Finding, Related
from handbook.profile.direction import Vision
from handbook.profile.listening import Measure
from handbook.profile.organisation import Value
from handbook.profile.people import Incentive
from handbook.rules._phrases import Hit, first, hits, negated, phrases
from handbook.rules._records import of_kind, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "question"
VALUE = "values: [{id: care, name: Patience, means: We take the time that somebody needs.}]\n"
CALLS = "measures: [{id: calls, name: Calls under 4 minutes, kind: operational, formula: calls under 4 minutes / calls, better: higher"
BAD = (
    Example(VALUE + "recognition: {incentives: [{what: A bonus, linked-to: Calls per hour}]}"),
    Example(VALUE + CALLS + ", tied-to-pay: yes}]"),
    Example(
        "vision: {statement: Everybody is heard., means: [We listen to the end.]}\n"
        "recognition: {incentives: [{what: A share of sales, linked-to: The sales of each clerk}]}"
    ),
)
GOOD = (
    Example(VALUE + "recognition: {incentives: [{what: A bonus, linked-to: 'The result of the house, never one person''s sales'}]}"),
    Example(VALUE + CALLS + ", tied-to-pay: no}]"),
    Example("values: [{id: bold, name: Boldness, means: We dare.}]\nrecognition: {incentives: [{what: A bonus, linked-to: Sales}]}"),
    Example(VALUE + "recognition: {incentives: [{what: A bonus, linked-to: Customers who return}]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A question for each thing that is paid for against a value."""
    asked = _asked(case)
    if asked is None:
        return
    for _, incentive in of_kind(case, Incentive):
        yield from _question(case, (incentive.linked_to, incentive.what), asked)
    for _, measure in of_kind(case, Measure):
        if measure.tied_to_pay:
            yield from _question(case, (measure.name, measure.formula, measure.definition), asked)


def _asked(case: Case) -> tuple[Said, Hit] | None:
    """The first text of a value or the vision that asks for time and care."""
    told: list[Said | None] = []
    for _, value in of_kind(case, Value):
        told += [value.name, value.means, *value.we_do]
    for _, vision in of_kind(case, Vision):
        told += [vision.statement, *vision.means]
    for text in told:
        hit = first(case, "time-and-care", text) if text is not None else None
        if text is not None and hit:
            return text, hit
    return None


def _question(case: Case, texts: tuple[Said | None, ...], asked: tuple[Said, Hit]) -> Iterator[Finding]:
    for text in texts:
        for hit in hits(text, phrases(case, "speed-and-sales")) if text is not None else ():
            assert text is not None
            if not negated(case, text, hit.start):
                yield _finding(case, text, hit, *asked)
                return


def _finding(case: Case, text: Said, hit: Hit, value: Said, care: Hit) -> Finding:
    return found(
        words_place(case, text, hit.start, hit.end),
        "does this pay for the opposite of what we say we value?",
        expected=f'pay that fits "{care.words}"',
        found=f'"{hit.words}"',
        remedy="ask those who are paid by it what they do on a busy day; then change what it depends on, or add a guardrail",
        about=case.dotted(text.path),
        quote=hit.words,
        related=(Related(words_place(case, value, care.start, care.end), "what we say we value"),),
    )
