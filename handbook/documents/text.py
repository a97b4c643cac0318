"""Plain text -> a document: paragraphs by empty lines, lists, quoted lines, headings that are underlined or in capitals."""

import re

from handbook.document import Block, Document, DocumentKind
from handbook.documents.cleaning import plain, spaced
from handbook.documents.markdown_cutting import Cutter
from handbook.documents.marks import QUOTE, gap
from handbook.documents.outline import Outline

_MARK = re.compile(
    r"""
    \n(?P<indent>[ \t\x05]*+)
    (?: (?P<blank>[\x00\x05 \t]*(?:\n[\x00\x05 \t]*)*(?=\n|\Z))
      | (?P<underline>={3,}|-{3,}|_{3,}|\*{3,})[ \t]*(?=\n|\Z)
      | (?P<rule>[-*_=~+|](?:[ \t]*[-*_=~+|]){2,}[ \t]*(?=\n|\Z))
      | (?P<item>(?:[-+*o\u2022\u2023\u25aa\u25cf\u25e6\u2013\u00b7]|\d{1,3}[.)]|\([a-z0-9]{1,3}\)|[a-z]\))(?:[ \t]+(?:\[[ xX]\](?=[ \t]))?))
      | (?P<quote>(?<=\x05)|(?<=\x05[ ]))
    )""",
    re.X,
)
_QUOTES = re.compile(r"^[ \t]{0,3}>[ \t>]*", re.M)
_URL = re.compile(r"https?://[^\x00-\x20<>|]*[^\x00-\x20<>|.,;:!?'\")\]]")


def read_text(file: str, text: str, kind: DocumentKind = "text") -> Document:
    """The document of a plain text; spans count in the text as it is."""
    return Document(file, kind, text, text_blocks(text))


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    structure = "\n" + spaced(text)
    if "://" in structure:
        structure = _URL.sub(gap, structure)
    if ">" in structure:
        structure = _QUOTES.sub(lambda match: match[0].replace(">", QUOTE), structure)
    outline = Outline(plain(structure), shift=-1)
    _TextCutter(structure, outline, {}).run()
    return tuple(outline.blocks)


class _TextCutter(Cutter):
    """Cuts text in which no indent makes code, and in which a line in capitals is a heading."""

    mark = _MARK

    def _deepest(self, indent: int) -> int:
        return indent

    def close(self, end: int) -> str:
        """The text of the open block, which is cut."""
        if self.start >= 0 and self.kind == "paragraph" and self._capitals(self.structure[self.start : end].strip()):
            start, self.start = self.start, -1
            return self.outline.heading(start, end, 1, quoted=self.quoted)
        return super().close(end)

    def _capitals(self, words: str) -> bool:
        return words.isupper() and "\n" not in words and 4 <= len(words) <= 80 and not words.endswith((".", ",", ";", ":", "!", "?"))
