"""Whoever answers for something, or decides it, can be reached.

Looks at: roles that own a message, decide something, or are called above a limit, and whether they have a `reach` or a
`stand-in`. A role that stands in for itself has none.

Why: "ask the service manager" helps at two in the morning only if somebody picks up. A role without a way to it is a
department with a nicer name.

To put it right: add   reach:   with a number, a place or an hour, or   stand-in:   with the role that can be reached.
"""

from collections.abc import Iterator

from handbook.declare import Path, Ref, fields_of
from handbook.finding import Finding, Related
from handbook.profile.organisation import Role
from handbook.rules._records import records
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
NOON = "guarantees: [{id: noon, promise: It comes by noon., owner: boss}]\n"
BAD = (
    Example(NOON + "roles: {boss: {title: Depot Head}}"),
    Example("roles: {boss: {title: Depot Head}}\nwhy: {reason: So., decisions: [{what: Close the gate, role: boss}]}"),
    Example("roles: {a: {title: A, reach: ext. 1}, boss: {title: B}}\nwhy: {reason: So., decisions: [{what: Go, role: a, beyond: boss}]}"),
    Example(NOON + "roles: {boss: {title: Depot Head, stand-in: boss}}"),
)
GOOD = (
    Example(NOON + "roles: {boss: {title: Depot Head, reach: ext. 1}}"),
    Example(NOON + "roles: {boss: {title: Depot Head, stand-in: aide}, aide: {title: Aide, reach: ext. 2}}"),
    Example("roles: {boss: {title: Depot Head}}"),
)
DUTIES = ("owner", "role", "beyond", "beyond_that", "decider", "decides", "routed_to", "who_may_vary", "sponsor")


def check(case: Case) -> Iterator[Finding]:
    """A finding for each role with a duty that nobody can reach."""
    duties = _duties(case)
    for name, role in case.profile.roles.items():
        if name in duties and role.reach is None and (role.stand_in is None or role.stand_in == name):
            yield _finding(case, name, role, duties[name])


def _duties(case: Case) -> dict[str, list[Path]]:
    """For each role the places that name it as the one who answers or decides."""
    found: dict[str, list[Path]] = {}
    for _, record in records(case):
        for declared in fields_of(type(record)):
            value = getattr(record, declared.attribute)
            if declared.attribute in DUTIES and isinstance(value, Ref) and "roles" in value.sections:
                found.setdefault(str(value), []).append(value.path)
    return found


def _finding(case: Case, name: str, role: Role, duties: list[Path]) -> Finding:
    path = ("roles", name)
    return found(
        case.place(path),
        f"{role.title} answers or decides, and nobody can reach this role",
        expected="a way to reach it, or a role that stands in",
        found="neither reach nor stand-in" if role.stand_in is None else "a stand-in that is the role itself",
        remedy="add   reach: ext. 900, day and night   or   stand-in: the id of a role",
        about=case.dotted(path),
        quote=str(role.title),
        related=tuple(Related(case.places.get(each) or case.place(each), "named here") for each in duties[:5]),
    )
