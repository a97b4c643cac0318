"""The rules explained to people: one on a terminal, all on a page; `python -m handbook.explaining` prints the page."""

from collections.abc import Iterator
from textwrap import indent, wrap

from handbook.rules import Rule, all_rules
from handbook.ruling import Example
from handbook.story import story

WIDTH = 78
SEVERITIES = {
    "error": "An error: something contradicts the profile, so one of the two has to be put right.",
    "warning": "A warning: it should be put right; with --strict it counts as an error.",
    "note": "A note: good to know, nothing has to be done today.",
    "question": "A question: only people can judge it.",
}
GROUPS = {
    "Dates": "what runs out: reviews, offers, acceptances.",
    "Terms and words": "one word for one thing, and the words that we leave out.",
    "Texts": "what chapters, pages and outside documents say, compared with the profile.",
    "The profile itself": "what its entries promise, need and leave open.",
}
_WORDS = frozenset(
    "term terms word words acronym acronyms cliche cliches glossary spelling abbreviation absolute absolutes phrase wordings".split()
)
_DAYS = frozenset("expired stale review reviews reviewed overdue due outdated date dates".split())
INTRODUCTION = """\
# What is checked

This page is made from the rules in `handbook/rules/`; change them there and run `make docs`. On the command line,
`handbook explain` and a rule's name shows one of them.

A finding that may stay is accepted in the profile, with a reason and a last day:

```yaml
accept:
  - rule: promise-without-remedy
    place: guarantees.early-breakfast
    reason: The kitchen decides the remedy in spring.
    until: 2027-03-31
```

An **error** contradicts what the profile says. A **warning** should be put right. A **note** is good to know. A
**question** is one that only people can answer. How to check documents with these rules:
[how to check documents](how-to-check-documents.md).
"""


def explain(rule: Rule) -> str:
    """A rule for a terminal of 80 columns: its title, what its findings are, its story, and an example of both kinds."""
    told = story(rule.story)
    lines = [rule.name, "=" * len(rule.name), "", *wrap(_plain(told.title), WIDTH), "", *wrap(SEVERITIES[rule.severity], WIDTH)]
    for heading, paragraphs in told.parts:
        lines += ["", heading or "More", *_paragraphs(paragraphs)]
    for heading, examples in (("It speaks up about", rule.bad), ("It keeps quiet about", rule.good)):
        if examples:
            lines += ["", heading, *_framed(examples[0])]
    accept = f"To let a finding stay, accept {rule.name} in the profile: its place, a reason, and a last day."
    return "\n".join([*lines, "", *wrap(accept, WIDTH, break_on_hyphens=False)]) + "\n"


def rule_list() -> str:
    """Every rule as a page of Markdown, grouped by what it looks at."""
    groups: dict[str, list[Rule]] = {group: [] for group in reversed(GROUPS)}
    for rule in all_rules():
        groups[group_of(rule)].append(rule)
    kept = {group: rules for group, rules in groups.items() if rules}
    contents = [f"- [{group}](#{_anchor(group)}): {GROUPS[group]}" for group in kept]
    return "\n".join([INTRODUCTION, *contents, "", *(line for each in kept.items() for line in _section(*each))]).rstrip() + "\n"


def group_of(rule: Rule) -> str:
    """What a rule looks at, as its examples and its story show: days that pass, words, texts, or entries of the profile."""
    title = set(f"{rule.name} {story(rule.story).title}".lower().replace("é", "e").replace("-", " ").strip(".").split())
    if title & _DAYS or any(each.today != Example().today for each in (*rule.bad, *rule.good)):
        return "Dates"
    if title & _WORDS:
        return "Terms and words"
    return "Texts" if any(each.text for each in rule.bad) else "The profile itself"


def _section(group: str, rules: list[Rule]) -> Iterator[str]:
    yield f"## {group}\n\n| rule | kept when | finding |\n|---|---|---|"
    yield from (f"| [{rule.name}](#{rule.name}) | {story(rule.story).title} | {rule.severity} |" for rule in rules)
    yield ""
    for rule in rules:
        told = story(rule.story)
        yield f"### {rule.name}\n\n**{told.title}** ({rule.severity})\n"
        for heading, paragraphs in told.parts:
            first, *more = paragraphs or ("",)
            yield "\n\n".join([f"*{heading}:* {first}" if heading else first, *more]) + "\n"
        yield from _examples(rule)


def _examples(rule: Rule) -> Iterator[str]:
    yield "<details><summary>An example of each</summary>\n"
    for heading, examples in (("It speaks up about:", rule.bad), ("It keeps quiet about:", rule.good)):
        if examples:
            yield heading + "\n"
            yield from (f"{_fence(text, kind)}\n" for _, kind, text in _pieces(examples[0]))
    yield "</details>\n"


def _pieces(example: Example) -> Iterator[tuple[str, str, str]]:
    """What an example is made of: what to call it, its language, its text."""
    if example.profile.strip():
        yield "in the profile", "yaml", example.profile.strip("\n")
    if example.text.strip():
        yield "in a text", "markdown", example.text.strip("\n")
    if example.today != Example().today:
        yield "on the day", "text", example.today


def _framed(example: Example) -> Iterator[str]:
    for name, _, text in _pieces(example):
        yield f"  {name}:"
        for line in text.split("\n"):
            yield from (f"    | {part}".rstrip() for part in _broken(line))


def _broken(line: str) -> list[str]:
    """A line of an example, broken where it is too long for the screen."""
    start = " " * (len(line) - len(line.lstrip()))
    return wrap(line, WIDTH - 6, subsequent_indent=f"{start}  ", break_on_hyphens=False, drop_whitespace=True) or [""]


def _paragraphs(paragraphs: tuple[str, ...]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield from [""] * bool(number)
        yield indent("\n".join(wrap(_plain(paragraph), WIDTH - 2, break_on_hyphens=False)), "  ")


def _plain(text: str) -> str:
    """A text for a terminal: what is set apart as code on a page stands in quotes."""
    return text.replace("`", '"')


def _fence(text: str, kind: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{kind}\n{text}\n{fence}"


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")


if __name__ == "__main__":
    print(rule_list(), end="")
