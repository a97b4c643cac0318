"""What everybody learns and keeps, leaders learn and keep too.

Looks at: texts of the profile and of documents that let managers, leaders, directors or head office off: from training,
orientation, rules, shifts, and from the audience of courses, programmes and channels. "Leaders included", "nobody is
exempt", and "nobody but the manager may …" are fine, and so is a text that tells it as a trap.

Why: the course that leaders do not attend is the course that does not matter. Colleagues hear it from the empty chairs.

To put it right: write "everybody, leaders included". If leaders need another course, give them one more, not one less.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.document import Block
from handbook.finding import Finding, Related, Span
from handbook.glossary import quiet_words_of, tables_of
from handbook.profile.people import Commitment
from handbook.prose import stem, vocabulary, words
from handbook.quiet import dismissed
from handbook.rules._patterns import made_first, made_hits, opening_words, telling_words
from handbook.rules._phrases import Hit, first, phrases, sentence, speaks_for_us
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
    Example(text="Do supervisors have to sit the quiz? Not necessarily."),
    Example(text="You walk the works on day one, unless you join us in a senior post."),
    Example(text="The course is compulsory. Nobody above team lead has to attend."),
    Example(text="## The walk on day one\n\nExempt from the walk are:\n\n- Directors\n- Porters\n"),
    Example(text="| Grade | First day course |\n|---|---|\n| Managers | optional |"),
    Example(text="Riding with a crew is compulsory for non-managerial grades."),
)
GOOD = (
    Example(COURSE + "Everybody, General Managers included'}]}"),
    Example("orientation: {traps: [Leaders who do not have to attend the training.]}"),
    Example(text="Somebody once proposed that managers skip the quiz, and we said no."),
    Example(text="Do managers have to sit the quiz? Yes, on day one."),
    Example(text="Every colleague learns which package manager is optional for the course."),
    Example(text="Leaders are not exempt from the training."),
    Example(text="Nobody except the manager may change the rules of the house."),
    Example(text="Everybody completes the induction, without exception, managers included."),
    Example(text="Managers are excluded from the yearly draw for a bicycle."),
    Example(text="Everybody walks the works on day one, the Managing Director included; no manager is exempt."),
    Example(text="Managers must attend too, and not only new colleagues."),
    Example(text="New colleagues need not know the rules by heart. Managers explain them."),
)
_APART = re.compile(r",[^,]{1,50},")
_PRONOUN = re.compile(r"^, (?:\w{2,4})(?= )")
AUDIENCES = ("audience", "audience-is", "eligible", "who-may")
NEAR = 4
FAR = 8
"""So many words may stand between leaders and what lets them off; and behind "for managers" or "no manager"."""
ALIKE = 2
"""So many words of a text that are those of a step of the first weeks make it one about that step."""
SHORT = 6
"""A cell, an item or an answer of so many words may be nothing but leaders, or nothing but what lets them off."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for each text that lets leaders off."""
    for text in texts(case):
        if speaks_for_us(text.path) and (hit := _exempt(case, text, text.path[-1] in AUDIENCES)):
            yield _finding(case, words_place(case, text, hit.start, hit.end), hit, case.dotted(text.path))
    for document in case.documents:
        for block in document.blocks if document.kind not in ("profile", "page") else ():
            if not block.quoted and (hit := _exempt(case, block.text, False, block) or _in_a_list(case, block)):
                yield _finding(case, document.span(block, hit.start, hit.end), hit, "")


def _exempt(case: Case, text: str, duty: bool, block: Block | None = None) -> Hit | None:
    """The words that let leaders off from a duty, if a text has such words."""
    named = case.once("leaders", _leaders)
    said = vocabulary(text)
    if named.words.isdisjoint(said) or named.releases.isdisjoint(said):
        return None
    whole = " ".join((*block.headings, block.column, block.row, block.intro, text)) if block else text
    if not duty and not first(case, "duties", whole) and not _is_of_the_first_weeks(case, whole):
        return None
    if (hit := made_first(case, "only-others", text)) and (duty or _is_duty(case, whole, sentence(text, hit.start, hit.end))):
        around = sentence(text, hit.start, hit.end)
        if not _denied(case, around, text.find(around) * -1 + hit.start, text.find(around) * -1 + hit.end):
            return hit
    for leaders in _led(case, text, named.titles):
        around = sentence(text, leaders.start, leaders.end)
        at = text.find(around)
        for start, end in _spans(case, text, leaders, at, at + len(around)):
            says = text[start:end]
            asked = duty or _is_duty(case, whole.replace(says, " "), around.replace(says, " "))
            told = block is not None and dismissed(quiet_words_of(case), block, start, end)
            if asked and not told and not _denied(case, around, start - at, end - at):
                return Hit(start, end, says)
    return None


def _led(case: Case, text: str, titles: tuple[str, ...]) -> Iterator[Hit]:
    """Leaders in a text, but for words such as "manager" or "management" before or behind another noun."""
    for hit in made_hits(case, "leaders", text, titles):
        alone = len(hit.words.split()) == 1 and not hit.words.endswith("s")
        behind = words(text[hit.end : hit.end + 24])[:1] if alone and text[hit.end : hit.end + 1] == " " else ()
        mass = alone and hit.words.lower() in phrases(case, "leading-as-a-mass") and text[hit.start - 1 : hit.start] == " "
        before = words(text[max(hit.start - 24, 0) : hit.start])[-1:] if mass else ()
        ends = not behind or _small(case, behind[0].text) or behind[0].text in opening_words(case, "exempt-after")
        opens = not before or _small(case, before[0].text) or before[0].text in opening_words(case, "exempt-before")
        if ends and opens:
            yield hit


def _small(case: Case, word: str) -> bool:
    return tables_of(case).has("small words", word) or made_first(case, "perhaps", word) is not None


@dataclass(frozen=True)
class _Leaders:
    """The titles of the profile that lead; and the words without which nobody speaks of leaders, or lets anybody off."""

    titles: tuple[str, ...]
    words: frozenset[str]
    releases: frozenset[str]


def _leaders(case: Case) -> _Leaders:
    """The titles of the profile that hold a word for leaders, and the words to look for."""
    heads = opening_words(case, "titled")
    titles = [str(role.title) for role in case.profile.roles.values()]
    own = tuple(each for title in titles if not heads.isdisjoint(vocabulary(title)) for each in (title, f"{title}s"))
    leading = heads | telling_words(case, "leaders") | telling_words(case, "only-others") | {words(each)[-1].text for each in own}
    ways = ("exempt-before", "exempt-after", "only-others", "nobody", "at-will", "at-will-answers")
    return _Leaders(own, leading, frozenset[str]().union(*(telling_words(case, each) for each in ways)))


def _is_duty(case: Case, whole: str, around: str) -> bool:
    """Whether a sentence with what stands around it asks something of people, and is not about what they would like to have."""
    if first(case, "benefits", around) and not first(case, "no-mere-benefits", around):
        return False
    near = whole if len(whole) < 400 else around
    return first(case, "duties", near) is not None or _is_of_the_first_weeks(case, near)


def _is_of_the_first_weeks(case: Case, near: str) -> bool:
    """Whether a text shares enough words with something that newcomers do here."""
    activities: _Activities = case.once("activities of the first weeks", _activities)
    if len(vocabulary(near) & activities.words) < ALIKE:
        return False
    said = _telling(case, near)
    return any(len(said & each) >= ALIKE for each in activities.stems)


@dataclass(frozen=True)
class _Activities:
    """What newcomers do here: the stems of each activity, and all their words in the forms that texts may have."""

    stems: tuple[frozenset[str], ...]
    words: frozenset[str]


def _activities(case: Case) -> _Activities:
    steps = case.profile.orientation.milestones if case.profile.orientation else ()
    told = [f"{each.name} {each.activity}" for each in steps]
    stems = tuple(_telling(case, each) for each in told)
    forms = {form for each in told for word in vocabulary(each) - set(tables_of(case).list("small words")) for form in _forms(word)}
    return _Activities(stems, frozenset(forms))


def _forms(word: str) -> tuple[str, ...]:
    ending = word.removesuffix("s").removesuffix("e")
    return word, f"{word}s", f"{ending}ing", f"{ending}ed", word.removesuffix("s")


def _telling(case: Case, text: str) -> frozenset[str]:
    return frozenset(stem(each) for each in vocabulary(text) if not tables_of(case).has("small words", each))


def _denied(case: Case, around: str, start: int, end: int) -> bool:
    """Whether the sentence says before or behind that nobody is let off."""
    rest = f"{around[:start]} / {around[end:]}"
    return bool(first(case, "negations", around[:start].rsplit(",", 1)[-1]) or first(case, "not-exempt", rest))


def _spans(case: Case, text: str, leaders: Hit, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where words that let off stand a few words before or behind the leaders, in the same sentence."""
    for before in made_hits(case, "exempt-before", text[start : leaders.start]):
        between = text[start + before.end : leaders.start]
        if len(between.split()) < NEAR and "," not in between:
            yield start + before.start, leaders.end
    for after in made_hits(case, "exempt-after", text[leaders.end : end]):
        if _linked(case, _APART.sub(" ", text[leaders.end : leaders.end + after.start])):
            yield leaders.start, leaders.end + after.end
    yield from _for_leaders(case, text, leaders, start, end)
    yield from _nobody(case, text, leaders, start, end)
    yield from _answered(case, text, leaders, start)


def _linked(case: Case, between: str) -> bool:
    """Whether nothing of weight stands between leaders and what lets them off."""
    between = _PRONOUN.sub("", between)
    said = [each.text for each in words(between)]
    if said and tables_of(case).has("joins to a noun", said[0]) and len(said) <= SHORT:
        said = said[:1]
    joined = not said or _small(case, said[0])
    return len(said) < NEAR and joined and "," not in between and not first(case, "not-about-all", between)


def _for_leaders(case: Case, text: str, leaders: Hit, start: int, end: int) -> Iterator[tuple[int, int]]:
    """For managers the course is optional; managers come along to the huddle if they wish."""
    lead = [each.text for each in words(text[start : leaders.start])[-3:]]
    names = ("optional", "at will") if any(each in phrases(case, "for") for each in lead) else ("at will",)
    for name in names:
        after = made_first(case, name, text[leaders.end : end])
        between = text[leaders.end : leaders.end + after.start] if after else ""
        barred = len(between.split()) > FAR or any(first(case, each, between) for each in ("negations", "not-about-all"))
        if after and not barred:
            yield leaders.start, leaders.end + after.end


def _nobody(case: Case, text: str, leaders: Hit, start: int, end: int) -> Iterator[tuple[int, int]]:
    """No director has to come; from Branch Manager up nobody needs to listen."""
    must = made_first(case, "must-do", text[leaders.end : end])
    if must and len(text[leaders.end : leaders.end + must.start].split()) < FAR:
        for none in made_hits(case, "nobody", text[start : leaders.end + must.start]):
            between = text[start + none.end : leaders.start]
            if len(between.split()) < NEAR and not made_first(case, "but for", between) and "," not in between:
                yield min(leaders.start, start + none.start), leaders.end + must.end


def _answered(case: Case, text: str, leaders: Hit, start: int) -> Iterator[tuple[int, int]]:
    """Do managers have to come? No. Directors? Optional."""
    at = text.find("? ", leaders.end)
    question = text[start:at]
    if 0 <= at < leaders.end + 80 and not first(case, "questions-of-what", question):
        answer = made_first(case, "at-will-answers", text[at + 2 : at + 40])
        let_off = next(made_hits(case, "exempt-after", text[leaders.end : at]), None)
        if answer and not let_off and not words(text[at + 2 : at + 2 + answer.start]):
            yield at + 2 + answer.start, at + 2 + answer.end


def _in_a_list(case: Case, block: Block) -> Hit | None:
    """Leaders as an item below "Exempt from the course:", or a cell that lets off those of its row or column."""
    text = block.text.rstrip(" .;")
    if block.kind not in ("cell", "item") or not text or len(text.split()) > SHORT:
        return None
    heads = " ".join((*block.headings, block.column, block.row, block.intro))
    if not first(case, "duties", heads) or first(case, "benefits", heads) or first(case, "not-exempt", heads):
        return None
    named = case.once("leaders", _leaders)
    answer = made_first(case, "at-will-answers", text)
    if block.kind == "cell" and answer and answer.words == text:
        return Hit(0, len(text), text) if any(_only_leaders(case, each, named.titles) for each in (block.row, block.column)) else None
    leaders = _only_leaders(case, text, named.titles)
    lead = block.column if block.kind == "cell" else block.intro or (block.headings[-1] if block.headings else "")
    if leaders and lead:
        off = next((hit for name in ("exempt-after", "exempt-before") for hit in made_hits(case, name, lead)), None)
        return Hit(leaders.start, leaders.end, leaders.words) if off and not first(case, "negations", lead[: off.start]) else None
    return None


def _only_leaders(case: Case, text: str, titles: tuple[str, ...]) -> Hit | None:
    """Leaders, where a text names nobody and nothing else."""
    leaders = next(_led(case, text, titles), None)
    return leaders if leaders and len(leaders.words.split()) + 2 > len(text.split()) else None


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
