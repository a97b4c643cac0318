"""Nothing in our papers makes people wait for a form when we promise to put it right first.

Looks at: sentences such as "no credit without a purchase order" in chapters and documents, where the profile promises to
act at once. It is a question: only people can tell whether the two meet.

Why: finance protects the firm and service protects the customer. Both are right, and somebody has to say which comes first.

To put it right: talk it over with those who wrote it. If both may stand, say in the text for which cases it holds; or accept
the finding with a reason.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.prose import sentences
from handbook.ruling import Case, Example, found, here
from handbook.topics import words_of

SEVERITY = "question"
PROFILE = """
guarantees:
  - id: repair
    promise: If your machine stands still, we fix it first and talk about money later.
    remedy: {what: The visit is free, given: without being asked}
"""
BAD = (Example(PROFILE, "No repair without a purchase order number."),)
GOOD = (
    Example(PROFILE, "The purchase order may follow after the repair."),
    Example("guarantees:\n  - {id: a, promise: We write within a day.}", "No repair without a purchase order number."),
)


def check(case: Case) -> Iterator[Finding]:
    """A question for each sentence that asks for paper or money first."""
    about = words_of(case)
    ruling = next((each for each in _promises(case) if about.cue("service-first").inside(str(each))), None)
    cue = about.cue("finance-first")
    for document in case.documents if ruling is not None else ():
        for block in document.blocks:
            if document.kind == "profile" or block.quoted or not cue.inside(block.text):
                continue
            for start, end in sentences(block.text):
                sentence = block.text[start:end]
                if cue.inside(sentence) and not of_somebody_else(about, sentence):
                    yield found(
                        document.span(block, start, end),
                        "does this make people wait for paper or money, where we promise to act first?",
                        expected=str(ruling),
                        found=f'"{sentence[:160]}"',
                        remedy="ask those who wrote it; say for which cases it holds, or accept this finding with a reason",
                        related=(here(case, getattr(ruling, "path", ()), "this is what we promise"),),
                        about=case.dotted(getattr(ruling, "path", ())),
                        quote=sentence,
                    )


def _promises(case: Case) -> Iterator[object]:
    for guarantee in case.profile.guarantees:
        yield guarantee.promise
        if guarantee.remedy and guarantee.remedy.given:
            yield from (each for each in [guarantee.promise] if guarantee.remedy.given == "without being asked")
    if case.profile.recovery and case.profile.recovery.we_say:
        yield case.profile.recovery.we_say
