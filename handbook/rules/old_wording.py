"""Vision, values and promises are quoted as they are worded today.

Looks at: sentences in chapters and documents that are almost, but not quite, the vision, what a value means, a promise or
a phrase that is a rule. Differences in figures alone are told by the rules about numbers.

Why: an older wording lives on in slides, adverts and e-mails, and people begin to ask which one holds.

To put it right: copy the wording of the profile, or in a chapter of your own print the message itself.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.near_copies import near_copies
from handbook.ruling import Case, Example, found, here

SEVERITY = "warning"
PROFILE = """
vision: {statement: Every guest leaves lighter than they came to us.}
guarantees:
  - id: quiet
    promise: You sleep in peace from ten to seven, or the night is on us.
    remedy: {what: The price of the night}
"""
BAD = (
    Example(PROFILE, "Every guest leaves happier than they came to us."),
    Example(PROFILE, "Our vision: *Each guest leaves lighter than they came to our house.*"),
    Example(PROFILE, "You sleep in peace from ten to seven, or you get a free drink from us."),
)
GOOD = (
    Example(PROFILE, "Every guest leaves lighter than they came to us."),
    Example(PROFILE, "Our vision: “Every guest leaves lighter than they came to us”."),
    Example(PROFILE, "Every guest gets a key when they come to us, and leaves it at the desk."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each sentence that is nearly a message of the profile."""
    for copy in near_copies(case):
        yield found(
            copy.document.span(copy.block, copy.start, copy.end),
            "this is almost, but not quite, what the profile says today",
            expected=copy.said,
            found=f'"{copy.block.text[copy.start : copy.end]}"',
            remedy="use the wording of the profile, or tell it in words of your own that nobody takes for a quotation",
            related=(here(case, copy.path, "this is how it is worded in the profile"),),
            about=case.dotted(copy.path),
            quote=copy.block.text[copy.start : copy.end],
        )
