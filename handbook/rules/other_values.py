"""There is one set of values.

Looks at: texts that count our values, pillars or principles, or list them by name ("our values are …", a list below the
heading "Our values"), and compares number and names with the values of the profile.

Why: two sets under different names tell people that neither is meant. It is the most common contradiction between a careers
page and a handbook.

To put it right: name the profile's values, in their order. If the other text has the newer set, change the profile.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.mentions import Mention, scanner
from handbook.prose import stem, vocabulary, words
from handbook.quantity import Count
from handbook.ruling import Case, Example, found, here
from handbook.subjects import Subjects, subjects

SEVERITY = "error"
APART = 8
"""Words between a list and the word for values at the most."""
PROFILE = """
values:
  - {id: warmth, name: Warmth, means: People feel expected.}
  - {id: honesty, name: Honesty, means: We say what is so.}
  - {id: safety, name: Safety, means: Nobody is hurt.}
"""
BAD = (
    Example(PROFILE, "Our five values guide everything we do."),
    Example(PROFILE, "Our values are speed, growth and warmth."),
    Example(PROFILE, "## Our values\n\n- Passion\n- Innovation\n- Results"),
    Example(PROFILE, "We believe in four pillars: Passion, Innovation, Results and Pride."),
    Example(PROFILE, "The values on which our house is built are comfort, speed and savings."),
    Example(PROFILE, "We live by courage, curiosity and growth, the values of our house."),
)
GOOD = (
    Example(PROFILE, "Our three values guide everything we do."),
    Example(PROFILE, "Our values are warmth, honesty and safety."),
    Example(PROFILE, "## Our values\n\n- Warmth\n- Honesty\n- Safety"),
    Example(PROFILE, "Our values help guests, colleagues and neighbours."),
    Example(PROFILE, "We looked at five properties and the values of their rooms."),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each text that counts or lists other values."""
    if not case.profile.values:
        return
    about = subjects(case.shipped["_claims.yaml"])
    names = {stem(word.text) for value in case.profile.values for word in words(str(value.name))}
    for document in case.documents:
        listed: list[Block] = []
        for block in document.blocks:
            if document.kind == "profile" and block.path[:1] == ("values",):
                continue
            yield from _counted(case, document, block, about)
            yield from _named(case, document, block, names, about)
            if block.kind == "item" and _is_ours(" ".join([block.intro, *block.headings[-1:]]), about):
                listed.append(block)
        yield from _listed(case, document, listed, names)


def _is_ours(text: str, about: Subjects) -> bool:
    """Whether a heading or a lead-in announces our values."""
    said = [each.text for each in words(text)]
    return len(said) <= 8 and about.cue("our-values").inside(text)


def _counted(case: Case, document: Document, block: Block, about: Subjects) -> Iterator[Finding]:
    if not about.cue("value-words").inside(block.text) or block.quoted or any(about.cue("others").inside(each) for each in block.headings):
        return
    for mention in scanner(case.shipped["_quantities.yaml"]).scan(block.text):
        if isinstance(mention.low, Count) and mention.low.amount != len(case.profile.values) and _ours(case, block.text, mention, about):
            yield _finding(
                case,
                document,
                block,
                mention.start,
                mention.end,
                f"{mention.low} here, and {len(case.profile.values)} values in the profile",
            )


def _ours(case: Case, text: str, mention: Mention, about: Subjects) -> bool:
    counted = str(getattr(mention.low, "of", ""))
    last = counted.split()[-1:] or [""]
    before, after = text[max(mention.start - 24, 0) : mention.start], text[mention.end : mention.end + 40]
    if not about.cue("value-words").inside(last[0]) or of_somebody_else(about, text):
        return False
    return _speaks_of_us(case, f"{before} {after}", about)


def _named(case: Case, document: Document, block: Block, names: set[str], about: Subjects) -> Iterator[Finding]:
    """Values listed in a sentence: behind *our values are*, or right beside *the values of our house*."""
    if block.quoted or not (about.cue("value-words").inside(block.text) or about.cue("values-are").inside(block.text)):
        return
    for match in about.cue("values-are").finditer(block.text):
        end = min((place for mark in ".;!?" if (place := block.text.find(mark, match.end())) >= 0), default=len(block.text))
        yield from _strange(case, document, block, match.end(), end, names, about)
        return
    ours = _speaks_of_us(case, block.text, about)
    if of_somebody_else(about, block.text):
        return
    for match in case.once("listed", lambda _: _list_of(about)).finditer(block.text):
        if _beside_values(block.text, match, about) and (ours or _in_capitals(match[0])):
            yield from _doubted(_strange(case, document, block, _begin(match, about), match.end(), names, about))


def _strange(case: Case, document: Document, block: Block, start: int, end: int, names: set[str], about: Subjects) -> Iterator[Finding]:
    """A finding where names listed between two places are not those of our values."""
    listed = [each for each in _split(block.text[start:end], about) if each and not about.cue("ours").inside(each)]
    strange = [each for each in listed if not names & {stem(word.text) for word in words(each)}]
    if len(listed) >= 2 and strange and all(len(each.split()) <= 3 for each in listed):
        first = block.text.index(strange[0], start)
        last = block.text.index(strange[-1], first) + len(strange[-1])
        yield _finding(case, document, block, first, last, f"these values are not those of the profile: {', '.join(strange)}")


def _doubted(findings: Iterator[Finding]) -> Iterator[Finding]:
    """The same as warnings: a list beside the word for values may be part of them only."""
    yield from (replace(each, severity="warning") for each in findings)


def _list_of(about: Subjects) -> re.Pattern[str]:
    """An expression for *comfort, speed and savings*, made from the language's words for *and*."""
    ands = "|".join(re.escape(each) for each in about.forms("listing-and"))
    item = r"[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?"
    return re.compile(rf"(?:{item}, ){{1,5}}{item},? (?:{ands}) [^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?")


def _beside_values(text: str, match: re.Match[str], about: Subjects) -> bool:
    """Whether a list stands right before or behind the word for values, with nothing between that makes it another list."""
    start = _begin(match, about)
    for word in about.cue("value-words").finditer(text):
        between = text[match.end() : word.start()] if word.start() >= match.end() else text[word.end() : start]
        if word.end() <= start or word.start() >= match.end():
            joined = between.strip().endswith(about.forms("between-values")) if word.end() <= start else _leads(between, about)
            if joined and len(words(between)) <= APART:
                return True
    return False


def _leads(between: str, about: Subjects) -> bool:
    """Whether what stands between a list and *values* behind it makes the list one of values: a comma, a colon, *are the*."""
    return between.startswith((",", ":", " \u2013")) or between.strip().lower().startswith(about.forms("between-values"))


def _in_capitals(text: str) -> bool:
    """Whether at least two things of a list are written with a capital, as names are."""
    return sum(word[:1].isupper() for word in text.split()) > 1


def _begin(match: re.Match[str], about: Subjects) -> int:
    """Where a list begins, without the word that leads to it."""
    lead = match[0].split()[0]
    return match.start() + (len(lead) + 1) * (lead.lower() in about.forms("between-values"))


def _speaks_of_us(case: Case, text: str, about: Subjects) -> bool:
    own = {word.text for name in (case.profile.organisation.name, case.profile.organisation.short_name or "") for word in words(str(name))}
    return any(about.cue(name).inside(text) for name in ("ours", "living-by")) or bool(own & vocabulary(text))


def _split(text: str, about: Subjects) -> list[str]:
    flat = text.strip(" :\"'")
    for each in about.forms("joining"):
        flat = flat.replace(each, ",")
    return [each.strip(" \"'") for each in flat.split(",")]


def _listed(case: Case, document: Document, items: list[Block], names: set[str]) -> Iterator[Finding]:
    heads = [(block, block.text.split(":")[0].split(" - ")[0].split(" – ")[0].split(". ")[0].strip(" .")) for block in items]
    heads = [(block, head) for block, head in heads if 0 < len(head.split()) <= 4]
    strange = [(block, head) for block, head in heads if not names & {stem(word.text) for word in words(head)}]
    if len(heads) >= 2 and len(heads) == len(items) and strange:
        block, head = strange[0]
        wrong = ", ".join(each for _, each in strange)
        yield _finding(case, document, block, 0, len(head), f"these values are not those of the profile: {wrong}")


def _finding(case: Case, document: Document, block: Block, start: int, end: int, message: str) -> Finding:
    values = ", ".join(str(each.name) for each in case.profile.values)
    return found(
        document.span(block, start, end),
        message,
        expected=f"{len(case.profile.values)} values: {values}",
        found=f'"{block.text[:160]}"',
        remedy="name the values of the profile, in their order; if this set is the newer one, change the profile",
        related=(here(case, ("values", 0), "the values begin here in the profile"),),
        about="values",
        quote=block.text[start:end],
    )
