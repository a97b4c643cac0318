"""Sentences that are nearly a message are found with their place; the message itself, and sentences of one's own, are not."""

from datetime import date

import pytest
from test_text_rules import edition_of

from handbook.documents.markdown import read_markdown
from handbook.judging import case_of
from handbook.near_copies import Copy, near_copies, text_before

PROFILE = """
organisation: {name: Harbour House}
vision:
  statement: Whoever comes in from the rain finds a light on and a chair by the fire.
  comes-first: Safety before kindness, kindness before speed, and speed before thrift.
  promises:
    - {to: guests, promise: Nobody eats breakfast alone who would like company.}
values:
  - {id: warmth, name: Warmth, means: We greet people before they have closed the door behind them.}
guarantees:
  - id: umbrella
    promise: If it rains when you leave, you take one of our umbrellas and keep it.
    remedy: {what: A taxi}
  - id: towels
    promise: Fresh towels hang in your room within 15 minutes of your call.
    clock: {limit: 15 minutes}
    remedy: {what: A pot of tea}
language:
  phrases:
    - {say: Let me walk with you to the door., not: It is over there., kind: rule}
    - {say: Shall I bring your bag up to the second floor?, not: Bags are your business., kind: example}
"""


def copies(*texts: str) -> tuple[Copy, ...]:
    """The near copies in some texts."""
    edition, sources = edition_of(PROFILE)
    documents = [read_markdown(f"{number}.md", text) for number, text in enumerate(texts)]
    return near_copies(case_of(edition, sources, date(2026, 11, 25), documents))


NEAR = [
    ("Whoever comes in from the rain finds a light on and a seat by the fire.", ("vision", "statement")),
    ("Whoever comes in from the cold finds a light on and a chair by the fire.", ("vision", "statement")),
    ("Nobody eats their breakfast alone who would like some company.", ("vision", "promises", 0, "promise")),
    ("We greet people before they have shut the door behind them.", ("values", 0, "means")),
    ("Warmth: we greet people before they sit down.", ("values", 0, "means")),
    ("If it rains when you leave, you borrow one of our umbrellas and bring it back.", ("guarantees", 0, "promise")),
    ("Let me walk with you as far as the door.", ("language", "phrases", 0, "say")),
]


@pytest.mark.parametrize(("text", "path"), NEAR)
def test_a_near_copy_is_found_with_its_message(text: str, path: tuple[str | int, ...]) -> None:
    """Once, below the message that it nearly is."""
    found = copies(text)
    assert [each.path for each in found] == [path]
    assert found[0].block.text[found[0].start : found[0].end] in text


OWN = [
    "Whoever comes in from the rain finds a light on and a chair by the fire.",
    "Our vision: \u201cWhoever comes in from the rain finds a light on and a chair by the fire\u201d.",
    "Warmth: We greet people before they have closed the door behind them.",
    "It rains a lot here, and umbrellas stand beside the door for anybody who leaves.",
    "People who come in from the rain hang their coats by the fire.",
    "Fresh towels hang in your room within 30 minutes of your call.",
    "Shall I bring your bags up to the third floor?",
    "Breakfast is at seven.",
    "",
]


@pytest.mark.parametrize("text", OWN)
def test_the_message_itself_and_words_of_ones_own_are_left_alone(text: str) -> None:
    """Also where only the figure differs, which others tell, and where the phrase is but an example."""
    assert copies(text) == ()


def test_only_the_copy_is_shown_and_not_what_stands_around_it() -> None:
    """Neither the sentence before nor the one behind, nor what leads to it."""
    text = "It is late. Our vision: Whoever comes in from the rain finds a lamp on and a chair by the fire. Good night."
    found = copies(text)
    assert [each.block.text[each.start : each.end] for each in found] == [
        "Whoever comes in from the rain finds a lamp on and a chair by the fire."
    ]


def test_another_order_of_what_comes_first_is_told() -> None:
    """Speed before kindness is another order than the profile's; the profile's own order is not."""
    found = copies("First comes speed, then kindness, then safety.", "Safety comes first, then kindness, then speed.")
    assert [(each.document.file, each.path) for each in found] == [("0.md", ("vision", "comes-first"))]


def test_each_document_is_looked_at_alone() -> None:
    """The same copy in two documents is found in both, in the order of the documents."""
    assert [each.document.file for each in copies(NEAR[0][0], "Nothing.", NEAR[0][0])] == ["0.md", "2.md"]


def test_what_stands_before_a_place_is_given_without_marks() -> None:
    """In lower case, so that the name of a value is met at its end."""
    assert text_before('Our Warmth: "We greet', 12) == "our warmth"
    assert text_before("We greet", 0) == ""
