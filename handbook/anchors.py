"""The quantities that a profile stands for, each with what it is about, found by the words that lead to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Any, Literal

from handbook.declare import Path
from handbook.quantity import Count, Duration, Money, Percent, Quantity, TimeOfDay
from handbook.subjects import Subjects

Part = Literal["limit", "remedy", "cap", "claim", "payout", "authority", "fact", "target", "count", "said"]
KINDS: tuple[tuple[type, str], ...] = ((Duration, "time"), (TimeOfDay, "moment"), (Money, "money"), (Percent, "percent"), (Count, "count"))
View = frozenset[str]
COMPLETE = 0.75
"""How surely a sentence is about a view of which it has every word; less when that is one word."""
OWNED = 0.5
"""How surely a sentence addressed to people is about a promise of which it has a word that no other promise has."""
SURE = 0.7
"""From this score on a person would surely say that a sentence is about an anchor."""
LEAST, NEAR, TELLING, OWN = 0.4, 0.6, 0.7, 0.95
"""Below this score a sentence is not about an anchor at all; below this nearness a concept alone leads to nothing; above the third it does tell; above the fourth it leads to one promise only."""


@dataclass(frozen=True, eq=False)
class Anchor:
    """A quantity of the profile: where it stands, whose it is, what words lead to it, and which sentence says it to people."""

    value: Quantity
    path: Path
    record: Path
    part: Part
    views: tuple[View, ...]
    said: str
    roles: tuple[str, ...] = ()
    channels: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    family: Path = ()
    unless: tuple[View, ...] = ()

    @cached_property
    def kind(self) -> str:
        """The kind of its quantity, as mentions in prose name it."""
        return kind_of(self.value)


@dataclass(frozen=True)
class Anchors:
    """All anchors of a profile, found by the concepts that lead to them."""

    views: tuple[tuple[float, tuple[Anchor, ...]], ...]
    by_concept: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, float]
    roles: Mapping[str, View]
    names: frozenset[str] = frozenset()
    segments: tuple[View, ...] = ()
    common: frozenset[str] = frozenset()

    @cached_property
    def counts(self) -> tuple[Anchor, ...]:
        """The anchors of how many there are of something."""
        return tuple(
            dict.fromkeys(each for _, anchors in self.views for each in anchors if isinstance(each.value, Count) and each.value.of)
        )

    @cached_property
    def limits(self) -> tuple[Anchor, ...]:
        """The anchors of what roles may give."""
        return tuple(dict.fromkeys(each for _, anchors in self.views for each in anchors if each.roles))

    def gives(self, value: Quantity) -> bool:
        """Whether some promise gives just this sum."""
        return any(each.value == value or str(each.value).split(" per ")[0] == str(value) for each in self._given)

    @cached_property
    def _given(self) -> tuple[Anchor, ...]:
        return tuple(
            dict.fromkeys(each for _, anchors in self.views for each in anchors if each.part in ("remedy", "said") and each.kind == "money")
        )

    def _alone(self, context: Mapping[str, float]) -> bool:
        """Whether so little else stands in a sentence that one telling concept may lead to its anchor."""
        near = [name for name, nearness in context.items() if nearness >= 1.0]
        return 2 * sum(self.weights.get(name, 0.0) >= TELLING for name in near) >= len(near) - 1

    def alone(self, concepts: View) -> Anchor | None:
        """The anchor to which a telling concept leads that leads to no other record, if there is just one such record."""
        numbers = {number for name in concepts if self.weights.get(name, 0.0) >= TELLING for number in self.by_concept[name]}
        found = {each.record: each for number in sorted(numbers) for each in self.views[number][1]}
        return next(iter(found.values())) if len(found) == 1 else None

    def of_record(self, record: Path) -> dict[Anchor, float]:
        """All anchors of one record, each plainly meant."""
        return {each: 1.0 for _, anchors in self.views for each in anchors if each.record == record}

    def scored(self, context: Mapping[str, float], addressed: bool = False) -> dict[Anchor, float]:
        """How well the concepts of a sentence and its surroundings lead to each anchor: 1 is plainly about it, 0.5 hardly.

        Where all concepts met are common ones, or a fact that belongs to no promise is met in part, it stays below `SURE`.
        In a sentence that is `addressed` to people, one concept that leads to a single promise is enough to be likely.
        """
        alone = self._alone(context)
        met: dict[int, _Met] = {}
        for concept, nearness in context.items():
            weight = self.weights.get(concept, 0.0)
            for number in self.by_concept.get(concept, ()):
                found = met.setdefault(number, _Met())
                found.weight += weight * nearness
                found.strong += weight >= 0.3 and nearness >= NEAR
                found.own |= addressed and weight >= OWN and nearness >= 1.0
                found.telling += weight >= 0.5 and nearness >= NEAR and concept not in self.common
        scores: dict[Anchor, float] = {}
        for number, found in met.items():
            total, anchors = self.views[number]
            score = found.score(total, alone)
            for each in anchors if score >= LEAST else ():
                whole = each.part != "fact" or each.family or (found.weight >= 0.9 * total and found.telling > 1)
                scores[each] = max(scores.get(each, 0.0), score if found.telling and whole else min(score, SURE - 0.01))
        return scores


@dataclass
class _Met:
    """What of a view a sentence has: the weight of its concepts, how many are strong, how many telling, and whether one is its own alone."""

    weight: float = 0.0
    strong: int = 0
    telling: int = 0
    own: bool = False

    def score(self, total: float, alone: bool) -> float:
        """How well the sentence leads to a view whose concepts weigh `total`."""
        score = self.weight / _whole(total) * (1.0 if self.strong > 1 else 0.75 if self.strong and (alone or self.own) else 0.5)
        score = max(score, OWNED if self.own else 0.0)
        if not self.strong or self.weight < total - 0.02:
            return score
        return max(score, COMPLETE if self.strong > 1 else COMPLETE - 0.2 if alone else score)


def _whole(total: float) -> float:
    """How much of a view's weight makes a sentence plainly about it: all of a short one, less of a long one."""
    return max(total, 1.4) if total < 2.3 else 2.3 + 0.2 * (total - 2.3)


def gathered(everything: list[Anchor], subjects: Subjects, roles: Mapping[str, View] | None = None) -> Anchors:
    """Anchors with their index; a concept tells less the more records share it."""
    records: dict[str, set[Path]] = {}
    views: dict[tuple[Path, View], list[Anchor]] = {}
    for each in everything:
        for view in each.views:
            views.setdefault((each.record, view), []).append(each)
            for concept in view:
                records.setdefault(concept, set()).add(each.family or each.record)
    weights = {name: (0.25 if name in subjects.faint else 1.0) / (1 + 0.3 * log2(len(owners))) for name, owners in records.items()}
    by_concept: dict[str, list[int]] = {}
    for number, (_, view) in enumerate(views):
        for concept in view:
            by_concept.setdefault(concept, []).append(number)
    totals = tuple((sum(weights[concept] for concept in view), tuple(anchors)) for (_, view), anchors in views.items())
    return Anchors(totals, {name: tuple(numbers) for name, numbers in by_concept.items()}, weights, roles or {}, common=subjects.common)


def kind_of(value: Any) -> str:
    """The kind of a quantity as mentions name it, or an empty text."""
    return next((name for cls, name in KINDS if isinstance(value, cls)), "")
