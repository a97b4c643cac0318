"""One set of letters stands for one thing.

Looks at: the acronyms of the profile, and every place in any text that expands letters: "Net Zero Plan (NZP)", "NZP, the
Net Zero Pact", "LEARN: Listen, Empathise, Act, Resolve, Note". Letters in the profile's list are held against it; other
letters against the first place that expands them in the organisation's own texts.

Why: a method that ends in Respond on one poster and in Resolve on the next is no method. People remember the letters
and fill in what they like.

To put it right: choose one expansion, write it into `language.acronyms`, and correct the other places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from handbook.document import Block, Document
from handbook.expansions import Expansion, bare, by_letter, expansions, is_acronym, key, spelled, steps
from handbook.finding import Finding, Related
from handbook.glossary import OWN, names_what_to_avoid, quiet_words_of, spoken, tables_of
from handbook.profile.language import Acronym
from handbook.prose import Word, stem, vocabulary, words
from handbook.quiet import quiet
from handbook.ruling import Case, Example, found, here

SEVERITY = "error"
_NZP = "language:\n  acronyms:\n    - {short: NZP, stands-for: net zero plan}\n"
BAD = (
    Example(_NZP + "    - {short: NZP, stands-for: net zero pact}\n"),
    Example(_NZP, "The Net Zero Pact (NZP) begins in May."),
    Example(_NZP, "NZP stands for Net Zero Pledge."),
    Example(
        "language:\n  acronyms:\n    - {short: LEARN, stands-for: 'Listen, Empathise, Act, Resolve, Note'}\n",
        "LEARN: Listen, Empathise, Act, Respond, Note.",
    ),
    Example(_NZP, "Read the NZP, in other words the net zero promise, before May."),
    Example(
        "language:\n  acronyms:\n    - {short: CALM, stands-for: 'check, ask, listen, mend'}\n",
        "Stay CALM: C is for count, A for ask, L for listen and M for mend.",
    ),
    Example(
        "language:\n  acronyms:\n    - {short: LAST, stands-for: 'Listen, Apologise, Solve, Thank'}\n",
        "## LAST\n\n- Listen\n- Apologise\n- Smile\n- Thank\n",
    ),
)
GOOD = (
    Example(_NZP, "The Net Zero Plans (NZP) begin in May. NZP, the net zero plan, is ours."),
    Example(
        "language:\n  acronyms:\n    - {short: CALM, stands-for: 'check, ask, listen, mend'}\n",
        "Check, ask, listen and mend: new Cashiers recite CALM by heart.",
    ),
    Example(_NZP, "NZP is written by the Net Zero Panel."),
)


FEW = 6
"""So few words may stand between letters and the name they stand for."""
LONG = 60
"""A step of a list is no longer."""


@dataclass(frozen=True)
class _Told:
    """An expansion in a document. Of a list with one step for each letter, `steps` are the items."""

    document: Document
    block: Block
    expansion: Expansion
    steps: tuple[Block, ...] = ()


def check(case: Case) -> Iterator[Finding]:
    """A finding for each second expansion of the same letters."""
    yield from _in_the_list(case)
    known = {bare(each.short).upper(): each.stands_for for each in _listed(case)}
    first: dict[str, _Told] = {}
    for told in _all_told(case):
        letters = told.expansion.letters
        if letters in known:
            own = known[letters]
            if not _agrees(case, told.expansion, own):
                yield _finding(case, told, own, here(case, own.path, f"{letters} is spelt out here"), case.dotted(own.path))
        elif told.document.kind in OWN:
            other = first.setdefault(letters, told)
            if not _agrees(case, told.expansion, other.expansion.words):
                place = other.document.span(other.block, other.expansion.start, other.expansion.end)
                yield _finding(case, told, other.expansion.words, Related(place, f"{letters} is spelt out here"), "")


def _listed(case: Case) -> tuple[Acronym, ...]:
    return case.profile.language.acronyms if case.profile.language else ()


def _in_the_list(case: Case) -> Iterator[Finding]:
    first: dict[str, Acronym] = {}
    for each in _listed(case):
        other = first.setdefault(bare(each.short).upper(), each)
        if key(tables_of(case), each.stands_for) != key(tables_of(case), other.stands_for):
            yield found(
                case.place(each.stands_for.path),
                f'"{each.short}" stands for two things',
                expected=str(other.stands_for),
                found=str(each.stands_for),
                remedy="keep one of the two",
                related=(here(case, other.stands_for.path, "the first one"),),
                about=case.dotted(each.stands_for.path),
                quote=str(each.stands_for),
            )


def _all_told(case: Case) -> Iterator[_Told]:
    for document, spoken_words in groupby(spoken(case), key=lambda each: each[0]):
        for _, block, said in spoken_words:
            if not names_what_to_avoid(block.path):
                for each in _expanded(case, block, said):
                    if not quiet(quiet_words_of(case), block, each.start, each.end):
                        yield _Told(document, block, each)
        yield from _step_lists(document)


def _expanded(case: Case, block: Block, said: Sequence[Word]) -> Iterator[Expansion]:
    """What is spelt out in a block; of letters of the profile's list in whatever way."""
    found = list(expansions(tables_of(case), block.text, said))
    yield from found
    known: dict[str, str] = case.once("letters of the list", _by_letters)
    heads = [each for each in (*block.headings[-1:], block.intro, block.row) if each]
    about = vocabulary(block.text)
    for low, letters in known.items():
        named = (
            low in about
            or any(low in vocabulary(each) for each in heads)
            or (low[0] in about and low[1] in about and about.issuperset(low))
        )
        if named and not any(each.letters == letters for each in found):
            yield from _freely(case, block, said, letters)


def _by_letters(case: Case) -> dict[str, str]:
    return {each.lower(): each for each in dict.fromkeys(bare(one.short).upper() for one in _listed(case)) if len(each) > 2}


def _freely(case: Case, block: Block, said: Sequence[Word], letters: str) -> Iterator[Expansion]:
    ways = [each for each in by_letter(block.text) if each.letters == letters] or list(spelled(tables_of(case), block.text, said, letters))
    named = [each for each in said if block.text[each.start : each.end] == letters]
    ways = [each for each in ways if each.words.count(",") > 1 or any(_linked(case, block.text, one, each) for one in named)]
    yield from ways if not any(_agrees(case, each, one.stands_for) for each in ways for one in _listed(case)) else ways[:0]


def _linked(case: Case, text: str, letters: Word, expansion: Expansion) -> bool:
    """Whether what stands between letters and a name says that one is the other: NZP, in other words the net zero plan."""
    first, last = sorted(((letters.start, letters.end), (expansion.start, expansion.end)))
    between = text[first[1] : last[0]]
    said = [each.text for each in words(between)]
    tables = tables_of(case)
    led = any(tables.has("links letters", " ".join(said[:many])) for many in (1, 2, 3)) or not said
    return first[1] <= last[0] and led and len(said) < FEW and not any(mark in between for mark in ".!?;")


def _step_lists(document: Document) -> Iterator[_Told]:
    """Lists below letters, with one item for each letter: LEARN, and below it Listen …, Empathise …"""
    for (heads, intro), items in groupby(
        document.blocks,
        key=lambda block: (
            (block.headings[-1:], block.intro) if block.kind in ("item", "paragraph") and len(block.text) < LONG else ((), "")
        ),
    ):
        named = {each for text in (*heads, intro) if text for each in _acronyms_in(text)}
        listed = tuple(items) if named else ()
        firsts = [_first_step(said) for block in listed if (said := words(block.text))]
        initials = "".join(each.text[0] for each in firsts).upper()
        if len(initials) > 2 and initials in named:
            spoken_words = ", ".join(block.text[each.start : each.end] for block, each in zip(listed, firsts, strict=False))
            yield _Told(document, listed[0], Expansion(initials, spoken_words, firsts[0].start, firsts[0].end), listed)


def _first_step(said: Sequence[Word]) -> Word:
    """The word of an item that gives its letter: call in "C – call"."""
    doubled = len(said) > 1 and len(said[0].text) == 1 and said[1].text[0] == said[0].text
    return said[1] if doubled else said[0]


@lru_cache(maxsize=1024)
def _acronyms_in(text: str) -> tuple[str, ...]:
    return tuple(each for word in text.replace(":", " ").split() if is_acronym(each := bare(word)))


def _agrees(case: Case, expansion: Expansion, own: str) -> bool:
    """Whether the words are those of ours; of steps the first words count, and an explanation behind a comma may be missing."""
    mine, ours = steps(expansion.words, expansion.letters), steps(own, expansion.letters)
    if mine and ours:
        return mine == ours
    if own.count(",") >= 2 or expansion.words.count(",") >= 2:
        return _first_words(expansion.words) == _first_words(own)
    tables = tables_of(case)
    said = key(tables, expansion.words)
    return said in (key(tables, own), key(tables, own.split(",")[0]))


def _first_words(steps: str) -> list[str]:
    return [stem(said[0].text) for each in steps.split(",") if (said := words(each))]


def _finding(case: Case, told: _Told, own: str, place: Related, about: str) -> Finding:
    block, start, end = _differs(told, own)
    return found(
        told.document.span(block, start, end),
        f"{told.expansion.letters} is spelt out in two ways",
        severity="error" if about and told.document.sure and (len(told.expansion.letters) > 2 or told.document.kind in OWN) else "warning",
        expected=own,
        found=f'"{told.expansion.words}"',
        remedy=f"write: {own}",
        related=(place,),
        about=about,
        quote=block.text[start:end],
    )


def _differs(told: _Told, own: str) -> tuple[Block, int, int]:
    """The first step of a list that is another one than ours; else the whole expansion."""
    ours = _first_words(own)
    for number, block in enumerate(told.steps):
        said = _first_step(words(block.text))
        if number < len(ours) and stem(said.text) != ours[number]:
            return block, said.start, said.end
    return told.block, told.expansion.start, told.expansion.end
