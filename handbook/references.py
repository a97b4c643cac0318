"""References between messages: `{fact}` and `{role.id}` inside texts, and fields that name another record.

`check` finds those that lead nowhere; `resolve` puts the words in their place, so that everything downstream reads
finished sentences.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from handbook.catalogue import Catalogue, label
from handbook.declare import Field, Kind, Ref, Said, fields_of
from handbook.finding import Finding, Related, Span
from handbook.leaves import closest
from handbook.notes import Notes, Placed
from handbook.profile import Profile
from handbook.profile.organisation import Word

SECTIONS = {
    "role": "roles",
    "team": "teams",
    "site": "sites",
    "value": "values",
    "measure": "measures",
    "guarantee": "guarantees",
    "segment": "segments",
    "term": "terms",
    "story": "stories",
}
OWN_WORDS = ("customer", "customers", "colleague", "colleagues", "us")
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")


def check(notes: Notes, chapters: frozenset[str]) -> Iterator[Finding]:
    """Every reference that leads nowhere, with a guess at what was meant."""
    known: dict[str, frozenset[str]] = {kind: frozenset(ids) for kind, ids in notes.ids.items()} | {"chapters": chapters}
    facts: dict[str, list[Span]] = {}
    for ref in notes.refs:
        options = frozenset().union(*(known.get(section, frozenset()) for section in ref.sections))
        if ref not in options:
            yield _nowhere(" or ".join(ref.sections), str(ref), options, notes.places[ref.path])
    for name, path in notes.fact_uses:
        facts.setdefault(name, []).append(notes.places[path])
    for leaf in notes.leaves:
        if leaf.kind in (Kind.LINE, Kind.PROSE, Kind.FACT):
            yield from _check_text(leaf, known, facts)
    names = known.get("facts", frozenset())
    yield from (_no_fact(name, names | {*OWN_WORDS}, sorted(spans)) for name, spans in facts.items() if name not in names)


def _check_text(leaf: Placed, known: Mapping[str, frozenset[str]], facts: dict[str, list[Span]]) -> Iterator[Finding]:
    """What is wrong with the braces of one text; names that stand alone are collected in `facts`."""
    seen: dict[str, int] = {}
    for match in _BRACES.finditer(leaf.text):
        name = match[1]
        if name is None or name in OWN_WORDS:
            continue
        place = leaf.place_of(match[0], seen.get(name, 0))
        seen[name] = seen.get(name, 0) + 1
        kind, dot, record = name.partition(".")
        if leaf.kind is Kind.FACT:
            yield _fact_in_fact(name, place)
        elif not dot:
            facts.setdefault(name, []).append(place)
        elif kind not in SECTIONS:
            yield _no_such_kind(kind, record, place)
        elif record not in known.get(SECTIONS[kind], frozenset()):
            yield _nowhere(SECTIONS[kind], record, known.get(SECTIONS[kind], frozenset()), place, f"{kind}.")
    if lonely := re.search(r"[{}]", _BRACES.sub("", leaf.text)):
        yield _lonely(lonely[0], leaf)


def _nowhere(kind: str, name: str, options: frozenset[str], span: Span, prefix: str = "") -> Finding:
    some = ", ".join(sorted(options)[:8]) + (" and others" if len(options) > 8 else "")
    guess = closest(name, options)
    return Finding(
        "unknown-reference",
        "error",
        f'there is no "{name}" in {kind}',
        span,
        expected=f"one of the ids in {kind}: {some}" if options else f"the id of an entry of {kind}; there is none yet",
        found=f"{{{prefix}{name}}}" if prefix else f'"{name}"',
        guess=(f"{{{prefix}{guess}}}" if prefix else guess) if guess else "",
        remedy=f"write the id of an entry of {kind}, or add the entry",
    )


def _no_such_kind(kind: str, record: str, span: Span) -> Finding:
    guess = closest(kind, tuple(SECTIONS))
    return Finding(
        "unknown-reference",
        "error",
        f'there is no kind of entry called "{kind}"',
        span,
        expected="one of: " + ", ".join(f"{each}.id" for each in SECTIONS),
        found=f"{{{kind}.{record}}}",
        guess=f"{{{guess}.{record}}}" if guess else "",
        remedy="correct what stands before the point; for a plain brace write {{",
    )


def _no_fact(name: str, options: frozenset[str], spans: list[Span]) -> Finding:
    bare = name.strip()
    guess = bare if bare in options else closest(bare.replace("_", "-"), options)
    more = tuple(Related(span, "and used here") for span in spans[1:6] if span != spans[0])
    return Finding(
        "unknown-fact",
        "error",
        f'there is no fact called "{bare}"' if bare != guess else f'the name of the fact "{bare}" has spaces around it',
        spans[0],
        related=more,
        expected="the name of a fact in braces, or a record such as {role.duty-manager}",
        found=f"{{{name}}}",
        guess=f"{{{guess}}}" if guess else "",
        remedy=f"write {{{guess}}}" if bare == guess else "add it to facts, or correct the name; for a plain brace write {{",
    )


def _fact_in_fact(name: str, span: Span) -> Finding:
    return Finding(
        "fact-in-a-fact",
        "error",
        "a fact cannot be made of another fact",
        span,
        expected="the amount, time, percentage or name itself",
        found=f"{{{name}}}",
        remedy="write the value itself",
    )


def _lonely(brace: str, leaf: Placed) -> Finding:
    written = re.search(r"[{}]", _BRACES.sub(lambda match: " " * len(match[0]), leaf.raw))
    place = leaf.at(written.start(), 1) if written else leaf.span
    return Finding(
        "lonely-brace",
        "error",
        f"the brace {brace} stands alone",
        place,
        expected="the name of a fact between { and }",
        found=brace,
        remedy=f"write the name of a fact between two braces; for a plain brace write it twice: {brace}{brace}",
    )


def resolve(profile: Profile) -> Profile:
    """The same profile with every reference inside a text replaced by what it stands for."""
    names = names_of(profile)

    def word(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        return names.get(match[1], match[0])

    def finish(leaf: Any) -> Any:
        return Said(_BRACES.sub(word, leaf), leaf.path, leaf.prose) if isinstance(leaf, Said) and ("{" in leaf or "}" in leaf) else leaf

    resolved = transform(profile, finish)
    assert isinstance(resolved, Profile)
    return resolved


def transform(value: Any, leaf: Callable[[Any], Any], keep: Callable[[Any], bool] = lambda each: True) -> Any:
    """A copy of a piece of the profile in which `leaf` has replaced every single value, and what `keep` refuses is gone."""
    if value is None or isinstance(value, str):
        return leaf(value)
    if isinstance(value, tuple):
        return tuple(transform(each, leaf, keep) for each in value if keep(each))
    if isinstance(value, Mapping):
        return MappingProxyType({leaf(key): transform(each, leaf, keep) for key, each in value.items() if keep(key) and keep(each)})
    if hasattr(type(value), "DECLARED"):
        return type(value)(**{each.attribute: _kept(value, each, leaf, keep) for each in fields_of(type(value))})
    return leaf(value)


def _kept(record: Any, declared: Field, leaf: Callable[[Any], Any], keep: Callable[[Any], bool]) -> Any:
    value = getattr(record, declared.attribute)
    return transform(value, leaf, keep) if declared.required or keep(value) else None


def published(profile: Profile) -> Profile:
    """The profile without drafts and retired records, and without references to them."""
    catalogue = Catalogue(profile)
    hidden = {(kind, name) for kind, name, record in catalogue if _inactive(record)}

    def keep(value: Any) -> bool:
        if isinstance(value, Ref):
            return not any((section, str(value)) in hidden for section in value.sections)
        return not _inactive(value)

    kept = transform(profile, lambda leaf: leaf, keep) if hidden else profile
    assert isinstance(kept, Profile)
    return kept


def _inactive(record: Any) -> bool:
    return getattr(record, "status", None) in ("draft", "retired")


def names_of(profile: Profile) -> dict[str, str]:
    """What stands for each name in braces: facts, records, our words for people."""
    customer, colleague = own_words(profile)
    names = {name: str(fact.is_) for name, fact in profile.facts.items()}
    names |= {"customer": customer.one, "customers": customer.many, "colleague": colleague.one, "colleagues": colleague.many}
    names["us"] = profile.organisation.short_name or profile.organisation.name
    catalogue = Catalogue(profile)
    for singular, section in SECTIONS.items():
        names |= {f"{singular}.{name}": label(record) for name, record in catalogue.all(section).items()}
    for name, text in list(names.items()):
        names[name] = _BRACES.sub(lambda match: names.get(match[1] or "", match[0]), text)
    return names


def own_words(profile: Profile) -> tuple[Word, Word]:
    """The organisation's words for those it serves and those who work for it."""
    organisation = profile.organisation
    return (
        organisation.calls_customers or Word(one=Said("customer"), many=Said("customers")),
        organisation.calls_colleagues or Word(one=Said("colleague"), many=Said("colleagues")),
    )
