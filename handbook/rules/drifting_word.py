"""Texts have one word for the people we serve, one for those who work here, and one for each thing that has a term.

Looks at: every text, for other general words for these people (customer, client, employee …) where the profile has
chosen its own under `calls-customers` and `calls-colleagues`, and for other names of the things that its terms name
(package for parcel, invoice for bill), where it says nothing about the other word and does not use it itself. One note
for each text and word, with the number of times.

Why: words drift first in procedures and letters. Where people are guests on the first page and consumers on the
tenth, the tenth was written by somebody who was not thinking of them.

To put it right: write the chosen word; or add the other one to `also` of a term if it is right too, or to `avoid` so that
every use is found.
"""

from collections.abc import Iterator

from handbook.declare import Said
from handbook.document import Document
from handbook.finding import Finding
from handbook.glossary import Use, loud, tables_of, uses
from handbook.proper_names import as_verb, part_of_name
from handbook.rules._wording import terms_by_path, worded
from handbook.ruling import Case, Example

SEVERITY = "note"
_WORDS = "organisation:\n  name: Harbour House\n  calls-customers: {one: guest, many: guests}\n  calls-colleagues: {one: colleague, many: colleagues}\n"
_PARCEL = "language: {terms: [{term: parcel, means: What the carrier brings.}]}\n"
BAD = (
    Example(_WORDS, "Our guests are welcome. Clients who come late call the desk."),
    Example(_WORDS, "Every employee has a locker."),
    Example(_PARCEL, "Each package gets a green ribbon."),
)
GOOD = (
    Example(_WORDS, "Our guests and colleagues are welcome. The chief of staff of the embassy has his own key."),
    Example(_WORDS + "language: {terms: [{term: guest, means: Anybody we serve., also: [client]}]}", "Our clients are welcome."),
    Example("", "Our clients are welcome."),
    Example(_PARCEL + "guarantees: [{id: day, promise: Your package comes on the day we named.}]\n", "Each package gets a green ribbon."),
)


def check(case: Case) -> Iterator[Finding]:
    """A note for each text and word, at its first use."""
    own = case.profile.organisation
    for name, chosen in (("words for people served", own.calls_customers), ("words for people who work here", own.calls_colleagues)):
        for found in _by_text(case, name).values():
            assert chosen
            yield _finding(case, found, chosen.one, f'"{chosen.one}" or "{chosen.many}"')
    for found in _by_text(case, "another word for a term").values():
        term = terms_by_path(case)[found[0].hit.entry.of].term
        yield _finding(case, found, term, f'"{term}"')


def _finding(case: Case, found: list[Use], ours: Said, expected: str) -> Finding:
    first = found[0]
    times = "" if len(found) == 1 else f", {len(found)} times in this text"
    return worded(
        case,
        first,
        f'"{first.words}" is used{times}; our word is "{ours}"',
        ours.path,
        f'our word is "{ours}"',
        expected=expected,
        remedy=f'write "{ours}"; or add "{first.hit.entry.phrase}" to   also:   or   avoid:   of the term',
    )


def _by_text(case: Case, name: str) -> dict[tuple[str, str], list[Use]]:
    found: dict[tuple[str, str], list[Use]] = {}
    for use in uses(case, name):
        text, hit, tables = use.block.text, use.hit, tables_of(case)
        verb = hit.entry.bend == "noun" and as_verb(tables, text, hit.start, hit.end, hit.mark)
        if not verb and loud(case, use) and not part_of_name(tables, text, hit.start, hit.end):
            found.setdefault((_text(use.document), use.hit.entry.phrase), []).append(use)
    return found


def _text(document: Document) -> str:
    return "" if document.kind == "profile" else document.file
