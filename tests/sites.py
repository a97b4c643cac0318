"""Handbooks built once for the tests: the site as people get it, and the edition it came from."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from handbook.catalogue import Catalogue
from handbook.chapter import Part, read_chapter
from handbook.cli import main
from handbook.declare import Said
from handbook.disk import read_sources
from handbook.edition import Edition, compose
from handbook.references import transform

PROFILES = Path(__file__).parents[1] / "org_profiles"


@dataclass(frozen=True)
class Site:
    """A built handbook: `folder` holds the site, `edition` what it says."""

    name: str
    folder: Path
    edition: Edition

    @property
    def pages(self) -> list[str]:
        """The addresses of its pages, relative to the site's top, in reading order."""
        return [page.url for page in self.edition.pages]

    @property
    def sayings(self) -> dict[tuple[str | int, ...], str]:
        """Every text that is said on a page, by its path in the profile, with the facts filled in."""
        found: dict[tuple[str | int, ...], str] = {}

        def collect(leaf: Any) -> Any:
            if isinstance(leaf, Said):
                found[leaf.path] = str(leaf)
            return leaf

        transform(self.edition.profile, collect)
        return found


def run(*words: str | Path) -> str:
    """What a `handbook` command prints; fails when the command does."""
    result = CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def build(profile: Path, out: Path, *options: str) -> Site:
    """The handbook of a profile, built into `out` by the command."""
    run("build", profile, "--out", out, *options)
    edition = compose(read_sources(profile)).edition
    assert edition
    return Site(profile.name, out, edition)


def in_colours(folder: Path, primary: str, accent: str) -> Path:
    """A copy of the minimal profile in other colours."""
    shutil.copytree(PROFILES / "minimal", folder)
    source = folder / "profile.yaml"
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    brand = next(number for number, line in enumerate(lines) if line.startswith("brand: {"))
    lines[brand] = f'brand: {{primary: "{primary}", accent: "{accent}"}}\n'
    source.write_text("".join(lines), encoding="utf-8")
    return folder


def homes(edition: Edition, profile: Path) -> dict[tuple[str, str], str]:
    """Where each record stands, by kind and id, as the front matter of the chapters says: `words.html#term-guest`."""
    sources = read_sources(profile)
    texts = {each.name: each for each in (*sources.shipped[edition.language], *sources.own_chapters)}
    parts = tuple(Part(each["id"], each["title"]) for each in yaml.safe_load(texts["_parts.yaml"].text))
    catalogue, built, found = Catalogue(edition.profile), {page.path for page in edition.pages}, dict[tuple[str, str], str]()
    for source in (each for name, each in texts.items() if name.endswith(".md")):
        chapter, _ = read_chapter(source, True, parts)
        for kind, anchor in chapter.head.homes.items() if chapter else ():
            for name in catalogue.all(kind):
                path = (chapter.head.path or chapter.name).replace("{id}", name)
                if path in built:
                    mark = anchor.replace("{id}", name)
                    found.setdefault((kind, name), path.removesuffix(".md") + ".html" + (f"#{mark}" if mark else ""))
    return found
