"""What the names in a template can be: sections of the profile by their schema, pages, parts, functions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from handbook.declare import Block, Leaf, ListOf, MapOf, fields_of
from handbook.profile import Profile

ANYTHING: Any = None
"""The type of what cannot be known before rendering: arguments of macros, results of calls."""


@dataclass(frozen=True)
class Thing:
    """Something other than the profile that templates see, by its attributes."""

    attributes: Mapping[str, Any]


PAGE = Thing(dict.fromkeys(("path", "title", "summary", "part", "order", "id"), ANYTHING))
PAGES = ListOf(PAGE)  # type: ignore[arg-type]
PART = Thing({"id": ANYTHING, "title": ANYTHING, "pages": PAGES})
FUNCTIONS = (
    "link",
    "page_link",
    "href",
    "page_href",
    "name",
    "find",
    "key",
    "anchor",
    "label",
    "built",
    "answer",
    "owned_by",
    "file",
    "also_said_on",
)
OWN_WORDS = ("us", "customer", "customers", "colleague", "colleagues")
METHODS = ("items", "keys", "values", "get")


def context_types(each: str | None) -> dict[str, Any]:
    """What a chapter may use, and what each of it is; `each` is a section, or * for a layout, which serves any."""
    sections = {declared.attribute: declared.shape for declared in fields_of(Profile)}
    known: dict[str, Any] = {**sections, "page": PAGE, "pages": PAGES, "parts": ListOf(PART)}  # type: ignore[arg-type]
    known |= dict.fromkeys(
        (
            *FUNCTIONS,
            *OWN_WORDS,
            "range",
            "dict",
            "namespace",
            "cycler",
            "joiner",
            "lipsum",
            "loop",
            "self",
            "super",
            "caller",
            "varargs",
            "kwargs",
        ),
        ANYTHING,
    )
    if each == "*":
        known["each"] = ANYTHING
    elif each:
        shape = sections[each.replace("-", "_")]
        known["each"] = shape.item if isinstance(shape, ListOf | MapOf) else shape
    return known


def element_of(kind: Any, index: nodes.Node) -> Any:
    """What indexing gives: an item of a list, a value of a block of names."""
    if isinstance(index, nodes.Slice):
        return kind
    return kind.item if isinstance(kind, ListOf | MapOf) else ANYTHING


def item_of(kind: Any) -> Any:
    """What a loop over it gives: an item of a list, a name of a block of names."""
    if isinstance(kind, ListOf):
        return kind.item
    return kind.key if isinstance(kind, MapOf) else ANYTHING


def attributes_of(kind: Any) -> Mapping[str, Any] | None:
    """The attributes something has, or None when that cannot be known."""
    if isinstance(kind, Thing):
        return kind.attributes
    if isinstance(kind, Block):
        return {each.attribute: each.shape for each in fields_of(kind.cls)}
    if isinstance(kind, Leaf | ListOf):
        return {}
    return dict.fromkeys(METHODS, ANYTHING) if isinstance(kind, MapOf) else None
