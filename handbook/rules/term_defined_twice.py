"""A term has one meaning, and a word belongs to one term.

Looks at: the terms of the profile, with their other forms (`also`) and the words they avoid; and sentences in chapters
and documents that define a term of ours ("A complaint means …").

Why: where a complaint is only what comes in writing on one page, and any sign of discontent on another, two colleagues
treat the same guest in two ways, and both are right.

To put it right: keep one of the two. Let the text refer to the term instead of defining it again, or change the term
if the text is right.
"""

from collections.abc import Iterator
from dataclasses import replace

from handbook.finding import Finding
from handbook.glossary import OWN, Use, spoken, tables_of, uses
from handbook.meaning import of_somebody_else
from handbook.profile.language import Term
from handbook.prose import sentence_at, sentences, stem, words
from handbook.rules._absolutes import basic
from handbook.rules._definitions import Defined, definition, in_a_table, unbound
from handbook.rules._wording import terms_by_path, worded
from handbook.ruling import Case, Example, found, here, home
from handbook.subjects import Subjects
from handbook.topics import words_of
from handbook.wording import Entry, Hit, Lexicon
from handbook.wording_forms import WordTables

SEVERITY = "error"
_COMPLAINT = "language:\n  terms:\n    - {term: complaint, means: 'Any sign that somebody is not content, said, written or shown.'}\n"
BAD = (
    Example(_COMPLAINT + "    - {id: written, term: Complaints, means: A letter in which somebody complains.}\n"),
    Example(_COMPLAINT + "    - {term: trouble, means: Something wrong., also: [complaint]}\n"),
    Example(_COMPLAINT + "    - {term: trouble, means: Something wrong., avoid: {complaint: It is stiff.}}\n"),
    Example(_COMPLAINT, "A complaint is a written statement which reaches us by post."),
    Example(_COMPLAINT, 'For the purposes of this guide, "complaint" refers to letters in which money is asked for.'),
    Example(_COMPLAINT, "A complaint, as used in this guide, is a letter in which money is asked for."),
    Example(_COMPLAINT, "We log as a complaint only what reaches us in writing."),
    Example(_COMPLAINT, "Complaint: a letter in which money is asked for."),
    Example(_COMPLAINT, "Every complaint, that is, a letter with a claim for money, goes to the lawyer."),
    Example(_COMPLAINT, "Only a letter with a claim for money counts as a complaint."),
    Example(_COMPLAINT, "| Word | Meaning |\n|---|---|\n| Complaint | A letter with a claim for money |"),
)
GOOD = (
    Example(_COMPLAINT + "    - {term: remedy, means: What a guest gets., avoid: {compensation: Stiff.}}\n", "A complaint is a gift."),
    Example(_COMPLAINT, "A complaint means any sign that somebody is not content. It may be said or written or shown."),
    Example(_COMPLAINT, "A complaint is anything that shows somebody not to be content."),
    Example(_COMPLAINT, "Complaint: the guest in room 204 was cold. Complaints are answered in the order in which they come."),
)
ADDED = 0.5
"""A definition of which so many of the telling words are not in ours is another one."""
SHORT = 5
"""A last alternative of so few words takes nothing away from a definition."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for each word that two terms claim, and each sentence that defines a term in another way."""
    yield from _claimed_twice(case)
    yield from _meant_otherwise(case)
    seen: set[tuple[str, int]] = set()
    for use, term, defined in (*_in_sentences(case), *_in_glossaries(case)):
        place = (use.document.file, use.block.source(defined.start))
        if place not in seen:
            seen.add(place)
            yield from _defined_otherwise(case, use, term, defined)


def _in_sentences(case: Case) -> Iterator[tuple[Use, Term, Defined]]:
    for use in uses(case, "term", "variant"):
        if use.document.kind != "profile" and not use.block.quoted and (defined := definition(tables_of(case), use)):
            yield use, terms_by_path(case)[use.hit.entry.of], defined


def _claimed_twice(case: Case) -> Iterator[Finding]:
    terms = case.profile.language.terms if case.profile.language else ()
    owned = [(term, entry) for term in terms for entry in _own(term)]
    known = Lexicon(tables_of(case), tuple(entry for _, entry in owned))
    by_path = {home(term): number for number, term in enumerate(terms)}
    for other, mine in owned:
        for hit in known.find(mine.phrase):
            earlier = by_path[hit.entry.of]
            if earlier < by_path[mine.of] and (hit.start, hit.end) == (0, len(mine.phrase)):
                yield from _clash(case, terms[earlier], hit.entry, other, mine)


def _meant_otherwise(case: Case) -> Iterator[Finding]:
    """What counts as a complaint, where the profile says it beside the term."""
    heard = case.profile.voice_of_customer
    says = heard.complaint_means if heard else None
    for term in case.profile.language.terms if case.profile.language and says else ():
        if says and "complaint" in (str(term.id), str(term.term).lower()) and not _same(case, term, str(says)):
            yield found(
                case.place(says.path),
                f'this says in another way than the term what "{term.term}" means',
                expected=str(term.means),
                found=str(says),
                remedy="keep one of the two and leave the other out",
                related=(here(case, term.means.path, "what the term means"),),
                about=case.dotted(says.path),
                quote=str(says),
            )


def _own(term: Term) -> Iterator[Entry]:
    path = home(term)
    yield Entry(term.term, "is the term", term.term.path, "noun", of=path)
    yield from (Entry(each, "is another form of the term", each.path, "noun", of=path) for each in term.also)
    yield from (Entry(word, "is avoided for the term", (*path, "avoid", str(word)), "noun", of=path) for word in term.avoid)


def _clash(case: Case, term: Term, theirs: Entry, other: Term, mine: Entry) -> Iterator[Finding]:
    if "avoided" not in mine.what or "avoided" not in theirs.what:
        yield found(
            case.place(mine.path),
            f'"{mine.phrase}" {mine.what} "{other.term}" here, and "{theirs.phrase}" {theirs.what} "{term.term}" elsewhere',
            expected="a word that belongs to one term",
            found=f'"{mine.phrase}" with two meanings',
            remedy="keep it in one of the two terms",
            related=(here(case, theirs.path, f'it {theirs.what} "{term.term}" here'),),
            about=case.dotted(home(other)),
            quote=mine.phrase,
        )


def _defined_otherwise(case: Case, use: Use, term: Term, defined: Defined) -> Iterator[Finding]:
    where = replace(use, hit=replace(use.hit, start=defined.start, end=defined.end))
    if not _same(case, term, defined.says) and not of_somebody_else(words_of(case), _sentence(use)):
        yield worded(
            case,
            where,
            f'"{use.words if use.hit.entry.of else term.term}" is defined here in another way than in the profile',
            term.means.path,
            "the profile says what it means here",
            severity="error" if use.document.kind in OWN else "warning",
            expected=str(term.means),
            remedy=f"write: {term.means}   or leave the definition out",
        )


def _sentence(use: Use) -> str:
    text = use.block.text
    return text[slice(*sentence_at(text, use.hit.start))]


def _in_glossaries(case: Case) -> Iterator[tuple[Use, Term, Defined]]:
    """Definitions that stand beside their term in a table, or below it as a heading."""
    named = {str(name).lower(): term for term in terms_by_path(case).values() for name in (term.term, *term.also)}
    for document, block, _ in spoken(case):
        name = (block.row if block.column else block.headings[-1] if block.headings else "").strip(' :*."').lower()
        term = named.get(name.removeprefix("a ").removeprefix("the ")) if document.kind != "profile" and name else None
        if term and block.text.lower() != name and block.kind in ("cell", "paragraph") and in_a_table(tables_of(case), block):
            stop = sentences(block.text)[0][1] if sentences(block.text) else len(block.text)
            hit = Hit(Entry(str(term.term), "term"), 0, stop, 0, 0, "")
            yield Use(document, block, hit), term, Defined(0, stop, block.text[:stop])


def _same(case: Case, term: Term, says: str) -> bool:
    """Whether a definition adds so little to ours that it is ours in other words."""
    tables, about = tables_of(case), words_of(case)
    ours = " ".join((str(term.means), str(term.term), *map(str, term.also)))
    several = any(tables.has("joins a list", each.text) for each in words(unbound(tables, str(term.means))))
    base = basic(tables)
    known = {stem(base.get(each.text, each.text)) for each in words(ours) if not (several and tables.has("draws a line", each.text))}
    ideas = about.of(ours)
    said = [each.text for each in words(unbound(tables, _main(says)))]
    mine = [each for each in said if _telling(tables, about, each) or stem(each) in about.faint & known]
    fresh = [each for each in mine if stem(base.get(each, each)) not in known]
    new = [each for each in fresh if tables.has("draws a line", each) or not about.of(each) & ideas]
    return not new or _weight(tables, new) < ADDED * _weight(tables, mine)


def _main(says: str) -> str:
    """A definition without a short last alternative ("… or asks whether to"), which takes nothing away from ours."""
    head, joined, tail = says.rpartition(" or ")
    return head if joined and len(tail.split()) <= SHORT and len(head.split()) > SHORT - 2 else says


def _weight(tables: WordTables, said: list[str]) -> int:
    """How much words tell: those that draw a line count twice."""
    return sum(2 if tables.has("draws a line", each) else 1 for each in said)


def _telling(tables: WordTables, about: Subjects, word: str) -> bool:
    """Whether a word of a definition sets the thing apart: no small word, no *something*, none of the people that everything is about."""
    if tables.has("draws a line", word) or word.isdigit():
        return True
    return len(word) > 2 and not tables.has("small words", word) and not tables.has("wide words", word) and stem(word) not in about.faint
