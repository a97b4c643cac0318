"""What is wrong with a text that is no YAML, in words for people who do not program."""

import re
from typing import Any

import yaml

from handbook.finding import Finding, Span


def explain(trouble: yaml.YAMLError, text: str, file: str) -> Finding:
    """One finding for the first place at which the text stops being readable."""
    if isinstance(trouble, yaml.reader.ReaderError):
        return _strange_character(trouble, text, file)
    assert isinstance(trouble, yaml.MarkedYAMLError)
    lines = text.split("\n")
    mark = trouble.problem_mark or trouble.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    for look in (_tab, _quote, _bracket, _colon, _special, _indentation):
        if finding := look(trouble, lines, line, column, file):
            return finding
    return _finding("not-yaml", file, line, column, "this line does not fit what stands above it", "name: value, or - item", _shown(lines, line),
                    "compare its indentation, colons and quotes with the lines around it")


def _finding(code: str, file: str, line: int, column: int, message: str, expected: str, found: str, remedy: str) -> Finding:
    span = Span(file, line + 1, column + 1, line + 1, column + 2)
    return Finding(code, "error", message, span, expected=expected, found=found, remedy=remedy)


def _shown(lines: list[str], line: int) -> str:
    return f'"{lines[line].strip()[:60]}"' if 0 <= line < len(lines) and lines[line].strip() else "the end of the file"


def _problem(trouble: Any) -> str:
    return f"{trouble.context or ''} / {trouble.problem or ''}"


def _strange_character(trouble: Any, text: str, file: str) -> Finding:
    position = min(int(trouble.position), len(text))
    index = next((i for i, char in enumerate(text) if _forbidden(char)), position)
    line = text.count("\n", 0, index)
    column = index - (text.rfind("\n", 0, index) + 1)
    code = f"U+{ord(text[index]):04X}" if index < len(text) else "an unknown byte"
    return _finding("strange-character", file, line, column, "a character that cannot be shown stands here", "letters, digits, punctuation", code,
                    "delete it and type the text again; it often comes from copying out of another program")


def _forbidden(char: str) -> bool:
    return (char < " " and char not in "\t\n\r") or ("\x7f" <= char < "\xa0" and char != "\x85") or char in "\ufffe\uffff" or "\ud800" <= char <= "\udfff"


def _tab(trouble: Any, lines: list[str], line: int, column: int, file: str) -> Finding | None:
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (match := re.match(r"[ ]*\t", lines[number])):
            return _finding("tab", file, number, match.end() - 1, "a tab stands at the beginning of this line", "spaces, two for each level", "a tab character",
                            "replace the tab by spaces; most editors can do that for the whole file")
    return None


def _quote(trouble: Any, lines: list[str], line: int, column: int, file: str) -> Finding | None:
    problem = _problem(trouble)
    if "scanning a quoted scalar" in problem or "scanning a double-quoted scalar" in problem or "single-quoted" in problem:
        context = trouble.context_mark
        if "escape" in problem:
            return _finding("backslash", file, line, max(column - 1, 0), "a backslash in double quotes has a meaning of its own", "text", _shown(lines, line),
                            "use single quotes ' around the text, or write the backslash twice")
        return _finding("unclosed-quote", file, context.line, context.column, "a quotation mark is opened here and never closed", "a closing quotation mark", _shown(lines, context.line),
                        "close it at the end of the text; inside single quotes write an apostrophe twice ('')")
    start = lines[line].strip() if line < len(lines) else ""
    if re.match(r"""(?:-\s+)?(?:[\w-]+:\s+)?(["']).*\1\s*\S""", start) and "expected <block end>" in problem:
        return _finding("text-after-quote", file, line, column, "there is text behind the closing quotation mark", "nothing, or a comment that begins with #", _shown(lines, line),
                        "put the quotation marks around the whole text, the first and the last character of it")
    return None


def _bracket(trouble: Any, lines: list[str], line: int, column: int, file: str) -> Finding | None:
    if "flow" not in _problem(trouble):
        return None
    context = trouble.context_mark or trouble.problem_mark
    return _finding("unclosed-bracket", file, context.line, context.column, "a bracket is opened here and not closed as expected", "a closing bracket ] or }, with commas between the items", _shown(lines, context.line),
                    "close the bracket; if the text itself begins with [ or {, put the whole text in quotes")


def _colon(trouble: Any, lines: list[str], line: int, column: int, file: str) -> Finding | None:
    problem = _problem(trouble)
    if "mapping values are not allowed" in problem:
        return _finding("stray-colon", file, line, column, "a colon followed by a space stands inside a text, or the line above lacks its value", "one name: value on a line", _shown(lines, line),
                        "put the whole text in quotes, or check the indentation of this line")
    if "could not find expected ':'" in problem:
        context = trouble.context_mark
        return _finding("missing-colon", file, context.line, context.column, "this line has no colon", "name: value, or - item", _shown(lines, context.line),
                        "write a colon and a space behind the name, or indent the line if it continues the text above")
    return None


def _special(trouble: Any, lines: list[str], line: int, column: int, file: str) -> Finding | None:
    problem = _problem(trouble)
    character = lines[line][column : column + 1] if line < len(lines) else ""
    if "cannot start any token" in problem or "while scanning an a" in problem or "directive" in problem or "tag" in problem:
        return _finding("special-character", file, line, column, f"a text cannot begin with {character or 'this character'} unless it is in quotes", "text", _shown(lines, line), "put the whole text in quotes")
    return None


def _indentation(trouble: Any, lines: list[str], line: int, column: int, file: str) -> Finding | None:
    if "block" not in _problem(trouble):
        return None
    return _finding("bad-indentation", file, line, column, "this line does not start in the same column as its neighbours", "the same number of spaces as the lines that belong with it", _shown(lines, line),
                    "move it to the right or to the left until it stands below its neighbours; two spaces for each level")
