"""How a field of the profile is declared: its kind, its description, its example, whether it speaks to people.

A profile class is a frozen record. Every field is declared with `needed`, `may` or `many`, so that the reader of
profiles, the commented starter, the reference page and the JSON Schema all derive from one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

Path = tuple[str | int, ...]
"""The way from the top of the profile to a value, e.g. `("guarantees", 0, "promise")`; names as written in YAML."""

NOTHING: Mapping[str, Any] = MappingProxyType({})
REQUIRED: Any = object()


class Said(str):
    """A text that the profile says, with the path it stands at; `prose` is true where Markdown is welcome."""

    path: Path
    prose: bool
    __slots__ = ("path", "prose")

    def __new__(cls, text: str, path: Path = (), prose: bool = False) -> "Said":
        said = super().__new__(cls, text)
        said.path = path
        said.prose = prose
        return said


class Ref(str):
    """The id of another record; `sections` names where it may be defined, `path` where the reference stands."""

    sections: tuple[str, ...]
    path: Path
    __slots__ = ("path", "sections")

    def __new__(cls, text: str, sections: tuple[str, ...] = (), path: Path = ()) -> "Ref":
        ref = super().__new__(cls, text)
        ref.sections = sections
        ref.path = path
        return ref


class Kind(Enum):
    """What a single value is; the reader parses by it, never by the rules of YAML 1.1."""

    LINE = "a short text"
    PROSE = "a text; Markdown is welcome"
    ID = "a short name of lower-case letters, digits and hyphens"
    REF = "the id of another entry"
    CHOICE = "one of a few words"
    DATE = "a date, year-month-day"
    WHOLE = "a whole number"
    YESNO = "yes or no"
    COLOUR = 'a colour such as "#0b5c5c"'
    FILE = "the name of a file in the profile's folder"
    LANGUAGE = "a language code such as en or ar"
    DURATION = "a length of time such as 20 minutes or 2 business days"
    MOMENT = "a time of day such as 15:00, or a length of time such as 20 minutes"
    MONEY = "an amount of money such as AED 400 per stay"
    QUANTITY = "a number with its unit such as 98 %, 20 minutes or AED 400 per stay"
    FACT = "an amount, a time, a percentage or a name"


SPEAKING = frozenset({Kind.LINE, Kind.PROSE, Kind.DATE, Kind.WHOLE, Kind.DURATION, Kind.MOMENT, Kind.MONEY, Kind.QUANTITY, Kind.FACT})
"""The kinds whose values people read on a page; ids, references and file names only steer."""


@dataclass(frozen=True)
class Leaf:
    """A single value of one kind; `options` for CHOICE, `sections` for REF."""

    kind: Kind
    options: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListOf:
    """A list of `- item` lines."""

    item: "Shape"


@dataclass(frozen=True)
class MapOf:
    """Lines of `name: value` whose names the author chooses."""

    key: Leaf
    item: "Shape"


@dataclass(frozen=True)
class Block:
    """Lines of `field: value` whose names the class declares."""

    cls: type


Shape = Leaf | ListOf | MapOf | Block


@dataclass(frozen=True)
class Field:
    """One declared field: its name in YAML, its attribute in Python, its shape and its story."""

    name: str
    attribute: str
    shape: Shape
    required: bool
    about: str
    example: str
    speaks: bool


Line = Annotated[Said, Leaf(Kind.LINE)]
Prose = Annotated[Said, Leaf(Kind.PROSE)]
Id = Annotated[str, Leaf(Kind.ID)]
Colour = Annotated[str, Leaf(Kind.COLOUR)]
FileName = Annotated[str, Leaf(Kind.FILE)]
Language = Annotated[str, Leaf(Kind.LANGUAGE)]
Whole = Annotated[int, Leaf(Kind.WHOLE)]
YesNo = Annotated[bool, Leaf(Kind.YESNO)]


def ref(*sections: str) -> Leaf:
    """The shape of a reference into one of `sections`; use as `Annotated[Ref, ref("roles")]`."""
    return Leaf(Kind.REF, sections=sections)


@dataclass(frozen=True)
class Declared:
    """What a profile class says about one of its fields; it stands as the class attribute until `record` takes it."""

    about: str
    example: str
    speaks: bool
    default: Any = REQUIRED


def needed(about: str, example: str = "", *, speaks: bool = True) -> Any:
    """A field without which readers would be misled. `example` is what a starter profile shows, as YAML."""
    return Declared(about, example, speaks)


def may(about: str, example: str = "", *, speaks: bool = True) -> Any:
    """A field that may be left out; it is None then."""
    return Declared(about, example, speaks, None)


def many(about: str, example: str = "", *, speaks: bool = True) -> Any:
    """A list (or block of own names) that may be left out; it is empty then."""
    return Declared(about, example, speaks, ())


def named(about: str, example: str = "", *, speaks: bool = True) -> Any:
    """A block whose names the author chooses; it is empty when left out."""
    return Declared(about, example, speaks, NOTHING)


Class = TypeVar("Class", bound=type)
Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(needed, may, many, named))
def record(cls: Class) -> Class:
    """A class of the profile: immutable, built by keywords. (76 dataclasses would cost 0.15 s at every start.)"""
    own = {name: declared for name, declared in vars(cls).items() if isinstance(declared, Declared)}
    everything = {**getattr(cls, "DECLARED", {}), **own}
    for name in own:
        delattr(cls, name)
    for name, value in (("DECLARED", everything), ("__init__", _fill), ("__setattr__", _refuse)):
        setattr(cls, name, value)
    return cls


def made(cls: type[Made], **given: Any) -> Made:
    """A record of a class by its attributes; what is not given is unsaid."""
    return cls(**given)


def _fill(self: Any, **given: Any) -> None:
    for name, declared in self.DECLARED.items():
        value = given.pop(name, declared.default)
        if value is REQUIRED:
            raise TypeError(f"{type(self).__name__} needs {name}")
        vars(self)[name] = value
    if given:
        raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")


def _refuse(self: Any, name: str, value: Any) -> None:
    raise AttributeError(f"{type(self).__name__} is read-only; {name} stays as it is")


def fields_of(cls: type) -> tuple[Field, ...]:
    """Every declared field of a profile class, the class's own before the inherited header's."""
    return _fields_of(cls)


@cache
def _fields_of(cls: type) -> tuple[Field, ...]:
    annotations = get_type_hints(cls, include_extras=True)
    own = vars(cls).get("__annotations__", {})
    declared: dict[str, Declared] = getattr(cls, "DECLARED")  # noqa: B009 - set by `record`
    names = sorted(declared, key=lambda name: name not in own)
    return tuple(_field(name, declared[name], annotations[name]) for name in names)


@cache
def field_named(cls: type, name: str) -> Field | None:
    """The field that YAML calls `name`, or None."""
    return next((each for each in fields_of(cls) if each.name == name), None)


def shorthand_of(cls: type) -> str | None:
    """The field that a single value stands for where a block is expected, e.g. `because` in `pax: not a count`."""
    return getattr(cls, "SHORTHAND", None)


def _field(attribute: str, declared: Declared, annotation: Any) -> Field:
    shape = shape_of(annotation)
    return Field(
        name=attribute.replace("_", "-").removesuffix("-"),
        attribute=attribute,
        shape=shape,
        required=declared.default is REQUIRED,
        about=declared.about,
        example=declared.example,
        speaks=declared.speaks and _can_speak(shape),
    )


def _can_speak(shape: Shape) -> bool:
    while isinstance(shape, ListOf | MapOf):
        shape = shape.item
    return isinstance(shape, Block) or shape.kind in SPEAKING


def shape_of(annotation: Any) -> Shape:
    """The shape that a type annotation of a profile class declares."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return shape_of(next(each for each in arguments if each is not NoneType))
    if origin is Annotated:
        return next(each for each in arguments if isinstance(each, Leaf))
    if origin is tuple:
        return ListOf(shape_of(arguments[0]))
    if origin is Mapping:
        key = shape_of(arguments[0])
        assert isinstance(key, Leaf)
        return MapOf(key, shape_of(arguments[1]))
    if origin is Literal:
        return Leaf(Kind.CHOICE, options=arguments)
    return Block(annotation)
