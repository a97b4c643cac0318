"""What has ended is no longer promised, referred to or advertised.

Looks at: messages with an `effective-until` before today, other messages that refer to them by id, and every text of
the profile and of the documents that names an ended offer or repeats its words. A sentence that says itself that it is
over ("ended in February", "until last year", "no longer") is fine, and so is the last day.

Why: "free returns this season" stays on a page for years. Customers may call it in, and are right.

To put it right: take the sentence and the references out. Set   status: retired   to keep the message for the record,
or move   effective-until   if it goes on.
"""

from collections.abc import Iterator
from datetime import date

from handbook.catalogue import label
from handbook.declare import Path, Ref
from handbook.document import Block, Document
from handbook.finding import Finding, Related, Span
from handbook.profile.header import Header
from handbook.profile.promises import Offer
from handbook.rules._phrases import Hit, first, hits, sentence, speaks_for_us
from handbook.rules._records import of_kind, records, refs, texts, value_place, words_place
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "warning"
OFFER = "offers: [{id: winter, name: The winter breakfast, says: Children eat free all winter., effective-until: "
OLD = "guarantees: [{id: noon, promise: It comes by noon., effective-until: 2026-10-31}]\n"
BAD = (
    Example(OFFER + "2026-02-28}]"),
    Example(OLD + "segments: [{id: shops, who: Shops, need: Speed., never-changes: [noon]}]"),
    Example(OFFER + "2026-02-28}]", "Book the winter breakfast with your room."),
    Example(OFFER + "2026-02-28}]", "Good news: children eat free all winter."),
    Example(OFFER + "2026-02-28}]\nlearn: {exercises: [Tell a family about the winter breakfast.]}"),
)
GOOD = (
    Example(OFFER + "2026-11-25}]", "Book the winter breakfast with your room."),
    Example(OFFER + "2027-02-28}]", "Children eat free all winter."),
    Example(OFFER + "2026-02-28, status: retired}]", "Book the winter breakfast with your room."),
    Example("guarantees: [{id: noon, promise: It comes by noon., effective-until: 2027-10-31}]"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each message that has ended, and for each text that goes on saying an ended offer."""
    for path, record in records(case):
        until = getattr(record, "effective_until", None)
        if isinstance(record, Header) and isinstance(until, date) and until < case.today:
            yield _over(case, path, record, until)
    for path, offer in of_kind(case, Offer):
        if isinstance(offer.effective_until, date) and offer.effective_until < case.today:
            yield from _still_said(case, path, offer, offer.effective_until)


def _over(case: Case, path: Path, record: Header, until: date) -> Finding:
    users = _users(case, record)
    return found(
        value_place(case, until),
        f"{label(record) or case.dotted(path)} has ended, and " + ("other messages refer to it" if users else "the handbook still says it"),
        expected="only what holds today",
        found=f"its last day was {date_in_words(until)}",
        remedy="add   status: retired   and take the references out, or move effective-until if it goes on",
        about=case.dotted(path),
        quote=until.isoformat(),
        related=tuple(Related(case.places.get(each.path) or case.place(each.path), "refers to it") for each in users[:5]),
    )


def _users(case: Case, record: Header) -> list[Ref]:
    """Every reference of the profile that means the record."""
    kind, name = case.catalogue.key(record)
    return [ref for _, ref in refs(case) if name and str(ref) == name and kind in ref.sections]


def _still_said(case: Case, path: Path, offer: Offer, until: date) -> Iterator[Finding]:
    wanted = (str(offer.name), str(offer.says).rstrip(".!"))
    for text in texts(case):
        if text.path[: len(path)] != path and speaks_for_us(text.path) and (hit := _said(case, text, wanted)):
            yield _finding(case, words_place(case, text, hit.start, hit.end), hit, offer, until)
    for document in case.documents:
        for block in document.blocks if document.kind not in ("profile", "page") else ():
            if not block.quoted and (hit := _said(case, block.text, wanted)):
                yield _finding(case, _place(document, block, hit), hit, offer, until)


def _place(document: Document, block: Block, hit: Hit) -> Span:
    return document.span(block, hit.start, hit.end)


def _said(case: Case, text: str, wanted: tuple[str, ...]) -> Hit | None:
    hit = next(hits(text, wanted), None)
    return None if hit is None or first(case, "over", sentence(text, hit.start, hit.end).replace(hit.words, " ")) else hit


def _finding(case: Case, span: Span, hit: Hit, offer: Offer, until: date) -> Finding:
    return found(
        span,
        f"this speaks of an offer that ended on {date_in_words(until)}",
        expected="only what holds today",
        found=f'"{hit.words}"',
        remedy="take the sentence out, or say that the offer is over",
        about=case.dotted((*offer.says.path[:-1], "effective-until")),
        quote=hit.words,
        related=(Related(value_place(case, until), "its last day"),),
    )
