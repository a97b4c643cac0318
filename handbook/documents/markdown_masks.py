"""Markdown -> the same text with code, HTML, template tags, addresses and emphasis masked, character by character."""

import re

from handbook.documents.cleaning import spaced
from handbook.documents.marks import NOTHING, QUOTE, gap, keeping, nothing
from handbook.documents.tags import Spans, tags_marked, without_comments

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})[^\n`]*(?:\n.*?^[ \t>]*\1[`~]*[ \t]*$|\Z|\n.*\Z)", re.S | re.M)
_MATH = re.compile(r"^[ \t]*\$\$.*?\$\$[ \t]*$", re.S | re.M)
_DROPPED = (
    ("endcomment", re.compile(r"\{%-?\s*comment\b[^%]*+%\}.*?\{%-?\s*endcomment\s*-?%\}", re.S)),
    ("{:/", re.compile(r"\{::comment\}.*?\{:/(?:comment)?\}", re.S)),
    ("--}", re.compile(r"\{--.*?--\}", re.S)),
)
_LIQUID = re.compile(
    r"\{%[-+]?\s*(\w*)[^%{]*+(?:%(?!\})[^%{]*+|\{(?!%)[^%{]*+)*+%\}"
    r"|\{\{[^{}]*+(?:\}(?!\})[^{}]*+|\{(?!\{)[^{}]*+)*+\}\}"
    r"|\{\#-?\s[^\#{]*+(?:\#(?!\})[^\#{]*+|\{(?!\#)[^\#{]*+)*+\#\}"
)
_ENDS = re.compile(r"%[-+]?\s*end(\w+)")
_ALONE = frozenset(
    "else elsif elif include include_relative import from extends set assign layout render cycle increment decrement do".split()
)
_CODE = re.compile(r"\\([!-/:-@\[-`{-~])|`(?<!``)(`*+)(?:[^`\n]++|\n(?![ \t]*\n)|(?!`\2(?!`))`++)*+`\2(?!`)")
_ESCAPED = re.compile("[\ue020-\ue07e]")
_ADDRESS = re.compile(r"<(?:mailto:)?([\w.+-]+@[\w.-]+\w)>")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\]\n^]+)\]:[ \t]*\n?[ \t]*(?:<[^>\n]*>|\S+)(?:[ \t]*\n?[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$", re.M
)
_LINK = re.compile(
    r"(?:!\[|\[)(?P<text>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)"
    r"\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
)
_WIKI = re.compile(r"(?:!\[|\[)\[(?:[^\[\]|\n]*\|)?(?P<text>[^\[\]|\n]+)\]\]")
_SHORT_LINK = re.compile(r"\[(?P<text>[^\[\]^]+)\](?![\[(:])")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\](?!:)")
_ABBREVIATION = re.compile(r"^\*\[([^\]\n]+)\](?=:)", re.M)
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{[ \t]*[.#][\w-][^{}\n]*\}")
_REST = r"[^\x00-\x20<>|]*[^\x00-\x20<>|.,;:!?'\")\]*_]"
_URL, _BARE_URL = re.compile("https?://" + _REST), re.compile(r"www\." + _REST)
_STARS = re.compile(r"\*(?:(?<=[^ \t\n\x05]\*)(?!\d)|(?<!\d\*)(?!\s))")
_UNDERSCORES = re.compile("__*")
_MARKED = re.compile("==(?<!===)(?!=)")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]*(?:\n(?!\s*\n)[^~\n]*)*~~")
_SHORTCODE = re.compile(r":(?<![\w:]:)[a-z][a-z0-9_+-]*:(?![\w:])")
_LINES = re.compile(r"^[ \t]*(?:-{2,}8<-{2,}.*|\[toc\]|\[\[_?toc_?\]\]|:{3,}[ \t]*\w*|\\(?:newpage|pagebreak))[ \t]*$", re.M | re.I)
_QUOTES = re.compile(r"^([ \t]{0,3}|[ \t]*(?:[-*+]|\d+[.)])[ \t]+|[ \t]+)>[ \t>]*", re.M)
_ALERT = re.compile(rf"(?<={QUOTE})[ \t]*\[!\w+\][+-]?")


def masked(text: str, spans: Spans) -> str:
    """The text without inline markup, each character in its place; marks of blocks (`#`, `-`, `|`) still stand."""
    text = spaced(text)
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(nothing, text)
    text = _code_masked(templates_masked(text) if "{" in text else text)
    if "<" in text:
        text = tags_marked(_ADDRESS.sub(keeping(1), without_comments(text)), spans)
    return _emphasis_masked(_lines_masked(_links_masked(text)))


def templates_masked(text: str) -> str:
    """The text with the tags of Liquid and Jinja masked, and with what they comment out."""
    text = _dropped(text)
    ends = frozenset(_ENDS.findall(text))
    return _LIQUID.sub(lambda tag: _liquid(tag, ends), text)


def unescaped(text: str) -> str:
    """The text with escaped characters as themselves again."""
    return _ESCAPED.sub(lambda match: chr(ord(match[0]) - 0xE000), text)


def _code_masked(text: str) -> str:
    if "\\" in text:
        return _CODE.sub(_code, text if text.isascii() else _ESCAPED.sub(NOTHING, text))
    return _CODE.sub(gap, text) if "`" in text else text


def _code(match: re.Match[str]) -> str:
    return NOTHING + chr(0xE000 + ord(match[1])) if match[1] else gap(match)


def _dropped(text: str) -> str:
    """The text without what is commented out; looked for only before the last end of a comment, or each beginning would search in vain."""
    for closing, pattern in _DROPPED:
        last = text.rfind(closing)
        if last >= 0:
            end = text.find("}", last) + 1 or len(text)
            text = pattern.sub(nothing, text[:end]) + text[end:]
    return text


def _liquid(tag: re.Match[str], ends: frozenset[str]) -> str:
    """A tag alone on its line that opens or closes something ends the paragraph; others only keep words apart."""
    text, start, end = tag.string, tag.start(), tag.end()
    if text.startswith("{#", start):
        return nothing(tag)
    name = tag[1] or ""
    structural = name.startswith("end") or name in _ALONE or name in ends
    return nothing(tag) if structural and _alone(text, start, end) else gap(tag)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is all that stands on its lines."""
    line_end = text.find("\n", end)
    return (
        not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>") and not text[end : line_end if line_end >= 0 else len(text)].strip()
    )


def _links_masked(text: str) -> str:
    if "[" in text:
        names = set()
        if "]:" in text:
            names = {_label(match[1]) for match in _DEFINITION.finditer(text)}
            text = _ABBREVIATION.sub(keeping(1), _DEFINITION.sub(nothing, text))
        text = _WIKI.sub(keeping("text"), _FOOTNOTE.sub(nothing, text)) if "[^" in text or "[[" in text else text
        text = _LINK.sub(_link, text)
        if "![" in text or "](" in text:
            text = _LINK.sub(_link, text)
        if names:
            text = _SHORT_LINK.sub(lambda match: keeping("text")(match) if _label(match["text"]) in names else match[0], text)
    text = _URL.sub(gap, text) if "http" in text else text
    return _BARE_URL.sub(gap, text) if "www." in text else text


def _label(name: str) -> str:
    return " ".join(name.replace(NOTHING, "").lower().split())


def _link(match: re.Match[str]) -> str:
    """The words of a link; of a picture within a link, the words of the picture."""
    start, end = match.span("text")
    words = match["text"]
    if not words.strip() and match[0].endswith("]"):
        return match[0]
    return NOTHING * (start - match.start()) + words + NOTHING * (match.end() - end)


def _lines_masked(text: str) -> str:
    if "{" in text:
        text = _ATTRIBUTES.sub(nothing, text)
    if "$$" in text:
        text = _MATH.sub(nothing, text)
    if "8<" in text or ":::" in text or "[toc" in text or "[TOC" in text or "[[_" in text:
        text = _LINES.sub(nothing, text)
    if ">" in text:
        text = _QUOTES.sub(lambda match: match[0].replace(">", QUOTE), text)
        text = _ALERT.sub(nothing, text) if "[!" in text else text
    return text


def _emphasis_masked(text: str) -> str:
    if "~~" in text:
        text = _STRUCK.sub(gap, text)
    if ":" in text:
        text = _SHORTCODE.sub(gap, text)
    if "==" in text:
        text = _MARKED.sub(nothing, text)
    return _UNDERSCORES.sub(_underscores, _STARS.sub(NOTHING, text))


def _underscores(match: re.Match[str]) -> str:
    """Within a word they are letters like others."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    return match[0] if len(around) == 2 and around.isalnum() else nothing(match)
