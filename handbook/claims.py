"""Sentences -> claims: each quantity in prose is compared with the promise it is about, and judged.

A sentence is about an anchor when enough of the anchor's words (or words like them) stand in the sentence, in the headings
above it, or in the table around it. Without an anchor nothing is said. Agreement with any anchor the sentence may be about
is agreement.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from handbook.anchors import LEAST, Anchor, Anchors, anchors_of
from handbook.comparing import compare
from handbook.declare import Path
from handbook.document import Block, Document
from handbook.meaning import another_firm, not_a_claim, softened, turned, unmeasured
from handbook.mentions import Mention, scanner
from handbook.prose import sentences
from handbook.quantity import Duration, Money
from handbook.ruling import Case, home
from handbook.subjects import Subjects, subjects

Verdict = Literal["agree", "weaker", "stronger", "conflict", "clock", "unclear"]
SURE, LIKELY = 0.7, 0.5
"""How well a sentence must lead to an anchor for an error, and for a warning."""
LONG = 6
"""A heading or a lead-in of more concepts than this tells little about each sentence below it."""
KIN, OTHER = 0.6, 0.9
"""How near the best anchor another one must be for a sentence to be about it too: one of the same promise, one of another."""
NAMED = 0.75
"""How surely a sentence is about a limit when it names the role and speaks of giving."""
FAR = 60
"""Beyond this many times as much, two figures do not speak of one thing."""
SILENT = frozenset(
    "not avoid because cliches rules traps happened said gap finding measured evidence example threat legal-floor can-be-gamed-by"
    " does-not-mean we-never do-not origin last-review ideas stories not-a adopted adapted rejected exercise exercises accept former-names"
    " unless huddle questions why proof formula question also".split()
)
"""Steps of a path whose texts claim nothing: what we do not say, what was, what others do."""


@dataclass(frozen=True)
class Claim:
    """A quantity in a text and the anchor it was compared with; `fact` is the fact it repeats when it agrees with one.

    `beside` are the other quantities of its sentence; `soft` is true where it speaks of an aim or a habit.
    """

    document: Document
    block: Block
    mention: Mention
    sentence: str
    anchor: Anchor
    verdict: Verdict
    score: float
    soft: bool
    fact: str = ""
    beside: tuple[Mention, ...] = ()

    @property
    def promises(self) -> bool:
        """Whether its anchor is a promise to people, or the fact that such a promise is made of."""
        return self.anchor.record[0] == "guarantees" or self.anchor.family[:1] == ("guarantees",)

    @property
    def sure(self) -> bool:
        """Whether a person reading both places would surely see one subject."""
        firm = self.anchor.record[0] in ("guarantees", "facts") or self.anchor.part in ("authority", "count")
        return firm and self.score >= SURE and not self.soft and self.document.sure


def claims(case: Case) -> tuple[Claim, ...]:
    """Every claim that the texts of a case make, worked out once."""
    return tuple(case.once("claims", lambda each: tuple(_claims(each))))


def _claims(case: Case) -> Iterator[Claim]:
    about = subjects(case.shipped["_claims.yaml"])
    scan = scanner(case.shipped["_quantities.yaml"])
    anchors = case.once("anchors", lambda each: anchors_of(each.profile, about, scan))
    ruled = _quiz_records(case)
    for document in case.documents:
        for block in document.blocks:
            if block.quoted or not SILENT.isdisjoint(map(str, block.path)):
                continue
            mentions = scan.scan(block.text)
            if mentions or (document.kind != "profile" and about.speaks_of_time(block.text)):
                yield from _of_block(document, block, mentions, anchors, about, ruled.get(block.path[:3]))


def _quiz_records(case: Case) -> dict[Path, Path]:
    """Which guarantee each question of the quiz is about, by the paths of both."""
    records = {str(each.id): home(each) for each in case.profile.guarantees}
    items = case.profile.orientation.quiz if case.profile.orientation else ()
    return {home(each): records[str(each.guarantee)] for each in items if each.guarantee and str(each.guarantee) in records}


def _of_block(
    document: Document, block: Block, mentions: list[Mention], anchors: Anchors, about: Subjects, record: Path | None
) -> Iterator[Claim]:
    spans = sentences(block.text)
    if any(about.cue(name).inside(heading) for heading in block.headings for name in ("history", "example", "others", "law")):
        return
    around, own = _around(block, about), anchors.names
    for number, (start, end) in enumerate(spans):
        inside = [each for each in mentions if start <= each.start < end]
        inside += unmeasured(about, block.text, start, end, inside)
        sentence = block.text[start:end]
        before = block.text[spans[number - 1][0] : spans[number - 1][1]] if number else ""
        for mention in inside:
            if not_a_claim(about, sentence, mention, start) or another_firm(about, sentence, own):
                continue
            mention = turned(about, sentence, mention, start)
            context = _context(sentence, mention.start - start, mention.end - start, before, around, about)
            scored = anchors.of_record(record) if record else anchors.scored(context)
            if claim := _judged(document, block, mention, sentence, scored, anchors, about, inside):
                yield claim


def context_of(block: Block, start: int, end: int, about: Subjects) -> dict[str, float]:
    """The concepts of a stretch of a block and of what surrounds the block, with their nearness."""
    context = _around(block, about)
    context.update(dict.fromkeys(about.of(block.text[start:end]), 1.0))
    return context


def _around(block: Block, about: Subjects) -> dict[str, float]:
    """The concepts of what surrounds a block, with their nearness."""
    context: dict[str, float] = {}
    texts = [(text, 0.4) for text in block.headings[:-1]] + [(text, 0.3 if block.path else 0.75) for text in block.headings[-1:]]
    for text, nearness in [*texts, (block.intro, 0.8), (block.column, 0.9), (block.row, 0.95)]:
        concepts = about.of(text) if text else frozenset()
        for concept in concepts:
            context[concept] = max(context.get(concept, 0.0), min(nearness, 0.5) if len(concepts) > LONG else nearness)
    return context


def _context(sentence: str, at: int, until: int, before: str, around: Mapping[str, float], about: Subjects) -> dict[str, float]:
    context = dict(around)
    nearness = 0.9 if before.endswith("?") else 0.6
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


def _judged(
    document: Document,
    block: Block,
    mention: Mention,
    sentence: str,
    scored: Mapping[Anchor, float],
    anchors: Anchors,
    about: Subjects,
    inside: list[Mention],
) -> Claim | None:
    scope = _Scope.of(sentence, block, about, anchors)
    fitting = {}
    for anchor, score in scored.items():
        told = anchor.kind == mention.kind and verdict(mention, anchor) != "unclear"
        if told and scope.holds(anchor) and (fit := _fit(anchor, sentence, about, block)) > 0:
            fitting[anchor] = score * fit
    limits = [each for each in anchors.limits if each.kind == mention.kind and scope.roles & set(each.roles)]
    if limits and about.cue("limit-of-authority", "parts").inside(sentence):
        fitting |= {each: max(fitting.get(each, 0.0), NAMED) for each in limits}
    if not fitting:
        return None
    best = min(max(fitting.values()), 1.0)
    if best < LIKELY or not _states(mention, sentence, block, about):
        return None
    kin = {_family(anchor) for anchor, score in fitting.items() if score >= OTHER * best}
    near = {anchor: score for anchor, score in fitting.items() if score >= KIN * best and _family(anchor) in kin}
    near |= {anchor: LEAST for anchor in limits if anchor not in near}
    ranked = sorted(near.items(), key=lambda each: (-each[1], str(each[0].path)))
    verdicts = [(anchor, score, verdict(mention, anchor)) for anchor, score in ranked]
    agreeing = next((each for each in verdicts if each[2] == "agree"), None)
    chosen = agreeing or next((each for each in verdicts if each[2] != "unclear" and each[1] >= _least(each[0])), None)
    if chosen is None or (not agreeing and _another_agrees(chosen[0], inside, mention)):
        return None
    soft = softened(about, sentence, mention)
    if soft and chosen[2] in ("stronger", "conflict"):
        return None
    facts = [_fact(anchor) for anchor, score, agrees in verdicts if agrees == "agree"]
    return Claim(document, block, mention, sentence, chosen[0], chosen[2], chosen[1], soft, next(filter(None, facts), ""), tuple(inside))


def _family(anchor: Anchor) -> Path:
    return anchor.family or anchor.record


def _fact(anchor: Anchor) -> str:
    return str(anchor.record[1]) if anchor.part == "fact" and anchor.record[0] == "facts" else anchor.value.fact


@dataclass(frozen=True)
class _Scope:
    """Whom and which way to reach us a sentence names; a promise to others, or about another way, is not what it speaks of."""

    roles: frozenset[str]
    strange: bool
    channels: frozenset[str]
    apart: frozenset[str]

    @staticmethod
    def of(sentence: str, block: Block, about: Subjects, anchors: Anchors) -> "_Scope":
        near = " ".join([sentence, block.row, block.column])
        text = near if about.channels(near) else " ".join([near, *block.headings[-1:], block.intro])
        concepts = about.of(" ".join([near, *block.headings[-1:]]))
        roles = frozenset(name for name, view in anchors.roles.items() if view and (view - about.faint or view) <= concepts)
        strange = not roles and about.cue("role-nouns").inside(near)
        return _Scope(roles, strange, about.channels(text), about.apart(f"{near} {' '.join(block.headings[-1:])}"))

    def holds(self, anchor: Anchor) -> bool:
        if anchor.roles and (self.strange or (self.roles and self.roles.isdisjoint(anchor.roles))):
            return False
        if self.apart - anchor.apart:
            return False
        return not (anchor.channels and self.channels and anchor.channels.isdisjoint(self.channels))


def _least(anchor: Anchor) -> float:
    """How surely a sentence must be about an anchor before it may contradict it: promises and facts are told apart from the rest."""
    return LIKELY if anchor.record[0] in ("guarantees", "facts") else SURE


def _states(mention: Mention, sentence: str, block: Block, about: Subjects) -> bool:
    """Whether a sentence or a cell states its quantity: with a bound, with a verb that states, or alone in a table."""
    if mention.bound or block.kind == "cell" or mention.kind not in ("time", "moment"):
        return True
    return any(about.cue(name).inside(sentence) for name in ("stating", "asking", "promising"))


def _another_agrees(anchor: Anchor, inside: list[Mention], mention: Mention) -> bool:
    """Whether another quantity of the same sentence says what the anchor says: then this one speaks of something else."""
    return any(each.start != mention.start and each.kind == mention.kind and verdict(each, anchor) == "agree" for each in inside)


def _fit(anchor: Anchor, sentence: str, about: Subjects, block: Block) -> float:
    """How well the part that an anchor plays fits the sentence; 0 where it does not."""
    text = " ".join([sentence, block.row, block.column, *block.headings[-1:]])
    match anchor.part:
        case "authority":
            return 1.0 if about.cue("limit-of-authority", "parts").inside(text) else 0.0
        case "claim":
            return 1.0 if about.cue("claim", "parts").inside(text) else 0.0
        case "payout":
            return 1.0 if about.cue("payout", "parts").inside(text) else 0.0
        case "remedy" | "cap":
            return 0.95 if about.cue("remedy", "parts").inside(text) else 0.6
        case "target":
            return 0.95
        case "fact":
            return 0.97
    return 1.0


def verdict(mention: Mention, anchor: Anchor) -> Verdict:
    """What a quantity says beside the one that rules: less or more for people, another clock, or nothing that can be told."""
    low, high = compare(mention.low, anchor.value), compare(mention.high, anchor.value)
    if "same" in (low, high) or (low == "less" and high == "more"):
        promised = anchor.part in ("limit", "said") or anchor.family[:1] == ("guarantees",)
        later = mention.kind == "time" and mention.bound in ("at least", "more than", "after") and promised
        return "weaker" if later else "agree"
    if low == "clock":
        return _of_clocks(mention, anchor)
    if low == "per" and isinstance(mention.low, Money) and isinstance(anchor.value, Money):
        low = high = "same" if mention.low.amount == anchor.value.amount else "less" if mention.low.amount < anchor.value.amount else "more"
        if low == "same":
            return "agree"
    if low not in ("less", "more") or _far_apart(mention, anchor):
        return "unclear"
    if anchor.part in ("count", "target", "fact"):
        return "conflict" if mention.bound not in ("at least", "more than", "less than", "up to") or anchor.part == "fact" else "unclear"
    if mention.kind == "time" and mention.bound in ("at least", "more than", "after", "from") and low == "less":
        return "unclear"
    gains = low == "less" if anchor.part in ("limit", "said", "payout") and mention.kind in ("time", "moment") else low == "more"
    return "stronger" if gains else "weaker"


def _far_apart(mention: Mention, anchor: Anchor) -> bool:
    """Whether two lengths or sums are so unlike that they hardly speak of one thing."""
    first, second = mention.low, anchor.value
    if isinstance(first, Duration) and isinstance(second, Duration):
        sizes = sorted((float(first.seconds), float(second.seconds)))
    elif isinstance(first, Money) and isinstance(second, Money):
        sizes = sorted((float(first.amount), float(second.amount)))
    else:
        return False
    return sizes[1] > FAR * max(sizes[0], 0.001)


def _of_clocks(mention: Mention, anchor: Anchor) -> Verdict:
    """Business time against calendar time: another clock when about as long, else less or more."""
    first, second = mention.low, anchor.value
    if not isinstance(first, Duration) or not isinstance(second, Duration):
        return "unclear"
    ratio = first.seconds / second.seconds if second.seconds else 1
    if first.unit == second.unit and first.amount == second.amount:
        return "clock"
    return "clock" if 0.6 < ratio < 1.7 else "stronger" if ratio < 1 else "weaker"
