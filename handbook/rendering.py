"""Profile + chapters -> pages: Markdown that both engines build, each page knowing which messages it says."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handbook.catalogue import Catalogue
from handbook.chapter import Chapter, Part
from handbook.declare import Path
from handbook.finding import Finding, Span
from handbook.links import OWN_FILES, Book, Links, NoEntry
from handbook.marks import mark_what_is_printed, unmarked
from handbook.notes import Placed
from handbook.pages import Page, PartOfBook
from handbook.plain_names import fill_in
from handbook.profile import Profile
from handbook.references import own_words
from handbook.sources import Asset, Source
from handbook.speaking import Trace, printed, speaking
from handbook.templates import environment
from handbook.tracing import Later, trail


class Renderer:
    """Renders the chapters of one handbook. Make one for each build; it is used up by `pages`.

    With `numbers`, the text of pages tells by marks which message stands where (see `marks`).
    """

    def __init__(
        self,
        profile: Profile,
        chapters: tuple[Chapter, ...],
        pieces: Mapping[str, Source],
        parts: tuple[Part, ...],
        assets: Mapping[str, Asset],
        leaves: tuple[Placed, ...] = (),
        numbers: Mapping[Path, int] | None = None,
    ) -> None:
        self.trace = Trace()
        self.leaves = leaves
        self.written = profile
        self.profile = speaking(profile, self.trace)
        self.catalogue = Catalogue(self.profile)
        self.chapters = [each for each in chapters if wanted(profile, each)]
        self.environment = environment(pieces)
        self.printed = mark_what_is_printed(self.environment, numbers) if numbers else printed
        self.parts = parts
        self.findings: list[Finding] = []
        self.book = Book(self.catalogue, assets)
        self.later = Later()
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
        self.book.by_id = {page.id: page for page in reversed(pages) if page.part}
        self.context |= {"pages": pages, "parts": tuple(each for each in parts if each.pages)}
        return self._finished(tuple(self._write(chapter, record, page) for chapter, record, page in planned))

    def _finished(self, pages: tuple[Page, ...]) -> tuple[Page, ...]:
        """The pages with the lines that only all of them together can tell; these lines say no message."""
        told = trail(pages, self.leaves, self.written) if self.later.asked else None
        return tuple(replace(page, body=self.later.fill(page.body, told)) for page in pages) if told else pages

    def files(self) -> dict[str, bytes]:
        """The files of the profile's folder that the pages show, by their place in the site."""
        return {f"{OWN_FILES}/{name}": self.book.assets[name].data for name in sorted(self.book.used)}

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
                self.book.homes.setdefault((kind, name), (path, anchor.replace("{id}", name)))

    def _line(self, text: str, chapter: Chapter, record: Any) -> str:
        if "{" not in text:
            return str(text)
        rendered = self._render(self.environment, text, chapter, self.context | {"each": record} | self._functions(chapter.name))
        return unescape(" ".join(unmarked(rendered).split()))

    def _write(self, chapter: Chapter, record: Any, page: Page) -> Page:
        self.trace.begin()
        context = self.context | self._functions(page.path) | {"each": record, "page": page}
        body = self._render(self.environment, chapter.body, chapter, context) if "{" in chapter.body else chapter.body
        return replace(page, body=body.strip() + "\n", says=page.says | self.trace.said)

    def _render(self, made: ImmutableSandboxedEnvironment, text: str, chapter: Chapter, context: Mapping[str, Any]) -> str:
        try:
            filled = fill_in(text, context, self.printed)
            return made.from_string(text).render(context) if filled is None else filled
        except Exception as trouble:  # a template can fail in any way; none may end in a traceback
            self.findings.append(_failed(trouble, chapter, self.environment))
            return ""

    def _functions(self, path: str) -> dict[str, Any]:
        here = Links(self.book, path)
        functions = {name.removeprefix("get_"): getattr(here, name) for name in dir(here) if not name.startswith("_")}
        return functions | {"also_said_on": lambda record, words: self.later.mark(path, record, words)}


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
