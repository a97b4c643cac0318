"""A text -> the stretches of it that stand in quotation marks."""

from functools import lru_cache

_PAIRS = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "'": "'", "\u2018": "\u2019", "`": "`"}


def enclosing(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The quotation that holds an occurrence, with its marks; None outside of quotations."""
    if not any(mark in text for mark in _PAIRS):
        return None
    return next(((first, last) for first, last in enclosed(text) if first < start and end < last), None)


@lru_cache(maxsize=512)
def enclosed(text: str) -> tuple[tuple[int, int], ...]:
    """Where quotation marks enclose something, with the marks."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark in _PAIRS and (not at or not text[at - 1].isalnum()) and at + 1 < len(text) and not text[at + 1].isspace():
            close = _closing(text, at + 1, _PAIRS[mark], mark)
            if close > 0:
                found.append((at, close + 1))
                at = close if mark != "'" else at
        at += 1
    return tuple(found)


def _closing(text: str, at: int, mark: str, opening: str) -> int:
    while (at := text.find(mark, at)) >= 0:
        plain = opening not in ("'", "\u2018") or not text[at + 1 : at + 2].isalnum()
        if plain and not text[at - 1].isspace():
            return at
        at += 1
    return -1
