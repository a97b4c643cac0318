"""Whoever gives a remedy may give as much as the remedy is worth.

Looks at: guarantees with a remedy. The limit under `who-may-give` (where it is left out, the limit of that role under
`lead.levels`) is compared with what the remedy is worth, and with the most it can come to (`cap`): a limit per day with
what is given per day, and not with what is given for the whole.

Why: a remedy of 150 in the hands of somebody who may give 50 is a promise that the front line has to break. The guest
hears "let me ask", and the manager signs what was promised anyway.

To put it right: raise the limit to the remedy's worth, name a role that may give it, or make the remedy smaller. Write
both in the same currency and per the same thing.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.declare import Path
from handbook.finding import Finding, Related
from handbook.profile.promises import Guarantee
from handbook.quantity import Money
from handbook.rules._limits import compare, limits
from handbook.rules._records import of_kind, value_place
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = "roles:\n  agent: {title: Counter Clerk}\n  boss: {title: Depot Head}\nguarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
BAD = (
    Example(TOP + "    remedy: {what: Money, worth: EUR 150 per parcel}\n    who-may-give: {role: agent, up-to: EUR 50 per parcel}"),
    Example(TOP + "    remedy: {what: Money, cap: EUR 80 per parcel}\n    who-may-give: {role: agent, up-to: EUR 50 per parcel}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 40 per parcel}\n    who-may-give: {role: agent, up-to: USD 50 per parcel}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 40 per parcel}\n    who-may-give: {role: agent, up-to: EUR 50 per day}"),
    Example(
        TOP + "    remedy: {what: Money, worth: EUR 60 per parcel}\n    who-may-give: {role: agent}\n"
        "lead: {levels: [{role: agent, up-to: EUR 50 per parcel}]}"
    ),
    Example(
        TOP + "    remedy: {what: Money, worth: EUR 50 per parcel, cap: EUR 90 per parcel}\n"
        "    who-may-give: {role: agent, up-to: EUR 50 per parcel}\n    beyond-that: boss"
    ),
)
GOOD = (
    Example(TOP + "    remedy: {what: Money, worth: EUR 50 per parcel}\n    who-may-give: {role: agent, up-to: EUR 50 per parcel}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 50 per parcel}\n    who-may-give: {role: agent, up-to: EUR 50 per parcels}"),
    Example(TOP + "    remedy: {what: Money, worth: EUR 50 per parcel}\n    who-may-give: {role: agent}"),
    Example(
        TOP + "    remedy: {what: Money, worth: EUR 9 per day, cap: EUR 180 per outage}\n"
        "    who-may-give: {role: agent, up-to: EUR 20 per day}\n    beyond-that: boss"
    ),
    Example(TOP + "    remedy: {what: Money, worth: EUR 50 per parcel}\n    who-may-give: {role: agent, up-to: EUR 60}"),
    Example(TOP + "    remedy: {what: A call from the head of the depot}\n    who-may-give: {role: agent, up-to: EUR 50 per parcel}"),
    Example(
        TOP + "    remedy: {what: Money, worth: EUR 60 per parcel}\n    who-may-give: {role: boss, up-to: EUR 500 per parcel}\n"
        "lead: {levels: [{role: agent, up-to: EUR 50 per parcel}]}"
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each remedy that is larger than the limit of whoever gives it."""
    for path, guarantee in of_kind(case, Guarantee):
        limit = _limit(case, guarantee)
        if limit is None or guarantee.remedy is None:
            continue
        amounts = (("worth", guarantee.remedy.worth), ("cap", guarantee.remedy.cap))
        told = [(name, amount) for name, amount in amounts if amount is not None]
        problems = (_compared(case, path, guarantee, amount, limit, name) for name, amount in _like(limit, told))
        yield from [each for each in problems if each][:1]


def _like(limit: Money, amounts: list[tuple[str, Money]]) -> list[tuple[str, Money]]:
    """The amounts that are counted per the same thing as the limit; all of them where none is."""
    return [each for each in amounts if compare(limit, each[1]) not in ("per", "currency")] or amounts


def _limit(case: Case, guarantee: Guarantee) -> Money | None:
    """How much the giver of this remedy may give: for this guarantee, or at all."""
    if guarantee.who_may_give is None:
        return None
    if guarantee.who_may_give.up_to is not None:
        return guarantee.who_may_give.up_to
    return next((each.amount for each in limits(case) if each.general and each.role == guarantee.who_may_give.role), None)


def _compared(case: Case, path: Path, guarantee: Guarantee, amount: Money, limit: Money, name: str) -> Finding | None:
    known = amount if limit.per and amount.per else Money(amount.amount, amount.currency, limit.per)
    match compare(limit, known):
        case "less":
            return _below(case, path, guarantee, amount, limit, name)
        case "currency" | "per" as how:
            return _unlike(case, path, guarantee, amount, limit, how)
    return None


def _below(case: Case, path: Path, guarantee: Guarantee, amount: Money, limit: Money, name: str) -> Finding:
    assert guarantee.who_may_give
    what = "what the remedy is worth" if name == "worth" else "the most that the remedy can come to"
    shared = name == "cap" and guarantee.remedy is not None and guarantee.remedy.worth is not None and guarantee.beyond_that is not None
    return found(
        value_place(case, limit),
        f"{_giver(case, guarantee)} may give less than {what}",
        severity="warning" if shared else "error",
        expected=f"at least {amount}",
        found=str(limit),
        remedy="raise the limit, name a role that may give as much, or make the remedy smaller",
        about=case.dotted((*path, "who-may-give", "up-to")),
        quote=str(limit),
        related=(Related(value_place(case, amount), f"{what}: {amount}"),),
    )


def _unlike(case: Case, path: Path, guarantee: Guarantee, amount: Money, limit: Money, how: str) -> Finding:
    differs = "in two currencies" if how == "currency" else "per two different things"
    return found(
        value_place(case, limit),
        f"the limit of {_giver(case, guarantee)} and the remedy are counted {differs}, so nobody can tell whether it is enough",
        severity="warning" if how == "currency" else "note",
        expected=f"an amount that can be compared with {amount}",
        found=str(limit),
        remedy="write both in the same currency, and per the same thing",
        about=case.dotted((*path, "who-may-give", "up-to")),
        quote=str(limit),
        related=(Related(value_place(case, amount), f"the remedy: {amount}"),),
    )


def _giver(case: Case, guarantee: Guarantee) -> str:
    assert guarantee.who_may_give
    return label(case.catalogue.find(guarantee.who_may_give.role))
