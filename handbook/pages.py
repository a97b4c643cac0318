"""The pages of a handbook, as templates, navigation and doors see them."""

from dataclasses import dataclass, field

from handbook.declare import Path


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
