"""A term has one meaning, and a word belongs to one term.

Looks at: the terms of the profile, with their other forms (`also`) and the words they avoid; and sentences in chapters
and documents that define a term of ours ("A complaint means …").

Why: where a complaint is only what comes in writing on one page, and any sign of discontent on another, two colleagues
treat the same guest in two ways, and both are right.

To put it right: keep one of the two. Let the text refer to the term instead of defining it again, or change the term
if the text is right.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import OWN, Use, tables_of, uses
from handbook.profile.language import Term
from handbook.prose import sentences, stem, words
from handbook.rules._wording import terms_by_path, worded
from handbook.ruling import Case, Example, found, here, home
from handbook.wording import Entry, Lexicon

SEVERITY = "error"
_COMPLAINT = "language:\n  terms:\n    - {term: complaint, means: 'Any sign that somebody is not content, said, written or shown.'}\n"
BAD = (
    Example(_COMPLAINT + "    - {id: written, term: Complaints, means: A letter in which somebody complains.}\n"),
    Example(_COMPLAINT + "    - {term: trouble, means: Something wrong., also: [complaint]}\n"),
    Example(_COMPLAINT + "    - {term: trouble, means: Something wrong., avoid: {complaint: It is stiff.}}\n"),
    Example(_COMPLAINT, "A complaint is a written statement which reaches us by post."),
)
GOOD = (
    Example(_COMPLAINT + "    - {term: remedy, means: What a guest gets., avoid: {compensation: Stiff.}}\n", "A complaint is a gift."),
    Example(_COMPLAINT, "A complaint means any sign that somebody is not content. It may be said or written or shown."),
)
ALIKE = 0.5
"""A definition that shares more of its words with ours is the same one."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for each word that two terms claim, and each sentence that defines a term in another way."""
    yield from _claimed_twice(case)
    for use in uses(case, "term", "variant"):
        if use.document.kind != "profile" and not use.block.quoted and (defined := _definition(case, use)):
            yield from _defined_otherwise(case, use, defined)


def _claimed_twice(case: Case) -> Iterator[Finding]:
    terms = case.profile.language.terms if case.profile.language else ()
    for number, term in enumerate(terms):
        known = Lexicon(tables_of(case), tuple(_own(term)))
        for other in terms[number + 1 :]:
            yield from _clash(case, term, known, other)


def _own(term: Term) -> Iterator[Entry]:
    path = home(term)
    yield Entry(term.term, "is the term", term.term.path, "noun")
    yield from (Entry(each, "is another form of the term", each.path, "noun") for each in term.also)
    yield from (Entry(word, "is avoided for the term", (*path, "avoid", str(word)), "noun") for word in term.avoid)


def _clash(case: Case, term: Term, known: Lexicon, other: Term) -> Iterator[Finding]:
    for mine in _own(other):
        for hit in known.find(mine.phrase):
            whole = hit.start == 0 and hit.end == len(mine.phrase)
            both_avoided = "avoided" in mine.what and "avoided" in hit.entry.what
            if whole and not both_avoided:
                yield found(
                    case.place(mine.path),
                    f'"{mine.phrase}" {mine.what} "{other.term}" here, and "{hit.entry.phrase}" {hit.entry.what} "{term.term}" elsewhere',
                    expected="a word that belongs to one term",
                    found=f'"{mine.phrase}" with two meanings',
                    remedy="keep it in one of the two terms",
                    related=(here(case, hit.entry.path, f'it {hit.entry.what} "{term.term}" here'),),
                    about=case.dotted(home(other)),
                    quote=mine.phrase,
                )


def _defined_otherwise(case: Case, use: Use, defined: str) -> Iterator[Finding]:
    term = terms_by_path(case)[use.hit.entry.of]
    if not _same(defined, str(term.means)):
        yield worded(
            case,
            use,
            f'"{use.words}" is defined here in another way than in the profile',
            term.means.path,
            "the profile says what it means here",
            severity="error" if use.document.kind in OWN else "warning",
            expected=str(term.means),
            remedy=f"write: {term.means}   or leave the definition out",
        )


def _definition(case: Case, use: Use) -> str:
    """What a sentence says that a word means, where the sentence opens with the word and defines it; else nothing."""
    text, start, end = use.block.text, use.hit.start, use.hit.end
    begin, stop = next(((first, last) for first, last in sentences(text) if first <= start < last), (0, 0))
    lead, rest = [each.text for each in words(text[begin:start])], text[end:stop].lstrip(" \"'")
    tables = tables_of(case)
    if len(lead) > 2 or any(not tables.has("opens a definition", word) for word in lead):
        return ""
    for verb in tables.list("defines"):
        if rest.lower().startswith(verb + " "):
            return rest[len(verb) + 1 :]
    following = [each.text for each in words(rest)]
    is_one = len(following) > 4 and tables.has("is one", following[0]) and tables.has("kind of thing", following[1])
    are_many = len(following) > 4 and tables.has("are several", following[0]) and use.hit.mark == "many" and not lead
    clause = any(tables.has("opens a clause", word) for word in following[2:])
    single = not lead or tables.has("articles", lead[0])
    if single and ((is_one and (clause or not tables.has("one of a kind", following[1]))) or (are_many and clause)):
        return rest.partition(" ")[2]
    return ""


def _same(one: str, other: str) -> bool:
    mine, ours = ({stem(each.text) for each in words(text) if len(each.text) > 3} for text in (one, other))
    return not mine or len(mine & ours) > ALIKE * min(len(mine), len(ours))
