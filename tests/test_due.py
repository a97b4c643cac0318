"""What is or falls due, by the role that answers for it: in words, as JSON, and as a calendar that calendars take."""

import json
from datetime import date, timedelta

import icalendar
import pytest

from handbook.disk import shipped_chapters
from handbook.due import as_json, as_text, due
from handbook.due_calendar import as_ics
from handbook.edition import compose
from handbook.judging import case_of
from handbook.ruling import Case
from handbook.sources import Source, Sources

TODAY = date(2026, 11, 25)
PROFILE = """organisation: {name: "Harbour House; Hotels, Ltd"}
roles:
  manager: {title: General Manager, reach: ext. 910}
  chef: {title: "مدير المطبخ التنفيذي, Executive Chef", owner: manager, review-by: 2027-01-10}
  clerk: {title: Clerk}
facts:
  reply-time: {is: 24 hours, about: How fast we answer, owner: clerk, review-by: 2026-11-26}
  old: {is: 3 days, review-by: 2026-11-24}
why: {reason: Because., review-by: 2026-12-25}
voice-of-customer:
  owner: manager
  review-by: 2026-11-13
  listening-posts:
    - {id: pillow, name: The card on the pillow, review-by: 2026-11-25}
guarantees:
  - {id: draft, promise: We may., owner: clerk, review-by: 2020-01-01, status: draft}
  - id: meal
    promise: Every meal is warm when it reaches your table, whatever the hour, the house or the weather may be; or it is free.
    owner: chef
    effective-until: 2026-11-24
    review-by: 2026-11-26
  - {id: later, promise: Later., owner: clerk, review-by: 2028-01-01}
automation: {promise: A person answers., owner: clerk, review-by: 2026-12-25}
accept:
  - {rule: promise-without-remedy, place: guarantees.meal.promise, reason: In spring., until: 2026-11-20}
  - {rule: avoided-word, place: docs/advert.md, reason: In print., until: 2026-12-24}
"""


def case(text: str = PROFILE, today: date = TODAY) -> Case:
    """A profile on a day."""
    sources = Sources("profiles/harbour", (Source("harbour/profile.yaml", "profile.yaml", text),), shipped=shipped_chapters())
    composed = compose(sources)
    assert composed.edition, composed.findings
    return case_of(composed.edition, sources, today)


def test_the_list_in_words() -> None:
    """The most urgent owner first; days as people say them; the place, and the path; what nobody owns at the end; no drafts."""
    assert as_text(due(case(), 30), TODAY, 30) == (
        "General Manager (ext. 910)\n"
        "  12 days overdue  2026-11-13  Voice of customer\n"
        "                   harbour/profile.yaml:12  voice-of-customer\n"
        "  due today        2026-11-25  The card on the pillow\n"
        "                   harbour/profile.yaml:14  voice-of-customer.listening-posts.pillow\n"
        "\n"
        "مدير المطبخ التنفيذي, Executive Chef\n"
        "  ended 5 days ago  2026-11-20  Accepted: promise-without-remedy at guarantees.meal.promise\n"
        "                    harbour/profile.yaml:25  accept.0\n"
        "  ended yesterday   2026-11-24  Every meal is warm when it reaches your table, whatever the hour, the house or… (its last day)\n"
        "                    harbour/profile.yaml:20  guarantees.meal\n"
        "  due tomorrow      2026-11-26  Every meal is warm when it reaches your table, whatever the hour, the house or…\n"
        "                    harbour/profile.yaml:21  guarantees.meal\n"
        "\n"
        "Clerk\n"
        "  due tomorrow    2026-11-26  How fast we answer\n"
        "                  harbour/profile.yaml:7  facts.reply-time\n"
        "  due in 30 days  2026-12-25  A person answers.\n"
        "                  harbour/profile.yaml:23  automation\n"
        "\n"
        "Nobody is named as owner\n"
        "  1 day overdue    2026-11-24  Old\n"
        "                   harbour/profile.yaml:8  facts.old\n"
        "  ends in 29 days  2026-12-24  Accepted: avoided-word at docs/advert.md\n"
        "                   harbour/profile.yaml:26  accept.1\n"
        "  due in 30 days   2026-12-25  Why\n"
        "                   harbour/profile.yaml:9  why\n"
        "\n"
        "4 overdue, 6 to come in the 30 days from 2026-11-25.\n"
    )


def test_nothing_due_is_said() -> None:
    """An empty list is a sentence."""
    assert as_text((), TODAY, 30) == "Nothing is overdue, and nothing falls due in the 30 days from 2026-11-25.\n"
    assert due(case("organisation: {name: Harbour House}\n"), None) == ()


@pytest.mark.parametrize(("within", "count"), [(0, 5), (1, 7), (29, 8), (30, 10), (46, 11), (None, 12), (10**9, 12)])
def test_the_days_ahead_count_the_last_one(within: int | None, count: int) -> None:
    """Overdue is always shown; within so many days means that day too; without a limit everything."""
    assert len(due(case(), within)) == count


def test_the_list_for_programs() -> None:
    """Every field by name, in the same order and bytes on every run."""
    found = due(case(), 30)
    told = json.loads(as_json(found, TODAY, 30))
    assert (told["today"], told["within"], len(told["due"])) == ("2026-11-25", 30, 10)
    assert told["due"][0] == {
        "day": "2026-11-13",
        "days": -12,
        "what": "review",
        "title": "Voice of customer",
        "path": "voice-of-customer",
        "file": "harbour/profile.yaml",
        "line": 12,
        "column": 14,
        "owner": {"id": "manager", "title": "General Manager", "reach": "ext. 910"},
    }
    assert told["due"][-1]["owner"] is None
    assert as_json(found, TODAY, 30) == as_json(due(case(), 30), TODAY, 30)


def test_the_calendar_is_one() -> None:
    """A library for calendars reads it without complaint and finds every entry: an all-day event, and a reminder a week before."""
    found = due(case(), None)
    calendar = icalendar.Calendar.from_ical(as_ics(found, TODAY, "Harbour House; Hotels, Ltd"))
    assert str(calendar["X-WR-CALNAME"]) == r"Harbour House\; Hotels\, Ltd: due", (
        "a text by the standard, so escaped; the library leaves it"
    )
    assert (str(calendar["VERSION"]), calendar.errors) == ("2.0", [])
    events = calendar.events
    assert [each.start for each in events] == [each.day for each in found]
    for event, each in zip(events, found, strict=True):
        assert event.errors == [] and event.duration == timedelta(days=1) and isinstance(event.start, date)
        assert each.title in str(event["SUMMARY"]) and str(event["DESCRIPTION"]).endswith(f"\n{each.path}")
        assert (each.owner_title or "Nobody is named as owner") in str(event["DESCRIPTION"])
        assert event["DTSTAMP"].dt.isoformat() == "2026-11-25T00:00:00+00:00"
        (alarm,) = event.alarms.times
        assert alarm.trigger == each.day - timedelta(days=7)
    assert len({str(each["UID"]) for each in events}) == len(found)


def test_the_calendar_is_written_as_the_standard_says() -> None:
    """Lines end with CR LF and have up to 75 bytes, and no letter is torn by a fold."""
    data = as_ics(due(case(), None), TODAY, "فندق الميناء " * 20)
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines)
    assert max(len(line) for line in lines) == 75
    assert [line.decode() for line in lines]
    assert "فندق الميناء " * 20 in data.replace(b"\r\n ", b"").decode()


def test_an_entry_keeps_its_identity_when_its_day_moves() -> None:
    """So importing the calendar again moves the entry; another order of acceptances changes nothing either."""

    def identities(text: str, today: date) -> set[str]:
        data = as_ics(due(case(text, today), None), today, "Harbour House").replace(b"\r\n ", b"")
        return {line for line in data.decode().split("\r\n") if line.startswith("UID:")}

    first, second = PROFILE.splitlines(keepends=True)[-2:]
    moved = PROFILE.replace("2026-11-13", "2027-11-13").replace(first + second, second + first)
    assert moved != PROFILE
    assert identities(PROFILE, TODAY) == identities(moved, date(2026, 12, 1))


def test_the_last_day_there_is_does_not_end_the_program() -> None:
    """A day in the year 9999 is one like any other."""
    here = case("organisation: {name: H}\nwhy: {reason: Because., review-by: 9999-12-31}\n")
    calendar = icalendar.Calendar.from_ical(as_ics(due(here, None), TODAY, "H"))
    assert calendar.events[0].start == date.max
