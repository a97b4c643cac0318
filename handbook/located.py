"""YAML text -> nodes that know their line and column. What a value *means* is left to the schema.

PyYAML's C parser gives events with marks; they are assembled here without recursion, so that duplicate names, aliases,
depth and size stay under control and no value is guessed (`15:00`, `no` and `012` stay the text they are).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from handbook.finding import Finding, Related, Span
from handbook.located_trouble import (
    DEPTH,
    TooMuch,
    cut_off,
    cyclic,
    merge,
    not_an_item,
    second_document,
    strange_key,
    too_deep,
    too_many,
    unknown_alias,
)
from handbook.yaml_characters import begins_with, strange_character, strange_escape
from handbook.yaml_trouble import explain

NODES = 200_000
_BREAKS = dict.fromkeys((0x0D, 0x85, 0x2028, 0x2029), " ")
"""Characters that YAML takes for the end of a line and editors do not."""
_CUT = re.compile(r"([ \t]+)(#[^\s#]\S*)")
_HYPHEN = re.compile(r"\s*-(?= )")


@dataclass(frozen=True)
class Scalar:
    """A single value; `plain` is false when it stands in quotes or is a `|` or `>` text, `raw` is the value as written where it holds braces."""

    text: str
    span: Span
    plain: bool = True
    raw: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is said: no text, or `~` or `null` without quotes."""
        return not self.text.strip() or (self.plain and self.text in ("~", "null", "Null", "NULL"))


@dataclass(frozen=True)
class Items:
    """A list of `- item` lines; `flow` when written in [ ]."""

    items: "tuple[Node, ...]"
    span: Span
    flow: bool = False


@dataclass(frozen=True)
class Entry:
    """One `name: value` line."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True)
class Lines:
    """A block of `name: value` lines; `flow` when written in { }."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool = False


Node = Scalar | Items | Lines


@dataclass
class _Open:
    """A list or block under construction; `size` counts the nodes in it."""

    start: Span
    is_list: bool
    anchor: str | None
    children: list[Node]
    flow: bool
    size: int = 1


class _Assembly:
    """Builds nodes from parser events with an explicit stack."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.rows = text.split("\n")
        self.used: set[str] = set()
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.root: Node | None = None
        self.total = 0

    def span(self, start: Any, end: Any) -> Span:
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def add(self, node: Node, anchor: str | None, size: int) -> None:
        self.total += size
        if self.total > NODES:
            raise TooMuch(too_many(node.span))
        if anchor:
            self.anchors[anchor] = (node, size)
        if self.stack:
            self.stack[-1].children.append(node)
            self.stack[-1].size += size
        else:
            self.root = node

    def open(self, event: Any, is_list: bool) -> None:
        span = self.span(event.start_mark, event.end_mark)
        if event.tag:
            self.findings.append(begins_with("!", self.row(span.line), span))
        if len(self.stack) >= DEPTH:
            raise TooMuch(too_deep(span))
        self.stack.append(_Open(span, is_list, event.anchor, [], bool(event.flow_style)))

    def close(self, event: Any) -> None:
        done = self.stack.pop()
        end = self.span(event.start_mark, event.end_mark)
        span = Span(self.file, done.start.line, done.start.column, end.end_line, end.end_column)
        node: Node = Items(tuple(done.children), span, done.flow) if done.is_list else self.lines(done.children, span, done.flow)
        self.total -= done.size - 1
        self.add(node, done.anchor, done.size)

    def lines(self, children: list[Node], span: Span, flow: bool) -> Lines:
        entries: dict[str, Entry] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.findings.append(strange_key(key.span))
            elif key.plain and key.text == "<<":
                self.findings.append(merge(key.span))
            elif key.text in entries:
                self.findings.append(_twice(key, entries[key.text].key))
            else:
                entries[key.text] = Entry(key, value)
        return Lines(tuple(entries.values()), span, flow)

    def alias(self, event: Any) -> None:
        span = self.span(event.start_mark, event.end_mark)
        known = self.anchors.get(event.anchor)
        if known is None:
            within = any(each.anchor == event.anchor for each in self.stack)
            raise TooMuch(cyclic(span, event.anchor) if within else unknown_alias(span, event.anchor))
        self.used.add(event.anchor)
        self.add(known[0], None, known[1])

    def scalar(self, event: Any) -> None:
        span = self.span(event.start_mark, event.end_mark)
        plain = not event.style
        if strange := strange_escape(event.value, span):
            self.findings.append(strange)
        if event.tag:
            self.findings.append(begins_with("!", self.row(span.line), span))
        cut = self.look_around(span) if plain else ""
        raw = self.text[event.start_mark.index : event.end_mark.index] if "{" in event.value or "}" in event.value else ""
        self.add(Scalar(event.value or cut or (f"&{event.anchor}" if event.anchor else ""), span, plain, raw), event.anchor, 1)

    def row(self, line: int) -> str:
        return self.rows[line - 1] if line <= len(self.rows) else ""

    def look_around(self, span: Span) -> str:
        """Finds what YAML reads otherwise than people do: a # that cuts a text off (its text is returned), and an item taken for more text."""
        cut = _CUT.match(self.row(span.end_line)[span.end_column - 1 :])
        if cut:
            self.findings.append(cut_off(span, cut))
        for number in range(span.line + 1, span.end_line + 1):
            if hyphen := _HYPHEN.match(self.row(number)):
                self.findings.append(not_an_item(Span(self.file, number, hyphen.end(), number, hyphen.end() + 1), span))
        return cut[2] if cut else ""


def read_yaml(text: str, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The node of the document and every finding; the node is None when the text is empty or cannot be read."""
    if strange := strange_character(text, file):
        return None, (strange,)
    assembly = _Assembly(text.translate(_BREAKS), file)
    try:
        for event in _events(assembly.text):
            _take(assembly, event)
    except TooMuch as trap:
        return None, (*assembly.findings, trap.finding)
    except yaml.MarkedYAMLError as trouble:
        return None, (*assembly.findings, explain(trouble, assembly.text, file))
    assembly.findings += [
        begins_with("&", assembly.row(node.span.line), node.span)
        for name, (node, _) in assembly.anchors.items()
        if isinstance(node, Scalar) and name not in assembly.used
    ]
    return assembly.root, tuple(assembly.findings)


def _events(text: str) -> Iterator[Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


def _take(assembly: _Assembly, event: Any) -> None:
    match event:
        case yaml.ScalarEvent():
            assembly.scalar(event)
        case yaml.MappingStartEvent():
            assembly.open(event, is_list=False)
        case yaml.SequenceStartEvent():
            assembly.open(event, is_list=True)
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            assembly.close(event)
        case yaml.AliasEvent():
            assembly.alias(event)
        case yaml.DocumentStartEvent() if assembly.root is not None:
            raise TooMuch(second_document(assembly.span(event.start_mark, event.end_mark)))


def _twice(key: Scalar, first: Scalar) -> Finding:
    return Finding(
        "said-twice",
        "error",
        f'"{key.text}" is said twice in the same block',
        key.span,
        expected="each name once",
        found=f'"{key.text}" again',
        remedy="keep one of the two and delete the other",
        related=(Related(first.span, "first said here"),),
    )
