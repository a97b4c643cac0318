"""Texts say what we do and not what everybody says.

Looks at: every text, for the sayings under `language.cliches`, in all their forms, with small words in between and with
any word for the people we serve. A page that quotes a saying to reject it is left in peace.

Why: "The customer is always right" ends the talk that should begin: what does this person need, and what may we do?
And it contradicts the sentence that nobody here has to bear abuse.

To put it right: write what stands under `instead` of the saying, or what you really do.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import Use, loud, quiet_words_of, uses
from handbook.quiet import dismissed, negated
from handbook.rules._wording import worded
from handbook.ruling import Case, Example

SEVERITY = "warning"
_SAYINGS = "language:\n  cliches:\n    - {text: the customer is always right, instead: Agree with what matters to them.}\n"
BAD = (
    Example(_SAYINGS, "Remember: the customer is always right."),
    Example(_SAYINGS, "Our guests are always right, whatever they ask for."),
)
GOOD = (
    Example(_SAYINGS, "The saying that the customer is always right stops thinking."),
    Example(_SAYINGS, "We do not believe that the customer is always right."),
    Example(_SAYINGS, 'People like to say "the customer is always right". Here is what we do instead.'),
)
NOT_MEANT = frozenset(("does-not-mean", "we-never", "traps", "do-not"))


def check(case: Case) -> Iterator[Finding]:
    """A finding for each saying that stops people thinking."""
    cliches = {each.text.path: each for each in (case.profile.language.cliches if case.profile.language else ())}
    for use in uses(case, "cliche"):
        if not NOT_MEANT & set(use.block.path) and _embraced(case, use):
            cliche = cliches[use.hit.entry.path]
            yield worded(
                case,
                use,
                f'"{use.words}" is a saying that stops people thinking',
                cliche.text.path,
                "it is on the list of sayings here",
                expected=str(cliche.instead),
                remedy=f"say what you do instead: {cliche.instead}",
            )


def _embraced(case: Case, use: Use) -> bool:
    words, block, hit = quiet_words_of(case), use.block, use.hit
    return loud(case, use) and not negated(words, block, hit.start, hit.end) and not dismissed(words, block, hit.start, hit.end)
