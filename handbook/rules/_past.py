"""A use of a name -> whether its sentence tells of the time when that was our name."""

import re
from functools import lru_cache
from itertools import pairwise

from handbook.glossary import Use, tables_of
from handbook.meaning import of_somebody_else
from handbook.prose import sentence_at, words
from handbook.ruling import Case
from handbook.topics import words_of
from handbook.wording import Entry, Lexicon
from handbook.wording_forms import WordTables

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[5-9]\d\d|20\d\d)s?(?![\w/-]|[.,]\d)")


def name_like(text: str, tables: WordTables) -> bool:
    """Whether a wording is somebody's name: each word has its capital, and it is no single word like any other."""
    telling = [each for each in words(text) if not tables.has("small words", each.text)]
    capitals = all(text[each.start].isupper() or text[each.start].isdigit() for each in telling)
    inner = any(letter.isupper() for letter in text[1:])
    return bool(telling) and capitals and inner and (len(telling) > 1 or not text.isupper())


def of_the_past(case: Case, use: Use) -> bool:
    """Whether a sentence, or the heading above it, tells of the past and not of today."""
    text, tables = use.block.text, tables_of(case)
    begin, end = sentence_at(text, use.hit.start)
    sentence, before, after = text[begin:end], text[begin : use.hit.start], text[use.hit.end : end]
    past: Lexicon = case.once("words of the past", _words_of_the_past)
    if past.find(sentence) or past.find(" ".join((*use.block.headings[-1:], use.block.column))):
        return True
    told = [_past(tables, each.text) for each in words(after)[:5]]
    if told[:1] == [True] and not after.lstrip().startswith((",", ".", ")", ":", ";")):
        return True
    as_it = [each.text for each in words(before)][-1:]
    if as_it and tables.has("in the part of", as_it[0]) and any(told):
        return True
    joined = [each.text.endswith("ed") for each in words(before)[-2:]]
    happened = any(each.text in _told(tables) for each in words(sentence)) or any(joined)
    by_others = _YEAR.search(sentence) is not None or of_somebody_else(words_of(case), sentence)
    return (happened and by_others) or _in_that_year(tables, sentence)


def _in_that_year(tables: WordTables, sentence: str) -> bool:
    """Whether a sentence tells what happened in a year, with nothing in it that is so today: "the mill opened its doors in 1998"."""
    said = [each.text for each in words(sentence)]
    dated = any(tables.has("before a year of the past", before) and _YEAR.fullmatch(year) for before, year in pairwise(said))
    return dated and any(_past(tables, each) or tables.has("same in the past", each) for each in said) and not _today(tables, said)


def _today(tables: WordTables, said: list[str]) -> bool:
    return any(tables.has("tells of today", each) for each in said)


def _words_of_the_past(case: Case) -> Lexicon:
    tables = tables_of(case)
    return Lexicon(tables, tuple(Entry(each, "past", bend="name") for each in tables.list("tells of the past")))


@lru_cache(maxsize=8)
def _told(tables: WordTables) -> frozenset[str]:
    """The irregular forms of verbs that tell of the past, but for those that look like the present."""
    return frozenset(further[1] for verb, further in tables.verbs.items() if len(further) > 2 and further[1] != verb) | set(
        tables.list("further pasts")
    )


def _past(tables: WordTables, word: str) -> bool:
    """Whether a verb tells of the past."""
    return word in _told(tables) or (len(word) > 4 and word.endswith("ed"))
