"""Documents as Markdown, HTML and plain text, and where each seeded word stands in them."""

import html
import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.consistency.layout import CLOSE, MARK, NUMBER, OPEN, UNMARK, Element

Place = tuple[int, int, int, int]
"""First line, first column, last line, column just behind the last character; all count from 1."""


@dataclass(frozen=True)
class Where:
    """Where an item stands: the whole sentence, and each stretch of words that contradicts."""

    sentence: Place
    marks: tuple[Place, ...]


def located(text: str) -> tuple[str, dict[int, Where]]:
    """A rendered text without its private characters, and the place of each numbered item."""
    out: list[str] = []
    line, column, number = 1, 1, -1
    start, mark = (1, 1), (1, 1)
    marks: list[Place] = []
    found: dict[int, Where] = {}
    signs = iter(text)
    for sign in signs:
        if sign == OPEN:
            number, start, marks = ord(next(signs)) - NUMBER, (line, column), []
        elif sign == MARK:
            mark = (line, column)
        elif sign == UNMARK:
            marks.append((*mark, line, column))
        elif sign == CLOSE:
            found[number] = Where((*start, line, column), tuple(marks))
        else:
            out.append(sign)
            line, column = (line + 1, 1) if sign == "\n" else (line, column + 1)
    return "".join(out), found


def wrapped(text: str, width: int) -> str:
    """The text in lines of at most `width` characters; private characters take no room."""
    lines, length = [""], 0
    for word in text.split(" "):
        size = sum(1 for sign in word if not "\ue000" <= sign <= "\uefff")
        if length and length + 1 + size > width:
            lines.append("")
            length = 0
        lines[-1] += (" " if length else "") + word
        length += size + (1 if length else 0)
    return "\n".join(lines)


def markdown(elements: Sequence[Element], seed: str, front: str) -> str:
    """A Markdown file with front matter; some paragraphs are wrapped, some marks are bold."""
    rng = random.Random(seed)
    parts = [f"---\n{front}---"]
    for each in elements:
        text = each.text
        if each.kind == "paragraph":
            text = text.replace(MARK, "**" + MARK).replace(UNMARK, UNMARK + "**") if rng.random() < 0.2 else text
            text = wrapped(text, 88) if rng.random() < 0.4 else text
        parts.append({"title": "# ", "heading": "## "}.get(each.kind, "") + _body(each, text))
    return "\n\n".join(parts) + "\n"


def _body(each: Element, text: str) -> str:
    if each.kind == "list":
        return text + "\n\n" + "\n".join(f"- {line}" for line in each.lines)
    if each.kind == "table":
        row, cell = each.lines
        return f"| {each.columns[0]} | {each.columns[1]} |\n| --- | --- |\n| {row} | {cell} |"
    return text


def page(elements: Sequence[Element]) -> str:
    """An HTML page, with a script and a style that nobody reads."""
    body = "\n".join(_tag(each) for each in elements)
    head = '<meta charset="utf-8">\n<title>Page</title>\n<style>p { margin: 99px }</style>\n<script>var wait = "within 99 days";</script>'
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _tag(each: Element) -> str:
    text = html.escape(each.text, quote=False)
    if each.kind == "list":
        return f"<p>{text}</p>\n<ul>\n" + "\n".join(f"  <li>{html.escape(line, quote=False)}</li>" for line in each.lines) + "\n</ul>"
    if each.kind == "table":
        head = "".join(f"<th>{html.escape(column)}</th>" for column in each.columns)
        row = "".join(f"<td>{html.escape(cell, quote=False)}</td>" for cell in each.lines)
        return f"<table>\n  <tr>{head}</tr>\n  <tr>{row}</tr>\n</table>"
    name = {"title": "h1", "heading": "h2"}.get(each.kind, "p")
    return f"<{name}>{text}</{name}>"


def plain_text(elements: Sequence[Element]) -> str:
    """A text file, wrapped at 76, with underlined headings."""
    parts = []
    for each in elements:
        if each.kind in ("title", "heading"):
            parts.append(each.text + "\n" + ("=" if each.kind == "title" else "-") * len(each.text))
        elif each.kind == "list":
            parts.append(each.text + "\n\n" + "\n".join("- " + wrapped(line, 74).replace("\n", "\n  ") for line in each.lines))
        elif each.kind == "table":
            parts.append(wrapped(f"{each.lines[0]}: {each.lines[1]}", 76))
        else:
            parts.append(wrapped(each.text, 76))
    return "\n\n".join(parts) + "\n"
