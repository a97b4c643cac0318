"""The quantities that a profile stands for, each with what it is about: what a sentence elsewhere can agree with or contradict."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import log2
from typing import Any, Literal

from handbook.catalogue import label
from handbook.declare import Path
from handbook.mentions import Scanner
from handbook.profile import Profile
from handbook.prose import words
from handbook.quantity import Count, Duration, Money, Percent, Quantity, Stated, TimeOfDay
from handbook.references import own_words
from handbook.ruling import home
from handbook.subjects import Subjects

Part = Literal["limit", "remedy", "cap", "claim", "payout", "authority", "fact", "target", "count", "said"]
KINDS: tuple[tuple[type, str], ...] = ((Duration, "time"), (TimeOfDay, "moment"), (Money, "money"), (Percent, "percent"), (Count, "count"))
View = frozenset[str]
COMPLETE = 0.75
"""How surely a sentence is about a view of which it has every word; less when that is one word."""
LEAST, NEAR, TELLING = 0.45, 0.6, 0.7
"""Below this score a sentence is not about an anchor at all; below this nearness a concept alone leads to nothing; above this weight it does tell."""


@dataclass(frozen=True)
class Anchor:
    """A quantity of the profile: where it stands, whose it is, what words lead to it, and which sentence says it to people."""

    value: Quantity
    path: Path
    record: Path
    part: Part
    views: tuple[View, ...]
    said: str
    said_path: Path
    roles: tuple[str, ...] = ()
    channels: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    family: Path = ()

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

    @cached_property
    def counts(self) -> tuple[Anchor, ...]:
        """The anchors of how many there are of something."""
        return tuple(dict.fromkeys(each for _, anchors in self.views for each in anchors if isinstance(each.value, Count) and each.value.of))

    @cached_property
    def limits(self) -> tuple[Anchor, ...]:
        """The anchors of what roles may give."""
        return tuple(dict.fromkeys(each for _, anchors in self.views for each in anchors if each.roles))

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

    def scored(self, context: Mapping[str, float]) -> dict[Anchor, float]:
        """How well the concepts of a sentence and its surroundings lead to each anchor: 1 is plainly about it, 0.5 hardly."""
        alone = self._alone(context)
        matched: dict[int, float] = {}
        strong: dict[int, int] = {}
        for concept, nearness in context.items():
            weight = self.weights.get(concept, 0.0)
            for number in self.by_concept.get(concept, ()):
                matched[number] = matched.get(number, 0.0) + weight * nearness
                if weight >= 0.3 and nearness >= NEAR:
                    strong[number] = strong.get(number, 0) + 1
        found: dict[Anchor, float] = {}
        for number, sum_of_weights in matched.items():
            total, anchors = self.views[number]
            whole = strong.get(number, 0) and abs(sum_of_weights - total) < 0.02
            enough = 1.0 if strong.get(number, 0) > 1 else 0.75 if strong.get(number) and alone else 0.5
            score = sum_of_weights / _whole(total) * enough
            if whole:
                score = max(score, COMPLETE if strong[number] > 1 else COMPLETE - 0.2 if alone else score)
            if score >= LEAST:
                for each in anchors:
                    found[each] = max(found.get(each, 0.0), score)
        return found


def _whole(total: float) -> float:
    """How much of a view's weight makes a sentence plainly about it: all of a short one, less of a long one."""
    return max(total, 1.4) if total < 2.3 else 2.3 + 0.2 * (total - 2.3)


def gathered(everything: list[Anchor], faint: frozenset[str], roles: Mapping[str, View]) -> Anchors:
    """Anchors with their index; a concept tells less the more records share it."""
    records: dict[str, set[Path]] = {}
    views: dict[tuple[Path, View], list[Anchor]] = {}
    for each in everything:
        for view in each.views:
            views.setdefault((each.record, view), []).append(each)
            for concept in view:
                records.setdefault(concept, set()).add(each.family or each.record)
    weights = {name: (0.25 if name in faint else 1.0) / (1 + 0.3 * log2(len(owners))) for name, owners in records.items()}
    by_concept: dict[str, list[int]] = {}
    for number, (_, view) in enumerate(views):
        for concept in view:
            by_concept.setdefault(concept, []).append(number)
    totals = tuple((sum(weights[concept] for concept in view), tuple(anchors)) for (_, view), anchors in views.items())
    return Anchors(totals, {name: tuple(numbers) for name, numbers in by_concept.items()}, weights, roles)


def roles_in(concepts: View, profile: Profile, subjects: Subjects) -> tuple[str, ...]:
    """The roles of the profile that a text names: all telling words of their title stand in it."""
    views = {name: subjects.of(str(role.title)) for name, role in profile.roles.items()}
    return tuple(name for name, view in views.items() if view and (view - subjects.faint or view) <= concepts)


def kind_of(value: Any) -> str:
    """The kind of a quantity as mentions name it, or an empty text."""
    return next((name for cls, name in KINDS if isinstance(value, cls)), "")


def anchors_of(profile: Profile, subjects: Subjects, scanner: Scanner) -> Anchors:
    """Every quantity of the profile that messages stand for."""
    everything = [each for each in _all(profile, subjects, scanner) if kind_of(each.value)]
    roles = {name: subjects.of(str(role.title)) for name, role in profile.roles.items()}
    return replace(gathered(everything, subjects.faint, roles), names=_names(profile), segments=_segments(profile, subjects))


def _segments(profile: Profile, subjects: Subjects) -> tuple[View, ...]:
    views = [subjects.of(str(each.name or each.who)) for each in profile.segments]
    return tuple(view - subjects.faint or view for view in views)


def _names(profile: Profile) -> frozenset[str]:
    """The words of the names of the organisation, its places, teams and roles, in lower case."""
    organisation = profile.organisation
    said = [str(organisation.name), str(organisation.short_name or "")]
    said += [str(each.name) for each in (*profile.sites.values(), *profile.teams.values())] + [
        str(each.title) for each in profile.roles.values()
    ]
    return frozenset(word.text for text in said for word in words(text))


def _all(profile: Profile, subjects: Subjects, scanner: Scanner) -> Iterator[Anchor]:
    yield from _facts(profile, subjects, scanner)
    for guarantee in profile.guarantees:
        yield from _guarantee(guarantee, profile, subjects, scanner)
    for team in profile.teams.values():
        for each in team.promises:
            yield from _simple(each.within, "limit", each, (team.name, each.promise), each.promise, subjects)
            yield from _spoken(each.promise, home(each), (f"{each.promise}",), subjects, scanner)
    yield from _listening(profile, subjects)
    yield from _deciding(profile, subjects)
    for measure in profile.measures:
        for each in _simple(measure.target, "target", measure, (f"{measure.name} target",), measure.name, subjects):
            promised = next((home(guarantee) for guarantee in profile.guarantees if guarantee.measured_by == measure.id), ())
            yield replace(each, family=promised)
    yield from _counts(profile, subjects)


def _facts(profile: Profile, subjects: Subjects, scanner: Scanner) -> Iterator[Anchor]:
    for name, fact in profile.facts.items():
        if isinstance(fact.is_, Stated):
            about = str(fact.about or name.replace("-", " "))
            plain = name.replace("-", " ")
            views = tuple(dict.fromkeys((subjects.of(about), subjects.of(f"{about} {plain}"), subjects.of(plain))))
            said, scope = f"{about}: {fact.is_}", _scope(about, subjects)
            roles = roles_in(views[0], profile, subjects)
            family = _family(name, fact.is_, views[0], profile, subjects, scanner)
            yield Anchor(fact.is_, fact.is_.path, ("facts", name), "fact", views, said, fact.is_.path, roles, **scope, family=family)


def _scope(text: str, subjects: Subjects) -> dict[str, Any]:
    return {"channels": subjects.channels(text), "apart": subjects.apart(text)}


def _family(name: str, fact: Any, view: View, profile: Profile, subjects: Subjects, scanner: Scanner) -> Path:
    """The first promise that uses a fact, or says the same figure about the same thing."""
    for guarantee in profile.guarantees:
        clock, remedy = guarantee.clock, guarantee.remedy
        if name in (clock and getattr(clock.limit, "fact", ""), remedy and getattr(remedy.worth, "fact", "")):
            return home(guarantee)
        if (
            any(each.low == fact for each in scanner.scan(str(guarantee.promise)))
            and view & subjects.of(str(guarantee.promise)) - subjects.faint
        ):
            return home(guarantee)
    return ()


def _guarantee(guarantee: Any, profile: Profile, subjects: Subjects, scanner: Scanner) -> Iterator[Anchor]:
    record, promise = home(guarantee), guarantee.promise
    measure = next((each.name for each in profile.measures if each.id == guarantee.measured_by), "")
    name = str(guarantee.name or guarantee.id.replace("-", " "))
    texts = [name, str(promise), str(guarantee.trigger or ""), str(guarantee.plain or ""), str(measure)]
    views = tuple(
        dict.fromkeys(view for text in [*texts, f"{name} {promise} {guarantee.trigger or ''} {measure}"] if (view := subjects.of(text)))
    )
    remedy, clock = guarantee.remedy, guarantee.clock
    given = str(remedy.what) if remedy else ""
    with_remedy = (*views, subjects.of(f"{name} {given}"))
    said = {"record": record, "said": str(promise), "said_path": promise.path, **_scope(" ".join(texts), subjects)}
    parts = (
        ("limit", clock and clock.limit, views),
        ("remedy", remedy and remedy.worth, with_remedy),
        ("cap", remedy and remedy.cap, with_remedy),
        ("claim", guarantee.claim_within, views),
        ("payout", guarantee.pay_within, views),
        ("authority", guarantee.who_may_give and guarantee.who_may_give.up_to, with_remedy),
    )
    for part, value, seen in parts:
        if isinstance(value, Stated):
            said["said"] = _told(part, value, guarantee, profile)
            roles = (str(guarantee.who_may_give.role),) if part == "authority" else ()
            seen = (*seen, *(subjects.of(f"{profile.roles[each].title} limit") for each in roles if each in profile.roles))
            yield Anchor(value, value.path, part=part, views=seen, roles=roles, **said)  # type: ignore[arg-type]
    for mention in scanner.scan(str(promise)):
        yield Anchor(mention.low, promise.path, part="said", views=views, **said | {"said": str(promise)})  # type: ignore[arg-type]


def _told(part: str, value: Any, guarantee: Any, profile: Profile) -> str:
    """The sentence that says a part of a promise to people."""
    name = str(guarantee.name or guarantee.id.replace("-", " "))
    if part == "authority":
        return f"{label(profile.roles.get(str(guarantee.who_may_give.role), guarantee))} may give {value} ({name})"
    if part == "claim":
        return f"people can call it in for {value} ({name})"
    if part == "payout":
        return f"people have it within {value} ({name})"
    return str(guarantee.promise) if part == "limit" else f"{guarantee.remedy.what}, {'at most' if part == 'cap' else 'worth'} {value} ({name})"


def _spoken(text: Any, record: Path, about: tuple[str, ...], subjects: Subjects, scanner: Scanner) -> Iterator[Anchor]:
    views = tuple(subjects.of(each) for each in about)
    for mention in scanner.scan(str(text)):
        yield Anchor(mention.low, text.path, record, "said", views, str(text), text.path)


def _simple(value: Any, part: Part, record: Any, about: tuple[Any, ...], said: Any, subjects: Subjects) -> Iterator[Anchor]:
    if isinstance(value, Stated):
        views = tuple(subjects.of(str(each)) for each in about if each)
        path = getattr(said, "path", value.path)
        yield Anchor(value, value.path, home(record), part, views, str(said), path)


def _listening(profile: Profile, subjects: Subjects) -> Iterator[Anchor]:
    voice, improvement, recovery = profile.voice_of_customer, profile.improvement, profile.recovery
    for post in voice.listening_posts if voice else ():
        yield from _simple(post.reply_within, "limit", post, (f"{post.name} reply",), post.name, subjects)
        yield from _simple(post.fix_within, "limit", post, (f"{post.name} fix theme",), post.name, subjects)
    for way in improvement.mechanisms if improvement else ():
        yield from _simple(way.acknowledge_within, "limit", way, (f"{way.name} acknowledge idea",), way.name, subjects)
        yield from _simple(way.decide_within, "limit", way, (f"{way.name} decide idea",), way.name, subjects)
        yield from _simple(way.budget, "fact", way, (f"{way.name} budget try idea",), way.name, subjects)
    for grade in recovery.severities if recovery else ():
        yield from _simple(grade.act_within, "limit", grade, (f"{grade.name} act",), grade.name, subjects)
    modelling, talks = profile.role_modelling, profile.communications and profile.communications.huddle_rule
    if modelling and modelling.raise_a_gap:
        yield from _simple(modelling.answer_within, "limit", modelling, ("gap raised answer",), modelling.raise_a_gap, subjects)
    if talks and talks.when:
        yield from _simple(talks.length, "fact", talks, (f"huddle {talks.when} length",), talks.when, subjects)


def _deciding(profile: Profile, subjects: Subjects) -> Iterator[Anchor]:
    for level in profile.lead.levels if profile.lead else ():
        yield from _authority(level, level.role, profile, subjects)
    parts = (profile.recovery, profile.lead, profile.voice_of_customer, profile.improvement, profile.language, profile.vision)
    for part in parts:
        for decision in part.decisions if part else ():
            yield from _authority(decision, decision.role, profile, subjects)
    for grade in profile.recovery.severities if profile.recovery else ():
        if grade.role:
            yield from _authority(grade, grade.role, profile, subjects)


def _authority(record: Any, role: Any, profile: Profile, subjects: Subjects) -> Iterator[Anchor]:
    if isinstance(record.up_to, Stated) and str(role) in profile.roles:
        title = str(profile.roles[str(role)].title)
        said = str(getattr(record, "what", "")) or f"{title}: {record.up_to}"
        view = subjects.of(f"{title} {getattr(record, 'what', '')}")
        yield Anchor(record.up_to, record.up_to.path, home(record), "authority", (view,), said, record.up_to.path, (str(role),))


def _counts(profile: Profile, subjects: Subjects) -> Iterator[Anchor]:
    customer, _ = own_words(profile)
    groups = (("values", profile.values), ("guarantees", profile.guarantees), ("segments", profile.segments))
    for name, records in groups:
        if records:
            word = {"values": "values", "guarantees": "guarantees promises", "segments": f"groups of {customer.many}"}[name]
            said = ", ".join(label(each) for each in records) if name == "values" else word
            yield Anchor(Count(len(records), name), (name,), (name,), "count", (subjects.of(word),), said, (name,))  # type: ignore[arg-type]
