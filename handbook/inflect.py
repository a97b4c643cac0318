"""A message -> other forms of its words, for a search engine that only knows the forms it has read.

Our own search worker stems, so it needs none of this. Zensical's search cannot be replaced; there a chapter prints
these words in a hidden paragraph. The forms are made by rule and for finding only: "roomed" does no harm unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handbook import english


def _names(text: str) -> frozenset[str]:
    """The words of one line as a set."""
    return frozenset(text.split())


_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_STOP = frozenset(english.STOP_WORDS.split())
_FAMILIES = {word: group.split() for group in english.FAMILIES.split("|") for word in group.split()}
_SPELLING = tuple((re.compile(old), new.replace("$", "\\")) for old, new in english.SPELLING)
_BRITISH = (
    (re.compile(r"^(.{3,})iz(e[drs]?|ing|ations?)$"), r"\1is\2"),
    (re.compile(r"^(col|flav|fav|hon|harb|lab|neighb|behavi)or(s|ed|ing|ite|al|hood)?$"), r"\1our\2"),
)
_ONE_SPELLING = re.compile(r"(?:prom|ra|exerc|serv|surpr|adv|rev|superv)is")
_FIXED = _names(
    "after again also always another before best better between both each eight even ever every first five four half"
    " here last less more most never next nine often once only other seven still three today tomorrow twice under until"
    " used very well within without yesterday"
)
_REGULAR = _names("ask complain customer decide pay permit")

_HISSING = ("s", "x", "z", "ch", "sh")
_NO_VERB = re.compile(r"(?:tion|sion|ment|ness|ity|[ae]nce|ship|[eo]r|ist|ful|ous|[ai]ble|al|ive|ic|ly|less)$")
_ENDS_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
_LOST_E = re.compile(r"(?:[aeiou][cgsvz]|[nr][cgsv]|at|iz|[^aeiou][aeiou][kl]|[bcdfgkpt]l|u[rt]|ir|in[e]?)$")


def also_words(text: str) -> tuple[str, ...]:
    """Other regular forms of the content words, in the order of the text, without those already in it.

    Plural and singular, -ed and -ing, British and American spelling; a few irregular families.
    """
    words = list(dict.fromkeys(_WORD.findall(text.lower().replace("\u2019", "'"))))
    found = dict.fromkeys(form for word in words for form in _forms(word.removesuffix("'s")))
    return tuple(form for form in found if form not in words)


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, ...]:
    """The other forms of one word; none for words a question is full of."""
    if word in _STOP or word in _FIXED or len(word) < 4 or "'" in word or word.endswith("ly"):
        return ()
    family = _FAMILIES.get(word) or _FAMILIES.get(_base(word))
    if family:
        more = _inflected(family[0]) if family[0] in _REGULAR else ()
        return tuple(form for form in dict.fromkeys((*family, *more)) if form != word)
    base = _base(_base(word))
    forms = dict.fromkeys(form for one in (base, *_inflected(base)) for form in (one, *_spellings(one)))
    return tuple(form for form in forms if form != word)


def _base(word: str) -> str:
    """The word without a plural or verb ending: "queries" -> "query", "stopped" -> "stop", "noted" -> "note"."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ied", "y")):
        if word.endswith(ending) and len(word) > 4:
            return word.removesuffix(ending) + instead
    if word.endswith("es") and word[:-2].endswith(("x", "ch", "sh", "zz")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    verb = re.match(r"(.*[aeiouy].*[^e])(?:ed|ing)$", word)
    return _whole(verb[1]) if verb and len(verb[1]) > 2 else word


def _whole(stem: str) -> str:
    """A verb stem as its verb: "stopp" -> "stop", "not" -> "note", "call" -> "call"."""
    if re.search(r"([bdgmnprt])\1$|[aeiou].*[aeiou]ll$", stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) or re.fullmatch(r"[^aeiou]+[aeiou][^aeiouwxy]", stem) else stem


def _inflected(base: str) -> Iterator[str]:
    """The regular forms of a base: plural or third person, and -ed and -ing unless it can be no verb."""
    consonant_y = re.search(r"[^aeiou]y$", base) is not None
    yield base[:-1] + "ies" if consonant_y else base + ("es" if base.endswith(_HISSING) else "s")
    if _NO_VERB.search(base) and len(base) > 5:
        return
    if base.endswith("e"):
        yield from (base + "d", (base if base.endswith("ee") else base[:-1]) + "ing")
    else:
        stem = base + base[-1] if _ENDS_SHORT.match(base) else base
        yield from (base[:-1] + "ied" if consonant_y else stem + "ed", stem + "ing")


def _spellings(word: str) -> Iterator[str]:
    """The word in the other spelling, British or American, where a rule knows one."""
    for pattern, other in (*_SPELLING, *_BRITISH):
        if pattern.match(word) and not _ONE_SPELLING.search(word):
            yield pattern.sub(other, word)
            return
