"""Whoever leads a team does something in view.

Looks at: the owners of teams, and whether each has a commitment under `role-modelling`. It speaks up only where the
profile has that section; once, where nobody at all commits to anything.

Why: colleagues watch their own leader, and not the one on the poster. If eleven leaders commit and one does not, one
team knows.

To put it right: agree with whoever holds the role on one thing they do where others can see it, and add it.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.finding import Finding, Related
from handbook.profile.people import Commitment, RoleModelling
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "note"
TOP = "roles: {a: {title: Chef}, b: {title: Head}}\nteams: {kitchen: {name: Kitchen, owner: a}, desk: {name: Desk, owner: b}}\n"
ONE = "role-modelling:\n  commitments:\n    - {id: x, role: b, i-will: I carry bags.}\n"
BAD = (Example(TOP + ONE), Example(TOP + "role-modelling: {answer-within: 3 business days}"))
GOOD = (Example(TOP + ONE + "    - {id: y, role: a, i-will: I serve.}"), Example(TOP), Example(ONE + "roles: {b: {title: Head}}"))


def check(case: Case) -> Iterator[Finding]:
    """A note for each owner of a team who commits to nothing."""
    commitments = list(of_kind(case, Commitment))
    committed = {str(each.role) for _, each in commitments}
    leaders = dict.fromkeys(str(team.owner) for team in case.profile.teams.values() if team.owner is not None)
    if leaders and not commitments:
        yield from _nobody(case)
    for name in leaders:
        if commitments and name not in committed:
            role = case.profile.roles[name]
            team = next(path for path in case.profile.teams if case.profile.teams[path].owner == name)
            yield found(
                case.place(("roles", name)),
                f"{label(role)} leads a team and has no commitment that others can see",
                expected="one thing that this leader does in view",
                found="none",
                remedy=f"add an entry under role-modelling, commitments, with   role: {name}   and   i-will:",
                about=case.dotted(("roles", name)),
                quote=str(role.title),
                related=(Related(case.place(("teams", team)), "the team"), Related(case.place(commitments[0][0]), "the commitments")),
            )


def _nobody(case: Case) -> Iterator[Finding]:
    """A note where the section on leaders is there, and no leader in it."""
    for path, section in of_kind(case, RoleModelling):
        yield found(
            case.place(path),
            "no leader commits to anything that others can see",
            expected="one thing that each leader does in view",
            found="no commitments",
            remedy="ask those who lead teams for one thing each, and add it under commitments",
            about=case.dotted(path),
            quote=str(section.raise_a_gap or ""),
        )
