"""Changes of words in Markdown -> changes of its text that leave every heading, list, link and emphasis as it was.

What is markup is asked of the parser: the page that comes of the file must be the same before and after, but for the words.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml

from handbook import fixing_yaml
from handbook.changes import Change, Outcome, changed, sound_part

CROSSES = "the words reach across other markup (bold print, a link, code, a template); change them by hand"
NOT_ONE_LINE = "the new words do not fit on one line of Markdown; change them by hand"
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_MARKUP = re.compile(r"[*`<>\[\]|\\]|__|~~")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile("\ue000(\\d+)\ue001")
_WORDS = ("text", "softbreak")


def rewrite(text: str, changes: Sequence[Change]) -> Outcome:
    """What to do to the text of a Markdown file so that the words at each change become its text."""
    front = _FRONT.match(text)
    begins = front.end() if front else 0
    above = _in_front([each for each in changes if each.start < begins], front)
    refused = dict(above.refused)
    templates = [match.span() for match in _TEMPLATE.finditer(text)]
    wanted = []
    for each in changes:
        if each.start >= begins:
            if reason := _unfit(text, each, templates):
                refused[each] = reason
            else:
                wanted.append(each.moved(-begins))
    body = text[begins:]
    shape = _shape(body)
    made = sound_part(wanted, lambda some: _sound(body, shape, some))
    refused |= {each.moved(begins): CROSSES for each in wanted if each not in made}
    return Outcome((*above.made, *(each.moved(begins) for each in made)), refused)


def _in_front(changes: list[Change], front: re.Match[str] | None) -> Outcome:
    """The changes among the lines above a text, which are YAML."""
    if not front or not changes:
        return Outcome()
    start = front.start(1)
    outcome = fixing_yaml.rewrite(front[1], [each.moved(-start) for each in changes])
    refused = {each.moved(start): reason for each, reason in outcome.refused.items()}
    return Outcome(tuple(each.moved(start) for each in outcome.made), refused)


def _unfit(text: str, change: Change, templates: list[tuple[int, int]]) -> str:
    if "\n" in change.text or "|" in change.text:
        return NOT_ONE_LINE
    inside = any(start < change.end and change.start < end for start, end in templates)
    return CROSSES if inside or _MARKUP.search(text[change.start : change.end]) else ""


def _sound(body: str, shape: list[tuple[Any, ...]], some: Sequence[Change]) -> bool:
    """Whether new words take the place of old ones and no more: marks there leave the shape as it is, and the words do what marks do."""
    marks = [f"\ue000{number}\ue001" for number in range(len(some))]
    marked = changed(body, [Change(each.start, each.end, mark) for each, mark in zip(some, marks, strict=True)])
    if _shape(marked) != shape:
        return False
    meant = _MARK.sub(lambda mark: escapeHtml(some[int(mark[1])].text), _parser().render(marked))
    return bool(meant == _parser().render(changed(body, some)))


def _shape(text: str) -> list[tuple[Any, ...]]:
    """All of a text but its words: blocks, emphasis, links, code, tags."""
    return [part for each in _parser().parse(text) for part in _parts(each)]


def _parts(block: Any) -> list[tuple[Any, ...]]:
    own = (block.type, block.tag, block.markup, block.info, block.level, _fixed(block))
    return [own, *((each.type, each.tag, each.markup, _fixed(each)) for each in block.children or () if each.type not in _WORDS)]


def _fixed(part: Any) -> Any:
    """What of a part must stay to the letter: code, addresses, tags. (Indented text may be the inside of a tab, so it may change.)"""
    if part.type in ("fence", "code_inline"):
        return part.content
    if part.type in ("html_block", "html_inline"):
        return _TAG.findall(part.content)
    return [part.attrs.get("href"), part.attrs.get("src")]


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])
