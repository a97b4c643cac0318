"""A quantity beside the one that rules: what people are told to expect is the same, less, more, on another clock, or cannot be told."""

import pytest
from places import ROOT

from handbook.anchors import Anchor, Part
from handbook.mentions import scanner
from handbook.verdicts import verdict

scan = scanner((ROOT / "content" / "en" / "_quantities.yaml").read_text(encoding="utf-8")).scan
CASES = """
limit    | 24 hours        | within 24 hours            | agree
limit    | 24 hours        | within one day             | agree
limit    | 24 hours        | within 1,440 minutes       | agree
limit    | 24 hours        | within 48 hours            | weaker
limit    | 24 hours        | in 12 hours                | stronger
limit    | 24 hours        | 12 to 36 hours             | agree
limit    | 24 hours        | 12 to 24 hours             | agree
limit    | 24 hours        | at least 24 hours          | weaker
limit    | 24 hours        | more than 24 hours         | weaker
limit    | 24 hours        | at least 12 hours          | unclear
limit    | 24 hours        | within 3 business days     | weaker
limit    | 24 hours        | within 24 business hours   | clock
limit    | 24 hours        | within 1 business hour     | stronger
limit    | 24 hours        | within 10 years            | unclear
limit    | 24 hours        | EUR 24                     | unclear
limit    | 2 business days | within 2 business days     | agree
limit    | 2 business days | within 2 days              | clock
limit    | 2 business days | within 48 hours            | clock
limit    | 2 business days | within 3 weeks             | weaker
limit    | 2 business days | within 2 hours             | stronger
limit    | 10 minutes      | within 10 business minutes | agree
limit    | 15:00           | by 3 pm                    | agree
limit    | 15:00           | by 4 pm                    | weaker
limit    | 15:00           | from 14:00                 | stronger
payout   | 10 days         | within 5 days              | stronger
payout   | 10 days         | within 4 weeks             | weaker
claim    | 60 days         | within 30 days             | weaker
claim    | 60 days         | within 90 days             | stronger
claim    | 60 days         | within 60 days             | agree
remedy   | EUR 40 per stay | EUR 40                     | agree
remedy   | EUR 40 per stay | 40 euros per stay          | agree
remedy   | EUR 40 per stay | EUR 40 per night           | agree
remedy   | EUR 40 per stay | EUR 25 per night           | weaker
remedy   | EUR 40 per stay | EUR 25                     | weaker
remedy   | EUR 40 per stay | EUR 60                     | stronger
remedy   | EUR 40          | EUR 40,000                 | unclear
remedy   | EUR 40          | USD 40                     | unclear
authority| EUR 200         | up to EUR 100              | weaker
authority| EUR 200         | up to EUR 500              | stronger
fact     | 5%              | 10%                        | conflict
fact     | 3 weeks         | 21 days                    | agree
fact     | 3 weeks         | at least 2 weeks           | conflict
fact     | 3 weeks         | at least 3 weeks           | agree
target   | 95%             | 90%                        | conflict
target   | 95%             | at least 90%               | unclear
target   | 95%             | 95%                        | agree
"""
TABLE = [tuple(cell.strip() for cell in line.split("|")) for line in CASES.strip().splitlines()]


def anchor(part: Part, value: str, family: tuple[str | int, ...] = ()) -> Anchor:
    """An anchor with a value as a text says it."""
    return Anchor(scan(value)[0].low, ("facts", "x", "is"), ("facts", "x"), part, (frozenset({"x"}),), value, family=family)


@pytest.mark.parametrize(("part", "rules", "said", "expected"), TABLE)
def test_each_quantity_gets_its_verdict(part: Part, rules: str, said: str, expected: str) -> None:
    """As the table says, for each part of a promise."""
    assert verdict(scan(said)[0], anchor(part, rules)) == expected


@pytest.mark.parametrize(("part", "rules", "said", "expected"), [each for each in TABLE if each[3] == "agree"])
def test_who_agrees_is_agreed_with(part: Part, rules: str, said: str, expected: str) -> None:
    """When both sides change places they still agree, unless one is a range."""
    mention = scan(said)[0]
    swapped = Anchor(mention.low, ("x",), ("facts", "x"), part, (), said)
    assert mention.low != mention.high or verdict(scan(rules)[0], swapped) == expected


def test_at_least_of_a_fact_that_a_promise_is_made_of_is_less() -> None:
    """A fact alone agrees with *at least*; where a guarantee stands on it, people are told to wait longer."""
    mention = scan("at least 24 hours")[0]
    assert verdict(mention, anchor("fact", "24 hours")) == "agree"
    assert verdict(mention, anchor("fact", "24 hours", ("guarantees", 0))) == "weaker"
