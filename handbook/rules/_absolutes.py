"""A case -> every place in its texts where something is promised without bounds: *always*, *no matter when*, *used or not*, *in every case*."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from handbook.glossary import Use, quiet_words_of, spoken, tables_of, uses
from handbook.prose import sentence_at, vocabulary, words
from handbook.quiet import negated
from handbook.ruling import Case
from handbook.wording import Entry, Hit, Lexicon
from handbook.wording_forms import WordTables

FEW = 7
"""So many words may follow *no matter* before the end of its clause."""
PLAIN = "absolute"
IN_SPITE = "in spite of"
EITHER = "either way"
DENIED = "not one"
"""What nothing and nobody can do or has ever done; *ten out of ten*."""


def absolutes(case: Case) -> Iterator[Use]:
    """Every absolute, in order of the documents; the entry's `what` is "in spite of" where it depends on what is named behind it."""
    tables, single = tables_of(case), frozenset(tables_of(case).list("absolutes"))
    yield from (use for use in uses(case, PLAIN) if " " not in use.hit.entry.phrase or use.hit.entry.phrase in single)
    lexicon: Lexicon = case.once("absolutes of several words", lambda case: Lexicon(tables, tuple(_entries(tables))))
    triggers = frozenset(_rarest(tables, entry.phrase) for entry in lexicon.entries)
    for document, block, said in spoken(case):
        if not triggers.isdisjoint(vocabulary(block.text)):
            for hit in lexicon.find(block.text, said):
                yield Use(document, block, replace(hit, end=_reach(tables, block.text, hit)))
        for start, end in _either_way(tables, block.text) if " or " in block.text else ():
            yield Use(document, block, Hit(Entry(EITHER, PLAIN), start, end, 0, 0, ""))
        for start, end in _of_all(tables, block.text) if _denies(tables, vocabulary(block.text)) else ():
            yield Use(document, block, Hit(Entry(DENIED, PLAIN), start, end, 0, 0, ""))


def _rarest(tables: WordTables, phrase: str) -> str:
    """The word of a phrase without which no text holds it: one that is not small, and long."""
    return max((each.text for each in words(phrase)), key=lambda word: (not tables.has("small words", word), len(word)))


def strong(tables: WordTables, use: Use) -> bool:
    """Whether an absolute leaves no doubt that it means every case, as *always* and *never* do not."""
    return not tables.has("weak absolutes", use.hit.entry.phrase)


def taken_back(case: Case, use: Use) -> bool:
    """Whether the absolute itself is denied: not always, not in every case."""
    tables = tables_of(case)
    if any(tables.has("absolutes that negate", each.text) for each in words(use.hit.entry.phrase)):
        return False
    if strong(tables, use):
        before = words(use.block.text[max(use.hit.start - 24, 0) : use.hit.start])[-2:]
        return any(tables.has("bare negations", each.text) for each in before)
    return negated(quiet_words_of(case), use.block, use.hit.start, use.hit.end)


def _entries(tables: WordTables) -> Iterator[Entry]:
    for lead in tables.list("absolutes begin"):
        for every in tables.list("absolutes name all"):
            yield from (Entry(f"{lead} {every} {each}", PLAIN, bend="name") for each in tables.list("absolutes name occasions"))
    for lead in tables.list("absolutes deny"):
        yield from (Entry(f"{lead} {each}", PLAIN, bend="name") for each in tables.list("absolutes deny these"))
    yield from (Entry(each, "goes on", bend="name") for each in tables.list("absolutes that go on"))
    yield from (Entry(each, IN_SPITE, bend="name") for each in tables.list("absolutes in spite of"))


def _reach(tables: WordTables, text: str, hit: Hit) -> int:
    """Where the words of an absolute end, with the clause that it opens."""
    if hit.entry.what == PLAIN:
        return hit.end
    stop = sentence_at(text, hit.start)[1]
    rest = text[hit.end : stop].rstrip(" .!?\"')")
    listed = tables.has("lists what may come", words(hit.entry.phrase)[0].text)
    if len(rest.split()) > FEW or not listed:
        rest = rest.partition(",")[0]
    return hit.end + len(" ".join(rest.split(" ")[: FEW + 1]).rstrip(" ,;:"))


def _either_way(tables: WordTables, text: str) -> Iterator[tuple[int, int]]:
    """X or not, X or no X, X or un-X; but not "we tell you whether it is X or not"."""
    for match in _pattern(tables).finditer(text):
        before = [each.text for each in words(text[max(match.start() - 60, 0) : match.start()])]
        asked = "whether" in before and any(tables.has("open questions", each) for each in before)
        if not asked and (match[1] or match[2]).lower() != "whether" and not tables.has("small words", (match[1] or match[2]).lower()):
            yield match.start(), match.end()


def _denies(tables: WordTables, said: frozenset[str]) -> bool:
    """Whether a text has the words without which none of it is denied of all."""
    firsts, lasts = _denying(tables)
    return (
        ("or" in said and "whether" in said) or "out" in said or "times" in said or not (firsts.isdisjoint(said) or lasts.isdisjoint(said))
    )


@lru_cache(maxsize=8)
def _denying(tables: WordTables) -> tuple[frozenset[str], frozenset[str]]:
    firsts = frozenset(words(each)[0].text for each in tables.list("absolutes deny of all"))
    return firsts, frozenset(words(each)[-1].text for each in tables.list("denied for all time"))


def _of_all(tables: WordTables, text: str) -> Iterator[tuple[int, int]]:
    """Nobody in the history of the bank; no locked gate can stop us; 100 out of 100 visits; whether you ask us to wait or not."""
    for match in _denials(tables).finditer(text):
        before = [each.text for each in words(text[max(match.start() - 60, 0) : match.start()])[-6:]]
        if not match[0].lower().startswith("whether") or not any(tables.has("open questions", each) for each in before):
            yield match.span()


@lru_cache(maxsize=8)
def _denials(tables: WordTables) -> re.Pattern[str]:
    none, time, many = (
        "|".join(re.escape(each) for each in sorted(tables.list(name), key=len, reverse=True)) or "(?!)"
        for name in ("absolutes deny of all", "denied for all time", "numbers that are all")
    )
    denied = rf"(?:{none})(?:,? [\w'-]+){{0,6}}?,? (?:{time})"
    counted = rf"(\d+|{many})(?: [\w-]+)? (?:out )?of \1"
    return re.compile(rf"\b(?:{denied}|{counted}|whether [^.,;:?]{{3,60}} or not)\b", re.I)


@lru_cache(maxsize=8)
def _pattern(tables: WordTables) -> re.Pattern[str]:
    opposite = "|".join(map(re.escape, tables.list("opposites")))
    neither, other = (re.escape(each) for each in (*tables.list("either way"), "", "")[:2])
    return re.compile(
        rf"\b(?:((?:[^\W\d_]+ )?[^\W\d_]+) {other} \1\b|([^\W\d_]+) (?:{neither}\b(?! (?:only|just|to)\b)|or (?:{opposite})-?\2\b))", re.I
    )


@lru_cache(maxsize=8)
def basic(tables: WordTables) -> dict[str, str]:
    """The basic form of each irregular form of a verb: left -> leave."""
    return {form: verb for verb, further in tables.verbs.items() for form in further}
