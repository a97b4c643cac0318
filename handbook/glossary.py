"""A case -> the words of its profile as one dictionary, and every use of them in its documents, found once for all rules."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from handbook.declare import Path
from handbook.document import Block, Document
from handbook.finding import Span
from handbook.profile.language import Term
from handbook.prose import Word, words
from handbook.quiet import QuietWords, quiet, quiet_words
from handbook.ruling import Case, home
from handbook.wording import Entry, Hit, Lexicon
from handbook.wording_forms import Bend, WordTables, plural

TABLE = "_words.yaml"
OWN = frozenset(("profile", "chapter"))
"""Kinds of documents whose words the organisation itself has in hand."""


@dataclass(frozen=True)
class Use:
    """One use of an entry in a document."""

    document: Document
    block: Block
    hit: Hit

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.block.text[self.hit.start : self.hit.end]

    @property
    def span(self) -> Span:
        """Where they stand."""
        return self.document.span(self.block, self.hit.start, self.hit.end)


def quiet_words_of(case: Case) -> QuietWords:
    """The words that quote, reject and negate, in the language of the case."""
    return cast(QuietWords, case.once("quiet words", lambda case: quiet_words(case.shipped.get(TABLE, ""))))


def tables_of(case: Case) -> WordTables:
    """The word lists of the language of the case."""
    return quiet_words_of(case).tables


def uses(case: Case, *what: str) -> Iterator[Use]:
    """Every use of entries of some kinds in all documents, in order."""
    found: dict[str, list[Use]] = case.once("uses of words", _all_uses)
    for name in what:
        yield from found.get(name, ())


def loud(case: Case, use: Use) -> bool:
    """Whether a use counts: it is not quoted, spoken of, rejected or replaced, nor a place of the profile that names what to avoid."""
    return not names_what_to_avoid(use.block.path) and not quiet(quiet_words_of(case), use.block, use.hit.start, use.hit.end)


def names_what_to_avoid(path: Path) -> bool:
    """Whether a place of the profile is there to name words that we do not use, or tells words of others."""
    if not path:
        return False
    if path[0] == "language":
        return bool({"avoid", "unless", "not", "because", "acronyms"} & set(path)) or (
            len(path) > 1 and path[1] == "cliches" and path[-1] == "text"
        )
    return (
        (path[0] == "words" and path[-1] != "instead")
        or path[0] == "questions"
        or path[-1] in ("former-names",)
        or bool({"weak-signs", "former-names"} & set(path))
        or ("quiz" in path and "not" in path)
    )


def _all_uses(case: Case) -> dict[str, list[Use]]:
    lexicon = lexicon_of(case)
    found: dict[str, list[Use]] = {}
    for document, block, said in spoken(case):
        for hit in lexicon.find(block.text, said):
            found.setdefault(hit.entry.what, []).append(Use(document, block, hit))
    return found


def spoken(case: Case) -> list[tuple[Document, Block, Sequence[Word]]]:
    """All blocks of all documents with their words, cut once for all rules."""
    return cast(list[tuple[Document, Block, Sequence[Word]]], case.once("spoken words", _cut))


def _cut(case: Case) -> list[tuple[Document, Block, Sequence[Word]]]:
    return [(document, block, words(block.text)) for document in texts(case) for block in document.blocks]


def own_blocks(case: Case) -> Mapping[Path, tuple[Document, Block]]:
    """The messages of the profile as blocks, by their paths."""
    return cast(Mapping[Path, tuple[Document, Block]], case.once("own blocks", _by_path))


def _by_path(case: Case) -> dict[Path, tuple[Document, Block]]:
    return {block.path: (document, block) for document in case.documents for block in document.blocks if block.path}


def texts(case: Case) -> Iterator[Document]:
    """The documents whose words are looked at: all but finished pages, which repeat the words of the profile and the chapters."""
    return (each for each in case.documents if each.kind != "page")


def lexicon_of(case: Case) -> Lexicon:
    """The dictionary of the case: terms, words to avoid, exceptions, sayings, names, and the language's own words for people and absolutes."""
    return cast(Lexicon, case.once("lexicon", lambda case: Lexicon(tables_of(case), tuple(entries(case)))))


def entries(case: Case) -> Iterator[Entry]:
    """All entries of the dictionary."""
    profile = case.profile
    for term in profile.language.terms if profile.language else ():
        yield from _of_term(case, term)
    for cliche in profile.language.cliches if profile.language else ():
        yield Entry(cliche.text, "cliche", cliche.text.path, loose=True)
    for phrase in profile.language.phrases if profile.language else ():
        if phrase.not_ and len(words(phrase.not_)) > 1:
            yield Entry(phrase.not_, "replaced phrase", phrase.not_.path)
    for rule in profile.words.rules if profile.words else ():
        yield Entry(rule.text, "unwanted", rule.text.path, of=home(rule))
        yield from (Entry(each, "excepted", each.path, of=home(rule)) for each in rule.except_)
    yield from _names(case)
    yield from (Entry(each, "absolute") for each in tables_of(case).list("absolutes"))
    yield from (Entry(each, "another thing") for each in tables_of(case).list("other things"))
    yield from _people(case)
    yield from _instead_of_terms(case)


def _instead_of_terms(case: Case) -> Iterator[Entry]:
    """Other words for the things that terms name, but for those on which the profile has a word to say, or which it uses itself."""
    terms = case.profile.language.terms if case.profile.language else ()
    taken = {str(phrase).lower() for term in terms for phrase in (term.term, *term.also, *term.avoid, *term.unless)}
    groups = tables_of(case).pairs("interchangeable")
    own = _own_words(case) if groups else ""
    for term in terms:
        named = str(term.term).lower()
        alike = (group for group in groups if named in group or named.removeprefix("our ") in group)
        for word in dict.fromkeys(each for group in alike for each in group if each not in taken):
            if f" {word} " not in own and f" {plural(tables_of(case), word)} " not in own:
                yield Entry(
                    word, "another word for a term", term.term.path, "verb" if bend_of(case, term) == "verb" else "noun", of=home(term)
                )


def _own_words(case: Case) -> str:
    """All words of the profile's messages in one line, without those that it names to avoid them."""
    own = (block for document in case.documents if document.kind == "profile" for block in document.blocks)
    spoken_by_us = (block.text for block in own if not names_what_to_avoid(block.path))
    return " ".join(["", *(each.text for text in spoken_by_us for each in words(text)), ""])


def _people(case: Case) -> Iterator[Entry]:
    """The language's general words for people, but for those on which the profile has a word to say."""
    own = case.profile.organisation
    terms = case.profile.language.terms if case.profile.language else ()
    said = {each.text for term in terms for phrase in (term.term, *term.also, *term.avoid, *term.unless) for each in words(phrase)}
    for chosen, name in ((own.calls_customers, "words for people served"), (own.calls_colleagues, "words for people who work here")):
        if chosen:
            taken = said | {each.text for phrase in (chosen.one, chosen.many) for each in words(phrase)}
            listed = (each for each in tables_of(case).list(name) if not taken & {word.text for word in words(each)})
            yield from (Entry(each, name, chosen.one.path, "noun") for each in listed)


def _of_term(case: Case, term: Term) -> Iterator[Entry]:
    path, bend = home(term), bend_of(case, term)
    yield Entry(term.term, "term", term.term.path, bend, of=path)
    yield from (Entry(each, "variant", each.path, bend, of=path) for each in term.also)
    yield from (Entry(each, "excepted", each.path, of=path) for each in term.unless)
    for word, avoid in term.avoid.items():
        here = (*path, "avoid", str(word))
        yield Entry(word, "avoided", here, bend, cased=word.isupper() and " " not in word, of=path)
        yield from (Entry(each, "excepted", each.path, of=here) for each in avoid.except_)


def bend_of(case: Case, term: Term) -> Bend:
    """How a term bends, told by the first word of its meaning: *to* opens that of a verb, *a* or *somebody* that of a noun."""
    opening = words(term.means)[0].text if words(term.means) else ""
    if tables_of(case).has("opens the meaning of a verb", opening):
        return "verb"
    return "noun" if tables_of(case).has("opens the meaning of a noun", opening) else "phrase"


def _names(case: Case) -> Iterator[Entry]:
    profile = case.profile
    own = profile.organisation
    yield from (Entry(each, "name", each.path, "name") for each in (own.name, own.short_name) if each)
    yield from (Entry(each, "former name", getattr(each, "path", ()), "name", cased=True) for each in getattr(own, "former_names", ()))
    named = [*profile.roles.values(), *profile.teams.values(), *profile.sites.values(), *profile.values]
    for record in named:
        label = getattr(record, "title", None) or getattr(record, "name", None)
        if label:
            yield Entry(label, "name", label.path, "noun")
