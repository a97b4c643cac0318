"""An occurrence of words in a text -> whether it is part of somebody's proper name, or a verb that only looks like the noun."""

from collections.abc import Sequence

from handbook.prose import Word, words
from handbook.wording_forms import WordTables

_ENDS = frozenset('.!?:"(')


def part_of_name(tables: WordTables, text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands beside another one in the middle of a sentence: the Consumer Protection Act."""
    if not text[start].isupper() or _titled(text):
        return False
    said = words(text)
    here = [number for number, each in enumerate(said) if start <= each.start < end]
    run = _run(tables, text, said, here[0], here[-1])
    return len(run) > len(here) and not _opens(text, said[run[0]])


def _titled(text: str) -> bool:
    """Whether most of a text is in capitals, as headings are."""
    long = [each for each in words(text) if each.end - each.start > 3]
    return sum(text[each.start].isupper() for each in long) * 10 >= 8 * len(long)


def _run(tables: WordTables, text: str, said: Sequence[Word], first: int, last: int) -> range:
    while first and _capital(tables, text, said[first - 1]) and text[said[first - 1].end : said[first].start] in (" ", "-", " & "):
        first -= 1
    while (
        last + 1 < len(said)
        and _capital(tables, text, said[last + 1])
        and text[said[last].end : said[last + 1].start] in (" ", "-", "'s ", " & ")
    ):
        last += 1
    return range(first, last + 1)


def _capital(tables: WordTables, text: str, word: Word) -> bool:
    return text[word.start].isupper() and not tables.has("honorifics", word.text) and not tables.has("small words", word.text)


def _opens(text: str, word: Word) -> bool:
    lead = text[: word.start].rstrip()
    return not lead or lead[-1] in _ENDS


def as_verb(tables: WordTables, text: str, start: int, end: int, mark: str) -> bool:
    """Whether a word that can be both stands as a verb: to issue, we challenge, who issues."""
    word = text[start:end].lower()
    if not any(tables.has("both noun and verb", each) for each in (word, word.removesuffix("s"))):
        return False
    before = [each.text for each in words(text[max(start - 40, 0) : start])][-1:]
    if before and text[start - 1] == "-":
        return tables.has("prefixes of verbs", before[0])
    return bool(before) and tables.has("before an s-form" if mark == "many" else "before a verb", before[0]) and text[start - 1] == " "
