"""Findings -> text for people, with the lines they are about; coloured where it goes to a screen."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import wrap

from handbook.columns import Lines, place, posix
from handbook.finding import RANK, Finding, Related, Severity, Span, in_order
from handbook.frame import Frame, cells, frames, seen

WIDTH, LINE, MARGIN = 120, 100, 10
"""Characters in a line of a report and of a file's line in it; on a narrow screen, how many fewer a file's line may have."""
COLOURS: dict[str, str] = {
    "error": "31",
    "warning": "33",
    "question": "36",
    "note": "2",
    "place": "1",
    "label": "2",
    "other": "32",
}
"""Colours of the terminal's own palette only, so that they can be read on light and dark backgrounds."""
NOTHING = "Nothing found: the profile can be built."


def as_text(findings: Sequence[Finding], texts: Mapping[str, str], colour: bool = False, width: int | None = None) -> str:
    """Every finding with place, code frame, what was expected and found, and what to do, in order; `texts` gives the files by name.

    With `width` (of a screen) long lines are broken to it; without, the first line of each finding stays whole, so that it
    can be searched for. `colour` adds the colours of a terminal, and a heading for each file where there are several.
    """
    page = _Page(Lines(texts), colour, min(max(width, 40), WIDTH) if width else None)
    ordered = in_order(tuple(findings))
    if not colour or len({each.span.file for each in ordered}) < 2:
        return "\n".join(page.finding(each) for each in ordered)
    groups = [(file, list(group)) for file, group in groupby(ordered, lambda each: each.span.file)]
    return "\n".join(page.heading(file, group) + "\n" + "\n".join(map(page.finding, group)) for file, group in groups)


def summary(findings: Sequence[Finding], colour: bool = False) -> str:
    """How many findings of which severity, in a sentence."""
    if not findings:
        return NOTHING
    return ", ".join(_paint(text, severity, colour) for severity, text in _counts(in_order(tuple(findings)))) + " found."


class _Page:
    """How a report looks: its lines, its colours, its width."""

    def __init__(self, lines: Lines, colour: bool, width: int | None) -> None:
        self.lines, self.colour, self.width = lines, colour, width

    def heading(self, file: str, findings: Sequence[Finding]) -> str:
        """A line above the findings of one file."""
        name, counts = seen(posix(file)), ", ".join(text for _, text in _counts(findings))
        room = (self.width or LINE) - cells(name) - len(counts) - 2
        rest = f" {'─' * room} {counts}" if room > 2 else f"\n  {counts}"
        return f"{self.paint(name, 'place')}{self.paint(rest, 'label')}\n"

    def finding(self, finding: Finding) -> str:
        """One finding as lines. Of a contradiction with a message of the profile both places come first, then what to do."""
        said = list(self.said(finding))
        related = [line for each in finding.related for line in self.related(each, finding)]
        rest = [*related, *said] if finding.about else [*said, *related]
        return "\n".join([*self.head(finding), *self.shown(finding), *rest]) + "\n"

    def head(self, finding: Finding) -> list[str]:
        """Place, severity, message and code; broken to the width of a screen."""
        start, code = f"{seen(place(finding.span))}:", f"[{finding.code}]"
        text = seen(f"{start} {finding.severity}: {finding.message} {code}")
        first, *more = _wrap(text, self.width, "  ") if self.width else [text]
        if first.startswith(f"{start} {finding.severity}:"):
            message = first.removeprefix(f"{start} {finding.severity}:")
            first = f"{self.paint(start, 'place')} {self.paint(f'{finding.severity}:', finding.severity)}{message}"
        lines = [first, *more]
        if lines[-1].endswith(code):
            lines[-1] = lines[-1].removesuffix(code) + self.paint(code, "label")
        return lines

    def shown(self, finding: Finding) -> list[str]:
        """The lines of the file, or the quoted words alone where they cannot be had."""
        drawn = self.frames(finding.span, "place" if finding.severity == "note" else finding.severity, bool(finding.quote))
        return drawn or ([f"  “{seen(finding.quote)}”"] if finding.span.part and finding.quote else [])

    def said(self, finding: Finding) -> Iterator[str]:
        """What was expected, found, perhaps meant, and what to do."""
        width = self.width or WIDTH
        told = (
            ("expected:", finding.expected),
            ("found:", finding.found),
            ("did you mean:", finding.guess),
            ("what to do:", finding.remedy),
        )
        for name, text in told:
            for number, line in enumerate(_wrap(seen(text), width - 16)):
                yield f"  {self.paint(name, 'label')}{' ' * (14 - len(name))}{line}" if not number else " " * 16 + line

    def related(self, related: Related, finding: Finding) -> list[str]:
        """A second place: what stands there, and its lines."""
        start = f"{seen(place(related.span))}:"
        text = f"  {start} {seen(related.label)}"
        first, *more = _wrap(text, self.width, "    ") if self.width else [text]
        return [first, *more, *self.frames(related.span, "other" if finding.about else "label", bool(finding.quote))]

    def frames(self, span: Span, style: str, words: bool) -> list[str]:
        """The lines of a place, the meant words and the ^ below them in one colour."""
        room = min(self.width - MARGIN, LINE) if self.width else LINE
        return [line for each in frames(span, self.lines, room, words) for line in self.frame(each, style)]

    def frame(self, frame: Frame, style: str) -> tuple[str, str]:
        """A line of a file and the line of ^ below it."""
        marked = self.paint(frame.marked, style)
        line = f"{self.paint(f'{frame.number:>5} |', 'label')} {frame.before}{marked}{frame.after}"
        spaces = frame.pointer.rstrip("^")
        return line, f"{self.paint('      |', 'label')} {spaces}{self.paint(frame.pointer.strip(), style)}"

    def paint(self, text: str, style: str) -> str:
        """A text in a colour, where colours are asked for."""
        return _paint(text, style, self.colour)


def _wrap(text: str, width: int, indent: str = "") -> list[str]:
    return wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _counts(findings: Sequence[Finding]) -> list[tuple[Severity, str]]:
    counts = [(severity, sum(each.severity == severity for each in findings)) for severity in RANK]
    return [(severity, f"{count} {severity}{'s' if count != 1 else ''}") for severity, count in counts if count]


def _paint(text: str, style: str, colour: bool) -> str:
    return f"\033[{COLOURS[style]}m{text}\033[0m" if colour and text else text
