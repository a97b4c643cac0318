"""Cutting pages into search entries, and the index they become."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.search_index import Entry, index_json, index_script, search_entries


def cut(html: str) -> list[Entry]:
    """The entries of a page at p.html called Page."""
    return search_entries("p.html", "Page", html)


def test_headings_with_id_start_sections() -> None:
    """The page comes first, then its sections, each with the headings above it."""
    html = """<h1 id="p">Page</h1><p>Intro.</p><h2 id="a">One</h2><p>A.</p>
      <h3 id="b">Two</h3><p>B.</p><h2 id="c">Three</h2>"""
    assert cut(html) == [
        Entry("p.html", "Page", "Intro."),
        Entry("p.html#a", "One", "A."),
        Entry("p.html#b", "Two", "B.", path="One"),
        Entry("p.html#c", "Three"),
    ]


def test_heading_without_id_is_text() -> None:
    """What cannot be linked to is text of the section it stands in."""
    assert cut("<h2>Loose</h2><p>Text</p>") == [Entry("p.html", "Page", "Loose\nText")]


def test_other_name_of_the_page_is_findable() -> None:
    """A first heading that differs from the page's title is kept among the hidden words."""
    assert cut('<h1 id="x">Long name</h1><p>T</p>') == [Entry("p.html", "Page", "T", also="Long name")]


def test_hidden_words_are_kept_apart() -> None:
    """Elements of class hb-also go to `also` of whatever they stand in."""
    html = """<p>Shown</p><p class="x hb-also" hidden>pax, <b>client</b></p><p>too</p>
      <h2 id="a">A</h2><span class=hb-also>b</span>"""
    assert cut(html) == [Entry("p.html", "Page", "Shown\ntoo", "pax, client"), Entry("p.html#a", "A", "", "b")]


def test_records_end_with_their_element() -> None:
    """A record is its own entry; the text after it belongs to the section around it."""
    html = """<h2 id="a">Words</h2><p>Before</p>
      <div id="guest" data-search-title="Guest &amp; friend"><div><h3 id="no">Guest</h3>Anyone.</div>
      <p class="hb-also">pax</p></div><p>After</p>"""
    assert cut(html)[1:] == [
        Entry("p.html#a", "Words", "Before\nAfter"),
        Entry("p.html#guest", "Guest & friend", "Guest\nAnyone.", "pax", "Words"),
    ]


def test_table_rows_can_be_records() -> None:
    """A row with a search title is found by itself, its cells side by side."""
    html = """<table><tr id="r" data-search-title="Desk limit"><td>Desk</td><td>400</td></tr>
      <tr><td>x</td><td>y</td></tr></table>"""
    assert cut(html) == [Entry("p.html", "Page", "x y"), Entry("p.html#r", "Desk limit", "Desk 400")]


def test_record_without_id_is_text() -> None:
    """Without an id there is nothing to link to."""
    assert cut('<div data-search-title="T">x</div>') == [Entry("p.html", "Page", "x")]


def test_heading_may_be_found_under_another_title() -> None:
    """data-search-title on a heading names the entry; the shown heading stays findable."""
    html = '<h2 id="a" data-search-title="Refunds">Money returned</h2><p>x</p>'
    assert cut(html)[1] == Entry("p.html#a", "Refunds", "x", "Money returned")


def test_excluded_parts_are_dropped() -> None:
    """Excluded elements, permalinks, scripts, styles, drawings, line numbers and comments are not searched."""
    html = """<h2 id="a">A<a class="headerlink" href="#a">&para;</a></h2>
      <div data-search-exclude><div>no</div><p>no</div>yes
      <script>if (a<b) "no"</script><style>p{no:1}</style><svg><title>no</title></svg><!-- <p>no</p> -->
      <td class="linenos">1</td><p data-search-exclude>no<p>yes"""
    assert cut(html)[1:] == [Entry("p.html#a", "A", "yes\nyes")]


def test_words_across_inline_tags_stay_whole() -> None:
    """Bold letters do not split a word; blocks do."""
    html = "<p>re<b>fund</b>s&nbsp;R&amp;D</p><ul><li>a<li>b</ul>line<br>break"
    assert cut(html)[0].text == "refunds R&D\na\nb\nline\nbreak"


@dataclass
class Tree:
    """A page in the making, and what it should be cut into."""

    html: list[str] = field(default_factory=list)
    entries: list[list[str]] = field(default_factory=lambda: [["p.html", "Page", "", ""]])

    def add(self, kind: str, words: str, anchor: str) -> None:
        """Adds one block to the page and its words to the right entry."""
        shown = escape(words)
        section = next(entry for entry in reversed(self.entries) if "#r" not in entry[0])
        if kind == "section":
            self.html.append(f'<h2 class="q" id="{anchor}">{shown}<a class="headerlink" title=">">#</a></h2>')
            self.entries.append([f"p.html#{anchor}", words, "", ""])
        elif kind == "record":
            title = escape(words, quote=True)
            self.html.append(f'<li id="r{anchor}" data-search-title="{title}"><ul><li>{shown}</li></ul></li>')
            self.entries.append([f"p.html#r{anchor}", words, words, ""])
        elif kind == "also":
            self.html.append(f"<div class='hb-also'><div><em>{shown}</em></div></div>")
            section[3] = f"{section[3]}\n{words}".strip()
        elif kind == "text":
            self.html.append(f"<blockquote><p>{shown}</p></blockquote>")
            section[2] = f"{section[2]}\n{words}".strip()
        else:
            self.html.append(f"<{kind} data-search-exclude title='<p>'><b>{shown}</b></{kind}>")


WORDS = st.lists(st.text(alphabet="aé<>&\"'#;ß字", min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)
KINDS = st.sampled_from(["section", "record", "also", "text", "div", "p"])


@settings(deadline=None)
@given(st.lists(st.tuples(KINDS, WORDS), max_size=12))
def test_any_page_is_cut_as_it_was_built(blocks: list[tuple[str, str]]) -> None:
    """Whatever the blocks and their signs, each word lands in its own entry and field."""
    tree = Tree()
    for number, (kind, words) in enumerate(blocks):
        tree.add(kind, words, str(number))
    entries = [[one.location, one.title, one.text, one.also] for one in cut("".join(tree.html))]
    assert entries == [[*entry[:3], "" if entry[3] == entry[1] else entry[3]] for entry in tree.entries]


@settings(deadline=None)
@given(st.text(alphabet="<>/=\"' -!apdivh12&;#x\n", max_size=200))
def test_broken_html_is_no_error(html: str) -> None:
    """Any characters give at least the page, and an index that can be read."""
    entries = cut(html)
    assert entries[0].location == "p.html"
    assert json.loads(index_json(entries, "en"))["docs"][0]["title"] == "Page"


def test_index_is_what_the_bundle_passes_on() -> None:
    """Container and keys are Material's; texts are escaped; empty fields are left out."""
    index = json.loads(index_json([Entry("a.html", "A & <b>", "x"), Entry("a.html#b", "B", "", "also", "A")], "en"))
    assert index["config"]["lang"] == ["en"]
    assert {"separator", "pipeline", "fields"} <= index["config"].keys()
    assert index["docs"] == [
        {"location": "a.html", "title": "A &amp; &lt;b&gt;", "text": "x"},
        {"location": "a.html#b", "title": "B", "text": "", "also": "also", "path": "A"},
    ]


def test_equal_entries_give_equal_bytes() -> None:
    """The order in which synonyms were collected does not show."""
    first = index_json([Entry("a", "A")], "en", {"pax": ["guest"], "client": ["guest"]})
    assert first == index_json([Entry("a", "A")], "en", {"client": ["guest"], "pax": ["guest"]})
    assert json.loads(first)["config"]["synonyms"] == {"client": ["guest"], "pax": ["guest"]}


def test_other_languages_get_no_english_words() -> None:
    """The words of English travel with an English index only."""
    assert "words" in json.loads(index_json([], "en-GB"))["config"]
    assert "words" not in json.loads(index_json([], "ar"))["config"]


def test_script_holds_the_same_index() -> None:
    """The file for pages opened without a server sets __index to the same JSON."""
    index = index_json([Entry("a", "A")], "en")
    assert index_script(index) == b"var __index = " + index


def test_lone_surrogates_are_replaced() -> None:
    """A broken character reference cannot stop the build."""
    assert b"?" in index_json([Entry("a", "\ud800")], "en")


def test_many_pages_are_quick() -> None:
    """A page of 480 words takes about half a millisecond; the bound leaves room for a slow machine."""
    section = f'<h2 id="s{{}}">Head</h2><p>{"<em>word</em> words and more " * 10}</p><ul><li class="x">a</li></ul>'
    page = "".join(section.format(number) for number in range(10))
    start = time.process_time()
    for _ in range(100):
        cut(page)
    assert time.process_time() - start < 1


def test_a_question_lends_its_words() -> None:
    """The words of a question and its other wordings are hidden words of the place its first link leads to."""
    html = """<h1>Home</h1><ul><li id="q1" data-search-lend="Who pays?">Who pays?<br><a href="../a.html#x">A</a> <a href="b.html">B</a>
      <p class="hb-also" hidden>taxi, ride</p></li></ul><p>End</p>"""
    home = search_entries("in/p.html", "Home", html)
    assert home == [Entry("in/p.html", "Home", "Who pays?\nA B\nEnd"), Entry("a.html#x", "Who pays?", also="taxi, ride", lent=True)]
    docs = json.loads(index_json([*home, Entry("a.html", "Answers"), Entry("a.html#x", "Pay", "We do.", also="cost")], "en"))["docs"]
    assert [(each["location"], each.get("also", "")) for each in docs] == [
        ("in/p.html", ""),
        ("a.html", ""),
        ("a.html#x", "cost\nWho pays?\ntaxi, ride"),
    ]


def test_words_lent_to_nowhere() -> None:
    """Where the place itself is no entry its page gets the words; words that lead nowhere are left out."""
    entries = [Entry("a.html", "A"), Entry("a.html#gone", "Who?", lent=True), Entry("b.html", "What?", lent=True)]
    assert json.loads(index_json(entries, "en"))["docs"] == [{"location": "a.html", "title": "A", "text": "", "also": "Who?"}]
    assert search_entries("p.html", "P", '<li data-search-lend="Why?">Why? Nobody knows.</li>') == [
        Entry("p.html", "P", "Why? Nobody knows.")
    ]
