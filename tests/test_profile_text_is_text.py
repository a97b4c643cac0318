"""Whatever a profile says, only text and the Markdown of long fields reach the page."""

from collections.abc import Iterator
from html.parser import HTMLParser

import markdown
import pytest
from places import EXAMPLE
from test_one_source import Change, changed

from handbook.declare import Kind
from handbook.disk import read_sources
from handbook.edition import Edition, compose
from handbook.page_mending import mend_html
from handbook.report import as_text
from handbook.site_config import EXTENSIONS

ATTACK = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <b>bold</b> [click](javascript:alert(1)) [click](java&#115;cript:alert(1)) "
    "![p](https://elsewhere.example/p.png) <javascript:alert(1)> `</code><script>` {: onclick=alert(1) } *[HTML]: x --8<-- | # ~~~ $x$ &lt;i&gt;"
)


class Tags(HTMLParser):
    """Collects what must not be on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "") for name, value in attrs}
        if tag in ("script", "iframe", "object", "embed", "b", "i", "form", "style"):
            self.bad.append(tag)
        self.bad += [f"{tag} {name}" for name in values if name.startswith("on") or name == "style"]
        for name in ("href", "src"):
            plain = values.get(name, "").replace("\t", "").strip().lower()
            if plain.startswith(("javascript:", "data:", "vbscript:")) or (name == "src" and "elsewhere.example" in plain):
                self.bad.append(f"{tag} {name}={plain[:40]}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def attacked() -> Edition:
    """The example with an attack in every text that people may write."""
    sources = read_sources(EXAMPLE)
    edition = compose(sources).edition
    assert edition
    leaves = [leaf for leaf in edition.leaves if leaf.kind in (Kind.LINE, Kind.PROSE) and leaf.speaks and leaf.path[-1] not in ("", "term")]
    assert len(leaves) > 1500
    wicked = changed(sources, [Change(leaf, ATTACK.replace("{", "{{").replace("}", "}}"), "", "") for leaf in leaves])
    result = compose(wicked)
    assert result.edition, as_text(result.findings[:3], wicked.texts)
    return result.edition


def pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """The finished content of every page."""
    names = [each if isinstance(each, str) else next(iter(each)) for each in EXTENSIONS]
    settings = {name: options for each in EXTENSIONS if isinstance(each, dict) for name, options in each.items()}
    converter = markdown.Markdown(extensions=names, extension_configs=settings)
    for page in edition.pages:
        yield page.path, mend_html(converter.reset().convert(page.body))


def test_no_attack_reaches_a_page(attacked: Edition) -> None:
    """No script, handler, style, outside picture or dangerous link comes from any field; the text itself is shown."""
    for path, html in pages(attacked):
        tags = Tags()
        tags.feed(html)
        assert tags.bad == [], path
        if path not in ("ramadan.md",):
            assert "<script>alert(1)</script>" in " ".join("".join(tags.words).split()), path


def test_titles_are_text_too(attacked: Edition) -> None:
    """A title in front matter and navigation is escaped by the doors."""
    from handbook.pages_out import page_text, titles

    for page in attacked.pages:
        assert "<" not in page_text(page).split("---")[1]
    assert not any("<" in title for title in titles(attacked).values())
