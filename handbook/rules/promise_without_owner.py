"""Every promise has a role that answers for it.

Looks at: every guarantee, every offer, and the promise about machines (`automation.promise`), and whether it has an
`owner`.

Why: a promise of everybody is kept by nobody. When it slips, somebody must pick up the phone, and a department cannot.

To put it right: add `owner:` with the role that may change the promise and hears about it when it is broken.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding
from handbook.profile.promises import Automation, Guarantee, Offer
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
BAD = (
    Example("guarantees: [{id: noon, promise: Your parcel is with you by noon.}]"),
    Example("offers: [{id: winter, name: Winter rate, says: Half price in winter.}]"),
    Example("automation: {promise: A person answers within a minute.}"),
)
GOOD = (
    Example("roles: {boss: {title: Depot Head}}\nguarantees: [{id: noon, promise: It comes by noon., owner: boss}]"),
    Example("guarantees: [{id: noon, promise: It comes by noon., status: draft}]"),
    Example("automation: {machines-do: [Send the bill.]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each promise without an owner."""
    for path, guarantee in of_kind(case, Guarantee):
        if guarantee.owner is None:
            yield _finding(case, path, str(guarantee.promise))
    for path, offer in of_kind(case, Offer):
        if offer.owner is None:
            yield _finding(case, path, str(offer.says))
    for path, automation in of_kind(case, Automation):
        if automation.promise is not None and automation.owner is None:
            yield _finding(case, (*path, "promise"), str(automation.promise))


def _finding(case: Case, path: Path, words: str) -> Finding:
    return found(
        case.place(path),
        "nobody answers for this promise",
        expected="an owner: a role, never a department",
        found="no owner",
        remedy="add   owner: the id of the role that answers for it",
        about=case.dotted(path),
        quote=words,
    )
