"""Places and messages as other programs want them. Findings count lines and characters from 1; others count UTF-16 units or bytes."""

from collections.abc import Mapping

from handbook.finding import Finding, Span


class Lines:
    """The lines of files by name, each file cut once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._cut: dict[str, list[str]] = {}

    def __call__(self, file: str, number: int) -> str:
        """One line of a file without its end; empty where the file or the line is not known."""
        if file not in self._cut:
            self._cut[file] = self._texts.get(file, "").split("\n")
        lines = self._cut[file]
        return lines[number - 1] if 0 < number <= len(lines) else ""


def utf16(line: str, column: int) -> int:
    """A column in UTF-16 units, as most editors and SARIF count it."""
    return column + sum(each > "\uffff" for each in line[: column - 1])


def utf8(line: str, column: int) -> int:
    """A column in UTF-8 bytes, as rdjson counts it."""
    return column + len(line[: column - 1].encode("utf-8", "replace")) - len(line[: column - 1])


def posix(file: str) -> str:
    """A file's name with forward slashes, also where it was given with backward ones."""
    return file.replace("\\", "/")


def place(span: Span) -> str:
    """A place for people: file, line and column, or file and part where the file has no lines of its own."""
    return f"{posix(span.file)}, {span.part}" if span.part else f"{posix(span.file)}:{span.line}:{span.column}"


def whole(finding: Finding) -> str:
    """All that a finding says, on several lines: part and quoted words where there are no lines, second places, what to do."""
    span = finding.span
    words = [f"“{finding.quote}”"] if span.part and finding.quote else []
    related = [f"{place(each.span)}: {each.label}" for each in finding.related]
    said = (("expected", finding.expected), ("found", finding.found), ("did you mean", finding.guess), ("what to do", finding.remedy))
    start = f"{span.part}: " if span.part else ""
    return "\n".join([start + finding.message, *words, *related, *(f"{name}: {text}" for name, text in said if text)])
