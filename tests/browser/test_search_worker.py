"""The search worker in a real Chromium: behind Material's search box, and spoken to directly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="Playwright is not installed.")
pytest.importorskip("material", reason="Material for MkDocs is not installed.")

from playwright.sync_api import Browser, Dialog, Page

from handbook.search_index import Entry, index_json

from .search_site import WORKER, build_site, served

READ_RESULTS = """query => new Promise(done => {
  const box = document.querySelector(".md-search__input"), root = document.querySelector(".md-search-result");
  const read = () => done({
    meta: root.querySelector(".md-search-result__meta").textContent.trim(),
    html: root.innerHTML,
    hits: [...root.querySelectorAll("li")].map(li => [...li.querySelectorAll("a")].filter(a => !a.closest("details"))
      .map(a => ({href: a.getAttribute("href").split("/").pop().replace(/[?]h=[^#]*/, ""),
                  title: a.querySelector("h1, h2").textContent, text: a.textContent})))
  });
  let timer = setTimeout(read, 1500);
  new MutationObserver((_, me) => { clearTimeout(timer); timer = setTimeout(() => { me.disconnect(); read() }, 80) })
    .observe(root, {childList: true, subtree: true, characterData: true});
  box.value = query;
  box.dispatchEvent(new KeyboardEvent("keyup", {key: "x"}));
})"""

ASK = """async ({url, index, queries, suggest}) => {
  const worker = new Worker(url), next = () => new Promise(done => { worker.onmessage = ({data}) => done(data) });
  const send = message => { const answer = next(); worker.postMessage(message); return answer };
  const ready = await send({type: 0, data: {...index, options: {suggest}}});
  if (ready.type !== 1) throw new Error("not ready");
  const answers = [];
  for (const query of queries) answers.push((await send({type: 2, data: query})).data);
  worker.terminate();
  return answers;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built test site."""
    return build_site(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The hosted test site."""
    with served(site) as url:
        yield url


@pytest.fixture(scope="module", params=["hosted", "file"])
def page(request: pytest.FixtureRequest, browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """A page of the site with the search open and ready, hosted and opened as a file."""
    url = address if request.param == "hosted" else site.as_uri() + "/"
    opened = browser.new_page()
    alarms: list[str] = []

    def note(dialog: Dialog) -> None:
        alarms.append(dialog.message)
        dialog.dismiss()

    opened.on("dialog", note)
    opened.goto(url + "limits.html")
    opened.focus(".md-search__input")
    opened.wait_for_function("document.querySelector('.md-search-result__meta').textContent.trim() === 'placeholder'")
    yield opened
    assert alarms == []
    opened.close()


def find(page: Page, query: str) -> dict[str, Any]:
    """What Material's box shows for a query: the line above the results, and each page's unfolded hits."""
    page.evaluate(READ_RESULTS, "")
    result: dict[str, Any] = page.evaluate(READ_RESULTS, query)
    return result


def first_links(page: Page, query: str) -> list[str]:
    """The links of the first page found."""
    hits = find(page, query)["hits"]
    assert hits, f"nothing was found for {query!r}"
    return [hit["href"] for hit in hits[0]]


@pytest.mark.parametrize(
    ("query", "link"),
    [
        pytest.param("refunds", "recovery.html#money-returned", id="plural"),
        pytest.param("refunding", "recovery.html#money-returned", id="inflection"),
        pytest.param("money back", "recovery.html#money-returned", id="synonym in hidden words"),
        pytest.param("pax", "language.html#guest", id="avoided word"),
        pytest.param("customers", "language.html#guest", id="plural of an avoided word"),
        pytest.param("complaining", "language.html#complaint", id="verb for a noun"),
        pytest.param("REFNUD", "recovery.html#money-returned", id="typo and case"),
        pytest.param("custmer", "language.html#guest", id="typo in an avoided word"),
        pytest.param("cafe", "recovery.html#late-changes", id="accents"),
        pytest.param("color code", "recovery.html#late-changes", id="American spelling"),
        pytest.param("apologize", "recovery.html", id="American verb"),
        pytest.param("reim", "recovery.html#money-returned", id="as you type"),
        pytest.param("how much may I give a guest", "limits.html#spending", id="question about money"),
        pytest.param("who do I call at night?", "limits.html#at-night", id="question about a person"),
        pytest.param("server error", "recovery.html", id="synonym phrase of the index"),
        pytest.param("<b>", "odd.html#signs", id="markup in the query"),
    ],
)
def test_box_finds(page: Page, query: str, link: str) -> None:
    """The first page shown has the wanted place in sight."""
    assert link in first_links(page, query)


def test_nothing_found_is_said(page: Page) -> None:
    """A word of no page gives Material's own sentence and an empty list."""
    result = find(page, "xylophone")
    assert (result["meta"], result["hits"]) == ("none", [])


def test_hidden_words_stay_hidden(page: Page) -> None:
    """A hit by a hidden word does not show that word."""
    hits = find(page, "reimbursement")["hits"]
    assert hits[0]
    assert "reimburse" not in " ".join(hit["text"] for hit in hits[0]).lower()


def test_page_text_is_never_markup(page: Page) -> None:
    """Angle brackets of a page are shown as text; only marks are elements."""
    result = find(page, "onerror")
    assert "<img src=x" in result["hits"][0][-1]["text"].replace("\n", " ")
    assert "<img" not in result["html"]
    assert "<mark>onerror</mark>" in result["html"]


def test_odd_queries_do_not_break_it(page: Page) -> None:
    """Signs that mean something to other engines are only signs here."""
    odd = ("+", "title:", '"', "*", "~2", "guest~", "-guest", "<script>alert(1)</script>", "\\", "🙂", "a" * 400)
    for query in odd:
        assert isinstance(find(page, query)["hits"], list)
    assert "language.html#guest" in first_links(page, "pax")


def test_typing_key_by_key_suggests(page: Page) -> None:
    """Each key searches; the box completes the word being typed."""
    page.fill(".md-search__input", "")
    page.type(".md-search__input", "refu", delay=15)
    page.wait_for_function("document.querySelector('.md-search__suggest').textContent === 'refund'")
    assert page.locator(".md-search-result__item").first.is_visible()


# -- the worker itself --------------------------------------------------------------------------------------------

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str) -> Iterator[Ask]:
    """Sends queries over given entries straight to the worker."""
    opened = browser.new_page()
    opened.goto(address + "odd.html")

    def send(entries: list[Entry], *queries: str, language: str = "en", **synonyms: list[str]) -> list[dict[str, Any]]:
        index = json.loads(index_json(entries, language, synonyms))
        message = {"url": address + WORKER, "index": index, "queries": queries, "suggest": False}
        answers: list[dict[str, Any]] = opened.evaluate(ASK, message)
        return answers

    yield send
    opened.close()


def places(answer: dict[str, Any]) -> list[str]:
    """The best hit of each page, in the order shown."""
    return [group[0]["location"] for group in answer["items"]]


def pages(*texts: tuple[str, str]) -> list[Entry]:
    """Entries of one page each, named a.html, b.html, …"""
    return [Entry(f"{chr(97 + at)}.html", title, text) for at, (title, text) in enumerate(texts)]


def test_exact_word_ranks_above_a_completion_and_a_typo(ask: Ask) -> None:
    """The word itself comes first, whatever the order of the pages."""
    entries = pages(("Long", "A portion of soup."), ("Short", "Our port of call."), ("Other", "The part we play."))
    assert places(ask(entries, "port")[0])[0] == "b.html"
    assert places(ask(entries, "portt")[0])[0] == "b.html"


def test_title_outranks_hidden_words_and_text(ask: Ask) -> None:
    """A word weighs most in a title, then among the hidden words, then in the text."""
    entries = [
        Entry("text.html", "One", "There is a voucher here for all who ask for it."),
        Entry("also.html", "Two", "There is nothing of that here.", also="voucher, coupon"),
        Entry("title.html", "Voucher", "There is nothing of that here."),
    ]
    assert places(ask(entries, "voucher")[0]) == ["title.html", "also.html", "text.html"]


def test_all_words_in_one_section_win(ask: Ask) -> None:
    """A section with all the words comes before its page and before pages with some of them."""
    entries = [
        Entry("a.html", "Rooms", "Late arrival. Late dinner."),
        Entry("a.html#x", "Keys", "A late arrival gets the key at the bar."),
        Entry("b.html", "Late", "Nothing else."),
        Entry("b.html#y", "Arrival", "Nothing else."),
        Entry("c.html", "Dinner", "A late one, with the key."),
    ]
    answer = ask(entries, "late arrival key")[0]
    assert places(answer)[0] == "a.html#x"
    missing = [item["terms"] for group in answer["items"] for item in group if item["location"] == "c.html"]
    assert missing == [{"late": True, "arrival": False, "key": True}]


def test_words_that_stand_together_win(ask: Ask) -> None:
    """Of two pages with the same words, the one that has them side by side comes first."""
    far = "The desk is by the door, and at the very end of that corridor you find the agent on front duty."
    entries = pages(("One", far), ("Two", far.replace("on front duty", "on duty") + " Ask the front desk."))
    assert places(ask(entries, "front desk")[0]) == ["b.html", "a.html"]


def test_stop_words_alone_are_searched(ask: Ask) -> None:
    """A query of nothing but small words still finds a title made of them."""
    entries = pages(("Who we are", "Hotels."), ("What to do", "Rules."))
    assert places(ask(entries, "who we are")[0])[0] == "a.html"


def test_compound_words_meet(ask: Ask) -> None:
    """Check-in, checkin and check in are one word to the reader."""
    entries = pages(("Check-in", "Four minutes."), ("Late checkout", "Until two."), ("Else", "Nothing."))
    first = [places(answer)[0] for answer in ask(entries, "checkin", "check in", "late check-out", "late check out")]
    assert first == ["a.html", "a.html", "b.html", "b.html"]


def test_synonyms_reach_other_words_of_the_query(ask: Ask) -> None:
    """With pax for guest in the index, a page about guests answers a question about pax."""
    entries = pages(("Guest", "Anyone we serve."), ("Upgrades", "A guest may be offered an upgrade."))
    assert places(ask(entries, "pax upgrade", pax=["guest"])[0])[0] == "b.html"


def test_arabic_is_folded(ask: Ask) -> None:
    """Vowel signs, tatweel and the shapes of alef make no difference."""
    entries = pages(("الضيف", "نُعِيدُ المال إلى الضيـف خلال ٣ أيام"), ("أخرى", "لا شيء"))
    answers = ask(entries, "نعيد", "الي", "ايام", "3", language="ar")
    assert [places(answer)[0] for answer in answers] == ["a.html"] * 4


def test_answers_keep_the_shape_material_draws(ask: Ask) -> None:
    """Each page has one hit without '#'; scores fall; titles and texts are safe HTML."""
    entries = [
        Entry("a.html", "A & B <script>", "x"),
        Entry("a.html#1", "First <i>refund</i>", 'A "refund" & more <img src=x>'),
        Entry("a.html#2", "Second", "refund refund"),
    ]
    (group,) = ask(entries, "refund")[0]["items"]
    assert [item["location"] for item in group].count("a.html") == 1
    scores = [item["score"] for item in group]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0
    assert group[-1]["title"] == "A &amp; B &lt;script&gt;"
    first = next(item for item in group if item["location"] == "a.html#1")
    assert first["title"] == "First &lt;i&gt;<mark>refund</mark>&lt;/i&gt;"
    assert first["text"] == "<p>A &quot;<mark>refund</mark>&quot; &amp; more &lt;img src=x&gt;</p>"
    assert first["terms"] == {"refund": True}


def test_same_question_same_answer(ask: Ask) -> None:
    """Equal scores fall back on the order of the pages, every time."""
    entries = pages(*[("Same", "The same refund text.")] * 12)
    first, second = ask(entries, "refund", "refund")
    assert first == second
    assert places(first) == [entry.location for entry in entries]


def test_empty_index_and_empty_query(ask: Ask) -> None:
    """Nothing to search, or nothing to search for, is no error."""
    assert ask([], "refund", "")[0] == {"items": []}
    assert ask(pages(("One", "refund")), "", "   ") == [{"items": []}, {"items": []}]
