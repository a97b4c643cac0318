"""Every term in the word list is used somewhere.

Looks at: every term of the profile and its other forms, and whether any other message of the profile or any chapter of the
organisation's own uses it, or a guarantee names it under `uses-terms`.

Why: a word list is read from top to bottom. Each entry that nobody uses makes the others look less meant.

To put it right: use the word where it belongs, or take the term out.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding
from handbook.glossary import OWN, bend_of, names_what_to_avoid, spoken, tables_of, uses
from handbook.profile.language import Term
from handbook.ruling import Case, Example, found, home
from handbook.wording import Entry, Lexicon

SEVERITY = "note"
_TERM = "language:\n  terms:\n    - {id: huddle, term: huddle, means: The talk at the start of a shift.}\n"
BAD = (Example(_TERM),)
GOOD = (
    Example(_TERM + "  we-say: Save the story for the huddle.\n"),
    Example(_TERM + "guarantees: [{id: talk, promise: We talk to you., uses-terms: [huddle]}]\n"),
)


def check(case: Case) -> Iterator[Finding]:
    """A note for each term that nothing uses."""
    terms = case.profile.language.terms if case.profile.language else ()
    used = _used(case)
    for term in terms:
        path = home(term)
        if path not in used:
            yield found(
                case.place(path),
                f'nothing in the profile or its chapters uses "{term.term}"',
                expected="a message that uses the word",
                found="the term alone",
                remedy="use the word where it belongs, or take the term out",
                about=case.dotted(path),
                quote=str(term.term),
            )


def _used(case: Case) -> set[Path]:
    terms = case.profile.language.terms if case.profile.language else ()
    named = {str(ref) for guarantee in case.profile.guarantees for ref in guarantee.uses_terms}
    used = {home(term) for term in terms if case.catalogue.key(term)[1] in named}
    for use in uses(case, "term", "variant"):
        path = use.hit.entry.of
        if use.document.kind in OWN and use.block.path[: len(path)] != path and not names_what_to_avoid(use.block.path):
            used.add(path)
    return used | _within_others(case, [term for term in terms if home(term) not in used])


def _within_others(case: Case, terms: list[Term]) -> set[Path]:
    """Terms that are used as part of a longer term or name."""
    words = [Entry(each, "used", bend=bend_of(case, term), of=home(term)) for term in terms for each in (term.term, *term.also)]
    lexicon = Lexicon(tables_of(case), tuple(words))
    own = [
        (block, said)
        for document, block, said in (spoken(case) if terms else ())
        if document.kind in OWN and not names_what_to_avoid(block.path)
    ]
    hits = [(block.path, hit.entry.of) for block, said in own for hit in lexicon.all(block.text, said)]
    return {term for path, term in hits if path[: len(term)] != term}
