"""Whatever stands in a profile or a chapter: composing never raises, and every finding has a place in the file and a remedy."""

import os
from types import MappingProxyType

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handbook import report
from handbook.edition import Composed, compose
from handbook.finding import Span
from handbook.sources import Source, Sources

PARTS = Source("content/en/_parts.yaml", "_parts.yaml", "- id: home\n  title: Home\n- id: lookup\n  title: Look up\n")
INDEX = Source(
    "content/en/index.md",
    "index.md",
    "---\ntitle: Home\npart: home\norder: 1\n---\n# {{ page.title }}\n\n{% for g in guarantees %}\n{{ g.promise }}\n{% endfor %}\n",
)
SHIPPED = MappingProxyType({"en": (PARTS, INDEX)})
MINIMAL = "organisation:\n  name: Harbour House\n"
VALID = """\
# A profile with a little of everything
organisation:
  name: Harbour House Hotels
  short-name: Harbour House
  what-we-do: >
    We give travellers a quiet room
    and an early breakfast.
  languages: [en, ar]
  calls-customers: {one: guest, many: guests}
  contacts:
    - what: A fire
      reach: "ext. 999, day & night"
brand:
  primary: "#0b5c5c"
  tone:
    - Plain and warm.
    - 'Never stiff, never "chummy".'
roles:
  agent:
    title: Front Desk Agent
    team: front-office
  manager:
    title: Duty Manager
teams:
  front-office:
    name: مكتب الاستقبال 🛎
    promises:
      - promise: You have tomorrow's arrivals by {list-by}.
        within: 30 minutes
facts:
  desk-limit: AED 400 per stay
  list-by: 18:00
values:
  - id: warmth
    name: Warmth
    means: Every {customer} feels expected.
    review-by: 2027-03-31
  - &calm
    id: calm
    name: Calm
    means: |
      Nobody runs.

      - Nobody shouts.
language:
  terms:
    - term: guest
      means: Anyone we serve.
      avoid:
        pax: people are not a count
guarantees:
  - id: room-ready
    promise: "Your room is ready by {list-by}: or dinner is on us."
    owner: agent
    values: [warmth, calm]
    clock:
      limit: "{list-by}"
    who-may-give:
      role: agent
      up-to: "{desk-limit}"
    remedy:
      what: Dinner
      worth: AED 300
"""
PIECES = (
    "{{ us }}",
    "{{ custmer }}",
    "{{ guarantees[0].promise }}",
    "{% for v in values %}",
    "{% endfor %}",
    "{{ v.name | cap }}",
    "{% if why %}",
    "{% else %}",
    "{% endif %}",
    "{{ link(",
    ")}}",
    "{{ 1/0 }}",
    "{# x",
    "#}",
    "{%",
    "%}",
    "{{",
    "}}",
    "{% set x = 3 %}",
    "{{ x + us }}",
    "{% macro m(a) %}",
    "{% endmacro %}",
    "{{ m(1, 2, 3) }}",
    "{% include 'index.md' %}",
    "{% extends '_none.md' %}",
    "{{ values[9].name }}",
    "{{ facts['x'] }}",
    "{{ us.__class__ }}",
    "{{ organisation.name.x.y }}",
    "{{ 'x' * 99999999 }}",
    "{{ range(9999999) | list }}",
    "{% raw %}",
    "{{ (1).real }}",
    "{{ 'a' ~ us | join }}",
    "{{ us | round }}",
    "{{ us is divisibleby 3 }}",
    "{{ dict(us) }}",
    "{{ page_link(3) }}",
    "{{ find(us).x }}",
    "{{ '%d' | format(us) }}",
    "{{ namespace(x=1).y }}",
    "{% set values = 3 %}",
    "{% for a, b in values %}",
    "text\n",
    "# heading\n",
    "<b>",
    "\n\n",
    "é🙂ض",
)
FUZZ = int(os.environ.get("FUZZ", "0"))
"""FUZZ=20 tries twenty times as many examples, other ones each time; normal runs always try the same."""


def calmly(examples: int) -> settings:
    return settings(
        max_examples=examples * max(FUZZ, 1), derandomize=not FUZZ, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )


def composed(text: str, chapter: str = "") -> tuple[Composed, dict[str, str]]:
    own = (Source("chapters/mine.md", "mine.md", chapter),) if chapter else ()
    sources = Sources("profile", (Source("profile.yaml", "profile.yaml", text),), own, SHIPPED)
    return compose(sources), {each.file: each.text for each in (*sources.documents, *own, *SHIPPED["en"])}


def assert_helpful(result: Composed, texts: dict[str, str]) -> None:
    for finding in result.findings:
        assert finding.message and finding.remedy, finding
        for span in (finding.span, *(each.span for each in finding.related)):
            assert_within(span, texts[span.file])
    if result.edition is None:
        assert result.findings
    assert report.as_text(result.findings, texts).count("what to do:") >= len(result.findings)


def assert_within(span: Span, text: str) -> None:
    lines = text.split("\n")
    assert 1 <= span.line <= len(lines), span
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
    assert (span.end_line, span.end_column) >= (span.line, span.column), span
    assert span.end_line <= len(lines) + 1, span


def test_the_valid_profile_is_valid() -> None:
    """The profile that is mutated below has no mistake, so that every finding comes from a mutation."""
    assert composed(VALID, "---\ntitle: Mine\npart: lookup\norder: 1\n---\nText.\n")[0].findings == ()


@calmly(250)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="ab:-{}[]#&*!|>'\"%@`,? \n\t", max_size=40),
        st.binary(max_size=40).map(lambda data: data.decode("utf-8", "surrogateescape")),
    )
)
@example("\ud800")
@example("? ")
@example("organisation: {name: {")
@example("\ufeff")
@example("a: b\r\nc: d\r")
@example("organisation:\n  name: x\n...\n---\n")
def test_any_text_as_a_profile(text: str) -> None:
    """Letters, signs that mean something to YAML, bytes of other encodings."""
    assert_helpful(*composed(text))
    assert_helpful(*composed(MINIMAL + text))


@calmly(300)
@given(st.data())
def test_a_valid_profile_with_some_lines_changed(data: st.DataObject) -> None:
    """Lines deleted, doubled, moved in or out, joined; characters put in, taken out or changed."""
    lines = VALID.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        if not lines:
            break
        number = data.draw(st.integers(0, len(lines) - 1))
        _mutate(lines, number, data)
    assert_helpful(*composed("\n".join(lines)))


def _mutate(lines: list[str], number: int, data: st.DataObject) -> None:
    line = lines[number]
    column = data.draw(st.integers(0, len(line)))
    match data.draw(st.sampled_from(("delete", "double", "in", "out", "join", "insert", "cut", "value", "tail"))):
        case "delete":
            del lines[number]
        case "double":
            lines.insert(number, line)
        case "in":
            lines[number] = " " * data.draw(st.integers(1, 3)) + line
        case "out":
            lines[number] = line[min(data.draw(st.integers(1, 3)), len(line) - len(line.lstrip())) :]
        case "join" if number + 1 < len(lines):
            lines[number : number + 2] = [line + lines[number + 1]]
        case "insert":
            lines[number] = (
                line[:column]
                + data.draw(st.text(alphabet="ab:-{}[]#&*!|>'\"%@`,? \t\\🙂ض\u2028\u0085", min_size=1, max_size=3))
                + line[column:]
            )
        case "cut":
            lines[number] = line[:column] + line[column + 1 :]
        case "value":
            lines[number] = line.split(":")[0] + ": " + data.draw(st.text(max_size=12))
        case _:
            lines[number] = line[:column]


@calmly(200)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map("".join),
    st.sampled_from(("", "each: guarantees\npath: p/{id}.md\n", "needs: [why]\n")),
)
@example("{{ ''.join(us) }}", "")
@example("{% block a %}{% endblock %}{% block a %}{% endblock %}", "")
def test_any_chapter(body: str, more: str) -> None:
    """Pieces of templates in any order, whole or broken."""
    assert_helpful(*composed(VALID, f"---\ntitle: Mine\npart: lookup\norder: 1\n{more}---\n{body}\n"))


@calmly(100)
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                (
                    "title: Mine\n",
                    "part: lookup\n",
                    "order: 1\n",
                    "each: values\n",
                    "path: x/{id}.md\n",
                    "homes: {values: a}\n",
                    'title: "{{ x"\n',
                    "summary: '{{ us | capp }}'\n",
                    "needs: [a.b]\n",
                    "- x\n",
                    "order: -1\n",
                    "---\n",
                )
            ),
            max_size=8,
        ).map("".join),
    )
)
def test_any_front_matter(head: str) -> None:
    """What a chapter says of itself, in any order, doubled, broken."""
    assert_helpful(*composed(MINIMAL, f"---\n{head}---\n{{{{ us }}}}\n"))
