"""The functions that templates call to find records and to link to pages, seen from one page."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from handbook.catalogue import Catalogue, label
from handbook.declare import Ref
from handbook.leaves import closest
from handbook.pages import Page
from handbook.references import SECTIONS
from handbook.sources import Asset
from handbook.speaking import printed

OWN_FILES = "assets/own"
"""Where the site keeps files of the profile's folder that chapters show."""


class NoEntry(LookupError):
    """A template names an entry that the profile does not have; `guess` is the one most like it."""

    def __init__(self, name: str, guess: str, what: str = "entry", where: str = "profile") -> None:
        super().__init__(f'there is no {what} "{name}" in the {where}')
        self.guess = guess


@dataclass
class Book:
    """What links need to know of the handbook being written; `used` collects the files its pages show."""

    catalogue: Catalogue
    assets: Mapping[str, Asset]
    homes: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    by_id: dict[str, Page] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


class Links:
    """The functions templates call, seen from one page."""

    def __init__(self, book: Book, path: str) -> None:
        self._book = book
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

    def file(self, name: str) -> str:
        """The address of a picture or another file of the profile's folder, which goes into the site with the page."""
        asset = self._book.assets.get(name)
        if asset is None or not asset.data:
            raise NoEntry(name, closest(name, tuple(self._book.assets)), "file of a kind and size that a page can show", "profile's folder")
        self._book.used.add(name)
        return posixpath.relpath(f"{OWN_FILES}/{name}", posixpath.dirname(self._path) or ".")

    def _page(self, chapter: str) -> Page | None:
        return self._book.by_id.get(chapter)


def _anchor(href: str, text: Any) -> Markup:
    return Markup('<a href="{}">{}</a>').format(Markup(href), printed(text)) if href else printed(text)  # noqa: S704 - parts are armoured


def _relative(target: str, here: str, anchor: str) -> str:
    address = posixpath.relpath(target.removesuffix(".md") + ".html", posixpath.dirname(here) or ".")
    return (address if target != here or not anchor else "") + (f"#{anchor}" if anchor else "")
