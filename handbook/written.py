"""Where a message is written, who answers for it, when it is looked at again, and which pages say it: as the preview shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from handbook.catalogue import label
from handbook.declare import Path
from handbook.finding import Span
from handbook.markup import armour
from handbook.pages import Page
from handbook.ruling import Case
from handbook.tracing import Trail, address

PAGES_SHOWN = 6
"""How many pages one message is said on are named; of more, the number is told."""


@dataclass(frozen=True)
class Written:
    """What the culture team wants to know of a message. `folder` is the profile's folder, which places leave out."""

    case: Case
    told: Trail
    folder: str

    def place(self, path: Path) -> str:
        """The file and line of a message, e.g. promises.yaml:10; of something left out, of what it is missing from."""
        return self.at(self.case.place(path))

    def at(self, span: Span) -> str:
        """A place in short: the file, and the line or (where a file has none) the part."""
        file = span.file.removeprefix(f"{self.folder}/")
        return f"{file}, {span.part}" if span.part else f"{file}:{span.line}"

    @cached_property
    def _owners(self) -> dict[Path, str]:
        roles = self.case.profile.roles
        return {ref.path[:-1]: label(roles[ref]) for ref in self.told.refs if ref.path[-1] == "owner" and ref in roles}

    def owner(self, path: Path) -> str:
        """Who answers for a message: its own record's owner, else that of the section around it."""
        return next((self._owners[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self._owners), "")

    def review_by(self, path: Path) -> str:
        """The day by which a message is looked at again, in words."""
        days = ((*path[:n], "review-by") for n in range(len(path) - 1, 0, -1))
        return next((self.told.messages[day] for day in days if day in self.told.messages), "")

    def in_order(self, paths: frozenset[Path] | set[Path]) -> list[Path]:
        """Messages in the order in which they are written."""
        return sorted(paths, key=lambda path: (self.case.place(path), [str(step) for step in path]))

    def entry(self, path: Path, here: str, mark: str = "") -> str:
        """A message as an item of a list on the page `here`, with all that is known of it; `mark` is its id."""
        identity = f' id="{mark}"' if mark else ""
        more = " ".join(f"<span>{each}</span>" for each in self._more(path, here))
        return (
            f'<li{identity}><code class="hb-place">{escape(self.place(path))}</code> '
            f'<span class="hb-written__words">{armour(_short(self.told.messages[path]))}</span><br><small>{more}</small></li>'
        )

    def _more(self, path: Path, here: str) -> Iterator[str]:
        if owner := self.owner(path):
            yield f"{armour(owner)} answers for it."
        if day := self.review_by(path):
            yield f"Next look by {escape(day)}."
        for taken in self.told.within.get(path, ()):
            yield f"Takes in {armour(_short(self.told.messages[taken]))} from <code>{escape(self.place(taken))}</code>."
        pages = [page for page in self.told.said_on(path) if page.path != here]
        if pages:
            yield f"{'Also said' if len(pages) < len(self.told.said_on(path)) else 'Said'} on {page_links(pages, here)}."
        elif not self.told.said_on(path):
            yield "On no page."


def page_links(pages: list[Page], here: str) -> str:
    """The pages as links with commas, the last of many as a number."""
    links = ", ".join(f'<a href="{address(page.path, here)}">{armour(page.title)}</a>' for page in pages[:PAGES_SHOWN])
    return links + (f" and {len(pages) - PAGES_SHOWN} more" if len(pages) > PAGES_SHOWN else "")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 140 else flat[:139].rsplit(" ", 1)[0] + " …"
