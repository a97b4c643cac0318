"""Marks of HTML elements -> what the text behind each of them is: a heading, an item of a list, a quotation."""

from handbook.documents.marks import BREAK, CAPTION, HEADINGS, ITEM, LIST, LIST_END, QUOTING, QUOTING_END, TITLE
from handbook.documents.outline import Outline

_KINDS = {ITEM: "item", CAPTION: "caption", TITLE: "title", **{mark: mark for mark in HEADINGS}}
DEEPEST = 100
"""Lists within lists and quotations within quotations are followed so far."""


class Nesting:
    """The lists and quotations around a place, as their marks went by."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.intros: list[str] = []
        self.quotes = 0
        self.within = ("", 0)
        """The kind of the element that began last, and how many blocks there were then."""

    def meet(self, mark: str) -> tuple[str, str, bool]:
        """The kind of the text behind a mark (a heading's own mark for headings), what opens its list, whether it is quoted."""
        if mark == LIST and len(self.intros) < DEEPEST:
            blocks = self.outline.blocks
            self.intros.append(
                blocks[-1].text if self.intros and blocks and blocks[-1].kind == "item" else self.outline.before(self.quotes > 0)
            )
        elif mark == LIST_END and self.intros:
            self.intros.pop()
        elif mark == QUOTING:
            self.quotes += 1
        elif mark == QUOTING_END:
            self.quotes = max(0, self.quotes - 1)
        kind = _KINDS.get(mark, "")
        if mark == BREAK and self.within[1] == len(self.outline.blocks):
            kind = self.within[0]  # the paragraph in `<li><p>` is the item
        elif kind in ("item", "caption"):
            self.within = (kind, len(self.outline.blocks))
        else:
            self.within = ("", 0)
        kind = kind or ("quote" if self.quotes else "paragraph")
        return kind, self.intros[-1] if self.intros else "", self.quotes > 0
