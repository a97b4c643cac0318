"""Pages and the profile -> which pages say a message, which messages a page says, and where else a record is spoken of."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape
from typing import Any

from markupsafe import Markup

from handbook.declare import Path, Ref
from handbook.leaves import slug
from handbook.markup import armour
from handbook.notes import Placed
from handbook.pages import Page
from handbook.profile import Profile
from handbook.quantity import Stated
from handbook.references import SECTIONS, transform
from handbook.ruling import home
from handbook.speaking import date_in_words

TRACED = ("guarantees", "values", "facts")
"""The sections whose records tell their readers where else they are said."""
MOST = 5
"""How many other pages a reader is told of; more would be a list that nobody reads."""
FEW = 3
"""A record that refers to more others of a kind than these says little about any one of them."""
_BRACES = re.compile(r"\{([a-z0-9.-]+)\}")
_LATER = re.compile("\x0e(\\d+)\x0f")
_HEART = ("promise", "means")
"""What a record is about, in the words people hear."""
_BESIDE = ("name", "title", "about", "review-by", "effective-from", "last-review")
_CALLED = ("name", "title", "term", "who", "promise")
_OWN_WORDS = {
    "customer": (("organisation", "calls-customers", "one"),),
    "customers": (("organisation", "calls-customers", "many"),),
    "colleague": (("organisation", "calls-colleagues", "one"),),
    "colleagues": (("organisation", "calls-colleagues", "many"),),
    "us": (("organisation", "short-name"), ("organisation", "name")),
}


@dataclass(frozen=True)
class Trail:
    """What a set of pages says. `messages` are the words of each message, `ids` the id of each record by its path.

    `within` gives for a message those that it takes in by braces; they are said where it is.
    """

    pages: tuple[Page, ...]
    messages: Mapping[Path, str]
    ids: Mapping[Path, str]
    refs: tuple[Ref, ...]
    within: Mapping[Path, tuple[Path, ...]]

    @cached_property
    def says(self) -> Mapping[str, frozenset[Path]]:
        """The messages on each page, by the page's path."""
        return {page.path: page.says.union(*(self.within.get(each, ()) for each in page.says)) for page in self.pages}

    @cached_property
    def sayers(self) -> Mapping[Path, tuple[Page, ...]]:
        """The pages on which each message is said, in reading order."""
        found: dict[Path, list[Page]] = {}
        for page in self.pages:
            for path in self.says[page.path]:
                found.setdefault(path, []).append(page)
        return {path: tuple(pages) for path, pages in found.items()}

    @cached_property
    def users(self) -> Mapping[Path, tuple[Path, ...]]:
        """The messages that take each message in."""
        found: dict[Path, list[Path]] = {}
        for path, taken in self.within.items():
            for each in taken:
                found.setdefault(each, []).append(path)
        return {path: tuple(users) for path, users in found.items()}

    @cached_property
    def speakers(self) -> Mapping[tuple[str, str], Mapping[Path, int]]:
        """The records that refer to each record, by its kind and id, and how many of its kind they refer to."""
        refs = [(section, ref) for ref in self.refs for section in ref.sections]
        many = Counter((section, _record_of(ref.path)) for section, ref in refs)
        found: dict[tuple[str, str], dict[Path, int]] = {}
        for section, ref in refs:
            record = _record_of(ref.path)
            found.setdefault((section, str(ref)), {})[record] = many[section, record]
        return found

    def said_on(self, path: Path) -> tuple[Page, ...]:
        """The pages that say a message, in reading order."""
        return self.sayers.get(path, ())

    def elsewhere(self, record: Path, here: str) -> tuple[Page, ...]:
        """The other pages that speak of a record, the most telling first; its own index and the home page say it anyway."""
        index = posixpath.join(posixpath.dirname(here), "index.md")
        scores = self._telling(record)
        told = [page for page in self.pages if scores[page.path] and page.path not in (here, index) and page.part != "home"]
        return tuple(sorted(told, key=lambda page: -scores[page.path])[:MOST])

    @cached_property
    def _words(self) -> Mapping[Path, frozenset[Path]]:
        """The messages in which each record says something of its own, beyond its name and its dates."""
        found: dict[Path, set[Path]] = {}
        for path in self.messages:
            for record in (path[:-1], path[:-2]):
                if record and path[len(record)] not in _BESIDE and (len(record) > 1 or len(path) == 2):
                    found.setdefault(record, set()).add(path)
        return {record: frozenset(paths) for record, paths in found.items()}

    def _telling(self, record: Path) -> dict[str, float]:
        """How much of each page is about a record: its own words, records that refer to it, messages that share its numbers."""
        own = self._words.get(record, frozenset()) | (self.messages.keys() & {record})
        numbers = {each for path in own if path[-1] in _HEART for each in self.within.get(path, ()) if each[0] == "facts"}
        users = {user for each in numbers | own for user in self.users.get(each, ()) if user[: len(record)] != record}
        name = str(record[-1]) if isinstance(record[-1], str) else self.ids[record]
        about = [(self._words.get(each, frozenset()), among) for each, among in self.speakers.get((str(record[0]), name), {}).items()]
        return {page.path: _share(self.says[page.path], own, users, about) for page in self.pages}


def _share(said: frozenset[Path], own: frozenset[Path], users: set[Path], about: list[tuple[frozenset[Path], int]]) -> float:
    heart = 3 * any(path[-1] in _HEART for path in own & said)
    spoken = sum(3 if among <= FEW else 1 for words, among in about if words & said)
    return float((heart + min(3, len(own & said)) + min(3, len(users & said)) + spoken) / (len(said) + 20) ** 0.75)


def trail(pages: tuple[Page, ...], leaves: Iterable[Placed], profile: Profile) -> Trail:
    """What the pages say of the profile (its references filled in), facts inside other messages included."""
    placed = {leaf.path: leaf for leaf in leaves}
    facts: dict[str, Path] = {name: fact.is_.path for name, fact in profile.facts.items()}
    names = {**dict(_names(placed)), **facts}
    values = tuple(_values(profile))
    within = {path: found for path, leaf in placed.items() if leaf.speaks and (found := tuple(dict.fromkeys(_taken(leaf.text, names))))}
    within |= {each.path: (facts[each.fact],) for each in values if isinstance(each, Stated) and each.fact in facts}
    messages = {each.path: _in_words(each) for each in values if not isinstance(each, Ref) and getattr(each, "path", None)}
    ids = {path[:-1]: leaf.text for path, leaf in placed.items() if path[-1] == "id"}
    return Trail(pages, messages, ids, tuple(each for each in values if isinstance(each, Ref)), within)


def _values(profile: Profile) -> list[Any]:
    found: list[Any] = []

    def note(leaf: Any) -> Any:
        found.append(leaf)
        return leaf

    transform(profile, note)
    return found


def _in_words(value: Any) -> str:
    return date_in_words(value) if isinstance(value, date) else str(value)


def _taken(text: str, names: Mapping[str, Path]) -> Iterator[Path]:
    return (names[name] for name in _BRACES.findall(text) if name in names)


def _names(placed: Mapping[Path, Placed]) -> Iterator[tuple[str, Path]]:
    """Every name that may stand in braces, with the message it stands for."""
    for word, paths in _OWN_WORDS.items():
        yield from ((word, path) for path in [path for path in paths if path in placed][:1])
    kinds = {section: kind for kind, section in SECTIONS.items()}
    for path, leaf in placed.items():
        if path[-1] in ("", "id", "term") and path[-2:-1] != ("translations",):
            section = path[1] if path[:2] == ("language", "terms") else path[0]
            called = next((called for each in _CALLED if (called := (*path[:-1], each)) in placed), None)
            if called and len(path) <= 4 and section in kinds:
                yield f"{kinds[str(section)]}.{slug(leaf.text) if path[-1] == 'term' else leaf.text}", called


def _record_of(path: Path) -> Path:
    """The record in which a reference stands: without the field, and the number in its list."""
    short = path[:-1] if path[-1] == "" else path
    return short[:-2] if isinstance(short[-1], int) else short[:-1]


@dataclass
class Later:
    """Lines that can only be written when every page is: where else a record is said. Pages carry a mark until then."""

    asked: list[tuple[str, Path, str]] = field(default_factory=list)

    def mark(self, here: str, record: Any, words: str) -> Markup:
        """The mark for a record's line on the page `here`, nothing for records that have none; `words` begin the line."""
        path = home(record) if not hasattr(record, "is_") else record.is_.path[:2]
        if len(path) != 2 or path[0] not in TRACED:
            return Markup("")
        self.asked.append((here, path, words))
        return Markup(f"\n\n\x0e{len(self.asked) - 1}\x0f\n\n")  # noqa: S704 - a mark of our own

    def fill(self, body: str, told: Trail) -> str:
        """A page's text with its marks replaced by their lines."""
        return _LATER.sub(lambda mark: self._line(*self.asked[int(mark[1])], told), body) if "\x0e" in body else body

    def _line(self, here: str, record: Path, words: str, told: Trail) -> str:
        pages = told.elsewhere(record, here)
        links = ", ".join(f'<a href="{address(page.path, here)}">{armour(page.title)}</a>' for page in pages)
        return f'<p class="hb-elsewhere">{escape(words)} {links}</p>' if links else ""


def address(target: str, here: str) -> str:
    """The address of a page from another, both given by their Markdown files."""
    return posixpath.relpath(target.removesuffix(".md") + ".html", posixpath.dirname(here) or ".")
