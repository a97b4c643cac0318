"""Quantities in prose: every phrase of the table is found with its place, bound and value, or passed over; and no text upsets the scanner."""

import time
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT

from handbook.codes import CURRENCIES
from handbook.comparing import compare
from handbook.mentions import Mention, scanner
from handbook.quantity import UNITS, Duration, Money, Percent, Quantity, Rate, Score, TimeOfDay

TABLES = (ROOT / "content" / "en" / "_quantities.yaml").read_text(encoding="utf-8")
FOLDER = ROOT / "tests" / "golden" / "mentions"
WORDS_LIKE_CODES = set(yaml.safe_load(TABLES)["money"]["words-like-codes"])
BOUNDS = {"", "within", "by", "at least", "up to", "after", "from", "until", "about", "less than", "more than", "exactly"}
KINDS = {"time", "moment", "money", "percent", "count", "ratio", "age", "points"}
PHRASES = [
    (case["text"], tuple(case["finds"]))
    for path in sorted(FOLDER.glob("found-*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
QUIET = [
    text
    for path in sorted(FOLDER.glob("quiet-*.yaml"))
    for texts in yaml.safe_load(path.read_text(encoding="utf-8")).values()
    for text in texts
]
scan = scanner(TABLES).scan


def said(text: str, mention: Mention) -> str:
    """A mention as the table writes it: `within [24 hours] = time (within) 24 hours`, with ` ~` when it is only roughly meant."""
    before, quoted = text[min(mention.bound_start, mention.start) : mention.start], text[mention.start : mention.end]
    value = str(mention.low) if mention.low == mention.high else f"{mention.low} … {mention.high}"
    bound = f"({mention.bound}) " if mention.bound else ""
    return f"{before}[{quoted}] = {mention.kind} {bound}{value.strip()}{' ~' if mention.hedged else ''}"


@pytest.mark.parametrize(("text", "finds"), PHRASES, ids=[text for text, _ in PHRASES])
def test_what_is_said_is_found(text: str, finds: tuple[str, ...]) -> None:
    """Each quantity is found with its words, its bound and its value, and nothing else is."""
    assert tuple(said(text, mention) for mention in scan(text)) == finds


@pytest.mark.parametrize("text", QUIET)
def test_what_is_no_quantity_is_passed_over(text: str) -> None:
    """Names, dates, frequencies, measured goods and ways of speaking are no quantities."""
    assert [said(text, mention) for mention in scan(text)] == []


def test_the_table_is_as_large_as_promised() -> None:
    """At least 450 phrases, 150 of which must not be found, none of them twice."""
    texts = [text for text, _ in PHRASES] + QUIET
    assert len(texts) >= 450 and len(QUIET) >= 150
    assert len(set(texts)) == len(texts)


def check(text: str) -> None:
    """What holds for the mentions of any text."""
    done = 0
    for mention in scan(text):
        assert done <= mention.start < mention.end <= len(text)
        assert 0 <= mention.bound_start <= mention.start
        assert mention.bound in BOUNDS and mention.kind in KINDS
        alone = scan(text[mention.start : mention.end])
        assert [(each.low, each.high, each.kind) for each in alone] == [(mention.low, mention.high, mention.kind)]
        done = mention.end


def test_the_words_of_a_quantity_mean_the_same_alone() -> None:
    """The quoted words carry the whole value, for every phrase of the table."""
    for text in [text for text, _ in PHRASES] + QUIET:
        check(text)


words = st.sampled_from(
    "a an one two three twelve hundred thousand and half quarter third of to - – / . , : 5 10 24 7 2026 1,500 4.5 3pm 15:00 am pm o'clock past "
    "hour hours day days business working week month years old aged children under over from until between within in per each every € $ AED USD "
    "dirhams euros cents % percent points out stay stays guest guests values noon midnight same next the ( ) ' second minute room May £ k ½".split()
)
texts = st.text(max_size=60) | st.lists(words, max_size=14).map(" ".join) | st.lists(words, max_size=8).map("".join)


@settings(deadline=None, derandomize=True, database=None, max_examples=1500)
@given(texts)
def test_any_text_is_scanned(text: str) -> None:
    """Nothing raises; places are inside the text, in order and apart; the quoted words alone give the same value."""
    check(text)


amounts = st.decimals(0, 10**7, places=2, allow_nan=False) | st.integers(0, 10**7).map(Decimal)
things = st.sampled_from(("stay", "room and night", "guest", "visit", "incident"))
quantities = st.one_of(
    st.builds(Duration, amounts, st.sampled_from(UNITS), st.sampled_from(("calendar", "business"))),
    st.builds(TimeOfDay, st.integers(0, 23), st.integers(0, 59)),
    st.builds(Money, amounts, st.sampled_from(sorted(CURRENCIES - WORDS_LIKE_CODES)), st.just("") | things),
    st.builds(Percent, amounts),
    st.builds(lambda best, part: Score(min(best, part), best), st.integers(1, 100).map(Decimal), amounts),
    st.builds(
        Rate,
        st.integers(1, 999).map(Decimal),
        st.integers(1, 9999).map(Decimal),
        st.sampled_from(("stay", "stays", "room and night", "guests")),
    ),
)
frames = st.sampled_from(
    ("We say {} here.", "It is {}.", "{}", "Within reach: {}, and no more.", "(at least {})", 'They told us "{}" twice.')
)


@settings(deadline=None, derandomize=True, database=None, max_examples=1500)
@given(quantities, frames)
def test_what_the_handbook_prints_is_found_again(quantity: Quantity, frame: str) -> None:
    """A quantity of the profile, as pages print it, is read out of a sentence as the same value."""
    text = frame.format(quantity)
    found = scan(text)
    assert [each.low for each in found] == [each.high for each in found] == [quantity], text
    assert text[found[0].start : found[0].end] == str(quantity)
    assert compare(found[0].low, quantity) == "same"


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    """A capital I with a dot takes two characters in lower case; places still fit the text."""
    text = "İİİ within 24 hours"
    assert [said(text, mention) for mention in scan(text)] == ["within [24 hours] = time (within) 24 hours"]


@pytest.mark.parametrize("number", ["9" * 40, "1" + ",000" * 20, "0." + "1" * 40, "7" * 13])
def test_a_number_nobody_would_write_is_none(number: str) -> None:
    """Numbers beyond all measure are passed over, whatever stands behind them."""
    for text in ("hours", "% of stays", "out of 10", "guests", "in 20", "AED", "years old", "to 11"):
        assert scan(f"We need {number} {text}.") == []


def test_another_language_is_another_file() -> None:
    """The same program reads German once the words of the table are German."""
    table = yaml.safe_load(TABLES)
    table["numbers"]["words"] |= {"zwei": 2}
    table["time"]["units"]["hour"] = ["stunde", "stunden"]
    table["bounds"]["time"]["within"] = ["innerhalb von"]
    german = scanner(yaml.safe_dump(table, allow_unicode=True)).scan
    text = "Wir antworten innerhalb von zwei Stunden."
    assert [said(text, mention) for mention in german(text)] == ["innerhalb von [zwei Stunden] = time (within) 2 hours"]


def test_long_texts_take_time_in_proportion() -> None:
    """Four times the text takes no more than some four times as long, also where numbers crowd."""
    crowded = "one two 3 and four, between 5 and 24 hours per a day or two, 1 2 3 4 AED half of the children under "
    for text in (crowded, "one " * 20, "1 " * 40, "million " * 20, "a hundred and ", "9" * 60):
        short, long = (_seconds(text * times) for times in (50, 200))
        assert long < short * 12, text


def _seconds(text: str) -> float:
    start = time.process_time()
    scan(text)
    return time.process_time() - start + 0.001
