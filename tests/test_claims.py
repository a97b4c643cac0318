"""Quantities in prose become claims about the message that their sentence is about, or none; no text upsets it, and no profile no claims."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT
from test_text_rules import RULES, TABLES, TODAY, edition_of, told

from handbook.anchoring import anchors_of
from handbook.anchors import Anchor, gathered, kind_of
from handbook.claims import Claim, claims
from handbook.document import Block, Document
from handbook.documents.markdown import read_markdown
from handbook.judging import case_of
from handbook.mentions import scanner
from handbook.rules import all_rules
from handbook.scope import around, context_at, scope_of
from handbook.subjects import subjects
from handbook.topics import best_promise, likely_promise

CONTENT = ROOT / "content" / "en"
ABOUT = subjects((CONTENT / "_claims.yaml").read_text(encoding="utf-8"))
SCAN = scanner((CONTENT / "_quantities.yaml").read_text(encoding="utf-8"))
calm = settings(deadline=None, derandomize=True, database=None, max_examples=60)
EMPTY = "organisation: {name: Harbour House}\n"
HOUSE = """
organisation: {name: Harbour House}
roles:
  desk: {title: Front Desk Agent, reach: ext. 1}
  porter: {title: Porter, reach: ext. 2}
facts:
  boat-time: {is: 40 minutes, about: How long the boat to the island takes}
values:
  - {id: warmth, name: Warmth, means: We greet people first.}
  - {id: calm, name: Calm, means: We walk.}
guarantees:
  - id: complaint
    name: A complaint answered
    promise: A person who can act answers your complaint within 24 hours.
    clock: {limit: 24 hours}
    remedy: {what: Two breakfasts, worth: EUR 40 per stay}
    claim-within: 30 days
    pay-within: 5 days
    who-may-give: {role: desk, up-to: EUR 80 per stay}
  - id: towels
    name: Fresh towels
    promise: Fresh towels hang in your room within 15 minutes of your call.
    clock: {limit: 15 minutes}
    remedy: {what: A pot of tea}
"""


def made(text: str, profile: str = HOUSE, **more: object) -> list[Claim]:
    """The claims of one document beside a profile."""
    edition, sources = edition_of(profile)
    document = read_markdown("x.md", text)
    case = case_of(edition, sources, TODAY, [Document("x.md", "markdown", text, document.blocks, **more)])  # type: ignore[arg-type]
    return [each for each in claims(case) if each.statement.document.file == "x.md"]


def told_of(text: str) -> list[tuple[str, str]]:
    """Each claim of a text: its verdict and the part of its message."""
    return [(each.verdict, each.anchor.part) for each in made(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We answer complaints within 24 hours.", [("agree", "limit")]),
        ("We answer complaints within 3 days.", [("weaker", "limit")]),
        ("We answer complaints within 6 hours.", [("stronger", "limit")]),
        ("The boat to the island takes 40 minutes.", [("agree", "fact")]),
        ("The boat to the island takes 55 minutes.", [("conflict", "fact")]),
        (
            "We answer complaints within 24 hours, and towels hang in your room within 30 minutes.",
            [("agree", "limit"), ("weaker", "limit")],
        ),
        ("The moon is 400,000 kilometres away.", []),
        ("A film lasts 3 days.", []),
        ("", []),
    ],
)
def test_a_quantity_is_compared_with_what_its_sentence_is_about(text: str, expected: list[tuple[str, str]]) -> None:
    """With its verdict and the part of the promise; what is about nothing of ours gives no claim."""
    assert told_of(text) == expected


def test_headings_tables_and_questions_tell_what_a_figure_is_about() -> None:
    """Below a heading, in a row and column, and behind the question it answers."""
    assert told_of("## Complaints\n\nYou get an answer within 3 days.") == [("weaker", "limit")]
    assert told_of("| Subject | Time |\n|---|---|\n| Answer to a complaint | 3 days |") == [("weaker", "limit")]
    assert told_of("How long does the answer to a complaint take? It takes 3 days.") == [("weaker", "limit")]


def test_an_aim_is_soft_and_never_more_than_promised() -> None:
    """It agrees or is less; an aim beyond the promise is nobody's trouble."""
    assert [(each.verdict, each.soft, each.sure) for each in made("We aim to answer complaints within 3 days.")] == [
        ("weaker", True, False)
    ]
    assert made("We aim to answer complaints within 6 hours.") == []


def test_nothing_is_sure_in_a_document_that_may_be_torn() -> None:
    """Words out of a pdf make a warning where others make an error."""
    text = "A complaint is answered by a person who can act within 3 days."
    assert [each.sure for each in made(text)] == [True]
    assert [each.sure for each in made(text, sure=False)] == [False]


def test_a_claim_knows_the_fact_it_repeats_and_whether_it_is_a_promise() -> None:
    """A fact alone promises nothing to people; a guarantee does."""
    fact, limit = made("The boat to the island takes 40 minutes.")[0], made("We answer complaints within 24 hours.")[0]
    assert (fact.fact, fact.promises) == ("boat-time", False)
    assert (limit.fact, limit.promises) == ("", True)


def test_a_statement_knows_where_it_stands() -> None:
    """The quantity lies within its sentence, also where the same sentence stands twice in a block."""
    twice = "We answer complaints within 3 days. We answer complaints within 3 days."
    for each in made(f"Good day. {twice}"):
        begin = each.statement.start
        assert each.statement.block.text[begin:].startswith(each.statement.sentence)
        assert begin <= each.statement.mention.start < begin + len(each.statement.sentence)
    assert len(made(twice)) == 2


def test_claims_are_worked_out_once() -> None:
    """The second call gives the very same."""
    edition, sources = edition_of(HOUSE)
    case = case_of(edition, sources, TODAY)
    assert claims(case) is claims(case)


def test_every_quantity_of_a_promise_is_an_anchor() -> None:
    """Limit, remedy, claim, payout, authority, the sentence itself, facts, and how many promises there are."""
    edition, _ = edition_of(HOUSE)
    found = {(each.part, str(each.value)) for _, anchors in anchors_of(edition.profile, ABOUT, SCAN).views for each in anchors}
    assert found >= {
        ("limit", "24 hours"),
        ("remedy", "EUR 40 per stay"),
        ("claim", "30 days"),
        ("payout", "5 days"),
        ("authority", "EUR 80 per stay"),
        ("said", "24 hours"),
        ("fact", "40 minutes"),
        ("count", "2 guarantees"),
    }


def test_a_concept_tells_less_the_more_records_share_it() -> None:
    """A word of one record leads there; a word of both hardly to either."""
    one, two = SCAN.scan("24 hours")[0].low, SCAN.scan("15 minutes")[0].low
    first = Anchor(one, ("a",), ("guarantees", 0), "limit", (frozenset({"lantern", "shared"}),), "")
    second = Anchor(two, ("b",), ("guarantees", 1), "limit", (frozenset({"umbrella", "shared"}),), "")
    anchors = gathered([first, second], ABOUT)
    assert anchors.weights["lantern"] > anchors.weights["shared"]
    both = anchors.scored({"lantern": 1.0, "shared": 1.0})
    assert both[first] > both.get(second, 0.0)
    assert anchors.scored({}) == {} and anchors.scored({"elsewhere": 1.0}) == {}
    assert anchors.alone(frozenset({"lantern"})) == first and anchors.alone(frozenset({"lantern", "umbrella"})) is None
    assert kind_of(one) == "time" and kind_of("one") == ""


def test_the_nearer_a_word_the_more_it_tells() -> None:
    """The sentence counts fully, its row nearly, the heading above the last one little; a concept keeps its best place."""
    block = Block("Complaints: 24 hours", ((0, 0),), "cell", ("Boats", "Towels"), "Ferries", "Kitchen")
    nearness = around(block, ABOUT)
    kitchen, ferry, towel, boat = (next(iter(ABOUT.of(each))) for each in ("kitchen", "ferries", "towels", "boats"))
    assert 1.0 > nearness[kitchen] > nearness[ferry] > nearness[towel] > nearness[boat] > 0.0
    context = context_at(block.text, 12, 20, "", nearness, ABOUT)
    assert context[next(iter(ABOUT.of("complaints")))] >= 0.8 and context[kitchen] == nearness[kitchen]


def test_a_promise_of_others_or_by_another_way_is_out_of_scope() -> None:
    """A role that is named keeps the limits of other roles out, a telephone what is promised by letter."""
    edition, _ = edition_of(HOUSE)
    anchors = anchors_of(edition.profile, ABOUT, SCAN)
    limit = next(each for each in anchors.limits if each.part == "authority")
    for text, holds in (
        ("A front desk agent may give EUR 50.", True),
        ("A porter may give EUR 50.", False),
        ("An auditor may give EUR 50.", False),
    ):
        assert scope_of(text, Block(text, ((0, 0),)), ABOUT, anchors).holds(limit) is holds


def test_the_promise_that_a_sentence_is_about_is_named() -> None:
    """By its words, by its name, by the sum of its remedy; none for what is about something else."""
    edition, sources = edition_of(HOUSE)
    case = case_of(edition, sources, TODAY)
    block = Block("Your complaint is answered. Towels hang there. EUR 40 per stay is yours. The moon is round.", ((0, 0),))
    parts = [(0, 27), (28, 46), (47, 72), (73, 91)]
    best = [best_promise(case, block, start, end) for start, end in parts]
    assert best[0] and best[0][0].record == ("guarantees", 0) and best[3] is None
    likely = [likely_promise(case, block, start, end) for start, end in parts]
    assert [each and each[0].record for each in likely] == [("guarantees", 0), ("guarantees", 1), ("guarantees", 0), None]


PIECES = st.sampled_from(
    "we answer complaints within 24 hours 3 days business at least EUR 40 50% the front desk agent may give up to not never until 2024 ? . , : ; ( )"
    ' " at once by third day weekends included towels room minutes our values are 7 | \n # - * > café İ 15:00 {reply} subject call ext. 9'.split(
        " "
    )
)
ANY = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join))


@calm
@given(ANY)
def test_no_text_upsets_the_rules(text: str) -> None:
    """Whatever stands in a document, no rule raises, and each finding has its place in the document or the profile."""
    for each in told(HOUSE, read_markdown("x.md", text)):
        assert each.code in RULES and each.span.line >= 1 and each.span.column >= 1 and each.quote


@calm
@given(ANY)
def test_an_empty_profile_rules_on_nothing(text: str) -> None:
    """Without values, promises, facts and roles there is nothing to contradict; only an offer may be over all the same."""
    assert {each.code for each in told(EMPTY, read_markdown("x.md", text))} <= {"offer-over"}
    assert made(text, EMPTY) == []


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_profile_has_nothing_to_say_about_any_sentence(name: str) -> None:
    """All the sentences that contradict another organisation leave this one cold."""
    texts = [*(each["text"] for each in TABLES[name].found), *TABLES[name].quiet]
    found = told(EMPTY, *(read_markdown(f"{number}.md", text) for number, text in enumerate(texts)))
    assert {each.code for each in found} <= {"offer-over"}
    assert [each for text in texts for each in made(text, EMPTY)] == []


@pytest.mark.parametrize("rule", [each for each in all_rules() if each.name in RULES], ids=lambda each: each.name)
def test_a_rule_gives_the_same_twice(rule: object) -> None:
    """Two cases of one profile and its documents have equal findings, in one order."""
    edition, sources = edition_of(TABLES["ferry"].profile)
    documents = [read_markdown(f"{number:03}.md", each["text"]) for number, each in enumerate(TABLES["ferry"].found)]
    first, second = (list(rule.run(case_of(edition, sources, date(2026, 11, 25), documents))) for _ in range(2))  # type: ignore[attr-defined]
    assert first == second
