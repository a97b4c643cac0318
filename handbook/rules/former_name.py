"""Texts call us by the name we have today.

Looks at: every text, for the names under `organisation.former-names`. Sentences that tell of the past ("until 2019 we
were called …") and quotations do not count.

Why: an old name on a form makes people wonder whether the old promises hold, and whether they are at the right desk.

To put it right: write the name of today.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import Use, loud, tables_of, uses
from handbook.prose import sentences
from handbook.rewording import Change
from handbook.rules._wording import severity_in, worded
from handbook.ruling import Case, Example
from handbook.wording import Entry, Lexicon

SEVERITY = "warning"
_NAMES = "organisation:\n  name: Harbour House Hotels\n  short-name: Harbour House\n  former-names: [Seaview Lodge]\n"
BAD = (Example(_NAMES, "Welcome to Seaview Lodge, and to your room."),)
GOOD = (Example(_NAMES, "Until 2019 we were called Seaview Lodge. Harbour House (formerly Seaview Lodge) has forty rooms."),)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each use of a name we no longer have."""
    own = case.profile.organisation
    for use in uses(case, "former name"):
        if not loud(case, use) or _in_the_past(case, use):
            continue
        name = str(own.short_name or own.name)
        yield worded(
            case,
            use,
            f'"{use.words}" is a name we no longer have',
            use.hit.entry.path,
            "it is listed as a former name here",
            Change(use.hit.start, use.hit.end, name),
            severity=severity_in(use),
            expected=name,
            remedy=f'write "{name}"',
        )


def _in_the_past(case: Case, use: Use) -> bool:
    past = case.once(
        "words of the past",
        lambda case: Lexicon(
            tables_of(case), tuple(Entry(each, "past", bend="name") for each in tables_of(case).list("tells of the past"))
        ),
    )
    begin, end = next((span for span in sentences(use.block.text) if span[0] <= use.hit.start < span[1]), (0, len(use.block.text)))
    heads = " ".join((*use.block.headings[-1:], use.block.column))
    return bool(past.find(use.block.text[begin:end]) or past.find(heads))
