"""Texts leave out the wordings that the profile does not want.

Looks at: every text, for the wordings under `words.rules`, in all their forms. Quoted, rejected and excepted uses do
not count, nor does a name in a sentence that tells of the past.

Why: a cold sentence undoes ten warm ones, and most cold sentences are habits that nobody chose.

To put it right: write what stands under `instead`. Where the wording is right all the same, add the phrase to `except`
of the rule.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.glossary import loud, tables_of, uses
from handbook.rules._past import name_like, of_the_past
from handbook.rules._wording import sentence_case, severity_in, worded
from handbook.ruling import Case, Example

SEVERITY = "warning"
_RULES = (
    "words:\n  rules:\n    - {text: as per, instead: as we agreed, because: It is cold.}\n    - {text: asap, except: [asap chemical]}\n"
)
BAD = (Example(_RULES, "We deliver as per contract."), Example(_RULES, "Please reply ASAP."))
GOOD = (Example(_RULES, 'Nobody here writes "as per". The ASAP chemical is kept in the shed.'),)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each unwanted wording."""
    rules = {each.text.path: each for each in (case.profile.words.rules if case.profile.words else ())}
    for use in uses(case, "unwanted"):
        rule = rules[use.hit.entry.path]
        if not loud(case, use) or (name_like(str(rule.text), tables_of(case)) and of_the_past(case, use)):
            continue
        why = f": {sentence_case(str(rule.because))}" if rule.because else ""
        yield worded(
            case,
            use,
            f'"{use.words}" is a wording we do not want',
            rule.text.path,
            f"the profile says so here{why}",
            severity=severity_in(use),
            expected=f"{rule.instead}" if rule.instead else "a sentence without it",
            remedy=f"write: {rule.instead}" if rule.instead else "leave it out, or say it in your own plain words",
        )
