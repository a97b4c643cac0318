"""Rules about texts, beside the profiles of a clinic, a ferry line and a library: what contradicts them is told, and nothing else is.

`golden/claims/*.yaml` each hold a profile, sentences with the rule, the words and the message that must be told (`found`),
and sentences about which nothing may be said (`quiet`). Beside any other finding a near copy (`old-wording`) may be told.
"""

from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import yaml
from docx import Document as Word
from places import ROOT
from pptx import Presentation

from handbook.disk import shipped_chapters
from handbook.document import Document
from handbook.documents import read_document
from handbook.documents.markdown import read_markdown
from handbook.edition import Edition, compose
from handbook.finding import Finding, Span
from handbook.judging import examine
from handbook.sources import Source, Sources

FOLDER = ROOT / "tests" / "golden" / "claims"
TODAY = date(2026, 11, 25)
PROFILE = "example/profile.yaml"
RULES = frozenset(
    "number-differs amount-differs clock-differs quiz-contradicts-profile copied-by-hand old-wording other-values another-vision hours-differ"
    " promise-narrowed promise-softened condition-added approval-asked unknown-contact offer-over retired-promise finance-before-service"
    " discipline-against-judgement".split()
)
ONE_END = frozenset({"unknown-contact", "offer-over"})
"""Rules whose other end is what the profile does not have: a number that it does not know, a day that is past."""
ASKING = frozenset({"finance-before-service", "discipline-against-judgement"})
"""Rules that only ask."""


@dataclass(frozen=True)
class Table:
    """One file of the folder: a profile, what must be found beside it, and what must be left alone."""

    profile: str
    found: tuple[dict[str, str], ...]
    quiet: tuple[str, ...]


TABLES = {
    path.stem: Table(each["profile"], tuple(each["found"]), tuple(each["quiet"]))
    for path in sorted(FOLDER.glob("*.yaml"))
    for each in [yaml.safe_load(path.read_text(encoding="utf-8"))]
}
FOUND = [(name, each) for name, table in TABLES.items() for each in table.found]
QUIET = [(name, each) for name, table in TABLES.items() for each in table.quiet]


@cache
def edition_of(profile: str, *chapters: tuple[str, str]) -> tuple[Edition, Sources]:
    """The edition of one profile with chapters of its own (name and text), and what it was made from."""
    own = tuple(Source(f"example/chapters/{name}", name, text) for name, text in chapters)
    sources = Sources("example", (Source(PROFILE, "profile.yaml", profile),), own, shipped_chapters())
    composed = compose(sources)
    assert composed.edition, composed.findings
    return composed.edition, sources


def told(profile: str, *documents: Document, chapters: tuple[tuple[str, str], ...] = ()) -> tuple[Finding, ...]:
    """What the rules of this file find in a profile, its chapters and documents."""
    edition, sources = edition_of(profile, *chapters)
    return tuple(each for each in examine(edition, sources, TODAY, documents) if each.code in RULES)


@cache
def by_text(name: str) -> dict[str, tuple[Finding, ...]]:
    """What is found in each sentence of a table; every sentence is a document of its own."""
    table = TABLES[name]
    texts = {f"text-{number:03}.md": text for number, text in enumerate([*(each["text"] for each in table.found), *table.quiet])}
    findings = told(table.profile, *(read_markdown(file, text) for file, text in texts.items()))
    return {text: tuple(each for each in findings if each.span.file == file) for file, text in texts.items()} | {
        "": tuple(each for each in findings if each.span.file not in texts)
    }


def shown(span: Span, text: str) -> str:
    """The characters of a text at a place."""
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: span.line - 1])) + span.column - 1
    return text[start : sum(map(len, lines[: span.end_line - 1])) + span.end_column - 1]


@pytest.mark.parametrize(("name", "case"), FOUND, ids=[f"{name}: {case['text'][:70]}" for name, case in FOUND])
def test_what_contradicts_the_profile_is_told(name: str, case: dict[str, str]) -> None:
    """One finding of the rule, at the quoted words, about the message, as severe as the table says; no other but a near copy."""
    findings = [each for each in by_text(name)[case["text"]] if each.code == case["rule"] or each.code != "old-wording"]
    assert [(each.code, each.quote) for each in findings] == [(case["rule"], case["quote"])]
    assert findings[0].about.startswith(case.get("about", ""))
    assert findings[0].severity == case.get("severity", findings[0].severity)


@pytest.mark.parametrize(("name", "text"), QUIET, ids=[f"{name}: {text[:70]}" for name, text in QUIET])
def test_what_contradicts_nothing_is_left_alone(name: str, text: str) -> None:
    """None of the rules says anything."""
    assert by_text(name)[text] == ()


def test_the_tables_are_as_large_as_promised() -> None:
    """At least 150 sentences that must be found, by all rules about texts, and 150 that must not, none of them twice."""
    texts = [(name, each["text"]) for name, each in FOUND] + QUIET
    assert len(FOUND) >= 150 and len(QUIET) >= 150
    assert len(set(texts)) == len(texts)
    assert {each["rule"] for _, each in FOUND} == RULES - {"copied-by-hand", "quiz-contradicts-profile"}


@pytest.mark.parametrize("name", TABLES)
def test_each_end_of_a_finding_has_its_place(name: str) -> None:
    """The span shows the quoted words in the document, and the first related place the message in the profile."""
    lines = TABLES[name].profile.splitlines()
    for text, findings in by_text(name).items():
        for each in findings if text else ():
            assert " ".join(shown(each.span, text).split()) == each.quote
            if each.code not in ONE_END:
                place = each.related[0].span
                assert place.file == PROFILE and each.related[0].label
                assert lines[place.line - 1][place.column - 1 : place.column + 2].strip()


@pytest.mark.parametrize("name", TABLES)
def test_every_finding_can_be_acted_on(name: str) -> None:
    """It has a message, a remedy and what is expected; only what the profile rules on is an error, questions are only asked."""
    for findings in by_text(name).values():
        for each in findings:
            assert each.message[0] == each.message[0].lower() and not each.message.endswith(".")
            assert each.remedy and each.expected and each.quote
            assert each.severity != "error" or each.related
            assert (each.severity == "question") == (each.code in ASKING)


def test_an_answer_of_the_quiz_is_held_against_its_guarantee() -> None:
    """Three days are taught where 48 hours are promised; six in the evening is 18:00."""
    findings = [each for each in by_text("ferry")[""] if each.code == "quiz-contradicts-profile"]
    assert [(each.quote, each.about, each.severity) for each in findings] == [("three days", "guarantees.complaint.clock.limit", "error")]
    assert shown(findings[0].span, TABLES["ferry"].profile) == "three days"


TYPED = """
organisation: {name: Harbour House}
facts:
  room-ready-by: {is: 15:00, about: The hour by which a room is ready on the day of arrival}
guarantees:
  - id: room
    promise: Your room is ready by {room-ready-by}, or dinner is on us.
    plain: On the day of arrival the room is ready by 15:00.
    remedy: {what: Dinner}
"""


def test_a_fact_typed_by_hand_is_told_with_what_to_write() -> None:
    """In the profile it is the name in braces, in a chapter the call that prints the fact; both can be put right."""
    chapter = ("rooms.md", "---\ntitle: Rooms\npart: lookup\norder: 90\n---\n# Rooms\n\nOn the day of arrival a room is ready by 15:00.\n")
    findings = told(TYPED, chapters=(chapter,))
    assert [(each.code, each.span.file, each.expected, each.edits[0].text) for each in findings] == [
        ("copied-by-hand", "example/chapters/rooms.md", *['{{ find("facts.room-ready-by").is_ }}'] * 2),
        ("copied-by-hand", PROFILE, "{room-ready-by}", "{room-ready-by}"),
    ]
    assert all(each.severity == "note" and each.quote == "15:00" for each in findings)
    assert shown(findings[1].span, TYPED) == "15:00"


def docx_table() -> bytes:
    """A policy whose table says when complaints are answered."""
    word = Word()
    word.add_heading("Service times", 1)
    table = word.add_table(2, 2)
    for place, text in enumerate(("Subject", "Time", "Answer to a complaint", "10 days")):
        table.cell(place // 2, place % 2).text = text
    stored = BytesIO()
    word.save(stored)
    return stored.getvalue()


def pptx_slide() -> bytes:
    """A slide with a point about complaints."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Welcome on board"
    slide.placeholders[1].text = "The sea is near\nA complaint is answered within 10 days"
    stored = BytesIO()
    deck.save(stored)
    return stored.getvalue()


def letter() -> bytes:
    """An e-mail about complaints."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Your crossing", "a@skerry.example", "b@example.org"
    message.set_content("Good morning,\n\nyour complaint is answered within 10 days.\n\nKind regards\n")
    return message.as_bytes()


LIST = b"<html><body><h1>Promises</h1><ul><li>Fresh air</li><li>Your complaint is answered within <b>10 days</b></li></ul></body></html>"
FILES = {
    "policy.docx": (docx_table, "table 1, row 2, column 2"),
    "slides.pptx": (pptx_slide, "slide 1, paragraph 2"),
    "letter.eml": (letter, "body, paragraph 2"),
    "list.html": (lambda: LIST, ""),
}


@pytest.mark.parametrize("file", FILES)
def test_a_sentence_is_found_in_every_format(file: str) -> None:
    """With the quoted words, and with the part of the document where a person finds them."""
    make, part = FILES[file]
    document = read_document(file, make())
    findings = told(TABLES["ferry"].profile, document)
    mine = [each for each in findings if each.span.file == file]
    assert [(each.code, each.quote, each.about) for each in mine] == [("number-differs", "10 days", "guarantees.complaint.clock.limit")]
    assert mine[0].span.part == part
    assert shown(mine[0].span, document.text) == "10 days"


QUOTED: tuple[Any, ...] = (
    "> We answer complaints within 10 days.",
    "## How we used to work\n\nWe answer complaints within 10 days.",
    "```\nWe answer complaints within 10 days.\n```",
    "<!-- We answer complaints within 10 days. -->",
)


@pytest.mark.parametrize("text", QUOTED)
def test_quotations_history_and_code_say_nothing_about_today(text: str) -> None:
    """What others said, what was, and what nobody reads is no claim."""
    assert [each for each in told(TABLES["ferry"].profile, read_markdown("x.md", text)) if each.span.file == "x.md"] == []
