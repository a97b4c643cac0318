"""Two quantities side by side: what is the same in other units, what is less or more, and what cannot be compared."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.comparing import SHARED, compare
from handbook.quantity import CURRENCIES, UNITS, Count, Duration, Money, Percent, Quantity, Rate, Score, TimeOfDay, parse_quantity

D = Decimal
SWAPPED = {"less": "more", "more": "less"}
PAIRS = [
    ("24 hours", "1 day", "same"),
    ("7 days", "1 week", "same"),
    ("60 minutes", "1 hour", "same"),
    ("90 seconds", "1.5 minutes", "same"),
    ("12 months", "1 year", "same"),
    ("24 months", "2 years", "same"),
    ("30 days", "1 month", "same"),
    ("31 days", "1 month", "same"),
    ("90 days", "3 months", "same"),
    ("365 days", "1 year", "same"),
    ("52 weeks", "1 year", "same"),
    ("14 days", "2 weeks", "same"),
    ("24 hours", "2 days", "less"),
    ("25 hours", "1 day", "more"),
    ("4 weeks", "1 month", "less"),
    ("45 days", "1 month", "more"),
    ("0 days", "1 hour", "less"),
    ("2 days", "2 business days", "clock"),
    ("24 hours", "1 business day", "clock"),
    ("4 business hours", "4 hours", "clock"),
    ("5 business days", "1 business week", "same"),
    ("60 business minutes", "1 business hour", "same"),
    ("1 business day", "2 business days", "less"),
    ("1 business day", "8 business hours", "unlike"),
    ("6 business hours", "1 business day", "unlike"),
    ("4 business hours", "1 business day", "less"),
    ("16 business hours", "1 business day", "more"),
    ("1 business month", "2 business weeks", "more"),
    ("15:00", "15:00", "same"),
    ("14:59", "15:00", "less"),
    ("16:00", "15:30", "more"),
    ("AED 200", "AED 200.00", "same"),
    ("AED 150", "AED 200", "less"),
    ("AED 200", "USD 200", "currency"),
    ("AED 200 per stay", "AED 200 per stays", "same"),
    ("AED 200 per stay", "AED 200", "same"),
    ("AED 200 per hotel stay", "AED 200 per stay", "same"),
    ("AED 200 per stay", "AED 300 per stay", "less"),
    ("AED 200 per stay", "AED 200 per incident", "per"),
    ("AED 200 per day", "EUR 200 per stay", "currency"),
    ("98%", "98 %", "same"),
    ("95%", "98%", "less"),
    ("66.67%", "67%", "same"),
    ("33%", "33.33%", "same"),
    ("66%", "67%", "less"),
    ("4.6 out of 5", "4.6 out of 5", "same"),
    ("4.4 out of 5", "4.6 out of 5", "less"),
    ("4.6 out of 5", "9.2 out of 10", "unlike"),
    ("3 per 1,000 stays", "0.3 per 100 stays", "same"),
    ("3 per 1,000 stays", "5 per 1,000 stays", "less"),
    ("3 per 1,000 stays", "3 per 1,000 guests", "unlike"),
    ("1 in 4 guests", "25%", "same"),
    ("1 in 5 guests", "25%", "less"),
    ("9 out of 10", "90%", "same"),
    ("2 per week", "50%", "unlike"),
    ("4.6 out of 5", "92%", "unlike"),
    ("5 values", "5 values", "same"),
    ("5 values", "5 core values", "same"),
    ("5 values", "6 values", "less"),
    ("1 company", "2 companies", "less"),
    ("5 values", "5 promises", "unlike"),
    ("5", "6 values", "less"),
    ("5 days", "5 values", "unlike"),
    ("AED 5", "5%", "unlike"),
    ("15:00", "15 hours", "unlike"),
]


@pytest.mark.parametrize(("a", "b", "how"), PAIRS, ids=[f"{a} / {b}" for a, b, _ in PAIRS])
def test_two_quantities_compare_as_people_would_say(a: str, b: str, how: str) -> None:
    """The first stands to the second as written, and the other way round."""
    assert compare(parse_quantity(a), parse_quantity(b)) == how
    assert compare(parse_quantity(b), parse_quantity(a)) == SWAPPED.get(how, how)


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("$", "USD", "same"),
        ("$", "AUD", "same"),
        ("$", "$", "same"),
        ("$", "EUR", "currency"),
        ("$", "AED", "currency"),
        ("₨", "INR", "same"),
        ("﷼", "QAR", "same"),
        ("﷼", "AED", "currency"),
        ("kr", "DKK", "same"),
        ("¢", "EUR", "same"),
        ("¢", "$", "same"),
        ("USD", "AUD", "currency"),
    ],
)
def test_a_shared_sign_fits_each_currency_that_uses_it(a: str, b: str, how: str) -> None:
    """A dollar sign may be any dollar, and never a euro."""
    assert compare(Money(D(5), a), Money(D(5), b)) == compare(Money(D(5), b), Money(D(5), a)) == how


def test_every_shared_sign_names_real_currencies() -> None:
    """The codes behind a sign are codes of the list (and a cent may be one of any dollar)."""
    assert {code for codes in SHARED.values() for code in codes} - {"$"} <= CURRENCIES


amounts = st.decimals(0, 10**6, places=2, allow_nan=False)
things = st.sampled_from(("", "stay", "stays", "guest", "core values", "values", "y"))
quantities = st.one_of(
    st.builds(Duration, amounts, st.sampled_from(UNITS), st.sampled_from(("calendar", "business"))),
    st.builds(TimeOfDay, st.integers(0, 23), st.integers(0, 59)),
    st.builds(Money, amounts, st.sampled_from(("AED", "USD", "AUD", "$", "¢")), things),
    st.builds(Percent, amounts),
    st.builds(Rate, amounts, amounts, things),
    st.builds(Score, amounts, amounts),
    st.builds(Count, amounts, things),
)


@settings(deadline=None, derandomize=True, database=None, max_examples=500)
@given(quantities, quantities)
def test_comparing_is_even_handed(a: Quantity, b: Quantity) -> None:
    """Any two can be compared; turned round, less is more; and everything is the same as itself."""
    how = compare(a, b)
    assert how in ("same", "less", "more", "clock", "currency", "per", "unlike")
    assert compare(b, a) == SWAPPED.get(how, how)
    assert compare(a, a) == "same"
