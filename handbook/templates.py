"""The environment in which chapters are rendered: immutable sandbox, plain data, everything printed is escaped."""

from collections.abc import Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from handbook.leaves import slug
from handbook.sources import Source
from handbook.speaking import Spoken, printed

LENGTH = 1_000_000
"""How long a text or list may become that a template makes by repeating another."""


_SAFE: dict[tuple[type, str], bool] = {}


class Texts(BaseLoader):
    """Layouts and components by name, from the texts at hand."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources

    def get_source(self, environment: Any, template: str) -> tuple[str, str | None, Any]:
        """The text of a template and the file that errors in it belong to."""
        source = self.sources.get(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.file, lambda: True


class Chapters(ImmutableSandboxedEnvironment):
    """The sandbox in which chapters are rendered; it compiles a text once in the life of the process.

    Every environment made here has the same settings and filters, so what a text compiles to depends on nothing else.
    """

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """The product of two things; raises `MemoryError` for a power, and for a text or list repeated beyond `LENGTH`."""
        if operator == "**" or max(_length(left), _length(right)) * max(_times(left), _times(right)) > LENGTH:
            raise MemoryError
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read an attribute; told by the type of the thing and the name alone, so asked once for both."""
        key = (type(obj), attr)
        if key not in _SAFE:
            _SAFE[key] = super().is_safe_attribute(obj, attr, value)
        return _SAFE[key]

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, raw: bool = False, defer_init: bool = False
    ) -> Any:
        """The code of a template; compiling is most of what a chapter costs, and a chapter is checked, written and served again."""
        if raw or defer_init or not isinstance(source, str):
            return super().compile(source, name, filename, raw, defer_init)  # type: ignore[call-overload]
        return _compiled(source, name, filename)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _times(value: Any) -> int:
    return value if isinstance(value, int) else 0


@lru_cache(maxsize=2048)
def _compiled(source: str, name: str | None, filename: str | None) -> CodeType:
    code = ImmutableSandboxedEnvironment.compile(_alike(), source, name, filename)
    assert isinstance(code, CodeType)
    return code


@lru_cache(maxsize=1)
def _alike() -> "Chapters":
    """An environment like all others, to compile in; it holds on to no texts."""
    return environment({})


def environment(sources: Mapping[str, Source]) -> Chapters:
    """A fresh environment over the given layouts and components."""
    made = Chapters(
        loader=Texts(sources),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters |= {"cap": cap, "a": with_article, "inline": inline, "slug": slug, "join": join}
    return made


def cap(text: str) -> str:
    """The text with its first letter in upper case."""
    return _again(text, text[:1].upper() + text[1:])


def with_article(text: str) -> str:
    """The text with a or an before it, by its first sound as far as its letters tell."""
    first = text[:1].lower()
    silent = text.lower().startswith(("hour", "honest", "heir"))
    you = text.lower().startswith(("user", "uni", "use", "eu", "one"))
    return _again(text, f"{'an' if (first in 'aeiou' and not you) or silent else 'a'} {text}")


def _again(text: str, changed: str) -> str:
    return text.again(changed) if isinstance(text, Spoken) else changed


def inline(text: Any) -> Markup:
    """Prose on one line, for table cells and list items."""
    return text.on_one_line() if isinstance(text, Spoken) else printed(text)


def join(values: Any, between: str = "") -> Markup:
    """The values printed one behind the other, with `between` between them."""
    return printed(between).join(printed(each) for each in values)
