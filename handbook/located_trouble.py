"""Findings about YAML that can be read but is a trap: too deep, too much, cut off, said twice."""

import re

from handbook.finding import Finding, Related, Span

DEPTH = 40


class TooMuch(Exception):
    """The text is a trap (too deep, too many repetitions); the finding says where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _trap(code: str, span: Span, message: str, remedy: str, found: str = "", expected: str = "") -> Finding:
    return Finding(code, "error", message, span, expected=expected, found=found, remedy=remedy)


def too_deep(span: Span) -> Finding:
    """Levels inside levels without end."""
    return _trap(
        "too-deep",
        span,
        f"more than {DEPTH} levels inside each other",
        "bring the lines back to the margin; a profile needs about six levels",
    )


def too_many(span: Span) -> Finding:
    """A few marks that unfold to more than can be held."""
    return _trap(
        "too-many-repetitions",
        span,
        "the references (* and &) in this file unfold to more text than a profile can hold",
        "write the text where it is needed, or use a fact and refer to it as {name}",
    )


def cyclic(span: Span, name: str) -> Finding:
    """A mark that stands inside the part it names."""
    return _trap(
        "refers-to-itself",
        span,
        f"*{name} stands inside the part it refers to, so it would never end",
        f"take *{name} out, or write the text in its place",
    )


def unknown_alias(span: Span, name: str) -> Finding:
    """A text that begins with a star."""
    return _trap(
        "unknown-mark",
        span,
        f"*{name} refers to a mark that is not in this file",
        f"put the text in quotes if it should begin with a star, or set the mark &{name} before it",
    )


def second_document(span: Span) -> Finding:
    """A line of three hyphens in the middle."""
    return _trap(
        "second-document",
        span,
        "the line --- begins a second document in the same file",
        "delete the line, or move what follows into a file of its own",
    )


def strange_key(span: Span) -> Finding:
    """A list or block in the place of a name."""
    return _trap(
        "strange-name",
        span,
        "a list or block stands where a name belongs",
        "write name: value; put the name in quotes if it begins with [ or {",
        expected="a name, then a colon",
    )


def merge(span: Span) -> Finding:
    """The << of other programs, which profiles do not have."""
    return _trap(
        "taken-over",
        span,
        "<< does not take over fields from another place here",
        "write the fields themselves; say a value that is used twice once, as a fact",
        expected="the name of a field",
        found='"<<"',
    )


def cut_off(span: Span, cut: re.Match[str]) -> Finding:
    """A text that loses what stands behind a #."""
    column = span.end_column + len(cut[1])
    place = Span(span.file, span.end_line, column, span.end_line, column + len(cut[2]))
    nothing = (span.line, span.column) == (span.end_line, span.end_column)
    message = "nothing stands here, because # begins a comment" if nothing else "the value ends before this #, because # begins a comment"
    whole = f': "{cut[2]}"' if nothing else ""
    return _trap(
        "cut-off",
        place,
        message,
        f"put the whole value in quotes{whole}; for a comment, write a space behind the #",
        expected="the whole value in quotes",
        found=cut[2],
    )


def not_an_item(span: Span, text: Span) -> Finding:
    """A hyphen that was swallowed by the text above it."""
    return Finding(
        "item-in-a-text",
        "error",
        "this line continues the text above, although it begins with a hyphen",
        span,
        expected="a hyphen below the hyphen of its neighbours",
        found="a hyphen further in",
        remedy="move it below the hyphen above; for a text with a list in it, begin the text with | on the line of its name",
        related=(Related(text, "the text begins here"),),
    )
