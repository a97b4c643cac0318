"""The blocks of a text as they are cut, and what each of them has to know: the headings above it, the list around it."""

from handbook.document import Block, BlockKind
from handbook.documents.cleaning import cut

MOST = 200_000
"""No document has more blocks; what comes after is left out."""


class Outline:
    """The blocks so far, and the headings that stand above the next one."""

    def __init__(self, clean: str, shift: int = 0) -> None:
        self.clean = clean
        self.shift = shift
        self.blocks: list[Block] = []
        self.headings: tuple[str, ...] = ()
        self._levels: list[tuple[int, str]] = []
        self._labels: tuple[str, ...] = ()

    def add(
        self, start: int, end: int, kind: BlockKind = "paragraph", *, intro: str = "", quoted: bool = False, column: str = "", row: str = ""
    ) -> str:
        """The text of a stretch, which has become a block unless it has no words."""
        text, pieces = cut(self.clean, start, end, self.shift)
        if text and len(self.blocks) < MOST:
            self.blocks.append(Block(text, pieces, kind, self.headings, column, row, intro, quoted))
        return text

    def heading(self, start: int, end: int, level: int, *, quoted: bool = False) -> str:
        """The text of a heading, which stands above all that comes after it down to one of its own level."""
        while self._levels and self._levels[-1][0] >= level:
            self._levels.pop()
        self._labels = ()
        self._settle()
        text = self.add(start, end, "heading", quoted=quoted)
        self.below(text, level)
        return text

    def below(self, text: str, level: int) -> None:
        """Put a heading above all that comes, which is no block of its own, or a block already."""
        if text and text not in self.headings:
            self._levels.append((level, text))
            self._settle()

    def label(self, labels: tuple[str, ...]) -> None:
        """Put names of tabs below the headings, in place of those before."""
        if labels != self._labels:
            self._labels = labels
            self._settle()

    def before(self, quoted: bool = False) -> str:
        """The text of the paragraph that was cut last, or nothing if something else was, or if only one of the two is quoted."""
        last = self.blocks[-1] if self.blocks else None
        return last.text if last and last.kind in ("paragraph", "quote") and last.quoted == quoted else ""

    def _settle(self) -> None:
        self.headings = (*(text for _, text in self._levels), *self._labels)
