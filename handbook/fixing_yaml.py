"""Changes of words in YAML -> changes of its text that touch nothing else: the value is quoted anew only where it must be.

No rule of YAML is written down here. What a stretch of a value says is asked of the parser, by putting a mark in its place; and whether
a new wording says what it should, by reading it in a frame that is like its surroundings. In the end the whole file is read before and
after, and every value but those that were meant must be the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from handbook.changes import Change, Outcome, changed, sound_part

UNREADABLE = "this file cannot be read as YAML; put that right first"
NOT_A_VALUE = "the words do not stand inside one value (they are a name, a remark, or reach over two values); change them by hand"
NOT_WORDS = "the place cuts through quotation marks or an escaped character; change it by hand"
NO_WAY = "the new words cannot be written here without touching something else; change them by hand"
NOTHING_LEFT = "nothing would be left of this value; delete its line by hand, or write something else"
_MARK = "\ue000"
_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Characters that YAML takes for the end of a line and editors do not; the reader of profiles reads them as spaces too."""
_WIDE = 1_000_000


@dataclass(frozen=True)
class _Value:
    """A single value in the file: the how-manieth it is, where, what it says, and text like its surroundings to read it in."""

    number: int
    start: int
    end: int
    says: str
    style: str
    before: str
    after: str

    def read(self, raw: str) -> str | None:
        """What the value says when written as `raw`, or None when that is no single value any more."""
        try:
            events: list[Any] = [*yaml.parse(self.before + raw.translate(_BREAKS) + self.after, Loader=_LOADER)]
        except yaml.YAMLError:
            return None
        return str(events[-4].value) if [type(each) for each in events] == _SHAPES[self.before.strip()] else None


@dataclass(frozen=True)
class _Rewritten:
    """How a value is written anew, and what it says then."""

    changes: tuple[Change, ...]
    number: int
    says: str


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPEN, _SHUT = [yaml.StreamStartEvent, yaml.DocumentStartEvent], [yaml.DocumentEndEvent, yaml.StreamEndEvent]
_SHAPES: Mapping[str, list[type]] = {
    "-": [*_OPEN, yaml.SequenceStartEvent, yaml.ScalarEvent, yaml.SequenceEndEvent, *_SHUT],
    "[": [*_OPEN, yaml.SequenceStartEvent, yaml.ScalarEvent, yaml.SequenceEndEvent, *_SHUT],
    "k:": [*_OPEN, yaml.MappingStartEvent, yaml.ScalarEvent, yaml.ScalarEvent, yaml.MappingEndEvent, *_SHUT],
}


def rewrite(text: str, changes: Sequence[Change]) -> Outcome:
    """What to do to the text of a YAML file so that the words at each change become its text."""
    try:
        values = [*_values(text)]
        before = _told(text)
    except (yaml.YAMLError, YAMLError, UnicodeError, RecursionError):
        return Outcome((), dict.fromkeys(changes, UNREADABLE))
    refused: dict[Change, str] = {}
    groups = _by_value(values, changes, refused)
    rewritten = [each for value, group in groups if (each := _rewritten(text, value, group, refused))]

    def sound(some: Sequence[_Rewritten]) -> bool:
        return _differs_only(before, changed(text, _changes(some)), {each.number: each.says for each in some})

    made = sound_part(rewritten, sound)
    lost = {each.number for each in rewritten} - {each.number for each in made}
    refused |= {change: NO_WAY for value, group in groups if value.number in lost for change in group if change not in refused}
    return Outcome(tuple(_changes(made)), refused)


def _changes(rewritten: Sequence["_Rewritten"]) -> list[Change]:
    return [change for each in rewritten for change in each.changes]


def _values(text: str) -> Iterator[_Value]:
    """Every single value of the file that is not a name before a colon."""
    opened: list[list[Any]] = []
    number = -1
    for event in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            opened.pop()
        elif isinstance(event, yaml.NodeEvent):
            is_key = _is_key(opened)
            number += isinstance(event, yaml.ScalarEvent)
            if isinstance(event, yaml.ScalarEvent) and not is_key and opened:
                yield _value(text, number, event, opened[-1][0])
            elif isinstance(event, yaml.CollectionStartEvent):
                opened.append([event, 0])


def _value(text: str, number: int, event: Any, parent: Any) -> _Value:
    start, end = event.start_mark.index, event.end_mark.index
    before, after = ("[", "]") if parent.flow_style else (_before(parent), "\n")
    if event.style in ("|", ">"):
        written = text[start:end].rstrip()
        after, end = text[start + len(written) : end], start + len(written)
    return _Value(number, start, end, event.value, event.style or "", before, after)


def _before(parent: Any) -> str:
    return " " * int(parent.start_mark.column) + ("- " if isinstance(parent, yaml.SequenceStartEvent) else "k: ")


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text.translate(_BREAKS), Loader=_LOADER)


def _is_key(opened: list[list[Any]]) -> bool:
    """Whether the node that now begins is a name before a colon; counts it in what it belongs to."""
    if not opened:
        return False
    opened[-1][1] += 1
    return isinstance(opened[-1][0], yaml.MappingStartEvent) and opened[-1][1] % 2 == 1


def _by_value(values: list[_Value], changes: Sequence[Change], refused: dict[Change, str]) -> list[tuple[_Value, list[Change]]]:
    groups: dict[int, tuple[_Value, list[Change]]] = {}
    for change in sorted(changes):
        value = next((each for each in values if each.start <= change.start and change.end <= each.end), None)
        if value is None:
            refused[change] = NOT_A_VALUE
        else:
            groups.setdefault(value.number, (value, []))[1].append(change)
    return [*groups.values()]


def _rewritten(text: str, value: _Value, group: list[Change], refused: dict[Change, str]) -> _Rewritten | None:
    raw = text[value.start : value.end]
    inside = [each.moved(-value.start) for each in group]
    meant = {each: place for each in inside if (place := _meant(raw, value, each))}
    refused |= {each.moved(value.start): NOT_WORDS for each in inside if each not in meant}
    says = changed(value.says, [*meant.values()])
    says = says if value.style else says.strip(" ")
    if meant and says.strip():
        for candidate in _candidates(raw, value.style, [*meant], says):
            if _right(value, changed(raw, candidate), says):
                return _Rewritten(tuple(each.moved(value.start) for each in candidate), value.number, says)
    refused |= {each.moved(value.start): NO_WAY if says.strip() else NOTHING_LEFT for each in meant}
    return None


def _right(value: _Value, raw: str, says: str) -> bool:
    """Whether a way of writing says what it should, and is not suddenly a number or a date to other readers of YAML."""
    plain = raw[len(_anchor(raw)) :][:1] not in ("'", '"', "|", ">")
    return value.read(raw) == says and not (plain and _kind(says) not in (_kind(value.says), _kind("text")))


def _meant(raw: str, value: _Value, change: Change) -> Change | None:
    """The change in what the value says, for a change in how it is written."""
    marked = value.read(raw[: change.start] + _MARK + raw[change.end :])
    if marked is None or marked.count(_MARK) != 1:
        return None
    head, tail = marked.split(_MARK)
    fits = value.says.startswith(head) and value.says.endswith(tail) and len(head) + len(tail) <= len(value.says)
    return Change(len(head), len(value.says) - len(tail), change.text) if fits else None


def _candidates(raw: str, style: str, changes: list[Change], says: str) -> Iterator[list[Change]]:
    """Ways to write the value, the least change first: as it was; the same lines in quotation marks; on one line in quotation marks."""
    escape = {"'": _single, '"': _double}.get(style, str)
    yield [Change(each.start, each.end, escape(each.text)) for each in changes]
    start = len(_anchor(raw))
    if not style:
        yield _quoted(raw, start, changes)
    yield [Change(start, len(raw), _emitted(says))]


def _quoted(raw: str, start: int, changes: list[Change]) -> list[Change]:
    """The changes, and quotation marks around all of it."""
    new = changed(raw, changes)
    if '"' not in new and "\\" not in new:
        return [Change(start, start, '"'), *changes, Change(len(raw), len(raw), '"')]
    kept = (at for at, letter in enumerate(raw) if letter == "'" and not any(each.start <= at < each.end for each in changes))
    doubled = [Change(at, at + 1, "''") for at in kept]
    inside = [Change(each.start, each.end, _single(each.text)) for each in changes]
    return [Change(start, start, "'"), *doubled, *inside, Change(len(raw), len(raw), "'")]


def _anchor(raw: str) -> str:
    """The anchor or tag before a value, with the space behind it."""
    found = re.match(r"(?:[&!]\S*\s+)+", raw)
    return found[0] if found else ""


def _single(text: str) -> str:
    return text.replace("'", "''")


def _double(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _emitted(says: str) -> str:
    """A value in double quotation marks, on one line, as ruamel.yaml writes it."""
    out, writer = StringIO(), YAML()
    writer.width, writer.allow_unicode = _WIDE, True
    writer.dump([DoubleQuotedScalarString(says)], out)
    return out.getvalue().removeprefix("- ").removesuffix("\n")


def _kind(says: str) -> str:
    """What other readers of YAML take a value without quotation marks for: a text, a number, a date, nothing …"""
    return str(_LOADER.resolve(_RESOLVER, yaml.ScalarNode, says, (True, False)))


_RESOLVER = yaml.resolver.Resolver()


def _told(text: str) -> list[tuple[str, ...]]:
    """All that a file says, in order: lists, blocks, names, values, anchors."""
    told: list[tuple[str, ...]] = []
    for event in YAML(pure=True).parse(StringIO(text.translate(_BREAKS))):
        value = str(getattr(event, "value", ""))
        value = (
            value.replace("\a", "") if getattr(event, "style", "") == ">" else value
        )  # ruamel.yaml marks with it where lines were folded
        told.append((type(event).__name__, str(getattr(event, "anchor", None)), str(getattr(event, "tag", None)), value))
    return told


def _differs_only(before: list[tuple[str, ...]], after: str, says: Mapping[int, str]) -> bool:
    """Whether a file says the same as before, but for the values of these numbers, which say what they should."""
    try:
        told = _told(after)
    except (YAMLError, UnicodeError, RecursionError):
        return False
    number = -1
    wanted = []
    for each in before:
        number += each[0] == "ScalarEvent"
        wanted.append((*each[:3], says[number]) if each[0] == "ScalarEvent" and number in says else each)
    return told == wanted
