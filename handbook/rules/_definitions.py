"""A sentence -> the definition that it gives of one of our terms, in whatever form, or nothing where it only speaks of the thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbook.document import Block
from handbook.glossary import Use
from handbook.prose import Word, sentence_at, words
from handbook.wording_forms import WordTables

LONG_LEAD = 8
"""A lead-in such as "For the purposes of this guide," has no more words."""


@dataclass(frozen=True)
class Defined:
    """Where a definition stands in its block, with the verb that opens it, and what it says without that verb."""

    start: int
    end: int
    says: str


def definition(tables: WordTables, use: Use) -> Defined | None:
    """The definition that a sentence gives of the term used in it."""
    text, start, end = use.block.text, use.hit.start, use.hit.end
    begin, stop = sentence_at(text, start)
    closed = end + len(re.match(r"[\"')\]]*", text[end:stop])[0])  # type: ignore[index]
    lead = _lead(tables, text[begin:start])
    near = [each.text for each in words(text[begin:start])][-1:]
    plain = not near or tables.has("small words", near[0]) or tables.has("opens a definition", near[0])
    ways = (
        _in_passing(tables, text, closed, stop) if plain else None,
        *_opened(tables, use, lead, closed, stop),
        _counted(tables, text, begin, start),
    )
    return next((way for way in ways if way), None)


def in_a_table(tables: WordTables, block: Block) -> bool:
    """Whether a cell of a table, or a paragraph below a heading, stands where glossaries keep their definitions."""
    column = block.column.strip(" :*").lower()
    heads = [each.strip(" :*").lower() for each in block.headings[:-1]]
    return tables.has("columns of definitions", column) or (bool(heads) and tables.has("headings of glossaries", heads[-1]))


def restricts(tables: WordTables, text: str) -> bool:
    """Whether a text draws a line: a figure, a share of the cases, a way or a time."""
    return any(each.text.isdigit() or tables.has("draws a line", each.text) for each in words(unbound(tables, text)))


def unbound(tables: WordTables, text: str) -> str:
    """A text without *with or without*, which draws no line."""
    return _verbs(tables, "draws no line").sub(" ", text)


def _lead(tables: WordTables, before: str) -> list[str] | None:
    """The small words right before the term where it opens the sentence or follows a lead-in; None where it does neither."""
    said = [each.text for each in words(before)]
    inner = 0
    while inner < min(len(said), 5) and tables.has("opens a definition", said[-inner - 1]):
        inner += 1
    outer = said[: len(said) - inner]
    if outer and (len(outer) > LONG_LEAD or not tables.has("leads in", outer[0])):
        return None
    return said[len(said) - inner :]


def _opened(tables: WordTables, use: Use, lead: list[str] | None, closed: int, stop: int) -> Iterator[Defined | None]:
    if lead is None:
        return
    text = use.block.text
    phrase, quoted = use.hit.entry.bend == "phrase", text[closed - 1 : closed] in ('"', "'")
    closed += _where(tables, text[closed:stop])
    rest = text[closed:stop]
    space = len(rest) - len(rest.lstrip(" ,(*"))
    of_defining = any(tables.has("verbs of defining", each) for each in lead)
    verb = (of_defining and _verbs(tables, "defines behind a verb").match(rest[space:])) or _verbs(tables, "defines").match(rest[space:])
    naming = any(tables.has("verbs of naming", each) for each in lead) and _verbs(tables, "defines behind naming").match(rest[space:])
    if naming and len(words(rest)) > 3:
        yield Defined(closed + space, stop, rest[space:])
    if (
        verb
        and len(words(rest)) > 2
        and not (_weak(tables, lead, verb[0].lower(), rest[space + verb.end() :]) and not phrase and not quoted)
    ):
        yield Defined(closed + space, stop, rest[space + verb.end() :])
    if (mark := re.match(r"\s*(?:[:=]|[-–—](?=\s))\s*", rest)) and not lead and _thing(tables, rest[mark.end() :], phrase):
        yield Defined(closed + mark.end(), stop, rest[mark.end() :])
    said = words(rest)
    if len(said) > 4 and not rest[: said[0].start].strip() and _is_one(tables, use, lead, rest, said):
        yield Defined(closed + said[0].start, stop, rest[said[0].end :].strip())


def _where(tables: WordTables, rest: str) -> int:
    """How long the words behind a term are that only say where its definition holds: ", for the purposes of this guide,"."""
    if lead := re.match(r"(?:,\s*|\s+)(?=[^\W\d_])", rest):
        said = words(rest)
        if tables.has("says where it holds", said[0].text):
            for number, each in enumerate(said[1 : LONG_LEAD + 1], 1):
                following = said[number + 1].text if number + 1 < len(said) else ""
                verb = _verbs(tables, "defines").match(rest, said[number + 1].start) if following else None
                if tables.has("places of definitions", each.text) and (verb or tables.has("is one", following)):
                    return each.end + (1 if rest[each.end : each.end + 1] == "," else 0) if "," not in rest[lead.end() : each.end] else 0
    return 0


def _weak(tables: WordTables, lead: list[str], verb: str, rest: str) -> bool:
    """Whether "a complaint means …" tells what follows from it and not what it is."""
    if not tables.has("may tell what follows", verb):
        return False
    said = [each.text for each in words(rest)]
    bare = not any(tables.has("articles", each) or tables.has("the one", each) for each in lead)
    if not said or not tables.has("kind of thing", said[0]) or any(tables.has("praises or blames", each) for each in said[1:3]):
        return True
    apart = any(tables.has("opens a clause", each) for each in said[2:]) or restricts(tables, rest)
    return not bare and tables.has("one of a kind", said[0]) and not apart


def _thing(tables: WordTables, text: str, phrase: bool = False) -> bool:
    """Whether what follows a colon names a kind of thing, and is no line of a log or a form; of a term that is no noun, how things are."""
    said = [each.text for each in words(text)]
    if phrase and len(said) > 2 and said[0].endswith("ed"):
        return True
    if len(said) < 3 or not tables.has("kind of thing", said[0]):
        return False
    return not tables.has("the one", said[0]) or any(tables.has("relative", each) for each in said[2:5]) or _goes_on(tables, said)


def _goes_on(tables: WordTables, said: list[str]) -> bool:
    """Whether "the interest a customer earns" or "the breaking of the shaft" says which one it is, without telling what happened."""
    told = any(tables.has("is one", each) or tables.has("are several", each) or each in ("was", "were", "has", "had") for each in said)
    return len(said) > 3 and not told and any(tables.has("goes on to say which", each) for each in said[2:4])


def _is_one(tables: WordTables, use: Use, lead: list[str], rest: str, said: tuple[Word, ...]) -> bool:
    """Whether "is a …" or "are … that" opens a definition: it says which kind of thing, and what sets it apart from its kind."""
    following = [each.text for each in said]
    clause = any(tables.has("opens a clause", each) for each in following[3:]) or restricts(tables, rest)
    if tables.has("are several", following[0]) and use.hit.mark == "many" and not lead:
        at = next((number for number, each in enumerate(following) if tables.has("relative", each)), 0)
        return 1 < at < 5 and following[at - 1].endswith("s") and not following[at - 1].endswith("ss")
    if not tables.has("is one", following[0]) or any(tables.has("praises or blames", each) for each in following[2:5]):
        return False
    if tables.has("the one", following[1]):
        apart = restricts(tables, rest) or any(tables.has("relative", each) for each in following[3:6])
        return apart and (" " in use.hit.entry.phrase or not lead or lead[0] not in tables.list("the one"))
    single = not lead or not tables.has("the one", lead[0]) or " " in use.hit.entry.phrase
    clause = clause or (len(following) > 4 and following[3].endswith("ed")) or _set_apart(tables, use, lead, following)
    return single and tables.has("kind of thing", following[1]) and (clause or not tables.has("one of a kind", following[1]))


def _set_apart(tables: WordTables, use: Use, lead: list[str], following: list[str]) -> bool:
    """Whether "a remedy is a discount voucher for the next booking" says of which sort its kind is."""
    general = use.hit.mark != "many" and (not lead or all(tables.has("articles", each) for each in lead))
    return general and any(tables.has("says of which sort", each) for each in following[3:5]) and len(following) > 5


def _in_passing(tables: WordTables, text: str, closed: int, stop: int) -> Defined | None:
    """X, that is, a …; X (meaning a …)."""
    rest = text[closed:stop]
    if (lead := re.match(r"\s*[,(–—-]\s*", rest)) and (cue := _verbs(tables, "defines in passing").match(rest[lead.end() :])):
        at = lead.end() + cue.end()
        at += len(rest[at:]) - len(rest[at:].lstrip(" ,:"))
        close = re.search(r"[)–—]| - |, (?:is|are|has|have|will|must|may|can|should|goes|needs)\b", rest[at:])
        said = rest[at : at + close.start()] if close else rest[at:]
        first = [each.text for each in words(said)[:1]]
        if first and tables.has("kind of thing", first[0]) and not tables.has("the one", first[0]) and len(words(said)) > 2:
            return Defined(closed + lead.end(), closed + at + len(said), said)
    return None


def _counted(tables: WordTables, text: str, begin: int, start: int) -> Defined | None:
    """Only a letter counts as a complaint; we speak of an outage when … is found by its verb behind the term."""
    before = text[begin:start].rstrip(" \"'(")
    opening = [each.text for each in words(before)[:1]]
    if opening and tables.has("draws a line at the start", opening[0]):
        cue = next((each for each in _verbs(tables, "counts as").finditer(before) if len(words(before[each.end() :])) < 3), None)
        if cue and len(words(before[: cue.start()])) > 2:
            return Defined(begin, begin + cue.end(), before[: cue.start()].strip())
    return None


@lru_cache(maxsize=16)
def _verbs(tables: WordTables, name: str) -> re.Pattern[str]:
    ordered = sorted(tables.list(name), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?!\w)", re.I)
