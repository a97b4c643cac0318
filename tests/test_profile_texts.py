"""Each word of a message of the profile stands where its block says, however the YAML is written; a fact in braces has all of these as its place."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import EXAMPLE
from test_text_rules import PROFILE, edition_of

from handbook.declare import Kind
from handbook.disk import read_sources
from handbook.document import Block, Document
from handbook.edition import compose
from handbook.judging import case_of
from handbook.notes import Placed
from handbook.profile_texts import profile_documents
from handbook.references import names_of

PART = re.compile(r"\{[^{}\s]*\}|[^\s{}]+|[{}]+")
PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u2011", "''\"\" -")
HEAD = "organisation: {name: Harbour House}\nfacts:\n  reply-time: {is: 4 business hours, about: Reply time}\n  noon: {is: '12:00', about: Noon}\nwhy:\n"


def words_of(document: Document, block: Block, said: str, names: dict[str, str]) -> list[tuple[str, str]]:
    """Each word of a value as written, and what stands in the file at the place of what the block has for it."""
    pairs, at = [], 0
    for written in PART.findall(said):
        word = names.get(written[1:-1], written) if written[0] == "{" else written.translate(PLAIN)
        start = block.text.index(word, at)
        assert block.text[at:start].strip() == ""
        at = start + len(word)
        pairs.append((written, document.text[block.source(start) : block.source(at - 1) + 1]))
    assert block.text[at:].strip() == ""
    return pairs


@pytest.fixture(scope="module")
def example() -> tuple[list[tuple[Document, Block, Placed]], dict[str, str]]:
    """Every block of the profile documents of al-noor with the value it comes from, and the names in braces."""
    sources = read_sources(EXAMPLE)
    edition = compose(sources).edition
    assert edition
    names, leaves = names_of(edition.profile), {each.path: each for each in edition.leaves}
    documents = profile_documents(sources.documents, edition.leaves, names)
    return [(document, block, leaves[block.path]) for document in documents for block in document.blocks], names


Told = tuple[list[tuple[Document, Block, Placed]], dict[str, str]]


def test_each_word_of_the_example_stands_where_its_block_says(example: Told) -> None:
    """Of every message of al-noor, in all its files; facts in braces have the whole braces as their place."""
    blocks, names = example
    assert len(blocks) > 1000
    for document, block, leaf in blocks:
        for written, there in words_of(document, block, leaf.text, names):
            assert written == there, (block.path, leaf.text)


def test_every_message_that_people_read_is_a_block_once(example: Told) -> None:
    """No line is left out or told twice, and what no page prints is no block."""
    blocks, _ = example
    assert len({block.path for _, block, _ in blocks}) == len(blocks)
    for document, block, leaf in blocks:
        assert document.kind == "profile" and document.file == leaf.span.file and block.kind == "field"
        assert leaf.speaks and leaf.kind in (Kind.LINE, Kind.PROSE)


def test_a_block_is_clean_prose(example: Told) -> None:
    """On one line, with single spaces and straight quotes, and with pieces in ascending order."""
    for _, block, _ in example[0]:
        assert block.text == " ".join(block.text.split()) and not set(block.text) & set("\u2018\u2019\u201c\u201d")
        offsets = [offset for offset, _ in block.pieces]
        assert offsets == sorted(set(offsets)) and offsets[0] == 0


def test_the_headings_of_a_part_are_the_names_of_what_it_belongs_to(example: Told) -> None:
    """The remedy of a promise stands below the promise's name."""
    below = {block.path: block.headings for _, block, _ in example[0]}
    assert below["guarantees", 0, "remedy", "what"] == ("Room ready",)


def plain(text: str) -> str:
    return f"  reason: {text}\n"


def single(text: str) -> str:
    return "  reason: '" + text.replace("'", "''") + "'\n"


def double(text: str) -> str:
    return '  reason: "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"\n'


def folded(text: str) -> str:
    return "  reason: >-\n" + "".join(f"    {line}\n" for line in text.split("\n"))


def literal(text: str) -> str:
    return folded(text).replace(">-", "|-")


def spread(style: Callable[[str], str]) -> Callable[[str], str]:
    """A style whose values go over several lines."""
    return lambda text: style(text.replace("\n", "\n    "))


STYLES = {
    "plain": lambda text: plain(text.replace("\n", " ")),
    "plain over lines": spread(plain),
    "single quotes": lambda text: single(text.replace("\n", " ")),
    "single quotes over lines": spread(single),
    "double quotes": lambda text: double(text.replace("\n", " ")),
    "double quotes over lines": spread(double),
    "folded": folded,
    "literal": literal,
}
SIMPLE = st.text("abcXYZéß漢019", min_size=1, max_size=6)
SIGNED = st.sampled_from(
    [
        "ends.",
        "half-way",
        "(so)",
        "50%",
        "it\u2019s",
        "\u201cyes\u201d",
        "a,b",
        "{reply-time}",
        "{noon},",
        "a{noon}b",
        "{customers}",
        "EUR\u00a04",
    ]
)
WORDS = st.one_of(SIMPLE, SIMPLE, SIGNED)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", "\n"])), min_size=1, max_size=12).map(
    lambda pairs: ("Start " + "".join(word + gap for word, gap in pairs)).strip()
)


def read(written: str) -> tuple[Document, Block, str, dict[str, str]]:
    """The document of a profile with one value written in some style, its block, its text and the names in braces."""
    edition, sources = edition_of(HEAD + written)
    case = case_of(edition, sources, date(2026, 11, 25))
    block = next(each for each in case.documents[0].blocks if each.path == ("why", "reason"))
    leaf = next(each for each in edition.leaves if each.path == ("why", "reason"))
    assert case.documents[0].file == PROFILE
    return case.documents[0], block, leaf.text, names_of(edition.profile)


@pytest.mark.parametrize("style", STYLES)
@settings(deadline=None, derandomize=True, database=None, max_examples=12)
@given(text=TEXTS)
def test_words_stand_in_their_place_in_every_style_of_yaml(style: str, text: str) -> None:
    """Plain, in quotes of both kinds, folded and literal, on one line and over several."""
    document, block, said, names = read(STYLES[style](text))
    for written, there in words_of(document, block, said, names):
        assert written == there


@pytest.mark.parametrize("style", ["plain", "double quotes", "folded", "literal"])
def test_an_apostrophe_is_part_of_its_word(style: str) -> None:
    """Straight or curly, it is straight in the block, and the word behind it keeps its place."""
    document, block, said, names = read(STYLES[style]("It's the guest\u2019s day and it's late"))
    assert block.text == "It's the guest's day and it's late"
    assert [there for _, there in words_of(document, block, said, names)] == "It's the guest\u2019s day and it's late".split()


@pytest.mark.parametrize(("style", "doubled"), [("single quotes", "''"), ("double quotes", '\\"')])
def test_a_sign_that_yaml_wants_doubled_upsets_no_place_behind_it(style: str, doubled: str) -> None:
    """Words behind a doubled quote stand where they are written."""
    sign = doubled[-1]
    document, block, said, names = read(STYLES[style](f"Say don{sign}t to nobody who waits"))
    assert doubled in document.text
    places = dict(words_of(document, block, said, names))
    assert {word: places[word] for word in ("Say", "nobody", "who", "waits")} == {word: word for word in ("Say", "nobody", "who", "waits")}


def test_a_fact_in_braces_has_the_whole_braces_as_its_place() -> None:
    """Though it has three words in the text that people read."""
    document, block, _, _ = read("  reason: We answer within {reply-time}, always.\n")
    assert block.text == "We answer within 4 business hours, always."
    start = block.text.index("4 business hours")
    span = document.span(block, start, start + len("4 business hours"))
    assert document.text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == "{reply-time}"


@pytest.mark.parametrize("text", ["Start it\u2019s", "Only \u201cyes\u201d", "EUR\u00a04", "non\u2011stop"])
def test_curly_signs_alone_are_straightened_too(text: str) -> None:
    """A value on one line, written as it is said, but for its quotes and spaces."""
    document, block, said, names = read(STYLES["plain"](text))
    assert block.text == text.translate(PLAIN)
    assert [there for _, there in words_of(document, block, said, names)] == PART.findall(text)
