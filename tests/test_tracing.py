"""Each message knows every page that says it, and readers are told where else; marks for the preview change nothing for them."""

import re
from functools import cache

from places import EXAMPLE, MINIMAL

from handbook.declare import Path
from handbook.disk import read_sources, shipped_chapters
from handbook.edition import Edition, compose
from handbook.marks import tagged, unmarked
from handbook.sources import Source, Sources
from handbook.tracing import MOST, Trail, address, trail

PROFILE = """
organisation: {name: Harbour House, calls-customers: {one: guest, many: guests}}
facts: {ready-by: {is: 15:00, about: When rooms are ready}, quiet-line: ext. 900}
roles: {duty-manager: {title: Duty Manager, reach: "{quiet-line}"}}
values:
  - {id: warmth, name: Warmth, means: "Every {customer} is expected by {ready-by}."}
measures:
  - {id: on-time, name: Rooms on time, kind: operational, formula: "ready by {ready-by} / due", better: higher}
guarantees:
  - id: room-ready
    name: Room ready
    promise: Your room is ready by {ready-by}, or dinner is on us.
    clock: {limit: "{ready-by}"}
    plain: "Ask the {role.duty-manager}."
    values: [warmth]
    measured-by: on-time
"""


@cache
def example() -> Edition:
    """The full example."""
    edition = compose(read_sources(EXAMPLE)).edition
    assert edition
    return edition


@cache
def marked() -> Edition:
    """The full example with marks."""
    edition = compose(read_sources(EXAMPLE), marked=True).edition
    assert edition
    return edition


def made(text: str) -> Edition:
    """The edition of a profile written as YAML."""
    composed = compose(Sources("house", (Source("house/profile.yaml", "profile.yaml", text),), shipped=shipped_chapters()))
    assert composed.edition, composed.findings
    return composed.edition


def told(edition: Edition) -> Trail:
    """What the pages of an edition say."""
    return trail(edition.pages, edition.leaves, edition.profile)


def sayers(edition: Edition, *path: str | int) -> list[str]:
    """The pages that say a message."""
    return [page.path for page in told(edition).said_on(path)]


def test_every_printed_message_knows_its_pages() -> None:
    """What a page says, it says of the message too; every message has words and a place."""
    trace = told(example())
    for page in example().pages:
        for path in page.says:
            assert page in trace.said_on(path)
            assert path in trace.messages and path in example().places


def test_a_fact_is_said_where_a_message_with_it_is_said() -> None:
    """A fact inside a promise is on the promise's page; a quantity taken from a fact says it too."""
    edition = made(PROFILE)
    assert {"promises/room-ready.md", "build/measures.md", "build/vision.md", "numbers.md"} <= set(
        sayers(edition, "facts", "ready-by", "is")
    )
    assert sayers(edition, "facts", "quiet-line") == ["numbers.md", "people.md"]
    assert set(sayers(edition, "guarantees", 0, "promise")) <= set(sayers(edition, "facts", "ready-by", "is"))
    assert told(edition).within["guarantees", 0, "clock", "limit"] == (("facts", "ready-by", "is"),)


def test_names_and_own_words_are_said_through_braces() -> None:
    """A role's title and the word for customers are said where a text takes them in."""
    within = told(made(PROFILE)).within
    assert within["guarantees", 0, "plain"] == (("roles", "duty-manager", "title"),)
    assert within["values", 0, "means"] == (("organisation", "calls-customers", "one"), ("facts", "ready-by", "is"))


def test_a_shared_number_of_the_example_is_traced() -> None:
    """The hour by which a room is ready stands on the pages of its promise, its measure, its quiz and its numbers."""
    pages = sayers(example(), "facts", "room-ready-by", "is")
    assert {"promises/room-ready.md", "promises/index.md", "build/measures.md", "build/orientation.md", "numbers.md"} <= set(pages)


def test_readers_are_told_of_few_telling_pages() -> None:
    """At most five others, never the page itself, its index or the home page; the numbers come first for a promise with one."""
    trace = told(example())
    for page in (each for each in example().pages if each.id.startswith("guarantees.")):
        record: Path = next(path[:2] for path in page.says if path[0] == "guarantees" and path[-1] == "promise")
        others = [each.path for each in trace.elsewhere(record, page.path)]
        assert 1 <= len(others) <= MOST
        assert not {page.path, "promises/index.md", "index.md"} & set(others)
    first = trace.elsewhere(("guarantees", 0), "promises/room-ready.md")[0]
    assert first.title == "Our numbers"


def test_the_line_stands_on_pages_of_promises_and_values() -> None:
    """Each promise's page and each value say where else they are said, with links to pages of this handbook."""
    pages = {page.path: page for page in example().pages}
    lines = {path: re.findall(r'<p class="hb-elsewhere">(.*?)</p>', page.body) for path, page in pages.items()}
    assert {path for path, found in lines.items() if found} == {
        "build/vision.md",
        *(path for path, page in pages.items() if page.id.startswith("guarantees.")),
    }
    assert len(lines["build/vision.md"]) == len(example().profile.values)
    for path, found in lines.items():
        known = {address(each, path) for each in pages}
        for line in found:
            assert line.startswith("Also said on <a href=")
            assert set(re.findall(r'href="([^"]+)"', line)) <= known


def test_no_line_where_nothing_else_speaks_of_it() -> None:
    """A handbook whose other pages do not speak of a value has no line for it, and no mark is left behind."""
    bodies = "".join(page.body for page in made("organisation: {name: A}\nvalues: [{id: calm, name: Calm, means: We breathe.}]\n").pages)
    assert "hb-elsewhere" not in bodies
    assert not re.search("[\x01-\x08\x0e\x0f]", bodies)


def test_pages_without_marks_are_what_readers_get() -> None:
    """Taking the marks out of the preview's pages gives the published pages, letter for letter, with the same messages on them."""
    for plain, page in zip(example().pages, marked().pages, strict=True):
        assert unmarked(page.body) == plain.body
        assert (page.title, page.summary, page.says) == (plain.title, plain.summary, plain.says)
        assert not re.search("[\x01-\x08\x0e\x0f]", plain.body + plain.title + plain.summary)


def test_tags_stand_around_words_only() -> None:
    """Every mark becomes one tag in the text, none stands inside another tag, and each opened one is closed."""
    for page in marked().pages:
        text = tagged(page.body)
        assert not re.search("[\x01-\x03]", text)
        assert not re.search(r"<[^<>]*<span data-said", text)
        assert unmarked(page.body) == re.sub(
            r' data-said="\d+"', "", re.sub(r'<span data-said="\d+">(.*?)</span>', r"\1", text, flags=re.S)
        )
        words = text.count('<span data-said="')
        assert text.count("<span") - text.count("</span>") == 0 and words


def test_nearly_all_messages_of_a_page_are_marked() -> None:
    """The preview can point at nearly all messages where they stand: those in names of links and in titles are in the list only."""
    count = sum(len(set(re.findall(r'data-said="(\d+)"', tagged(page.body)))) for page in marked().pages)
    assert count > 0.7 * sum(len(page.says) for page in marked().pages)


def test_a_profile_cannot_write_marks() -> None:
    """A text with a control character, of which marks are made, is refused with its place."""
    text = 'organisation: {name: "A \\x019\\x02 B \\x03"}\n'
    composed = compose(Sources("x", (Source("x/profile.yaml", "profile.yaml", text),), shipped=shipped_chapters()), marked=True)
    assert composed.edition is None
    assert [each.message for each in composed.findings] == ["a character that cannot be shown stands here"]


def test_the_smallest_profile_is_traced() -> None:
    """The smallest example has its line too, and its fact is said by the promise that uses it."""
    edition = compose(read_sources(MINIMAL)).edition
    assert edition
    path = edition.profile.facts["repair-limit"].is_.path
    assert path == ("facts", "repair-limit")
    assert {"promises/ready-on-the-day.md", "numbers.md"} <= set(sayers(edition, *path))
    assert next(page.id for page in told(edition).elsewhere(path, "numbers.md")) == "guarantees.ready-on-the-day"
