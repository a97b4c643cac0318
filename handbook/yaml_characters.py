"""Characters that YAML cannot hold or reads as something else, and texts that need quotes because of them."""

import re

from handbook.finding import Finding, Span

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")
_OTHERWISE = {
    "-": "; if it is a list, begin it on the line below",
    "|": "; if it is a text of several lines, begin it on the line below the sign",
    ">": "; if it is a text of several lines, begin it on the line below the sign",
}


def strange_character(text: str, file: str) -> Finding | None:
    """The first character that no text can hold: what copying out of another program or a damaged disk leaves behind."""
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    line, column = text.count("\n", 0, found.start()), found.start() - (text.rfind("\n", 0, found.start()) + 1)
    return _strange(found[0], Span(file, line + 1, column + 1, line + 1, column + 2))


def strange_escape(text: str, span: Span) -> Finding | None:
    """Such a character that was written with a backslash in double quotes."""
    found = _FORBIDDEN.search(text)
    return _strange(found[0], span) if found else None


def _strange(character: str, span: Span) -> Finding:
    return Finding(
        "strange-character",
        "error",
        "a character that cannot be shown stands here",
        span,
        expected="letters, digits, punctuation",
        found=f"U+{ord(character):04X}",
        remedy="delete it and type the text again; it often comes from copying out of another program",
    )


def begins_with(character: str, line: str, span: Span) -> Finding:
    """A text whose first character means something else to YAML; `line` is the whole line it stands in."""
    return Finding(
        "special-character",
        "error",
        f"a text cannot begin with {character} unless it is in quotes",
        span,
        expected="a text in quotes",
        found=in_quotes(line.strip()),
        remedy=f"put the whole text in quotes{as_it_should(line)}{_OTHERWISE.get(character, '')}",
    )


def in_quotes(text: str) -> str:
    """The text in double quotes, shortened where it is long."""
    return f'"{text[:60]}…"' if len(text) > 61 else f'"{text}"'


def as_it_should(line: str) -> str:
    """The value of a line in quotes, as an example of what to write; an empty text where it is long."""
    value = _VALUE.sub("", line, count=1).strip()
    quote = "'" if '"' in value or "\\" in value else '"'
    return f": {quote}{value}{quote}" if value and len(value) <= 60 and quote not in value else ""
