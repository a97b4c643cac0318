"""A text -> the letters that it expands, with the words they are said to stand for: "Net Zero Plan (NZP)", "LEARN: Listen, …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.prose import Word, stem, words
from handbook.wording_forms import WordTables

MOST = 8
"""An acronym has at most so many letters."""
_LETTER = re.compile(
    r"(?<![\w.])([A-Z])(?:\s+(?:is\s+|stands\s+)?for|\s+as\s+in|\s+means|\s+is|\s*[:=\u2013\u2014-])\s+[\"'*]?([^\W\d_]{2,})"
)
_MARKS = frozenset("(,:=\u2013\u2014-")


@dataclass(frozen=True)
class Expansion:
    """Letters, the words they stand for, and where these words are in the text."""

    letters: str
    words: str
    start: int
    end: int


def expansions(tables: WordTables, text: str, said: Sequence[Word]) -> Iterator[Expansion]:
    """Every expansion in a text with these words. Only words whose first letters are the letters count, small words between them aside."""
    if not (set(text) & _MARKS or any(each in text for each in tables.list("expands"))):
        return
    for number, each in enumerate(said):
        if not text[each[2] - 1].isupper():
            continue
        last = number
        while last + 1 < len(said) and text[said[last].end : said[last + 1].start] == "&":
            last += 1
        letters = bare(text[each.start : said[last].end])
        if is_acronym(letters):
            if text[each.start - 1 : each.start] == "(" and (before := _backwards(tables, text, said[:number], letters, each.start - 1)):
                yield before
            elif after := _forwards(tables, text, said[last + 1 :], letters, said[last].end):
                yield after


def spelled(tables: WordTables, text: str, said: Sequence[Word], letters: str) -> Iterator[Expansion]:
    """Words anywhere in a text whose first letters are the letters: one step each, or a whole name, small words aside."""
    for number, each in enumerate(said):
        if each.text[0] == letters[0].lower() and len(each.text) > 1 and not text[each.start : each.end].isupper():
            last = _to_the_end(tables, text, said[number:], letters)
            if last and (tables.has("small words", each.text) or _parted(text, said[number : number + last], letters)):
                yield _made(text, letters, said[number : number + last])


def _to_the_end(tables: WordTables, text: str, after: Sequence[Word], letters: str) -> int:
    """How many words it takes to spell the letters from the first word on; 0 where other words come between."""
    left = letters.lower()
    for taken, each in enumerate(after):
        if len(each.text) > 1 and each.text[0] == left[0]:
            left = left[1:]
        elif not tables.has("small words", each.text) and not _hangs_on(text, after, taken):
            return 0
        if not left:
            return taken + 1
    return 0


def _parted(text: str, said: Sequence[Word], letters: str) -> bool:
    """Whether words are a list of steps, or no longer than the letters with a small word or two."""
    return text[said[0].start : said[-1].end].count(",") >= len(letters) - 2 or len(said) <= len(letters) + 1


def by_letter(text: str) -> Iterator[Expansion]:
    """C is for call, A for answer, L for listen: each letter with its word."""
    found = list(_LETTER.finditer(text))
    if len(found) > 2:
        said = ", ".join(each[2] for each in found)
        yield Expansion("".join(each[1] for each in found), said, found[0].start(), found[-1].end())


def steps(expansion: str, letters: str) -> tuple[str, ...]:
    """The stems of the words that give the letters, in order; empty where words give other letters."""
    left, found = letters.lower(), []
    for each in words(expansion):
        if left and each.text[0] == left[0] and len(each.text) > 1:
            found.append(stem(each.text))
            left = left[1:]
    return () if left else tuple(found)


def bare(letters: str) -> str:
    """An acronym without the points and signs between its letters."""
    return "".join(letter for letter in letters if letter.isalnum())


def is_acronym(letters: str) -> bool:
    """Whether letters are an acronym: two to eight capitals, with nothing else."""
    return 2 <= len(letters) <= MOST and letters.isalpha() and letters.isupper()


def _backwards(tables: WordTables, text: str, before: Sequence[Word], letters: str, bracket: int) -> Expansion | None:
    if not before or text[before[-1].end : bracket].strip(" \"'"):
        return None
    number, left = len(before), len(letters)
    while number and left:
        number -= 1
        if before[number].text[0] == letters[left - 1].lower() and not _doubled(tables, before, number):
            left -= 1
        elif not tables.has("small words", before[number].text):
            return None
        if number and left and text[before[number - 1].end : before[number].start].strip(" -'s&,"):
            return None
    return None if left else _made(text, letters, before[number:])


def _doubled(tables: WordTables, before: Sequence[Word], number: int) -> bool:
    """Whether a small word only seems to give a letter, which the word before it gives: Office of General Counsel."""
    return number > 0 and tables.has("small words", before[number].text) and before[number - 1].text[0] == before[number].text[0]


def _forwards(tables: WordTables, text: str, after: Sequence[Word], letters: str, end: int) -> Expansion | None:
    """Words behind the letters: in brackets, behind a colon or dash, or behind *stands for*."""
    lead = text[end : after[0].start] if after else ""
    expands = next((each for each in tables.list("expands") if text[end + 1 : end + 1 + len(each)] == each), "")
    if not expands and lead.strip(" \"'*") not in ("(", ":", "=", "-", "\u2013", "\u2014", ","):
        return None
    after = [each for each in after if each.start >= end + len(expands)]
    if after and tables.has("left out of sayings", after[0].text) and (expands or lead.strip() in (",", "(")):
        after = after[1:]
    taken, left = 0, letters.lower()
    while left and taken < len(after):
        if after[taken].text[0] == left[0]:
            left = left[1:]
        elif not (taken and tables.has("small words", after[taken].text)) and not _hangs_on(text, after, taken):
            return None
        taken += 1
        if taken < len(after) and left and any(mark in text[after[taken - 1].end : after[taken].start] for mark in ")!?"):
            return None
    if left or (lead.strip() == "," and not _apposition(tables, text, after[:taken], end)):
        return None
    return _made(text, letters, after[:taken])


def _hangs_on(text: str, after: Sequence[Word], taken: int) -> bool:
    """Whether a word goes on with the step before it, as in "Listen to them, Empathise": no mark since the last initial."""
    return bool(taken) and text[after[taken - 1].end : after[taken].start] == " " and "," in text[after[0].start : after[-1].end]


def _apposition(tables: WordTables, text: str, said: Sequence[Word], end: int) -> bool:
    """Whether words behind a comma explain the letters: "NZP, the net zero pact, ..." and not "IT, in time"."""
    led = bool(words(text[end : said[0].start])) or all(
        text[each.start].isupper() for each in said if not tables.has("small words", each.text)
    )
    closed = not text[said[-1].end : said[-1].end + 1].strip() or text[said[-1].end] in ",.;:)"
    return led and closed and not tables.has("small words", said[0].text)


def _made(text: str, letters: str, said: Sequence[Word]) -> Expansion:
    return Expansion(letters, text[said[0].start : said[-1].end], said[0].start, said[-1].end)


def key(tables: WordTables, expansion: str) -> tuple[str, ...]:
    """What two wordings of the same expansion share: the stems of its words, without small ones."""
    return tuple(stem(each.text) for each in words(expansion) if not tables.has("small words", each.text))
