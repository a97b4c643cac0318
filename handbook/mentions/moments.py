"""A place in a text -> the point of the day that is written there."""

from handbook.mentions.numbers import Passage
from handbook.quantity import TimeOfDay

Point = tuple[TimeOfDay, int, str]
SPOKEN = (5, 10, 20, 25)  # the minutes that people say before the hour; other numbers begin a range ("9 to 11 am")


def moment(passage: Passage, place: int) -> Point | None:
    """The point of the day, where it ends and how it is said: `15:00`, `4 pm`, `half past three in the afternoon`, `noon`."""
    if not passage.find("maybe", place):
        return None
    for name in ("named", "past", "clock", "point", "twelve", "four"):
        match = passage.find(name, place)
        if match and (read := _point(passage, name, match.groupdict())):
            return read[0], match.end(), read[1]
    return None


def _point(passage: Passage, name: str, said: dict[str, str | None]) -> tuple[TimeOfDay, str] | None:
    hour = _figure(passage, said.get("hour"))
    if name == "named":
        return (passage.lexicon.times[said["name"] or ""], "named") if hour in (None, 12) else None
    minute = _figure(passage, said.get("minute")) or 0
    if name == "past":
        minutes = _figure(passage, said["past"])
        if (
            hour is None
            or minutes is None
            or not 0 < minutes < 60
            or (said["to"] and minutes != 15 and not (minutes in SPOKEN and (said["oclock"] or said["part"])))
        ):
            return None
        hour, minute = (hour - 1 or 12, 60 - minutes) if said["to"] else (hour, minutes)
    if hour is None or hour > 24 or minute > 59:
        return None
    if name == "four":
        return TimeOfDay(hour, minute), "four"
    if name == "point" and said["hours"] and minute % 30:
        return None
    return _halved(passage, name, said, hour, minute)


def _figure(passage: Passage, written: str | None) -> int | None:
    if not written:
        return None
    if written.isdecimal():
        return int(written)
    parts = passage.lexicon.table["moment"]["past-parts"]
    return int(parts[written]) if written in parts else int(passage.lexicon.values[written])


def _halved(passage: Passage, name: str, said: dict[str, str | None], hour: int, minute: int) -> tuple[TimeOfDay, str] | None:
    """The point on the 24-hour clock, from the half or the part of the day that is said."""
    part = passage.lexicon.table["moment"]["parts"].get(said.get("part") or "", "")
    half = "am" if said.get("am") else "pm" if said.get("pm") else part
    if half and (hour > 12 or hour == 0):
        return (TimeOfDay(hour % 24, minute), "clock") if name == "clock" else None
    if half:
        late = half == "pm" or (half == "night" and 5 < hour < 12) or (half == "noon" and hour < 12)
        return TimeOfDay(hour % 12 + (12 if late or (half == "noon") else 0), minute), "pm" if late else "am"
    if name in ("clock", "point"):
        return TimeOfDay(hour % 24, minute), "clock"
    usual = passage.lexicon.table["moment"]["bare-hours"].get(str(hour)) if said.get("oclock") or name == "past" else None
    return (TimeOfDay(int(usual), minute), "oclock") if usual else None
