"""Colours: WCAG contrast by its reference values, and corrections that can be read and keep their hue."""

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.brand import GROUNDS
from handbook.colour import CONTROL, TEXT, contrast, from_oklch, luminance, mix, readable, text_on, to_oklch

REFERENCE = [
    ("#000000", "#ffffff", 21.0),
    ("#ffffff", "#ffffff", 1.0),
    ("#767676", "#ffffff", 4.54),
    ("#777777", "#ffffff", 4.48),
    ("#949494", "#ffffff", 3.03),
    ("#ff0000", "#ffffff", 4.00),
    ("#008000", "#ffffff", 5.14),
    ("#0000ff", "#ffffff", 8.59),
    ("#ffff00", "#ffffff", 1.07),
    ("#0000ff", "#000000", 2.44),
]
"""Pairs and ratios as published with WCAG 2 and by its checkers, to two places."""
colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
calm = settings(deadline=None, derandomize=True, database=None, max_examples=300)


@pytest.mark.parametrize(("one", "other", "ratio"), REFERENCE)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """The ratio is right to two places, whichever colour comes first."""
    assert math.floor(contrast(one, other) * 100 + 0.5) / 100 == ratio
    assert contrast(one, other) == contrast(other, one)


def test_luminance_goes_from_nought_to_one() -> None:
    """Black and white, and the weights of the three channels."""
    assert (luminance("#000000"), round(luminance("#ffffff"), 9)) == (0.0, 1.0)
    assert (round(luminance("#ff0000"), 4), round(luminance("#00ff00"), 4), round(luminance("#0000ff"), 4)) == (0.2126, 0.7152, 0.0722)


@calm
@given(colours)
def test_oklch_there_and_back_is_the_same_colour(colour: str) -> None:
    """No channel is off by more than one step of 255."""
    back = from_oklch(*to_oklch(colour))
    assert max(abs(int(colour[at : at + 2], 16) - int(back[at : at + 2], 16)) for at in (1, 3, 5)) <= 1


@calm
@given(colours, st.sampled_from(sorted(GROUNDS)), st.sampled_from((TEXT, CONTROL)), st.floats(0, 0.2))
def test_a_corrected_colour_can_be_read_on_every_ground(colour: str, scheme: str, ratio: float, share: float) -> None:
    """Whatever colour an organisation has: page, panel and tint of both schemes."""
    grounds = (*GROUNDS[scheme], mix(colour, GROUNDS[scheme][0], share))
    became = readable(colour, grounds, ratio)
    assert re.fullmatch(r"#[0-9a-f]{6}", became)
    assert min(contrast(became, ground) for ground in grounds) >= ratio
    if min(contrast(colour, ground) for ground in grounds) >= ratio:
        assert became == colour


@calm
@given(colours, st.sampled_from(sorted(GROUNDS)))
def test_a_corrected_colour_keeps_its_hue(colour: str, scheme: str) -> None:
    """A teal stays a teal: within a few degrees, wherever there is enough colour left to have a hue."""
    became = readable(colour, GROUNDS[scheme], TEXT)
    (_, before, hue), (_, after, other) = to_oklch(colour), to_oklch(became)
    if before > 0.03 and after > 0.03:
        turned = abs(math.degrees(hue - other))
        assert min(turned, 360 - turned) < 6


@calm
@given(colours)
def test_a_fill_always_has_a_text_colour_that_can_be_read(fill: str) -> None:
    """White or dark, and white wherever white can be read."""
    ink = text_on(fill)
    assert contrast(fill, ink) >= TEXT
    assert ink == "#ffffff" or contrast(fill, "#ffffff") < TEXT
