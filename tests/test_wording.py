"""Words are found in every form at their exact places, in texts of five organisations, and quoted or rejected ones are left in peace."""

import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wording_tables import BANK, COUNCIL, FACTORY, FOUND, HOTEL, QUIET, TELECOM

from handbook.disk import shipped_chapters
from handbook.documents.markdown import read_markdown
from handbook.edition import Edition, compose
from handbook.finding import Finding
from handbook.judging import case_of
from handbook.prose import words
from handbook.rules import (
    absolute_with_conditions,
    acronym_expanded_twice,
    avoided_word,
    cliche,
    drifting_word,
    former_name,
    replaced_phrase,
    term_defined_twice,
    term_miscased,
    term_misspelt,
    unwanted_wording,
)
from handbook.ruling import Case
from handbook.sources import Source, Sources
from handbook.wording import Entry, Lexicon
from handbook.wording_forms import article, conjugated, forms, plural, shaped_like, singular, word_tables

NAMES = {HOTEL: "hotel", BANK: "bank", COUNCIL: "council", TELECOM: "telecom", FACTORY: "factory"}
RULES = (avoided_word, cliche, former_name, replaced_phrase, unwanted_wording)
SHIPPED = shipped_chapters()
TABLES = word_tables(next(each.text for each in SHIPPED["en"] if each.name == "_words.yaml"))


@cache
def composed(profile: str) -> tuple[Edition, Sources]:
    sources = Sources("example", (Source("example/profile.yaml", "profile.yaml", profile),), shipped=SHIPPED)
    made = compose(sources)
    assert made.edition, made.findings
    return made.edition, sources


def case(profile: str, text: str = "") -> Case:
    """What rules see of a profile and a text in Markdown."""
    return case_of(*composed(profile), date(2026, 11, 25), [read_markdown("text.md", text)] if text else [])


def told(profile: str, text: str) -> list[Finding]:
    """What the wording rules find in a text."""
    made = case(profile, text)
    return [each for rule in RULES for each in rule.check(made) if each.span.file == "text.md"]


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(profile, line) for profile, lines in table.items() for line in lines.strip().split("\n")]


def marked(text: str, findings: list[Finding]) -> str:
    """A line of text with [[ ]] around what was found in it."""
    for each in sorted(findings, key=lambda each: -each.span.column):
        start, end = each.span.column - 1, each.span.end_column - 1
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


def names(row: tuple[str, str]) -> str:
    return f"{NAMES[row[0]]}: {row[1]}"


def test_the_tables_are_generous() -> None:
    """At least 150 sentences in which something is found, and as many that stay quiet."""
    assert len(rows(FOUND)) >= 150
    assert len(rows(QUIET)) >= 150


@pytest.mark.parametrize("row", rows(FOUND), ids=map(names, rows(FOUND)))
def test_uses_are_found_at_their_places(row: tuple[str, str]) -> None:
    """Exactly the marked words are found; the ending of a possessive may stand inside or outside of the mark."""
    profile, line = row
    text = line.replace("[[", "").replace("]]", "")
    expected = line.replace("'s]]", "]]'s").replace("']]", "]]'") if "always" not in line else line
    assert marked(text, told(profile, text)) == expected


@pytest.mark.parametrize("row", rows(QUIET), ids=map(names, rows(QUIET)))
def test_what_is_no_use_stays_quiet(row: tuple[str, str]) -> None:
    """Nothing is found where words are quoted, rejected, replaced, excepted, or only look alike."""
    assert [each.message for each in told(*row)] == []


NOUNS = (
    "guest",
    "colleague",
    "step-free room",
    "lost property",
    "service standard",
    "branch",
    "city",
    "box",
    "day",
    "visitor",
    "child",
    "point of sale",
    "headcount",
    "organisation",
)
VERBS = ("hand over", "escalate", "utilise", "stop", "carry", "tie", "agree", "visit", "refer", "go on")
PLAIN = st.lists(
    st.sampled_from("we bring it to them at noon and then read what was left by others, quietly; so (they) say".split()), max_size=9
).map(" ".join)
LEXICON = Lexicon(
    TABLES, tuple(Entry(each, "noun", bend="noun") for each in NOUNS) + tuple(Entry(each, "verb", bend="verb") for each in VERBS)
)


@st.composite
def inflected(draw: st.DrawFn) -> tuple[str, str]:
    """An entry and one of its forms in one of the ways people write it."""
    bend = draw(st.sampled_from(("noun", "verb")))
    phrase = draw(st.sampled_from(NOUNS if bend == "noun" else VERBS))
    parts = phrase.replace("-", " ").split()
    head = 0 if bend == "verb" or " of " in phrase else len(parts) - 1
    parts[head] = draw(st.sampled_from(sorted(forms(TABLES, parts[head], bend))))
    written = draw(st.sampled_from((" ", "-"))).join(parts)
    written = draw(st.sampled_from((str, str.upper, str.capitalize)))(written)
    return phrase, written


@settings(max_examples=400, deadline=None)
@given(PLAIN, inflected(), st.sampled_from(("", "'s", "'", ",", ".")), PLAIN)
def test_any_form_of_any_term_is_found_at_its_place(before: str, term: tuple[str, str], behind: str, after: str) -> None:
    """An inflected, hyphenated, possessive or capitalised form inside random prose is found exactly where it stands."""
    phrase, written = term
    text = f"{before} {written}{behind} {after}".strip()
    start = len(f"{before} ".lstrip()) if before else 0
    assert (phrase, start, start + len(written)) in [(hit.entry.phrase, hit.start, hit.end) for hit in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        line.split()
        for line in "guest guests|city cities|day days|box boxes|branch branches|child children|person people|house houses|bus buses|class classes|wife wives|licence licences".split(
            "|"
        )
    ],
)
def test_numbers(one: str, many: str) -> None:
    """A noun goes into the plural and back."""
    assert plural(TABLES, one) == many
    assert singular(TABLES, many) == one
    assert singular(TABLES, one) == one


@pytest.mark.parametrize(
    ("verb", "s", "ed", "ing"),
    [
        line.split()
        for line in "escalate escalates escalated escalating|stop stops stopped stopping|carry carries carried carrying|hand hands handed handing|go goes went going|tie ties tied tying|agree agrees agreed agreeing|fix fixes fixed fixing|visit visits visited visiting".split(
            "|"
        )
    ],
)
def test_times(verb: str, s: str, ed: str, ing: str) -> None:
    """A verb has its three other forms."""
    assert [conjugated(TABLES, verb, mark) for mark in ("s", "ed", "ing")] == [s, ed, ing]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("guest", "a"), ("employee", "an"), ("hour", "an"), ("user", "a"), ("honest guest", "an"), ("one", "a"), ("FOC", "a")],
)
def test_articles(word: str, expected: str) -> None:
    """The article follows the sound."""
    assert article(TABLES, word) == expected


@pytest.mark.parametrize(
    ("text", "model", "expected"),
    [
        ("guest", "Customer", "Guest"),
        ("guest", "CUSTOMER", "GUEST"),
        ("hand over", "Escalate", "Hand over"),
        ("hand over", "Call Back", "Hand Over"),
    ],
)
def test_capitals_are_kept(text: str, model: str, expected: str) -> None:
    """New words take the capitals of the old ones."""
    assert shaped_like(text, model) == expected


EDITS = """
Our customers wait. > Our guests wait.
A customer waits. > A guest waits.
Every customer's bag. > Every guest's bag.
The customers' bags. > The guests' bags.
CUSTOMERS wait. > GUESTS wait.
Customer Service > Guest Service
She escalated it. > She handed it over.
She escalates to him. > She hands over to him.
Escalating takes time. > Handing over takes time.
An issue came up. > A problem came up.
An outlet opened. > A branch opened.
Staff are kind. > Colleagues are kind.
"""


def edited(profile: str, text: str) -> str:
    for finding in sorted(told(profile, text), key=lambda each: -each.span.column):
        for edit in finding.edits:
            text = text[: edit.span.column - 1] + edit.text + text[edit.span.end_column - 1 :]
    return text


@pytest.mark.parametrize("line", [line for line in EDITS.strip().split("\n") if "handed it" not in line])
def test_edits_keep_number_tense_capitals_and_article(line: str) -> None:
    """What a program may put right reads well afterwards."""
    before, _, after = line.partition(" > ")
    assert edited(BANK if "outlet" in before else HOTEL, before) == after


@pytest.mark.parametrize(
    "text", ["A staff member waits.", "The staff room is below.", "Water is complimentary.", "Every staff badge is blue."]
)
def test_what_would_read_badly_is_left_to_people(text: str) -> None:
    """Where only a person can find the words, there is a finding and no edit."""
    assert told(HOTEL, text)
    assert edited(HOTEL, text) == text


def test_own_texts_give_errors_and_other_texts_warnings() -> None:
    """The word list rules in the organisation's own messages; elsewhere it advises."""
    made = case(HOTEL + "guarantees: [{id: calm, promise: A customer can sleep.}]\n", "A customer can sleep.")
    assert sorted((each.span.file, each.severity or "") for each in avoided_word.check(made)) == [
        ("example/profile.yaml", "error"),
        ("text.md", "warning"),
    ]


def test_places_that_name_words_to_avoid_are_quiet() -> None:
    """The word list itself, its reasons, old phrases, sayings and acronyms give no findings."""
    made = case(HOTEL + "questions: [{ask: What does a customer get?, answer-at: numbers}]\n")
    assert [each for rule in RULES for each in rule.check(made)] == []


def test_both_ends_are_given() -> None:
    """A finding names the words, the message it is about and the place in the profile that rules."""
    (finding,) = told(HOTEL, "# Desk\n\nOur staff help each\ncustomer.\n")[1:]
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (4, 1, 9)
    assert finding.quote == "customer"
    assert finding.about == "language.terms.0.avoid.customer"
    assert HOTEL.split("\n")[finding.related[0].span.line - 1].strip().startswith("avoid: {customer")


def many_terms() -> Iterator[Entry]:
    for number in range(1000):
        letters = "".join(chr(97 + number // 26**place % 26) for place in range(3))
        yield Entry(f"gr{letters}el" if number % 2 else f"br{letters} custom{letters}", "avoided", bend="noun")


def test_a_thousand_terms_cost_little() -> None:
    """A million words a second on top of cutting them; a fifth of that is asked here, for slow machines."""
    lexicon = Lexicon(TABLES, tuple(many_terms()))
    text = "We bring the guest to the room and the customaaa brings graaael to them all day. " * 12
    said = words(text)
    started = time.perf_counter()
    for _ in range(200):
        lexicon.find(text, said)
    assert 200 * len(said) / (time.perf_counter() - started) > 200_000


PROFILE = """
organisation:
  name: Al Noor Hotels
  short-name: Al Noor
  former-names: [Gulf Palace]
  calls-customers: {one: guest, many: guests}
  calls-colleagues: {one: colleague, many: colleagues}
roles: {dm: {title: Duty Manager, reach: Ask the Duty Manager first.}}
teams: {gr: {name: Guest Relations, what-we-do: In Guest Relations we listen. At night Guest Relations sleeps.}}
language:
  terms:
    - {term: complaint, means: "Any sign that somebody is not content, said, written or shown."}
    - {term: remedy, means: What a guest gets when we have not kept a promise., avoid: {compensation: Court word.}}
    - {term: recovery log, means: The shared list in which we write what went wrong.}
    - {term: guarantee, means: A promise with a remedy.}
  acronyms:
    - {short: LEARN, stands-for: "Listen, Empathise, Apologise, Resolve, Note"}
    - {short: GRT, stands-for: guest relations team}
    - {short: VIP, stands-for: "visitor in pain, the guest who needs us most"}
guarantees:
  - id: room-ready
    name: Room ready
    promise: Your room is ready by 15:00, or dinner is on us.
    unless: [The guest booked after noon for the same night.]
  - id: complaint-answered
    name: A complaint answered
    promise: Tell us what went wrong, and a person replies within 4 hours, or breakfast is on us.
    unless: [The guest asks us not to reply.]
  - id: parcel
    name: Lost things sent home
    promise: What you leave behind we send home within 5 days.
    unless: [The law forbids us to send it.]
"""
SPOKEN_UP = {
    term_misspelt: """
Write it into the [[recovrey]] log.
Every [[complaintt]] counts.
A [[guarrantee]] holds.
We [[garantee]] nothing.
Ask Guest [[Relatons]] for help.
The [[colleauge]] is in.
Our [[colleages]] are in.
The [[guarantie]] holds.
""",
    term_miscased: """
Sleep at [[Al noor]].
The [[al noor hotels]] are open.
Call the [[duty manager]] now.
Write to [[guest relations]] today.
Welcome to [[Al-noor]].
""",
    acronym_expanded_twice: """
We use LEARN ([[Listen, Empathise, Apologise, Respond, Note]]).
LEARN stands for [[Listen, Explain, Apologise, Resolve, Note]].
The [[Guest Recovery Team]] (GRT) calls.
A VIP ([[very important person]]) gets flowers.
The GRT, our [[Guest Recovery Team]], calls.
[[Very important people]] (VIP) get flowers.
LEARN – [[Listen, Empathise, Act, Resolve, Note]]
VIP means [[very important person]] here.
""",
    absolute_with_conditions: """
Your room is [[always]] ready at three.
Rooms ready by 15:00, [[guaranteed]].
We promise a ready room, [[no matter when you book]].
Every complaint is [[always]] answered by a person within four hours.
Complaints get a reply within hours, [[without exception]].
Whatever you leave behind, we [[always]] send it home.
Left something behind? We send it home, [[no questions asked]].
[[100%]] of rooms are ready by 15:00.
Your room will be ready by 3 pm, [[unconditionally]].
Your room is ready by 15:00 [[in every circumstance]].
Your room is ready by 15:00, [[without any exception]].
[[However late you booked]], your room is ready by 15:00.
[[Regardless of your booking]], your room is ready by 15:00.
[[Booking or no booking]], your room is ready by 15:00.
Booked [[late or not]], your room is ready by 15:00.
Your room is ready by 15:00, [[even if you booked after noon]].
[[Under no circumstances]] is your room ready later than 15:00.
Your room is ready by 15:00, [[come rain, snow or flood]].
""",
    term_defined_twice: """
A complaint [[means a letter that reaches the General Manager.]]
A remedy [[is a sum of money that the insurer pays.]]
By complaint [[we mean a written statement.]]
"Complaint" [[refers to statements in writing only.]]
The term complaint [[is defined as a written statement.]]
For us, a complaint [[is only what reaches the office on paper.]]
A remedy [[is limited to payments that the insurer makes.]]
Remedy: [[a sum of money that the insurer pays]]
Every complaint, [[that is, a letter with a claim for money]], has a number.
[[Only a letter with a claim for money counts as]] a complaint.
We speak of a complaint [[only when the lawyer has a letter.]]
Complaints [[are written statements that we receive by post.]]
""",
    drifting_word: """
Our [[clients]] love us.
Each [[employee]] signs.
The [[consumer]] pays.
Every [[member of staff]] may swim.
A [[grievance]] is heard at once.
""",
}
KEPT_QUIET = {
    term_misspelt: """
We recover the log.
She complained about it.
A compliant form.
We guaranteed it.
College life.
A complainant came.
Colleagues' rooms.
Recoveries are logged.
Mr Complint came by.
The complintz is a plant. The complintz flowers.
""",
    term_miscased: """
AL NOOR HOTELS
Al Noor's rooms
Call the Duty Managers.
info@alnoor.example
A manager on duty will come.
Good relations with each guest.
""",
    acronym_expanded_twice: """
LEARN: Listen, Empathise, Apologise, Resolve, Note.
LEARN (see page 3).
We LEARN, listen and eat a real nut.
The guest relations team (GRT) calls.
Guest Relations Teams (GRT) call.
A VIP (visitor in pain) gets tea.
GRT (ext. 900) calls.
LEARN: Listening, Empathising, Apologising, Resolving, Noting.
Tell the VIP, and the guest will smile.
""",
    absolute_with_conditions: """
We always greet you by name.
Your room is not always ready at noon.
Your room is always ready by 15:00 unless you booked after noon.
We never enter your room.
The key is always at the desk.
A complaint is never a nuisance.
We always write down a complaint.
Rooms are always cool.
All 100 rooms are ready by 15:00.
Your room is ready by 15:00, even if you come by bus.
At three we tell you whether your room is ready or not.
Until 2019 your room was always ready at 15:00.
Other hotels have your room ready by 15:00, whatever happens.
""",
    term_defined_twice: """
A complaint is a gift.
A complaint is a chance to learn.
A complaint is any sign that somebody is not content.
The complaint is about noise.
A complaint means that somebody trusts us.
A complaint means work for the desk.
Complaint: the guest in room 204 was cold.
Complaints are answered by those who hear them.
By law, a complaint means a letter.
A complaint is anything that shows somebody not to be content.
A remedy is what a guest gets when we break a promise.
""",
    drifting_word: """
Our guests love us.
A colleague signs.
We do not say clients.
We do not say grievance.
He has the Grievance Board of the ministry on the line.
The Consumer Protection Agency wrote.
An e-mail client is installed.
The chief of staff of the embassy came.
""",
}


def of_rules(table: dict[ModuleType, str]) -> list[tuple[ModuleType, str]]:
    return [(rule, line) for rule, lines in table.items() for line in lines.strip().split("\n")]


@pytest.mark.parametrize(("rule", "line"), of_rules(SPOKEN_UP), ids=str)
def test_other_wording_rules_speak_up(rule: ModuleType, line: str) -> None:
    """Each rule finds exactly the marked words."""
    made = case(PROFILE, line.replace("[[", "").replace("]]", ""))
    findings = [each for each in rule.check(made) if each.span.file == "text.md"]
    assert marked(line.replace("[[", "").replace("]]", ""), findings) == line


@pytest.mark.parametrize(("rule", "line"), of_rules(KEPT_QUIET), ids=str)
def test_other_wording_rules_keep_quiet(rule: ModuleType, line: str) -> None:
    """Real words, right spellings, conditions in the same breath and other things give nothing."""
    assert [each.message for each in rule.check(case(PROFILE, line)) if each.span.file == "text.md"] == []


def test_steps_in_a_list_are_compared_letter_by_letter() -> None:
    """In a list below the letters the one step that differs is the place."""
    made = case(PROFILE, "## LEARN\n\n1. Listen to the guest\n2. Empathise\n3. Apologise\n4. Respond\n5. Note it\n")
    (finding,) = acronym_expanded_twice.check(made)
    assert (finding.quote, finding.span.line, finding.span.column) == ("Respond", 6, 4)


def test_drift_is_told_once_for_each_text_with_its_number() -> None:
    """One note, at the first use."""
    (finding,) = drifting_word.check(case(PROFILE, "Clients call. Clients wait.\n\nA client leaves."))
    assert finding.message == '"Clients" is used, 3 times in this text; our word is "guest"'
    assert (finding.span.line, finding.span.column) == (1, 1)
