"""What everybody learns and keeps, leaders learn and keep too.

Looks at: texts of the profile and of documents that let managers, leaders, directors or head office off: from training,
orientation, rules, shifts, and from the audience of courses, programmes and channels. "Leaders included", "nobody is
exempt", and "nobody but the manager may …" are fine, and so is a text that tells it as a trap.

Why: the course that leaders do not attend is the course that does not matter. Colleagues hear it from the empty chairs.

To put it right: write "everybody, leaders included". If leaders need another course, give them one more, not one less.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.document import Block
from handbook.finding import Finding, Related, Span
from handbook.glossary import tables_of
from handbook.profile.people import Commitment
from handbook.prose import vocabulary, words
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
    Example(text="Every new colleague stands at the desk for a day, leads excepted."),
    Example(text="The walk is compulsory for everybody below the grade of manager."),
    Example(text="Riding with a crew is compulsory for non-managerial grades."),
)
GOOD = (
    Example(COURSE + "Everybody, General Managers included'}]}"),
    Example("orientation: {traps: [Leaders who do not have to attend the training.]}"),
    Example(text="Leaders are not exempt from the training."),
    Example(text="Nobody except the manager may change the rules of the house."),
    Example(text="Everybody completes the induction, without exception, managers included."),
    Example(text="Managers are excluded from the yearly draw for a bicycle."),
    Example(text="Everybody walks the works on day one, the Managing Director included; no manager is exempt."),
    Example(text="Managers must attend too, and not only new colleagues."),
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
    named = case.once("leaders", _leaders)
    if named.firsts.isdisjoint(vocabulary(text)):
        return None
    whole = " ".join((*block.headings, block.intro, text)) if block else text
    if (hit := first(case, "only-others", text)) and (duty or _is_duty(case, whole, sentence(text, hit.start, hit.end))):
        return hit
    for leaders in hits(text, named.titles):
        around = sentence(text, leaders.start, leaders.end)
        at = text.find(around)
        for start, end in _spans(case, text, leaders, at, at + len(around)):
            says = text[start:end]
            asked = duty or _is_duty(case, whole.replace(says, " "), around.replace(says, " "))
            if asked and not _denied(case, text[at : at + len(around)], start - at, end - at):
                return Hit(start, end, says)
    return None


@dataclass(frozen=True)
class _Leaders:
    """How leaders are called, and the words without which nobody speaks of them."""

    titles: tuple[str, ...]
    firsts: frozenset[str]


def _leaders(case: Case) -> _Leaders:
    """The language's words for leaders, and the titles of the profile that hold one of them."""
    general = phrases(case, "leaders")
    titles = [str(role.title) for role in case.profile.roles.values()]
    own = [each for title in titles for each in (title, f"{title}s") if next(hits(title, general), None)]
    every = tuple(dict.fromkeys((*general, *own)))
    firsts = frozenset(words(each)[0].text for each in (*every, *phrases(case, "only-others")))
    return _Leaders(every, firsts)


def _is_duty(case: Case, whole: str, around: str) -> bool:
    """Whether a sentence with what stands around it asks something of people, and is not about what they would like to have."""
    return not first(case, "benefits", around) and first(case, "duties", whole if len(whole) < 400 else around) is not None


def _denied(case: Case, around: str, start: int, end: int) -> bool:
    """Whether the sentence says before or behind that nobody is let off."""
    rest = f"{around[:start]} / {around[end:]}"
    return bool(first(case, "negations", around[:start].rsplit(",", 1)[-1]) or first(case, "not-exempt", rest))


def _spans(case: Case, text: str, leaders: Hit, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where words that let off stand a few words before or behind the leaders, in the same sentence."""
    for before in hits(text[start : leaders.start], phrases(case, "exempt-before")):
        between = text[start + before.end : leaders.start]
        if len(between.split()) < NEAR and "," not in between:
            yield start + before.start, leaders.end
    for after in hits(text[leaders.end : end], phrases(case, "exempt-after")):
        between = text[leaders.end : leaders.end + after.start]
        said = [each.text for each in words(between)]
        joined = not said or tables_of(case).has("small words", said[0])
        if len(said) < NEAR and joined and "," not in between and not first(case, "not-about-all", between):
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
