"""Whoever answers for something, or decides it, can be reached.

Looks at: roles that own a message, decide something, or are called above a limit, and whether they have a `reach` or a
`stand-in`. A role that stands in for itself has none. And the titles named in the organisation's contacts and in the way
from a machine to a person: each is a role of the profile.

Why: "ask the service manager" helps at two in the morning only if somebody picks up. A role without a way to it is a
department with a nicer name.

To put it right: add   reach:   with a number, a place or an hour, or   stand-in:   with the role that can be reached.
"""

import re
from collections.abc import Iterator

from handbook.catalogue import label
from handbook.declare import Path, Ref, Said, fields_of
from handbook.finding import Finding, Related
from handbook.profile.organisation import Role
from handbook.profile.promises import Automation
from handbook.rules._phrases import first
from handbook.rules._records import of_kind, records, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
NOON = "guarantees: [{id: noon, promise: It comes by noon., owner: boss}]\n"
HOUSE = "organisation: {name: Harbour House, "
ROLES = "roles: {boss: {title: Depot Head, reach: ext. 1}}\n"
BAD = (
    Example(NOON + "roles: {boss: {title: Depot Head}}"),
    Example("roles: {boss: {title: Depot Head}}\nwhy: {reason: So., decisions: [{what: Close the gate, role: boss}]}"),
    Example("roles: {a: {title: A, reach: ext. 1}, boss: {title: B}}\nwhy: {reason: So., decisions: [{what: Go, role: a, beyond: boss}]}"),
    Example(NOON + "roles: {boss: {title: Depot Head, stand-in: boss}}"),
    Example(HOUSE + "contacts: [{what: A broken lift, reach: 'Duty Engineer, ext. 2'}]}\n" + ROLES),
    Example("automation: {reach: Ask for the Digital Concierge on ext. 6.}\n" + ROLES),
)
GOOD = (
    Example(NOON + "roles: {boss: {title: Depot Head, reach: ext. 1}}"),
    Example(NOON + "roles: {boss: {title: Depot Head, stand-in: aide}, aide: {title: Aide, reach: ext. 2}}"),
    Example("roles: {boss: {title: Depot Head}}"),
    Example(
        HOUSE + "contacts: [{what: A fire, reach: 'Harbour Fire Watch, 999'}, {what: A worry, reach: 'The Depot Head, ext. 1'}]}\n" + ROLES
    ),
)
_TITLE = re.compile(r"(?<!\w)(?!The )[A-Z][\w'-]+(?: (?:of|for|in))?(?: [A-Z][\w'-]+)+")
DUTIES = ("owner", "role", "beyond", "beyond_that", "decider", "decides", "routed_to", "who_may_vary", "sponsor")


def check(case: Case) -> Iterator[Finding]:
    """A finding for each role with a duty that nobody can reach."""
    duties = _duties(case)
    for name, role in case.profile.roles.items():
        if name in duties and role.reach is None and (role.stand_in is None or role.stand_in == name):
            yield _finding(case, name, role, duties[name])
    texts = [each.reach for each in case.profile.organisation.contacts]
    texts += [each.reach for _, each in of_kind(case, Automation) if each.reach is not None]
    for text in texts if case.profile.roles else ():
        yield from _strangers(case, text)


def _strangers(case: Case, text: Said) -> Iterator[Finding]:
    """Titles in a contact that no role has: capitals that end with a word for a role."""
    names = {str(each.title).casefold() for each in case.profile.roles.values()}
    names |= {label(each).casefold() for section in (case.profile.teams, case.profile.sites) for each in section.values()}
    for match in _TITLE.finditer(text):
        title = match[0].casefold()
        if first(case, "role-nouns", match[0].rsplit(" ", 1)[-1]) and not any(name in title or title in name for name in names):
            yield found(
                words_place(case, text, match.start(), match.end()),
                f"the {match[0]} is named here, and no role has this title",
                expected="the title of a role",
                found=match[0],
                remedy=f"add a role with   title: {match[0]}   and its reach, or name a role that is there",
                about=case.dotted(text.path),
                quote=match[0],
            )


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
