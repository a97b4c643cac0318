"""Templates that do no more than name things: `{{ us }}` is put in its place without starting the template engine.

Lexing, compiling and running a page of prose takes Jinja several milliseconds. Most chapters that an organisation writes
hold nothing but a few plain names; for those, and only for those, looking for names gives the same text.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

_NAME = re.compile(r"(?<!\{)\{\{ *([a-z][a-z_]*) *\}\}(?!\})")
_MARKS = ("{{", "{%", "{#", "\r")


def plain_names(text: str) -> frozenset[str] | None:
    """The names a template prints, or None when it holds anything beyond plain names."""
    rest = _NAME.sub(" ", text)
    return None if any(mark in rest for mark in _MARKS) else frozenset(_NAME.findall(text))


def fill_in(text: str, context: Mapping[str, Any], printed: Callable[[Any], str]) -> str | None:
    """The text with its plain names as `printed` gives them; None when it needs the template engine, or names something that is not there."""
    names = plain_names(text)
    if names is None or not names <= context.keys():
        return None
    return _NAME.sub(lambda found: str(printed(context[found[1]])), text)
