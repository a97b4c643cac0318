"""A single value of the profile: its text -> what it means, by the kind the schema declares, never by YAML 1.1."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from handbook import guessing, quantity
from handbook.codes import LANGUAGES
from handbook.declare import Kind, Leaf, Path, Ref, Said
from handbook.quantity import NotAQuantity, Quantity, stated

YES, NO = ("yes", "true", "on"), ("no", "false", "off")
LINE_LIMIT, PROSE_LIMIT = 1_000, 20_000
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FACT_NAME = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")


@dataclass(frozen=True)
class NotValid(Exception):
    """The text is no value of the wanted kind: what was expected, what to do, a guess at what was meant, and what is wrong in a few words."""

    expected: str
    remedy: str
    guess: str = ""
    wrong: str = ""


NOUNS: Mapping[Kind, str] = {
    Kind.ID: "written as ids are",
    Kind.CHOICE: "one of the words it takes",
    Kind.DATE: "a date",
    Kind.WHOLE: "a whole number",
    Kind.YESNO: "a yes or a no",
    Kind.COLOUR: "a colour",
    Kind.FILE: "a file in the profile's folder",
    Kind.LANGUAGE: "the code of a language",
    Kind.DURATION: "a length of time",
    Kind.MOMENT: "a time",
    Kind.MONEY: "an amount of money",
    Kind.QUANTITY: "a number with its unit",
    Kind.FACT: "a valid amount or time",
}
"""What a value that cannot be read is not."""


def parse_leaf(leaf: Leaf, text: str, path: Path) -> Any:
    """The value of a text, knowing its path; raises `NotValid`."""
    try:
        return _PARSERS[leaf.kind](leaf, text, path)
    except NotAQuantity as problem:
        raise NotValid(leaf.kind.value, str(problem), guessing.like_amount(_QUANTITIES[leaf.kind], text)) from None


def closest(word: str, known: "list[str] | tuple[str, ...] | frozenset[str]", likeness: float = 0.6) -> str:
    """The known word that is most like `word` (1: the same), or an empty text."""
    found = get_close_matches(word.lower(), {each.lower(): each for each in sorted(known)}, 1, likeness)
    return next((each for each in sorted(known) if found and each.lower() == found[0]), "")


def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens, as used in ids and addresses."""
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "item"


def _line(leaf: Leaf, text: str, path: Path) -> Said:
    if len(text) > LINE_LIMIT:
        raise NotValid(
            f"a short text, up to {LINE_LIMIT:,} characters",
            "cut it down to what people remember, or move the rest to a chapter of your own",
            wrong="is too long",
        )
    return Said(" ".join(text.split()), path)


def _prose(leaf: Leaf, text: str, path: Path) -> Said:
    if len(text) > PROSE_LIMIT:
        raise NotValid(f"a text of up to {PROSE_LIMIT:,} characters", "move it to a chapter of your own", wrong="is too long")
    return Said(text.strip(), path, prose=True)


def _id(leaf: Leaf, text: str, path: Path) -> str:
    if not _ID.fullmatch(text):
        guess = slug(text)
        raise NotValid(
            leaf.kind.value,
            "write it in lower case, with hyphens between the words",
            guess if _ID.fullmatch(guess) and guess != "item" else "",
        )
    return text


def _ref(leaf: Leaf, text: str, path: Path) -> Ref:
    return Ref(text, leaf.sections, path)


def _choice(leaf: Leaf, text: str, path: Path) -> str:
    wanted = " ".join(text.lower().split())
    if wanted not in leaf.options:
        raise NotValid("one of: " + ", ".join(leaf.options), "write one of these words", closest(wanted, leaf.options, 0.65))
    return wanted


def _date(leaf: Leaf, text: str, path: Path) -> date:
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    try:
        if match:
            return StatedDate(int(match[1]), int(match[2]), int(match[3])).at(path)
    except ValueError:
        raise NotValid(leaf.kind.value, "check the month and the day", wrong="is a day that is not in the calendar") from None
    raise NotValid(
        leaf.kind.value, "write four digits for the year, two for the month, two for the day: 2027-03-31", guessing.like_date(text)
    )


class StatedDate(date):
    """A day that knows where in the profile it stands."""

    path: Path = ()

    def at(self, path: Path) -> "StatedDate":
        """The same day, standing at `path`."""
        self.path = path
        return self


class StatedInt(int):
    """A whole number that knows where in the profile it stands; `trace` is set when templates may print it."""

    path: Path = ()
    trace: Any = None


def _whole(leaf: Leaf, text: str, path: Path) -> int:
    if not re.fullmatch(r"0|[1-9]\d{0,8}", text):
        raise NotValid(leaf.kind.value, "write digits only, without a leading zero, a point or a unit", guessing.like_whole(text))
    value = StatedInt(text)
    value.path = path
    return value


def _yesno(leaf: Leaf, text: str, path: Path) -> bool:
    if text.lower() not in YES + NO:
        raise NotValid("yes or no", "write yes or no")
    return text.lower() in YES


def _colour(leaf: Leaf, text: str, path: Path) -> str:
    if not re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
        raise NotValid(
            leaf.kind.value,
            'write # and six digits or letters a to f, in quotes: "#0b5c5c" (without quotes, # begins a comment)',
            guessing.like_colour(text),
        )
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))


def _file(leaf: Leaf, text: str, path: Path) -> str:
    parts = text.split("/")
    if "\\" in text or ":" in text or text.startswith("/") or ".." in parts or "" in parts:
        raise NotValid(leaf.kind.value, "put the file into the profile's folder and write its name, e.g. logo.svg or fonts/text.woff2")
    return text


def _language(leaf: Leaf, text: str, path: Path) -> str:
    if text.lower() not in LANGUAGES:
        raise NotValid(
            "the two letters of a language (ISO 639-1)",
            "write two letters: en for English, ar for Arabic, hi for Hindi",
            guessing.like_language(text),
        )
    return text.lower()


def _fact(leaf: Leaf, text: str, path: Path) -> Quantity | Said:
    try:
        return stated(quantity.parse_quantity(text), path)
    except NotAQuantity as problem:
        if re.fullmatch(r"\d{1,2}:\d+|\d{1,2}\s*[ap]\.?m\.?|[\d.,]+\s*[€£$₹]|(?:[€£$₹]|[A-Z]{3})\s*[\d.,]+( per .*)?", text):
            raise NotValid(leaf.kind.value, str(problem), guessing.like_amount(quantity.parse_quantity, text)) from None
        return _line(leaf, text, path)


def _amount(leaf: Leaf, text: str, path: Path) -> Quantity:
    return stated(_QUANTITIES[leaf.kind](text), path)


_QUANTITIES: Mapping[Kind, Callable[[str], Quantity]] = {
    Kind.DURATION: quantity.parse_duration,
    Kind.MOMENT: quantity.parse_moment,
    Kind.MONEY: quantity.parse_money,
    Kind.QUANTITY: quantity.parse_quantity,
}


_PARSERS: Mapping[Kind, Callable[[Leaf, str, Path], Any]] = {
    Kind.LINE: _line,
    Kind.PROSE: _prose,
    Kind.ID: _id,
    Kind.REF: _ref,
    Kind.CHOICE: _choice,
    Kind.DATE: _date,
    Kind.WHOLE: _whole,
    Kind.YESNO: _yesno,
    Kind.COLOUR: _colour,
    Kind.FILE: _file,
    Kind.LANGUAGE: _language,
    Kind.FACT: _fact,
    Kind.DURATION: _amount,
    Kind.MOMENT: _amount,
    Kind.MONEY: _amount,
    Kind.QUANTITY: _amount,
}

FITS: Mapping[Kind, tuple[type, ...]] = {
    Kind.DURATION: (quantity.Duration,),
    Kind.MOMENT: (quantity.Duration, quantity.TimeOfDay),
    Kind.MONEY: (quantity.Money,),
    Kind.QUANTITY: (quantity.Duration, quantity.TimeOfDay, quantity.Money, quantity.Percent, quantity.Rate, quantity.Score, quantity.Count),
}
"""Which facts may stand where a quantity of a kind is wanted."""
