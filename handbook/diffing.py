"""Two texts of a file -> what is different, as a unified diff that `patch` and `git apply` take."""

import re
from collections.abc import Iterator
from difflib import unified_diff

MISSING_END = "\\ No newline at end of file\n"
_PAINT = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def diff(before: str, after: str, file: str, colour: bool = False) -> str:
    """The lines that differ, with three lines around them; an empty text where nothing does."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}")
    text = "".join(line if line.endswith("\n") else f"{line}\n{MISSING_END}" for line in lines)
    return "".join(_painted(text)) if colour else text


def _lines(text: str) -> list[str]:
    """Lines as editors and git count them; `splitlines` would also part at U+2028 and form feeds."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _painted(text: str) -> Iterator[str]:
    for number, line in enumerate(_lines(text)):
        paint = _BOLD if number < 2 else _PAINT.get(line[0], "")
        yield f"{paint}{line[:-1]}{_PLAIN}\n" if paint else line
