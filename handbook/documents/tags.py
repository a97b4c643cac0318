"""HTML tags -> marks of the same length: which elements begin a block, which are part of a sentence, which nobody sees."""

import re
from html import unescape

from handbook.documents.marks import (
    BREAK,
    CAPTION,
    CELL,
    GAP,
    HEAD_CELL,
    HEADINGS,
    HIDE,
    ITEM,
    LIST,
    LIST_END,
    NOTHING,
    QUOTING,
    QUOTING_END,
    ROW,
    SHOW,
    TABLE,
    TABLE_END,
    TITLE,
    marked,
    nothing,
)

_BLOCKS = (
    "address article aside body button center dd details dialog div dl fieldset figure footer form head header hgroup hr html label main menu "
    "option p pre search section select tbody tfoot thead"
)
_OPENING = {
    **dict.fromkeys(_BLOCKS.split(), BREAK),
    **{f"h{level}": mark for level, mark in enumerate(HEADINGS, 1)},
    **dict.fromkeys(("caption", "dt", "figcaption", "legend", "summary"), CAPTION),
    **dict.fromkeys(("ul", "ol"), LIST),
    **{"table": TABLE, "tr": ROW, "td": CELL, "th": HEAD_CELL, "li": ITEM, "title": TITLE, "blockquote": QUOTING, "br": GAP},
    **dict.fromkeys(("img", "input", "wbr"), NOTHING),
}
_CLOSING = {
    **dict.fromkeys(_OPENING, BREAK),
    **{
        "ul": LIST_END,
        "ol": LIST_END,
        "table": TABLE_END,
        "blockquote": QUOTING_END,
        "br": GAP,
        "img": NOTHING,
        "input": NOTHING,
        "wbr": NOTHING,
    },
}
_UNSEEN = frozenset(
    "script style template noscript svg math iframe object audio video canvas map nav textarea datalist del s strike code samp".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^<>]*>", re.S)
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>"']++|"[^"]*+"|'[^']*+'|["'])*+)>""")
_RAW = re.compile(r"<(script|style|template|textarea)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.S | re.I)
_HIDDEN = re.compile(r"""\shidden(?=[\s=/]|$)|display:\s*none|\bheaderlink\b""", re.I)
_LAYOUT = re.compile(r"""\brole\s*=\s*["']?(?:presentation|none)\b""", re.I)
_SPAN = re.compile(r"""\b(col|row)span\s*=\s*["']?(\d{1,3})""", re.I)
_CONCEALED = re.compile(f"{HIDE}[^{HIDE}{SHOW}]*{SHOW}")
_TWO_BREAKS = re.compile(f"{GAP}(?={NOTHING}+\\s*{GAP}{NOTHING})")

Spans = dict[int, tuple[int, int]]
"""For cells that are wider or higher than one: the place of the tag, columns, rows."""


def without_comments(text: str) -> str:
    """The text with comments, declarations, scripts and styles masked."""
    if "<!" in text or "<?" in text:
        text = _COMMENT.sub(nothing, text)
    return _RAW.sub(nothing, text) if "</" in text else text


def tags_marked(text: str, spans: Spans) -> str:
    """The text with every tag masked or marked, and with what readers do not see masked; `spans` is filled."""
    text = _TAG.sub(_Marking(spans), text)
    if SHOW in text:
        text = _CONCEALED.sub(_concealed, text)
    return _TWO_BREAKS.sub(BREAK, text)


def _concealed(match: re.Match[str]) -> str:
    length = match.end() - match.start()
    return (BREAK if BREAK in match[0] or LIST in match[0] else GAP) + GAP * (length - 1)


class _Marking:
    """Gives each tag its mark, and remembers which element is hidden until it ends."""

    def __init__(self, spans: Spans) -> None:
        self.spans = spans
        self.hiding = ""
        self.depth = 0

    def __call__(self, tag: re.Match[str]) -> str:
        closing, name, rest = tag.groups()
        name, length = name.lower(), tag.end() - tag.start()
        if self.hiding:
            return self._within(closing, name, rest, length)
        if closing:
            return marked(_CLOSING.get(name, NOTHING), length)
        if (name in _UNSEEN or _HIDDEN.search(rest)) and name not in _VOID and not rest.endswith("/"):
            self.hiding, self.depth = name, 1
            return marked(HIDE, length)
        return self._opening(name, rest, length, tag.start())

    def _within(self, closing: str, name: str, rest: str, length: int) -> str:
        if name == self.hiding and not rest.endswith("/"):
            self.depth += -1 if closing else 1
            if not self.depth:
                self.hiding = ""
                return NOTHING * (length - 1) + SHOW
        return marked((_CLOSING if closing else _OPENING).get(name, NOTHING), length)

    def _opening(self, name: str, rest: str, length: int, place: int) -> str:
        mark = _OPENING.get(name, NOTHING)
        if rest and mark in (CELL, HEAD_CELL) and "span" in rest.lower():
            sizes = {which.lower(): max(1, int(number)) for which, number in _SPAN.findall(unescape(rest))}
            self.spans[place] = (sizes.get("col", 1), sizes.get("row", 1))
        elif rest and mark == TABLE and _LAYOUT.search(rest):
            mark = BREAK
        return marked(mark, length)
