"""Located YAML -> typed profile: one walk along the schema finds every mistake, and notes where each value stands."""

import re
from types import MappingProxyType
from typing import Any

from handbook.declare import Block, Field, Kind, Leaf, ListOf, MapOf, Path, Ref, Said, Shape, field_named, fields_of, shorthand_of
from handbook.finding import Related
from handbook.leaves import FACT_NAME, FITS, NOUNS, NotValid, closest, parse_leaf
from handbook.located import Entry, Items, Lines, Node, Scalar
from handbook.notes import UNSAID, Notes, Placed, note_id, note_record
from handbook.profile import Profile
from handbook.quantity import Stated, stated


def read_profile(root: Lines, notes: Notes) -> Profile | None:
    """The typed profile, or None when `notes` holds an error."""
    facts = next((each for each in root.entries if each.key.text == "facts"), None)
    if facts:
        scouting = Notes()
        notes.facts = {name: fact.is_ for name, fact in _read_field("facts", facts, scouting).items()}
        notes.places.update(scouting.places)
    profile = _block(Block(Profile), root, (), notes)
    return profile if profile is not UNSAID and not notes.findings else None


def _read_field(name: str, entry: Entry, notes: Notes) -> Any:
    declared = field_named(Profile, name)
    assert declared
    value = walk(declared.shape, entry.value, (name,), notes, True)
    return {} if value is UNSAID else {key: each for key, each in value.items() if each is not UNSAID}


def walk(shape: Shape, node: Node, path: Path, notes: Notes, speaks: bool) -> Any:
    """The value of a node by its shape; children that are wrong are left out and noted."""
    notes.places[path] = node.span
    match shape:
        case Leaf():
            return _leaf(shape, node, path, notes, speaks)
        case ListOf():
            return _list(shape, node, path, notes, speaks)
        case MapOf():
            return _map(shape, node, path, notes, speaks)
        case Block():
            return _block(shape, node, path, notes)


def _shown(node: Node) -> str:
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return f'"{text[:57]}…"' if len(text) > 58 else f'"{text}"'
    if node.flow:
        return "a text in [ ], which makes it a list" if isinstance(node, Items) else "a text in { }, which makes it a block"
    return "a list of - item lines" if isinstance(node, Items) else "a block of name: value lines"


def _name(path: Path) -> str:
    if path and path[-1] == "":
        return f'the name "{path[-2]}"'
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "the profile")
    return f"an entry of {name}" if path and isinstance(path[-1], int) else name


def _leaf(leaf: Leaf, node: Node, path: Path, notes: Notes, speaks: bool) -> Any:
    if not isinstance(node, Scalar):
        return notes.wrong(
            "wrong-shape",
            node.span,
            f"{_name(path)} takes one value",
            expected=leaf.kind.value,
            found=_shown(node),
            remedy=_as_one(leaf, node),
        )
    if (fact := FACT_NAME.fullmatch(node.text)) and leaf.kind in FITS:
        return _from_fact(leaf, fact[1], node, path, notes)
    try:
        value = parse_leaf(leaf, node.text, path)
    except NotValid as problem:
        wrong = problem.wrong or f"is not {NOUNS[leaf.kind]}"
        return notes.wrong(
            "wrong-value",
            node.span,
            f"{_name(path)} {wrong}",
            expected=problem.expected,
            found=_shown(node),
            guess=problem.guess,
            remedy=problem.remedy,
        )
    if isinstance(value, Ref):
        notes.refs.append(value)
    notes.leaves.append(Placed(path, leaf.kind, node.text, node.span, speaks, node.raw))
    return value


def _as_one(leaf: Leaf, node: Items | Lines) -> str:
    if leaf.kind in FITS and isinstance(node, Lines) and node.flow:
        return 'to use a fact here, put it in quotes: "{name-of-the-fact}"'
    if leaf.kind not in (Kind.LINE, Kind.PROSE, Kind.FACT):
        return "write one value behind the colon, on the same line"
    if node.flow:
        return "put the whole text in quotes, because it begins with " + ("[" if isinstance(node, Items) else "{")
    return (
        "write one text behind the colon, without a hyphen"
        if isinstance(node, Items)
        else "write one text behind the colon; put it in quotes if it holds a colon itself"
    )


def _from_fact(leaf: Leaf, name: str, node: Scalar, path: Path, notes: Notes) -> Any:
    notes.fact_uses.append((name, path))
    value = notes.facts.get(name)
    if value is None:
        return UNSAID  # an undefined fact is found by `references`, once for every use
    if not isinstance(value, Stated) or not isinstance(value, FITS[leaf.kind]):
        assert isinstance(value, Stated | Said)
        return notes.wrong(
            "fact-of-another-kind",
            node.span,
            f"{_name(path)} cannot use the fact {{{name}}}",
            expected=leaf.kind.value,
            found=f'"{value}"',
            remedy="name a fact of the right kind, or write the value itself",
            related=(Related(notes.places.get(value.path, node.span), "the fact is said here"),),
        )
    return stated(value, path, name)


def _list(shape: ListOf, node: Node, path: Path, notes: Notes, speaks: bool) -> Any:
    if not isinstance(node, Items):
        return notes.wrong(
            "wrong-shape",
            node.span,
            f"{_name(path)} takes a list",
            expected="lines that begin with a hyphen: - item",
            found=_shown(node),
            remedy=_as_list(shape, node),
        )
    values = []
    for number, item in enumerate(node.items):
        if isinstance(item, Scalar) and item.empty:
            notes.wrong(
                "empty-item",
                item.span,
                f"an entry of {_name(path)} is empty",
                expected="something behind the hyphen",
                found="nothing",
                remedy="write it, or delete the line",
            )
        elif (value := walk(shape.item, item, (*path, number), notes, speaks)) is not UNSAID:
            values.append(value)
    return tuple(values)


def _as_list(shape: ListOf, node: Node) -> str:
    if isinstance(node, Scalar) and re.match(r"-\S", node.text):
        return "write a space behind each hyphen"
    if isinstance(shape.item, Block):
        return f"begin each entry with a hyphen and a space, and write its fields below one another: {_some_fields(shape.item.cls)}"
    return (
        "write a hyphen and a space before it"
        if isinstance(node, Scalar)
        else "write each entry on a line of its own, with a hyphen and a space before it"
    )


def _map(shape: MapOf, node: Node, path: Path, notes: Notes, speaks: bool) -> Any:
    if not isinstance(node, Lines):
        return notes.wrong(
            "wrong-shape",
            node.span,
            f"{_name(path)} takes a block of names that you choose",
            expected="lines of name: value",
            found=_shown(node),
            remedy="write each as name: value on a line of its own, two spaces further in",
        )
    values = {}
    for entry in node.entries:
        place = (*path, entry.key.text, "")
        notes.places[place] = entry.key.span
        key = _leaf(shape.key, entry.key, place, notes, shape.key.kind is Kind.LINE)
        here = (*path, entry.key.text)
        if isinstance(shape.item, Block):
            note_id(shape.item.cls, entry.key.text, here, entry.key.span, notes)
        value = walk(shape.item, entry.value, here, notes, speaks)
        if key is not UNSAID and value is not UNSAID:
            values[key] = value
    return MappingProxyType(values)


def _block(shape: Block, node: Node, path: Path, notes: Notes) -> Any:
    cls, short = shape.cls, shorthand_of(shape.cls)
    if isinstance(node, Scalar) and short and not node.empty:
        declared = next(each for each in fields_of(cls) if each.attribute == short)
        value = walk(declared.shape, node, path, notes, declared.speaks)
        return UNSAID if value is UNSAID else cls(**{short: value})
    if isinstance(node, Scalar) and node.empty and not any(each.required for each in fields_of(cls)):
        return cls()
    if not isinstance(node, Lines):
        return notes.wrong(
            "wrong-shape",
            node.span,
            f"{_name(path)} takes a block of fields",
            expected="lines of field: value, two spaces further in",
            found=_shown(node),
            remedy=_as_block(cls, node),
        )
    return _fields(cls, node, path, notes)


def _as_block(cls: type, node: Node) -> str:
    if isinstance(node, Scalar) and re.match(r"[\w-]+:\S", node.text):
        return "write a space behind the colon"
    return f"write its fields below it, such as {_some_fields(cls)}"


def _fields(cls: type, node: Lines, path: Path, notes: Notes) -> Any:
    said = _check_names(cls, node, notes, "field" if cls is not Profile else "section")
    values: dict[str, Any] = {}
    complete = True
    for declared in fields_of(cls):
        entry = said.get(declared.name)
        if entry is None or (isinstance(entry.value, Scalar) and entry.value.empty):
            complete = _missing(declared, entry, node, path, notes) and complete
            continue
        value = walk(declared.shape, entry.value, (*path, declared.name), notes, declared.speaks)
        complete = complete and (value is not UNSAID or not declared.required)
        if value is not UNSAID:
            values[declared.attribute] = value
    note_record(cls, values, node, path, notes)
    return cls(**values) if complete else UNSAID


def _missing(declared: Field, entry: Entry | None, node: Lines, path: Path, notes: Notes) -> bool:
    if not declared.required:
        return True
    span = entry.key.span if entry else (node.entries[0].key.span if node.entries else node.span)
    found = "nothing behind it" if entry else "no such line"
    here = isinstance(declared.shape, Block) and not path
    notes.wrong(
        "missing-section" if here else "missing-field",
        span,
        f"the section {declared.name} is missing" if here else f"{declared.name} is missing here",
        expected=f"{declared.name}: {_lower(declared.about)}",
        found=found,
        remedy=_how_to_add(declared, entry is not None),
    )
    return False


def _how_to_add(declared: Field, begun: bool) -> str:
    if not declared.example:
        return f"add a block {declared.name}: with its fields"
    return f"{'write it behind the colon, such as' if begun else 'add the line'}   {declared.name}: {declared.example}"


def _lower(about: str) -> str:
    return about[:1].lower() + about[1:].rstrip(".")


def _check_names(cls: type, node: Lines, notes: Notes, what: str) -> dict[str, Entry]:
    """The entries by the field they mean: a slip of the pen is noted, and read as the field it is closest to."""
    known = [each.name for each in fields_of(cls)]
    said = {entry.key.text: entry for entry in node.entries}
    for entry in node.entries:
        name = entry.key.text
        if name not in known:
            here = "" if what == "section" else " here"
            notes.wrong(
                "unknown-field",
                entry.key.span,
                f'there is no {what} called "{name}"{here}',
                expected="one of: " + ", ".join(known),
                found=f'"{name}"',
                guess=closest(name.replace("_", "-"), known),
                remedy="correct the name, or delete the line with what belongs to it",
            )
            said.setdefault(closest(name.replace("_", "-"), known, 0.8), entry)
    return said


def _some_fields(cls: type) -> str:
    names = sorted(fields_of(cls), key=lambda each: (each.name != "id", not each.required))[:3]
    return ", ".join(f"{each.name}:" for each in names)
