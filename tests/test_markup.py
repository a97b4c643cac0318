"""Texts of the profile on a page: what is said is what is seen, in every place a template may put it, and nothing else comes along."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from handbook.markup import allowed_link, armour, prose_html, prose_inline
from handbook.site_config import EXTENSIONS

calm = settings(deadline=None, derandomize=True, database=None, max_examples=250)
SIGNS = "#*_`~[](){}<>!|\\^=+-:;.,'\"&$%@/?0123456789 ab\n\t"
PIECES = (
    "<b>",
    "</p>",
    "<script>",
    "![x](y)",
    "[a](b)",
    "[^1]",
    "[^1]: x",
    "*[HTML]: x",
    "{: .c }",
    "{#id}",
    "{ .c }",
    '=== "Tab"',
    "!!! note",
    "??? x",
    "- [ ] x",
    "1. x",
    "1) x",
    "| a | b |",
    "|---|---|",
    "```",
    "~~~",
    "    code",
    "---",
    "***",
    "___",
    "# H",
    "H\n===",
    "&lt;",
    "&#60;",
    "&amp;",
    "http://x.y",
    "<http://x.y>",
    "<a@b.c>",
    "**b**",
    "__b__",
    "`c`",
    "\\*",
    "{{ x }}",
    "{% x %}",
    "-->",
    "<!--",
    "<?php",
    "<![CDATA[",
    "[TOC]",
    "term\n: definition",
    "^sup^",
    "==m==",
    "++k++",
    ":smile:",
    "\u200b",
    "ض🙂",
    "\x02",
    "\x03",
    "wzxhzdk:0",
)
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=SIGNS, max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=4).map("\n".join),
)


class Seen(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: dict[str, str] = {}
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes |= {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(html: str) -> Seen:
    page = Seen()
    page.feed(html)
    page.close()
    return page


def built(markdown: str) -> Seen:
    """A page of Markdown as both engines build it."""
    names: list[str] = []
    configs: dict[str, Any] = {}
    for each in EXTENSIONS:
        if isinstance(each, dict):
            names += each
            configs |= each
        else:
            names.append(each)
    configs["toc"] = {}
    return seen(Markdown(extensions=names, extension_configs=configs).convert(markdown))


def shown(text: str) -> str:
    """What people see of a text: characters that no page can hold are gone, white space is one space."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """The text as a profile may hold it: reading refuses control characters."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", " ", text)


@calm
@given(texts)
@example("1. x")
@example("- x")
@example(" - x")
@example("   # x")
@example("Term\n:   x")
@example("a  \nb")
@example("    x")
@example("&nbsp;&copy;")
@example("*[HTML]: Hyper")
def test_a_text_alone_is_a_paragraph_with_just_that_text(text: str) -> None:
    """No heading, list, link, code or other element is made of what somebody wrote."""
    page = built(str(armour(printable(text))))
    assert set(page.elements) <= {"p"}
    assert shown(page.text) == shown(printable(text))


PLACES = [
    ("<table>\n<tr><td>{}</td></tr>\n</table>", {"table", "tr", "td", "tbody"}),
    ('<div class="x" markdown>\n\n{}\n\n</div>', {"div", "p"}),
    ("- {}", {"ul", "li"}),
    ("1. {}", {"ol", "li"}),
    ("# {}", {"h1"}),
    ("> {}", {"blockquote", "p"}),
    ("**{}**", {"p", "strong"}),
    ("<p>{}</p>", {"p"}),
    ("| a |\n|---|\n| {} |", {"table", "thead", "tbody", "tr", "th", "td"}),
]


@pytest.mark.parametrize(("place", "elements"), PLACES, ids=[place.split("{")[0].strip() or "bold" for place, _ in PLACES])
@calm
@given(text=texts)
@example(text="a | b")
@example(text="a # b #")
@example(text="x {: #y }")
@example(text="[ ] x")
def test_a_text_stays_itself_wherever_a_template_puts_it(place: str, elements: set[str], text: str) -> None:
    """In a table, a list, a heading, a quotation, raw HTML: the frame is the template's, the text is the author's."""
    said = f"x {printable(text)} x"
    page = built(place.format(armour(said)))
    assert set(page.elements) <= elements
    assert shown(said) in shown(page.text)


@calm
@given(texts)
@example('" onmouseover="alert(1)')
@example("' x='y")
def test_a_text_in_an_attribute_stays_in_it(text: str) -> None:
    """Neither quotation marks nor angle brackets end the attribute."""
    said = printable(text)
    page = built(f'<p title="{armour(said)}" class="c">y</p>')
    assert page.elements == ["p"]
    assert set(page.attributes) == {"title", "class"}
    assert shown(page.attributes["title"]) == shown(said)


XSS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<details open ontoggle=alert(1)>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<style>*{background:url(//evil.example)}</style>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example>",
    "<form action=//evil.example><input name=a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;&#x61;vascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](%6aavascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](\u200bjavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.com/1)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[x](/\\evil.example)",
    '[x](http://example.com/"onmouseover="alert(1))',
    "[x](http://example.com 'a\" onmouseover=\"alert(1)')",
    "[x][y]\n\n[y]: javascript:alert(1)",
    '[y]\n\n[y]: <javascript:alert(1)> "t"',
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](y)',
    "![x](http://evil.example/pixel.gif)",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    '```" onmouseover=alert(1) x="\nx\n```',
    "x {: onclick=alert(1) }",
    'x {: style="color:red" }',
    "*x*{: onclick=alert(1) }",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "{{ 7*7 }}{% raw %}<script>{% endraw %}",
    "<p markdown=1>*x*</p><script>alert(1)</script>",
    "**<script>alert(1)</script>**",
    "[<img src=x onerror=alert(1)>](http://example.com)",
    "wzxhzdk:0 \x02wzxhzdk:1\x03",
]
HARMLESS = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "blockquote", "br"}


def assert_harmless(html: str) -> None:
    for page in (seen(html), built(html)):
        assert set(page.elements) <= HARMLESS, page.elements
        assert set(page.attributes) <= {"href", "start"}, page.attributes
        if "href" in page.attributes:
            assert allowed_link(page.attributes["href"]), page.attributes
            assert re.match(r"(?:https?:|mailto:|tel:|(?![a-z+.\-]*:)(?![/\\]{2}))", page.attributes["href"], re.I), page.attributes


@pytest.mark.parametrize("text", XSS)
def test_no_known_attack_gets_through(text: str) -> None:
    """As prose, on one line, and as a short text: before and after Python-Markdown has had its turn."""
    assert_harmless(prose_html(text))
    assert_harmless(prose_inline(text))
    assert set(built(str(armour(text))).elements) <= {"p"}


@calm
@given(
    st.one_of(
        texts,
        st.lists(st.sampled_from((*XSS, *PIECES)), min_size=1, max_size=4).map("\n".join),
        st.lists(st.sampled_from((*XSS, *PIECES)), min_size=1, max_size=4).map("".join),
    )
)
def test_no_prose_does_harm(text: str) -> None:
    """Any text, and attacks joined to one another."""
    assert_harmless(prose_html(text))
    assert_harmless(prose_inline(text))


@pytest.mark.parametrize(
    ("prose", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("[us](https://example.com/a_b)", '<p><a href="https://example.com/a_b">us</a></p>'),
        ("[call](tel:+971)", '<p><a href="tel:+971">call</a></p>'),
        ("# not a heading", "<p># not a heading</p>"),
        ("a < b & c", "<p>a < b & c</p>"),
    ],
)
def test_the_markdown_that_is_welcome_works(prose: str, html: str) -> None:
    """Paragraphs, lists, emphasis and links come out as HTML; the rest is shown as it was written."""
    assert unescape(prose_html(prose)) == html
    page = built(prose_html(prose))
    assert shown(page.text) == shown(seen(html.replace("a < b & c", "a &lt; b &amp; c")).text)
