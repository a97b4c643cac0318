"""Hours as texts tell them: from one hour to another, on which days, day and night; and whether what is offered is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT

from handbook.mentions import scanner
from handbook.opening import WEEK, Hours, hours_in
from handbook.subjects import subjects

CONTENT = ROOT / "content" / "en"
ABOUT = subjects((CONTENT / "_claims.yaml").read_text(encoding="utf-8"))
SCAN = scanner((CONTENT / "_quantities.yaml").read_text(encoding="utf-8"))
TOLD = """
open from 09:00 to 17:00                     | 09:00 | 17:00 |
open from 9 am to 5 pm                       | 09:00 | 17:00 |
open between 9 am and 5 pm                   | 09:00 | 17:00 |
09:30-18:30                                  | 09:30 | 18:30 |
open until 21:00                             |       | 21:00 |
open from 07:30                              | 07:30 |       |
open from 08:00 until midnight               | 08:00 | 24:00 |
Monday to Friday from 08:00 to 18:00         | 08:00 | 18:00 | 0 1 2 3 4
Tuesday to Saturday from 09:30 to 18:30      | 09:30 | 18:30 | 1 2 3 4 5
Friday to Monday from 10:00 to 12:00         | 10:00 | 12:00 | 0 4 5 6
at weekends from 10:00 to 12:00              | 10:00 | 12:00 | 5 6
Monday, Wednesday and Friday                 |       |       | 0 2 4
every day from 10:00 to 20:00                | 10:00 | 20:00 | 0 1 2 3 4 5 6
open 24/7                                    | 00:00 | 24:00 |
round the clock                              | 00:00 | 24:00 |
day and night, Monday to Saturday            | 00:00 | 24:00 | 0 1 2 3 4 5
"""
TABLE = [[cell.strip() for cell in line.split("|")] for line in TOLD.strip().splitlines()]


def hours(text: str) -> Hours | None:
    """The hours of a text."""
    return hours_in(text, SCAN, ABOUT)


@pytest.mark.parametrize(("text", "first", "last", "days"), TABLE)
def test_hours_are_read(text: str, first: str, last: str, days: str) -> None:
    """First and last hour and the days; what a text leaves open is open; the words that tell them stand in the text."""
    told = hours(text)
    assert told == Hours(first or None, last or None, frozenset(map(int, days.split())) if days else None)
    assert told and text[told.start : told.end].strip()


@pytest.mark.parametrize("text", ["", "The ferry is blue.", "within 24 hours", "Wait two hours.", "Room 9 to 17"])
def test_what_tells_no_hours_gives_none(text: str) -> None:
    """A length of time is no opening hour, nor are numbers."""
    assert hours(text) is None


@pytest.mark.parametrize(
    ("offered", "kept", "within"),
    [
        ("from 09:00 to 17:00", "from 9 am to 5 pm", True),
        ("from 08:00 to 17:00", "from 09:00 to 17:00", False),
        ("until 17:00", "from 09:00 to 17:00", True),
        ("until 18:00", "from 09:00 to 17:00", False),
        ("from 09:00", "from 09:00 to 17:00", True),
        ("day and night", "from 09:00 to 17:00", False),
        ("round the clock", "24/7", True),
        ("from 09:00 to 17:00", "24/7", False),
        ("on Monday", "Monday to Friday from 09:00 to 17:00", True),
        ("on Sundays", "Monday to Friday from 09:00 to 17:00", False),
        ("every day", "Monday to Friday from 09:00 to 17:00", False),
        ("on Monday", "24/7", True),
        ("on Monday", "from 09:00 to 17:00", True),
    ],
)
def test_what_is_offered_is_held_against_what_is_kept(offered: str, kept: str, within: bool) -> None:
    """Only what is told is asked."""
    first, second = hours(offered), hours(kept)
    assert first and second and first.within(second) is within


def test_hours_are_shown_in_words() -> None:
    """As a person would say them."""
    assert str(hours("open 24/7")) == "day and night"
    assert str(hours("from 9 am to 5 pm")) == "from 09:00 until 17:00"
    assert str(hours("until 21:00")) == "until 21:00"
    assert str(hours("every day")) == "on certain days" and hours("every day") == Hours(days=WEEK)


PIECES = st.sampled_from(
    "from until to - – 9 09:00 5 pm noon midnight 24/7 Monday weekends every day closed open and , . 25:99 daily at at by".split()
)


@settings(deadline=None, derandomize=True, database=None, max_examples=150)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=9).map(" ".join)))
def test_no_text_upsets_the_reading(text: str) -> None:
    """Whatever is read lies within the text and is within itself."""
    told = hours(text)
    if told:
        assert 0 <= told.start < told.end <= len(text)
        assert told.within(told)
