"""The JSON Schema of profiles, derived from the declarations, for completion and checking in editors."""

from typing import Any

from handbook.declare import Block, Field, Kind, Leaf, ListOf, MapOf, Shape, fields_of, shorthand_of
from handbook.profile import Profile

FACT_REFERENCE = r"^\{[a-z0-9-]+\}$"
_QUANTITIES = {
    Kind.DURATION: r"^\d[\d,.]*\s*((business|working|calendar)\s+)?(seconds?|minutes?|hours?|days?|weeks?|months?|years?)$",
    Kind.MOMENT: r"^(\d{1,2}:\d{2}|\d[\d,.]*\s*((business|working|calendar)\s+)?(seconds?|minutes?|hours?|days?|weeks?|months?|years?)|\d{1,2}\s*[ap]\.?m\.?)$",
    Kind.MONEY: r"^([A-Z]{3}|[€£₹])\s*\d[\d,.]*(\s+per\s+.+)?$|^\d[\d,.]*\s*([A-Z]{3}|[€£₹])(\s+per\s+.+)?$",
}
ANY_VALUE = ["string", "number", "boolean"]


def json_schema() -> dict[str, Any]:
    """The whole schema (draft 2020-12). A profile spread over several files may lack sections in each of them."""
    definitions: dict[str, Any] = {}
    top = _block(Profile, definitions)
    top.pop("required", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Service handbook profile",
        "description": "One organisation's values, words, promises and measures.",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _block(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = fields_of(cls)
    block: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {each.name: _field(each, definitions) for each in fields},
    }
    required = [each.name for each in fields if each.required]
    return block | ({"required": required} if required else {})


def _field(declared: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    shape = _shape(declared.shape, definitions)
    story: dict[str, Any] = {"description": declared.about}
    if declared.example and isinstance(declared.shape, Leaf):
        story["examples"] = [declared.example.strip('"') if declared.example.startswith('"') else declared.example]
    return {"allOf": [shape], **story} if "$ref" in shape else {**shape, **story}


def _shape(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Leaf():
            return _leaf(shape)
        case ListOf():
            return {"type": "array", "items": _shape(shape.item, definitions)}
        case MapOf():
            return {"type": "object", "additionalProperties": _shape(shape.item, definitions)}
        case Block():
            return _reference(shape.cls, definitions)


def _reference(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        block = _block(cls, definitions) | {"description": (cls.__doc__ or "").strip()}
        short = shorthand_of(cls)
        definitions[name] = {"oneOf": [{"type": ANY_VALUE}, block]} if short else block
    return {"$ref": f"#/$defs/{name}"}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    match leaf.kind:
        case Kind.CHOICE:
            return {"enum": list(leaf.options)}
        case Kind.YESNO:
            return {"enum": ["yes", "no", True, False]}
        case Kind.WHOLE:
            return {"type": "integer", "minimum": 0}
        case Kind.DATE:
            return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case Kind.COLOUR:
            return {"type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}
        case Kind.ID | Kind.REF:
            return {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
        case Kind.DURATION | Kind.MOMENT | Kind.MONEY:
            return {"type": "string", "anyOf": [{"pattern": _QUANTITIES[leaf.kind]}, {"pattern": FACT_REFERENCE}]}
    return {"type": ANY_VALUE}
