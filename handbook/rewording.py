"""A word to avoid and what to say instead -> the change of the text: same number, same tense, same capitals, and the article that fits."""

from dataclasses import dataclass

from handbook.document import Block, Document
from handbook.finding import Edit
from handbook.prose import words
from handbook.wording import Hit
from handbook.wording_forms import WordTables, article, conjugated, plural, shaped_like, singular


@dataclass(frozen=True)
class Change:
    """Characters of a block, and the words that take their place."""

    start: int
    end: int
    text: str


def reworded(tables: WordTables, text: str, hit: Hit, instead: str) -> Change | None:
    """The change that says it in other words; None where a person has to find the words."""
    met = text[hit.start : hit.end]
    if hit.entry.bend == "verb":
        new: str | None = _as_verb(tables, hit, instead)
    elif hit.entry.bend == "noun":
        new = _as_noun(tables, text, hit, instead)
    else:
        new = None
    if new is None or (text[hit.end : hit.end + 1] == "'" and text[hit.end : hit.end + 2] != "'s" and not new.endswith("s")):
        return None
    return _with_article(tables, text, hit, shaped_like(new, met))


def edit_of(document: Document, block: Block, change: Change) -> tuple[Edit, ...]:
    """The change as an edit of the file; none where markup stands between its words, or the file is no text that people edit."""
    first, last = block.source(change.start), block.source(change.end - 1) + 1
    straight = document.text[first:last].split() == block.text[change.start : change.end].split()
    if not straight or document.parts or document.kind in ("docx", "pptx", "pdf", "eml", "page"):
        return ()
    return (Edit(document.span(block, change.start, change.end), change.text),)


def _as_verb(tables: WordTables, hit: Hit, instead: str) -> str:
    first, _, rest = instead.partition(" ")
    return f"{conjugated(tables, first, hit.mark) if hit.mark else first} {rest}".strip()


def _as_noun(tables: WordTables, text: str, hit: Hit, instead: str) -> str | None:
    lead, _, head = instead.rpartition(" ")
    if len(words(instead)) > 3 or any(tables.has("small words", each.text) for each in words(instead)):
        return instead if hit.mark == "" and not _several(tables, text, hit) else None
    one = singular(tables, head)
    mass = tables.has("words for many at once", words(text[hit.start : hit.end])[-1].text)
    if mass and not _stands_alone(tables, text, hit):
        return None
    new = plural(tables, one) if mass or _several(tables, text, hit) else one
    return f"{lead} {new}".strip()


def _several(tables: WordTables, text: str, hit: Hit) -> bool:
    met = words(text[hit.start : hit.end])[-1].text
    return singular(tables, met) != met


def _stands_alone(tables: WordTables, text: str, hit: Hit) -> bool:
    """Whether a word for many at once (staff) is no part of a longer noun and has no verb in the singular behind it."""
    following = words(text[hit.end : hit.end + 30])[:1]
    before = words(text[max(hit.start - 20, 0) : hit.start])[-1:]
    if before and tables.has("words for one", before[0].text):
        return False
    clean = text[hit.end :].lstrip(" ")
    return not following or not clean[:1].isalnum() or tables.has("follows several", following[0].text)


def _with_article(tables: WordTables, text: str, hit: Hit, new: str) -> Change:
    before = words(text[max(hit.start - 4, 0) : hit.start])[-1:]
    if before and tables.has("articles", before[0].text) and text[max(hit.start - 4, 0) + before[0].end : hit.start] == " ":
        begin = max(hit.start - 4, 0) + before[0].start
        wanted = article(tables, new)
        if wanted != before[0].text and (not begin or not text[begin - 1].isalnum()):
            return Change(begin, hit.end, f"{wanted.capitalize() if text[begin].isupper() else wanted} {new}")
    return Change(hit.start, hit.end, new)
