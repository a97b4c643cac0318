"""Each rule speaks up about its bad examples, keeps quiet about its good ones, and explains itself."""

from datetime import date

import pytest

from handbook.disk import shipped_chapters
from handbook.documents.markdown import read_markdown
from handbook.edition import compose
from handbook.finding import Finding
from handbook.judging import case_of
from handbook.rules import Rule, all_rules
from handbook.ruling import Example
from handbook.sources import Source, Sources

RULES = {rule.name: rule for rule in all_rules()}
ORGANISATION = "organisation: {name: Harbour House}\n"


def run(rule: Rule, example: Example) -> list[Finding]:
    """What a rule finds in an example."""
    text = example.profile if "organisation:" in example.profile else ORGANISATION + example.profile
    sources = Sources("example", (Source("example/profile.yaml", "profile.yaml", text),), shipped=shipped_chapters())
    composed = compose(sources)
    assert composed.edition, composed.findings
    documents = [read_markdown("example/text.md", example.text)] if example.text else []
    return list(rule.run(case_of(composed.edition, sources, date.fromisoformat(example.today), documents)))


@pytest.mark.parametrize("name", RULES)
def test_bad_examples_are_found(name: str) -> None:
    """Every bad example gives a finding of this rule, with a place, a message and a remedy."""
    assert RULES[name].bad
    for example in RULES[name].bad:
        findings = run(RULES[name], example)
        assert findings, example
        for each in findings:
            assert each.code == name
            assert each.span.line >= 1 and each.message and each.remedy, each


@pytest.mark.parametrize("name", RULES)
def test_good_examples_are_not(name: str) -> None:
    """No good example gives a finding of this rule."""
    assert RULES[name].good
    for example in RULES[name].good:
        assert run(RULES[name], example) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_explains_itself(name: str) -> None:
    """The docstring says what is true when the rule is kept, what it looks at, why, and how to put it right."""
    story = RULES[name].story
    assert RULES[name].title.endswith(".")
    for part in ("Looks at:", "Why:", "To put it right:"):
        assert part in story, part
