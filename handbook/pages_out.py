"""Pages of an Edition as the files an engine builds: Markdown with front matter, the brand's files, robots.txt."""

import json
from html import escape

from handbook.edition import Edition
from handbook.pages import Page

ROBOTS = b"User-agent: *\nDisallow: /\n"


def page_text(page: Page) -> str:
    """A page as a Markdown file: its title and description on top, as both engines read them."""
    head = {"title": escape(page.title, quote=True), "description": escape(page.summary, quote=True)}
    lines = "".join(f"{name}: {json.dumps(text, ensure_ascii=False)}\n" for name, text in head.items() if text)
    hide = "hide:\n- navigation\n- toc\n" if page.path == "index.md" else ""
    return f"---\n{lines}{hide}---\n\n{page.body}"


def files_of(edition: Edition) -> dict[str, bytes]:
    """Every file of the handbook's source by its place, the theme's own apart."""
    pages = {page.path: page_text(page).encode() for page in edition.pages}
    return {**pages, **edition.look.files, **edition.files, "robots.txt": ROBOTS}


def titles(edition: Edition) -> dict[str, str]:
    """The titles of the pages by path, escaped as navigations print them."""
    return {page.path: escape(page.title, quote=False) for page in edition.pages}
