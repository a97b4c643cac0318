"""Nobody is punished for the judgement that the handbook asks of them.

Looks at: sentences in chapters and documents that threaten ("deviation is misconduct"), where the profile asks people to
decide for themselves. It is a question: only people can tell whether the two meet.

Why: one such sentence in a contract outweighs a chapter on trust.

To put it right: say where the rule has no exception (safety, law, money laundering) and that elsewhere judgement counts; or
accept the finding with a reason.
"""

from collections.abc import Iterator

from handbook.declare import Said
from handbook.finding import Finding, Span
from handbook.meaning import of_somebody_else
from handbook.prose import sentences
from handbook.ruling import Case, Example, found, here
from handbook.topics import words_of

SEVERITY = "question"
PROFILE = "lead: {rules: [{rule: Use your judgement.}]}\n"
BAD = (Example(PROFILE, "Any deviation from the procedure is misconduct."),)
GOOD = (
    Example(PROFILE, "The procedure is a help, not a cage."),
    Example("lead: {rules: [{rule: Look up first.}]}", "Any deviation from the procedure is misconduct."),
)


def check(case: Case) -> Iterator[Finding]:
    """A question for each sentence that threatens those who use their judgement."""
    about = words_of(case)
    ruling = next((each for each in _asked(case) if about.cue("judgement").inside(str(each))), None)
    cue = about.cue("discipline")
    for document in case.documents if ruling is not None else ():
        for block in document.blocks:
            if document.kind == "profile" or block.quoted or not cue.inside(block.text):
                continue
            for start, end in sentences(block.text):
                if cue.inside(block.text[start:end]) and not of_somebody_else(about, block.text[start:end]):
                    assert ruling is not None
                    yield _question(case, document.span(block, start, end), block.text[start:end], ruling)


def _asked(case: Case) -> Iterator[Said]:
    lead, vision = case.profile.lead, case.profile.vision
    if lead:
        yield from (each.rule for each in lead.rules)
        yield from (each for each in [lead.anyone_can_lead, lead.we_say] if each)
        yield from (each for each in lead.asks_of_me)
    if vision and vision.decision_test:
        yield vision.decision_test
    for value in case.profile.values:
        yield from value.we_do


def _question(case: Case, span: Span, sentence: str, ruling: Said) -> Finding:
    return found(
        span,
        "does this threaten people for using the judgement that we ask of them?",
        expected=str(ruling),
        found=f'"{sentence[:160]}"',
        remedy="say where there is no exception and that elsewhere judgement counts, or accept this finding with a reason",
        related=(here(case, ruling.path, "here we ask for judgement"),),
        about=case.dotted(ruling.path),
        quote=sentence,
    )
