"""Texts say what we say, and not the phrase it replaces.

Looks at: every text, for the phrases of two words or more under `not` of a phrase, also with contractions in full.
Quoted and rejected uses do not count.

Why: a script or a form letter is read aloud a thousand times a week. The old phrase lives on in it long after the
training that replaced it.

To put it right: write the phrase under `say`, in your own words where it is an example.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import loud, uses
from handbook.rules._wording import worded
from handbook.ruling import Case, Example

SEVERITY = "warning"
_PHRASE = "language:\n  phrases:\n    - {say: I will find who can help., not: That's not my department., kind: rule}\n"
BAD = (Example(_PHRASE, "If they ask for a bill, tell them that is not my department and ring off."),)
GOOD = (Example(_PHRASE, 'Nobody here says "That\'s not my department".'),)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each phrase that was replaced."""
    phrases = {each.not_.path: each for each in (case.profile.language.phrases if case.profile.language else ()) if each.not_}
    for use in uses(case, "replaced phrase"):
        if loud(case, use):
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
