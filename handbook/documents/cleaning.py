"""Raw text -> text in which every character has kept its place, and stretches of that -> prose on one line with its pieces."""

import re
from html import unescape

from handbook.documents.marks import GAP, NOTHING

Pieces = tuple[tuple[int, int], ...]

_SPACES = frozenset("\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufe00-\ufe0f\ufeff]"
)
_CURLY = re.compile("[\u2018\u2019\u201a\u201b\u02bc\u201c\u201d\u201e\u201f\u2010\u2011]")
_STRAIGHT = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    "\u2010": "-",
    "\u2011": "-",
}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_RUN = re.compile(r"[^\x00-\x20]+(?:[ \n\t][^\x00-\x20]+)*")
_CLOSING = ".,;:!?)"


def spaced(text: str) -> str:
    """The text with every kind of space as a space, line ends as line feeds, and characters that nobody sees as NOTHING."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return _ODD.sub(lambda match: " " if match[0] in _SPACES else NOTHING, text)


def plain(text: str) -> str:
    """The text with straight quotes and hyphens."""
    return text if text.isascii() else _CURLY.sub(lambda match: _STRAIGHT[match[0]], text)


def decoded(text: str) -> str:
    """The text with each character reference as its character, filled up with NOTHING, and with straight quotes."""
    return plain(_ENTITY.sub(_character, text) if "&" in text else text)


def _character(match: re.Match[str]) -> str:
    written = match[0]
    character = unescape(written)
    if character == written:
        return written
    character = spaced(character).replace("\n", " ")[: len(written)]
    return character + NOTHING * (len(written) - len(character))


def cut(clean: str, start: int, end: int, shift: int = 0) -> tuple[str, Pieces]:
    """A stretch as prose on one line without marks, and its pieces; places in the file are `shift` further on."""
    runs = _RUN.finditer(clean, start, end)
    first = next(runs, None)
    if first is None:
        return "", ()
    text, before = first[0], first.end()
    pieces = [(0, first.start() + shift)]
    for run in runs:
        start, words = run.start(), run[0]
        if clean[before:start].strip(NOTHING):
            text += "" if words[0] in _CLOSING and GAP in clean[before:start] else " "
        pieces.append((len(text), start + shift))
        text += words
        before = run.end()
    return text.replace("\n", " ").replace("\t", " "), tuple(pieces)
