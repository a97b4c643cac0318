"""Changes of a text, and which of them can be made: offsets in, a new text out. What a change may break is known to those who make it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, order=True)
class Change:
    """The characters from `start` to just before `end` become `text`."""

    start: int
    end: int
    text: str

    def moved(self, by: int) -> "Change":
        """The same change in a text that has `by` more characters before it."""
        return Change(self.start + by, self.end + by, self.text)


@dataclass(frozen=True)
class Outcome:
    """`made` is what to do to the text; `refused` says why a change that was asked for is not part of it."""

    made: tuple[Change, ...] = ()
    refused: Mapping[Change, str] = field(default_factory=dict)


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text after changes that do not overlap."""
    parts, at = [], 0
    for each in sorted(changes):
        parts += [text[at : each.start], each.text]
        at = each.end
    return "".join([*parts, text[at:]])


def sound_part(items: Sequence[Item], sound: Callable[[Sequence[Item]], bool]) -> list[Item]:
    """The items that can be taken together; each that is left out would break something."""
    taken = _halved(items, sound)
    grown = len(taken) < len(items)
    while grown:
        grown = False
        for each in items:
            if each not in taken and sound([*taken, each]):
                taken.append(each)
                grown = True
    return taken


def _halved(items: Sequence[Item], sound: Callable[[Sequence[Item]], bool]) -> list[Item]:
    """Items that can be taken together. Those that break something are found by halving, so that many good ones cost little."""
    if not items or sound(items):
        return list(items)
    if len(items) == 1:
        return []
    middle = len(items) // 2
    parts = [*_halved(items[:middle], sound), *_halved(items[middle:], sound)]
    return parts if len(parts) < len(items) and sound(parts) else []
