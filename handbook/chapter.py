"""A chapter: a template with front matter. One file adds one chapter; the navigation follows from what it says of itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from handbook.declare import Block, Kind, Leaf, Line, ListOf, MapOf, Path, Whole, field_named, fields_of, many, may, named, needed, record
from handbook.finding import Finding, Span, has_errors
from handbook.leaves import closest
from handbook.located import Lines, read_yaml
from handbook.notes import UNSAID, Notes
from handbook.profile import Profile
from handbook.reading import walk
from handbook.sources import Source

Word = Annotated[str, Leaf(Kind.LINE)]
Section = Literal["guarantees", "values", "measures", "segments", "stories", "roles", "teams", "sites"]


@record
class Head:
    """What a chapter says of itself, between the two lines of three hyphens at its top."""

    title: Line = needed("The heading of the chapter.", "Serving guests in Ramadan")
    summary: Line | None = may("One line for the cards that lead here.", "What changes at sunset, and what does not.")
    part: Word = needed("The part of the handbook it belongs to.", "lookup")
    order: Whole = needed("Its place within the part; lower comes first.", "50")
    needs: tuple[Word, ...] = many("The chapter is built when the profile says any of these.", "[recovery, guarantees]")
    each: Section | None = may("Build one page for each record of this section.", "guarantees")
    path: Word | None = may("Where the pages of `each` go.", "promises/{id}.md")
    homes: Mapping[Word, Line] = named(
        "Which records have their place on this page, and the anchor they have there.", '{roles: "role-{id}"}'
    )


@dataclass(frozen=True)
class Chapter:
    """A chapter as read: `name` is its place (build/recovery.md), `body` and `headings` (title and summary) its templates with their places kept."""

    name: str
    head: Head
    body: str
    source: Source
    own: bool
    headings: str = ""

    @property
    def id(self) -> str:
        """The name by which other chapters link to it: its file name without ending (of a folder's index: the folder's)."""
        stem = self.name.rsplit("/", 1)[-1].removesuffix(".md")
        return self.name.rsplit("/", 2)[-2] if stem == "index" and "/" in self.name else stem


@dataclass(frozen=True)
class Part:
    """A part of the handbook, as _parts.yaml lists them."""

    id: str
    title: str


_OUTSIDE = re.compile(
    r"!\[[^\]\n]*\]\(\s*<?(?P<picture>(?:https?:)?//[^)\s>]*)"
    r"|<(?:img|script|iframe|link|source|video|audio|embed|object|use|image)\b[^>]*?\b(?:src|href|data|srcset)\s*=\s*[\"']?(?P<part>(?:https?:)?//[^\"'\s>]*)",
    re.I,
)


def outside_requests(source: Source) -> Iterator[Finding]:
    """Every place in a chapter of one's own that would make a reader's browser ask another site."""
    for found in _OUTSIDE.finditer(source.text):
        address = found["picture"] or found["part"]
        start = found.start("picture" if found["picture"] else "part")
        line, column = source.text.count("\n", 0, start) + 1, start - source.text.rfind("\n", 0, start)
        yield Finding(
            "outside-request",
            "error",
            "this would fetch something from another site whenever somebody opens the page",
            Span(source.file, line, column, line, column + len(address)),
            expected="a file in the profile's folder",
            found=f'"{address[:60]}"',
            remedy="put the file into the profile's folder and name it from there; a plain link to the site may stay",
        )


def is_page(name: str) -> bool:
    """Whether a Markdown file is a chapter; layouts and components begin with an underscore."""
    return name.endswith(".md") and not any(step.startswith("_") for step in name.split("/"))


def read_chapter(source: Source, own: bool, parts: tuple[Part, ...]) -> tuple[Chapter | None, tuple[Finding, ...]]:
    """The chapter of a file, or the findings that keep it from being one."""
    front, body = _split(source.text.replace("\r\n", "\n").replace("\r", " "))
    if front is None:
        return None, (_no_front(source),)
    node, troubles = read_yaml(front, source.file)
    if has_errors(troubles) or not isinstance(node, Lines):
        return None, troubles or (_no_front(source),)
    notes = Notes()
    head = walk(Block(Head), node, (), notes, True)
    _check_head({leaf.path: leaf.text for leaf in notes.leaves}, parts, notes)
    if head is UNSAID or notes.findings:
        return None, tuple(notes.findings)
    return Chapter(source.name, head, body, source, own, _headings(head, notes)), ()


def _headings(head: Head, notes: Notes) -> str:
    """Title and summary, each on its own line and in its own column, so that what is wrong in them is found in place."""
    placed = sorted((notes.places[(name,)], text) for name, text in (("title", head.title), ("summary", head.summary or "")) if text)
    lines: list[str] = []
    for span, text in placed:
        lines += [""] * (span.line - 1 - len(lines))
        quote = span.end_column - span.column - len(text) == 2
        lines.append(" " * (span.column - 1 + quote) + text)
    return "\n".join(lines)


def _split(text: str) -> tuple[str | None, str]:
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in [line.rstrip() for line in lines[1:]]:
        return None, text
    end = next(number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    return "\n".join(["", *lines[1:end], ""]), "\n" * (end + 1) + "\n".join(lines[end + 1 :])


def _no_front(source: Source) -> Finding:
    return Finding(
        "no-front-matter",
        "error",
        "this chapter does not say what it is",
        Span(source.file),
        expected="a line ---, then title:, part: and order:, then a line ---",
        found="text",
        remedy="write these lines at the very top of the file",
    )


def _check_head(said: Mapping[Path, str], parts: tuple[Part, ...], notes: Notes) -> None:
    """Notes what does not exist in the fields that could be read, whatever is wrong with the others."""
    known = tuple(part.id for part in parts)
    part = said.get(("part",))
    if part is not None and part not in known:
        notes.wrong(
            "unknown-part",
            notes.places[("part",)],
            f'there is no part "{part}"',
            expected="one of: " + ", ".join(known),
            found=f'"{part}"',
            guess=closest(part, known),
            remedy="write the id of a part",
        )
    for path, need in said.items():
        if path[0] == "needs" and not _exists(need):
            notes.wrong(
                "unknown-need",
                notes.places[path],
                f'the profile has no section or field "{need}"',
                expected="a section such as recovery, or a field such as language.terms",
                found=f'"{need}"',
                guess=_like_need(need),
                remedy="correct the name",
            )
    if ("each",) in said:
        _check_path(said.get(("path",)), notes)


def _check_path(path: str | None, notes: Notes) -> None:
    if path is None:
        notes.wrong(
            "missing-field",
            notes.places[("each",)],
            "a chapter with each: needs a path",
            expected="path: promises/{id}.md",
            found="no such line",
            remedy="add the line   path: promises/{id}.md   with a folder of your own",
        )
    elif not re.fullmatch(r"(?:[\w-]+/)*[\w-]*\{id\}[\w-]*\.md", path):
        notes.wrong(
            "wrong-value",
            notes.places[("path",)],
            "path does not give each page a place of its own",
            expected="folders and a file name with {id} in it, ending in .md",
            found=f'"{path}"',
            guess="promises/{id}.md",
            remedy="write {id} where the id of the record belongs",
        )


def _like_need(need: str) -> str:
    first, dot, rest = need.replace("_", "-").partition(".")
    section = closest(first, tuple(each.name for each in fields_of(Profile)))
    declared = field_named(Profile, section)
    if not dot or not declared or not isinstance(declared.shape, Block):
        return section
    below = closest(rest, tuple(each.name for each in fields_of(declared.shape.cls)))
    return f"{section}.{below}" if below else section


def _exists(need: str) -> bool:
    cls: type = Profile
    for step in need.split("."):
        declared = field_named(cls, step.replace("_", "-"))
        if not declared:
            return False
        shape = declared.shape
        while isinstance(shape, ListOf | MapOf):
            shape = shape.item
        if not isinstance(shape, Block):
            return need.endswith(step)
        cls = shape.cls
    return True
