"""Finds what is wrong in a chapter's template before it is rendered: names, fields and filters that do not exist.

Jinja would find them only when a page is written, and without a place. Here the names of a template are followed through
loops, `set`, `if` and attribute chains against the schema of the profile.
"""

import re
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from handbook.declare import ListOf, MapOf
from handbook.finding import Finding, Span
from handbook.leaves import closest
from handbook.plain_names import plain_names
from handbook.template_trouble import explain
from handbook.template_types import ANYTHING, METHODS, attributes_of, context_types, element_of, item_of


def check_template(environment: Environment, text: str, file: str, each: str | None = None) -> tuple[Finding, ...]:
    """Every name, field, filter or tag in a template that does not exist, each at its place."""
    text = text.replace("\r\n", "\n").replace("\r", " ")
    names = plain_names(text)
    if names is not None and names <= context_types(each).keys():
        return ()
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as trouble:
        return (explain(trouble, text, file),)
    checker = _Checker(text, file, environment)
    checker.body(tree.body, context_types(each))
    if not checker.findings:
        try:
            environment.compile(text)
        except TemplateSyntaxError as trouble:
            return (explain(trouble, text, file),)
    return tuple(dict.fromkeys(checker.findings))


class _Checker:
    """Walks a template with the types of the names in scope."""

    def __init__(self, text: str, file: str, environment: Environment) -> None:
        self.lines = text.split("\n")
        self.file = file
        self.environment = environment
        self.findings: list[Finding] = []

    def body(self, children: list[nodes.Node], scope: dict[str, Any]) -> None:
        for child in children:
            self.statement(child, scope)

    def statement(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        if isinstance(node, nodes.Extends | nodes.Import | nodes.FromImport | nodes.Include):
            self.taken_from(node)
        match node:
            case nodes.For():
                self.loop(node, scope)
            case nodes.Assign():
                self.bind(node.target, self.type_of(node.node, scope), scope)
            case nodes.AssignBlock():
                self.body(node.body, dict(scope))
                self.bind(node.target, ANYTHING, scope)
            case nodes.Macro():
                self.macro(node, scope)
            case nodes.CallBlock():
                self.type_of(node.call, scope)
                self.body(node.body, scope | {each.name: ANYTHING for each in node.args})
            case nodes.FromImport():
                scope |= {(each[1] if isinstance(each, tuple) else each): ANYTHING for each in node.names}
            case nodes.Import():
                scope[node.target] = ANYTHING
            case nodes.If():
                self.choice(node, scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self.bind(target, self.type_of(value, scope), inner)
                self.body(node.body, inner)
            case nodes.Expr():
                self.type_of(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.statement(child, scope)

    def taken_from(self, node: Any) -> None:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        loader: Any = self.environment.loader
        if name in loader.sources and loader.sources[name].file == self.file:
            self.unknown(node.lineno, str(name), (), "a template cannot take itself in", "the name of another layout or file of components")
        if name not in loader.sources:
            self.unknown(
                node.lineno,
                str(name),
                tuple(loader.sources),
                f'there is no template "{name}"',
                "the name of a layout or a file of components, in quotes",
            )
        elif isinstance(node, nodes.FromImport):
            pieces = _pieces(self.environment, loader.sources[name].text)
            for wanted in [each[0] if isinstance(each, tuple) else each for each in node.names]:
                if wanted not in pieces:
                    self.unknown(node.lineno, wanted, pieces, f'there is no "{wanted}" in {name}', "one of: " + ", ".join(pieces))

    def choice(self, node: nodes.If, scope: dict[str, Any]) -> None:
        self.type_of(node.test, scope)
        branches = [node.body, *([each] for each in node.elif_), node.else_]
        scopes = [dict(scope) for _ in branches]
        for branch, inner in zip(branches, scopes, strict=True):
            self.body(branch, inner)  # type: ignore[arg-type]
        for inner in scopes:
            scope |= {name: kind for name, kind in inner.items() if name not in scope}

    def loop(self, node: nodes.For, scope: dict[str, Any]) -> None:
        inner = dict(scope)
        self.bind(node.target, item_of(self.type_of(node.iter, scope)), inner)
        if node.test:
            self.type_of(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def macro(self, node: nodes.Macro, scope: dict[str, Any]) -> None:
        scope[node.name] = ANYTHING
        self.body(node.body, scope | {each.name: ANYTHING for each in node.args})

    def bind(self, target: nodes.Node, value: Any, scope: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        elif isinstance(target, nodes.Tuple):
            kinds = value if isinstance(value, tuple) else (ANYTHING,) * len(target.items)
            for each, kind in zip(target.items, kinds, strict=False):
                self.bind(each, kind, scope)

    def type_of(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        match node:
            case nodes.Name():
                return self.named(node, scope)
            case nodes.Getattr():
                return self.attribute(node, self.type_of(node.node, scope))
            case nodes.Getitem():
                return element_of(self.type_of(node.node, scope), node.arg)
            case nodes.Call():
                return self.call(node, scope)
            case nodes.Filter():
                return self.filtered(node, scope)
            case nodes.Test():
                self.exists(node, "test", tuple(self.environment.tests))
            case nodes.CondExpr() | nodes.Or() | nodes.And() | nodes.Add():
                kinds = [self.type_of(child, scope) for child in node.iter_child_nodes()]
                return kinds[0] if len(set(map(repr, kinds))) == 1 else ANYTHING
        for child in node.iter_child_nodes():
            self.type_of(child, scope)
        return ANYTHING

    def named(self, node: nodes.Name, scope: dict[str, Any]) -> Any:
        if node.name not in scope:
            self.unknown(
                node.lineno,
                node.name,
                tuple(scope),
                f'there is nothing called "{node.name}" here',
                "a section of the profile, a function, or a name set above",
            )
        return scope.get(node.name)

    def attribute(self, node: nodes.Getattr, owner: Any) -> Any:
        known = attributes_of(owner)
        if known is None:
            return ANYTHING
        if node.attr not in known:
            self.unknown(
                node.lineno,
                node.attr,
                tuple(known),
                f'there is no field "{node.attr}" here',
                "one of: " + ", ".join(sorted(known)) if known else "no field: this is a single value",
            )
        return known.get(node.attr)

    def call(self, node: nodes.Call, scope: dict[str, Any]) -> Any:
        for child in [*node.args, *(each.value for each in node.kwargs)]:
            self.type_of(child, scope)
        if isinstance(node.node, nodes.Getattr):
            owner = self.type_of(node.node.node, scope)
            if isinstance(owner, MapOf) and node.node.attr in METHODS:
                pairs: Any = (owner.key, owner.item)
                kinds = {"items": ListOf(pairs), "keys": ListOf(owner.key), "values": ListOf(owner.item)}
                return kinds.get(node.node.attr, owner.item)
            return ANYTHING
        self.type_of(node.node, scope)
        return ANYTHING

    def exists(self, node: Any, what: str, known: tuple[str, ...]) -> None:
        if node.name not in known:
            self.unknown(
                node.lineno,
                node.name,
                known,
                f'there is no {what} called "{node.name}"',
                f"a {what} that exists, such as " + ("cap, join or length" if what == "filter" else "defined or none"),
            )

    def filtered(self, node: nodes.Filter, scope: dict[str, Any]) -> Any:
        self.exists(node, "filter", tuple(self.environment.filters))
        kind = self.type_of(node.node, scope) if node.node else ANYTHING
        for child in [*node.args, *(each.value for each in node.kwargs)]:
            self.type_of(child, scope)
        if node.name in ("first", "last", "random", "min", "max"):
            return item_of(kind)
        return (
            kind
            if node.name in ("list", "sort", "reverse", "unique", "selectattr", "rejectattr", "select", "reject", "d", "default")
            else ANYTHING
        )

    def unknown(self, line: int, name: str, known: tuple[str, ...], message: str, expected: str) -> None:
        found = re.search(rf"\b{re.escape(name)}\b", self.lines[line - 1])
        column = found.start() + 1 if found else 1
        self.findings.append(
            Finding(
                "unknown-name",
                "error",
                message,
                Span(self.file, line, column, line, column + len(name)),
                expected=expected,
                found=f'"{name}"',
                guess=closest(name, known),
                remedy="correct the name; docs/profile-reference.md lists all sections and fields",
            )
        )


def _pieces(environment: Environment, text: str) -> tuple[str, ...]:
    """The names that a file of components offers."""
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError:
        return ()
    names = {node.name for node in tree.find_all(nodes.Macro)} | {
        node.target.name for node in tree.find_all(nodes.Assign) if isinstance(node.target, nodes.Name)
    }
    return tuple(sorted(names))
