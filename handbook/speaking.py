"""The profile as templates see it: every value prints itself safely and leaves a trace of which page said it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from markupsafe import Markup

from handbook.declare import Path, Said
from handbook.leaves import StatedInt
from handbook.markup import armour, prose_html, prose_inline
from handbook.profile import Profile
from handbook.quantity import Stated
from handbook.references import transform

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


@dataclass
class Trace:
    """The paths of the profile that the page now being written has said."""

    said: set[Path] = field(default_factory=set)

    def begin(self) -> None:
        """Starts a new page."""
        self.said = set()


class Spoken(str):
    """A value of the profile as text: escaped when printed, whatever stands around it."""

    path: Path
    prose: bool
    trace: Trace
    __slots__ = ("path", "prose", "trace")

    def __new__(cls, text: str, path: Path, trace: Trace, prose: bool = False) -> "Spoken":
        spoken = super().__new__(cls, text)
        spoken.path, spoken.trace, spoken.prose = path, trace, prose
        return spoken

    def __html__(self) -> str:
        self.trace.said.add(self.path)
        return prose_html(str(self)) if self.prose else armour(str(self))

    def again(self, text: str) -> "Spoken":
        """Another form of the same value (capitalised, with an article), traced to the same place."""
        return Spoken(text, self.path, self.trace, self.prose)

    def on_one_line(self) -> Markup:
        """Prose without paragraphs; other text as it is."""
        self.trace.said.add(self.path)
        return Markup(prose_inline(str(self)) if self.prose else armour(str(self)))  # noqa: S704 - armoured


def speaking(profile: Profile, trace: Trace) -> Profile:
    """A copy of the profile whose texts, quantities and dates are `Spoken`."""
    spoken = transform(profile, lambda leaf: _speak(leaf, trace))
    assert isinstance(spoken, Profile)
    return spoken


def _speak(leaf: Any, trace: Trace) -> Any:
    match leaf:
        case Said():
            return Spoken(str(leaf), leaf.path, trace, leaf.prose)
        case Stated():
            return Spoken(str(leaf), leaf.path, trace)
        case date():
            return Spoken(date_in_words(leaf), getattr(leaf, "path", ()), trace)
        case StatedInt():
            leaf.trace = trace
            return leaf
    return leaf


def date_in_words(day: date) -> str:
    """A day as people write it: 31 March 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def printed(value: Any) -> Markup:
    """What a template prints for a value: nothing for None, armoured text for everything that is not markup already."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup("")
    if isinstance(value, Spoken):
        return Markup(value.__html__())  # noqa: S704 - armoured
    if isinstance(value, StatedInt):
        value.trace.said.add(value.path)
    return Markup(armour(str(value)))  # noqa: S704 - armoured
