"""Profile + chapters -> pages: Markdown that both engines build, each page knowing which messages it says."""

import posixpath
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from handbook.catalogue import Catalogue, label
from handbook.chapter import Chapter, Part
from handbook.declare import Path, Ref
from handbook.finding import Finding, Span
from handbook.leaves import closest
from handbook.plain_names import fill_in
from handbook.profile import Profile
from handbook.references import SECTIONS, own_words
from handbook.sources import Source
from handbook.speaking import Trace, printed, speaking
from handbook.templates import environment


@dataclass(frozen=True)
class Page:
    """One page of the handbook: `path` is its Markdown file, `body` its Markdown, `says` the messages on it."""

    path: str
    id: str
    title: str
    summary: str
    part: str
    order: int
    file: str
    body: str = ""
    says: frozenset[Path] = field(default=frozenset())

    @property
    def url(self) -> str:
        """The address of the built page, relative to the site's top."""
        return self.path.removesuffix(".md") + ".html"


@dataclass(frozen=True)
class PartOfBook:
    """A part with its pages, for templates."""

    id: str
    title: str
    pages: tuple[Page, ...]


class Renderer:
    """Renders the chapters of one handbook. Make one for each build; it is used up by `pages`."""

    def __init__(self, profile: Profile, chapters: tuple[Chapter, ...], pieces: Mapping[str, Source], parts: tuple[Part, ...]) -> None:
        self.trace = Trace()
        self.profile = speaking(profile, self.trace)
        self.catalogue = Catalogue(self.profile)
        self.chapters = [each for each in chapters if wanted(profile, each)]
        self.environment = environment(pieces)
        self.parts = parts
        self.findings: list[Finding] = []
        self.homes: dict[tuple[str, str], tuple[str, str]] = {}
        self.by_id: dict[str, Page] = {}
        self.context = self._context()

    def pages(self) -> tuple[Page, ...]:
        """Every page in reading order; `findings` tells what kept one from being written."""
        planned = [(chapter, record, page) for chapter in self.chapters for record, page in self._plan(chapter)]
        if self.findings:
            return ()
        places = {part.id: number for number, part in enumerate(self.parts)}
        planned.sort(key=lambda each: (places[each[2].part], each[2].order, each[2].path if not each[1] else ""))
        pages = tuple(page for _, _, page in planned)
        parts = tuple(PartOfBook(part.id, part.title, tuple(each for each in pages if each.part == part.id)) for part in self.parts)
        self.by_id = {page.id: page for page in reversed(pages) if page.part}
        self.context |= {"pages": pages, "parts": tuple(each for each in parts if each.pages)}
        return tuple(self._write(chapter, record, page) for chapter, record, page in planned)

    def _context(self) -> dict[str, Any]:
        customer, colleague = own_words(self.profile)
        organisation = self.profile.organisation
        words = {
            "us": organisation.short_name or organisation.name,
            "customer": customer.one,
            "customers": customer.many,
            "colleague": colleague.one,
            "colleagues": colleague.many,
        }
        return {**vars(self.profile), **words}

    def _plan(self, chapter: Chapter) -> Iterator[tuple[Any, Page]]:
        for key, record in self._records(chapter):
            self.trace.begin()
            path = (chapter.head.path or chapter.name).replace("{id}", key)
            title, summary = (self._line(text, chapter, record) for text in (chapter.head.title, chapter.head.summary or ""))
            self._note_homes(chapter, path, key)
            yield (
                record,
                Page(
                    path,
                    f"{chapter.head.each}.{key}" if key else chapter.id,
                    title,
                    summary,
                    chapter.head.part,
                    chapter.head.order,
                    chapter.source.file,
                    says=frozenset(self.trace.said),
                ),
            )

    def _records(self, chapter: Chapter) -> list[tuple[str, Any]]:
        return list(self.catalogue.all(chapter.head.each).items()) if chapter.head.each else [("", None)]

    def _note_homes(self, chapter: Chapter, path: str, key: str) -> None:
        for kind, anchor in chapter.head.homes.items():
            names = [key] if key and kind == chapter.head.each else self.catalogue.all(kind)
            for name in names:
                self.homes.setdefault((kind, name), (path, anchor.replace("{id}", name)))

    def _line(self, text: str, chapter: Chapter, record: Any) -> str:
        if "{" not in text:
            return str(text)
        rendered = self._render(self.environment, text, chapter, self.context | {"each": record} | self._functions(chapter.name))
        return unescape(" ".join(rendered.split()))

    def _write(self, chapter: Chapter, record: Any, page: Page) -> Page:
        self.trace.begin()
        context = self.context | self._functions(page.path) | {"each": record, "page": page}
        body = self._render(self.environment, chapter.body, chapter, context) if "{" in chapter.body else chapter.body
        return replace(page, body=body.strip() + "\n", says=page.says | self.trace.said)

    def _render(self, made: ImmutableSandboxedEnvironment, text: str, chapter: Chapter, context: Mapping[str, Any]) -> str:
        try:
            filled = fill_in(text, context, printed)
            return made.from_string(text).render(context) if filled is None else filled
        except Exception as trouble:  # a template can fail in any way; none may end in a traceback
            self.findings.append(_failed(trouble, chapter, self.environment))
            return ""

    def _functions(self, path: str) -> dict[str, Any]:
        here = Links(self, path)
        return {name.removeprefix("get_"): getattr(here, name) for name in dir(here) if not name.startswith("_")}


class NoEntry(LookupError):
    """A template names an entry that the profile does not have; `guess` is the one most like it."""

    def __init__(self, name: str, guess: str) -> None:
        super().__init__(f'there is no entry "{name}" in the profile')
        self.guess = guess


class Links:
    """The functions templates call, seen from one page."""

    def __init__(self, renderer: Renderer, path: str) -> None:
        self._book = renderer
        self._path = path

    def find(self, ref: Any) -> Any:
        """The record that a reference, or a text such as roles.duty-manager, names; None for a reference that is left out."""
        if isinstance(ref, Ref):
            return self._book.catalogue.find(ref)
        return self._named(ref) if isinstance(ref, str) else ref

    def _named(self, text: str) -> Any:
        kind, _, name = text.partition(".")
        records = self._book.catalogue.all(SECTIONS.get(kind, kind))
        if name not in records:
            known = tuple(f"{section}.{key}" for section, key, _ in self._book.catalogue)
            raise NoEntry(text, closest(text, known))
        return records[name]

    def name(self, ref: Any) -> Any:
        """What that record is called."""
        record = self.find(ref)
        return label(record) if record else None

    def label(self, record: Any) -> str:
        """What a record is called."""
        return label(record)

    def key(self, record: Any) -> str:
        """The id of a record."""
        return self._book.catalogue.key(record)[1]

    def anchor(self, record: Any) -> str:
        """The anchor of a record on the page that is its home; its kind and id where it has none."""
        kind, name = self._book.catalogue.key(record)
        return self._book.homes.get((kind, name), ("", ""))[1] or f"{kind}-{name}"

    def href(self, ref: Any) -> str:
        """The address of a record's home from this page, or an empty text."""
        record = self.find(ref)
        page, anchor = self._book.homes.get(self._book.catalogue.key(record), ("", ""))
        return _relative(page, self._path, anchor) if page else ""

    def link(self, ref: Any) -> Markup:
        """A link to a record's home with its name; the plain name where it has no home."""
        record = self.find(ref)
        return _anchor(self.href(record), label(record)) if record is not None else printed(ref)

    def built(self, chapter: str) -> bool:
        """Whether a chapter is in this handbook."""
        return self._page(chapter) is not None

    def page_href(self, chapter: str) -> str:
        """The address of a chapter from this page, or an empty text."""
        page = self._page(chapter)
        return _relative(page.path, self._path, "") if page else ""

    def page_link(self, chapter: str) -> Markup:
        """A link to a chapter with its title, or nothing when it is not in this handbook."""
        page = self._page(chapter)
        return _anchor(self.page_href(chapter), page.title) if page else Markup("")

    def answer(self, question: Any) -> Markup:
        """A link to where a question is answered: a chapter, or `section.id`."""
        kind, _, name = str(question.answer_at).partition(".")
        if name:
            return self.link(self._book.catalogue.all(kind).get(name)) if name in self._book.catalogue.all(kind) else Markup("")
        return self.page_link(kind)

    def owned_by(self, ref: Any) -> list[Any]:
        """The records that a role answers for, in the order of the profile."""
        return [record for _, _, record in self._book.catalogue if getattr(record, "owner", None) == str(ref)]

    def _page(self, chapter: str) -> Page | None:
        return self._book.by_id.get(chapter)


def _anchor(href: str, text: Any) -> Markup:
    return Markup('<a href="{}">{}</a>').format(Markup(href), printed(text)) if href else printed(text)  # noqa: S704 - parts are armoured


def _relative(target: str, here: str, anchor: str) -> str:
    address = posixpath.relpath(target.removesuffix(".md") + ".html", posixpath.dirname(here) or ".")
    return (address if target != here or not anchor else "") + (f"#{anchor}" if anchor else "")


def wanted(profile: Profile, chapter: Chapter) -> bool:
    """Whether the profile says anything that the chapter needs."""
    return not chapter.head.needs or any(_says(profile, need) for need in chapter.head.needs)


def _says(value: Any, need: str) -> bool:
    if not need:
        return bool(value)
    if isinstance(value, tuple | Mapping):
        return any(_says(each, need) for each in (value.values() if isinstance(value, Mapping) else value))
    step, _, rest = need.partition(".")
    return _says(getattr(value, step.replace("-", "_"), None), rest)


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (SecurityError, "it reaches for something that chapters may not use"),
    (UndefinedError, "it uses something that is not there"),
    (ZeroDivisionError, "it divides by nothing"),
    (OverflowError, "it would go on for too long"),
    (RecursionError, "it takes itself in again and again"),
    (MemoryError, "it would become too long"),
    (TypeError, "two things in it do not go together, or a function is given too few or too many values"),
)


def _failed(trouble: Exception, chapter: Chapter, made: Any) -> Finding:
    """The finding for a template that failed while it was rendered, at the line of the template, layout or component that failed."""
    files = {"<template>": chapter.source} | {each.file: each for each in made.loader.sources.values()}
    frame, source, line = sys.exc_info()[2], chapter.source, 1
    while frame:
        name = frame.tb_frame.f_code.co_filename
        source, line = (files[name], frame.tb_lineno) if name in files else (source, line)
        frame = frame.tb_next
    reason = (
        str(trouble)
        if isinstance(trouble, NoEntry)
        else next((words for kind, words in _REASONS if isinstance(trouble, kind)), "something in it cannot be printed")
    )
    lines = source.text.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    column = len(text) - len(text.lstrip()) + 1
    return Finding(
        "chapter-fails",
        "error",
        f"the chapter cannot be written at this line: {reason}",
        Span(source.file, line, column, line, len(text.rstrip()) + 1),
        expected="a line whose every part can be printed",
        found=f'"{text.strip()[:60]}"',
        guess=getattr(trouble, "guess", ""),
        remedy="compare the line with the chapters that come with the product; docs/profile-reference.md tells what each field holds",
    )
