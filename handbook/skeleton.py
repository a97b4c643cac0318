"""The starter profile of `handbook new` and the reference page, both derived from the declarations of the schema."""

import json
from collections.abc import Iterator
from dataclasses import replace

from handbook.declare import Block, Field, Kind, Leaf, ListOf, MapOf, Shape, fields_of, shorthand_of
from handbook.profile import Profile
from handbook.profile.header import Header
from handbook.schema import json_schema

LIVE: dict[str, tuple[str, ...]] = {
    "organisation": ("name", "short-name", "what-we-do", "calls-customers", "one", "many"),
    "brand": ("primary", "accent"),
    "roles": ("title", "reach"),
    "facts": (),
    "vision": ("statement", "means"),
    "values": ("id", "name", "means", "we-do", "we-never"),
    "language": ("terms", "term", "means", "phrases", "say", "not", "kind"),
    "guarantees": (
        "id",
        "promise",
        "clock",
        "limit",
        "remedy",
        "what",
        "worth",
        "given",
        "who-may-give",
        "role",
        "up-to",
        "beyond-that",
        "measured-by",
        "owner",
        "review-by",
    ),
    "measures": ("id", "name", "kind", "formula", "scale", "better", "target", "floor", "owner"),
}
"""The fields that a starter profile says; all others stand beside them as comments."""
KEYS: dict[str, tuple[str, ...]] = {
    "roles": ("front-desk-agent", "duty-manager", "front-office-manager", "general-manager"),
    "teams": ("front-office", "housekeeping"),
    "sites": ("harbour-street",),
    "facts": ("desk-limit", "manager-limit", "room-ready-by"),
}
SHORT: dict[str, str] = {"desk-limit": "AED 400 per stay", "manager-limit": "AED 1,500 per stay", "room-ready-by": "15:00"}
IDS = {"values": "warmth", "guarantees": "room-ready", "measures": "rooms-ready-on-time", "segments": "families", "terms": "guest"}
COMMON = tuple(each.name for each in fields_of(Header))
HEAD = """\
# yaml-language-server: $schema=profile.schema.json
#
# The profile of your organisation: everything its handbook says. Lines that begin with # are comments.
# The sections below are filled with an example; write your own over it. What stands behind a # can be
# switched on by taking the # (and one space) away. Leave out what you cannot say yet: the handbook
# leaves it out too. Say every number once, under `facts`, and use it anywhere as {its-name}.
#
# See what you write:    handbook serve
# Find mistakes:         handbook check
"""


def starter_files() -> dict[str, bytes]:
    """The files of a new profile by place."""
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    return {"profile.yaml": starter().encode(), "profile.schema.json": schema.encode()}


def starter(switched_on: bool = False) -> str:
    """The commented profile; with `switched_on`, every line of it is live (which is how it is tested)."""
    lines = [HEAD] if not switched_on else []
    for section in fields_of(Profile):
        live = section.name in LIVE
        lines += ["", f"# {section.about}"]
        lines += [
            _line(text, live or switched_on)
            for text, live in _field(section, 0, LIVE.get(section.name, ()), live, section.name, switched_on)
        ]
    lines += ["", "# Every entry above that describes something may also say who answers for it and until when:"]
    lines += [_line(text, False) for declared in fields_of(Header) for text, _ in _field(declared, 1, (), False, "", False)]
    return "\n".join(lines) + "\n"


def _line(text: str, live: bool) -> str:
    return text if live or text.lstrip().startswith("#") else "# " + text


Lines = Iterator[tuple[str, bool]]


def _field(declared: Field, depth: int, said: tuple[str, ...], live: bool, section: str, all_on: bool) -> Lines:
    """The lines of one field, each with whether it is switched on."""
    pad, shape = "  " * depth, declared.shape
    if isinstance(shape, Leaf) or declared.example:
        yield f"{pad}{declared.name}: {declared.example or '…'}{_note(declared) if depth else ''}", live
        return
    if depth:
        yield f"{pad}# {declared.about}", live
    yield f"{pad}{declared.name}:", live
    yield from _inside(shape, depth + 1, said, live, section, all_on)


def _note(declared: Field) -> str:
    return f"   # {declared.about}"


def _inside(shape: Shape, depth: int, said: tuple[str, ...], live: bool, section: str, all_on: bool) -> Lines:
    pad = "  " * depth
    match shape:
        case Block():
            yield from _fields(shape.cls, depth, said, live, section, all_on)
        case ListOf():
            assert isinstance(shape.item, Block)
            first = True
            for text, on in _fields(shape.item.cls, depth + 1, said, live, section, all_on):
                yield (f"{pad}- {text[len(pad) + 2 :]}" if first else text), on
                first = False
        case MapOf():
            yield from _named(shape, depth, said, live, section, all_on)


def _named(shape: MapOf, depth: int, said: tuple[str, ...], live: bool, section: str, all_on: bool) -> Lines:
    pad = "  " * depth
    assert isinstance(shape.item, Block)
    for number, key in enumerate(KEYS.get(section, ("name",))):
        if key in SHORT:
            yield f"{pad}{key}: {SHORT[key]}", live
            continue
        yield f"{pad}{key}:", live
        rows = list(_fields(shape.item.cls, depth + 1, said, live, section, all_on))
        name = next(each for each in fields_of(shape.item.cls) if each.required)
        title = f"{pad}  {name.name}: {key.replace('-', ' ').title()}{_note(name)}"
        yield title, live
        yield from rows[1:] if not number else rows[1:2]


def _fields(cls: type, depth: int, said: tuple[str, ...], live: bool, section: str, all_on: bool) -> Lines:
    """The fields of a block: those a starter says first, so that the block never begins with a comment."""
    shown = [each for each in fields_of(cls) if each.required or each.name in said or not (Header in cls.__mro__ and each.name in COMMON)]
    ordered = sorted(shown, key=lambda each: not (each.required or each.name in said))
    for declared in ordered:
        on = (live and (declared.name in said or declared.required)) or all_on
        named = replace(declared, example=IDS.get(getattr(cls, "KIND", ""), "my-own-name")) if declared.name == "id" else declared
        yield from _field(named, depth, said, on, section, all_on)


def kind_of(shape: Shape) -> str:
    """What a field takes, in words for the reference page."""
    match shape:
        case Leaf():
            if shape.kind is Kind.CHOICE:
                return "one of: " + ", ".join(shape.options)
            return f"the id of an entry of {' or '.join(shape.sections)}" if shape.kind is Kind.REF else shape.kind.value
        case ListOf():
            return f"a list; each item: {kind_of(shape.item)}"
        case MapOf():
            return f"lines of name: value; each name: {kind_of(shape.key)}; each value: {kind_of(shape.item)}"
        case Block():
            short = shorthand_of(shape.cls)
            block = f"a block, see [{shape.cls.__name__}](#{shape.cls.__name__.lower()})"
            return f"{block}, or just its {short.rstrip('_').replace('_', '-')}" if short else block
