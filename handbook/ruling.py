"""What a rule is, and what it is given: the contract between the files in `rules` and those who run them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from handbook.catalogue import Catalogue
from handbook.declare import Path, fields_of
from handbook.document import Document
from handbook.finding import Finding, Related, Severity, Span
from handbook.notes import Placed
from handbook.profile import Profile


@dataclass(frozen=True)
class Example:
    """What a rule speaks up about (BAD) or keeps quiet about (GOOD): sections of a profile as YAML, and a text as Markdown.

    `organisation` may be left out of the profile. The text is checked as an outside document. `today` is a day, year-month-day.
    """

    profile: str = ""
    text: str = ""
    today: str = "2026-11-25"


@dataclass(frozen=True)
class Case:
    """All that a rule may look at.

    `profile` has its references resolved and its drafts left out; `places` and `leaves` say where each of its values
    stands, by path as written. `documents` are all texts to be read: the profile's own messages (kind "profile"), the
    organisation's chapters, pages, and the documents that somebody asked about. `shipped` gives the product's language
    tables by name (`_quantities.yaml`, `_words.yaml`), for the language of the handbook. Things that several rules need
    are worked out once and kept in `shared`.
    """

    profile: Profile
    places: Mapping[Path, Span]
    leaves: tuple[Placed, ...]
    documents: tuple[Document, ...]
    today: date
    shipped: Mapping[str, str]
    shared: dict[str, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every record by kind and id."""
        return Catalogue(self.profile)

    def once(self, name: str, make: Callable[["Case"], Any]) -> Any:
        """What `make` gives for this case; made at the first call only."""
        if name not in self.shared:
            self.shared[name] = make(self)
        return self.shared[name]

    def place(self, path: Path) -> Span:
        """Where a value of the profile stands; of a record, its id; of something left out, whatever it is missing from."""
        while path:
            if (*path, "id") in self.places:
                return self.places[(*path, "id")]
            if path in self.places:
                key = (*path, "")
                return self.places.get(key, self.places[path])
            path = path[:-1]
        return self.places.get((), Span("profile"))

    def dotted(self, path: Path) -> str:
        """A path as people write it in `accept`: ids instead of numbers, e.g. guarantees.room-ready.promise."""
        names = self.once("ids", lambda case: {path[:-1]: each.text for each in case.leaves for path in [each.path] if path[-1] == "id"})
        return ".".join(str(names.get(path[: number + 1], step)) for number, step in enumerate(path) if step != "")


def home(record: Any) -> Path:
    """The path of a record, e.g. ("guarantees", 0), taken from any value in it that knows its own."""
    for declared in fields_of(type(record)):
        value = getattr(record, declared.attribute)
        if path := getattr(value, "path", ()):
            return cast(Path, path[:-1])
        if isinstance(value, tuple) and value and getattr(value[0], "path", ()):
            return cast(Path, value[0].path[:-2])
    for declared in fields_of(type(record)):
        value = getattr(record, declared.attribute)
        if hasattr(type(value), "DECLARED") and (path := home(value)):
            return path[:-1]
    return ()


def found(span: Span, message: str, *, severity: Severity | None = None, **more: Any) -> Finding:
    """A finding of the rule that calls this; its name is filled in by whoever runs the rule, its severity too unless given here."""
    return Finding("", cast(Severity, severity or ""), message, span, **more)


def here(case: Case, path: Path, label: str) -> Related:
    """A second place in the profile, with what stands there."""
    return Related(case.place(path), label)


Check = Callable[[Case], Iterator[Finding]]
