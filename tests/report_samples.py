"""Findings of every kind, with the texts they are about, for the tests of the reports."""

from handbook.finding import Edit, Finding, Related, Span
from handbook.rules import Rule
from handbook.ruling import Example

PROFILE = """\
organisation: {name: Harbour House}
facts:
  reply-time: {is: 4 hours}
guarantees:
  - id: quick-reply
    promise: Tell us what went wrong, and a person who can act replies within {reply-time}.
  - id: room-ready
    promise: Your room is ready by 15:00, or dinner is on us.
    unless: [The guest booked after noon for the same night.]
"""
ADVERT = """\
# Summer at Harbour House

Something is not right? Write to us, and a person who can act replies within 24
hours. Your room is ready by 14:00, always.

🙂 مرحبا Cafe\u0301 for all! Ask our staff about late check-out; 100 % of customers love it.
"""
POLICY = """\
Complaint policy
The purpose of this policy is to make sure that every complaint that reaches the house, by letter, by telephone or in person, is \
answered in writing within 5 business days of its receipt by the manager on duty.
Goodwill of up to AED 500 per stay may be given by the front desk.
"""
TEXTS = {"house/profile.yaml": PROFILE, "adverts\\summer sale, 50%.md": ADVERT, "policies/complaints.docx": POLICY}
HOUSE, SALE, COMPLAINTS = TEXTS


def span(file: str, words: str, part: str = "") -> Span:
    """Where words stand in a file, from its text."""
    text = TEXTS[file]
    start = text.index(words)
    ends = []
    for at in (start, start + len(words)):
        ends += [text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)]
    return Span(file, *ends, part)


def findings() -> tuple[Finding, ...]:
    """A contradiction over two lines, one with an edit, a question, two words, a document, a note, and a mistake of the profile."""
    promise = Related(span(HOUSE, "within {reply-time}"), "the promise")
    fact = Related(span(HOUSE, "4 hours"), "which is 4 hours")
    return (
        Finding(
            "sample-number",
            "error",
            "this text gives 24 hours for the reply; we promise 4 hours",
            span(SALE, "within 24\nhours"),
            expected="within 4 hours",
            found="within 24 hours",
            remedy="write   within 4 hours   , or change the fact reply-time if 24 hours is right",
            related=(promise, fact),
            about="guarantees.quick-reply.promise",
            quote="within 24 hours",
        ),
        Finding(
            "sample-number",
            "error",
            "this text promises the room by 14:00; we promise 15:00",
            span(SALE, "14:00"),
            expected="15:00",
            found="14:00",
            remedy="write 15:00",
            related=(Related(span(HOUSE, "15:00"), "the promise"),),
            about="guarantees.room-ready.promise",
            quote="14:00",
            edits=(Edit(span(SALE, "14:00"), "15:00"),),
        ),
        Finding(
            "sample-absolute",
            "question",
            'the text says "always", and the promise has an exception: will people understand it',
            span(SALE, "always"),
            remedy='say the exception, or leave out "always"',
            related=(Related(span(HOUSE, "The guest booked after noon"), "the exception"),),
            about="guarantees.room-ready.promise",
            quote="always",
        ),
        _word("staff", "colleagues", "it makes one grey mass of many people"),
        _word("customers", "guests", "a guest is [not] a sale, 100 %"),
        Finding(
            "sample-number",
            "error",
            "this policy answers in 5 business days; we promise 4 hours",
            span(COMPLAINTS, "within 5 business days", "paragraph 2"),
            expected="within 4 hours",
            found="within 5 business days",
            remedy="write   within 4 hours   , or change the promise",
            related=(promise,),
            about="guarantees.quick-reply.promise",
            quote="within 5 business days",
            edits=(Edit(span(COMPLAINTS, "within 5 business days", "paragraph 2"), "within 4 hours"),),
        ),
        Finding(
            "sample-copy",
            "note",
            "this amount is the fact desk-limit, written out",
            span(COMPLAINTS, "AED 500", "paragraph 3"),
            remedy="nothing to do today; when the limit changes, change this line too",
            quote="AED 500",
        ),
        Finding(
            "said-twice",
            "error",
            "something is said twice",
            Span(HOUSE, 4, 1, 4, 11),
            remedy="keep one of the two",
            related=(Related(Span(HOUSE, 2, 1, 2, 6), "first said\r\nhere"),),
        ),
    )


def _word(word: str, instead: str, why: str) -> Finding:
    place = span(SALE, word)
    return Finding(
        "sample-word",
        "warning",
        f'"{word}" is a word we leave out: {why}',
        place,
        found=f'"{word}"',
        guess=instead,
        remedy=f"write {instead}",
        quote=word,
        edits=(Edit(place, instead),),
    )


STORY = """\
A promise says what people get when it is not kept.

Looks at: every guarantee, and whether it has a `remedy` with words for what people get, be it money, dinner, or a
letter.

Why: a promise that costs nothing when it is broken is a hope.

Two colleagues invent two different things.

To put it right: write under `remedy` what people get."""
RULE = Rule(
    "sample-number",
    "error",
    STORY.split("\n", 1)[0],
    STORY,
    (Example("guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.", "We bring it by 13:00.", "2027-01-31"),),
    (Example("guarantees: []"),),
    lambda case: iter(()),
)
