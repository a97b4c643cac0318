"""Texts use our words, not the ones we avoid.

Looks at: every text, for the words that a term lists under `avoid`, in all their forms. Quoted, rejected and excepted
uses (`unless`, `except`) do not count, nor do proper names of others. It is an error in the organisation's own
messages and chapters, because its own list rules there, and a warning in documents from elsewhere.

Why: whoever reads "customer" on one page and "guest" on the next wonders whether these are two kinds of people.
A word list that nobody keeps tells colleagues that the rest need not be kept either.

To put it right: write our word. Where the other word has to stay (a law, a form, a job title of somebody else), add
the phrase to `unless` of the term.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import loud, tables_of, uses
from handbook.proper_names import as_verb, part_of_name
from handbook.rewording import reworded
from handbook.rules._wording import sentence_case, severity_in, terms_by_path, worded
from handbook.ruling import Case, Example

SEVERITY = "warning"
_TERMS = """language:
  terms:
    - term: guest
      means: Anybody we look after.
      avoid: {customer: A guest is not a sale., pax: People are not a count.}
      unless: [customer service licence]
    - term: hand over
      means: To pass something on in person.
      avoid: {escalate: It sounds like a war.}
"""
BAD = (
    Example(_TERMS, "Dear Customers, your rooms are ready."),
    Example(_TERMS, "He escalated the matter to the desk."),
    Example(_TERMS + "guarantees: [{id: calm, promise: A customer can sleep.}]"),
)
GOOD = (
    Example(_TERMS, "We never say customer, we say guest. The customer service licences hang in the lobby."),
    Example(_TERMS, "## Words we avoid\n\n- customer\n- pax\n"),
    Example(_TERMS, "The Consumer Customer Council wrote to our guests."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each use of a word that a term avoids."""
    tables = tables_of(case)
    for use in uses(case, "avoided"):
        text, hit = use.block.text, use.hit
        if as_verb(tables, text, hit.start, hit.end, hit.mark) and hit.entry.bend == "noun":
            continue
        if not loud(case, use) or part_of_name(tables, text, hit.start, hit.end):
            continue
        term = terms_by_path(case)[hit.entry.of]
        avoid = term.avoid[next(each for each in term.avoid if str(each) == hit.entry.path[-1])]
        instead = str(avoid.instead or term.term)
        change = reworded(tables, text, hit, instead)
        why = f" ({sentence_case(str(avoid.because))})" if avoid.because else ""
        yield worded(
            case,
            use,
            f'"{use.words}" is a word we avoid; we say "{instead}"',
            hit.entry.path,
            f'the profile avoids it for "{term.term}"{why}',
            change,
            severity=severity_in(use),
            expected=f'"{instead}"',
            remedy=f'write "{change.text if change else instead}"; where the word has to stay, add the phrase to   unless:   of the term',
        )
