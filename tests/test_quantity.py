"""Amounts and times: what people write, what it means, how it is printed, and that what is printed is read as the same."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.quantity import (
    CURRENCIES,
    UNITS,
    Count,
    Duration,
    Money,
    NotAQuantity,
    Percent,
    Quantity,
    Rate,
    Score,
    TimeOfDay,
    parse_duration,
    parse_moment,
    parse_money,
    parse_percent,
    parse_quantity,
    parse_time_of_day,
)

D = Decimal
READ = [
    ("20 minutes", Duration(D(20), "minute"), "20 minutes"),
    ("1 hour", Duration(D(1), "hour"), "1 hour"),
    ("1.5 hours", Duration(D("1.5"), "hour"), "1.5 hours"),
    ("4 business hours", Duration(D(4), "hour", "business"), "4 business hours"),
    ("1 working day", Duration(D(1), "day", "business"), "1 business day"),
    ("2 calendar days", Duration(D(2), "day"), "2 days"),
    ("90 min", Duration(D(90), "minute"), "90 minutes"),
    ("24h", Duration(D(24), "hour"), "24 hours"),
    ("1,000 Days", Duration(D(1000), "day"), "1,000 days"),
    ("15:00", TimeOfDay(15, 0), "15:00"),
    ("6:05", TimeOfDay(6, 5), "06:05"),
    ("3 pm", TimeOfDay(15, 0), "15:00"),
    ("3:30 p.m.", TimeOfDay(15, 30), "15:30"),
    ("12 am", TimeOfDay(0, 0), "00:00"),
    ("12 pm", TimeOfDay(12, 0), "12:00"),
    ("AED 400", Money(D(400), "AED"), "AED 400"),
    ("AED 400 per stay", Money(D(400), "AED", "stay"), "AED 400 per stay"),
    ("AED400", Money(D(400), "AED"), "AED 400"),
    ("400 AED per room and night", Money(D(400), "AED", "room and night"), "AED 400 per room and night"),
    ("€25", Money(D(25), "EUR"), "EUR 25"),
    ("25.50 €", Money(D("25.50"), "EUR"), "EUR 25.50"),
    ("EUR 1,250.5", Money(D("1250.5"), "EUR"), "EUR 1,250.50"),
    ("KWD 1.125", Money(D("1.125"), "KWD"), "KWD 1.125"),
    ("£1,000", Money(D(1000), "GBP"), "GBP 1,000"),
    ("98 %", Percent(D(98)), "98%"),
    ("98%", Percent(D(98)), "98%"),
    ("0.5 per cent", Percent(D("0.5")), "0.5%"),
    ("4.6 out of 5", Score(D("4.6"), D(5)), "4.6 out of 5"),
    ("4.6/5", Score(D("4.6"), D(5)), "4.6 out of 5"),
    ("3 per 1,000 stays", Rate(D(3), D(1000), "stays"), "3 per 1,000 stays"),
    ("3 in 10 guests", Rate(D(3), D(10), "guests"), "3 per 10 guests"),
    ("2 per week", Rate(D(2), D(1), "week"), "2 per week"),
    ("42", Count(D(42)), "42"),
    ("1998", Count(D(1998)), "1998"),
    ("12000", Count(D(12000)), "12,000"),
    ("42 rooms", Count(D(42), "rooms"), "42 rooms"),
]
NOT_READ = [
    "",
    " ",
    "soon",
    "five minutes",
    "25:00",
    "12:60",
    "13 pm",
    "0 am",
    "$25",
    "25 $",
    "AUR 25",
    "AED",
    "AED 12,50",
    "AED 1.500.000",
    "aed 25",
    "AED -5",
    "-5 %",
    "% 98",
    "1e3 %",
    "1,00 %",
    "AED 1,0000",
    "15.00.00",
    "15:0",
    "NaN",
    "Infinity",
]


@pytest.mark.parametrize(("text", "meant", "printed"), READ)
def test_what_people_write_is_read_as_meant(text: str, meant: Quantity, printed: str) -> None:
    """Each spelling gives its value and the one wording that all pages use, which reads as the same value."""
    assert parse_quantity(text) == meant
    assert str(meant) == printed
    assert parse_quantity(printed) == meant


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_quantity_is_refused_with_a_sentence(text: str) -> None:
    """Nothing is guessed: the sentence tells what to write."""
    with pytest.raises(NotAQuantity, match=r"\w+ \w+"):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_duration, "15:00"),
        (parse_duration, "5"),
        (parse_money, "25"),
        (parse_money, "98 %"),
        (parse_percent, "98"),
        (parse_time_of_day, "20 minutes"),
        (parse_moment, "AED 5"),
        (parse_moment, "25:00"),
    ],
)
def test_a_quantity_of_another_kind_is_refused(parse: object, text: str) -> None:
    """Where a length of time is wanted, a time of day is none, and so on."""
    with pytest.raises(NotAQuantity):
        parse(text)  # type: ignore[operator]


def test_business_and_calendar_time_are_not_the_same() -> None:
    """The clock counts when comparing; where a quantity stands and which fact it came from do not."""
    assert parse_duration("4 business hours") != parse_duration("4 hours")
    assert parse_duration("4 hours") == Duration(D(4), "hour", path=("facts", "reply"), fact="reply")
    assert parse_duration("90 minutes").seconds == parse_duration("1.5 hours").seconds == 5400


amounts = st.decimals(0, 10**9, places=2, allow_nan=False) | st.integers(0, 10**9).map(Decimal)
things = st.sampled_from(("stay", "room and night", "guest", "visit"))
quantities = st.one_of(
    st.builds(Duration, amounts, st.sampled_from(UNITS), st.sampled_from(("calendar", "business"))),
    st.builds(TimeOfDay, st.integers(0, 23), st.integers(0, 59)),
    st.builds(Money, amounts, st.sampled_from(sorted(CURRENCIES)), st.just("") | things),
    st.builds(Percent, amounts),
    st.builds(Score, amounts, amounts),
    st.builds(Rate, amounts, amounts, things),
    st.builds(Count, amounts, st.just("") | st.sampled_from(("rooms", "umbrellas by the door", "degrees"))),
)


@settings(deadline=None, derandomize=True, database=None, max_examples=400)
@given(quantities)
def test_what_is_printed_is_read_as_the_same(quantity: Quantity) -> None:
    """Printing and reading are each other's inverse, for every kind."""
    assert parse_quantity(str(quantity)) == quantity


@settings(deadline=None, derandomize=True, database=None, max_examples=300)
@given(st.text(max_size=20) | st.text(alphabet="0123456789.,:% AEDperofmin/$€-", max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No other error comes out, and what is read prints as something that reads the same."""
    try:
        quantity = parse_quantity(text)
    except NotAQuantity:
        return
    assert parse_quantity(str(quantity)) == quantity
