"""What one walk over a profile notes beside its values: findings, places, ids, references, leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handbook.declare import Kind, Path, Ref, shorthand_of
from handbook.finding import Finding, Related, Span
from handbook.leaves import slug
from handbook.located import Lines, Scalar

UNSAID: Any = object()
"""What a walk returns where a value is missing or wrong; the findings tell which."""


@dataclass(frozen=True)
class Placed:
    """A single value as the profile writes it: where, of what kind, and whether people read it."""

    path: Path
    kind: Kind
    text: str
    span: Span
    speaks: bool
    raw: str = ""

    def place_of(self, words: str, number: int = 0) -> Span:
        """Where the words stand in the file for the `number`th time; the whole value where they are not written in one piece."""
        start = -1
        for _ in range(number + 1):
            start = self.raw.find(words, start + 1)
        return self.at(start, len(words)) if start >= 0 else self.span

    def at(self, start: int, width: int) -> Span:
        """The place of some characters of the value as written."""
        before = self.raw[:start]
        line = self.span.line + before.count("\n")
        column = len(before) - before.rfind("\n") if "\n" in before else self.span.column + start
        return Span(self.span.file, line, column, line, column + width)


@dataclass
class Notes:
    """All that one walk over a profile collects beside the values."""

    findings: list[Finding] = field(default_factory=list)
    places: dict[Path, Span] = field(default_factory=dict)
    leaves: list[Placed] = field(default_factory=list)
    ids: dict[str, dict[str, Path]] = field(default_factory=dict)
    refs: list[Ref] = field(default_factory=list)
    facts: Mapping[str, Any] = field(default_factory=dict)
    fact_uses: list[tuple[str, Path]] = field(default_factory=list)

    def wrong(self, code: str, span: Span, message: str, **more: Any) -> Any:
        """Notes an error and gives `UNSAID`."""
        self.findings.append(Finding(code, "error", message, span, **more))
        return UNSAID


def note_record(cls: type, values: dict[str, Any], node: Lines, path: Path, notes: Notes) -> None:
    """Notes the id of a record in a list, so that others can refer to it."""
    kind = getattr(cls, "KIND", None)
    if not kind or kind in ("roles", "teams", "sites"):
        return
    written = next((entry.value.text for entry in node.entries if entry.key.text == "id" and isinstance(entry.value, Scalar)), "")
    if name := values.get("id") or written or (slug(values["term"]) if values.get("term") else ""):
        note_id(cls, name, path, notes.places.get((*path, "id"), node.span), notes)


def note_id(cls: type, name: str, path: Path, span: Span, notes: Notes) -> None:
    """Notes an id; the second use of the same one is an error."""
    kind = getattr(cls, "KIND", "facts" if shorthand_of(cls) == "is_" else None)
    if not kind:
        return
    known = notes.ids.setdefault(kind, {})
    if name in known and known[name] != path:
        first = notes.places.get((*known[name], "id"), notes.places.get(known[name], span))
        notes.wrong(
            "id-twice",
            span,
            f'two entries of {kind} have the id "{name}"',
            expected="an id of its own for each",
            found=f'"{name}" again',
            remedy="give one of the two another id",
            related=(Related(first, "the first one"),),
        )
    known.setdefault(name, path)
    known.setdefault(slug(name), path)
