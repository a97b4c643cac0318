"""Menders: what they put right, what they leave alone, and that twice is the same as once."""

from __future__ import annotations

import pytest

from handbook.page_mending import MendWords, mend_html

BOX = '<label class="task-list-control"><input type="checkbox" disabled/><span class="task-list-indicator"></span></label>'
ITEM = f'<ul class="task-list">\n<li class="task-list-item">{BOX} Walk the <a href="x">house</a></li>\n</ul>'
PLAIN_BOX = '<ul class="task-list">\n<li class="task-list-item"><input type="checkbox" disabled/> Walk</li>\n</ul>'
LOOSE = f'<li class="task-list-item">\n<p>{BOX} Walk</p>\n<p>More.</p>\n</li>'
NESTED = f'<li class="task-list-item">{BOX} Outer<ul class="task-list">\n<li class="task-list-item">{BOX} Inner</li></ul></li>'
EMPTY = f'<li class="task-list-item">{BOX}</li>'
TABLE = '<h2 id="a">Who <em>may</em><a class="headerlink" href="#a">&para;</a></h2>\n<table><tr><th>A</th></tr></table>'
FOOT = '<a class="footnote-backref" href="#fnref:1" title="Jump back">&#8617;</a>'
CODE = '<div class="highlight"><pre><span></span><code><a id="__codelineno-0-1" name="__codelineno-0-1" href="#__codelineno-0-1"></a>x</code></pre></div>'

ALL = [ITEM, PLAIN_BOX, LOOSE, NESTED, EMPTY, TABLE, FOOT, CODE, "<p>Nothing to do.</p>", ""]


def test_the_words_of_a_task_are_the_label_of_its_box() -> None:
    """The text moves inside the label, links and all."""
    assert '</span> <span>Walk the <a href="x">house</a></span></label></li>' in mend_html(ITEM)


def test_a_bare_box_gets_a_label_too() -> None:
    """The stock box without decoration is wrapped in a label with its words."""
    html = mend_html(PLAIN_BOX)
    assert '<label class="task-list-control"><input type="checkbox" disabled/> <span>Walk</span></label>' in html


def test_a_loose_item_keeps_its_paragraphs() -> None:
    """Only the first paragraph names the box."""
    assert "<span>Walk</span></label></p>\n<p>More.</p>" in mend_html(LOOSE)


def test_nested_tasks_are_labelled_one_by_one() -> None:
    """An outer label never swallows an inner list."""
    html = mend_html(NESTED)
    assert "<span>Outer</span></label><ul" in html
    assert "<span>Inner</span></label></li>" in html


def test_a_box_without_words_is_named() -> None:
    """An empty task still has a name."""
    assert 'aria-label="Abhaken"' in mend_html(EMPTY, MendWords(tick="Abhaken"))


def test_a_table_is_a_named_region_that_takes_the_keyboard() -> None:
    """Its name is the heading above it, without markup and permalink."""
    html = mend_html(TABLE)
    assert '<div class="hb-scroll" role="region" tabindex="0" aria-label="Table: Who may">' in html
    assert '<table class="hb-table"><tr><th scope="col">A</th>' in html


def test_two_tables_under_one_heading_have_two_names() -> None:
    """Regions of one page are told apart."""
    html = mend_html(TABLE + "<table><tr><td>B</td></tr></table>")
    assert 'aria-label="Table: Who may (2)"' in html


def test_a_caption_names_the_table() -> None:
    """The author's own caption wins over the heading."""
    assert 'aria-label="Fees &amp; dues"' in mend_html("<table><caption>Fees &amp; dues</caption></table>")


def test_tables_with_a_class_are_left_alone() -> None:
    """Blocks of the theme look after themselves."""
    html = '<table class="hb-limits"><tr><th scope="row">A</th></tr></table>'
    assert mend_html(html) == html


def test_permalinks_are_for_the_mouse() -> None:
    """Nobody hears "pilcrow" after every heading."""
    assert '<a class="headerlink" aria-hidden="true" tabindex="-1" href="#a">' in mend_html(TABLE)


def test_footnote_arrows_have_a_name() -> None:
    """The way back says where it leads."""
    assert 'aria-label="Back to the text"' in mend_html(FOOT)


def test_code_lines_lose_their_nameless_links() -> None:
    """An empty link at the start of each line is nothing but a stop on the way."""
    assert "<a " not in mend_html(CODE)


@pytest.mark.parametrize("html", ALL)
def test_mending_twice_changes_nothing(html: str) -> None:
    """A mended page is whole."""
    assert mend_html(mend_html(html)) == mend_html(html)
