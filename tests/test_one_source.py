"""One message, one source: every leaf of the example that speaks to people is changed, and every page follows."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from handbook.declare import Kind, Said
from handbook.declare import Path as Way
from handbook.disk import read_sources
from handbook.edition import Edition, compose
from handbook.leaves import StatedInt
from handbook.markup import prose_html
from handbook.notes import Placed
from handbook.quantity import Count, Duration, Money, Percent, Rate, Score, Stated, TimeOfDay, parse_quantity
from handbook.references import transform
from handbook.report import as_text
from handbook.sources import Source, Sources
from handbook.speaking import date_in_words

EXAMPLE = Path(__file__).parent.parent / "org_profiles" / "al-noor"
TOGETHER = 60
"""At most so many leaves are changed in one composition; leaves whose texts contain each other never together."""


@dataclass(frozen=True)
class Change:
    """One leaf with what it shows before and after."""

    leaf: Placed
    written: str
    old: str
    new: str


def visible(markup: str) -> str:
    """The words that people read in a piece of Markdown or HTML, in lower case, white space folded."""
    text = unescape(re.sub(r"<[^>]*>", " ", markup))
    return " ".join(text.lower().split())


def shown(edition: Edition) -> dict[Way, str]:
    """What each leaf looks like on a page, by its path."""
    seen: dict[Way, str] = {}

    def note(leaf: object) -> object:
        match leaf:
            case Said():
                seen[leaf.path] = visible(prose_html(str(leaf))) if leaf.prose else visible_line(str(leaf))
            case Stated():
                seen[leaf.path] = visible_line(str(leaf))
            case date():
                seen[leaf.path] = visible_line(date_in_words(leaf))  # type: ignore[attr-defined]
            case StatedInt():
                seen[leaf.path] = str(leaf)
        return leaf

    transform(edition.profile, note)
    return seen


def visible_line(text: str) -> str:
    return " ".join(text.lower().split())


def another(leaf: Placed, number: int) -> tuple[str, str]:
    """A value of the same kind that stands nowhere else: as written in the profile, and as shown."""
    if leaf.kind is Kind.DATE:
        day = date(2051, 1, 1) + timedelta(days=number)
        return day.isoformat(), date_in_words(day).lower()
    if leaf.kind is Kind.WHOLE:
        return str(700000 + number), str(700000 + number)
    if leaf.kind in (Kind.LINE, Kind.PROSE):
        return f"zq{number}q now reads so", f"zq{number}q now reads so"
    try:
        quantity = parse_quantity(leaf.text)
    except ValueError:
        return f"zq{number}q", f"zq{number}q"
    changed = _another_quantity(quantity, number)
    return str(changed), str(changed).lower()


def _another_quantity(quantity: object, number: int) -> Stated:
    amount = 700000 + number
    match quantity:
        case TimeOfDay():
            return replace(quantity, hour=number // 60 % 4, minute=number % 60)
        case Score():
            return Score(amount, amount + 1)
        case Duration() | Money() | Percent() | Rate() | Count():
            return replace(quantity, amount=amount)
    raise AssertionError(quantity)


def changed(sources: Sources, changes: list[Change]) -> Sources:
    """The sources with other values at the places of the leaves; nothing else is touched."""
    by_file: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_file[change.leaf.span.file].append(change)
    return replace(sources, documents=tuple(_edited(each, by_file.get(each.file, [])) for each in sources.documents))


def _edited(source: Source, changes: list[Change]) -> Source:
    lines = source.text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    text = source.text
    for change in sorted(changes, key=lambda each: each.leaf.span, reverse=True):
        span = change.leaf.span
        start, end = starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
        text = text[:start] + json.dumps(change.written) + ("\n" if span.end_column == 1 and span.end_line > span.line else "") + text[end:]
    return replace(source, text=text)


def confusable(one: Change, other: Change) -> bool:
    """Whether what one change takes away or brings in could be counted for the other."""
    return one.old in other.old or other.old in one.old or times(one.old, other.new) > 0 or times(other.old, one.new) > 0


def batches(changes: list[Change]) -> list[list[Change]]:
    """Groups of changes that cannot be confused with each other."""
    groups: list[list[Change]] = []
    for change in sorted(changes, key=lambda each: -len(each.old)):
        for group in groups:
            if len(group) < TOGETHER and not any(confusable(change, each) for each in group):
                group.append(change)
                break
        else:
            groups.append([change])
    return groups


def times(words: str, text: str) -> int:
    """How often words stand in a text on their own, not as a part of longer words or numbers."""
    count = text.count(words)
    return len(re.findall(rf"(?<![\w,.]){re.escape(words)}(?!\w)", text)) if count and len(words) < 25 else count


@dataclass
class Words:
    """The words of each page of an edition, and which leaves it says."""

    edition: Edition

    def __post_init__(self) -> None:
        self.text = {page.path: visible(f"{page.title} . {page.summary} . {page.body}") for page in self.edition.pages}
        self.says = {page.path: page.says for page in self.edition.pages}


@pytest.mark.xdist_group("one-source")
def test_every_speaking_leaf_is_followed_by_every_page(record_property: Callable[[str, object], None]) -> None:
    """Changes each leaf of the example once: each page that said the old text says the new one, and none says the old."""
    sources = read_sources(EXAMPLE)
    before = compose(sources).edition
    assert before
    displays = shown(before)
    kept_back = drafts(before)
    speaking = [leaf for leaf in before.leaves if leaf.speaks and leaf.path[:2] not in kept_back]
    changes = [Change(leaf, *_pair(leaf, number, displays)) for number, leaf in enumerate(speaking)]
    base = Words(before)
    every_old = [change.old for change in changes]
    problems: list[str] = []
    for group in batches(changes):
        sources_after = changed(sources, group)
        composed = compose(sources_after)
        assert composed.edition, as_text(composed.findings, {each.file: each.text for each in sources_after.documents})
        after = Words(composed.edition)
        for change in group:
            problems += _compare(change, base, after, every_old)
    uses = sum(len(page.says) for page in before.pages)
    record_property(
        "figure", f"{len(changes)} of {len(speaking)} speaking leaves changed; {uses} uses on {len(before.pages)} pages followed"
    )
    assert not problems, f"{len(problems)} problems:\n" + "\n".join(problems[:40])


def drafts(edition: Edition) -> set[Way]:
    """The records that are not published: what they say is on no page."""
    return {
        leaf.path[:2] for leaf in edition.leaves if leaf.path[-1] == "status" and len(leaf.path) == 3 and leaf.text in ("draft", "retired")
    }


def _pair(leaf: Placed, number: int, displays: dict[Way, str]) -> tuple[str, str, str]:
    written, new = another(leaf, number)
    return written, displays[leaf.path], new


def _compare(change: Change, base: Words, after: Words, every_old: list[str]) -> list[str]:
    place = ".".join(map(str, change.leaf.path))
    saying = [path for path, says in base.says.items() if change.leaf.path in says]
    if not saying:
        return [f"{place}: no page says it: {change.old!r}"]
    alone = len(change.old) >= 25 and sum(change.old in each for each in every_old) == 1
    problems = []
    for path, text in base.text.items():
        moved = after.text.get(path, "")
        gained, lost = times(change.new, moved), times(change.old, text) - times(change.old, moved)
        if path in saying and not gained and not _folded(change, base, path):
            problems.append(f"{place}: {path} said {change.old!r} and does not say the new text")
        if gained > lost:
            problems.append(f"{place}: {path} says the new text {gained} times, but the old one went only {lost} times: {change.old!r}")
        if alone and change.old in moved:
            problems.append(f"{place}: {path} still says {change.old!r}")
    return problems


def _folded(change: Change, base: Words, path: str) -> bool:
    """Whether the page only used the leaf without showing it (a condition, an anchor, an attribute)."""
    return change.old not in base.text[path]
