"""Texts say what we say, and not the phrase it replaces.

Looks at: every text, for the phrases of two words or more under `not` of a phrase, also with contractions in full.
A phrase of two words counts where it is
said to somebody. Quoted and rejected uses do not count.

Why: a script or a form letter is read aloud a thousand times a week. The old phrase lives on in it long after the
training that replaced it.

To put it right: write the phrase under `say`, in your own words where it is an example.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import Use, loud, tables_of, uses
from handbook.prose import sentence_at, stem, words
from handbook.rules._wording import worded
from handbook.ruling import Case, Example

SEVERITY = "warning"
_PHRASE = "language:\n  phrases:\n    - {say: I will find who can help., not: That's not my department., kind: rule}\n"
_SHORT = "language:\n  phrases:\n    - {say: Gladly., not: No problem., kind: rule}\n"
BAD = (
    Example(_PHRASE, "If they ask for a bill, tell them that is not my department and ring off."),
    Example(_SHORT, "When thanked, the bar answers no problem and moves on."),
    Example(_SHORT, "No problem, madam."),
)
GOOD = (
    Example(_PHRASE, 'Nobody here says "That\'s not my department".'),
    Example(_SHORT, "There is no problem with the lift."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each phrase that was replaced."""
    phrases = {each.not_.path: each for each in (case.profile.language.phrases if case.profile.language else ()) if each.not_}
    for use in uses(case, "replaced phrase"):
        if loud(case, use) and (len(words(use.hit.entry.phrase)) > 2 or _said(case, use)):
            phrase = phrases[use.hit.entry.path]
            yield worded(
                case,
                use,
                f'"{use.words}" is a phrase that we replaced',
                use.hit.entry.path,
                "it is replaced here",
                expected=str(phrase.say),
                remedy=f"say instead: {phrase.say}",
            )


def _said(case: Case, use: Use) -> bool:
    """Whether a phrase of two words, which may be part of any sentence, is said to somebody here: behind a verb of saying, or on its own."""
    text, start, end = use.block.text, use.hit.start, use.hit.end
    begin = sentence_at(text, start)[0]
    lead = words(text[begin:start])[-4:]
    speaking = case.once("stems of saying", _speaking)
    if any(stem(each.text) in speaking for each in lead):
        return True
    return not lead and not text[end : end + 2].strip(" ")[:1].isalnum()


def _speaking(case: Case) -> frozenset[str]:
    tables = tables_of(case)
    return frozenset(stem(each) for name in ("speech", "instructing") for each in tables.list(name) if " " not in each)
