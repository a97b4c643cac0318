"""An offer that has ended is not advertised any more.

Looks at: sentences in chapters and documents that offer something until a day that is past.

Why: somebody will ask for it, and will be right to.

To put it right: take the sentence out, or write the new day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else_but_years
from handbook.prose import sentences
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words
from handbook.topics import words_of

SEVERITY = "warning"
BAD = (
    Example("", "Book now: 20% off until 31 March 2025."),
    Example("", "Half-price swimming, valid to 31 August 2025."),
    Example("", "The offer ends on 2026-06-30."),
    Example("", "Two nights for the price of one. Valid until: 30 June 2025."),
    Example("", "Double points from 1 \u2013 31 May 2025."),
    Example("", "A free month until the end of September 2025."),
)
GOOD = (
    Example("", "Book now: 20% off until 31 March 2027."),
    Example("", "Until 31 March 2025 we had an office in the harbour."),
    Example("", "Book now: 20% off until November 2026."),
    Example("", "The lease runs until 30 June 2026."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each offer whose last day is past."""
    about = words_of(case)
    pattern = case.once("ends on", lambda _: _pattern(about.forms("ends-on"), tuple(about.months)))
    for document in case.documents:
        for block in document.blocks if document.kind != "profile" else ():
            if not block.quoted and about.cue("offers").inside(block.text) and pattern.search(block.text):
                for start, end in sentences(block.text):
                    yield from _in_sentence(case, document, block, start, end, pattern)


def _pattern(ends: tuple[str, ...], months: tuple[str, ...]) -> re.Pattern[str]:
    """An expression made from the table: *until*, *valid to* … and a day in one of its usual forms."""
    led = "|".join(re.escape(each) for each in sorted(ends, key=lambda each: -len(each)))
    named = "|".join(sorted(months, key=lambda each: -len(each)))
    day = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{named})\.?,?\s+(?P<year>\d{{4}})"
    american = rf"(?P<month2>{named})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    numeric = r"(?P<first>\d{1,2})[./](?P<second>\d{1,2})[./](?P<year3>\d{4})"
    whole = rf"(?P<month3>{named})\.?,?\s+(?P<year4>\d{{4}})"
    told = rf"(?:{day}|{american}|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|{numeric}|{whole})"
    return re.compile(rf"(?<!\w)(?:(?:{led}):?|\d{{1,2}}\.?\s?[\u2013-])\s*(?<=[\s:\u2013-]){told}(?!\w)", re.I)


def _in_sentence(case: Case, document: Document, block: Block, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Finding]:
    about = words_of(case)
    sentence = block.text[start:end]
    if not about.cue("offers").inside(sentence) or of_somebody_else_but_years(about, sentence):
        return
    if about.cue("past").inside(sentence):
        return
    for match in pattern.finditer(block.text, start, end):
        day = _day(match, about.months)
        if day and day < case.today:
            yield found(
                document.span(block, match.start(), match.end()),
                f"this offer ended on {date_in_words(day)}",
                expected="an offer that can still be had",
                found=f'"{sentence[:160]}"',
                remedy="take the sentence out, or write the new day",
                quote=match[0],
            )


def _day(match: re.Match[str], months: dict[str, int]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["year3"]:
            day, month = int(match["first"]), int(match["second"])
            return date(int(match["year3"]), *((month, day) if month <= 12 else (day, month)))
        if match["month3"]:
            number, year = months[match["month3"].lower()], int(match["year4"])
            return date(year, number, monthrange(year, number)[1])
        name = (match["month"] or match["month2"]).lower()
        return date(int(match["year"] or match["year2"]), months[name], int(match["day"] or match["day2"]))
    except ValueError:
        return None
