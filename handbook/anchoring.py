"""A profile -> its anchors: every fact, promise, limit, target and number of things, with the words that lead to it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handbook.anchors import Anchor, Anchors, Part, View, gathered, kind_of
from handbook.catalogue import label
from handbook.declare import Path
from handbook.mentions import Scanner
from handbook.profile import Profile
from handbook.prose import words
from handbook.quantity import Count, Duration, Money, Percent, Rate, Score, TimeOfDay
from handbook.references import own_words
from handbook.ruling import home
from handbook.subjects import Subjects

QUANTITIES = (Duration, TimeOfDay, Money, Percent, Rate, Score, Count)


def roles_in(concepts: View, profile: Profile, subjects: Subjects) -> tuple[str, ...]:
    """The roles of the profile that a text names: all telling words of their title stand in it."""
    views = {name: subjects.of(str(role.title)) for name, role in profile.roles.items()}
    return tuple(name for name, view in views.items() if view and (view - subjects.faint or view) <= concepts)


def anchors_of(profile: Profile, subjects: Subjects, scanner: Scanner) -> Anchors:
    """Every quantity of the profile that messages stand for."""
    everything = [each for each in _all(profile, subjects, scanner) if kind_of(each.value)]
    roles = {name: subjects.of(str(role.title)) for name, role in profile.roles.items()}
    return replace(gathered(everything, subjects, roles), names=_names(profile), segments=_segments(profile, subjects))


def _segments(profile: Profile, subjects: Subjects) -> tuple[View, ...]:
    views = [subjects.of(str(each.name or each.who)) for each in profile.segments]
    return tuple(view - subjects.faint or view for view in views)


def _names(profile: Profile) -> frozenset[str]:
    """The words of what we call ourselves, our places, teams, roles, terms, promises and facts, in lower case."""
    organisation = profile.organisation
    said = [str(organisation.name), str(organisation.short_name or "")]
    said += [str(each.name) for each in profile.sites.values()]
    said += [str(each.name) for each in profile.teams.values()]
    said += [str(each.title) for each in profile.roles.values()]
    said += [str(each.term) for each in profile.language.terms] if profile.language else []
    said += [str(each.name or each.id) for each in profile.guarantees] + [str(each.name or each.who) for each in profile.segments]
    said += [str(each.promise) for each in profile.guarantees] + [str(fact.about or name) for name, fact in profile.facts.items()]
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
        for anchor in _simple(measure.target, "target", measure, (f"{measure.name} {subjects.word('target')}",), measure.name, subjects):
            promised = next((home(guarantee) for guarantee in profile.guarantees if guarantee.measured_by == measure.id), ())
            yield replace(anchor, family=promised)
    yield from _counts(profile, subjects)


def _facts(profile: Profile, subjects: Subjects, scanner: Scanner) -> Iterator[Anchor]:
    for name, fact in profile.facts.items():
        if isinstance(fact.is_, QUANTITIES):
            about = str(fact.about or name.replace("-", " "))
            plain = name.replace("-", " ")
            views = tuple(dict.fromkeys((subjects.of(about), subjects.of(f"{about} {plain}"), subjects.of(plain))))
            said, scope = f"{about}: {fact.is_}", _scope(about, subjects)
            roles = roles_in(views[0], profile, subjects)
            family = _family(name, fact.is_, views[0], profile, subjects, scanner)
            yield Anchor(fact.is_, fact.is_.path, ("facts", name), "fact", views, said, roles, **scope, family=family)


def _scope(text: str, subjects: Subjects) -> dict[str, Any]:
    return {"channels": subjects.channels(text), "apart": subjects.apart(text)}


def _family(name: str, fact: Any, view: View, profile: Profile, subjects: Subjects, scanner: Scanner) -> Path:
    """The first promise that uses a fact, or says the same figure about the same thing."""
    for guarantee in profile.guarantees:
        clock, remedy = guarantee.clock, guarantee.remedy
        if name in (getattr(clock and clock.limit, "fact", ""), getattr(remedy and remedy.worth, "fact", "")):
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
    said = {"record": record, "said": str(promise), **_scope(" ".join(texts), subjects)}
    own = subjects.of(" ".join(texts))
    said["unless"] = tuple(view for each in guarantee.unless if (view := subjects.of(str(each)) - own - subjects.faint - subjects.common))
    parts = (
        ("limit", clock and clock.limit, views),
        ("remedy", remedy and remedy.worth, with_remedy),
        ("cap", remedy and remedy.cap, with_remedy),
        ("claim", guarantee.claim_within, views),
        ("payout", guarantee.pay_within, views),
        ("authority", guarantee.who_may_give and guarantee.who_may_give.up_to, with_remedy),
    )
    for part, value, seen in parts:
        if isinstance(value, QUANTITIES):
            said["said"] = _told(part, value, guarantee, profile)
            roles = (str(guarantee.who_may_give.role),) if part == "authority" else ()
            seen = (
                *seen,
                *(subjects.of(f"{profile.roles[each].title} {subjects.word('limit')}") for each in roles if each in profile.roles),
            )
            yield Anchor(value, value.path, part=part, views=seen, roles=roles, **said)  # type: ignore[arg-type]
    for mention in scanner.scan(str(promise)):
        yield Anchor(mention.low, promise.path, part="said", views=views, **said | {"said": str(promise)})


def _told(part: str, value: Any, guarantee: Any, profile: Profile) -> str:
    """The sentence that says a part of a promise to people."""
    name = str(guarantee.name or guarantee.id.replace("-", " "))
    if part == "authority":
        return f"{label(profile.roles.get(str(guarantee.who_may_give.role), guarantee))} may give {value} ({name})"
    if part == "claim":
        return f"people can call it in for {value} ({name})"
    if part == "payout":
        return f"people have it within {value} ({name})"
    return (
        str(guarantee.promise)
        if part == "limit"
        else f"{guarantee.remedy.what}, {'at most' if part == 'cap' else 'worth'} {value} ({name})"
    )


def _spoken(text: Any, record: Path, about: tuple[str, ...], subjects: Subjects, scanner: Scanner) -> Iterator[Anchor]:
    views = tuple(subjects.of(each) for each in about)
    for mention in scanner.scan(str(text)):
        yield Anchor(mention.low, text.path, record, "said", views, str(text))


def _simple(value: Any, part: Part, record: Any, about: tuple[Any, ...], said: Any, subjects: Subjects) -> Iterator[Anchor]:
    if isinstance(value, QUANTITIES):
        views = tuple(subjects.of(str(each)) for each in about if each)
        yield Anchor(value, value.path, home(record), part, views, str(said))


def _listening(profile: Profile, subjects: Subjects) -> Iterator[Anchor]:
    voice, improvement, recovery = profile.voice_of_customer, profile.improvement, profile.recovery
    for post in voice.listening_posts if voice else ():
        yield from _simple(post.reply_within, "limit", post, (f"{post.name} {subjects.word('reply')}",), post.name, subjects)
        yield from _simple(post.fix_within, "limit", post, (f"{post.name} {subjects.word('fix')}",), post.name, subjects)
    for way in improvement.mechanisms if improvement else ():
        yield from _simple(way.acknowledge_within, "limit", way, (f"{way.name} {subjects.word('acknowledge')}",), way.name, subjects)
        yield from _simple(way.decide_within, "limit", way, (f"{way.name} {subjects.word('decide')}",), way.name, subjects)
        yield from _simple(way.budget, "fact", way, (f"{way.name} {subjects.word('budget')}",), way.name, subjects)
    for grade in recovery.severities if recovery else ():
        yield from _simple(grade.act_within, "limit", grade, (f"{grade.name} {subjects.word('act')}",), grade.name, subjects)
    modelling, talks = profile.role_modelling, profile.communications and profile.communications.huddle_rule
    if modelling and modelling.raise_a_gap:
        yield from _simple(modelling.answer_within, "limit", modelling, (subjects.word("gap"),), modelling.raise_a_gap, subjects)
    if talks and talks.when:
        yield from _simple(talks.length, "fact", talks, (f"{subjects.word('huddle')} {talks.when}",), talks.when, subjects)


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
    if isinstance(record.up_to, Money) and str(role) in profile.roles:
        title = str(profile.roles[str(role)].title)
        said = str(getattr(record, "what", "")) or f"{title}: {record.up_to}"
        view = subjects.of(f"{title} {getattr(record, 'what', '')}")
        yield Anchor(record.up_to, record.up_to.path, home(record), "authority", (view,), said, (str(role),))


def _counts(profile: Profile, subjects: Subjects) -> Iterator[Anchor]:
    """How many promises and groups of customers there are; the values are counted by a rule of their own."""
    customer, _ = own_words(profile)
    groups = (("guarantees", profile.guarantees), ("segments", profile.segments))
    for name, records in groups:
        if records:
            word = f"{subjects.word(name)} {customer.many if name == 'segments' else ''}"
            yield Anchor(Count(len(records), name), (name,), (name,), "count", (subjects.of(word),), word)  # type: ignore[arg-type]
