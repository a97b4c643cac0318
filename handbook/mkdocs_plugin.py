"""The door to MkDocs: hands an Edition over through public hooks, so that plain `mkdocs build` and `mkdocs serve` work too."""

import logging
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import Config, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from handbook import report
from handbook.disk import CannotRun, read_sources, shipped_folder, shown
from handbook.edition import Composed, Edition, compose
from handbook.engines import preview_tools
from handbook.finding import Finding, Span
from handbook.nav_html import NavHtml, NavItem
from handbook.page_mending import mend_html
from handbook.pages import Page as HandbookPage
from handbook.pages_out import files_of, titles
from handbook.preview import compose_preview
from handbook.search_index import Entry, index_json, index_script, search_entries
from handbook.site_config import extra_settings, nav_settings, site_name, theme_settings
from handbook.sources import Sources
from handbook.staging import open_stage, swap_in, write_files
from handbook.synonyms import synonyms
from handbook.trouble_page import trouble_pages

log = logging.getLogger("mkdocs.plugins.handbook")
WORKER = "assets/javascripts/handbook-search.js"
UNUSED = ("sitemap.xml", "404.html", "assets/javascripts/lunr/", "assets/javascripts/workers/", "main.html", "material/", "preview/")
"""Files of the theme that a handbook does not need: our own search has no lunr, no robot is invited, and the preview brings its own."""


class HandbookConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    profile = config_options.Type(str, default="org_profiles/al-noor")
    preview = config_options.Type(bool, default=False)


class HandbookPlugin(BasePlugin[HandbookConfig]):  # type: ignore[no-untyped-call]
    """Composes the profile and gives MkDocs its pages, navigation, look and search index."""

    def __init__(self) -> None:
        self.command = "build"
        self.edition: Edition | None = None
        self.last_good: tuple[HandbookPage, ...] = ()
        self.entries: list[Entry] = []
        self.given: Composed | None = None
        self.target: Path | None = None
        self.staging: Path | None = None

    def take(self, composed: Composed | None) -> None:
        """Builds what has been composed already, findings and all, instead of composing the profile again."""
        self.given = composed if composed and composed.edition else None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remembers whether we build or serve; the presence of this hook keeps the instance over rebuilds."""
        self.command = command

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Composes, and sets everything that follows from the profile."""
        sources, composed = self._composed(config)
        self.edition = composed.edition
        if composed.edition is None:
            text = report.as_text(composed.findings, sources.texts)
            if self.command != "serve":
                raise Abort(f"\n{text}\n{report.summary(composed.findings)} Nothing was written.")
            log.error("\n%s", text)
            self.trouble = trouble_pages(composed.findings, sources.texts, self.last_good)
        else:
            self._apply(composed.edition, config)
        config.theme.dirs.insert(1, str(shipped_folder("theme_overrides") / "material"))
        config.theme.static_templates -= {"sitemap.xml", "404.html"}
        self._stage(config)
        return config

    def _composed(self, config: MkDocsConfig) -> tuple[Sources, Composed]:
        folder = Path(self.config.profile)
        base = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.folder = folder if folder.is_absolute() else base / folder
        if self.given:
            return Sources(shown(self.folder), ()), self.given
        try:
            sources = read_sources(self.folder)
        except CannotRun as trouble:
            if self.command != "serve":
                raise Abort(str(trouble)) from None
            gone = Finding("cannot-read", "error", str(trouble), Span(shown(self.folder)), remedy="put the folder back; this page follows")
            return Sources(shown(self.folder), ()), Composed(None, (gone,))
        return sources, compose_preview(sources, date.today(), preview_tools()) if self.config.preview else compose(sources)

    def _apply(self, edition: Edition, config: MkDocsConfig) -> None:
        config.site_name = site_name(edition)
        config.extra.update(extra_settings(edition, WORKER))
        for name, value in theme_settings(edition).items():
            config.theme[name] = value
        for correction in edition.look.corrections:
            log.info("%s", correction)

    def _stage(self, config: MkDocsConfig) -> None:
        if self.command == "serve":
            return
        self.target = Path(config.site_dir)
        try:
            self.staging = open_stage(self.target)
        except CannotRun as trouble:
            raise Abort(str(trouble)) from None
        config.site_dir = str(self.staging)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The pages of the edition instead of the raw chapters; in `serve`, the findings instead of a broken build."""
        self.entries = []
        made = Files(
            [each for each in files if not each.src_uri.endswith((".md", ".yaml", ".map")) and not each.src_uri.startswith(UNUSED)]
        )
        if self.edition is None:
            for path, text in self.trouble.items():
                made.append(File.generated(config, path, content=text))
            config.nav = [{"Findings": "index.md"}]
            return made
        self.last_good = self.edition.pages
        for path, data in files_of(self.edition).items():
            made.append(File.generated(config, path, content=data))
        config.nav = nav_settings(self.edition.navigation, titles(self.edition))
        return made

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Prepares the navigation that the theme prints: once, instead of once for each page."""
        self.nav = nav
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Gives the theme its navigation."""
        env.globals["handbook_nav"] = NavHtml(tuple(_nav_item(each) for each in self.nav.items))
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mends what Markdown leaves unfinished, and notes what search will find."""
        mended = mend_html(html)
        self.entries += search_entries(page.url, page.title or "", mended)
        return mended

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the search index and puts the finished site in its place."""
        folder = Path(config.site_dir)
        language = self.edition.language if self.edition else "en"
        index = index_json(self.entries, language, synonyms(self.edition.profile) if self.edition else {})
        write_files(folder, {"search/search_index.json": index, "search/search_index.js": index_script(index)})
        if self.staging and self.target:
            if config.strict and _warned():
                raise Abort("Stopped because of --strict: the warnings above must be put right first. The last good site is untouched.")
            swap_in(self.staging, self.target, "site")
            config.site_dir = str(self.target)

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves nothing half written."""
        if self.staging:
            shutil.rmtree(self.staging, ignore_errors=True)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watches the profile, the chapters and the theme."""
        for folder in (self.folder, shipped_folder("content"), shipped_folder("theme_overrides")):
            server.watch(str(folder))
        return server


def _nav_item(item: Any) -> NavItem:
    if isinstance(item, Page):
        return NavItem(item.title or "", item.url)
    children = list(item.children or [])
    first = children[0] if children else None
    if isinstance(first, Page) and first.is_index:
        return NavItem(item.title, first.url, tuple(_nav_item(each) for each in children[1:]))
    return NavItem(item.title, None, tuple(_nav_item(each) for each in children))


def _warned() -> bool:
    return any(
        count for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler) for _, count in handler.get_counts()
    )
