"""What everybody learns and keeps, leaders learn and keep too.

Looks at: texts of the profile and of documents that let managers, leaders, directors or head office off: from training,
orientation, rules, shifts, and from the audience of courses, programmes and channels. "Leaders included", "nobody is
exempt", and "nobody but the manager may …" are fine, and so is a text that tells it as a trap.

Why: the course that leaders do not attend is the course that does not matter. Colleagues hear it from the empty chairs.

To put it right: write "everybody, leaders included". If leaders need another course, give them one more, not one less.
"""

from collections.abc import Iterator

from handbook.document import Block
from handbook.finding import Finding, Related, Span
from handbook.profile.people import Commitment
from handbook.rules._phrases import Hit, first, hits, phrases, sentence, speaks_for_us
from handbook.rules._records import of_kind, texts, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
COURSE = "learn: {curriculum: [{name: The first hour, audience: '"
BAD = (
    Example(COURSE + "Everybody except managers'}]}"),
    Example(COURSE + "All staff, excluding head office'}]}"),
    Example("orientation: {asks-of-me: [Directors do not have to attend the training.]}"),
    Example("recognition: {programmes: [{id: a, name: A, criterion: A deed., eligible: 'Everybody, but not senior management'}]}"),
    Example(COURSE + "Non-managerial staff, in the first week'}]}"),
    Example(text="# Training\n\nThe course is for all colleagues. Managers are exempt."),
    Example(text="All employees complete the induction, with the exception of executives."),
    Example(text="The house rules do not apply to the leadership team."),
)
GOOD = (
    Example(COURSE + "Everybody, General Managers included'}]}"),
    Example("orientation: {traps: [Leaders who do not have to attend the training.]}"),
    Example(text="Leaders are not exempt from the training."),
    Example(text="Nobody except the manager may change the rules of the house."),
    Example(text="Everybody completes the induction, without exception, managers included."),
    Example(text="Managers are excluded from the yearly draw for a bicycle."),
    Example(text="New colleagues need not know the rules by heart. Managers explain them."),
)
AUDIENCES = ("audience", "audience-is", "eligible", "who-may")
NEAR = 4


def check(case: Case) -> Iterator[Finding]:
    """A finding for each text that lets leaders off."""
    for text in texts(case):
        if speaks_for_us(text.path) and (hit := _exempt(case, text, text.path[-1] in AUDIENCES)):
            yield _finding(case, words_place(case, text, hit.start, hit.end), hit, case.dotted(text.path))
    for document in case.documents:
        for block in document.blocks if document.kind not in ("profile", "page") else ():
            if not block.quoted and (hit := _exempt(case, block.text, False, block)):
                yield _finding(case, document.span(block, hit.start, hit.end), hit, "")


def _exempt(case: Case, text: str, duty: bool, block: Block | None = None) -> Hit | None:
    """The words that let leaders off from a duty, if a text has such words."""
    if duty and (hit := first(case, "only-others", text)):
        return hit
    for leaders in hits(text, phrases(case, "leaders")):
        around = sentence(text, leaders.start, leaders.end)
        at = text.find(around)
        whole = " ".join((*block.headings, block.intro, text)) if block else text
        if first(case, "not-exempt", around) or not (duty or first(case, "duties", whole if len(whole) < 400 else around)):
            continue
        for start, end in _spans(case, text, leaders, at, at + len(around)):
            if not first(case, "negations", text[at:start]):
                return Hit(start, end, text[start:end])
    return None


def _spans(case: Case, text: str, leaders: Hit, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where words that let off stand a few words before or behind the leaders, in the same sentence."""
    for before in hits(text[start : leaders.start], phrases(case, "exempt-before")):
        between = text[start + before.end : leaders.start]
        if len(between.split()) < NEAR and "," not in between:
            yield start + before.start, leaders.end
    for after in hits(text[leaders.end : end], phrases(case, "exempt-after")):
        if len(text[leaders.end : leaders.end + after.start].split()) < NEAR:
            yield leaders.start, leaders.end + after.end


def _finding(case: Case, span: Span, hit: Hit, about: str) -> Finding:
    ours = next(iter(of_kind(case, Commitment)), None)
    return found(
        span,
        "this lets leaders off from what it asks of everybody else",
        expected="everybody, leaders included",
        found=f'"{hit.words}"',
        remedy="take the exception out; leaders go first",
        about=about,
        quote=hit.words,
        related=(Related(case.place(ours[0]), "what leaders do in view"),) if ours else (),
    )
