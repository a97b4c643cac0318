"""The reference page of all profile fields, derived from the declarations: `python -m handbook.reference` prints it."""

from collections.abc import Iterator

from handbook.declare import Block, Field, ListOf, MapOf, Shape, fields_of
from handbook.profile import Profile
from handbook.profile.header import Header
from handbook.skeleton import kind_of

INTRODUCTION = """\
# What a profile can say

This page is made from the declarations in `handbook/profile/`; change them there and run `make docs`.

A profile is a folder with one or several YAML files. Each section below stands in exactly one of them. Only what is marked
**needed** must be said; whatever is left out is left out of the handbook too.

- *Short texts* are shown as they are written. *Long texts* take Markdown: paragraphs, lists, emphasis, links. HTML is shown, not interpreted.
- A number that two messages share is said once, under `facts`, and used in any text as `{its-name}`. Records are named as
  `{role.duty-manager}`, `{value.warmth}`, `{measure.…}`, `{team.…}`, `{guarantee.…}`, `{segment.…}`, `{term.…}`, `{site.…}`;
  your own words as `{customer}`, `{customers}`, `{colleague}`, `{colleagues}`, `{us}`. For a plain brace write `{{`.
- Where an amount or a time is expected, a fact may stand: `up-to: "{desk-limit}"`. The quotes are needed because of the brace.
- *Lengths of time*: `20 minutes`, `4 business hours`, `2 days`. *Times of day*: `15:00`. *Money*: `AED 400 per stay`. *Shares*: `98 %`.
  *Marks and rates*: `4.6 out of 5`, `3 per 1,000 stays`. *Dates*: `2027-03-31`.
"""


def reference() -> str:
    """The whole page as Markdown."""
    return "\n".join([INTRODUCTION, "## The sections", "", *_table(Profile), *_blocks()]) + "\n"


def _blocks() -> Iterator[str]:
    for cls in sorted(_classes(Profile, []), key=lambda each: each.__name__):
        yield f"\n### {cls.__name__}\n"
        yield f"{(cls.__doc__ or '').strip()}\n"
        yield from _table(cls)
        if Header in cls.__mro__ and cls is not Header:
            yield "\nIt may also say everything that every entry may: see [Header](#header)."
    yield "\n### Header\n"
    yield f"{(Header.__doc__ or '').strip()}\n"
    yield from _table(Header)


def _table(cls: type) -> Iterator[str]:
    common = {each.name for each in fields_of(Header)} if Header in cls.__mro__ and cls is not Header else set()
    yield "| field | what it says | takes | example |"
    yield "|---|---|---|---|"
    for declared in fields_of(cls):
        if declared.name not in common:
            yield _row(declared)


def _row(declared: Field) -> str:
    needed = " **needed**" if declared.required else ""
    example = f"`{declared.example}`" if declared.example else ""
    return f"| `{declared.name}`{needed} | {_cell(declared.about)} | {_cell(kind_of(declared.shape))} | {_cell(example)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _classes(cls: type, found: list[type]) -> list[type]:
    for declared in fields_of(cls):
        shape: Shape = declared.shape
        while isinstance(shape, ListOf | MapOf):
            shape = shape.item
        if isinstance(shape, Block) and shape.cls not in found:
            found.append(shape.cls)
            _classes(shape.cls, found)
    return found


if __name__ == "__main__":
    print(reference(), end="")
