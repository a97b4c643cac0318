"""The messages of a profile as documents: each text that people read is a block that knows its place in the YAML file."""

import re
from collections.abc import Iterator, Mapping

from handbook.declare import Kind, Path
from handbook.document import Block, Document
from handbook.notes import Placed
from handbook.sources import Source

_PART = re.compile(r"\{[^{}\s]*\}|[^\s{}]+|[{}]+")
_NAMES = ("name", "title", "term", "say", "partner", "role", "idea", "text")
_RANKS: Mapping[object, int] = {name: rank for rank, name in enumerate(_NAMES)}


def profile_documents(documents: tuple[Source, ...], leaves: tuple[Placed, ...], names: Mapping[str, str]) -> Iterator[Document]:
    """One document for each file of the profile. `names` says what stands for `{fact}` and `{role.id}` in texts."""
    labels = _labels(leaves)
    by_file: dict[str, list[Placed]] = {}
    for each in leaves:
        if each.speaks and each.kind in (Kind.LINE, Kind.PROSE):
            by_file.setdefault(each.span.file, []).append(each)
    for source in documents:
        starts = _line_starts(source.text)
        blocks = tuple(_block(each, source.text, starts, names, labels) for each in by_file.get(source.file, ()))
        yield Document(source.file, "profile", source.text, blocks)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _labels(leaves: tuple[Placed, ...]) -> dict[Path, str]:
    """What each record is called, by its path."""
    found: dict[Path, tuple[int, str]] = {}
    for each in leaves:
        rank = _RANKS.get(each.path[-1])
        if rank is not None and rank <= found.get(each.path[:-1], (rank, ""))[0]:
            found[each.path[:-1]] = (rank, each.text)
    return {path: text for path, (_, text) in found.items()}


def _block(leaf: Placed, text: str, starts: list[int], names: Mapping[str, str], labels: Mapping[Path, str]) -> Block:
    begin = starts[leaf.span.line - 1] + leaf.span.column - 1
    end = starts[min(leaf.span.end_line, len(starts)) - 1] + leaf.span.end_column - 1
    above = tuple(
        labels[leaf.path[:step]]
        for step in range(1, len(leaf.path))
        if leaf.path[:step] in labels and labels[leaf.path[:step]] != leaf.text
    )
    if text[begin:end] == leaf.text and "{" not in leaf.text and _is_plain(leaf.text):
        return Block(
            " ".join(leaf.text.split()) if "  " in leaf.text or "\n" in leaf.text else leaf.text,
            ((0, begin),),
            "field",
            above,
            path=leaf.path,
        )
    clean, pieces = _mapped(leaf.text, text[begin:end], begin, names)
    return Block(clean, pieces, "field", above, path=leaf.path)


def _is_plain(text: str) -> bool:
    """Whether a value has none of the signs that are straightened, nor a straight apostrophe, which YAML may have doubled."""
    return "'" not in text and (text.isascii() or text.translate(_PLAIN) == text)


def _mapped(said: str, raw: str, begin: int, names: Mapping[str, str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The clean text of a value, and where its words stand in the value as written."""
    clean: list[str] = []
    pieces: list[tuple[int, int]] = []
    at, length = 0, 0
    for number, match in enumerate(_PART.finditer(said)):
        written = match[0]
        if number and (match.start() and said[match.start() - 1].isspace()):
            clean.append(" ")
            length += 1
        place = raw.find(written, at)
        place, at = (at, at) if place < 0 else (place, place + len(written))
        word = names.get(written[1:-1], written) if written[0] == "{" else written.translate(_PLAIN)
        pieces += _pieces(length, begin + place, word, written)
        clean.append(word)
        length += len(word)
    return "".join(clean), tuple(pieces) or ((0, begin),)


_PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x00A0: " ", 0x202F: " ", 0x2011: "-"}


def _pieces(length: int, place: int, word: str, written: str) -> Iterator[tuple[int, int]]:
    """A word stands where it is written; what stands for a name in braces has the whole of these as its place."""
    if len(word) == len(written):
        yield (length, place)
        return
    yield from ((length + each, place) for each in range(len(word) - 1))
    yield (length + len(word) - 1, place + len(written) - 1)
