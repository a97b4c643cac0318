"""A limit says per what it is counted: per stay, per case, per day.

Looks at: every amount that a role may give: under `lead.levels`, in decisions, in severities, and under `who-may-give`
of guarantees. Where the amount comes from a fact, the fact is named once.

Why: "up to 200" is read as 200 for each guest by one colleague and as 200 a day by the next. The careful ones give less
than they may.

To put it right: add what it is counted per, such as   EUR 200 per guest   or   EUR 200 per case.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.finding import Finding, Related
from handbook.rules._limits import Limit, limits
from handbook.rules._records import value_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
TOP = "roles: {agent: {title: Counter Clerk}}\n"
GIVES = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n    remedy: {what: Money}\n    who-may-give: "
BAD = (
    Example(TOP + "lead: {levels: [{role: agent, up-to: EUR 200}]}"),
    Example(TOP + "recovery: {decisions: [{what: Give a remedy, role: agent, up-to: EUR 200}]}"),
    Example(TOP + "recovery: {severities: [{name: Bad, means: Bad, role: agent, up-to: EUR 200}]}"),
    Example(TOP + GIVES + "{role: agent, up-to: EUR 200}"),
    Example(TOP + 'facts: {limit: EUR 200}\nlead: {levels: [{role: agent, up-to: "{limit}"}]}'),
)
GOOD = (
    Example(TOP + "lead: {levels: [{role: agent, up-to: EUR 200 per guest}]}"),
    Example(TOP + GIVES + "{role: agent, up-to: EUR 200 per parcel}"),
    Example(TOP + GIVES + "{role: agent}"),
    Example("facts: {price: EUR 200}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each amount, or fact used as one, that is not counted per anything."""
    facts: dict[str, list[Limit]] = {}
    for each in limits(case):
        if not each.amount.per and each.amount.fact:
            facts.setdefault(each.amount.fact, []).append(each)
        elif not each.amount.per:
            yield _finding(case, each, ())
    for uses in facts.values():
        yield _finding(case, uses[0], tuple(uses))


def _finding(case: Case, each: Limit, uses: tuple[Limit, ...]) -> Finding:
    role = label(case.catalogue.find(each.role))
    path = ("facts", each.amount.fact) if uses else (*each.path, "up-to")
    return found(
        case.place(path) if uses else value_place(case, each.amount),
        f"{role} may give {each.amount}, and it is not said per what",
        expected=f"{each.amount} per stay, per case or per day",
        found=str(each.amount),
        remedy=f"add what it is counted per, such as   {each.amount} per case",
        about=case.dotted(path),
        quote=str(each.amount),
        related=tuple(Related(value_place(case, use.amount), f"used here, for {label(case.catalogue.find(use.role))}") for use in uses[:5]),
    )
