"""Filling in plain names without the template engine gives what the engine gives, and steps aside for everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.plain_names import fill_in, plain_names
from handbook.speaking import Spoken, Trace, printed
from handbook.templates import environment

PIECES = [
    "{{ us }}",
    "{{us}}",
    "{{ each }}",
    "{{ gone }}",
    "{{ us.name }}",
    "{{ us | cap }}",
    "{{- us -}}",
    "{% raw %}",
    "{% endraw %}",
    "{",
    "}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "us",
    " ",
    "\n",
    "{: .x }",
    "*a* <b> & ",
    "\r\n",
]


def context(trace: Trace) -> dict[str, object]:
    """What a page sees, made small: a message with characters that need care, and nothing."""
    return {"us": Spoken("A & *B* {c}", ("organisation", "short-name"), trace), "each": None}


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_filled_in_text_is_what_the_engine_writes(text: str) -> None:
    """Where plain names are filled in at all, the result and its trace are the engine's."""
    ours, engines = Trace(), Trace()
    filled = fill_in(text, context(ours), printed)
    if filled is not None:
        assert filled == environment({}).from_string(text).render(context(engines))
        assert ours.said == engines.said


@pytest.mark.parametrize(
    "text",
    [
        "{{ us.name }}",
        "{{ us | cap }}",
        "{% if us %}x{% endif %}",
        "{# note #}",
        "{{{ us }}}",
        "{{ 'us' }}",
        "{{ us",
        "{{- us }}",
        "a\r\n{{ us }}",
    ],
)
def test_anything_else_is_left_to_the_engine(text: str) -> None:
    """Filters, fields, blocks, comments and broken braces are not plain names."""
    assert plain_names(text) is None


def test_a_name_that_is_not_there_is_left_to_the_engine() -> None:
    """The engine knows how to say that a name does not exist."""
    assert fill_in("{{ gone }}", context(Trace()), printed) is None


def test_a_text_is_compiled_once() -> None:
    """Checking and writing a chapter share the compiled template, across environments."""
    assert environment({}).compile("{{ us | cap }}") is environment({}).compile("{{ us | cap }}")
