"""Masked Markdown -> blocks: goes from mark to mark and cuts what lies between them."""

import re
from typing import NamedTuple, cast

from handbook.document import BlockKind
from handbook.documents.marks import BLOCK_MARKS, HEADINGS, QUOTE, TABLE
from handbook.documents.nesting import Nesting
from handbook.documents.outline import Outline
from handbook.documents.tables import html_table, pipe_table
from handbook.documents.tags import Spans

_MARK = re.compile(
    rf"""
    [\n{BLOCK_MARKS}]
    (?: (?<=\n) (?P<indent>[ \t\x05]*+)
        (?: (?P<blank>[\x00\x02-\x05 \t]*(?:\n[\x00\x02-\x05 \t]*)*(?=\n|\Z))
          | (?P<atx>\#{{1,6}})(?:(?:[ \t]+|(?<=\#\#)(?=[^\W\d]))(?P<heading>[^\n]*))?(?=\n|\Z)
          | (?P<delimiter>\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|)[ \t]*(?=\n|\Z)
          | (?P<underline>=+|-+)[ \t]*(?=\n|\Z)
          | (?P<rule>[-*_](?:[ \t]*[-*_]){{2,}}[ \t]*(?=\n|\Z))
          | (?P<item>(?:[-+*\u2022]|\d{{1,9}}[.)])(?:[ \t]+(?:\[[ xX]\](?=[ \t]))?|(?=\n|\Z)))
          | (?P<note>\[\^[^\]\n]+\]:)
          | (?P<box>!!!|\?\?\?\+?|:::+)[ \t]*[\w-]+(?:[^"\n]*"(?P<boxed>[^"\n]*)")?[^\n]*
          | (?P<tab>===[!+]*)[ \t]+"(?P<label>[^"\n]*)"[^\n]*
          | (?P<meaning>:[ \t]+)
          | (?P<quote>(?<=\x05)|(?<=\x05[ ]))
        )
      | (?<!\n) (?P<tag>)
    )""",
    re.X,
)
_INDENT = re.compile(r"\n(?P<indent>[ \t\x05]*)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t\x00]*$")
_NOT_INDENTED = re.compile(r"\n(?![ ]{4}|[ ]*\t)")


class _Frame(NamedTuple):
    """Something that indented lines belong to (an item, a box, a tab, a note), its indent, and that of what is in it."""

    indent: int
    inner: int
    kind: str
    text: str = ""
    quoted: bool = False


class Cutter:
    """The open block and what lies around it, while the marks of a text go by."""

    mark = _MARK

    def __init__(self, structure: str, outline: Outline, spans: Spans) -> None:
        self.structure = structure
        self.outline = outline
        self.spans = spans
        self.nesting = Nesting(outline)
        self.frames: list[_Frame] = []
        self.open(0, fresh=True)

    def open(self, start: int, kind: str = "paragraph", intro: str = "", *, quoted: bool = False, fresh: bool = False) -> None:
        """Begin a block; `fresh` where its first line's indent says what it belongs to."""
        self.start, self.kind, self.intro, self.quoted, self.fresh = start, kind, intro, quoted, fresh

    def run(self) -> None:
        """Cut the whole text."""
        match = self.mark.search(self.structure)
        while match:
            name = str(match.lastgroup)
            on = None if len(match["indent"] or "") > 3 and self._within_code(name, match) else _HANDLERS[name](self, match)
            match = self.mark.search(self.structure, on or max(match.end(), match.start() + 1))
        self.close(len(self.structure))

    def close(self, end: int) -> str:
        """The text of the open block, which is cut."""
        start, self.start = self.start, -1
        if start < 0 or start >= end:
            return ""
        intro = self.intro
        if self.fresh:
            indent = _width(_INDENT.match(self.structure, start))
            if indent >= self._deepest(indent) + 4:
                return self._behind_code(start, end)
            self.leave(indent)
            intro = intro or (self.frames[-1].text if self.frames and self.frames[-1].kind == "item" else "")
        if self.kind in HEADINGS:
            return self.outline.heading(start, end, HEADINGS.index(self.kind) + 1, quoted=self.quoted)
        return self.outline.add(start, end, self._kind_here(), intro=intro, quoted=self.quoted)

    def _kind_here(self) -> BlockKind:
        if self.kind == "paragraph" and self.frames and self.frames[-1].kind == "note":
            return "note"
        return "quote" if self.kind == "paragraph" and self.quoted else cast(BlockKind, self.kind)

    # --- what indented lines belong to ---

    def leave(self, indent: int) -> None:
        """Leave what a line with this indent does not belong to."""
        tabs = False
        while self.frames and indent <= self.frames[-1].indent:
            tabs = self.frames.pop().kind == "tab" or tabs
        if tabs:
            self._label()

    def _label(self) -> None:
        self.outline.label(tuple(frame.text for frame in self.frames if frame.kind == "tab"))

    def _deepest(self, indent: int) -> int:
        """How far that which a line belongs to is indented; four more make code."""
        return max((frame.inner for frame in self.frames if frame.indent < indent), default=0)

    def _within_code(self, name: str, match: re.Match[str]) -> bool:
        """Whether a line with a mark is a line of code: it is indented like code, and so is the block it stands in."""
        indent = _width(match)
        if name == "blank" or self.start < 0 or not self.fresh or indent < self._deepest(indent) + 4 or (name == "item" and self.frames):
            return False
        own = _width(_INDENT.match(self.structure, self.start))
        return own >= self._deepest(own) + 4

    def _behind_code(self, start: int, end: int) -> str:
        """What follows code without an empty line is text again."""
        text = _NOT_INDENTED.search(self.structure, start + 1, end)
        if not text:
            return ""
        self.open(text.start(), fresh=True)
        return self.close(end)

    # --- what each mark does ---

    def blank(self, match: re.Match[str]) -> None:
        """Empty lines end every block, and a quotation unless they are part of it."""
        self.close(match.start())
        while self.frames and self.frames[-1].quoted and QUOTE not in match[0]:
            self.frames.pop()
        self.open(match.end(), fresh=True)

    def atx(self, match: re.Match[str]) -> None:
        """`## Heading`, with or without hashes behind it."""
        self.close(match.start())
        self.leave(_width(match))
        start, end = match.span("heading")
        hashes = _CLOSING_HASHES.search(self.structure, start, end) if start >= 0 else None
        if start >= 0:
            self.outline.heading(start, hashes.start() if hashes else end, len(match["atx"]), quoted=QUOTE in match["indent"])
        self.open(match.end(), fresh=True)

    def underline(self, match: re.Match[str]) -> None:
        """A line of dashes makes a heading of the paragraph above it, or parts what has none."""
        if 0 <= self.start < match.start() and self.kind == "paragraph":
            self.kind = HEADINGS[0] if match["underline"][0] == "=" else HEADINGS[1]
        self.close(match.start())
        self.open(match.end(), fresh=True)

    def rule(self, match: re.Match[str]) -> None:
        """A line across the page."""
        self.close(match.start())
        self.open(match.end(), fresh=True)

    def delimiter(self, match: re.Match[str]) -> int | None:
        """The row above a line of dashes is the head of a table, what stands before it a paragraph."""
        head = max(self.structure.rfind("\n", 0, match.start()), self.start)
        if self.start < 0 or "|" not in self.structure[head : match.start()]:
            self.rule(match)
            return None
        self.close(head)
        self.leave(_width(match))
        end = pipe_table(self.outline, self.structure, (head, match.start()), match.end())
        self.open(end, fresh=True)
        return end

    def item(self, match: re.Match[str]) -> None:
        """`- item`, `1. item`, `- [ ] task`."""
        indent = _width(match)
        if self._goes_on(match["item"], indent, match.start()):
            return
        self.close(match.start())
        quoted = QUOTE in match["indent"]
        intro = self._list_intro(indent, quoted)
        self.frames.append(_Frame(indent, max(indent + len(match["item"].rstrip()) + 1, 4 * (1 + len(self.frames))), "item", intro, quoted))
        self.open(match.end(), "item", intro, quoted=quoted)

    def _goes_on(self, marker: str, indent: int, place: int) -> bool:
        """Whether a number at the beginning of a line ("1998.") is part of the sentence that the line before began."""
        number = marker.rstrip().strip(".)(")
        if self.start < 0 or self.start == place or not number.isdigit() or int(number) == 1:
            return False
        return self.kind == "paragraph" or (self.kind == "item" and bool(self.frames) and indent > self.frames[-1].indent + 1)

    def _list_intro(self, indent: int, quoted: bool) -> str:
        """What opens the list of an item: its sisters' opening, the item around it, or the paragraph before."""
        last: _Frame | None = None
        while self.frames and self.frames[-1].kind == "item" and indent < self.frames[-1].indent + 2:
            last = self.frames.pop()
        if last and indent > last.indent - 2:
            return last.text
        self.leave(indent)
        blocks = self.outline.blocks
        within = self.frames and self.frames[-1].kind == "item" and blocks and blocks[-1].kind == "item"
        return blocks[-1].text if within else self.outline.before(quoted)

    def note(self, match: re.Match[str]) -> None:
        """`[^1]: A footnote`."""
        self.close(match.start())
        self.leave(_width(match))
        self.frames.append(_Frame(_width(match), _width(match) + 4, "note"))
        self.open(match.end(), "note")

    def box(self, match: re.Match[str]) -> None:
        """`!!! note "Title"`."""
        self.close(match.start())
        indent = _width(match)
        self.leave(indent)
        self.outline.add(*match.span("boxed"), "caption") if match["boxed"] else None
        self.frames.append(_Frame(indent, indent + 4, "box"))
        self.open(match.end(), fresh=True)

    def tab(self, match: re.Match[str]) -> None:
        """`=== "Tab"`, which stands below the headings for what is in it."""
        self.close(match.start())
        indent = _width(match)
        self.leave(indent)
        label = self.outline.add(*match.span("label"), "heading")
        self.frames.append(_Frame(indent, indent + 4, "tab", label))
        self._label()
        self.open(match.end(), fresh=True)

    def meaning(self, match: re.Match[str]) -> None:
        """`:   What a term means`, below the term."""
        self.close(match.start())
        indent = _width(match)
        self.leave(indent)
        self.open(match.end(), "item", self.outline.before(), quoted=QUOTE in match["indent"])
        self.frames.append(_Frame(indent, indent + 4, "meaning"))

    def quote(self, match: re.Match[str]) -> None:
        """A line of a quotation, which goes on or begins."""
        if self.start < 0 or self.start == match.start() or not self.quoted:
            self.close(match.start())
            self.open(match.end(), quoted=True)

    def tag(self, match: re.Match[str]) -> int | None:
        """An HTML element that begins or ends a block."""
        self.close(match.start())
        mark = self.structure[match.start()]
        end = html_table(self.outline, self.structure, match.start(), self.spans) if mark == TABLE else 0
        kind, intro, quoted = self.nesting.meet(mark)
        self.open(max(end, match.end()), kind, intro, quoted=quoted)
        return max(end, match.end())


def _width(match: re.Match[str] | None) -> int:
    """How far a line is indented, within its quotation if it is quoted."""
    indent = match["indent"] if match else ""
    if not indent:
        return 0
    within = indent.rpartition(QUOTE)
    return len(within[2].expandtabs(4)) - (1 if within[1] and within[2] else 0)


_HANDLERS = {
    "blank": Cutter.blank,
    "atx": Cutter.atx,
    "heading": Cutter.atx,
    "delimiter": Cutter.delimiter,
    "underline": Cutter.underline,
    "rule": Cutter.rule,
    "item": Cutter.item,
    "note": Cutter.note,
    "box": Cutter.box,
    "boxed": Cutter.box,
    "tab": Cutter.tab,
    "label": Cutter.tab,
    "meaning": Cutter.meaning,
    "quote": Cutter.quote,
    "tag": Cutter.tag,
}
