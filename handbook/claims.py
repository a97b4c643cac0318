"""Sentences -> claims: each quantity in prose is compared with the promise it is about, and judged.

A sentence is about an anchor when enough of the anchor's words (or words like them) stand in the sentence, in the headings
above it, or in the table around it. Without an anchor nothing is said. Agreement with any anchor the sentence may be about
is agreement.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.anchoring import anchors_of
from handbook.anchors import LEAST, SURE, Anchor, Anchors
from handbook.declare import Path
from handbook.document import Block, Document
from handbook.meaning import another_firm, clock_place, not_a_claim, softened, turned, unmeasured
from handbook.mentions import Mention, Scanner, scanner
from handbook.prose import sentences
from handbook.quantity import Count
from handbook.ruling import Case, home
from handbook.scope import Scope, around, context_at, scope_of
from handbook.subjects import Subjects, subjects
from handbook.verdicts import Verdict, verdict

LIKELY = 0.45
"""How well a sentence must lead to an anchor for a warning; `SURE` for an error."""
KIN, OTHER = 0.6, 0.75
"""How near the best anchor another one must be for a sentence to be about it too: one of the same promise, one of another."""
SHORT = 16
"""Letters of a sentence so short that the one before it still tells what is meant."""
SIZE = 4
"""Two counts of one thing are at most so many times as large as one another."""
NAMED = 0.75
"""How surely a sentence is about a limit when it names the role and speaks of giving."""
SILENT = frozenset(
    "not avoid because cliches rules traps happened said gap finding measured evidence example threat legal-floor can-be-gamed-by"
    " does-not-mean we-never do-not origin last-review ideas stories not-a adopted adapted rejected exercise exercises accept former-names"
    " unless huddle questions why proof formula question also translations".split()
)
"""Steps of a path whose texts claim nothing: what we do not say, what was, what others do."""


@dataclass(frozen=True)
class Statement:
    """A quantity where it stands: its sentence within a block of a document, and the other quantities of that sentence.

    `start` is where the sentence begins in its block, `clock` where in the sentence it says which hours count, if it does.
    """

    document: Document
    block: Block
    sentence: str
    mention: Mention
    beside: tuple[Mention, ...]
    start: int
    clock: tuple[int, int] | None = None


@dataclass(frozen=True)
class Claim:
    """A statement and the anchor it was compared with; `fact` is the fact it repeats when it agrees with one.

    `soft` is true where it speaks of an aim or a habit, `score` says how well the sentence leads to the anchor (1: plainly).
    """

    statement: Statement
    anchor: Anchor
    verdict: Verdict
    score: float
    soft: bool
    fact: str = ""

    @property
    def promises(self) -> bool:
        """Whether its anchor is a promise to people, or the fact that such a promise is made of."""
        return self.anchor.record[0] == "guarantees" or self.anchor.family[:1] == ("guarantees",)

    @property
    def sure(self) -> bool:
        """Whether a person reading both places would surely see one subject."""
        firm = self.anchor.record[0] in ("guarantees", "facts") or self.anchor.part in ("authority", "count")
        return firm and self.score >= SURE and not self.soft and self.statement.document.sure


def claims(case: Case) -> tuple[Claim, ...]:
    """Every claim that the texts of a case make, worked out once."""
    return tuple(case.once("claims", lambda each: tuple(_claims(each))))


def _claims(case: Case) -> Iterator[Claim]:
    about, scan = subjects(case.shipped["_claims.yaml"]), scanner(case.shipped["_quantities.yaml"])
    anchors: Anchors = case.once("anchors", lambda each: anchors_of(each.profile, about, scan))
    ruled = _quiz_records(case)
    for document in case.documents:
        for block in document.blocks:
            if not block.quoted and SILENT.isdisjoint(map(str, block.path)):
                record = ruled.get(block.path[:3]) if block.path else None
                for statement, context in _statements(document, block, anchors, about, scan):
                    scored = anchors.of_record(record) if record else anchors.scored(context, _addressed(statement, about))
                    if claim := _judged(statement, scored, anchors, about):
                        yield claim


def _quiz_records(case: Case) -> dict[Path, Path]:
    """Which guarantee each question of the quiz is about, by the paths of both."""
    records = {str(each.id): home(each) for each in case.profile.guarantees}
    items = case.profile.orientation.quiz if case.profile.orientation else ()
    return {home(each): records[str(each.guarantee)] for each in items if each.guarantee and str(each.guarantee) in records}


def _statements(
    document: Document, block: Block, anchors: Anchors, about: Subjects, scan: Scanner
) -> Iterator[tuple[Statement, dict[str, float]]]:
    """Every quantity of a block that claims something about how things are here, with the concepts around it."""
    mentions = scan.scan(block.text)
    if not mentions and (document.kind == "profile" or not about.speaks_of_time(block.text)):
        return
    if any(about.cue(name).inside(heading) for heading in block.headings for name in ("history", "example", "others", "law")):
        return
    surroundings, spans = around(block, about), sentences(block.text)
    for number, (start, end) in enumerate(spans):
        inside = [each for each in mentions if start <= each.start < end]
        inside += unmeasured(about, block.text, start, end, inside)
        sentence = block.text[start:end]
        if not inside or another_firm(about, sentence, anchors.names):
            continue
        before = _before(block.text, spans, number)
        for mention in inside:
            if not not_a_claim(about, sentence, mention, start):
                context = context_at(sentence, mention.start - start, mention.end - start, before, surroundings, about)
                meant = turned(about, sentence, mention, start)
                others = tuple(each for each in inside if each is not mention)
                clock = clock_place(about, sentence) if meant.kind == "time" else None
                yield Statement(document, block, sentence, meant, others, start, clock), context


def _before(text: str, spans: tuple[tuple[int, int], ...], number: int) -> str:
    """The sentence before, with the one before that where it is a word or two."""
    if not number:
        return ""
    first = number - 1
    while first and spans[first][1] - spans[first][0] < SHORT:
        first -= 1
    return text[spans[first][0] : spans[number - 1][1]]


def _judged(statement: Statement, scored: Mapping[Anchor, float], anchors: Anchors, about: Subjects) -> Claim | None:
    """The claim of a statement, if the concepts around it lead to an anchor that can be compared."""
    mention = statement.mention
    possible = {anchor: score for anchor, score in scored.items() if anchor.kind == mention.kind and verdict(mention, anchor) != "unclear"}
    possible |= _counted(statement, anchors, about) if mention.kind == "count" else {}
    if not possible and mention.kind != "money":
        return None
    scope = scope_of(statement.sentence, statement.block, about, anchors)
    fitting, limits = _fitting(possible, scope, anchors, mention)
    best = min(max(fitting.values(), default=0.0), 1.0)
    if best < LIKELY or not _states(statement, about):
        return None
    kin = {_family(anchor) for anchor, score in fitting.items() if score >= OTHER * best}
    near = {anchor: score for anchor, score in fitting.items() if score >= KIN * best and _family(anchor) in kin}
    near |= {anchor: LEAST for anchor in limits if anchor not in near}
    if mention.kind == "money" and best < 1.0 and anchors.gives(mention.low):
        near = {anchor: score for anchor, score in near.items() if anchor.part == "authority" or verdict(mention, anchor) == "agree"}
    claim = _chosen(statement, near, softened(about, statement.sentence, mention))
    adapted = statement.block.path[:1] == ("segments",) and claim is not None and claim.verdict not in ("weaker", "agree")
    if claim and (
        adapted or (claim.verdict == "stronger" and scope.segment) or (claim.verdict == "weaker" and scope.excepted(claim.anchor))
    ):
        return None
    return claim


def _counted(statement: Statement, anchors: Anchors, about: Subjects) -> dict[Anchor, float]:
    """Counts of the same thing, where the sentence speaks of us and the two are of one size."""
    low, text = statement.mention.low, statement.sentence
    if not isinstance(low, Count) or not low.of or not about.cue("ours").inside(text) or about.cue("some-of").inside(text):
        return {}
    noun = about.of(low.of.split()[-1])
    alike = (each for each in anchors.counts if isinstance(each.value, Count) and noun and noun == about.of(each.value.of.split()[-1]))
    return {each: NAMED for each in alike if 1 / SIZE < low.amount / (each.value.amount or 1) < SIZE}  # type: ignore[union-attr]


def _fitting(
    possible: Mapping[Anchor, float], scope: Scope, anchors: Anchors, mention: Mention
) -> tuple[dict[Anchor, float], list[Anchor]]:
    """The anchors that a sentence may speak of by its scope, with their scores, and the limits of the roles that it names."""
    fitting = {anchor: score * scope.fit(anchor) for anchor, score in possible.items() if scope.holds(anchor) and scope.fit(anchor)}
    limits = [each for each in anchors.limits if each.kind == mention.kind and scope.roles & set(each.roles)]
    if "authority" in scope.parts and (mention.bound in ("up to", "less than") or scope.limited):
        fitting |= {each: max(fitting.get(each, 0.0), NAMED) for each in limits}
    return fitting, limits


def _chosen(statement: Statement, near: Mapping[Anchor, float], soft: bool) -> Claim | None:
    """The claim beside the anchor that agrees, or beside the likeliest that does not."""
    ranked = sorted(near.items(), key=lambda each: (-each[1], str(each[0].path)))
    judged = [(anchor, score, verdict(statement.mention, anchor)) for anchor, score in ranked]
    agreeing = [each for each in judged if each[2] == "agree"]
    differing = [each for each in judged if each[2] not in ("agree", "unclear") and each[1] >= _least(each[0], statement)]
    if agreeing:
        anchor, score, result = agreeing[0]
    elif differing and not _another_agrees(differing[0][0], statement):
        anchor, score, result = differing[0]
    else:
        return None
    if soft and result in ("stronger", "conflict"):
        return None
    return Claim(statement, anchor, result, score, soft, next(filter(None, map(_fact, (each[0] for each in agreeing))), ""))


def _family(anchor: Anchor) -> Path:
    return anchor.family or anchor.record


def _fact(anchor: Anchor) -> str:
    return str(anchor.record[1]) if anchor.part == "fact" and anchor.record[0] == "facts" else anchor.value.fact


def _least(anchor: Anchor, statement: Statement) -> float:
    """How surely a sentence must be about an anchor before it may contradict it: less for promises and facts, told in other texts."""
    return LIKELY if anchor.record[0] in ("guarantees", "facts") and statement.document.kind != "profile" else SURE


def _addressed(statement: Statement, about: Subjects) -> bool:
    """Whether a sentence speaks to people or of us, or is a label with its figure."""
    label = statement.block.text[: statement.mention.bound_start].rstrip().endswith((":", "\u2013")) or statement.block.kind == "cell"
    return label or about.cue("addressed").inside(statement.sentence)


def _states(statement: Statement, about: Subjects) -> bool:
    """Whether a sentence or a cell states its quantity: with a bound, with a verb that states, behind a colon, or alone in a table."""
    mention = statement.mention
    if mention.kind == "moment" and not mention.bound and any(each.kind == "moment" for each in statement.beside):
        return False
    before = statement.block.text[: mention.bound_start].rstrip()
    after = statement.block.text[mention.end :].lstrip(" ,")
    if mention.kind == "percent" and after.lower().startswith(about.forms("share-of")):
        return False
    if before.endswith((":", "=", "\u2013", "-", "(")) or after.lower().startswith(about.forms("following")):
        return True
    if mention.bound or statement.block.kind == "cell" or mention.kind not in ("time", "moment"):
        return True
    return any(about.cue(name).inside(statement.sentence) for name in ("stating", "asking", "promising"))


def _another_agrees(anchor: Anchor, statement: Statement) -> bool:
    """Whether another quantity of the same sentence says what the anchor says: then this one speaks of something else."""
    return any(each.kind == statement.mention.kind and verdict(each, anchor) == "agree" for each in statement.beside)
