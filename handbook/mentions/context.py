"""The words around a quantity -> how it is meant (`within`, `at least` …), or that it is none of ours after all."""

import re
from typing import NamedTuple

from handbook.mentions.grammar import Reading
from handbook.mentions.numbers import Passage
from handbook.quantity import Count, Duration

LOOSE = "about"
_LEFT = re.compile(r"[\w.,/:#@&=+\\^*°-]")
_RIGHT = re.compile(r"\w|[.,:/]\d|/\w")
_HYPHEN = re.compile(r"[-–‑]\w")
_ADJECTIVE = re.compile(r"\w-[^\W\d_]+\Z")
_NEXT = re.compile(r" ([\w'-]+)")


class Before(NamedTuple):
    """A word before a quantity, in lower case, and where it begins."""

    text: str
    start: int


class Meant(NamedTuple):
    """The name of the bound, where its words begin, and whether the quantity is only roughly meant."""

    bound: str
    start: int
    hedged: bool


def words_before(low: str, place: int, most: int = 8) -> list[Before]:
    """The words before a place, nearest first, as far back as nothing but single spaces parts them."""
    found: list[Before] = []
    end = place
    while end > 0 and len(found) < most and low[end - 1] == " ":
        start = low.rfind(" ", 0, end - 1) + 1
        word = low[start : end - 1]
        opened = word.lstrip("(\"'[“‘")
        if not opened or opened[-1] in ",;:!?)\"'" or (found and opened[-1] == "."):
            break
        found.append(Before(opened, end - 1 - len(opened)))
        if opened != word:
            break
        end = start
    return found


def meant(passage: Passage, reading: Reading, before: list[Before]) -> Meant:
    """How a quantity is meant by the words before it, else by those behind it."""
    kind = reading.kind if reading.kind in ("time", "moment") else "other"
    bound, at, loose, used = _bound_before(passage, reading, kind, before)
    bound = bound or reading.bound or _bound_behind(passage, reading, kind)
    loose = loose or bound == LOOSE or reading.style == "group"
    if used < len(before):
        loose = loose or any(_said(before, used, count) in passage.lexicon.words["hedges"] for count in (1, 2, 3))
    return Meant(bound or (LOOSE if loose and at < reading.start else ""), at, loose)


def _bound_before(passage: Passage, reading: Reading, kind: str, before: list[Before]) -> tuple[str, int, bool, int]:
    """The bound, its place, whether "about" is in it, and how many words it takes; fillers before it are passed over."""
    low, words, names = passage.low, passage.lexicon.words, passage.lexicon.bounds[kind]
    if reading.start and (sign := names.get(low[reading.start - 1])):
        return sign, reading.start - 1, sign == LOOSE, 0
    place, at, loose, taken, across = 0, reading.start, False, 0, False
    while place < len(before):
        name, count = _named(before, place, names)
        if name == LOOSE:
            loose, place, at, taken = True, place + count, before[place + count - 1].start, place + count
        elif (
            name
            and not (reading.kind in ("count", "ratio") and name in words["not-for-things"])
            and not (across and name in words["not-across-the"])
            and not _hyphened(passage, reading, before[place].text)
        ):
            return name, before[place + count - 1].start, loose, place + count
        elif (skipped := _filler(before, place, words["filler"])) and not name:
            across = across or before[place].text in words["the"]
            place += skipped
        else:
            break
    return "", at, loose, taken


def _hyphened(passage: Passage, reading: Reading, word: str) -> bool:
    return (
        reading.kind == "time"
        and word in passage.lexicon.words["not-before-a-hyphen"]
        and bool(_ADJECTIVE.search(passage.low[reading.start : reading.end]))
    )


def _said(before: list[Before], place: int, count: int) -> str:
    return " ".join(word.text for word in reversed(before[place : place + count]))


def _named(before: list[Before], place: int, names: dict[str, str]) -> tuple[str, int]:
    for count in (5, 4, 3, 2, 1):
        if place + count <= len(before) and (name := names.get(_said(before, place, count))):
            return name, count
    return "", 0


def _filler(before: list[Before], place: int, fillers: frozenset[str]) -> int:
    return next((count for count in (3, 1) if place + count <= len(before) and _said(before, place, count) in fillers), 0)


def _bound_behind(passage: Passage, reading: Reading, kind: str) -> str:
    match = passage.find("behind", reading.end)
    return str(passage.lexicon.table["behind"][match["behind"]].get(kind, "")) if match else ""


def is_none(passage: Passage, reading: Reading, before: list[Before], meant: Meant) -> bool:
    """Whether the words around show that this is no quantity of ours: a name, a date, a frequency, a way of speaking."""
    if _touches(passage, reading):
        return True
    previous = before[0].text if before else ""
    if previous[-1:].isdigit() and passage.low[reading.start].isdigit():
        return True
    match reading.kind:
        case "time":
            return _not_a_length(passage, reading, previous, meant)
        case "moment":
            return _not_a_moment(passage, reading, previous)
        case "money":
            return (reading.style == "article" and not meant.bound and not _leads(passage, reading, previous)) or _next(
                passage, reading.end, 2
            ) in passage.lexicon.words["behind-money"]
        case "percent":
            return reading.style == "part" and (
                previous in passage.lexicon.words["numbers-part-not-after"] or _next(passage, reading.end, 1)[:1].isdigit()
            )
        case "count" | "ratio" | "age":
            return _only_a_name(passage, reading, before, meant.bound)
    return False


def _touches(passage: Passage, reading: Reading) -> bool:
    """Whether it is glued to something else: `A4`, `v2.1`, `covid-19`, `3/4/2025`, `24-hour-desk`."""
    low, start, end = passage.low, reading.start, reading.end
    if start and _LEFT.match(low[start - 1]):
        return True
    return bool(_RIGHT.match(low, end) or (_HYPHEN.match(low, end) and low[end - 1].isalnum()))


def _next(passage: Passage, place: int, count: int) -> str:
    words: list[str] = []
    while len(words) < count and (match := _NEXT.match(passage.low, place)):
        words.append(match[1])
        place = match.end()
    return " ".join(words)


def _alone(passage: Passage, reading: Reading) -> bool:
    return not passage.text[: reading.start].strip() and not passage.text[reading.end :].strip()


def _leads(passage: Passage, reading: Reading, previous: str) -> bool:
    return previous in passage.lexicon.words["time-leads"] or _alone(passage, reading)


def _not_a_length(passage: Passage, reading: Reading, previous: str, meant: Meant) -> bool:
    words, said = passage.lexicon.words, passage.low[reading.start : reading.end]
    if (
        previous in words["time-every"]
        or (said in words["time-never"] and not meant.bound and not _alone(passage, reading))
        or passage.find("frequency", reading.end)
        or passage.find("ago", reading.end)
    ):
        return True
    if (reading.style == "article" or said in words["time-weak"]) and not meant.bound and not _leads(passage, reading, previous):
        return True
    if said in words["time-at-the-end"]:
        following = _next(passage, reading.end, 1)
        return bool(following) and following not in words["counts-stop"]
    following = _next(passage, reading.end, 1)
    return following in words["time-not-a-length"] or _always_open(passage, reading, previous, following, meant.bound)


def _always_open(passage: Passage, reading: Reading, previous: str, following: str, bound: str) -> bool:
    """`24-hour reception`, `open 24 hours`: when something is open, not how long it takes."""
    words, length = passage.lexicon.words, reading.low
    if (
        not isinstance(length, Duration)
        or length.clock != "calendar"
        or length.amount != int(passage.lexicon.table["time"]["only-hours"])
        or length.unit != "hour"
    ):
        return False
    if previous in words["time-open-before"]:
        return True
    plural = passage.low[reading.start : reading.end].rstrip("'").endswith(tuple(words["counts-plural"]))
    return not plural and not bound and bool(following) and following not in words["time-open-unless"]


def _not_a_moment(passage: Passage, reading: Reading, previous: str) -> bool:
    words = passage.lexicon.words
    if reading.style == "four" and previous not in words["moment-needed-before"]:
        return not _alone(passage, reading)
    return _next(passage, reading.end, 1) in words["moment-names-quiet-behind"]


def _only_a_name(passage: Passage, reading: Reading, before: list[Before], bound: str) -> bool:
    """Whether the number only names something: a room, a year, a house in a street, a product."""
    text, words = passage.text, passage.lexicon.words
    digits = text[reading.start].isdigit()
    if digits and _is_year(passage, reading):
        return True
    rest = re.match(r"[\w.,-]+ ([^\W\d_]?)", text[reading.start : reading.end])
    named = bool(rest) and rest[1].isupper() if rest else False
    if named and digits and passage.lexicon.finds["street"].match(passage.low, passage.low.find(" ", reading.start)):
        return True
    if not before or reading.kind == "age":
        return False
    if (
        len(before) > 1
        and before[0].text in words["numbers-part-of"]
        and (before[1].text in passage.lexicon.values or before[1].text.isdecimal())
    ):
        return True
    written = text[before[0].start : before[0].start + len(before[0].text)]
    if written in words["months"] or (
        before[0].text in words["counts-labels"] and not (len(before) > 1 and before[1].text in words["counts-label-excused"])
    ):
        return digits
    capital = written != written.lower()
    if digits:
        return reading.kind == "count" and capital and not bound and before[0].text not in words["counts-stop"]
    return len(before) > 1 and text[reading.start].isupper() and named and not capital


def _is_year(passage: Passage, reading: Reading) -> bool:
    written = passage.text[reading.start : reading.start + 5]
    first, last = map(int, passage.lexicon.table["numbers"]["years"])
    return (
        written[:4].isdigit()
        and not written[4:].strip("., ").isdigit()
        and isinstance(reading.low, Count)
        and first <= reading.low.amount <= last
    )
