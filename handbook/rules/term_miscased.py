"""Names have their capitals.

Looks at: every text, for names of the organisation, its places, roles and teams that are written without the capitals
that the profile gives them. For roles and teams this holds where the profile itself keeps the capitals in the middle of
sentences. Capitals all through, addresses, and the first word of a sentence do not count.

Why: a name in small letters reads like any word. "the duty manager" may be anybody; "the Duty Manager" has a telephone.

To put it right: write the name as the profile does; or write it small in the profile, if that is how you want it.
"""

from collections.abc import Iterator

from handbook.declare import Path
from handbook.finding import Finding
from handbook.glossary import Use, loud, tables_of, uses
from handbook.prose import words
from handbook.rewording import Change
from handbook.rules._wording import worded
from handbook.ruling import Case, Example

SEVERITY = "note"
_NAMES = "organisation: {name: Al Noor Hotels, short-name: Al Noor}\nroles: {dm: {title: Duty Manager, reach: The Duty Manager is on ext. 900}}\n"
BAD = (
    Example(_NAMES, "A night at al noor begins at the door."),
    Example(_NAMES, "Please call the duty manager."),
)
GOOD = (
    Example(_NAMES, "AL NOOR\n\nAl Noor welcomes you. Write to info@al-noor.example, or call the Duty Manager."),
    Example("organisation: {name: Sunrise}\n", "We open at sunrise."),
    Example("roles: {dm: {title: Duty manager, reach: The duty manager is on ext. 900}}\n", "Please call the duty manager."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each name without its capitals."""
    kept = _kept(case)
    for use in uses(case, "name"):
        path, name = use.hit.entry.path, use.hit.entry.phrase
        if use.document.kind == "profile" or not _small(use.words, name) or not loud(case, use):
            continue
        organisation = path[0] == "organisation"
        if organisation and len(words(name)) == 1 and not any(letter.isupper() for letter in name[1:]) and not _named_by_context(case, use):
            continue
        if organisation or path in kept:
            right = name + use.words[len(name) :]
            yield worded(
                case,
                use,
                f'"{use.words}" is written "{name}" in the profile',
                path,
                "the name is written so here",
                Change(use.hit.start, use.hit.end, right),
                severity="warning" if organisation else "note",
                expected=f'"{right}"',
                remedy=f'write "{right}"',
            )


def _small(written: str, name: str) -> bool:
    """Whether a name lacks a capital that it has in the profile; capitals all through are no lack."""
    mine, own = words(written), words(name)
    if written.isupper() or len(mine) != len(own):
        return False
    return any(
        letter.isupper() and not written[here.start : here.end][place : place + 1].isupper()
        for here, there in zip(mine, own, strict=True)
        for place, letter in enumerate(name[there.start : there.end])
    )


def _kept(case: Case) -> set[Path]:
    """Names whose capitals the profile keeps in the middle of its own sentences, and never leaves out there."""
    large: set[Path] = set()
    small: set[Path] = set()
    for use in uses(case, "name"):
        if use.document.kind == "profile" and use.block.path != use.hit.entry.path and use.hit.start:
            (small if _small(use.words, use.hit.entry.phrase) else large).add(use.hit.entry.path)
    return large - small


def _named_by_context(case: Case, use: Use) -> bool:
    """Whether a name of one word stands where only a name can: "at lumera", "lumera's guests"."""
    tables, text = tables_of(case), use.block.text
    before = [each.text for each in words(text[: use.hit.start])][-1:]
    after = words(text[use.hit.end :].lstrip())[:1]
    free = (
        not text[use.hit.end :].strip()
        or not text[use.hit.end :].lstrip()[:1].isalnum()
        or (after and tables.has("small words", after[0].text))
    )
    return bool(before) and tables.has("before a name", before[0]) and bool(free)
