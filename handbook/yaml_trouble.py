"""What is wrong with a text that is no YAML, in words for people who do not program.

The parser tells where it stopped and in which part; what people did there is read off the lines themselves, so that an
apostrophe, a colon or a bracket too many is named as such.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import yaml

from handbook.finding import Finding, Span
from handbook.yaml_characters import as_it_should, begins_with, in_quotes

_NAME = re.compile(r"\s*(?:- +)?[\w-]+:(?: |$)")
_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")


@dataclass(frozen=True)
class _Stop:
    """Where reading stopped: the lines of the file, the place, the place where the part began, and what the parser said."""

    file: str
    lines: list[str]
    line: int
    column: int
    from_line: int
    from_column: int
    said: str

    def finding(
        self, code: str, message: str, expected: str, remedy: str, line: int = -1, column: int = -1, width: int = 1, found: str = ""
    ) -> Finding:
        if line < 0:
            line, column = self.line, self.column
        span = Span(self.file, line + 1, column + 1, line + 1, column + 1 + width)
        return Finding(code, "error", message, span, expected=expected, found=found or self.shown(line), remedy=remedy)

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def shown(self, line: int) -> str:
        text = self.text(line).strip()
        return in_quotes(text) if text else "the end of the file"

    def above(self, line: int) -> int:
        return next((number for number in range(line - 1, -1, -1) if _indent(self.text(number)) >= 0), -1)


def explain(trouble: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """One finding for the first place at which the text stops being readable."""
    mark, start = trouble.problem_mark or trouble.context_mark, trouble.context_mark or trouble.problem_mark
    line, column, from_line, from_column = (mark.line, mark.column, start.line, start.column) if mark and start else (0, 0, 0, 0)
    lines = text.split("\n")
    stop = _Stop(
        file,
        lines,
        *_inside(lines, line, column),
        *_inside(lines, from_line, from_column),
        f"{trouble.context or ''} / {trouble.problem or ''}",
    )
    for look in (
        _tab,
        _backslash,
        _open_quote,
        _behind_quote,
        _behind_bracket,
        _bracket,
        _colon_line,
        _stray_colon,
        _beginning,
        _hyphen_column,
        _indentation,
    ):
        if finding := look(stop):
            return finding
    return stop.finding(
        "not-yaml",
        "this line does not fit what stands above it",
        "name: value, or - item",
        "compare its indentation, colons and quotes with the lines around it",
    )


def _inside(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The place, or the end of the text where the parser counts one line more than there is."""
    return (line, min(column, len(lines[line]))) if line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip()) if text.strip() and not text.lstrip().startswith("#") else -1


def _tab(stop: _Stop) -> Finding | None:
    for number in (stop.line, stop.line - 1):
        if match := re.match(r"[ ]*\t", stop.text(number)):
            return stop.finding(
                "tab",
                "a tab stands at the beginning of this line",
                "spaces, two for each level",
                "replace the tab by spaces; most editors can do that for the whole file",
                number,
                match.end() - 1,
                found="a tab character",
            )
    return None


def _backslash(stop: _Stop) -> Finding | None:
    column = stop.text(stop.line).rfind("\\", 0, stop.column + 1)
    if "escape" not in stop.said or column < 0:
        return None
    return stop.finding(
        "backslash",
        "a backslash in double quotes has a meaning of its own",
        "a text without a backslash, or in single quotes",
        "use single quotes ' around the text, or write the backslash twice",
        stop.line,
        column,
    )


def _unclosed(stop: _Stop, line: int, column: int) -> Finding:
    return stop.finding(
        "unclosed-quote",
        "a quotation mark is opened here and never closed",
        "a closing quotation mark",
        "close it at the end of the text; if the text only begins with a quotation mark, put the whole text in quotes",
        line,
        column,
    )


def _open_quote(stop: _Stop) -> Finding | None:
    return _unclosed(stop, stop.from_line, stop.from_column) if "quoted" in stop.said or "-quoted" in stop.said else None


def _behind_quote(stop: _Stop) -> Finding | None:
    """Text behind a closing quotation mark: an apostrophe, quotes around a part, or a quote that was opened far above."""
    before = stop.text(stop.line)[: stop.column].rstrip()
    if not stop.said.startswith("while parsing") or before[-1:] not in ("'", '"'):
        return None
    quote = before[-1]
    opened = re.compile(_VALUE.pattern + quote)
    for number in range(stop.line, -1, -1):
        match, rest = opened.match(stop.text(number)), stop.text(number)
        if match and ((number == stop.line and match.end() < len(before)) or (number < stop.line and quote not in rest[match.end() :])):
            break
    else:
        return None
    if number < stop.line:
        return _unclosed(stop, number, match.end() - 1)
    if quote == "'" and before[-2:-1].isalnum() and stop.text(stop.line)[stop.column : stop.column + 1].isalpha():
        return stop.finding(
            "apostrophe",
            "an apostrophe ends this text too early, because the text is in single quotes",
            "a text in double quotes",
            "put the text in double quotes \" instead, or write the apostrophe twice ('')",
            stop.line,
            len(before) - 1,
        )
    return stop.finding(
        "text-after-quote",
        "there is text behind the closing quotation mark",
        "nothing, or a comment that begins with #",
        "put the quotation marks around the whole text, and use ' inside \" (or the other way round)",
    )


def _behind_bracket(stop: _Stop) -> Finding | None:
    """Text behind a closing bracket: the text itself begins with a bracket or with a fact in braces."""
    before = stop.text(stop.line)[: stop.column].rstrip()
    opened = re.match(_VALUE.pattern + r"([\[{])", before)
    if not opened or before[-1:] not in ("]", "}") or "block" not in stop.said:
        return None
    column = opened.end() - 1
    return begins_with(opened[1], stop.text(stop.line), Span(stop.file, stop.line + 1, column + 1, stop.line + 1, column + 2))


def _bracket(stop: _Stop) -> Finding | None:
    if "flow" not in stop.said:
        return None
    opening = stop.text(stop.from_line)[stop.from_column : stop.from_column + 1]
    closing = "}" if opening == "{" else "]"
    return stop.finding(
        "unclosed-bracket",
        f"the bracket {opening} is opened here and not closed as expected",
        f"a closing {closing}, with commas between the items",
        f"close it with {closing}; if the text itself begins with {opening} or holds a colon, put the whole text in quotes",
        stop.from_line,
        stop.from_column,
    )


def _colon_line(stop: _Stop) -> Finding | None:
    if "could not find expected ':'" not in stop.said:
        return None
    return _no_colon(stop, stop.from_line)


def _no_colon(stop: _Stop, line: int) -> Finding:
    text = stop.text(line)
    column = max(_indent(text), 0)
    width = max(len(text.rstrip()) - column, 1)
    if glued := re.match(r"\s*(?:- +)?[\w-]+:(?=\S)", text):
        return stop.finding(
            "missing-space", "there is no space behind the colon", "name: value", "write a space behind the colon", line, glued.end() - 1
        )
    if stop.text(stop.above(line)).rstrip().endswith((": |", ": >")):
        return stop.finding(
            "text-not-indented",
            "this line belongs to the text that begins above, but does not stand further in",
            "the lines of the text two spaces further in than its name",
            "move the lines of the text two spaces to the right",
            line,
            column,
            width,
        )
    return stop.finding(
        "missing-colon",
        "this line has no colon",
        "name: value, or - item",
        "write a colon and a space behind the name, or indent the line further if it continues the text above",
        line,
        column,
        width,
    )


def _stray_colon(stop: _Stop) -> Finding | None:
    """A colon where none may be: in a text, or because this line is too far in, or because the line above lacks its own."""
    if "mapping values are not allowed" not in stop.said:
        return None
    first, above = _NAME.match(stop.text(stop.line)), stop.above(stop.line)
    if first and first.end() <= stop.column:
        return stop.finding(
            "stray-colon",
            "a colon followed by a space stands inside a text",
            "one name: value on a line",
            f"put the whole text in quotes{as_it_should(stop.text(stop.line))}",
        )
    if above >= 0 and not re.search(r":(?: |$)", stop.text(above)) and not stop.text(above).lstrip().startswith("- "):
        return _no_colon(stop, above)
    start = re.match(r"\s*(?:- +)*", stop.text(above))
    return _moved(
        stop, f"move it to column {start.end() + 1}, below the line above, if it belongs with that" if start and above >= 0 else ""
    )


def _beginning(stop: _Stop) -> Finding | None:
    starts = (
        "cannot start any token",
        "while scanning an a",
        "while scanning a block scalar",
        "directive",
        "tag",
        "entries are not allowed",
        "keys are not allowed",
        "node content",
    )
    if not any(each in stop.said for each in starts):
        return None
    line, column = (stop.from_line, stop.from_column) if "while scanning a" in stop.said else (stop.line, stop.column)
    character = stop.text(line)[column : column + 1]
    return begins_with(character or "this character", stop.text(line), Span(stop.file, line + 1, column + 1, line + 1, column + 2))


def _hyphen_column(stop: _Stop) -> Finding | None:
    """A field below its hyphen instead of below the name behind it."""
    above, here = stop.above(stop.line), _indent(stop.text(stop.line))
    hyphen = re.match(r"(\s*)- +(?=[\w-]+:)", stop.text(above)) if above >= 0 else None
    if not hyphen or not _NAME.match(stop.text(stop.line)) or here >= hyphen.end():
        return None
    return _moved(stop, f"move it to column {hyphen.end() + 1}, below the name behind the hyphen") if here >= len(hyphen[1]) else None


def _indentation(stop: _Stop) -> Finding | None:
    return _moved(stop) if "block" in stop.said else None


def _moved(stop: _Stop, remedy: str = "") -> Finding:
    column = max(_indent(stop.text(stop.line)), 0)
    columns = sorted({_indent(stop.text(number)) for number in range(stop.line) if _indent(stop.text(number)) >= 0})
    near = next((f", which begin in column {low + 1} or {high + 1}" for low, high in pairwise(columns) if low < column < high), "")
    return stop.finding(
        "bad-indentation",
        "this line does not begin in the same column as the lines it belongs with",
        "as many spaces at its beginning as its neighbours have",
        remedy or f"move it to the left or to the right until it stands below its neighbours{near}",
        stop.line,
        column,
        max(len(stop.text(stop.line).strip()), 1),
    )
