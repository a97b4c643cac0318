"""Entries (words and phrases with what they are) -> a dictionary that finds them in prose in all their forms, in one walk over its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from handbook.declare import Path
from handbook.prose import Word, words
from handbook.wording_forms import Bend, WordTables, forms

GAPS = frozenset((" ", "-", "'s ", "' ", "'s-", "\u2013", "/", "&", " & "))
"""What may stand between the words of one occurrence."""
LOOSE_GAPS = GAPS | {", ", " - ", " \u2013 ", '" ', ' "', " '"}
TIGHT_GAPS = frozenset(("-", "\u2013"))
SIGNS = tuple("%€£$")
JOINED = 8
"""A word of at least so many letters may also be met in two parts, and two words that make one so long may be met joined."""


@dataclass(frozen=True)
class Entry:
    """A word or phrase, `what` it is, and the path that says so. `loose`: small words may come between (a saying).

    `cased`: capitals must stand where the phrase has them. `of` names what an entry belongs to (the term of a variant).
    """

    phrase: str
    what: str
    path: Path = ()
    bend: Bend = "phrase"
    cased: bool = False
    loose: bool = False
    of: Path = ()


@dataclass(frozen=True)
class Hit:
    """An entry met in a text: its characters, its words by number, and which form was met ("" as written, "many", "ed" …)."""

    entry: Entry
    start: int
    end: int
    first: int
    last: int
    mark: str


@dataclass(frozen=True)
class _Pattern:
    """One way in which an entry is written: for each word its forms with their marks; `tight`: whether a hyphen must follow it; `sign` must stand behind (%)."""

    entry: Entry
    elements: tuple[dict[str, str], ...]
    head: int
    tight: tuple[bool, ...]
    optional: frozenset[int] = frozenset()
    sign: str = ""


@dataclass
class Lexicon:
    """Many entries, compiled. `find` gives every occurrence; where one lies inside a longer one, only the longer."""

    tables: WordTables
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        small = frozenset(self.tables.list("small words"))
        self._fillers = (frozenset(self.tables.list("fillers")) | small) - frozenset(self.tables.list("negation"))
        self._anchors = _compiled(self.tables, self.entries)

    def find(self, text: str, said: Sequence[Word] | None = None) -> list[Hit]:
        """Every occurrence in a text, in order, the longest at each place. `said` are its words, if somebody has them already."""
        found = self.all(text, said)
        return _longest(found) if len(found) > 1 else found

    def all(self, text: str, said: Sequence[Word] | None = None) -> list[Hit]:
        """Every occurrence in a text, also those inside of longer ones."""
        said = words(text) if said is None else said
        anchors = self._anchors
        found = []
        for index, (word, _, _) in enumerate(said):
            if word in anchors:
                for at, pattern in anchors[word]:
                    if hit := self._met(text, said, index, at, pattern):
                        found.append(hit)
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def single(self) -> Iterator[tuple[str, Entry]]:
        """The forms of entries that are one word."""
        for form, noted in self._anchors.items():
            for _, pattern in noted:
                if len(pattern.elements) == 1:
                    yield form, pattern.entry

    def _met(self, text: str, said: Sequence[Word], index: int, at: int, pattern: _Pattern) -> Hit | None:
        first = self._reach(text, said, index, at, pattern, -1)
        last = self._reach(text, said, index, at, pattern, 1) if first >= 0 else -1
        if last < 0 or (pattern.entry.cased and not _same_case(text, said[first : last + 1], pattern.entry.phrase)):
            return None
        mark = next(
            (pattern.elements[pattern.head][each.text] for each in said[first : last + 1] if each.text in pattern.elements[pattern.head]),
            "",
        )
        end = said[last].end
        if pattern.sign:
            behind = text[end : end + 2].find(pattern.sign)
            if behind < 0:
                return None
            end += behind + 1
        return Hit(pattern.entry, said[first].start, end, first, last, mark)

    def _reach(self, text: str, said: Sequence[Word], index: int, at: int, pattern: _Pattern, step: int) -> int:
        """The number of the outermost word of the occurrence on one side of its anchor; -1 when it is none."""
        skips = 2 if pattern.entry.loose else 0
        element, place, outer = at + step, index + step, index
        while 0 <= element < len(pattern.elements):
            if not 0 <= place < len(said) or not _joins(text, said, place, step, pattern, element):
                return outer if all(each in pattern.optional for each in _rest(pattern, element, step)) else -1
            if said[place].text in pattern.elements[element]:
                outer, element, place = place, element + step, place + step
            elif element in pattern.optional:
                element += step
            elif skips and said[place].text in self._fillers:
                skips, place = skips - 1, place + step
            else:
                return -1
        return outer


@lru_cache(maxsize=16)
def _compiled(tables: WordTables, entries: tuple[Entry, ...]) -> Mapping[str, list[tuple[int, _Pattern]]]:
    """The patterns of all entries by each form of their rarest word; the same entries are compiled once in the life of the process."""
    small = frozenset(tables.list("small words"))
    anchors: dict[str, list[tuple[int, _Pattern]]] = {}
    for entry in entries:
        for pattern in _patterns(tables, entry, small):
            anchor = _rarest(pattern, small)
            for form in pattern.elements[anchor]:
                anchors.setdefault(form, []).append((anchor, pattern))
    return anchors


def _rarest(pattern: _Pattern, small: frozenset[str]) -> int:
    """The number of the word by which an entry is looked for: no small word, and a long one."""
    if len(pattern.elements) == 1:
        return 0
    rare = (number for number in range(len(pattern.elements)) if number not in pattern.optional)
    return max(rare, key=lambda number: (small.isdisjoint(pattern.elements[number]), min(map(len, pattern.elements[number])), -number))


def _rest(pattern: _Pattern, element: int, step: int) -> range:
    return range(element, len(pattern.elements) if step > 0 else -1, step)


def _joins(text: str, said: Sequence[Word], place: int, step: int, pattern: _Pattern, element: int) -> bool:
    left, right = (said[place - 1], said[place]) if step > 0 else (said[place], said[place + 1])
    if pattern.tight[min(element, element - step)]:
        return text[left.end : right.start] in TIGHT_GAPS
    return text[left.end : right.start] in (LOOSE_GAPS if pattern.entry.loose else GAPS)


def _same_case(text: str, met: Sequence[Word], phrase: str) -> bool:
    written = words(phrase)
    return all(text[each.start].isupper() for each, own in zip(met, written, strict=False) if phrase[own.start].isupper()) and (
        not phrase.isupper() or text[met[0].start : met[-1].end].startswith(phrase)
    )


def _longest(found: list[Hit]) -> list[Hit]:
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in found:
        if not kept or hit.end > kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept


def _patterns(tables: WordTables, entry: Entry, small: frozenset[str]) -> Iterator[_Pattern]:
    for phrase in _written(tables, entry.phrase):
        said = words(phrase)
        if not said:
            continue
        tight = tuple(
            phrase[left.end : right.start] in TIGHT_GAPS and (tables.has("particles", left.text) or tables.has("particles", right.text))
            for left, right in pairwise(said)
        )
        spoken = [each.text for each in said]
        yield _pattern(tables, entry, spoken, tight, small)
        for other in _regrouped(tables, spoken, small):
            yield _pattern(tables, entry, other, (False,) * (len(other) - 1), small)


def _written(tables: WordTables, phrase: str) -> Iterable[str]:
    """A phrase as written, and with its contractions in full or the other way round."""
    low = phrase.lower()
    found = [phrase]
    if "'" not in low and low.count(" ") < 2:
        return found
    padded = f" {low} "
    for one, other in tables.contractions:
        if one in padded:
            found.append(padded.replace(one, other))
    return dict.fromkeys(found)


def _regrouped(tables: WordTables, spoken: list[str], small: frozenset[str]) -> Iterator[list[str]]:
    """Two words as one (servicestandard, handover), and one as two (head count)."""
    if len(spoken) == 2:
        joined = "".join(spoken)
        particle = len(spoken[0]) > 3 and tables.has("particles", spoken[1])
        if particle or (len(joined) >= JOINED - 1 and not small & set(spoken) and min(map(len, spoken)) > 2):
            yield [joined]
    if len(spoken) == 1 and len(spoken[0]) >= JOINED and spoken[0].isalpha():
        yield from ([spoken[0][:cut], spoken[0][cut:]] for cut in range(3, len(spoken[0]) - 2))


def _pattern(tables: WordTables, entry: Entry, spoken: list[str], tight: tuple[bool, ...], small: frozenset[str]) -> _Pattern:
    head = _head(entry.bend, spoken, small)
    elements = []
    for number, word in enumerate(spoken):
        if entry.bend == "phrase":
            elements.append(_any_form(tables, word, small, entry.loose))
        elif number == head:
            elements.append(forms(tables, word, entry.bend))
        else:
            elements.append(forms(tables, word, "name"))
    optional = {number for number, word in enumerate(spoken) if entry.loose and tables.has("left out of sayings", word)}
    optional |= {
        number for number, word in enumerate(spoken) if number and entry.bend == "phrase" and tables.has("left out after 's", word)
    }
    sign = entry.phrase[-1] if entry.phrase[-1:] in SIGNS else ""
    return _Pattern(entry, tuple(elements), head, tight or (False,), frozenset(optional if len(optional) < len(spoken) else ()), sign)


def _head(bend: Bend, spoken: list[str], small: frozenset[str]) -> int:
    """Which word of a phrase bends: of a verb the first; of a noun the last, or the one before its first small word."""
    if bend == "verb":
        return 0
    inner = [number for number, word in enumerate(spoken) if word in small and 0 < number < len(spoken) - 1]
    return inner[0] - 1 if inner and bend == "noun" else len(spoken) - 1


def _any_form(tables: WordTables, word: str, small: frozenset[str], loose: bool) -> dict[str, str]:
    groups = tables.saying_group_of if loose else tables.group_of
    found = {word: ""} if word in small else forms(tables, word, "phrase")
    return dict.fromkeys(groups[word], "") | found if word in groups else found
