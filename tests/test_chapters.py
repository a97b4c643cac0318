"""The shipped chapters: they read well, say everything, claim nothing, and fit together."""

import re
from html import unescape

import pytest
from places import EXAMPLE, MINIMAL

from handbook.chapter import is_page
from handbook.declare import Kind
from handbook.disk import read_sources, shipped_chapters
from handbook.edition import Edition, compose
from handbook.pages import Page
from handbook.template_check import check_template
from handbook.templates import environment

SHIPPED = {each.name: each for each in shipped_chapters()["en"]}
BUILD = (
    "language",
    "vision",
    "recruitment",
    "orientation",
    "communications",
    "recognition",
    "voice",
    "measures",
    "improvement",
    "recovery",
    "benchmarking",
    "role-modelling",
)
READING = 220
"""Words a minute, the usual figure for reading silently."""


@pytest.fixture(scope="module")
def example() -> Edition:
    edition = compose(read_sources(EXAMPLE)).edition
    assert edition
    return edition


@pytest.fixture(scope="module")
def smallest() -> Edition:
    edition = compose(read_sources(MINIMAL)).edition
    assert edition
    return edition


def words(page: Page, folded: bool = False) -> str:
    """What a reader sees of a page; what is folded away only when asked for."""
    body = page.body if folded else re.sub(r"<details.*?</details>", " ", page.body, flags=re.S)
    body = re.sub(r"<[^>]*\bhidden\b[^>]*>.*?</p>", " ", body, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>|\{[^}]*\}|[#*|`]|\]\([^)]*\)", " ", body)).split())


@pytest.mark.parametrize("name", sorted(name for name in SHIPPED if name.endswith(".md")))
def test_no_template_names_what_does_not_exist(name: str) -> None:
    """Every variable, field, filter and layout in the shipped templates exists."""
    body = re.sub(r"\A---\n.*?\n---\n", "", SHIPPED[name].text, flags=re.S)
    each = re.search(r"^each: (\S+)", SHIPPED[name].text, re.M)
    assert check_template(environment(SHIPPED), body, name, each[1] if each else None) == ()


def test_the_whole_book_is_there(example: Edition) -> None:
    """All five elements, the twelve parts and the pages to look things up stand in the example, a page for each guarantee."""
    ids = {page.id for page in example.pages}
    assert {"index", "why", "lead", "learn", "drive", "words", "promises", "numbers", "people", "segments", "stories", *BUILD} <= ids
    assert {f"guarantees.{each.id}" for each in example.profile.guarantees} <= ids
    assert [section.title for section in example.navigation.sections] == ["Home", "Why", "Lead", "Build", "Learn", "Drive", "Look up"]
    assert [entry.page.id for entry in example.navigation.sections[3].entries] == list(BUILD)


@pytest.mark.parametrize("name", BUILD)
def test_a_chapter_holds_its_ten_parts_in_order(name: str, example: Edition) -> None:
    """Each building block says what it is for, what we say, what it asks, who decides, and so on, always in this order."""
    body = next(page.body for page in example.pages if page.id == name)
    headings = re.findall(r"^## (.+?)(?: \{.*)?$", body, re.M)
    wanted = [
        "What it is for",
        "What we say",
        "What it asks of me",
        "Who decides",
        "How we know it works",
        "Traps",
        "A topic for today",
        "Where to go next",
    ]
    places = [next((place for place, heading in enumerate(headings) if heading.startswith(each)), -1) for each in wanted]
    assert -1 not in places, dict(zip(wanted, places, strict=True))
    assert places == sorted(places)
    assert "hb-owner" in body


@pytest.mark.parametrize("name", (*BUILD, "why", "lead", "learn", "drive"))
def test_a_chapter_is_read_in_about_five_minutes(name: str, example: Edition) -> None:
    """What is not folded away takes about five minutes, with the largest profile at hand."""
    page = next(page for page in example.pages if page.id == name)
    assert len(words(page).split()) <= 5.5 * READING


@pytest.mark.parametrize("name", (*BUILD, "why", "lead", "learn", "drive"))
def test_a_chapter_is_plain(name: str, example: Edition) -> None:
    """The Flesch-Kincaid grade of its sentences is about eight or lower."""
    text = " ".join(words(page, folded=True) for page in example.pages if page.id == name)
    assert grade(text) <= 8.5


def grade(text: str) -> float:
    """The Flesch-Kincaid grade (Kincaid and others 1975), with syllables counted by groups of vowels."""
    sentences = [each for each in re.split(r"[.!?:;]\s+", text) if len(each.split()) >= 4]
    tokens = [re.sub(r"[^a-z]", "", token.lower()) for sentence in sentences for token in sentence.split()]
    tokens = [token for token in tokens if token]
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$|es$|ed$", "", token)))) for token in tokens)
    return 0.39 * len(tokens) / len(sentences) + 11.8 * syllables / len(tokens) - 15.59


def test_every_quantity_stands_on_the_numbers_page(example: Edition) -> None:
    """Every promise, limit, deadline, amount and share of the profile is on one page."""
    numbers = next(page for page in example.pages if page.id == "numbers")
    drafts = {leaf.path[:2] for leaf in example.leaves if leaf.path[-1] == "status" and leaf.text in ("draft", "retired")}
    quantities = [
        leaf
        for leaf in example.leaves
        if leaf.kind in (Kind.DURATION, Kind.MOMENT, Kind.MONEY, Kind.QUANTITY, Kind.FACT) and leaf.path[:2] not in drafts
    ]
    assert len(quantities) > 80
    assert [".".join(map(str, leaf.path)) for leaf in quantities if leaf.path not in numbers.says] == []


def test_shipped_text_uses_the_words_of_the_organisation(smallest: Edition, example: Edition) -> None:
    """No shipped sentence calls people customers or clients where the organisation has its own word."""
    for edition in (smallest, example):
        shipped = [page for page in edition.pages if page.file.startswith("content/")]
        for page in shipped:
            assert not re.search(r"\b(customers?|clients?)\b", _without_search_words_and_profile(page, edition), re.I), page.path


def _without_search_words_and_profile(page: Page, edition: Edition) -> str:
    text = words(page, folded=True).replace("“The customer is always right”", "")  # quoted to reject it
    for leaf in edition.leaves:
        plain = " ".join(leaf.text.split())
        if "customer" in plain.lower() or "client" in plain.lower():
            text = text.replace(plain, " ")
    return text


TRADEMARKS = (
    "12 Building Blocks of Service Culture",
    "Six Levels of Service",
    "Uplifting Service",
    "UP! Your Service",
    "The BIG Picture",
    "Closing the Loop",
    "Clear, Kept Promises",
    "Bouncing Back with Service Recovery",
    "Up the Loyalty Ladder",
    "Cycle of Service Improvement",
    "Perception Points",
    "Gold Standards",
    "HEARD",
)


def test_no_trademark_and_no_claim_about_loyalty(example: Edition) -> None:
    """Protected names do not occur; nothing says that recovered customers are more loyal; the source is credited once on the home page."""
    text = " ".join(words(page, folded=True) for page in example.pages if page.file.startswith("content/"))
    assert [each for each in TRADEMARKS if each in text] == []
    assert not re.search(r"more loyal|loyalty (rises|grows)|come back more often", text)
    home = next(page.body for page in example.pages if page.id == "index")
    assert home.count("Kaufman") == 1


def test_the_smallest_profile_is_short_and_true(smallest: Edition) -> None:
    """Twenty lines build a handbook without empty headings and without chapters nobody has filled."""
    text = (MINIMAL / "profile.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 20
    ids = {page.id for page in smallest.pages}
    assert not ids & {
        "recruitment",
        "orientation",
        "communications",
        "recognition",
        "benchmarking",
        "role-modelling",
        "segments",
        "stories",
        "drive",
        "why",
        "lead",
    }
    assert "promises" in ids


@pytest.mark.parametrize("profile", ["al-noor", "minimal"])
def test_no_heading_stands_over_nothing(profile: str, example: Edition, smallest: Edition) -> None:
    """Below every heading there is text before the next heading of its level or above."""
    for page in (example if profile == "al-noor" else smallest).pages:
        lines = [line for line in page.body.split("\n") if line.strip()]
        for line, following in zip(lines, [*lines[1:], "# end"], strict=True):
            if (level := _level(line)) and (next_level := _level(following)):
                assert next_level > level, f"{page.path}: {line} / {following}"


def _level(line: str) -> int:
    found = re.match(r"(#{1,6}) ", line) or re.match(r"<h([1-6])", line)
    return 0 if not found else len(found[1]) if found[1][0] == "#" else int(found[1])


def test_every_chapter_file_is_a_page_somewhere(example: Edition) -> None:
    """No shipped chapter is forgotten by the full example."""
    files = {page.file for page in example.pages}
    assert {f"content/en/{name}" for name in SHIPPED if is_page(name)} <= files
