"""Terms and names are spelt right.

Looks at: every text, for words of six letters or more that are one slip away from a word of our terms or names: letters
swapped, doubled or left out, or one vowel for another. Real words that look alike (compliant, complaint) do not count,
nor does a word that the profile uses itself, or that a text uses more than once and never the other way.

Why: a term that is misspelt is not found by search, and a name that is misspelt hurts the person or the house it belongs to.

To put it right: correct the word. If it is a word of its own, use it in the profile or add it to `also` of the term.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from handbook.declare import Path
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.glossary import entries, names_what_to_avoid, quiet_words_of, spoken, tables_of
from handbook.prose import Word, words
from handbook.quiet import quiet
from handbook.rewording import Change, edit_of
from handbook.ruling import Case, Example, found, here
from handbook.slips import SHORTEST, Slips
from handbook.wording_forms import WordTables, forms, shaped_like

SEVERITY = "warning"
_TERMS = "language:\n  terms:\n    - {term: complaint, means: Any sign that somebody is not content.}\n    - {term: colleague, means: Anybody who works here.}\n"
BAD = (
    Example(_TERMS, "Answer a complant within a day."),
    Example(_TERMS, "Ask a collaegue to help. The other colleagues are there."),
)
GOOD = (
    Example(_TERMS, "We are compliant with the law. Our college takes complaints."),
    Example(_TERMS, "Complaynt is a play. We love Complaynt."),
)
NAMED = ("term", "variant", "name")


@dataclass(frozen=True)
class _Spelling:
    """The words that are spelt as the profile spells them: which place says so, and all that are right."""

    tables: WordTables
    paths: Mapping[str, Path]
    right: frozenset[str]
    slips: Slips

    def meant(self, word: str) -> str:
        """The word that a misspelt one means; "" for words that are right, or a form of one."""
        meant = "" if word in self.right else self.slips.meant(word)
        return "" if meant and not self.right.isdisjoint(forms(self.tables, word, "phrase")) else meant


def check(case: Case) -> Iterator[Finding]:
    """A finding for each misspelt word of a term or name."""
    if all(document.kind == "profile" for document in case.documents):
        return
    spelling = _spelling(case)
    names = {word.text for entry in entries(case) if entry.what == "name" for word in words(entry.phrase)}
    verdicts: dict[str, str] = {}
    for document, said in groupby(spoken(case), key=lambda each: each[0]):
        if document.kind != "profile":
            for block, word, meant in _slipped([(block, words) for _, block, words in said], spelling, verdicts):
                if not quiet(quiet_words_of(case), block, word.start, word.end) and not _a_name(block, word, meant, names):
                    yield _finding(case, document, block, word, meant, spelling.paths[meant])


def _spelling(case: Case) -> _Spelling:
    tables = tables_of(case)
    paths: dict[str, Path] = {}
    for phrase, path in _named(case):
        for word in words(phrase):
            if len(word.text) >= SHORTEST and not tables.has("small words", word.text):
                for form in forms(tables, word.text, "noun"):
                    paths.setdefault(form, path)
    right = {word.text for leaf in case.leaves if leaf.speaks and not names_what_to_avoid(leaf.path) for word in words(leaf.text)}
    right |= {form for word in paths for form in forms(tables, word, "phrase")} | set(tables.list("real words that look like slips"))
    return _Spelling(tables, paths, frozenset(right), Slips(paths))


def _named(case: Case) -> Iterator[tuple[str, Path]]:
    """The words that must be spelt right: terms, names, and what we call people."""
    yield from ((each.phrase, each.path) for each in entries(case) if each.what in NAMED)
    own = case.profile.organisation
    yield from ((each.one, each.one.path) for each in (own.calls_customers, own.calls_colleagues) if each)


def _slipped(
    blocks: list[tuple[Block, Sequence[Word]]], spelling: _Spelling, verdicts: dict[str, str]
) -> Iterator[tuple[Block, Word, str]]:
    """The misspelt words of a text; a word that stands in it more than once, and never spelt our way, is its own."""
    met: list[tuple[Block, Word, str]] = []
    for block, said in blocks:
        for word in said:
            text = word[0]
            if text not in verdicts:
                verdicts[text] = spelling.meant(text)
            if verdicts[text]:
                met.append((block, word, verdicts[text]))
    counts = Counter(word.text for _, word, _ in met)
    if any(number > 1 for number in counts.values()):
        everything = {word.text for _, said in blocks for word in said}
        met = [each for each in met if counts[each[1].text] == 1 or each[2] in everything]
    yield from met


def _a_name(block: Block, word: Word, meant: str, own: set[str]) -> bool:
    """Whether a word has a capital in the middle of a sentence, as names of people and places have, and is none of our names."""
    lead = block.text[: word.start].rstrip()
    return meant not in own and block.text[word.start].isupper() and bool(lead) and lead[-1] not in ".!?:\"'(" and block.kind != "heading"


def _finding(case: Case, document: Document, block: Block, word: Word, meant: str, path: Path) -> Finding:
    written = block.text[word.start : word.end]
    right = shaped_like(meant, written)
    return found(
        document.span(block, word.start, word.end),
        f'"{written}" is misspelt',
        expected=f'"{right}"',
        found=f'"{written}"',
        guess=right,
        remedy=f'write "{right}"; if it is a word of its own, add it to   also:   of the term',
        related=(here(case, path, "it is spelt so here"),),
        about=case.dotted(path),
        quote=written,
        edits=edit_of(document, block, Change(word.start, word.end, right)),
    )
