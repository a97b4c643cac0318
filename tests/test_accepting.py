"""Findings that somebody accepted stay quiet until their day, a baseline lets an old document set start clean, and both can be wrong."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from handbook import baseline
from handbook.accepting import accepted, expired, unknown, unused
from handbook.disk import shipped_chapters
from handbook.document import Document
from handbook.edition import compose
from handbook.finding import Finding, Span
from handbook.judging import case_of
from handbook.ruling import Case
from handbook.sources import Source, Sources

PROFILE = """organisation: {name: Harbour House}
guarantees:
  - id: early-breakfast
    promise: Breakfast is ready at 05:30.
  - id: early
    promise: We are early.
"""
FILE = "profiles/harbour/promises.yaml"
KNOWN = ("promise-without-remedy", "avoided-word", "acceptance-expired", "acceptance-unused", "acceptance-unknown")
TODAY = date(2026, 11, 25)


def entry(place: str, rule: str = "promise-without-remedy", until: str = "2027-03-31") -> str:
    """One entry of `accept`."""
    return f'  - {{rule: {rule}, place: "{place}", reason: The kitchen decides in spring., until: {until}}}\n'


def case(*entries: str, documents: tuple[str, ...] = ()) -> Case:
    """A profile with two promises that accepts these findings."""
    text = PROFILE + ("accept:\n" + "".join(entries) if entries else "")
    sources = Sources("profiles/harbour", (Source(FILE, "promises.yaml", text),), shipped=shipped_chapters())
    composed = compose(sources)
    assert composed.edition, composed.findings
    return case_of(composed.edition, sources, TODAY, [Document(each, "text", "", ()) for each in documents])


def finding(span: Span, code: str = "promise-without-remedy", **more: Any) -> Finding:
    """A finding as a rule makes it."""
    return Finding(code, "warning", "something is wrong", span, **more)


HERE = finding(Span(FILE, 3, 9, 3, 24), about="guarantees.early-breakfast", quote="Breakfast is ready")
OTHER = finding(Span(FILE, 5, 9, 5, 14), about="guarantees.early", quote="We are early")
INSIDE = finding(Span(FILE, 4, 14, 4, 42), about="guarantees.early-breakfast.promise", quote="ready")
WITHOUT_PATH = finding(Span(FILE, 4, 14, 4, 42), quote="ready")
ADVERT = finding(Span("docs/spring/advert.md", 12, 5, 12, 9), about="guarantees.early", quote="pax")
SLIDE = finding(Span("docs/talk.pptx", 7, 1, 7, 4, "slide 3, title"), quote="pax")
ALL = (HERE, OTHER, INSIDE, WITHOUT_PATH, ADVERT, SLIDE)


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        ("guarantees.early-breakfast", (HERE, INSIDE, WITHOUT_PATH)),
        ("guarantees.early-breakfast.promise", (INSIDE, WITHOUT_PATH)),
        ("guarantees.early", (OTHER, ADVERT)),
        ("guarantees", (HERE, OTHER, INSIDE, WITHOUT_PATH, ADVERT)),
        ("promises.yaml", (HERE, OTHER, INSIDE, WITHOUT_PATH)),
        ("promises.yaml:4", (INSIDE, WITHOUT_PATH)),
        ("promises.yaml:4:14", (INSIDE, WITHOUT_PATH)),
        ("harbour/promises.yaml:3", (HERE,)),
        ("./profiles/harbour/promises.yaml:3", (HERE,)),
        ("arbour/promises.yaml:3", ()),
        ("docs/spring/advert.md", (ADVERT,)),
        ("docs\\\\spring\\\\advert.md:12", (ADVERT,)),
        ("docs/spring/advert.md:13", ()),
        ("docs/*.md", ()),
        ("docs/*/*.md", (ADVERT,)),
        ("docs/**/*.md", (ADVERT,)),
        ("docs/**", (ADVERT, SLIDE)),
        ("docs/", (ADVERT, SLIDE)),
        ("spring/advert.?d", (ADVERT,)),
        ("talk.pptx: slide 3", (SLIDE,)),
        ("talk.pptx:slide 3, title", (SLIDE,)),
        ("talk.pptx:7", ()),
        ("talk.pptx: slide 33", ()),
        ("Talk.pptx", ()),
    ],
)
def test_a_place_covers_what_stands_there(place: str, covered: tuple[Finding, ...]) -> None:
    """A message with its parts, a file, a line, a part of a document, a pattern of files; from whichever folder one checks."""
    kept = accepted(ALL, case(entry(place)))
    assert tuple(each for each in ALL if each not in kept) == covered


def test_an_acceptance_is_of_one_rule() -> None:
    """Findings of other rules at the same place stay; capitals in the name do not matter."""
    other = replace(HERE, code="promise-without-owner")
    assert accepted([HERE, other], case(entry("guarantees.early-breakfast", rule="Promise-Without-Remedy"))) == (other,)


def test_an_acceptance_holds_on_its_last_day_and_not_after() -> None:
    """Until a day means: that day too."""
    assert accepted([HERE], case(entry("guarantees", until="2026-11-25"))) == ()
    assert accepted([HERE], case(entry("guarantees", until="2026-11-24"))) == (HERE,)


def test_an_expired_acceptance_shows_what_it_covered() -> None:
    """It stands at its own day, says when it ended, and leads to each finding that is open again."""
    (told,) = expired(ALL, case(entry("guarantees.early-breakfast", until="2026-11-24")))
    assert told.message == "this acceptance ended on 24 November 2026"
    assert told.found == "3 findings that it covered"
    assert [each.span for each in told.related] == [HERE.span, INSIDE.span, WITHOUT_PATH.span]
    assert PROFILE.count("\n") + 2 == told.span.line and told.quote == "2026-11-24"


def test_an_expired_acceptance_that_was_renewed_can_go() -> None:
    """Where a later entry covers the same, the old one covers nothing."""
    (told,) = expired(ALL, case(entry("guarantees.early", until="2026-11-24"), entry("guarantees.early")))
    assert told.found == "nothing that it would still cover" and told.remedy.startswith("delete this entry")


@pytest.mark.parametrize(
    ("place", "rule", "told"),
    [
        ("guarantees.early", "promise-without-remedy", []),
        ("guarantees.early", "avoided-word", []),
        ("values", "promise-without-remedy", ["nothing to accept: promise-without-remedy finds nothing at values"]),
        ("guarantees.earlier", "avoided-word", ['there is nothing at "guarantees.earlier" in the profile']),
        ("promises.yaml:2", "promise-without-remedy", ["nothing to accept: promise-without-remedy finds nothing at promises.yaml:2"]),
        ("docs/letter.md", "avoided-word", ["nothing to accept: avoided-word finds nothing at docs/letter.md"]),
        ("docs/elsewhere.md", "avoided-word", []),
        ("guarantees.early", "no-such-rule", []),
    ],
)
def test_an_acceptance_of_nothing_is_noted_where_we_can_know(place: str, rule: str, told: list[str]) -> None:
    """Silence where the file was not looked at, or where the rule is about documents and the message is there."""
    here = case(entry(place, rule=rule), documents=("docs/letter.md",))
    assert [each.message for each in unused([HERE, OTHER], here, KNOWN, ("avoided-word",))] == told


def test_a_slip_in_a_place_is_guessed() -> None:
    """The note names the message that was probably meant."""
    (told,) = unused([], case(entry("guarantees.early-brekfast")), KNOWN, ())
    assert told.guess == "guarantees.early-breakfast"


@pytest.mark.parametrize(
    ("rule", "message", "guess"),
    [
        ("promise-with-remedy", 'there is no rule called "promise-with-remedy"', "promise-without-remedy"),
        ("avoided_words", 'there is no rule called "avoided_words"', "avoided-word"),
        ("missing-field", 'there is no rule called "missing-field"', ""),
        ("acceptance-unused", "acceptance-unused cannot be accepted", ""),
    ],
)
def test_only_rules_can_be_accepted(rule: str, message: str, guess: str) -> None:
    """A slip gets a guess; what keeps a profile from being read, and acceptances themselves, cannot be accepted."""
    here = case(entry("guarantees", rule=rule))
    (told,) = unknown(here, KNOWN)
    assert (told.message, told.guess) == (message, guess)
    own = finding(HERE.span, code="acceptance-unused", about="guarantees.early")
    assert accepted([own], here) == (own,)


def test_without_acceptances_nothing_changes() -> None:
    """All findings stay, and nothing is said about acceptances."""
    here = case()
    assert accepted(ALL, here) == ALL
    assert [*expired(ALL, here), *unused(ALL, here, KNOWN, ()), *unknown(here, KNOWN)] == []


def test_a_baseline_hides_what_it_knows_and_nothing_else() -> None:
    """Lines may move and spaces may change; another file, rule, message or wording is new, and so is one more of the same."""
    known = baseline.read(baseline.written(ALL), "old.json")
    assert not isinstance(known, Finding)
    moved = [replace(each, span=replace(each.span, line=each.span.line + 9), quote=each.quote.replace(" ", "\n ")) for each in ALL]
    assert baseline.compare(moved, known) == baseline.Compared((), 6, 0, 6)
    new = (replace(HERE, quote="other"), replace(HERE, code="other"), replace(HERE, about="other"), replace(HERE, span=Span("other")))
    assert baseline.compare([*moved, *new, OTHER], known) == baseline.Compared((*new, OTHER), 6, 0, 6)


def test_a_baseline_says_what_is_gone() -> None:
    """In words, with the advice to write it anew."""
    known = baseline.read(baseline.written([*ALL, *ALL]), "old.json")
    assert not isinstance(known, Finding)
    compared = baseline.compare(ALL[1:], known)
    assert (
        compared.summary
        == "5 findings from before are not shown (in the baseline). 7 of 12 old findings are gone; write the baseline anew."
    )
    assert baseline.compare([], {}).summary == ""


def test_a_baseline_is_sorted_and_merges() -> None:
    """The same findings in any order give the same bytes; one more changes one line, wherever it stands."""
    text = baseline.written(ALL)
    assert text == baseline.written(ALL[::-1])
    assert json.loads(text)[0] == {"handbook-baseline": 1}
    assert (
        text.split("\n")[1]
        == ',{"rule": "promise-without-remedy", "file": "docs/spring/advert.md", "about": "guarantees.early", "quote": "pax", "count": 1}'
    )
    for one, more in pairwise([ALL[:count] for count in range(len(ALL) + 1)]):
        before, after = baseline.written(one).split("\n"), baseline.written(more).split("\n")
        assert len(set(after) - set(before)) == 1 and len(after) == len(before) + 1


def test_a_baseline_that_a_merge_has_doubled_counts_once() -> None:
    """Both branches had added the same entry."""
    lines = baseline.written([HERE]).split("\n")
    known = baseline.read("\n".join([lines[0], lines[1], *lines[1:]]), "old.json")
    assert not isinstance(known, Finding) and sum(known.values()) == 1


def test_only_rules_findings_go_into_a_baseline() -> None:
    """What is wrong with acceptances, and what keeps a profile from being read, stays in view."""
    own, reading = finding(HERE.span, code="acceptance-expired"), finding(HERE.span, code="missing-field")
    known = baseline.read(baseline.written([own, reading, HERE], KNOWN), "old.json")
    assert not isinstance(known, Finding)
    assert baseline.compare([own, reading, HERE], known, KNOWN) == baseline.Compared((own, reading), 1, 0, 1)
    assert baseline.compare([reading], {baseline.mark(reading): 1}, KNOWN).open == (reading,)


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ("", "a line that is no JSON", 1),
        ('[{"handbook-baseline": 1}\n<<<<<<< ours\n]', "a line that is no JSON", 2),
        ("{}", "another kind of file", 1),
        ("[1]", "another kind of file", 1),
        ('[{"handbook-baseline": 2}]', "a baseline of version 2", 1),
        ('[{"handbook-baseline": 1}\n,{"rule": "x"}]', 'an entry without rule and count: {"rule": "x"}', 1),
        ("[" * 100_000, "a line that is no JSON", 1),
    ],
)
def test_a_baseline_that_cannot_be_read_is_a_finding(text: str, found: str, line: int) -> None:
    """With its place and what to do; never an exception."""
    told = baseline.read(text, "old.json")
    assert isinstance(told, Finding)
    assert (told.code, told.found, told.span.file, told.span.line) == ("baseline-unreadable", found, "old.json", line)
    assert "--write-baseline" in told.remedy
