"""The wordings that people wrote: sentences that contradict a message, and sentences that only look like it."""

import re
from dataclasses import dataclass, field

from benchmarks.consistency.organisations import HERE, NAMES, read

HALVES = ("known", "held-out")
MARK = re.compile(r"\[\[(.+?)\]\]")
LANGUAGE = re.compile(r"^([a-z]{2}): ")


@dataclass(frozen=True)
class Item:
    """One sentence to be put into a text.

    `kind` is the kind of contradiction, or the kind of hard negative when `quiet`. `about` are the dotted paths of messages,
    any of which is right; empty means that every one is. `text` keeps its marks `[[ ]]` around the words that contradict.
    """

    organisation: str
    half: str
    kind: str
    text: str
    about: tuple[str, ...] = ()
    quiet: bool = False
    heading: str = ""
    row: str = ""
    columns: tuple[str, ...] = ()
    language: str = "en"
    marks: tuple[str, ...] = field(default=())

    @property
    def plain(self) -> str:
        """The sentence without marks."""
        return MARK.sub(r"\1", self.text)


def items_of(organisation: str, half: str) -> list[Item]:
    """All wordings of one half for one organisation, in the order of the file."""
    data = read(HERE / "wordings" / half.replace("-", "_") / f"{organisation}.yaml")
    quiet = data.pop("quiet")
    found = [made(organisation, half, kind, text, about) for kind, pairs in data.items() for pair in pairs for about, text in pair.items()]
    return found + [made(organisation, half, kind, text, None) for kind, texts in quiet.items() for text in texts]


def all_items(halves: tuple[str, ...] = HALVES) -> list[Item]:
    """The wordings of every organisation."""
    return [item for half in halves for name in NAMES for item in items_of(name, half)]


def made(organisation: str, half: str, kind: str, text: str, about: str | None) -> Item:
    """An item from one line of a file: `Heading >> text`, `column | column | row: text`, `fr: text`, or just the text."""
    heading, _, text = text.rpartition(" >> ")
    language = LANGUAGE.match(text) if kind == "translation" else None
    text = LANGUAGE.sub("", text) if language else text
    columns: tuple[str, ...] = ()
    row = ""
    if text.count(" | ") == 2:
        left, right, cells = text.split(" | ")
        columns, (row, text) = (left, right), cells.rsplit(": ", 1)
    return Item(
        organisation,
        half,
        kind,
        text,
        tuple(about.split("|")) if about else (),
        about is None,
        heading,
        row,
        columns,
        language[1] if language else "en",
        tuple(MARK.findall(text)),
    )
