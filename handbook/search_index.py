"""Rendered pages -> the entries of the search index -> the bytes the search worker reads.

A page is cut at its headings with an ``id`` and at its records: elements with ``data-search-title`` and an ``id``
(a term, a phrase, a row of numbers). Words in elements of class ``hb-also`` are found but never shown. An element with
``data-search-lend="words"``, such as a question, lends these and its hidden words to the place its first link leads to.
The cutting is one pass over the tags by a regular expression, because a build reads every page.
The reader of the result is ``theme_overrides/assets/javascripts/handbook-search.js``.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape

from handbook import english


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: a page, a section of it, or a record inside it. All texts are plain text.

    ``location`` is the page's address, with ``#id`` for anything but the page itself; ``text`` holds one line per
    paragraph, ``also`` the hidden search words, one line per element, ``path`` the headings between page and section.
    An entry that is ``lent`` is found nowhere itself: its words lead to the entry at its location.
    """

    location: str
    title: str
    text: str = ""
    also: str = ""
    path: str = ""
    lent: bool = False


def search_entries(page_url: str, page_title: str, html: str) -> list[Entry]:
    """The entries of one page, the page itself first, then sections and records in reading order."""
    cutter = _Cutter(page_title)
    position = 0
    for tag in _TAG.finditer(html):
        cutter.text(html[position : tag.start()])
        position = tag.end()
        if tag[2] is not None:
            cutter.tag(tag[1] == "/", tag[2].lower(), tag[3] or "")
    cutter.text(html[position:])
    return [part.entry(page_url) for part in cutter.parts if not part.lends or part.leads_to]


def index_json(entries: Iterable[Entry], language: str, synonyms: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """The contents of ``search/search_index.json``: equal entries give equal bytes.

    ``language`` is a code such as ``en`` or ``ar``. ``synonyms`` maps a word or phrase people may type to the
    words the handbook uses instead (``{"pax": ["guest"]}``). Texts are HTML-escaped, as Material expects.
    """
    config: dict[str, object] = {
        "lang": [language],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "also": {"boost": 10.0}},
    }
    if language.startswith("en"):
        config["words"] = {"stop": english.STOP_WORDS, "families": english.FAMILIES, "spelling": english.SPELLING}
    if synonyms:
        config["synonyms"] = {word: list(synonyms[word]) for word in sorted(synonyms)}
    index = {"config": config, "docs": [_document(entry) for entry in _handed_over(list(entries))]}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _handed_over(entries: list[Entry]) -> list[Entry]:
    """The entries without those lent, whose words are now hidden words of the place they lead to, or else of its page."""
    places = {entry.location for entry in entries if not entry.lent}
    lent: dict[str, list[str]] = {}
    for entry in (each for each in entries if each.lent):
        place = entry.location if entry.location in places else entry.location.partition("#")[0]
        lent.setdefault(place, []).extend(text for text in (entry.title, entry.also) if text)
    return [
        replace(each, also="\n".join((*([each.also] if each.also else ()), *lent.get(each.location, ()))))
        for each in entries
        if not each.lent
    ]


def index_script(index: bytes) -> bytes:
    """The contents of ``search/search_index.js``, from which a page opened as a file reads the same index."""
    return b"var __index = " + index


def _document(entry: Entry) -> dict[str, str]:
    """One entry as the worker reads it; ``also`` and ``path`` only where there are any."""
    document = {"location": entry.location, "title": _escaped(entry.title), "text": _escaped(entry.text)}
    if entry.also:
        document["also"] = _escaped(entry.also)
    if entry.path:
        document["path"] = _escaped(entry.path)
    return document


def _escaped(text: str) -> str:
    """The text as HTML; also without lone surrogates, which UTF-8 cannot hold."""
    return escape(text, quote=False).encode("utf-8", "replace").decode("utf-8")


# -- tags ---------------------------------------------------------------------------------------------------------

# Groups: slash, name, attributes. Comments, scripts and styles match whole, without groups.
# Possessive (++): no input makes it try again and again.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?i:script|style)\b.*?(?:</(?i:script|style)\s*>|\Z)"
    r"|<(/?)([a-zA-Z][^\s/>]*+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
_TELLING = re.compile(r"data-search-|hb-also|headerlink|linenos|linenodiv")


def _names(text: str) -> frozenset[str]:
    """The words of one line as a set."""
    return frozenset(text.split())


_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q ruby s samp small span strike"
    " strong sub sup time tt u var wbr"
)
_SPACED = _names("button img input label select td textarea th")
_SILENT = _names("object svg template")
_TELLING_NAMES = _SILENT | _HEADINGS
_HIDDEN_CLASSES = frozenset(("headerlink", "linenos", "linenodiv"))


def _attributes(text: str) -> dict[str, str]:
    """The attributes of one tag; the first of two equal names counts, as in browsers."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


# -- cutting ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Part:
    """An entry that is still being read: lists of pieces of text."""

    anchor: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    path: str = ""
    lends: bool = False
    leads_to: str = ""

    def entry(self, page_url: str) -> Entry:
        """The finished entry, with white space put in order."""
        if self.lends:
            page, mark, anchor = self.leads_to.partition("#")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(page_url), page)) if page else page_url
            return Entry(place + mark + anchor, _line(self.title), also=_lines(self.also), lent=True)
        location = f"{page_url}#{self.anchor}" if self.anchor else page_url
        title, also = _line(self.title), _lines(self.also)
        return Entry(location, title, _lines(self.text), "" if also == title else also, self.path)


@dataclass(slots=True)
class _Open:
    """A special element still open: its name, where text went before it, and how many of its name are open in it."""

    name: str
    before: tuple[_Part, list[str] | None]
    depth: int = 1


class _Cutter:
    """Sends the text between tags to the part it belongs to. Knows only special elements: other tags just pass."""

    def __init__(self, page_title: str) -> None:
        page = _Part("", [page_title])
        self.parts = [page]
        self.part = page
        self.pieces: list[str] | None = page.text  # where text goes; None while it is dropped
        self.special: list[_Open] = []
        self.headings: list[tuple[int, _Part]] = []
        self.named = False

    def text(self, text: str) -> None:
        """Adds text found between two tags. A line break here is only a space."""
        if text and self.pieces is not None:
            if "&" in text:
                text = unescape(text)
            self.pieces.append(text.replace("\n", " "))

    def tag(self, closing: bool, name: str, attributes: str) -> None:
        """Takes in one tag."""
        if name not in _INLINE:
            self._gap(name)
        if name in _VOID:
            return
        if closing:
            if self.special:
                self._closed(name)
            return
        self._nested(name, 1)
        if self.pieces is not None and (attributes or name in _TELLING_NAMES):
            self._opened(name, attributes)

    def _gap(self, name: str) -> None:
        """Keeps the words on both sides of a tag apart: by a space in a table row, else by a new line."""
        if self.special and self.special[-1].name == "p" and name != "br" and name not in _SPACED:
            self._end()  # a paragraph ends where a block begins, even without </p>
        if self.pieces is not None:
            self.pieces.append(" " if name in _SPACED else "\n")

    def _nested(self, name: str, step: int) -> _Open | None:
        """The innermost special element of this name, its count of open ones corrected by a step."""
        for one in reversed(self.special):
            if one.name == name:
                one.depth += step
                return one
        return None

    def _closed(self, name: str) -> None:
        """Counts an end tag; the end of a special element also ends what was left open inside it."""
        one = self._nested(name, -1)
        while one and not one.depth and one in self.special:
            self._end()

    def _end(self) -> None:
        """Closes the innermost special element: text goes where it went before."""
        self.part, self.pieces = self.special.pop().before

    def _divert(self, name: str, part: _Part, pieces: list[str] | None) -> None:
        """Sends text to ``pieces`` of a part up to the end of the element; None drops it."""
        self.special.append(_Open(name, (self.part, self.pieces)))
        self.part, self.pieces = part, pieces

    def _opened(self, name: str, text: str) -> None:
        """Opens what is special about an element, if anything is."""
        heading = name in _HEADINGS
        if name in _SILENT:
            self._divert(name, self.part, None)
        elif heading or _TELLING.search(text):
            attributes = _attributes(text)
            classes = frozenset(attributes.get("class", "").split())
            if "data-search-exclude" in attributes or classes & _HIDDEN_CLASSES:
                self._divert(name, self.part, None)
            elif "hb-also" in classes:
                self._divert(name, self.part, self.part.also)
            elif heading and not self.special:
                self._heading(name, attributes)
            elif attributes.get("data-search-title") and attributes.get("id"):
                self._record(name, attributes)
            elif attributes.get("data-search-lend"):
                self._loan(name, attributes)
        elif name == "a" and self.part.lends and not self.part.leads_to:
            self.part.leads_to = _attributes(text).get("href", "")

    def _record(self, name: str, attributes: dict[str, str]) -> None:
        """Starts an entry that ends with its element."""
        part = _Part(attributes["id"], [attributes["data-search-title"]], path=self._path(7))
        self.parts.append(part)
        self._divert(name, part, part.text)

    def _loan(self, name: str, attributes: dict[str, str]) -> None:
        """Starts the words that are lent to another place; what the element shows stays text of where it stands."""
        part = _Part("", [attributes["data-search-lend"]], self.part.text, lends=True)
        self.parts.append(part)
        self._divert(name, part, part.text)

    def _heading(self, name: str, attributes: dict[str, str]) -> None:
        """Reads a heading: the page's own name, or a section; one without id is only text."""
        level, anchor, title = int(name[1]), attributes.get("id"), attributes.get("data-search-title")
        if level == 1 and not self.named and len(self.parts) == 1:
            self.named = True
            self._divert(name, self.part, self.part.also)
        elif anchor:
            part = _Part(anchor, [title] if title else [], path=self._path(level))
            self.headings = [one for one in self.headings if one[0] < level] + [(level, part)]
            self.parts.append(part)
            self.part, self.pieces = part, part.text
            self._divert(name, part, part.also if title else part.title)

    def _path(self, level: int) -> str:
        """The titles of the open sections above this level, one a line."""
        return "\n".join(_line(part.title) for above, part in self.headings if above < level)


def _line(pieces: list[str]) -> str:
    """The pieces as one line."""
    return " ".join("".join(pieces).split())


def _lines(pieces: list[str]) -> str:
    """The pieces as lines without empty ones and with single spaces."""
    return "\n".join(" ".join(words) for line in "".join(pieces).split("\n") if (words := line.split()))
