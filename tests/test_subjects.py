"""Words become concepts, in which reply and answer are one; lists of cues are found whole, in any case, and nowhere else."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT

from handbook.subjects import Subjects, subjects

ABOUT = subjects((ROOT / "content" / "en" / "_claims.yaml").read_text(encoding="utf-8"))
calm = settings(deadline=None, derandomize=True, database=None, max_examples=200)
FORMS = ["used to", "goes", "24/7", "e.g", "nobody's approval", ", not in", "don't", "at once", "café", "–"]
SMALL = {"stop": "the of", "alike": [["reply", "answer"]], "faint": "guest", "common": ["reply"], "years": ["until"], "marks": FORMS}
CUE = Subjects(SMALL).cue("marks")
ALIKE = """
We reply to your message. | We answer your message.
When will I hear back? | When is the response?
I am unhappy. | I have a complaint.
You get a refund. | You get your money back.
The engineer comes. | The technician comes.
A broken lift | A lift out of order
"""


@pytest.mark.parametrize(("first", "second"), [line.split("|") for line in ALIKE.strip().splitlines()])
def test_words_of_one_meaning_are_one_concept(first: str, second: str) -> None:
    """Two ways of saying it lead to the same subject."""
    shared = ABOUT.of(first) & ABOUT.of(second)
    assert shared and len(shared) >= len(ABOUT.of(first)) - 1


def test_forms_of_a_word_are_one_concept_and_stop_words_none() -> None:
    """Ferry, ferries and the ferry's are one; *the* and *Monday*, numbers and single letters are nothing."""
    assert ABOUT.of("ferry") == ABOUT.of("Ferries") == ABOUT.of("the ferry's")
    assert ABOUT.of("the on Monday 24 x and of it") == frozenset()
    assert ABOUT.of("") == frozenset()


def test_concepts_come_with_the_place_they_begin_at() -> None:
    """Each offset is the first letter of a word of the text."""
    text = "Leave a message, and the purser gets back to you about lost luggage."
    found = ABOUT.at(text)
    assert {name for _, name in found} == ABOUT.of(text)
    assert [place for place, _ in found] == sorted(place for place, _ in found)
    assert all(place == 0 or text[place - 1] == " " for place, _ in found)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("We used to wait.", True),
        ("USED TO", True),
        ("used today", False),
        ("unused to it", False),
        ("open 24/7.", True),
        ("124/7", False),
        ("It needs nobody's approval!", True),
        ("nobody approval", False),
        ("We don't know", True),
        ("at (e.g. noon)", True),
        ("dogs", False),
        ("it goes", True),
        ("", False),
    ],
)
def test_a_cue_is_found_whole_and_in_any_case(text: str, inside: bool) -> None:
    """Not within a longer word; with its signs."""
    assert CUE.inside(text) is inside
    assert (CUE.search(text) is not None) is inside


def pieces() -> Iterator[str]:
    """Forms, halves of forms, and what stands between words."""
    yield from FORMS
    yield from (each[: len(each) // 2] for each in FORMS)
    yield from (" ", "  ", "'", "'s", "-", ".", ", ", "A", "é", "9", "(", ")", "\n", "approval", "İ")


@calm
@given(st.lists(st.sampled_from([*pieces()]), max_size=8).map("".join))
def test_the_quick_look_finds_what_the_search_finds(text: str) -> None:
    """The look for the longest word first never disagrees with the whole search."""
    bare = [rf"(?<!\w){re.escape(each)}" if each[0].isalnum() else re.escape(each) for each in sorted(FORMS, key=len, reverse=True)]
    plain = re.compile(rf"(?:{'|'.join(bare)})(?!\w)", re.I)
    assert CUE.inside(text) == (plain.search(text) is not None)
    assert [each.span() for each in CUE.finditer(text)] == [each.span() for each in plain.finditer(text)]


def test_a_cue_may_need_something_behind_it() -> None:
    """*until* alone tells no other time; *until 2024* does."""
    assert ABOUT.year().inside("Until 2024 we waited.") and ABOUT.year().inside("in the summer of 2019")
    assert not ABOUT.year().inside("Until noon we waited.") and not ABOUT.year().inside("in 12 days")


def test_a_day_in_a_row_is_a_length_of_time() -> None:
    """*By the third business day* is three business days, and its place is that of the words."""
    text = "You hear from us by the third business day, or not later than the tenth day."
    found = [
        (text[start:end], text[lead:start], number, unit, clock)
        for start, end, lead, number, unit, clock in ABOUT.ordinal_days(text, 0, len(text))
    ]
    assert found == [
        ("the third business day", "by ", "3", "day", "business"),
        ("the tenth day", "not later than ", "10", "day", "calendar"),
    ]
    assert list(ABOUT.ordinal_days("by the third door", 0, 17)) == []


def test_time_may_be_said_without_a_figure() -> None:
    """At once, for ever, by the third day; not in *the door*."""
    assert all(ABOUT.speaks_of_time(each) for each in ("We come at once.", "It is yours forever.", "by the third day"))
    assert not ABOUT.speaks_of_time("The door is blue.")


def test_ways_to_reach_us_and_other_fields_are_told() -> None:
    """A text about the phone names the phone; a course is apart from promises."""
    assert ABOUT.channels("Ring us or send an e-mail.") == {"phone", "mail"}
    assert ABOUT.channels("Come with the ferry.") == frozenset()
    assert "training" in ABOUT.apart("The course lasts three days.")
    assert ABOUT.apart("A bag lasts three days.") == frozenset()


def test_days_and_months_have_their_numbers() -> None:
    """Monday is 0, a weekend two days, May the fifth month; another word is no day."""
    assert ABOUT.day("monday") == {0} and ABOUT.day("weekend") == {5, 6} and ABOUT.day("moonday") is None
    assert ABOUT.months["may"] == 5 and set(ABOUT.months.values()) == set(range(1, 13))


@calm
@given(st.text(max_size=80))
def test_any_text_has_concepts(text: str) -> None:
    """Nothing raises; the places lie within the text; the same text gives the same."""
    assert all(0 <= place < len(text) for place, _ in ABOUT.at(text))
    assert ABOUT.of(text) == ABOUT.of(text) == {name for _, name in ABOUT.at(text)}
