"""What the rules have found as a page of the preview: both places, the quoted words, what to do, and why it matters."""

from collections.abc import Iterator, Mapping
from html import escape

from handbook.finding import RANK, Finding, Severity
from handbook.markup import armour
from handbook.rules import Rule
from handbook.written import Written

TITLES: Mapping[Severity, str] = {
    "error": "Contradictions",
    "warning": "Warnings",
    "question": "Questions for people to judge",
    "note": "Notes",
}


def findings_body(findings: tuple[Finding, ...], written: Written, rules: Mapping[str, Rule], named: set[str], count: str) -> str:
    """The text of the page; `named` are rules that other pages refer to, `count` says how much there is."""
    head = f'# What to look at\n\n<p class="hb-lead">{_lead(count)}</p>'
    kinds = sorted(RANK, key=RANK.__getitem__)
    parts = [_kind(kind, [each for each in findings if each.severity == kind], written, rules) for kind in kinds]
    behind = [rules[name] for name in sorted(named | {each.code for each in findings if each.code in rules})]
    return "\n\n".join(part for part in (head, *parts, _rules(behind)) if part) + "\n"


def _lead(count: str) -> str:
    if count == "nothing found":
        return "Nothing was found. What the profile says fits together."
    return f"{escape(count[0].upper() + count[1:])}. They go away when the profile is put right and saved."


def _kind(kind: Severity, findings: list[Finding], written: Written, rules: Mapping[str, Rule]) -> str:
    if not findings:
        return ""
    items = "\n".join(f"<li>{''.join(_finding(each, written, rules))}</li>" for each in findings)
    return f'## {TITLES[kind]} {{: #{kind}s }}\n\n<ul class="hb-findings hb-findings--{kind}">\n{items}\n</ul>'


def _finding(finding: Finding, written: Written, rules: Mapping[str, Rule]) -> Iterator[str]:
    yield f"<strong>{armour(finding.message[:1].upper() + finding.message[1:])}.</strong>"
    yield f'<p><code class="hb-place">{armour(written.at(finding.span))}</code>'
    yield f" <q>{armour(finding.quote)}</q></p>" if finding.quote else "</p>"
    for other in finding.related:
        yield f'<p><code class="hb-place">{armour(written.at(other.span))}</code> {armour(other.label)}</p>'
    if finding.guess:
        yield f"<p>Did you mean: {armour(finding.guess)}</p>"
    if finding.remedy:
        yield f"<p>What to do: {armour(finding.remedy)}</p>"
    if finding.code in rules:
        yield f'<p><small>The rule: <a href="#rule-{finding.code}">{finding.code}</a></small></p>'


def _rules(rules: list[Rule]) -> str:
    if not rules:
        return ""
    parts = "\n\n".join(f'<div class="hb-rule" id="rule-{rule.name}">\n{"".join(_rule(rule))}\n</div>' for rule in rules)
    return f"## The rules behind them {{: #rules }}\n\n{parts}"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"<h3>{rule.name}</h3>"
    for paragraph in rule.story.split("\n\n"):
        yield f"<p>{armour(' '.join(paragraph.split()).replace('`', ''))}</p>"
