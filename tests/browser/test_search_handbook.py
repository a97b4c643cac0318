"""Search in the full example: every word, name, question and message of the profile leads to where it is said.

What is asked and where it should lead is worked out from the profile, so that no list here grows old.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")

from playwright.sync_api import Browser, Page
from sites import PROFILES, Site, homes

from handbook.catalogue import Catalogue, label

from .search_box import open_search, type_query
from .search_site import WORKER

ASK_ALL = """async ({worker, index, queries}) => {
  const asked = new Worker(worker), next = () => new Promise(done => { asked.onmessage = ({data}) => done(data) })
  const send = message => { const answer = next(); asked.postMessage(message); return answer }
  await send({type: 0, data: {...await (await fetch(index)).json(), options: {}}})
  const answers = []
  for (const query of queries) {
    const {items} = (await send({type: 2, data: query})).data
    answers.push(items.slice(0, 5).map(hits => hits.filter(hit => hit.score >= hits[0].score || !hit.location.includes("#")).map(hit => hit.location)))
  }
  asked.terminate()
  return answers
}"""

FORMS = {
    "complaints": "complaint", "complaining": "complaint", "complained": "complaint", "guests": "guest", "refunds": "refund", "refunded": "refund",
    "promised": "promise", "promising": "promise", "apologies": "apology", "apologize": "apologise", "allergies": "allergy", "allergic": "allergy",
    "keys": "key", "child": "children", "arriving": "arrival", "forgot": "forgotten", "paid": "pay", "drivers": "driver", "repaired": "repair",
    "noisy": "noise", "measuring": "measure", "recovering": "recovery", "listen": "listening", "thanked": "thank", "colour": "color", "wheel chair": "wheelchair",
}  # fmt: skip

Answer = list[list[str]]
AskAll = Callable[[list[str]], list[Answer]]


@dataclass(frozen=True)
class Wanted:
    """A query, where it should lead (any of the places will do), and what it is."""

    query: str
    places: frozenset[str]
    why: str


@pytest.fixture(scope="module")
def page(browser: Browser, hosted: str) -> Iterator[Page]:
    """A page of the handbook."""
    context = browser.new_context(viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    opened = context.new_page()
    opened.goto(f"{hosted}al-noor/learn.html")
    yield opened
    context.close()


@pytest.fixture(scope="module")
def ask(page: Page, hosted: str) -> AskAll:
    """Asks the site's worker; gives for each query its first five pages with the hits shown of each."""

    def send(queries: list[str]) -> list[Answer]:
        site = f"{hosted}al-noor/"
        found: list[Answer] = page.evaluate(
            ASK_ALL, {"worker": site + WORKER, "index": site + "search/search_index.json", "queries": queries}
        )
        return found

    return send


@pytest.fixture(scope="module")
def places(al_noor: Site) -> dict[tuple[str, str], str]:
    """Where each record stands."""
    return homes(al_noor.edition, PROFILES / "al-noor")


def rank(answer: Answer, wanted: frozenset[str]) -> int:
    """The number of the first page that shows a wanted place; 99 when none of the first five does."""
    return next((number for number, shown in enumerate(answer, 1) if wanted & set(shown)), 99)


def misses(ask: AskAll, wanted: list[Wanted], best: int) -> list[str]:
    """The queries that do not lead where they should within the first `best` pages, with what they lead to."""
    answers = ask([each.query for each in wanted])
    return [f"{each.why}: {each.query!r} should lead to {sorted(each.places)}, found {[shown[0] for shown in answer]}"
            for each, answer in zip(wanted, answers, strict=True) if rank(answer, each.places) > best]  # fmt: skip


def words(site: Site, places: dict[tuple[str, str], str]) -> list[Wanted]:
    """Every term with its variants and the words avoided for it."""
    catalogue, found = Catalogue(site.edition.profile), []
    for term in site.edition.profile.language.terms if site.edition.profile.language else ():
        home = places[catalogue.key(term)]
        wanted = frozenset((home, home.split("#")[0]))
        found += [
            Wanted(str(word), wanted, f"the {kind} of {term.term}")
            for kind, group in (("term", [term.term]), ("variant", term.also), ("avoided word", term.avoid))
            for word in group
        ]
    return found


def names(site: Site, places: dict[tuple[str, str], str], *kinds: str) -> list[Wanted]:
    """The names of the records of these kinds."""
    catalogue = Catalogue(site.edition.profile)
    return [
        Wanted(str(label(record)), frozenset((places[kind, name],)), kind)
        for kind in kinds
        for name, record in catalogue.all(kind).items()
        if (kind, name) in places
    ]


def questions(site: Site, places: dict[tuple[str, str], str], *, other: bool = False) -> list[Wanted]:
    """The questions of the profile, or the other wordings of each, with the page of their answer."""
    chapters = {each.id: each.url for each in site.edition.pages}
    found = []
    for question in site.edition.profile.questions:
        kind, _, name = str(question.answer_at).partition(".")
        place = places[kind, name] if name else chapters[kind]
        wanted = frozenset((place, place.split("#")[0]))
        found += [Wanted(str(text), wanted, "question") for text in (question.also if other else (question.ask,))]
    return found


def messages(site: Site) -> list[Wanted]:
    """The first eight words of each short text of four words or more, with the pages that say it; questions lead to their answers."""
    said: dict[tuple[str | int, ...], set[str]] = {}
    for page in site.edition.pages:
        for path in page.says:
            said.setdefault(path, set()).add(page.url)
    spoken = {leaf.path for leaf in site.edition.leaves if leaf.speaks and leaf.kind.name == "LINE"}
    texts = {path: text.split() for path, text in site.sayings.items() if path in spoken and path in said and path[0] != "questions"}
    return [
        Wanted(" ".join(parts[:8]), frozenset(said[path]), ".".join(map(str, path))) for path, parts in texts.items() if len(parts) >= 4
    ]


def test_every_word(al_noor: Site, places: dict[tuple[str, str], str], ask: AskAll) -> None:
    """Each term, variant and avoided word leads to its entry, or at least to the list of words, among the first three pages."""
    wanted = words(al_noor, places)
    assert len(wanted) > 50
    assert misses(ask, wanted, 3) == []


def test_every_name(al_noor: Site, places: dict[tuple[str, str], str], ask: AskAll) -> None:
    """The name of each guarantee, value, measure, role, team and place leads to where it stands, among the first three pages."""
    wanted = names(al_noor, places, "guarantees", "values", "measures", "roles", "teams", "sites", "segments")
    assert {each.why for each in wanted} >= {"guarantees", "values", "measures", "roles"}
    assert misses(ask, wanted, 3) == []


def test_other_forms(ask: AskAll) -> None:
    """A plural, a tense or another spelling leads where the plain word leads."""
    forms, plain = ask(list(FORMS)), ask(list(FORMS.values()))
    assert [word for word, answer in zip(FORMS.values(), plain, strict=True) if not answer] == []
    assert [word for word, one, other in zip(FORMS, forms, plain, strict=True) if rank(one, frozenset(other[0])) > 3] == []


def test_questions(al_noor: Site, places: dict[tuple[str, str], str], ask: AskAll, record_property: Callable[[str, Any], None]) -> None:
    """Of the questions people really ask, nine of ten are answered by one of the first three pages."""
    wanted = questions(al_noor, places)
    ranks = [rank(answer, each.places) for each, answer in zip(wanted, ask([each.query for each in wanted]), strict=True)]
    first, third = (sum(each <= best for each in ranks) / len(ranks) for best in (1, 3))
    record_property("questions", f"hit@1 {first:.2f}, hit@3 {third:.2f} of {len(ranks)}")
    assert third >= 0.9, misses(ask, wanted, 3)


def test_other_wordings_of_questions(al_noor: Site, places: dict[tuple[str, str], str], ask: AskAll) -> None:
    """Nine of ten of the other wordings that the profile lists lead to the same answer."""
    wanted = questions(al_noor, places, other=True)
    missed = misses(ask, wanted, 3)
    assert len(missed) <= 0.1 * len(wanted), (len(wanted), missed)


def test_every_message_by_its_words(al_noor: Site, ask: AskAll, record_property: Callable[[str, Any], None]) -> None:
    """Whoever remembers the first words of a message finds a page that says it among the first five."""
    wanted = messages(al_noor)
    assert len(wanted) > 500
    missed = misses(ask, wanted, 5)
    record_property("messages", f"{len(wanted) - len(missed)} of {len(wanted)}")
    assert len(missed) <= 0.03 * len(wanted), (len(wanted), len(missed), missed[:20])


def test_typed_by_hand(al_noor: Site, places: dict[tuple[str, str], str], page: Page, hosted: str) -> None:
    """Typed key by key into the box, words, names and questions show their place among the first three pages."""
    wanted = (
        words(al_noor, places)[::12][:7]
        + names(al_noor, places, "guarantees", "measures", "roles")[::5][:7]
        + questions(al_noor, places)[:4]
    )
    assert len(wanted) >= 15
    open_search(page)
    missed = []
    for each in wanted:
        answer = [[link.removeprefix(f"{hosted}al-noor/") for link in group] for group in type_query(page, each.query)]
        missed += [f"{each.query!r}: {answer[:3]}"] if rank(answer, each.places) > 3 else []
    page.keyboard.press("Escape")
    assert missed == []


def test_a_hit_leads_there(page: Page, hosted: str) -> None:
    """Enter opens the best hit, and the place it names is in sight."""
    page.goto(f"{hosted}al-noor/learn.html")
    open_search(page)
    best = type_query(page, "pax")[0][0]
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == best.split("#")[0])
    anchor = page.url.partition("#")[2]
    if anchor:
        assert page.evaluate(
            "id => { const {top} = document.getElementById(id).getBoundingClientRect(); return top >= 0 && top < innerHeight }", anchor
        )


def test_index_says_what_pages_show(al_noor: Site) -> None:
    """The index holds an entry for each page and no text of another handbook."""
    index = json.loads((al_noor.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert {each["location"].split("#")[0] for each in index["docs"]} == set(al_noor.pages)
