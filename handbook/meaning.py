"""How a quantity in a sentence is meant: as a claim about how things are here, or as history, example, law, somebody else's …"""

import re
from dataclasses import replace
from decimal import Decimal

from handbook.mentions import Mention
from handbook.quantity import Clock, Duration
from handbook.subjects import Subjects

_QUOTES = re.compile(r'"[^"]{1,400}"')
_NAME = re.compile(r"(?:The )?[A-Z][\w'-]+(?: (?:&|and|of|at|[A-Z][\w'-]+))+(?= [a-z(])")
_JOINED = re.compile(r"[A-Z][a-z]+[A-Z]\w+(?= [a-z]+s )")
AT_ONCE, FOR_EVER = Duration(Decimal(20), "second"), Duration(Decimal(100), "year")
"""What *at once* and *for ever* are taken for."""
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
    if mention.kind == "time" and subjects.cue("first-of").inside(" ".join(near.split()[-1:])):
        return "a part of a time"
    if mention.bound in ("more than", "at least", "less than") and subjects.cue("conditions").inside(sentence[:start].rsplit(",", 1)[-1]):
        return "a condition"
    if subjects.cue("instead").inside(near):
        return "instead"
    free = mention.kind == "money" and subjects.cue("no-approval").inside(sentence)
    if not free and subjects.cue("denial").inside(" ".join(near.split()[-3:])) and mention.bound not in ("more than", "after"):
        return "denied"
    if subjects.cue("past").inside(sentence) and not any(subjects.cue(name).inside(sentence) for name in ("promising", "present")):
        return "a story"
    return ""


def turned(subjects: Subjects, sentence: str, mention: Mention, offset: int) -> Mention:
    """The quantity as meant: *nobody waits longer than* is a promise of at most; *two days, weekends included* runs on the calendar."""
    before = sentence[: mention.bound_start - offset]
    if mention.bound in ("more than", "after", "at least"):
        conditional = subjects.cue("conditions").inside(before) or before.lower().startswith(subjects.forms("conditional-starts"))
        denied = mention.bound != "at least" and subjects.cue("denial").inside(before)
        mention = replace(
            mention, bound="within" if denied else mention.bound if not conditional and subjects.cue("takes").inside(before) else ""
        )
    if (clock := _clock(subjects, sentence)) and isinstance(mention.low, Duration) and isinstance(mention.high, Duration):
        return replace(mention, low=replace(mention.low, clock=clock), high=replace(mention.high, clock=clock))
    return mention


def _clock(subjects: Subjects, sentence: str) -> Clock | None:
    if subjects.cue("clock-calendar").inside(sentence):
        return "calendar"
    return "business" if subjects.cue("clock-business").inside(sentence) else None


def clock_place(subjects: Subjects, sentence: str) -> tuple[int, int] | None:
    """Where a sentence says which hours count, beside the length of time itself."""
    match = subjects.cue("clock-calendar").search(sentence) or subjects.cue("clock-business").search(sentence)
    return match.span() if match else None


def unmeasured(subjects: Subjects, text: str, start: int, end: int, inside: list[Mention]) -> list[Mention]:
    """Lengths of time said without a figure: *at once*, *for ever*, *by the third day*."""
    found = []
    for name, value, bound in (("at-once", AT_ONCE, "within"), ("for-ever", FOR_EVER, "up to")):
        for match in subjects.cue(name).finditer(text, start, end):
            found.append(Mention(match.start(), match.end(), value, value, bound, match.start(), "time", False))
    for first, last, led, count, unit, clock in subjects.ordinal_days(text, start, end):
        value = Duration(Decimal(count), unit, clock)
        found.append(Mention(first, last, value, value, "within", led, "time", False))
    return [each for each in found if not any(other.bound_start < each.end and each.start < other.end for other in inside)]


def another_firm(subjects: Subjects, sentence: str, own: frozenset[str]) -> bool:
    """Whether a sentence begins with the name of a firm that is not ours. `own` are the words that our profile uses, in lower case."""
    name = _NAME.match(sentence)
    if name is None:
        joined = _JOINED.match(sentence)
        return joined is not None and joined[0].lower() not in own
    strange = [each for each in name[0].split() if each[:1].isupper() and each.lower() not in own]
    if subjects.cue("firms").inside(name[0]):
        return any(each in name[0].split()[1:] for each in strange)
    return len(strange) > 1 and not subjects.cue("role-nouns").inside(name[0])


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
