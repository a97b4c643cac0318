"""The rules of consistency, one file each. A rule's name is its file's name with hyphens; its docstring explains it to people.

A rule file holds: a docstring (first line: what is true when the rule is kept; then the parts "Looks at", "Why" and "To put
it right"), SEVERITY, BAD and GOOD examples, and `check(case)`, which yields findings made by `ruling.found`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules
from types import ModuleType

from handbook.finding import Finding, Severity
from handbook.ruling import Case, Check, Example


@dataclass(frozen=True)
class Rule:
    """A rule as its file declares it. `story` is the whole docstring; `title` its first line."""

    name: str
    severity: Severity
    title: str
    story: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Check

    def run(self, case: Case) -> Iterator[Finding]:
        """The findings of the rule, under its name and (where it gave none) its severity; worked out once for a case."""
        yield from case.once(f"rule {self.name}", self._found)

    def _found(self, case: Case) -> tuple[Finding, ...]:
        return tuple(replace(each, code=self.name, severity=each.severity or self.severity) for each in self.check(case))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    names = sorted(each.name for each in iter_modules(__path__) if not each.name.startswith("_"))
    return tuple(_rule(name, import_module(f"handbook.rules.{name}")) for name in names)


def _rule(name: str, module: ModuleType) -> Rule:
    story = getdoc(module) or ""
    return Rule(
        name.replace("_", "-"), module.SEVERITY, story.split("\n", 1)[0], story, tuple(module.BAD), tuple(module.GOOD), module.check
    )
