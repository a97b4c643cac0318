"""Sentences that are nearly a message of the profile: an older or a careless copy of the vision, a value, a promise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from handbook.declare import Path, Said
from handbook.document import Block, Document
from handbook.prose import sentences, vocabulary, words
from handbook.ruling import Case
from handbook.subjects import subjects

LIKENESS = 0.7
"""How much of two sentences must be the same words in the same order (1: all) for one to pass for a copy of the other."""
SHARED = 0.6
"""Which share of a message's telling words must stand in a sentence before the two are laid side by side."""
NAMED = 0.35
"""The same where the name of the value stands before it."""
LEAST_ORDERED = 3
"""So many things must have an order before another order is told."""
LEAST_WORDS = 5
TELLING = 4
"""Letters of a word that tells something; so many of its first ones are looked at."""
RUN = 7
"""So many words in a row that are the same make a copy too, where they are a good part of the message."""
_LEAD_IN = re.compile(r"^[^:\"]{2,40}[:\"]\s*\"?")


@dataclass(frozen=True)
class Copy:
    """A sentence that is nearly a message, and where both stand."""

    document: Document
    block: Block
    start: int
    end: int
    said: str
    path: Path


@dataclass(frozen=True)
class _Message:
    said: str
    path: Path
    words: tuple[str, ...]
    telling: frozenset[str]
    name: str = ""


def near_copies(case: Case) -> tuple[Copy, ...]:
    """Every near copy in the texts of a case, worked out once."""
    return tuple(case.once("near copies", lambda each: (*_near_copies(each), *_other_orders(each))))


def _messages(case: Case) -> Iterator[Said]:
    profile = case.profile
    if profile.vision:
        yield profile.vision.statement
        yield from (each.promise for each in profile.vision.promises)
    yield from (each.means for each in profile.values)
    yield from (each.promise for each in profile.guarantees)
    if profile.automation and profile.automation.promise:
        yield profile.automation.promise
    if profile.learn and profile.learn.service_is:
        yield profile.learn.service_is
    if profile.language:
        yield from (each.say for each in profile.language.phrases if each.kind == "rule")


def _near_copies(case: Case) -> Iterator[Copy]:
    messages = [_message(each) for each in _messages(case)]
    messages += [_message(each.means, str(each.name)) for each in case.profile.values]
    messages = [each for each in messages if len(each.words) >= LEAST_WORDS]
    exact = {each.words for each in messages}
    index: dict[str, list[int]] = {}
    for number, each in enumerate(messages):
        for name in each.telling:
            index.setdefault(name, []).append(number)
    if not messages:
        return
    for document in case.documents:
        for block in document.blocks:
            if document.kind != "profile":
                yield from _in_block(document, block, messages, index, exact)


def _message(said: Said, name: str = "") -> _Message:
    spoken = tuple(each.text for each in words(str(said)))
    telling = {each.text[:TELLING] for each in words(name)} or {each[:TELLING] for each in spoken if len(each) >= TELLING}
    return _Message(str(said), said.path, spoken, frozenset(telling), name.lower())


def _in_block(
    document: Document, block: Block, messages: list[_Message], index: dict[str, list[int]], exact: set[tuple[str, ...]]
) -> Iterator[Copy]:
    text = block.text
    hits: dict[int, int] = {}
    for name in {each[:TELLING] for each in vocabulary(text)} & index.keys():
        for number in index[name]:
            hits[number] = hits.get(number, 0) + 1
    candidates = [
        messages[number]
        for number, count in sorted(hits.items())
        if count >= SHARED * len(messages[number].telling) and (count > 1 or messages[number].name)
    ]
    for message in candidates:
        if copy := _best(document, block, message, exact):
            yield copy


def _best(document: Document, block: Block, message: _Message, exact: set[tuple[str, ...]]) -> Copy | None:
    """The stretch of one or two sentences that is most like the message, unless it is the message itself."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    for start, end in _stretches(block.text):
        spoken = tuple(each.text for each in words(block.text[start:end]))
        if spoken in exact:
            return None
        if len(spoken) >= LEAST_WORDS and len(spoken) < 2 * len(message.words):
            best = max(best, (_likeness(spoken, message.words), -start, end))
    likeness, start, end = best[0], -best[1], best[2]
    led = message.name and text_before(block.text, start).endswith(message.name)
    if (
        likeness < (NAMED if led else LIKENESS)
        or _only_figures_differ(block.text[start:end], message)
        or _a_part(block.text[start:end], message)
    ):
        return None
    return Copy(document, block, start, end, message.said, message.path)


def _likeness(spoken: tuple[str, ...], message: tuple[str, ...]) -> float:
    matcher = SequenceMatcher(None, spoken, message, False)
    run = matcher.find_longest_match().size
    return max(matcher.ratio(), LIKENESS if run >= RUN and run > 0.45 * len(message) else 0.0)


def _other_orders(case: Case) -> Iterator[Copy]:
    """Sentences that put what comes first in our vision in another order."""
    rule = case.profile.vision.comes_first if case.profile.vision else None
    about = subjects(case.shipped["_claims.yaml"])
    marks = frozenset(about.forms("ordering"))
    wanted = list(dict.fromkeys(name for _, name in about.at(str(rule or ""))))
    if rule is None or len(wanted) < LEAST_ORDERED:
        return
    for document in case.documents:
        for block in document.blocks if document.kind != "profile" else ():
            if block.quoted or len(marks & vocabulary(block.text)) < 2:
                continue
            for start, end in sentences(block.text):
                told = [name for name in dict.fromkeys(name for _, name in about.at(block.text[start:end])) if name in wanted]
                ordered = sorted(told, key=wanted.index)
                if len(told) >= max(2, SHARED * len(wanted)) and told != ordered and len(marks & vocabulary(block.text[start:end])) > 1:
                    yield Copy(document, block, start, end, str(rule), rule.path)


def text_before(text: str, start: int) -> str:
    """What stands before a place, in lower case, without the marks that part it from what follows."""
    return text[:start].lower().rstrip(" :\"'-\u2013")


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    spans = sentences(text)
    for number, (start, end) in enumerate(spans):
        lead = _LEAD_IN.match(text[start:end])
        begins = [start, start + lead.end()] if lead and lead.end() < end - start else [start]
        for begin in begins:
            last = end - 1 if text[end - 1 : end] == '"' else end
            yield begin, last
            if number + 1 < len(spans):
                yield begin, spans[number + 1][1]


def _a_part(text: str, message: _Message) -> bool:
    """Whether a sentence repeats one unbroken part of the message word for word, and adds nothing."""
    return f" {' '.join(each.text for each in words(text))} " in f" {' '.join(message.words)} "


def _only_figures_differ(text: str, message: _Message) -> bool:
    spoken = [each.text for each in words(text)]
    matcher = SequenceMatcher(None, spoken, message.words, False)
    changed = [word for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal" for word in (*spoken[a:b], *message.words[c:d])]
    return bool(changed) and any(each.isdigit() for each in changed) and len(changed) <= 6
