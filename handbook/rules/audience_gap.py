"""Everybody a message is for can be reached at the hours at which it holds, and each site and team is reached by something.

Looks at: guarantees and the promise about machines that hold at all hours ("day and night", "at night", a time of day
at night), and, where a site is open day and night, each grade of severity with minutes or hours to act. The role that
decides can be reached then, itself or through its stand-ins: "weekdays from 9:00" is not the night. A `reach` that
names no hours is taken to hold always. It also looks at sites without a contact or an owner, at teams without an owner, a
role, or a message that is meant for them; and, as notes, at roles without a `reach` for whom only somebody stands in who
keeps office hours, and at languages that we offer a segment and no message is said in.

Why: the night shift keeps the same promises and finds nobody who may decide. A site that nobody speaks for reads about
itself.

To put it right: write the hours behind   reach:   name a   stand-in:   who is there at the other hours, or let the role
on shift decide. Give each site a contact, and each team an owner.
"""

from collections.abc import Iterator

from handbook.declare import Path, Ref, Said
from handbook.finding import Finding, Related
from handbook.profile.promises import Automation, Guarantee, Segment, Severity
from handbook.rules._numbers import numbers
from handbook.rules._phrases import Hit, first
from handbook.rules._records import of_kind, records, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
NIGHT = "guarantees: [{id: quiet, promise: 'We end a noise, day and night.', who-may-give: {role: boss}}]\n"
BAD = (
    Example(NIGHT + "roles: {boss: {title: Head, reach: 'ext. 1, on weekdays'}}"),
    Example(NIGHT + "roles: {boss: {title: Head, reach: 'ext. 1, from 08:00 to 20:00'}}"),
    Example(NIGHT + "roles: {boss: {title: Head, reach: 'ext. 1, by day', stand-in: aide}, aide: {title: Aide, reach: 'ext. 2, office hours'}}"),
    Example("sites: {quay: {name: The Quay, hours: Day and night}}"),
    Example("teams: {desk: {name: The Desk}}"),
    Example("roles: {porter: {title: Porter, stand-in: boss}, boss: {title: Head, reach: 'ext. 1, from 06:30 to 23:30'}}"),
    Example("organisation: {name: Bay, languages: [en]}\nsegments: [{id: a, who: Families, need: Room, languages: [en, so]}]"),
    Example(
        "sites: {quay: {name: The Quay, hours: Day and night, contact: ext. 1}}\nroles: {boss: {title: Head, reach: 'ext. 1, weekdays'}}\n"
        "recovery: {severities: [{name: Bad, means: Bad, act-within: 10 minutes, role: boss}]}"
    ),
)  # fmt: skip
GOOD = (
    Example(NIGHT + "roles: {boss: {title: Head, reach: 'ext. 1, day and night'}}"),
    Example(NIGHT + "roles: {boss: {title: Head, reach: ext. 1}}"),
    Example(NIGHT + "roles: {boss: {title: Head, reach: 'ext. 1, by day', stand-in: aide}, aide: {title: Aide, reach: 'ext. 2, at night'}}"),
    Example(
        "guarantees: [{id: a, promise: It comes by noon., who-may-give: {role: boss}}]\nroles: {boss: {title: Head, reach: 'ext. 1, weekdays'}}"
    ),
    Example("sites: {quay: {name: The Quay, contact: ext. 1}}"),
    Example("roles: {porter: {title: Porter, stand-in: boss}, boss: {title: Head, reach: ext. 1}}"),
    Example("organisation: {name: Bay, languages: [en, so]}\nsegments: [{id: a, who: Families, need: Room, languages: [en, so]}]"),
    Example("teams: {desk: {name: The Desk}}\nroles: {clerk: {title: Clerk, team: desk}}"),
)  # fmt: skip
NIGHT_FROM, NIGHT_UNTIL, NIGHT_LONG = "21:59", "06:00", 8 * 3600


def check(case: Case) -> Iterator[Finding]:
    """The findings of messages that hold at night, of sites and of teams."""
    for _, guarantee in of_kind(case, Guarantee):
        if guarantee.who_may_give is not None and (said := _at_night(case, (guarantee.promise, guarantee.trigger))):
            yield from _by_day(case, guarantee.who_may_give.role, *said)
    for _, automation in of_kind(case, Automation):
        if automation.owner is not None and (said := _at_night(case, (automation.promise,))):
            yield from _by_day(case, automation.owner, *said)
    yield from _at_all_hours(case)
    for name, site in case.profile.sites.items():
        if site.contact is None and site.owner is None:
            yield _unreached(case, ("sites", name), site.name, "add   contact:   or   owner: the id of a role")
    yield from _covered_by_day(case)
    yield from _unspoken(case)
    reached = _reached(case)
    for name, team in case.profile.teams.items():
        if team.owner is None and name not in reached:
            yield _unreached(case, ("teams", name), team.name, "add   owner:   or   team:   to the roles that belong to it")


def _at_all_hours(case: Case) -> Iterator[Finding]:
    """Where a site is open at all hours, things go wrong at all hours, and somebody acts within minutes."""
    opened = next((said for site in case.profile.sites.values() if (said := _at_night(case, (site.hours,)))), None)
    for _, severity in of_kind(case, Severity):
        within = severity.act_within
        if opened and severity.role is not None and within is not None and within.clock == "calendar" and within.seconds < NIGHT_LONG:
            yield from _by_day(case, severity.role, *opened)


def _at_night(case: Case, texts: tuple[Said | None, ...]) -> tuple[Said, Hit] | None:
    """The words that say that a message holds at night."""
    for text in texts:
        if text is None:
            continue
        if hit := first(case, "all-hours", text):
            return text, hit
        for each in numbers(text):
            if ":" in each.value and (each.value > NIGHT_FROM or each.value < NIGHT_UNTIL):
                return text, Hit(each.start, each.end, each.words)
    return None


def _by_day(case: Case, role: Ref, text: Said, hit: Hit) -> Iterator[Finding]:
    chain = _chain(case, str(role))
    if chain and all(_day_only(case, each) for each in chain):
        record = case.profile.roles[chain[0]]
        assert record.reach is not None
        yield found(
            words_place(case, record.reach, 0, len(record.reach)),
            f"{record.title} decides on a promise that holds at night, and can be reached only by day",
            expected="a way to reach somebody who decides at any hour",
            found=f'"{record.reach}"',
            remedy="write the hours behind reach, name a stand-in who is there at night, or let the role on shift decide",
            about=case.dotted(("roles", chain[0])),
            quote=str(record.reach),
            related=(Related(words_place(case, text, hit.start, hit.end), f"it holds at night: {hit.words}"),),
        )


def _chain(case: Case, name: str) -> list[str]:
    """A role and those that stand in for it, one after the other."""
    chain: list[str] = []
    while name in case.profile.roles and name not in chain:
        chain.append(name)
        name = str(case.profile.roles[name].stand_in or "")
    return chain


def _day_only(case: Case, name: str) -> bool:
    reach = case.profile.roles[name].reach
    if reach is None:
        return len(_chain(case, name)) > 1
    if first(case, "all-hours", reach):
        return False
    hours = [each.value for each in numbers(reach) if ":" in each.value]
    return bool(first(case, "by-day", reach)) or (len(hours) == 2 and NIGHT_UNTIL <= hours[0] < hours[1])


def _covered_by_day(case: Case) -> Iterator[Finding]:
    """A note for each role that can be reached only through somebody who is there at some hours."""
    for name, role in case.profile.roles.items():
        others = _chain(case, name)[1:]
        if role.reach is None and others and _day_only(case, others[0]):
            stand_in = case.profile.roles[others[0]]
            yield found(
                case.place(("roles", name)),
                f"{role.title} has no reach, and {stand_in.title}, who stands in, is there at some hours only",
                severity="note",
                expected="a way to reach this role",
                found="no reach",
                remedy="add   reach:   with a number, a place or an hour",
                about=case.dotted(("roles", name)),
                quote=str(role.title),
                related=(Related(case.place(("roles", others[0])), f"{stand_in.title}: {stand_in.reach or 'no reach'}"),),
            )


def _unspoken(case: Case) -> Iterator[Finding]:
    """A note for each language that is offered to a segment, and that the organisation does not name."""
    ours = {str(each) for each in case.profile.organisation.languages}
    for path, segment in of_kind(case, Segment):
        for number, language in enumerate(segment.languages):
            if len(ours) > 0 and str(language) not in ours:
                where = (*path, "languages", number)
                yield found(
                    case.places.get(where) or case.place(path),
                    f'we offer them the language "{language}", and it is not among those of the organisation',
                    severity="note",
                    expected=", ".join(sorted(ours)),
                    found=str(language),
                    remedy="add it to   languages:   of the organisation, so that our messages are said in it too, or take it out here",
                    about=case.dotted(where),
                    quote=str(language),
                    related=(Related(case.place(("organisation", "languages")), "the languages of the organisation"),),
                )


def _reached(case: Case) -> set[str]:
    """The teams that some role belongs to, or that a message is meant for."""
    teams = {str(role.team) for role in case.profile.roles.values() if role.team is not None}
    for _, record in records(case):
        teams |= {str(each) for each in getattr(record, "audience", ())}
    return teams


def _unreached(case: Case, path: Path, name: Said, remedy: str) -> Finding:
    return found(
        case.place(path),
        f"nobody can be reached at or for {name}",
        expected="a contact, an owner, or a message that is meant for it",
        found="none of them",
        remedy=remedy,
        about=case.dotted(path),
        quote=str(name),
    )
