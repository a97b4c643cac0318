"""What falls due -> a calendar that Outlook, Google and Apple take (.ics, RFC 5545): an all-day entry each, with a reminder a week before."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from handbook.due import NOBODY, Due

_WIDTH = 75
"""Bytes in a line, its end not counted (RFC 5545, 3.1)."""


def as_ics(found: tuple[Due, ...], today: date, organisation: str) -> bytes:
    """The calendar file. An entry keeps its identity when its day moves, so importing again moves it instead of doubling it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//service-handbook//due//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escaped(organisation)}: due")
    for each in found:
        lines += _event(each, today, organisation)
    return "".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(each: Due, today: date, organisation: str) -> Iterator[str]:
    summary, description = _words(each)
    same = each.title if each.what == "acceptance" else each.path  # the place of an acceptance in its list may change
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(f'{organisation}|{each.what}|{same}'.encode()).hexdigest()[:32]}@service-handbook"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}"
    if each.day < date.max:
        yield f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(description)}"
    yield "TRANSP:TRANSPARENT"
    if each.owner_title:
        yield f"CATEGORIES:{_escaped(each.owner_title)}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(summary)}", "TRIGGER:-P7D", "END:VALARM", "END:VEVENT")


def _words(each: Due) -> tuple[str, str]:
    """The title of an entry and what stands in it."""
    owner = (each.owner_title or NOBODY) + (f", {each.reach}" if each.reach else "")
    match each.what:
        case "review":
            return f"Look again: {each.title}", f"Is it still true? Write the new day and what you found.\n{owner}\n{each.path}"
        case "end":
            return (
                f"Last day: {each.title}",
                f"From tomorrow this no longer holds. Take it out, or give it a new last day.\n{owner}\n{each.path}",
            )
        case _:
            return f"Acceptance ends: {each.title}", f"Put it right, or decide again.\n{owner}\n{each.path}"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(letter for letter in text if letter >= " " and letter != "\x7f")


def _folded(line: str) -> str:
    """A line in pieces of up to 75 bytes, never parted within a letter."""
    pieces, piece, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    return "\r\n".join([*pieces, piece])
