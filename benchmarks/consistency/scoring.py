"""What a checker's findings are worth: which seeds they found, which are false, and how exact their places are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.consistency.checker import Found
from benchmarks.consistency.seeding import Seed
from benchmarks.consistency.text_formats import Place

WIDE = ("defined-twice", "two-value-sets", "segment", "leader-exempt", "authority", "superseded", "escape", "expired")
"""Kinds in which the whole sentence contradicts, so that a finding may point at any part of it."""
LOUD = ("error", "warning")
BOUND = frozenset(
    "a about after an and should too approximately around as at before by every for from him in inside is it just latest least less more most never no"
    " not of on only or our over than the their them to under until up us we within without worth you your up-to more-than".split()
)
"""Words at the edge of a quote that may be in or out."""


PER = re.compile(r" (?:a|an|per|each) [\w ]+$")


@dataclass(frozen=True)
class Verdict:
    """A finding and what it is: "right", "other" (at a seed, but another rule or message), "false".

    `seed` is what it was held against, if anything; `text_right` and `exact` tell whether its words are the words that stand at
    its place, and whether they are the seeded words.
    """

    found: Found
    verdict: str
    seed: Seed | None = None
    exact: bool = False


@dataclass
class Score:
    """All verdicts so far, and which seeds were found."""

    seeds: list[Seed] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    hit: dict[Seed, Verdict] = field(default_factory=dict)

    def precision(self, severities: Sequence[str]) -> tuple[int, int]:
        """How many findings of these severities are right, and how many are right or false."""
        judged = [each for each in self.verdicts if each.found.severity in severities and each.verdict != "other"]
        return sum(each.verdict == "right" for each in judged), len(judged)

    def of_kind(self, kind: str, half: str = "") -> tuple[int, int]:
        """How many seeds of a kind were found, and how many there are."""
        seeds = [seed for seed in self.seeds if not seed.quiet and seed.kind == kind and half in ("", seed.half)]
        return sum(seed in self.hit for seed in seeds), len(seeds)


def judge(
    score: Score, seeds: Sequence[Seed], findings: Iterable[Found], codes: Mapping[str, Sequence[str]], known: Iterable[Found]
) -> None:
    """Adds one run to the score. `known` are findings that the clean profile gives anyway; they were judged with it."""
    score.seeds += seeds
    old_ones = {(each.code, each.file, each.about, each.quote) for each in known}
    for found in findings:
        if (found.code, found.file, found.about, found.quote) in old_ones:
            continue
        verdict = verdict_of(found, seeds, codes)
        score.verdicts.append(verdict)
        if verdict.verdict == "right" and verdict.seed is not None:
            old = score.hit.get(verdict.seed)
            if old is None or (verdict.exact and not old.exact):
                score.hit[verdict.seed] = verdict


def verdict_of(found: Found, seeds: Sequence[Seed], codes: Mapping[str, Sequence[str]]) -> Verdict:
    """What one finding is worth."""
    near = [seed for seed in seeds if seed.file == found.file and touches(found, seed)]
    for seed in near:
        if not seed.quiet and found.code in codes.get(seed.kind, ()) and names(found.about, seed) and points(found, seed):
            return Verdict(found, "right", seed, exact(found, seed))
    beside = next((seed for seed in near if not seed.quiet), None)
    if beside is not None:
        return Verdict(found, "other", beside)
    return Verdict(found, "false", next(iter(near), None))


def touches(found: Found, seed: Seed) -> bool:
    """Whether a finding is about this seed's sentence or record at all."""
    if seed.format == "profile":
        lines = [found.place[0], *(line for name, line in found.related if name == seed.file)]
        inside = seed.sentence is not None and any(seed.sentence[0] <= line <= seed.sentence[2] for line in lines)
        beside = any(found.about.startswith(path) for path in seed.also)
        return inside or beside or bool(found.about and seed.about and names(found.about, seed))
    if seed.sentence is not None:
        return overlap(found.place, seed.sentence)
    return (bool(found.quote) and simple(found.quote) in simple(seed.text)) or simple(seed.text) in simple(found.quote)


def points(found: Found, seed: Seed) -> bool:
    """Whether a finding points at the words that contradict."""
    if seed.format == "profile" or seed.kind in WIDE:
        return True
    if seed.marks:
        return any(overlap(found.place, mark) for mark in seed.marks)
    return any(
        simple(found.quote) in simple(word) or simple(word) in simple(found.quote) or _share(found.quote, word) for word in seed.words
    )


def _share(quote: str, word: str) -> bool:
    """Whether the end of one is the beginning of the other, by whole words."""
    left, right = simple(quote).split(), simple(word).split()
    return any(left[-size:] == right[:size] or right[-size:] == left[:size] for size in range(1, min(len(left), len(right)) + 1))


def exact(found: Found, seed: Seed) -> bool:
    """Whether the finding's place (or its words, where a format has no lines) is that of the seeded words, give or take bound words."""
    if seed.format == "profile":
        return bool(found.about)
    if seed.kind in WIDE:
        return bool(found.quote) and simple(found.quote) in simple(seed.text)
    same = any(edgeless(found.quote) == edgeless(part) for word in seed.words for part in (word, word.split(",")[0], PER.sub("", word)))
    if not seed.marks:
        return same and bool(found.part)
    return same and any(_near(found, mark) for mark in seed.marks)


def _near(found: Found, mark: Place) -> bool:
    """Whether a place differs from the seeded one by no more than the bound words that its quote has too many or too few."""
    line, column, end_line, end_column = found.place
    if line == end_line and mark[0] == mark[2] == line:
        extra = len(found.quote) - (end_column - column)
        return abs(extra) <= 12 and overlap(found.place, mark)
    return overlap(found.place, mark)


def names(about: str, seed: Seed) -> bool:
    """Whether a dotted path names one of the messages that the seed is about, or a part of it, or what it is part of."""
    if not seed.about:
        return True
    steps = about.split(".")
    return bool(about) and any(_within(path.split("."), steps) or _within(steps, path.split(".")) for path in seed.about)


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether all steps of one path come in the other, in the same order."""
    rest = iter(many)
    return all(step in rest for step in few)


def overlap(one: Place, two: Place) -> bool:
    """Whether two stretches of a file share a character."""
    return one[:2] < two[2:] and two[:2] < one[2:]


def simple(text: str) -> str:
    """A text in small letters with plain quotes and single spaces."""
    text = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').replace("\u201d", '"').replace("\u00a0", " ")
    return " ".join(text.replace("*", "").lower().split())


def edgeless(text: str) -> str:
    """A text without the bound words and signs at its edges."""
    words = [word.strip(".,;:!?()\"'").removesuffix("'s") for word in simple(text.replace("&amp;", "&")).split()]
    while words and words[0] in BOUND:
        words.pop(0)
    while words and words[-1] in BOUND:
        words.pop()
    return " ".join(re.sub(r"^['\"]|['\"]$", "", word) for word in words)
