"""How a quantity in a sentence is meant: as a claim about how things are here, or as history, example, law, somebody else's …"""

import re
from dataclasses import replace
from decimal import Decimal

from handbook.mentions import Mention
from handbook.quantity import Duration
from handbook.subjects import Subjects

_QUOTES = re.compile(r'"[^"]{1,400}"')
_NAME = re.compile(r"(?:The )?[A-Z][\w'-]+(?: (?:&|and|of|at|[A-Z][\w'-]+))+(?= [a-z(])")
HOUR, AGES = Duration(Decimal(1), "hour"), Duration(Decimal(100), "year")
NEAR = 45
"""Characters before a quantity in which "instead of" still speaks of it."""


def not_a_claim(subjects: Subjects, sentence: str, mention: Mention, offset: int) -> str:
    """Why the quantity claims nothing about our promises, or an empty text. `offset` is where the sentence begins in its block."""
    start, end = mention.bound_start - offset, mention.end - offset
    if sentence.rstrip(" \"')").endswith("?"):
        return "a question"
    for name in ("history", "example", "others", "law", "scopes"):
        if subjects.cue(name).inside(sentence):
            return name
    if subjects.year().inside(sentence):
        return "another year"
    if any(quote.start() < start and end < quote.end() for quote in _QUOTES.finditer(sentence)):
        return "quoted"
    near = sentence[max(start - NEAR, 0) : start]
    if mention.bound in ("more than", "at least", "less than") and subjects.cue("conditions").inside(sentence[:start].rsplit(",", 1)[-1]):
        return "a condition"
    if subjects.cue("instead").inside(near):
        return "instead"
    if subjects.cue("denial").inside(" ".join(near.split()[-3:])) and mention.bound not in ("more than", "after"):
        return "denied"
    if subjects.cue("past").inside(sentence) and not subjects.cue("promising").inside(sentence):
        return "a story"
    return ""


def turned(subjects: Subjects, sentence: str, mention: Mention, offset: int) -> Mention:
    """The quantity as meant: *nobody waits longer than* is a promise of at most."""
    if mention.bound in ("more than", "after") and subjects.cue("denial").inside(sentence[: mention.bound_start - offset]):
        return replace(mention, bound="within")
    return mention


def unmeasured(subjects: Subjects, text: str, start: int, end: int, inside: list[Mention]) -> list[Mention]:
    """Lengths of time said without a figure: *at once* as an hour at most, *for ever* as a hundred years at least."""
    found = []
    for name, value, bound in (("at-once", HOUR, "within"), ("for-ever", AGES, "up to")):
        for match in subjects.cue(name).pattern.finditer(text, start, end):
            if not any(each.bound_start < match.end() and match.start() < each.end for each in inside):
                found.append(Mention(match.start(), match.end(), value, value, bound, match.start(), "time", False))
    return found


def another_firm(subjects: Subjects, sentence: str, own: frozenset[str]) -> bool:
    """Whether a sentence begins with the name of a firm that is not ours. `own` are the words of our own names, in lower case."""
    name = _NAME.match(sentence)
    if not name or not subjects.cue("firms").inside(name[0]):
        return False
    return any(each[:1].isupper() and each.lower() not in own for each in name[0].split()[1:])


def softened(subjects: Subjects, sentence: str, mention: Mention) -> bool:
    """Whether the sentence speaks of an aim or a habit, not of a promise."""
    return mention.hedged or any(subjects.cue(name).inside(sentence) for name in ("internal", "hedges"))


def of_somebody_else(subjects: Subjects, sentence: str) -> bool:
    """Whether a sentence speaks of the past, of an example, of other firms or of the law, or asks a question."""
    return subjects.year().inside(sentence) or of_somebody_else_but_years(subjects, sentence)


def of_somebody_else_but_years(subjects: Subjects, sentence: str) -> bool:
    """The same, though a year that is named makes it no past."""
    names = ("history", "example", "others", "law")
    return sentence.rstrip(" \"')").endswith("?") or any(subjects.cue(name).inside(sentence) for name in names)
