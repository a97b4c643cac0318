"""Text of the profile -> markup that shows it and nothing else.

`armour` makes any text safe inside Markdown and inside HTML at once: what could be read as markup becomes a character
reference. `prose_html` renders the Markdown of long fields to HTML in which raw HTML is shown as text and only links to
http, https, mailto, tel and places within the handbook survive.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape
from typing import Any

_ALWAYS = re.compile(r"[&<>\"`*_\[\]{}\\|~^=]")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_AT_START = re.compile(r"^\s*(?:[#+\-!?:]|\d+(?=[.)]))")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*:", re.I)
ALLOWED = ("http:", "https:", "mailto:", "tel:")


def armour(text: str) -> str:
    """The text with everything that Markdown or HTML could interpret written as a character reference."""
    flat = _SPACE.sub(" ", text)
    encoded = _ALWAYS.sub(lambda match: f"&#{ord(match[0])};", flat)
    return _no_block(encoded)


def _no_block(line: str) -> str:
    """The line with what would make a heading, a list or a note of it written as a character reference."""
    return _AT_START.sub(lambda match: match[0][:-1] + f"&#{ord(match[0][-1])};", line)


def allowed_link(target: str) -> bool:
    """Whether a link may stand on a page: http, https, mailto, tel, or a place within the handbook."""
    plain = re.sub(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029]", "", unescape(target))
    scheme = _SCHEME.match(plain)
    return (scheme[0].lower() in ALLOWED) if scheme else not plain.startswith("//")


@lru_cache(maxsize=8192)
def prose_html(text: str) -> str:
    """Block HTML of a long text: paragraphs, lists, emphasis, links; no raw HTML, no pictures."""
    return str(_parser().render(text)).strip()


@lru_cache(maxsize=8192)
def prose_inline(text: str) -> str:
    """Inline HTML of a long text, on one line."""
    return _no_block(str(_parser().renderInline(_SPACE.sub(" ", text).strip())))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline", "heading", "lheading", "hr"])
    setattr(parser, "validateLink", allowed_link)  # noqa: B010 - the parser's own hook
    rules: dict[str, Callable[..., str]] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["text"] = lambda tokens, index, *_: _armour_within(tokens[index].content)
    rules["code_inline"] = lambda tokens, index, *_: f"<code>{_armour_within(tokens[index].content)}</code>"
    rules["code_block"] = rules["fence"] = lambda tokens, index, *_: f"<p><code>{armour(tokens[index].content)}</code></p>\n"
    rules["softbreak"] = lambda *_: " "
    rules["link_open"] = _link_open
    return parser


def _armour_within(text: str) -> str:
    return _ALWAYS.sub(lambda match: f"&#{ord(match[0])};", text)


def _link_open(tokens: Any, index: int, *_: Any) -> str:
    target = tokens[index].attrs["href"]
    return f'<a href="{_armour_within(str(target))}">'
