"""There is one vision.

Looks at: sentences and headings that announce our vision, mission or credo, and whether what follows is the vision of the
profile.

Why: people can carry one sentence. Where a brochure has a second one, most remember neither.

To put it right: use the profile's sentence. If the other one is newer, change the profile, and every page follows.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.prose import sentences, words
from handbook.ruling import Case, Example, found, here
from handbook.subjects import Subjects, subjects

SEVERITY = "warning"
LIKE = 0.55
"""From this likeness on it is the vision itself, or a near copy that another rule tells of."""
PROFILE = "vision: {statement: Every guest leaves lighter than they came.}\n"
BAD = (
    Example(PROFILE, "Our vision is to be the leading hotel group of the region by 2030."),
    Example(PROFILE, "## Our mission\n\nWe deliver shareholder value through operational excellence."),
)
GOOD = (
    Example(PROFILE, "Our vision: Every guest leaves lighter than they came."),
    Example(PROFILE, "## Our vision\n\nEvery guest leaves lighter than they came."),
    Example(PROFILE, "Our vision is explained in the first chapter."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each text that announces another vision."""
    vision = case.profile.vision
    if not vision:
        return
    about = subjects(case.shipped["_claims.yaml"])
    for document in case.documents:
        if document.kind == "profile":
            continue
        heading: tuple[str, ...] = ()
        for block in document.blocks:
            for start, end in _announced(block, about, heading != block.headings):
                said = block.text[start:end].strip(" :\"'")
                if not _the_same(said, str(vision.statement)):
                    yield _finding(case, document, block, start, end)
            heading = block.headings


def _announced(block: Block, about: Subjects, first: bool) -> Iterator[tuple[int, int]]:
    """Where a block says what our vision is."""
    if block.quoted or block.kind in ("heading", "cell"):
        return
    above = block.headings[-1] if block.headings else ""
    spans = sentences(block.text)
    if first and above and _only(above, about) and spans and len(words(block.text[slice(*spans[0])])) >= 5:
        yield spans[0]
    for match in about.cue("visions-are").finditer(block.text):
        end = next((end for start, end in spans if start <= match.start() < end), len(block.text))
        told_elsewhere = about.cue("vision-elsewhere").match(block.text, match.end() + 1)
        if len(words(block.text[match.end() : end])) >= 5 and not told_elsewhere and not about.cue("history").inside(block.text):
            yield match.end() + (len(block.text[match.end() : end]) - len(block.text[match.end() : end].lstrip(" :"))), end


def _only(heading: str, about: Subjects) -> bool:
    said = [each.text for each in words(heading)]
    return 1 <= len(said) <= 3 and about.cue("visions").inside(heading) and (len(said) == 1 or about.cue("ours").inside(said[0]))


def _the_same(said: str, statement: str) -> bool:
    first, second = [each.text for each in words(said)], [each.text for each in words(statement)]
    return SequenceMatcher(None, first, second, False).ratio() >= LIKE or " ".join(second) in " ".join(first)


def _finding(case: Case, document: Document, block: Block, start: int, end: int) -> Finding:
    assert case.profile.vision
    return found(
        document.span(block, start, end),
        "another vision is announced here than the one in the profile",
        expected=str(case.profile.vision.statement),
        found=f'"{block.text[start:end][:160]}"',
        remedy="use the vision of the profile; if this one is newer, change the profile",
        related=(here(case, case.profile.vision.statement.path, "our vision is said here"),),
        about="vision.statement",
        quote=block.text[start:end],
    )
