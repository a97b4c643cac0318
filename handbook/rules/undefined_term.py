"""Every word that a promise hangs on has a meaning that can be looked up.

Looks at: the promise, its exceptions and its remedy, for words in quotation marks or capitals that no term explains, and
for words that everybody fills in for themselves ("reasonable", "eligible", "as soon as possible"). These are questions:
people may know very well what is meant.

Why: "We stay where we are the last bank in town" was kept for a hundred branches and broken for two hundred, depending
on what "last" and "town" meant. Nobody had written it down.

To put it right: add a term to `language.terms`, or say a number, a place or a name instead.
"""

from collections.abc import Iterator

from handbook.declare import Said
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.glossary import lexicon_of, own_blocks, tables_of
from handbook.profile.promises import Guarantee
from handbook.prose import words
from handbook.quotations import enclosed
from handbook.rules._wording import sentence_case
from handbook.ruling import Case, Example, found, here, home
from handbook.wording import Entry, Lexicon

SEVERITY = "question"
_LAST = "guarantees: [{id: stay, promise: We stay where we are the last bank in town.}]\n"
BAD = (
    Example(_LAST),
    Example('guarantees: [{id: gold, promise: Members get the "golden hour" once a year.}]\n'),
    Example("guarantees: [{id: gold, promise: Every Gold Circle member gets a call.}]\n"),
    Example("guarantees: [{id: call, promise: We call you as soon as possible.}]\n"),
)
GOOD = (
    Example(_LAST + "language: {terms: [{term: last bank, means: No other bank has a counter within 5 km.}]}\n"),
    Example("guarantees: [{id: bed, promise: 'You sleep, or last night is on us, in Harbour House, from May to June.'}]\n"),
)


def check(case: Case) -> Iterator[Finding]:
    """A question for each word that a promise leaves open."""
    if not case.profile.guarantees:
        return
    lexicon = Lexicon(tables_of(case), tuple(_entries(case)))
    for guarantee in case.profile.guarantees:
        for said in _binding(guarantee):
            if said.path in own_blocks(case):
                document, block = own_blocks(case)[said.path]
                yield from _open_words(case, lexicon, guarantee, document, block)


def _binding(guarantee: Guarantee) -> list[Said]:
    remedy = [guarantee.remedy.what] if guarantee.remedy else []
    return [guarantee.promise, *guarantee.unless, *remedy]


def _entries(case: Case) -> Iterator[Entry]:
    yield from (Entry(each, "open") for each in tables_of(case).list("open to anybody's reading"))
    yield from (Entry(each, "closed") for each in tables_of(case).list("closed though it looks open"))


def _open_words(case: Case, lexicon: Lexicon, guarantee: Guarantee, document: Document, block: Block) -> Iterator[Finding]:
    hits = lexicon.find(block.text)
    known = [hit for hit in lexicon_of(case).find(block.text) if hit.entry.what in ("term", "variant", "name")]
    defined = [(hit.start, hit.end) for hit in (*hits, *known) if hit.entry.what != "open"]
    stretches = [(hit.start, hit.end) for hit in hits if hit.entry.what == "open"]
    stretches += [(start + 1, end - 1) for start, end in enclosed(block.text) if len(words(block.text[start:end])) <= 4]
    stretches += _capitals(case, block)
    for start, end in dict.fromkeys(stretches):
        if not any(first < end and start < last for first, last in defined):
            yield found(
                document.span(block, start, end),
                f'what does "{block.text[start:end]}" mean in this promise?',
                expected="a term that says it, or a number, a place or a name",
                found=f'"{sentence_case(block.text)}"',
                remedy="add it to   terms:   under   language:   or say plainly what you mean",
                related=() if block.path == guarantee.promise.path else (here(case, guarantee.promise.path, "the promise"),),
                about=case.dotted(home(guarantee)),
                quote=block.text[start:end],
            )


def _capitals(case: Case, block: Block) -> list[tuple[int, int]]:
    """Runs of two or more capitalised words in the middle of a sentence."""
    found: list[tuple[int, int]] = []
    said = words(block.text)
    known = case.once("words in capitals elsewhere", _capitals_elsewhere)
    for number, word in enumerate(said):
        lead = block.text[: word.start].rstrip()
        capital = block.text[word.start].isupper() and not block.text[word.start : word.end].isupper()
        if (
            not capital
            or not lead
            or lead[-1] in ".!?:\"'"
            or word.text in known
            or tables_of(case).has("capitals of their own", word.text)
        ):
            continue
        if found and said[number - 1].end == found[-1][1] and block.text[found[-1][1] : word.start] == " ":
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
    return found


def _capitals_elsewhere(case: Case) -> frozenset[str]:
    """Words that other messages of the profile write with a capital, such as places and names."""
    return frozenset(
        word.text
        for path, (_, block) in own_blocks(case).items()
        if path[0] != "guarantees"
        for word in words(block.text)
        if block.text[word.start].isupper()
    )
