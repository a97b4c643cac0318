"""Hours in which somebody can be reached, as texts say them: day and night, on which days, from one hour to another."""

from dataclasses import dataclass, field
from itertools import pairwise

from handbook.mentions import Mention, Scanner
from handbook.prose import words
from handbook.quantity import TimeOfDay
from handbook.subjects import Subjects

WEEK = frozenset(range(7))


@dataclass(frozen=True)
class Hours:
    """Hours of the day and days of the week (0 is Monday); what a text leaves open is None. `start` and `end` say where it is told."""

    first: str | None = None
    last: str | None = None
    days: frozenset[int] | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def always(self) -> bool:
        """Whether it is day and night."""
        return (self.first, self.last) == ("00:00", "24:00")

    def __str__(self) -> str:
        if self.always:
            return "day and night"
        return " ".join(filter(None, (self.first and f"from {self.first}", self.last and f"until {self.last}"))) or "on certain days"

    def within(self, kept: "Hours") -> bool:
        """Whether everything that is told here is kept there; what is not told is not asked."""
        if self.days is not None and kept.days is not None and not self.days <= kept.days:
            return False
        if self.always or kept.always:
            return self.always == kept.always or not (self.first or self.last)
        return self.first in (None, kept.first) and self.last in (None, kept.last)


def hours_in(text: str, scanner: Scanner, about: Subjects) -> Hours | None:
    """The hours that a text tells, or None."""
    days = _days(text, about)
    if match := about.cue("all-hours").search(text):
        return Hours("00:00", "24:00", days and days[0], match.start(), match.end())
    moments = [each for each in scanner.scan(text) if each.kind == "moment"]
    alone = len(moments) == 1 and not moments[0].bound and moments[0].low == moments[0].high
    first, last, start, end = _opened(moments[0], text, about) if alone else _range(moments)
    if first or last:
        return Hours(first, last, days and days[0], start, end)
    return Hours(None, None, *days) if days else None


def _range(moments: list[Mention]) -> tuple[str | None, str | None, int, int]:
    for each in moments:
        if each.low != each.high and isinstance(each.low, TimeOfDay):
            return str(each.low), _last(str(each.high)), each.bound_start, each.end
    for each, after in pairwise(moments):
        if after.start - each.end <= 12 and each.bound in ("from", "", "after") and after.bound in ("until", "by", "", "up to"):
            return str(each.low), _last(str(after.low)), each.bound_start, after.end
    for each in moments:
        if each.bound in ("until", "up to"):
            return None, _last(str(each.low)), each.bound_start, each.end
        if each.bound == "from":
            return str(each.low), None, each.bound_start, each.end
    return None, None, 0, 0


def _opened(moment: Mention, text: str, about: Subjects) -> tuple[str | None, str | None, int, int]:
    """One hour beside a verb: *opens at 8* is a first one, *closes at six* a last one."""
    before = text[: moment.start]
    if about.cue("closing-verbs").inside(before):
        return None, _last(str(moment.low)), moment.start, moment.end
    if about.cue("opening-verbs").inside(before):
        return str(moment.low), None, moment.start, moment.end
    return None, None, 0, 0


def _last(hour: str) -> str:
    return "24:00" if hour == "00:00" else hour


def _days(text: str, about: Subjects) -> tuple[frozenset[int], int, int] | None:
    """The days of the week that a text names, and where."""
    if match := about.cue("every-day").search(text):
        return WEEK, match.start(), match.end()
    found = [(number, each.start, each.end) for each in words(text) for number in [about.day(each.text)] if number is not None]
    if not found:
        return None
    (first, start, end), rest = found[0], found[1:]
    if rest and len(first) == 1 and about.cue("day-range").inside(text[end : rest[0][1]]):
        low, high = next(iter(first)), next(iter(rest[0][0]))
        return frozenset((low + step) % 7 for step in range((high - low) % 7 + 1)), start, rest[0][2]
    return frozenset().union(*(each[0] for each in found)), start, found[-1][2]
