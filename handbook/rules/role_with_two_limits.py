"""A role may give the same amount wherever the profile says how much it may give.

Looks at: the limits under `lead.levels`, in decisions, in severities, and under `who-may-give` of guarantees. For each
role the limit under `lead.levels` rules; without one, the first that is said. Decisions of chapters other than leading
and recovery are about other things (a visit, a thank-you) and are compared only where they are about the same thing.
Grades of severity may have steps: less for a small thing, as long as a graver one gives more. Only amounts that are
counted per the same thing are compared: 50 per mistake and 20 per visit are two limits for two things.

Why: a colleague who reads 400 on one page and 300 on another gives 300, or asks. Then the promise costs an hour.

To put it right: say the amount once under `facts`, and refer to it in every place.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.finding import Finding, Related
from handbook.rules._limits import Limit, compare, limits, per
from handbook.rules._phrases import same
from handbook.rules._records import value_place
from handbook.ruling import Case, Example, found

SEVERITY = "error"
TOP = "roles:\n  agent: {title: Counter Clerk}\n  boss: {title: Depot Head}\n"
LEVEL = TOP + "lead:\n  levels: [{role: agent, up-to: EUR 400 per stay}]\n"
GIVES = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n    remedy: {what: Money}\n    who-may-give: "
BAD = (
    Example(LEVEL + "recovery: {decisions: [{what: Give a remedy, role: agent, up-to: EUR 300 per stay}]}"),
    Example(LEVEL + GIVES + "{role: agent, up-to: EUR 300 per stay}"),
    Example(LEVEL + "recovery: {severities: [{name: Bad, means: Bad, role: agent, up-to: EUR 500 per stay}]}"),
    Example(LEVEL + "recovery: {severities: [{name: Bad, means: Bad, role: agent, up-to: EUR 90 per stay}]}"),
    Example(LEVEL + GIVES + "{role: agent, up-to: USD 400 per stay}"),
    Example(TOP + "why:\n  reason: So.\n  decisions: [{what: Give a cake, role: agent, up-to: EUR 4 per guest}]\n"
            "drive: {decisions: [{what: give a cake, role: agent, up-to: EUR 5 per guest}]}"),
)  # fmt: skip
GOOD = (
    Example(LEVEL + GIVES + "{role: agent, up-to: EUR 400 per stay}"),
    Example(LEVEL + GIVES + "{role: boss, up-to: EUR 900 per stay}"),
    Example(LEVEL + GIVES + "{role: agent, up-to: EUR 60 per day}"),
    Example(LEVEL + GIVES + "{role: agent, up-to: EUR 60}"),
    Example(LEVEL + "benchmarking: {decisions: [{what: Visit another firm, role: agent, up-to: EUR 90 per visit}]}"),
    Example(
        LEVEL + "recovery: {severities: [{name: Small, means: Small, role: agent, up-to: EUR 50 per stay}, "
        "{name: Bad, means: Bad, role: agent, up-to: EUR 400 per stay}]}"
    ),
    Example(LEVEL + "recovery: {decisions: [{what: Give a remedy, role: agent, up-to: EUR 400 per stays}]}"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each limit that differs from the one that rules for the same role."""
    by_role: dict[str, list[Limit]] = {}
    for each in limits(case):
        by_role.setdefault(str(each.role), []).append(each)
    for own in (each for limits_of_role in by_role.values() for each in _per_the_same(limits_of_role)):
        ruling = _ruling(own)
        for each in own:
            against = _against(each, ruling, own)
            if against is not None and (problem := _compared(case, each, against)):
                yield problem


def _ruling(own: list[Limit]) -> Limit | None:
    """The limit that rules: the role's level, or the first one for putting things right."""
    return next((each for each in own if each.general), next((each for each in own if _for_recovery(each)), None))


def _per_the_same(own: list[Limit]) -> list[list[Limit]]:
    """The limits of a role, apart by what they are counted per."""
    groups: dict[str, list[Limit]] = {}
    for each in own:
        groups.setdefault(per(each.amount), []).append(each)
    return list(groups.values())


def _for_recovery(each: Limit) -> bool:
    return each.general or each.path[0] in ("guarantees", "recovery", "lead")


def _against(each: Limit, ruling: Limit | None, own: list[Limit]) -> Limit | None:
    """The limit that one has to agree with, if any."""
    if ruling is not None and each is not ruling and _for_recovery(each) and _for_recovery(ruling):
        return None if _is_step(each, own) else ruling
    if _for_recovery(each):
        return None
    return next((other for other in own[: own.index(each)] if same(other.what, each.what)), None)


def _is_step(each: Limit, own: list[Limit]) -> bool:
    """Whether it is a grade of severity below a graver one in which the same role may give more."""
    graver = own[own.index(each) + 1 :] if "severities" in each.path else []
    return any("severities" in other.path and compare(each.amount, other.amount) == "less" for other in graver)


def _compared(case: Case, each: Limit, against: Limit) -> Finding | None:
    how = compare(each.amount, against.amount)
    if how == "same":
        return None
    role = label(case.catalogue.find(each.role))
    return found(
        value_place(case, each.amount),
        f"{role} may give {each.amount} here and {against.amount} elsewhere",
        expected=str(against.amount),
        found=str(each.amount),
        remedy=("count both in the same currency; " if how == "currency" else "")
        + "say the amount once under facts, and write its name in braces in every place",
        about=case.dotted((*each.path, "up-to")),
        quote=str(each.amount),
        related=(Related(value_place(case, against.amount), f"{against.amount}, for {role}: {against.what}"),),
    )
