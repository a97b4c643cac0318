"""Texts call us by the name we have today.

Looks at: every text, for the names under `organisation.former-names`. Sentences that tell of the past ("until 2019 we
were called …") and quotations do not count.

Why: an old name on a form makes people wonder whether the old promises hold, and whether they are at the right desk.

To put it right: write the name of today.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import loud, uses
from handbook.rewording import Change
from handbook.rules._past import of_the_past
from handbook.rules._wording import severity_in, worded
from handbook.ruling import Case, Example

SEVERITY = "warning"
_NAMES = "organisation:\n  name: Harbour House Hotels\n  short-name: Harbour House\n  former-names: [Seaview Lodge]\n"
BAD = (
    Example(_NAMES, "Welcome to Seaview Lodge, and to your room."),
    Example(_NAMES, "Seaview Lodge is open until 22:00 and has been since 2019."),
)
GOOD = (
    Example(_NAMES, "Until 2019 we were called Seaview Lodge. Harbour House (formerly Seaview Lodge) has forty rooms."),
    Example(
        _NAMES,
        "Seaview Lodge laid the jetty in 1931. As Seaview Lodge we had no lift. Back in 2009, when we were Seaview Lodge, it rained in.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each use of a name we no longer have."""
    own = case.profile.organisation
    for use in uses(case, "former name"):
        if not loud(case, use) or of_the_past(case, use):
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
