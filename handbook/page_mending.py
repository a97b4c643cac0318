"""A page's HTML, mended where Markdown leaves something a screen reader or a small screen trips over.

Markdown writes task boxes without a label, tables that push a phone sideways, and permalinks that are
all called "¶". Each mender handles one of these, looks first whether there is anything to do, and
leaves every other byte alone. Mending a mended page changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape


@dataclass(frozen=True, slots=True)
class MendWords:
    """The words the menders add, in the language of the handbook, not escaped."""

    table: str = "Table"
    tick: str = "Tick when done"
    back: str = "Back to the text"


ENGLISH = MendWords()


def mend_html(html: str, words: MendWords = ENGLISH) -> str:
    """The page content with boxes labelled, tables in a scrollable region and permalinks quiet."""
    if 'class="task-list-' in html:
        html = _label_boxes(html, words)
    if "<table>" in html:
        html = _wrap_tables(html, words)
    if 'class="headerlink"' in html:
        html = _quiet_permalinks(html)
    if 'class="footnote-backref"' in html:
        html = _name_backrefs(html, words)
    if 'class="highlight"' in html:
        html = _drop_line_anchors(html)
    return html


# --- task lists -------------------------------------------------------------------------------

_BOX = re.compile(
    r'(?P<label><label class="task-list-control">)?'
    r"(?P<input><input (?=[^>]*checkbox)[^>]*>)"
    r'(?P<mark><span class="task-list-indicator"></span>)?(?P<end></label>)?'
    r"(?P<text>.*?)(?=\n*(?:</li>|</p>|<(?:ul|ol|p|div|dl|table|pre|blockquote)\b))",
    re.DOTALL,
)


def _label_boxes(html: str, words: MendWords) -> str:
    """Each task's text moved inside the label of its box, so that it names the box and ticks it."""
    head, *items = html.split('class="task-list-item"')
    mended = (_BOX.sub(lambda box: _labelled(box, words), item, count=1) for item in items)
    return 'class="task-list-item"'.join([head, *mended])


def _labelled(box: re.Match[str], words: MendWords) -> str:
    """One box with its text: `<label><input> text</label>`."""
    if (box["label"] and not box["end"]) or "aria-label" in box["input"]:
        return box[0]
    text, mark = box["text"].strip(), box["mark"] or ""
    if not _plain(text):
        named = box["input"].replace("<input ", f'<input aria-label="{escape(words.tick)}" ', 1)
        return f"{box['label'] or ''}{named}{mark}{box['end'] or ''}{box['text']}"
    return f'<label class="task-list-control">{box["input"]}{mark} <span>{text}</span></label>'


# --- tables -----------------------------------------------------------------------------------

_TABLE_OR_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>|<table>.*?</table>", re.DOTALL)
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def _wrap_tables(html: str, words: MendWords) -> str:
    """Each plain table inside a named region that scrolls by itself and takes the keyboard."""
    name, seen = words.table, dict[str, int]()

    def wrap(found: re.Match[str]) -> str:
        nonlocal name
        if found[1] is not None:
            name = f"{words.table}: {_plain(_PERMALINK.sub('', found[1]))}"
            return found[0]
        return _region(found[0], _once(_caption(found[0]) or name, seen))

    return _TABLE_OR_HEADING.sub(wrap, html)


def _caption(table: str) -> str:
    """The table's own caption as plain text, or nothing."""
    found = _CAPTION.search(table)
    return _plain(found[1]) if found else ""


def _once(name: str, seen: dict[str, int]) -> str:
    """The name, numbered from its second use, so that no two regions of a page share one."""
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


def _region(table: str, name: str) -> str:
    """The table in its scrolling region, with the scope of each column heading said."""
    table = table.replace("<table>", '<table class="hb-table">', 1)
    table = table.replace("<th>", '<th scope="col">').replace("<th ", '<th scope="col" ')
    table = table.replace('<th scope="col" scope=', "<th scope=")
    return f'<div class="hb-scroll" role="region" tabindex="0" aria-label="{escape(name)}">{table}</div>'


# --- links ------------------------------------------------------------------------------------

_ANCHOR = re.compile(r'<a (id="__codelineno[^"]*")(?: name="[^"]*")?(?: href="[^"]*")?></a>')


def _quiet_permalinks(html: str) -> str:
    """Permalinks for the mouse only; the list of headings offers the same links to everybody."""
    loud = '<a class="headerlink" href'
    return html.replace(loud, '<a class="headerlink" aria-hidden="true" tabindex="-1" href')


def _name_backrefs(html: str, words: MendWords) -> str:
    """The arrows behind footnotes with a name instead of the sound of an arrow."""
    plain = '<a class="footnote-backref" href'
    return html.replace(plain, f'<a class="footnote-backref" aria-label="{escape(words.back)}" href')


def _drop_line_anchors(html: str) -> str:
    """Code without the empty, nameless link at the start of each line."""
    return _ANCHOR.sub("", html)


_TAG = re.compile(r"<[^>]*>")


def _plain(html: str) -> str:
    """The text of a piece of HTML, unescaped, on one line."""
    return " ".join(unescape(_TAG.sub("", html)).split())
