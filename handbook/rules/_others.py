"""What all rules find that are not about acceptances: worked out once, for the rules that look at the findings of others."""

from handbook.accepting import OWN
from handbook.finding import Finding
from handbook.rules import Rule, all_rules
from handbook.ruling import Case


def others() -> tuple[Rule, ...]:
    """Every rule but those about acceptances."""
    return tuple(rule for rule in all_rules() if rule.name not in OWN)


def names() -> frozenset[str]:
    """The names of all rules."""
    return frozenset(rule.name for rule in all_rules())


def textual() -> frozenset[str]:
    """The names of rules that need a text to speak: each of their bad examples has one."""
    return frozenset(rule.name for rule in others() if all(example.text for example in rule.bad))


def findings(case: Case) -> tuple[Finding, ...]:
    """Everything that the other rules find in a case; nothing where the profile accepts nothing, since nobody asks then."""
    if not case.profile.accept:
        return ()
    made: tuple[Finding, ...] = case.once(
        "findings of the other rules", lambda case: tuple(each for rule in others() for each in rule.run(case))
    )
    return made
