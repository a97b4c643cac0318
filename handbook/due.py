"""A profile and a day -> what is or falls due, by the role that answers for it: as text, as JSON, as a calendar (.ics)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Literal

from handbook.accepting import acceptances
from handbook.declare import Ref, fields_of
from handbook.finding import Span
from handbook.ruling import Case

What = Literal["review", "end", "acceptance"]
"""A message to be looked at again, a message that stops holding, an acceptance that ends."""
NOBODY = "Nobody is named as owner"
_NAMES = ("name", "title", "term", "who", "promise", "partner", "i_will", "say", "about")
_LENGTH = 80


@dataclass(frozen=True)
class Due:
    """One thing that is due on a day. `days` from today: below 0 it is overdue. `owner` is the id of a role, or empty."""

    day: date
    days: int
    what: What
    title: str
    path: str
    span: Span
    owner: str = ""
    owner_title: str = ""
    reach: str = ""

    @property
    def when(self) -> str:
        """How near it is, in plain words: 12 days overdue, due in 3 days, ended yesterday."""
        if self.what == "review":
            return f"{_days(-self.days)} overdue" if self.days < 0 else f"due {_ahead(self.days)}"
        return f"ended {_ago(-self.days)}" if self.days < 0 else f"ends {_ahead(self.days)}"

    @property
    def task(self) -> str:
        """What it is about, in a few words."""
        return {"review": self.title, "end": f"{self.title} (its last day)", "acceptance": f"Accepted: {self.title}"}[self.what]


def _days(count: int) -> str:
    return f"{count} day{'s' * (count != 1)}"


def _ahead(days: int) -> str:
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"


def _ago(days: int) -> str:
    return "yesterday" if days == 1 else f"{days} days ago"


def due(case: Case, within: int | None = 30) -> tuple[Due, ...]:
    """Everything overdue, and what falls due in so many days (None: ever): by owner, the most urgent owner first, then by day."""
    last = date.max if within is None or within > (date.max - case.today).days else case.today + timedelta(days=within)
    found = [each for each in (*_records(case), *_accepted(case)) if each.day <= last]
    urgent: dict[str, date] = {}
    for each in found:
        urgent[each.owner] = min(urgent.get(each.owner, each.day), each.day)
    return tuple(sorted(found, key=lambda each: (not each.owner, urgent[each.owner], each.owner, each.day, each.path, each.what)))


def _records(case: Case) -> Iterator[Due]:
    for record, owner in _walk(case.profile, None):
        for attribute, what in (("review_by", "review"), ("effective_until", "end")):
            day = getattr(record, attribute, None)
            if isinstance(day, date):
                yield _due(case, day, what, _title(record, getattr(day, "path", ())), getattr(day, "path", ()), owner)


def _walk(value: Any, owner: Ref | None) -> Iterator[tuple[Any, Ref | None]]:
    """Every record with the role that answers for it: its own owner, else that of what it belongs to."""
    if isinstance(value, Mapping | tuple) and not isinstance(value, str):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _walk(each, owner)
    elif hasattr(type(value), "DECLARED"):
        owner = getattr(value, "owner", None) or owner
        yield value, owner
        for declared in fields_of(type(value)):
            yield from _walk(getattr(value, declared.attribute), owner)


def _title(record: Any, path: tuple[str | int, ...]) -> str:
    said = next((str(text) for name in _NAMES if (text := getattr(record, name, None))), "")
    name = next((step for step in reversed(path[:-1]) if isinstance(step, str) and step), "")
    title = said or name.replace("-", " ").capitalize()
    return title if len(title) <= _LENGTH else title[: _LENGTH - 1].rstrip() + "…"


def _due(case: Case, day: date, what: Any, title: str, path: tuple[str | int, ...], owner: Ref | None) -> Due:
    role = case.profile.roles.get(str(owner)) if owner else None
    found = Due(date(day.year, day.month, day.day), (day - case.today).days, what, title, case.dotted(path[:-1]), case.place(path))
    if role is None:
        return found
    return Due(
        found.day, found.days, what, title, found.path, found.span, str(owner), str(role.title), str(role.reach) if role.reach else ""
    )


def _accepted(case: Case) -> Iterator[Due]:
    owners = {case.dotted(path[:-1]): owner for path, owner in _owned(case)}
    for each in acceptances(case):
        steps = each.message.split(".") if each.message else []
        above = [".".join(steps[:length]) for length in range(len(steps), 0, -1)]
        owner = next((owners[name] for name in above if name in owners), None)
        yield _due(case, each.until, "acceptance", f"{each.rule} at {each.place}", (*each.path, "until"), owner)


def _owned(case: Case) -> Iterator[tuple[tuple[str | int, ...], Ref]]:
    for record, _ in _walk(case.profile, None):
        owner = getattr(record, "owner", None)
        if isinstance(owner, Ref):
            yield owner.path, owner


def as_text(found: tuple[Due, ...], today: date, within: int | None) -> str:
    """The list for people, one block for each owner, and how many are overdue."""
    until = "" if within is None else f" in the {_days(within)} from {today.isoformat()}"
    if not found:
        return f"Nothing is overdue, and nothing falls due{until}.\n"
    blocks = [_block(list(group)) for _, group in groupby(found, key=lambda each: each.owner)]
    overdue = sum(each.days < 0 for each in found)
    return "\n".join([*blocks, f"{overdue} overdue, {len(found) - overdue} to come{until}.\n"])


def _block(group: list[Due]) -> str:
    first = group[0]
    width = max(len(each.when) for each in group)
    lines = [(first.owner_title or NOBODY) + (f" ({first.reach})" if first.reach else "")]
    for each in group:
        lines += [
            f"  {each.when:<{width}}  {each.day.isoformat()}  {each.task}",
            f"  {'':<{width}}  {each.span.file}:{each.span.line}  {each.path}",
        ]
    return "\n".join(lines) + "\n"


def as_json(found: tuple[Due, ...], today: date, within: int | None) -> str:
    """The list for programs."""
    entries = [
        {
            "day": each.day.isoformat(),
            "days": each.days,
            "what": each.what,
            "title": each.title,
            "path": each.path,
            "file": each.span.file,
            "line": each.span.line,
            "column": each.span.column,
            "owner": {"id": each.owner, "title": each.owner_title, "reach": each.reach} if each.owner else None,
        }
        for each in found
    ]
    return json.dumps({"today": today.isoformat(), "within": within, "due": entries}, indent=2, ensure_ascii=False) + "\n"
