"""Occurrences that are quoted, spoken of, rejected, replaced or negated are told from words that are used."""

import pytest

from handbook.disk import shipped_chapters
from handbook.document import Block
from handbook.quiet import dismissed, negated, quiet, quiet_words
from handbook.quotations import enclosed

WORDS = quiet_words(next(each.text for each in shipped_chapters()["en"] if each.name == "_words.yaml"))


def placed(line: str, **more: object) -> tuple[Block, int, int]:
    """A block from a line in which [[ ]] marks the occurrence."""
    start = line.index("[[")
    end = line.index("]]") - 2
    return Block(line.replace("[[", "").replace("]]", ""), ((0, 0),), **more), start, end  # type: ignore[arg-type]


QUIET = """
quoted: She said "thank you, dear [[customer]]" and left.
quoted: The sign reads "[[customer]] lift".
quoted: The letter begins with the line 'to the [[customer]]' in red.
quoted: “[[Customer]]” stands on the old door.
rejected: We never say [[customer]].
rejected: We do not say "[[customer]]" here.
rejected: Nobody in this house says [[customer]] or pax.
rejected: Nobody in this house says pax or [[customer]].
rejected: We do not speak of [[customers]].
rejected: Never write [[customer]] in a letter.
rejected: We don't call them [[customers]].
rejected: Nobody calls a visitor a [[customer]].
rejected: Stop calling people [[customers]].
rejected: Avoid using the word [[customer]].
rejected: We no longer use the term [[customer]].
rejected: In the past we wrote [[customer]].
rejected: Until last year we said [[customers]].
rejected: Consultants say [[customer]].
rejected: [[Customer]] is not a word we use.
rejected: "[[Customer]]" is banned in this house.
rejected: [[Customers]] is not our word.
rejected: [[Customer]] has no place in our letters.
replaced: Write guest instead of [[customer]].
replaced: Guests, not [[customers]], sleep here.
replaced: They are guests and not [[customers]].
replaced: A guest is not a [[customer]].
replaced: Not a [[customer]] but a guest.
replaced: Say guest, never [[customer]].
replaced: Say guest rather than [[customer]].
replaced: Avoid [[customer]] and use guest.
replaced: Replace [[customer]] with guest.
replaced: [[customer]] → guest
replaced: [[customer]] -> guest
spoken of: The word [[customer]] comes from custom.
spoken of: The term [[customer]] is for shops.
spoken of: Our so-called [[customers]] are friends.
spoken of: Words like [[customer]] and pax are cold.
spoken of: The phrase [[customer]] journey is old.
behind: Words we avoid: pax, [[customer]], client.
behind: Do not say: [[customer]].
rejected: Not our words: never say [[customer]].
part of: Write to [[customer]]@house.example today.
part of: The file customer_[[customer]]_list is old.
part of: The folder /[[customer]] is empty.
part of: Hello {{ [[customer]] }}, welcome.
"""

LOUD = """
Our [[customer]] waits.
We never let a [[customer]] wait.
We do not charge [[customers]] for water.
Nobody likes to see a [[customer]] wait.
No [[customer]] waits here.
Never say no to a [[customer]].
Never say to a [[customer]] that you are busy.
Do not speak ill of a guest to another [[customer]].
Do not call [[customers]] at night.
Do not call our [[customers]] before ten.
Never write to a [[customer]] in anger.
Do not use the [[customer]] lift.
Do not use [[customers]]' towels.
Do not use [[customer]] data for adverts.
We say goodbye to each [[customer]].
We say that every [[customer]] counts.
It is not the [[customer's]] fault.
This is not [[customer]] data.
He is not only a guest but a [[customer]].
Avoid keeping [[customers]] waiting.
Avoid [[customer]] complaints by calling early.
Stop a [[customer]] who runs.
Without a [[customer]] there is no shop.
Instead of the [[customer]] calling us, we call them.
Use the side door instead of the [[customer]] door.
Say "good evening, dear [[customer]]" at the door.
Answer: "Our [[customers]] come first."
Please always write "Dear [[customer]]" on top.
We say "[[customer]]" on all our forms.
Never forget that a [[customer]] pays us.
Do not hesitate to call a [[customer]].
Not only guests, every [[customer]] may swim.
The word is that [[customers]] like it.
In other words, [[customers]] wait.
The terms of the [[customer]] contract are plain.
The name of the [[customer]] stands on the door.
Other hotels send us their [[customers]].
Consultants met our [[customers]].
It was not raining when the [[customer]] came.
"""

REJECTING = [
    {"headings": ("Language", "Words we avoid")},
    {"headings": ("Words to avoid", "For people")},
    {"headings": ("Never say",)},
    {"headings": ("What we do not say",)},
    {"column": "Not"},
    {"column": "Don't say"},
    {"column": "Instead of"},
    {"column": "Avoid"},
    {"intro": "We do not say:"},
    {"intro": "Words that are out:"},
    {"intro": "Please avoid these words:"},
    {"quoted": True},
    {"kind": "quote"},
]
OTHER = [
    {"headings": ("Complaints",)},
    {"headings": ("How to avoid queues",)},
    {"headings": ("Before arrival",)},
    {"column": "Say"},
    {"column": "Who"},
    {"intro": "We say:"},
    {"intro": "Mistakes that cost us time:"},
]

NEGATED = """
We do not promise to [[go the extra mile]].
We never [[go the extra mile]].
Nobody has to [[go the extra mile]].
You don't need to [[go the extra mile]].
We cannot [[exceed expectations]] every day.
There is no reason to [[exceed expectations]].
Stop trying to [[exceed expectations]].
We do this without having to [[exceed expectations]].
Neither team should [[exceed expectations]].
Refuse to [[exceed expectations]].
Colleagues hardly ever [[exceed expectations]].
"""
AFFIRMED = """
We [[go the extra mile]].
We are not slow, but we [[go the extra mile]].
It is not easy; we [[go the extra mile]].
We do not wait. We [[go the extra mile]].
Do not hesitate to [[go the extra mile]].
No matter what, we [[go the extra mile]].
Never forget to [[go the extra mile]].
We not only reply, we [[go the extra mile]].
There is no doubt that we [[exceed expectations]].
Without fail, we [[exceed expectations]].
We never fail to [[exceed expectations]].
"""
DISMISSED = """
"[[The guest is king]]" is a tired phrase.
The cliché that [[the guest is king]] helps nobody.
It is a myth that [[the guest is king]].
[[The guest is king]]? No.
[[The guest is king]]. This is wrong.
"[[The guest is king]]." We do not believe that.
It does not mean that [[the guest is king]].
Despite "[[the guest is king]]", nobody has to bear insults.
Forget the line that [[the guest is king]].
The trouble with "[[the guest is king]]" is that kings never say please.
"[[The guest is king]]" hides what the guest needs.
Reject the notion that [[the guest is king]].
"""
EMBRACED = """
[[The guest is king]].
Remember that [[the guest is king]].
Here, [[the guest is king]]. Please smile.
We live by one rule: [[the guest is king]].
Our motto is "[[the guest is king]]".
As the saying goes, [[the guest is king]].
[[The guest is king]], and nobody is late.
The golden rule: [[the guest is king]].
"""


def lines(table: str) -> list[str]:
    return table.strip().split("\n")


@pytest.mark.parametrize("row", lines(QUIET))
def test_words_that_are_not_used_are_quiet(row: str) -> None:
    """The reason is given in plain words."""
    reason, line = row.split(": ", 1)
    assert quiet(WORDS, *placed(line)).startswith(reason) or (
        quiet(WORDS, *placed(line)) in ("rejected", "replaced", "quoted") and reason in ("rejected", "replaced")
    )


@pytest.mark.parametrize("line", lines(LOUD))
def test_words_that_are_used_count(line: str) -> None:
    """A negation elsewhere, a script, a name or a verb of saying with another object makes nothing quiet."""
    assert quiet(WORDS, *placed(line)) == ""


@pytest.mark.parametrize("around", REJECTING, ids=str)
def test_a_list_of_rejected_words_is_quiet(around: dict[str, object]) -> None:
    """Headings, columns, lead-ins and quotations reject what stands below them."""
    assert quiet(WORDS, *placed("[[customer]]", **around))


@pytest.mark.parametrize("around", OTHER, ids=str)
def test_other_surroundings_reject_nothing(around: dict[str, object]) -> None:
    """A heading that only sounds like it leaves the words standing."""
    assert quiet(WORDS, *placed("The [[customer]] waits.", **around)) == ""


@pytest.mark.parametrize("around", [{"column": "Say"}, {"intro": "Say:"}, {"headings": ("Script",)}], ids=str)
def test_a_script_means_what_it_quotes(around: dict[str, object]) -> None:
    """What is there to be said aloud counts, in quotation marks too."""
    assert quiet(WORDS, *placed('"Welcome, dear [[customer]]."', **around)) == ""


@pytest.mark.parametrize("line", lines(NEGATED))
def test_a_negated_clause(line: str) -> None:
    """A negation in the same clause, before the words, turns them round."""
    assert negated(WORDS, *placed(line))


@pytest.mark.parametrize("line", lines(AFFIRMED))
def test_a_clause_that_only_looks_negated(line: str) -> None:
    """Another clause, another sentence and *never fail to* turn nothing round."""
    assert not negated(WORDS, *placed(line))


@pytest.mark.parametrize("line", lines(DISMISSED))
def test_a_saying_that_is_contradicted(line: str) -> None:
    """A page that quotes a saying to reject it is told from one that means it."""
    block, start, end = placed(line)
    assert dismissed(WORDS, block, start, end) or quiet(WORDS, block, start, end)


@pytest.mark.parametrize("line", lines(EMBRACED))
def test_a_saying_that_is_meant(line: str) -> None:
    """A saying that a text believes in is not excused by quotation marks."""
    block, start, end = placed(line)
    assert not dismissed(WORDS, block, start, end) and not quiet(WORDS, block, start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("The guests' rooms and the guest's key", []),
        ("Say 'good day' to the guests' children.", ["good day"]),
        ("“Come in”, she said.", ["Come in"]),
        ('A 5" pipe', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    """Quotation marks are told from apostrophes and inches."""
    assert [text[start + 1 : end - 1] for start, end in enclosed(text)] == expected
