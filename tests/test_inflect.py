"""Other forms of a message's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.inflect import also_words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We refund you", {"refunds", "refunded", "refunding"}),
        ("refunds", {"refund", "refunding"}),
        ("queries replied", {"query", "queried", "reply", "replies", "replying"}),
        ("stopped", {"stop", "stops", "stopping"}),
        ("noted", {"note", "notes", "noting"}),
        ("called", {"call", "calls", "calling"}),
        ("cancelled", {"cancel", "cancels"}),
        ("boxes", {"box"}),
        ("bookings", {"booking", "book", "booked"}),
        ("Apologise once", {"apologize", "apologised", "apologized", "apologising", "apologizing"}),
        ("apologized", {"apologise", "apologised"}),
        ("the colour", {"color", "colours", "colors"}),
        ("behaviors", {"behaviour", "behaviours"}),
        ("a complaint", {"complain", "complaints", "complaining", "complained"}),
        ("gave", {"give", "given"}),
        ("the guest’s room", {"guests", "rooms"}),
    ],
)
def test_forms_people_type(text: str, wanted: set[str]) -> None:
    """The forms a reader may type are there."""
    assert wanted <= set(also_words(text))


@pytest.mark.parametrize("text", ["", "We will be with you", "always sincerely", "15:00 AED 400", "ext. 900"])
def test_nothing_to_add(text: str) -> None:
    """Small words, adverbs, abbreviations and numbers have no other forms worth hiding in a page."""
    assert also_words(text) == ()


def test_no_word_twice_and_none_of_the_text() -> None:
    """Only forms that are not in the text yet, each once, in its order."""
    words = also_words("Refund the refunds, and refund again: colour, color.")
    assert len(set(words)) == len(words)
    assert not {"refund", "refunds", "colour", "color"} & set(words)
    assert words.index("refunded") < words.index("coloured")


@settings(deadline=None)
@given(st.text(alphabet="abcdegilnrsty '’", max_size=60))
def test_any_text_gives_few_plain_words(text: str) -> None:
    """Whatever the text: plain lower-case words, and not many more than it has itself."""
    words = also_words(text)
    assert all(word.isalpha() and word.islower() for word in words)
    assert len(words) <= 10 * len(text.split()) + 10
