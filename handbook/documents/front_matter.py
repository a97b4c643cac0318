"""The settings at the top of a Markdown file -> the few of them that people read, as blocks, and where the settings end."""

import re

from handbook.document import Block
from handbook.documents.cleaning import cut, decoded, spaced
from handbook.documents.markdown_masks import templates_masked

_BETWEEN = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)", re.S)
_READ = re.compile(r"^(title|summary|description):[ \t]*((?:[>|][-+0-9]*[ \t]*(?=\r?\n))?)([^\n]*(?:\n[ \t]+[^\n]*)*)", re.M)
_COMMENT = re.compile(r"(?:^|[ \t])#.*", re.S)


def front_matter(text: str) -> tuple[list[Block], int]:
    """The title, summary and description as blocks, and where the text of the page begins."""
    if not text.startswith(("---", "\ufeff---")) or not (whole := _BETWEEN.match(text)):
        return [], 0
    found = (_field(text, match, *match.span(3)) for match in _READ.finditer(text, *whole.span(1)))
    return [block for block in found if block], whole.end()


def _field(text: str, match: re.Match[str], start: int, end: int) -> Block | None:
    value = text[start:end]
    quote = value[:1]
    if quote in ("'", '"') and not match[2]:
        start, value = start + 1, value[1:]
        closing = re.search(r"(?<!\\)\"" if quote == '"' else "'(?!')", value.replace("''", "\x00'") if quote == "'" else value)
        value = value[: closing.start()] if closing else value
        value = value.replace('\\"', '\x00"') if quote == '"' else value.replace("''", "\x00'")
    elif not match[2]:
        value = _COMMENT.sub("", value)
    words, pieces = cut(decoded(templates_masked(_kept(value))), 0, len(value), start)
    return Block(words, pieces, "title" if match[1] == "title" else "field") if words else None


def _kept(value: str) -> str:
    return spaced(value.replace("\x00", "\x01")).replace("\x01", "\x00")
