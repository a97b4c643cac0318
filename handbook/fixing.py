"""Texts and the edits of findings -> new texts, every other character as it was. Markdown and YAML only."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from handbook import fixing_markdown, fixing_yaml
from handbook.changes import Change, changed
from handbook.finding import Edit, Finding

GONE = "the file has changed since it was checked; check it again"
OTHER_FORMAT = "only Markdown and YAML are changed from here; open this file in its own program and change it there"
NOT_UTF_8 = 'this file is not saved as UTF-8; save it again with the encoding "UTF-8", then check again'
NO_FILE = "it stands in a page that is made from the profile and the chapters; change it there"
OVERLAPS = "another change takes the same words; check again after it"
_REWRITE = {
    ".yaml": fixing_yaml.rewrite,
    ".yml": fixing_yaml.rewrite,
    ".md": fixing_markdown.rewrite,
    ".markdown": fixing_markdown.rewrite,
}
_BREAK = re.compile(r"\r\n|\r")


@dataclass(frozen=True)
class Left:
    """An edit that was not made, and why, in a sentence for people."""

    edit: Edit
    because: str


@dataclass(frozen=True)
class Fixed:
    """A text after edits: those that were made, and those that were not."""

    text: str
    made: tuple[Edit, ...] = ()
    left: tuple[Left, ...] = ()


@dataclass(frozen=True)
class Mended:
    """Files after the edits of findings. `texts` holds those that are different now; `left` says why a finding was not mended."""

    texts: Mapping[str, str] = field(default_factory=dict)
    fixed: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


def mend(findings: Iterable[Finding], texts: Mapping[str, str]) -> Mended:
    """The files after every finding that can be mended. A finding is mended with all of its edits or not at all.

    `texts` gives each file as it is stored: its own ends of lines, its byte order mark if it has one.
    """
    asked = [each for each in findings if each.edits]
    active = asked
    left: dict[Finding, str] = {}
    while True:
        files = {file: apply(texts[file], _edits(active, file)) for file in _files(active) if file in texts}
        refused = {each.edit: each.because for file in files.values() for each in file.left}
        refused |= {edit: _missing(edit) for finding in active for edit in finding.edits if edit.span.file not in texts}
        lost = {finding: _reason(finding, refused) for finding in active if any(edit in refused for edit in finding.edits)}
        left |= lost
        active = [each for each in active if each not in lost]
        if not any(edit not in refused for finding in lost for edit in finding.edits):
            break
    new = {file: fixed.text for file, fixed in sorted(files.items()) if fixed.text != texts[file]}
    return Mended(new, tuple(active), tuple((each, left[each]) for each in asked if each in left))


def _missing(edit: Edit) -> str:
    """Why there is no text for the file of an edit."""
    if "." not in edit.span.file.rsplit("/", 1)[-1]:
        return NO_FILE
    return NOT_UTF_8 if _ending([edit]) in _REWRITE else OTHER_FORMAT


def _files(findings: list[Finding]) -> list[str]:
    return sorted({edit.span.file for finding in findings for edit in finding.edits})


def _edits(findings: list[Finding], file: str) -> list[Edit]:
    return [edit for finding in findings for edit in finding.edits if edit.span.file == file]


def _reason(finding: Finding, refused: Mapping[Edit, str]) -> str:
    return next(refused[edit] for edit in finding.edits if edit in refused)


def apply(text: str, edits: Iterable[Edit]) -> Fixed:
    """A text after its edits. Of two that take the same words the first is made; the other is left, and so is what would break the text."""
    edits = list(dict.fromkeys(edits))
    bom = text[: text.startswith("\ufeff")]
    plain = _BREAK.sub("\n", text[len(bom) :])
    left: dict[Edit, str] = {}
    asked = _asked(plain, edits, left)
    rewrite = _REWRITE.get(_ending(edits))
    outcome = rewrite(plain, [*asked.values()]) if rewrite and asked else None
    left |= {edit: outcome.refused[change] for edit, change in asked.items() if outcome and change in outcome.refused}
    new = bom + _written(text[len(bom) :], outcome.made) if outcome and outcome.made else text
    made = tuple(each for each in edits if each not in left)
    return Fixed(new, made, tuple(Left(each, left[each]) for each in edits if each in left))


def _ending(edits: list[Edit]) -> str:
    name = edits[0].span.file.rsplit("/", 1)[-1].lower() if edits else ""
    return "." + name.rsplit(".", 1)[-1]


def _asked(plain: str, edits: list[Edit], left: dict[Edit, str]) -> dict[Edit, Change]:
    """The changes that edits ask for, those left out that have no place or take the words of an earlier one."""
    starts = [0, *(match.end() for match in re.finditer("\n", plain))]
    ends = [*starts[1:], len(plain) + 1]
    asked: dict[Edit, Change] = {}
    for edit in edits:
        change = _change(edit, starts, ends)
        if edit.span.part or _ending([edit]) not in _REWRITE:
            left[edit] = OTHER_FORMAT
        elif change is None:
            left[edit] = GONE
        elif any(_overlap(change, other) for other in asked.values()):
            left[edit] = OVERLAPS
        else:
            asked[edit] = change
    return asked


def _change(edit: Edit, starts: list[int], ends: list[int]) -> Change | None:
    span = edit.span
    if not 1 <= span.line <= span.end_line <= len(starts) or span.column < 1 or span.end_column < 1:
        return None
    start, end = starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
    return Change(start, end, edit.text) if start <= end and start < ends[span.line - 1] and end < ends[span.end_line - 1] else None


def _overlap(one: Change, other: Change) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _written(stored: str, changes: Sequence[Change]) -> str:
    """The text as stored after changes that count a line's end as one character; new ends of lines are like those around them."""
    double = [match.start() - number for number, match in enumerate(re.finditer("\r\n", stored))]

    def place(offset: int) -> int:
        return offset + bisect_left(double, offset)

    def like(change: Change) -> str:
        old = stored[place(change.start) : place(change.end)]
        usual = next(iter(re.findall(r"\r\n|\r|\n", old) or re.findall(r"\r\n|\r|\n", stored)), "\n")
        return change.text.replace("\n", usual)

    return changed(stored, [Change(place(each.start), place(each.end), like(each)) for each in changes])
