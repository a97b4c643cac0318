"""What surrounds a sentence and whom it names: the concepts near a quantity, and the roles, ways to reach us and parts of a promise meant."""

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.anchors import Anchor, Anchors
from handbook.document import Block
from handbook.subjects import Subjects

LONG = 6
"""A heading or a lead-in of more concepts than this tells little about each sentence below it."""


def context_of(block: Block, start: int, end: int, about: Subjects) -> dict[str, float]:
    """The concepts of a stretch of a block and of what surrounds the block, with their nearness."""
    context = around(block, about)
    context.update(dict.fromkeys(about.of(block.text[start:end]), 1.0))
    return context


def around(block: Block, about: Subjects) -> dict[str, float]:
    """The concepts of what surrounds a block, with their nearness."""
    context: dict[str, float] = {}
    texts = [(text, 0.4) for text in block.headings[:-1]] + [(text, 0.3 if block.path else 0.75) for text in block.headings[-1:]]
    for text, nearness in [*texts, (block.intro, 0.8), (block.column, 0.9), (block.row, 0.95)]:
        concepts = about.of(text) if text else frozenset()
        for concept in concepts:
            context[concept] = max(context.get(concept, 0.0), min(nearness, 0.5) if len(concepts) > LONG else nearness)
    return context


def context_at(sentence: str, at: int, until: int, before: str, around: Mapping[str, float], about: Subjects) -> dict[str, float]:
    """The concepts around a quantity that stands at a place of its sentence: those of the sentence, of the one before, of what surrounds it."""
    context = dict(around)
    nearness = 0.9 if "?" in before else 0.6
    for concept in about.of(before) if before else ():
        context[concept] = max(context.get(concept, 0.0), nearness)
    first, last = _clause(sentence, at)
    for place, concept in about.at(sentence):
        if at <= place < until:
            continue
        context[concept] = max(context.get(concept, 0.0), 1.0 if first <= place < last else 0.8)
    return context


def _clause(sentence: str, at: int) -> tuple[int, int]:
    """The part of a sentence between its semicolons, colons and brackets in which a place lies."""
    first = max(sentence.rfind(mark, 0, at) for mark in ";:(")
    ends = [place for mark in ";)" if (place := sentence.find(mark, at)) >= 0]
    return first + 1, min(ends, default=len(sentence))


@dataclass(frozen=True)
class Scope:
    """Whom, which way to reach us and which part of a promise a sentence names.

    A promise to others, or about another way, is not what it speaks of. `strange` is a role that the profile does not know;
    `segment` tells whether one of our groups of customers is named, `limited` whether a limit is spoken of.
    """

    roles: frozenset[str]
    strange: bool
    channels: frozenset[str]
    apart: frozenset[str]
    parts: frozenset[str]
    segment: bool
    concepts: frozenset[str]
    limited: bool

    def excepted(self, anchor: Anchor) -> bool:
        """Whether the sentence speaks of a case in which the promise does not hold."""
        return any(view & self.concepts for view in anchor.unless)

    def holds(self, anchor: Anchor) -> bool:
        """Whether an anchor is within what the sentence speaks of."""
        if anchor.roles and (self.strange or (self.roles and self.roles.isdisjoint(anchor.roles))):
            return False
        if self.apart - anchor.apart:
            return False
        return not (anchor.channels and self.channels and anchor.channels.isdisjoint(self.channels))

    def fit(self, anchor: Anchor) -> float:
        """How well the part that an anchor plays in its promise fits the sentence; 0 where it does not."""
        match anchor.part:
            case "authority" | "claim" | "payout":
                return 1.02 if anchor.part in self.parts else 0.0
            case "remedy":
                return 0.95 if "remedy" in self.parts else 0.0
            case "cap":
                return 0.8 if "remedy" in self.parts else 0.0
            case "target":
                return 0.95
            case "fact":
                return 0.97
        return 1.0


def scope_of(sentence: str, block: Block, about: Subjects, anchors: Anchors) -> Scope:
    """The scope of a sentence within its block."""
    near = " ".join([sentence, block.row, block.column])
    wide = " ".join([near, *block.headings[-1:]])
    concepts = about.of(wide)
    roles = frozenset(name for name, view in anchors.roles.items() if view and (view - about.faint or view) <= concepts)
    strange = not roles and about.cue("role-nouns").inside(near)
    channels = about.channels(near) or about.channels(f"{wide} {block.intro}")
    parts = frozenset(name for name in about.parts if about.cue(name, "parts").inside(wide))
    segment = any(view and view <= concepts for view in anchors.segments)
    return Scope(roles, strange, channels, about.apart(near), parts, segment, about.of(sentence), about.cue("limit-words").inside(near))
