"""A text in another language says the numbers of the translation that the profile gives.

Looks at: sentences in chapters and documents that are nearly a translation of a guarantee or of the vision
(`translations`): the same words but for the figures. Numbers and times of day are compared, in whatever digits they are
written. Texts in other words are left alone, whatever they say.

Why: the leaflet in the lobby was copied from the handbook two years ago, and nobody who changes the number reads Arabic.

To put it right: copy the sentence from the profile again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from handbook.declare import Said
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.profile.direction import Vision
from handbook.profile.promises import Guarantee
from handbook.prose import sentences, vocabulary
from handbook.rules._numbers import Number, numbers
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found, here

SEVERITY = "error"
TOP = "guarantees:\n  - id: a\n    promise: You have an answer from us in writing within 4 hours.\n    translations: "
FRENCH = TOP + "{fr: Vous avez une réponse écrite de notre part en 4 heures.}"
ARABIC = TOP + "{ar: نرد عليكم كتابة خلال 4 ساعات من وصول رسالتكم.}"
BAD = (
    Example(FRENCH, "Chez nous, c'est simple. Vous avez une réponse écrite de notre part en 8 heures."),
    Example(ARABIC, "نرد عليكم كتابة خلال ٨ ساعات من وصول رسالتكم."),
)
GOOD = (
    Example(FRENCH, "Vous avez une réponse écrite de notre part en 4 heures."),
    Example(ARABIC, "نرد عليكم كتابة خلال ٤ ساعات من وصول رسالتكم."),
    Example(FRENCH, "Vous avez une chambre propre de notre part à 15 heures."),
    Example(FRENCH, "Vous avez une réponse écrite de notre part en 4 heures, ou 10 EUR."),
)
LIKENESS = 0.9
"""How much of two sentences must be the same words in the same order for one to be a copy of the other."""
LEAST_WORDS = 5
SHARED = 0.7
"""Which share of a translation's words must stand in a block before its sentences are laid beside it."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class _Translation:
    """A translation of a promise: its words without figures, and the figures."""

    text: Said
    words: tuple[str, ...]
    figures: tuple[Number, ...]


def check(case: Case) -> Iterator[Finding]:
    """A finding for each figure that differs in a copy of a translation."""
    known = [each for each in map(_read, _translations(case)) if len(each.words) >= LEAST_WORDS and each.figures]
    for document in case.documents if known else ():
        for block in document.blocks if document.kind not in ("profile", "page") else ():
            there = vocabulary(block.text)
            for each in known:
                if sum(word in there for word in each.words) >= SHARED * len(each.words):
                    yield from _copied(case, document, block, each)


def _translations(case: Case) -> Iterator[Said]:
    for _, record in (*of_kind(case, Guarantee), *of_kind(case, Vision)):
        yield from (each.text for each in record.translations.values())


def _read(text: Said) -> _Translation:
    return _Translation(text, _words(text), tuple(numbers(text)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _copied(case: Case, document: Document, block: Block, translation: _Translation) -> Iterator[Finding]:
    for start, end in sentences(block.text):
        told = numbers(block.text[start:end])
        same = len(told) == len(translation.figures)
        if same and SequenceMatcher(None, _words(block.text[start:end]), translation.words, False).ratio() >= LIKENESS:
            for said, ours in zip(told, translation.figures, strict=True):
                if said.value != ours.value:
                    yield _finding(case, document, block, (start + said.start, said.words), ours, translation)


def _finding(case: Case, document: Document, block: Block, said: tuple[int, str], ours: Number, translation: _Translation) -> Finding:
    start, words = said
    return found(
        document.span(block, start, start + len(words)),
        f'"{words}" here, and {ours.words} in the translation that the profile gives',
        expected=ours.words,
        found=words,
        remedy=f"write: {translation.text}",
        about=case.dotted(translation.text.path),
        quote=words,
        related=(here(case, translation.text.path, f"the translation in the profile says {ours.words}"),),
    )
