"""Every record of a profile by kind and id, and what it is called."""

from collections.abc import Iterator, Mapping
from typing import Any

from handbook.declare import Ref, fields_of
from handbook.leaves import slug
from handbook.profile import Profile


class Catalogue:
    """The records of a profile, found by walking it once."""

    def __init__(self, profile: Profile) -> None:
        self._records: dict[str, dict[str, Any]] = {}
        self._keys: dict[int, tuple[str, str]] = {}
        self._walk(profile)

    def all(self, kind: str) -> Mapping[str, Any]:
        """The records of one kind by id, in the order of the profile."""
        return self._records.get(kind, {})

    def find(self, ref: Ref) -> Any:
        """The record that a reference names, or None."""
        return next((self.all(kind)[ref] for kind in ref.sections if ref in self.all(kind)), None)

    def key(self, record: Any) -> tuple[str, str]:
        """The kind and id of a record; empty texts for a record that cannot be referred to."""
        return self._keys.get(id(record), ("", ""))

    def __iter__(self) -> Iterator[tuple[str, str, Any]]:
        for kind, records in self._records.items():
            for name, record in records.items():
                yield kind, name, record

    def _walk(self, value: Any) -> None:
        for declared in fields_of(type(value)):
            self._visit(getattr(value, declared.attribute), "facts" if declared.attribute == "facts" else "")

    def _visit(self, value: Any, kind: str) -> None:
        if value is None or isinstance(value, str):
            return
        if isinstance(value, Mapping):
            for name, each in value.items():
                self._note(each, kind or getattr(type(each), "KIND", ""), str(name))
                self._visit(each, "")
        elif isinstance(value, tuple):
            for each in value:
                self._note(each, getattr(type(each), "KIND", ""), _own_id(each))
                self._visit(each, "")
        elif hasattr(type(value), "DECLARED"):
            self._walk(value)

    def _note(self, record: Any, kind: str, name: str) -> None:
        if kind and name and name not in self._records.setdefault(kind, {}):
            self._records[kind][name] = record
            self._keys[id(record)] = (kind, name)


def _own_id(record: Any) -> str:
    return getattr(record, "id", None) or (slug(record.term) if getattr(record, "term", None) else "")


def label(record: Any) -> str:
    """What a record is called in a sentence."""
    for attribute in ("name", "title", "term", "who", "promise", "partner", "i_will", "say", "about", "is_"):
        if text := getattr(record, attribute, None):
            return text if isinstance(text, str) else str(text)
    return ""
