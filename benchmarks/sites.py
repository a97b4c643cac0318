"""The same pages laid out for each engine, and the command with which its users build them."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.pages import NAMES, BenchmarkPage
from handbook.site_config import EXTENSIONS, FEATURES

PROFILE = """\
organisation:
  name: Harbour House Hotels
  short-name: Harbour House
  calls-customers: {one: guest, many: guests}
  calls-colleagues: {one: colleague, many: colleagues}
"""


@dataclass(frozen=True)
class Engine:
    """One way to build: its name, how its folder is laid out, its command; the site is always in `site`."""

    name: str
    label: str
    lay_out: Callable[[Path, list[BenchmarkPage]], None]
    command: tuple[str, ...]


def lay_out_handbook(folder: Path, pages: list[BenchmarkPage]) -> None:
    """A profile folder of ours with the pages as the organisation's own chapters."""
    _write(folder / "profile" / "profile.yaml", PROFILE)
    for page in pages:
        head = {"title": page.title, "summary": f"Note {page.order}", "part": page.part, "order": page.order}
        _write(folder / "profile" / "chapters" / page.path, _front(head) + page.body)


def lay_out_stock(folder: Path, pages: list[BenchmarkPage]) -> None:
    """A stock MkDocs project with Material and the macros plugin, which fills in the variables."""
    settings = _settings(pages) | {"plugins": ["search", "macros"], "extra": dict(NAMES)}
    _write(folder / "mkdocs.yml", yaml.safe_dump(settings, sort_keys=False))
    for page in pages:
        _write(folder / "docs" / page.path, _front({"title": page.title}) + page.body)


def lay_out_zensical(folder: Path, pages: list[BenchmarkPage]) -> None:
    """A stock Zensical project; it has no template variables of its own, so they are filled in beforehand."""
    _write(folder / "mkdocs.yml", yaml.safe_dump(_settings(pages) | {"plugins": ["search"]}, sort_keys=False))
    for page in pages:
        _write(folder / "docs" / page.path, _front({"title": page.title}) + filled(page.body))


def filled(text: str) -> str:
    """The text with its template variables filled in."""
    for name, value in NAMES.items():
        text = text.replace("{{ " + name + " }}", value)
    return text


ENGINES = (
    Engine(
        "handbook",
        "service-handbook (all of it)",
        lay_out_handbook,
        (sys.executable, "-m", "handbook", "build", "profile", "--out", "site"),
    ),
    Engine("stock", "mkdocs + material + macros", lay_out_stock, (sys.executable, "-m", "mkdocs", "build", "--quiet")),
    Engine("zensical", "zensical, variables filled in before", lay_out_zensical, (sys.executable, "-m", "zensical", "build", "--clean")),
)


def built_pages(site: Path) -> set[str]:
    """The places of the pages in a finished site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}


def expected_pages(pages: list[BenchmarkPage]) -> set[str]:
    """The places that the generated pages have in every site."""
    return {page.path.removesuffix(".md") + ".html" for page in pages}


def _settings(pages: list[BenchmarkPage]) -> dict[str, Any]:
    return {
        "site_name": "Harbour House Handbook",
        "use_directory_urls": False,
        "nav": _nav(pages),
        "markdown_extensions": EXTENSIONS,
        "theme": {"name": "material", "font": False, "language": "en", "features": FEATURES},
    }


def _nav(pages: list[BenchmarkPage]) -> list[Any]:
    """Parts, within them groups, within them pages: as our own navigation comes out."""
    parts: dict[str, dict[str, list[Any]]] = {}
    for page in pages[1:]:
        group = page.path.split("/")[1]
        parts.setdefault(page.part, {}).setdefault(group, []).append(page.path)
    return [
        {"Home": "index.md"},
        *({part.capitalize(): [{group.capitalize(): paths} for group, paths in groups.items()]} for part, groups in parts.items()),
    ]


def _front(head: dict[str, Any]) -> str:
    return "---\n" + "".join(f"{name}: {json.dumps(value)}\n" for name, value in head.items()) + "---\n\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
