"""Documents as their author sees them: headings, paragraphs, lists and tables of innocent prose, with the seeded sentences among it.

A seeded sentence is wrapped in private characters, which say after rendering where it stands: `OPEN` + its number … `CLOSE`, and
within it `MARK` … `UNMARK` around the words that contradict.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.consistency.organisations import HERE, read
from benchmarks.consistency.wordings import MARK as MARKED
from benchmarks.consistency.wordings import Item

OPEN, CLOSE, MARK, UNMARK, NUMBER = "\ue002", "\ue003", "\ue000", "\ue001", 0xE100
SIGNS = re.compile("[\ue000-\uefff]")
LEADS = ("Please keep in mind:", "In daily work:", "What to tell new colleagues:", "Notes from the last round:")
TITLES = ("Notes for colleagues", "How we work", "A page for the folder", "What people ask", "Handout", "For the noticeboard")


@dataclass(frozen=True)
class Element:
    """One piece of a document: a title, heading, paragraph, list (`lines` under `text`) or table (`text` unused, `lines` row by row)."""

    kind: str
    text: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


def signed(item: Item, number: int) -> str:
    """The sentence of an item between its private characters."""
    return OPEN + chr(NUMBER + number) + MARKED.sub(MARK + r"\1" + UNMARK, item.text) + CLOSE


def plain(text: str) -> str:
    """A text without private characters."""
    return SIGNS.sub("", text)


def laid_out(organisation: str, items: Sequence[Item], seed: str) -> tuple[Element, ...]:
    """A document of filler with the items in it, in an order that depends on the seed alone."""
    rng = random.Random(seed)
    sections = read(HERE / "filler" / f"{organisation}.yaml")
    rng.shuffle(sections)
    elements = [Element("title", rng.choice(TITLES))]
    shares: list[list[tuple[int, Item]]] = [[] for _ in sections]
    for number, item in enumerate(items):
        shares[number % len(sections)].append((number, item))
    for section, share in zip(sections, shares, strict=True):
        elements += _section(section, share, rng)
    return tuple(elements)


def _section(section: dict[str, object], share: list[tuple[int, Item]], rng: random.Random) -> list[Element]:
    prose = [str(text) for text in section["paragraphs"]]  # type: ignore[attr-defined]
    elements = [Element("heading", str(section["heading"])), Element("paragraph", prose[0])]
    listed: list[str] = []
    for number, item in share:
        text = signed(item, number)
        if item.columns:
            elements.append(Element("table", lines=(item.row, text), columns=item.columns))
        elif item.heading:
            elements += [Element("heading", item.heading), Element("paragraph", text)]
        elif rng.random() < 0.3:
            listed.append(text)
        else:
            elements.append(Element("paragraph", text))
    if listed:
        elements.append(Element("list", rng.choice(LEADS), tuple(listed)))
    elements.append(Element("paragraph", prose[1]))
    if given := section.get("list"):
        elements.append(Element("list", given["intro"], tuple(given["items"])))  # type: ignore[index]
    return elements
