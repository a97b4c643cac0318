"""Whatever a document is made of: each character of a block stands at its place, readers' words are all there in order, others are not, and nothing raises."""

import random
import re
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_documents import SAMPLES

from handbook.document import Document
from handbook.documents import ENDINGS, read_document
from handbook.documents.html import read_html
from handbook.documents.markdown import read_markdown
from handbook.documents.text import read_text

INLINE = (
    "{s}", "{s}", "{s}", "{s} {s}", "{s}\n{s}", "**{s}**", "*{s} {s}*", "_{s}_", "__{s}__", "***{s}***", "[{s}](http://x.org/{h}_{h})",
    '[{s} **{s}**]({h}.md "{h}")', "![{s}]({h}.png)", "[![{s}]({h}.png)]({h})", "[{s}][{h}]", "`{h}`", "``{h} ` {h}``", "<b>{s}</b>",
    "{s}<br>{s}", "{{{{ {h}.{h} }}}}", "{{% {h} '{h}' %}}", "<!-- {h} -->", "{s}&nbsp;{s}", "“{s}”", "{s}’s", "\\*{s}\\*", "{s}[^{h}]",
    '<span title="{h} > {h}">{s}</span>', "~~{h} {h}~~", ":{h}:", "https://{h}.org/{h}?{h}", "<https://{h}.org>", "{s}&amp;{s}", "{s} & {s}",
    "{s}\u00a0{s}", "{s} < {s}", "({s})", "{s}{{: .{h} }}", "<mailto:{s}@{s}.org>", "==<em>{s}</em>==", "{s} &#8211; {s}", "**[{s}]({h})**:",
)  # fmt: skip
BLOCKS = (
    "{i} {i} {i}", "{i}\n{i} {i}", "# {i} {i}", "### {s} {i} ###", "{s}\n===", "{s} {i}\n---", "- {s} {i}\n- {i}", "* {s}\n  {i}\n    - {s}\n\n      {i}",
    "1. {s}\n2. {i}", "- [ ] {s}\n- [x] {i}", "> {s} {i}\n> {s}", "> - {s}\n>\n> {i}", "| {s} | {s} |\n|---|:-:|\n| {c} | {c} |\n| {c} |", "```\n{h} {h}\n\n{h}\n```",
    "~~~ {h}\n{h}\n~~~", "<!--\n{h}\n\n{h}\n-->", '!!! note "{s}"\n    {i}\n\n    {s}', '=== "{s}"\n\n    {i}\n\n=== "{s}"\n\n    {i}', "[^{h}]: {s} {i}",
    "{s}\n:   {i} {s}", "[{h}]: http://{h}.org '{h}'", "{{% {h} %}}\n{s}\n{{% end{h} %}}", "<details>\n<summary>{s}</summary>\n\n{i}\n\n</details>",
    "<table>\n<tr><th>{s}</th></tr>\n  <tr>\n    <td>{s}\n\n    {s}</td></tr></table>", "<div class='{h}'>\n{i}\n</div>", "<script>{h} < {h}</script>",
    "<p hidden>{h}<b>{h}</b></p>", "{{# {h} {h} #}}", "***", "{s} {i}\r\n{s}", "<h2>{s}</h2>", "<ul><li>{s}<li>{i}</ul>", "*[{s}]: {s}",
)  # fmt: skip
TAGS = (
    "{s}", "{s} {s}", "<b>{s}</b>", "<p>{s}", "<p class='{h}'>{s}</p>", "<div>{s}<div>{s}</div></div>", "<!-- {h} -->", "<br>", "<br/><br>", "&nbsp;", "&amp;{s}",
    "<script>{h}('<b>')</script>", "<style>{h}</style>", "<nav><ul><li>{h}</ul></nav>", "<span hidden>{h}<i>{h}</i></span>", "<h2>{s}</h2>", "<ul><li>{s}<li><p>{s}</ul>",
    '<a href="{h}" title="{h}>">{s}</a>', "<img alt='{h}' src={h}>", "<table><caption>{s}</caption><tr><th>{s}<th>{s}<tr><td>{s}<td colspan=2>{s}</table>",
    "<blockquote><p>{s}</blockquote>", "<code>{h}</code>", "\n", " {s}\n  {s}", "“{s}”", "<table><tr><td>{s}<table><tr><td>{s}</table></table>", "5 < {s}", "<template>{h}<p>{h}</template>",
)  # fmt: skip


HOSTILE = (
    "[", "[a ", "![", "](", "[x](", "[[", "[a [b] ", "`a", "` `` ", "<", "<a ", '<a b="', "<a b='c ", "<!--", "<!", "{{", "{% ", "{% if %}", "{# ", "{:", "{--", "{% comment %}",
    "*", "*a ", "_a ", "~~a ", "==a ", "> ", "\n>", "\n> - a", "\n- a", "- ", "\n    a", "|", "\n|a|b|", "a|b\n-|-\n", "\n# a", "\na\n=", "&", "&amp", "<table><tr><td>", "<ul><li>a",
    "<blockquote>a", "<p hidden>a", "<script>", "<br>", "http://", "[^a]: x\n", "[a]: ", "\n: a", ":a:", "\\*", "\n$$", "```", "\n~~~a\n", '\n=== "a"\n    b', '\n!!! a "b"', "---\ntitle: a\n",
)  # fmt: skip


class Numbered:
    """Gives each word of a text its number, so that every one of them is another."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.number = 0

    def fill(self, pattern: str, inlines: list[str]) -> str:
        filled = re.sub(r"\{i\}", lambda _: inlines.pop() if inlines else "{s}", pattern)
        filled = filled.replace("{c}", "{s}")
        return re.sub(r"\{([sh])\}", self._word, filled).replace("{{", "{").replace("}}", "}")

    def _word(self, match: re.Match[str]) -> str:
        self.number += 1
        if match[1] == "h":
            return f"hide{self.number}x"
        self.seen.append(f"seen{self.number}x")
        return self.seen[-1]


def exact(document: Document) -> None:
    """Every letter and digit of every block is the character at its place."""
    for block in document.blocks:
        assert "\n" not in block.text and "  " not in block.text and block.text == block.text.strip()
        places = [block.source(index) for index in range(len(block.text))]
        assert places == sorted(set(places))
        for index, character in enumerate(block.text):
            if character.isalnum():
                assert document.text[places[index]] == character
        span = document.span(block, 0, len(block.text))
        assert span.line >= 1 and span.column >= 1 and (span.end_line, span.end_column) > (span.line, span.column)


def all_there(document: Document, seen: list[str]) -> None:
    """The words that readers see are in the blocks in their order, and no others."""
    said = " ".join(block.text for block in document.blocks)
    assert "hide" not in said
    assert re.findall(r"seen\d+x", said) == seen


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(BLOCKS), max_size=7), st.lists(st.sampled_from(INLINE), max_size=25))
def test_markdown_keeps_every_word_at_its_place(blocks: list[str], inlines: list[str]) -> None:
    """Random blocks of random markup around numbered words."""
    words = Numbered()
    text = "\n\n".join(words.fill(pattern, inlines) for pattern in blocks)
    document = read_markdown("a.md", text)
    exact(document)
    all_there(document, words.seen)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(TAGS), max_size=25), st.booleans())
def test_html_keeps_every_word_at_its_place(pieces: list[str], apart: bool) -> None:
    """Random elements around numbered words."""
    words = Numbered()
    text = (" " if apart else "").join(words.fill(pattern, []) for pattern in pieces)
    document = read_html("a.html", text)
    exact(document)
    all_there(document, words.seen)


ODD = (
    st.text(alphabet=st.sampled_from("ab1 \n\t\r*_`~#>-+=|:!?.[](){}<>/&;%$^\\\"'’“\u00a0\u00ad\u200b\x00\x01\x05\ue041\ue02aé中#x"))
    | st.text()
)


@pytest.mark.parametrize("read", [read_markdown, read_html, read_text])
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=ODD)
def test_any_text_can_be_read(read: Callable[[str, str], Document], text: str) -> None:
    """Signs of markup in any order: nothing raises, and every block has its places within the text, in ascending order."""
    document = read("a", text)
    for block in document.blocks:
        places = [block.source(index) for index in range(len(block.text))]
        assert places == sorted(places) and places[0] >= 0 and places[-1] < len(text)
        assert block.text == " ".join(block.text.split())


@pytest.mark.parametrize("read", [read_markdown, read_html, read_text])
@pytest.mark.parametrize("pattern", HOSTILE)
def test_no_pattern_makes_reading_slow(read: Callable[[str, str], Document], pattern: str) -> None:
    """Ten thousand times what opens and never closes: read in a second or two, not in hours."""
    begun = time.process_time()
    document = read("a", pattern * 10_000)
    assert time.process_time() - begun < 5
    assert document.text == pattern * 10_000


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ENDINGS), st.binary(max_size=400))
def test_junk_is_at_most_one_finding(ending: str, data: bytes) -> None:
    """Random bytes under any name: a document, or one finding that says what to do."""
    sound(read_document(f"a{ending}", data))


def sound(document: Document) -> None:
    """A document that was read, or one finding with a remedy."""
    if not document.blocks:
        assert len(document.troubles) == 1 or document.text
    for each in document.troubles:
        assert each.message and each.remedy and each.message[0].islower() and not each.message.endswith(".")
        assert each.code in ("document-unreadable", "document-too-large", "document-attachments", "document-encoding")


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_do_not_raise(name: str) -> None:
    """Good files cut short, and with some of their bits turned over."""
    data, chance = SAMPLES[name](), random.Random(7)
    for _ in range(30):
        sound(read_document(name, data[: chance.randrange(len(data))]))
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 3, 30))):
            damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        sound(read_document(name, bytes(damaged)))


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith(("x",))])
def test_damage_within_the_package_does_not_raise(name: str) -> None:
    """The XML of office files with pieces taken out, doubled or moved."""
    chance = random.Random(11)
    for _ in range(15):
        sound(read_document(name, rewritten(SAMPLES[name](), chance)))


def rewritten(data: bytes, chance: random.Random) -> bytes:
    """The package with some of its parts damaged, in a sound archive."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            part = old.read(entry)
            if entry.endswith((".xml", ".rels")) and chance.random() < 0.3 and part:
                tags = re.split(rb"(?=<)", part)
                for _ in range(3):
                    tags.insert(chance.randrange(len(tags)), tags.pop(chance.randrange(len(tags))))
                part = b"".join(tags)
            if chance.random() > 0.03:
                new.writestr(entry, part)
    return out.getvalue()
