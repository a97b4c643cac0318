"""What people see of all rules together: in order, each thing once, the same on every run and for documents in any order."""

import json
from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from places import run_handbook
from test_text_rules import PROFILE, TABLES, TODAY, edition_of, shown

from handbook.document import Document
from handbook.documents.markdown import read_markdown
from handbook.finding import Finding, in_order
from handbook.judging import case_of, examine, judge

FERRY = TABLES["ferry"].profile
HEAD = "---\ntitle: On board\npart: lookup\norder: 90\n---\n# On board\n\n"
SLOW = "We answer every complaint within 9 days."
TEXTS = {
    "b.md": "Complaints are answered within 5 working days. Write to lost@skerry.example about a bag.",
    "a.md": "# Fares\n\nThe fare for a dog is EUR 12 per crossing.",
    "c.md": "Our four values hang in the mess. North Pier is open from 05:00 to 22:00.",
}


def findings_of(profile: str, documents: Sequence[Document] = (), chapter: str = "") -> tuple[Finding, ...]:
    """Everything that is found in a profile, a chapter of its own and documents."""
    edition, sources = edition_of(profile, *([("on-board.md", HEAD + chapter)] if chapter else []))
    return examine(edition, sources, TODAY, documents)


def test_a_case_holds_profile_chapter_pages_and_documents_in_this_order() -> None:
    """The profile's messages, chapters as written, the pages made of them, and the documents given, by name."""
    edition, sources = edition_of(FERRY, ("on-board.md", HEAD + "Sea air."))
    case = case_of(edition, sources, TODAY, [read_markdown(name, text) for name, text in TEXTS.items()])
    kinds = [each.kind for each in case.documents]
    assert kinds == ["profile", "chapter", "page", *["markdown"] * 3]
    assert [each.file for each in case.documents[-3:]] == ["a.md", "b.md", "c.md"]
    assert all(name.startswith("_") for name in case.shipped) and {"_claims.yaml", "_quantities.yaml", "_words.yaml"} <= set(case.shipped)


def test_the_order_of_documents_makes_no_odds() -> None:
    """Every order of three documents gives the same findings in the same order."""
    documents = [read_markdown(name, text) for name, text in TEXTS.items()]
    seen = {findings_of(FERRY, order) for order in permutations(documents)}
    assert len(seen) == 1
    findings = next(iter(seen))
    assert findings == in_order(findings)
    assert {each.span.file for each in findings} == {*TEXTS, PROFILE}


def test_the_seed_of_hashes_makes_no_odds(tmp_path: Path) -> None:
    """Two processes with other seeds, and the documents named in another order, print the same to the byte."""
    profile = tmp_path / "ferry"
    profile.mkdir()
    (profile / "profile.yaml").write_text(FERRY, encoding="utf-8")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    printed = set()
    for seed, names in (("1", ("a.md", "b.md", "c.md")), ("4242", ("c.md", "b.md", "a.md"))):
        done = run_handbook("check", "ferry", *names, "--format", "json", "--today", "2026-11-25", cwd=tmp_path, PYTHONHASHSEED=seed)
        assert done.returncode == 1 and done.stderr == "", done.stderr
        printed.add(done.stdout)
    assert len(printed) == 1
    assert {"number-differs", "amount-differs", "unknown-contact"} <= {each["code"] for each in json.loads(printed.pop())["findings"]}


def test_a_page_that_its_chapter_explains_is_told_once() -> None:
    """The chapter is where it can be put right, so the page made from it says nothing more."""
    differing = [each for each in findings_of(FERRY, chapter=SLOW) if each.code == "number-differs"]
    assert [(each.span.file, each.span.line, each.quote) for each in differing] == [("example/chapters/on-board.md", 8, "9 days")]


def test_a_page_whose_words_come_from_a_call_is_told_at_the_page() -> None:
    """What only the finished page shows is found there."""
    differing = [
        each for each in findings_of(FERRY, chapter='We answer every complaint {{ "within 9" }} days.') if each.code == "number-differs"
    ]
    assert [(each.span.file, each.quote) for each in differing] == [("on-board.html", "9 days")]


def test_a_near_copy_is_not_told_beside_its_figure() -> None:
    """The promise with another figure is told by the figure; with another word it is a near copy."""
    figure = findings_of(FERRY, [read_markdown("x.md", "A person who can decide here answers your complaint within 72 hours.")])
    word = findings_of(FERRY, [read_markdown("x.md", "A person who may decide answers every complaint within 48 hours.")])
    assert [each.code for each in figure if each.span.file == "x.md"] == ["number-differs"]
    assert [each.code for each in word if each.span.file == "x.md"] == ["old-wording"]


def test_an_accepted_finding_is_not_told() -> None:
    """With a rule, a place and a reason the organisation says that it knows."""
    accept = "accept:\n  - {rule: number-differs, place: guarantees.complaint, reason: The old leaflet is used up until spring., until: 2027-03-31}\n"
    document = read_markdown("x.md", SLOW)
    assert "number-differs" in {each.code for each in findings_of(FERRY, [document])}
    accepted = {each.code for each in findings_of(FERRY + accept, [document])}
    assert "number-differs" not in accepted and not {each for each in accepted if each.startswith("acceptance-")}


def test_the_texts_of_all_files_come_with_the_findings() -> None:
    """So that each finding can be shown in its lines."""
    edition, sources = edition_of(FERRY)
    judged = judge(edition, sources, TODAY, [read_markdown(name, text) for name, text in TEXTS.items()])
    for each in judged.findings:
        assert shown(each.span, judged.texts[each.span.file])
    assert TEXTS.items() <= judged.texts.items()


@pytest.mark.parametrize("day", ["2025-01-01", "2030-01-01"])
def test_only_the_day_given_counts(day: str) -> None:
    """An offer until 2027 is over in 2030 and not in 2025, whatever the clock of the machine says."""
    edition, sources = edition_of(FERRY)
    offer = read_markdown("x.md", "Day tickets at half price until 31 March 2027.")
    found = {each.code for each in examine(edition, sources, date.fromisoformat(day), [offer]) if each.span.file == "x.md"}
    assert found == ({"offer-over"} if day > "2027" else set())
