"""The records and texts of a profile with their paths, and where words of a text stand in the file."""

from collections.abc import Iterator, Mapping
from typing import Any

from handbook.declare import Path, Ref, Said, fields_of
from handbook.document import Block, Document
from handbook.finding import Span
from handbook.ruling import Case

Record = tuple[Path, Any]


def records(case: Case) -> tuple[Record, ...]:
    """Every record of the profile with its path, drafts left out, in the order of the declarations."""
    found: tuple[Record, ...] = case.once("records", lambda case: tuple(_walk(case.profile, ())))
    return found


def of_kind(case: Case, kind: type) -> Iterator[tuple[Path, Any]]:
    """The records of one class (or of those made from it), each with its path."""
    return (each for each in records(case) if isinstance(each[1], kind))


def texts(case: Case) -> tuple[Said, ...]:
    """Every text that the profile says, with references replaced by what they stand for."""
    found: tuple[Said, ...] = case.once("texts of the profile", lambda case: tuple(_texts(case.profile)))
    return found


def texts_of(record: Any) -> tuple[Said, ...]:
    """Every text inside one record."""
    return tuple(_texts(record))


def refs(case: Case) -> tuple[tuple[Path, Ref], ...]:
    """Every reference to another record, with the path of the record that it stands in."""
    found: tuple[tuple[Path, Ref], ...] = case.once(
        "references", lambda case: tuple((path, ref) for path, record in records(case) for ref in _refs(record))
    )
    return found


def _refs(record: Any) -> Iterator[Ref]:
    for declared in fields_of(type(record)):
        value = getattr(record, declared.attribute)
        if isinstance(value, Ref):
            yield value
        elif isinstance(value, tuple | Mapping):
            yield from (each for each in value if isinstance(each, Ref))


def value_place(case: Case, value: Any) -> Span:
    """Where a single value stands, not the name before it."""
    path = getattr(value, "path", ())
    return case.places[path] if path in case.places else case.place(path)


def words_place(case: Case, text: Said, start: int, end: int) -> Span:
    """Where some characters of a text stand in the file; the braces where they came out of a fact."""
    document, block = _blocks(case).get(text.path, (None, None))
    words = text[start:end]
    at = block.text.find(words, 0 if block.text[start:end] != words else start) if block else -1
    if document and block and at >= 0:
        return document.span(block, at, at + len(words))
    return case.places.get(text.path) or case.place(text.path)


def _blocks(case: Case) -> Mapping[Path, tuple[Document, Block]]:
    """The texts of the profile as documents hold them, by path."""
    found: Mapping[Path, tuple[Document, Block]] = case.once(
        "blocks by path",
        lambda case: {block.path: (each, block) for each in case.documents if each.kind == "profile" for block in each.blocks},
    )
    return found


def _walk(value: Any, path: Path) -> Iterator[Record]:
    yield path, value
    for declared in fields_of(type(value)):
        inner = getattr(value, declared.attribute)
        place = (*path, declared.name)
        if _is_record(inner):
            yield from _walk(inner, place)
        elif isinstance(inner, tuple):
            for number, each in enumerate(inner):
                if _is_record(each):
                    yield from _walk(each, _own_path(each, place, number))
        elif isinstance(inner, Mapping):
            for key, each in inner.items():
                if _is_record(each):
                    yield from _walk(each, (*place, str(key)))


def _own_path(record: Any, place: Path, number: int) -> Path:
    """The path of an entry of a list as written; its number here is another one when a draft stands before it."""
    known = next((each for each in _paths(record) if each[: len(place)] == place), ())
    return known[: len(place) + 1] if known else (*place, number)


def _paths(value: Any) -> Iterator[Path]:
    if path := getattr(value, "path", ()):
        yield path
    elif isinstance(value, tuple):
        for each in value:
            yield from _paths(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _paths(each)
    elif _is_record(value):
        for declared in fields_of(type(value)):
            yield from _paths(getattr(value, declared.attribute))


def _texts(value: Any) -> Iterator[Said]:
    if isinstance(value, Said):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(key)
            yield from _texts(each)
    elif _is_record(value):
        for declared in fields_of(type(value)):
            yield from _texts(getattr(value, declared.attribute))


def _is_record(value: Any) -> bool:
    return hasattr(type(value), "DECLARED")
