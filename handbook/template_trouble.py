"""What keeps a chapter's template from being read, in words, at its place: open brackets and tags, tags that do not exist."""

import re

from jinja2 import TemplateSyntaxError

from handbook.finding import Finding, Span
from handbook.leaves import closest

TAGS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "endfor",
    "set",
    "endset",
    "macro",
    "endmacro",
    "call",
    "endcall",
    "block",
    "endblock",
    "with",
    "endwith",
    "filter",
    "endfilter",
    "include",
    "extends",
    "import",
    "from",
    "raw",
    "endraw",
)
_TAG = re.compile(r"\{%[-+]?\s*(\w+)")
_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}")
REMEDY = "close every {{ with }} and every {% if … %} with {% endif %}; compare with the chapters that come with the product"


def explain(trouble: TemplateSyntaxError, text: str, file: str) -> Finding:
    """One finding for the first place at which a template stops being readable."""
    if unknown := re.search(r"unknown tag '(\w+)'", trouble.message or ""):
        return _unknown_tag(unknown[1], text, file, _near(text, trouble.lineno, unknown[1]))
    if (opened := _unclosed_mark(text)) is not None:
        return _at(
            text,
            file,
            opened,
            2,
            f"{text[opened : opened + 2]} is opened here and never closed",
            "}}" if text.startswith("{{", opened) else "%}",
            REMEDY,
        )
    if (opened := _unclosed_tag(text)) is not None:
        name = _TAG.match(text, opened)
        assert name
        return _at(
            text, file, opened, name.end() - opened, f"{{% {name[1]} %}} is opened here and never closed", f"{{% end{name[1]} %}}", REMEDY
        )
    return _at(
        text,
        file,
        _near(text, trouble.lineno, "{"),
        1,
        "what stands between these brackets cannot be read",
        "a name, or names with dots and filters",
        REMEDY,
    )


def _unknown_tag(tag: str, text: str, file: str, start: int) -> Finding:
    if tag.startswith("end") or tag in TAGS:
        message = f'"{tag}" closes or continues something that is not open here'
        return _at(text, file, start, len(tag), message, "a tag that belongs to one above", REMEDY)
    known = "one of: " + ", ".join(TAGS)
    return _at(text, file, start, len(tag), f'there is no tag "{tag}"', known, "correct the name of the tag", closest(tag, TAGS))


def _at(text: str, file: str, start: int, width: int, message: str, expected: str, remedy: str, guess: str = "") -> Finding:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    found = text.split("\n")[line - 1].strip()
    return Finding(
        "broken-template",
        "error",
        message,
        Span(file, line, column, line, column + width),
        expected=expected,
        found=f'"{found[:60]}"',
        guess=guess,
        remedy=remedy,
    )


def _near(text: str, line: int, words: str) -> int:
    """Where the words stand on a line, or its beginning."""
    lines = text.split("\n")
    number = min(max(line, 1), len(lines)) - 1
    found = re.search(rf"\b{re.escape(words)}\b" if words[:1].isalpha() else re.escape(words), lines[number])
    return sum(len(each) + 1 for each in lines[:number]) + (found.start() if found else 0)


def _unclosed_mark(text: str) -> int | None:
    """Where a {{ or {% stands that is not closed before the next one, or at all."""
    opened: int | None = None
    for mark in _MARKS.finditer(text):
        if mark[0][0] == "{" and opened is not None:
            return opened
        opened = mark.start() if mark[0][0] == "{" else None
    return opened


def _unclosed_tag(text: str) -> int | None:
    """Where the innermost tag stands that has no end."""
    stack: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        if f"end{tag[1]}" in TAGS and not (tag[1] == "set" and "=" in text[tag.end() : text.find("%}", tag.end())]):
            stack.append((tag[1], tag.start()))
        elif stack and tag[1] == f"end{stack[-1][0]}":
            stack.pop()
    return stack[-1][1] if stack else None
