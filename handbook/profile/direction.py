"""Why we chose service, what we want to become, who leads, how we learn, and the way there."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from handbook.declare import Language, Line, Prose, Whole, many, may, named, needed, record
from handbook.profile.header import Amount, Date, Header, Part, RoleRef, Translation, ValueRef


@record
class Evidence:
    """Something that was seen or counted, and where."""

    SHORTHAND: ClassVar[str] = "what"
    what: Line = needed("What was seen or counted.", "Seven of ten guests who came back named a person, not a room.")
    source: Line | None = may("Where it comes from.", "Guest letters, 2025")


@record
class Gain:
    """What a service culture brings, and to whom."""

    customers: Line | None = may("For those we serve.", "A stay without having to ask twice.")
    colleagues: Line | None = may("For those who work here.", "Work that ends with thanks more often than with trouble.")
    owners: Line | None = may("For those who own or fund it.", "A house that fills by word of mouth.")
    community: Line | None = may("For everybody around.", "A good neighbour on the quay.")


@record
class Why(Part):
    """The reason this organisation chose service."""

    reason: Prose = needed("Why we chose service, in your own words.", "Rooms can be copied. The way a person is received cannot.")
    threat: Line | None = may("What happens if we do not.", "Guests compare prices when nothing else is different.")
    opportunity: Line | None = may("What becomes possible if we do.", "To be the house people recommend to their parents.")
    evidence: tuple[Evidence, ...] = many("What makes us think so.")
    gain: Gain | None = may("Who gains what.")


@record
class PromiseTo:
    """What the vision promises one group of people."""

    to: Line = needed("To whom.", "Our guests")
    promise: Line = needed("What.", "You are expected, and it shows.")


@record
class RoleBehaviour:
    """The vision in the hands of one role."""

    role: RoleRef = needed("The role.", "front-desk-agent")
    does: Line = needed("What somebody in that role does because of it.", "I look up before I look at the screen.")


@record
class Vision(Part):
    """One short promise that everybody can act on."""

    statement: Line = needed(
        "The vision, twenty words or fewer, ending in an effect on somebody.", "Every guest leaves lighter than they came."
    )
    translations: Mapping[Language, Translation] = named("The vision in your other languages.", "{ar: كل ضيف يغادرنا وقد خفّ حمله.}")
    means: tuple[Line, ...] = many("What it means in practice.", "[We take worries off people before they name them.]")
    does_not_mean: tuple[Line, ...] = many("What it does not mean.", "[Saying yes to everything.]")
    promises: tuple[PromiseTo, ...] = many("What it promises, party by party.")
    comes_first: Line | None = may(
        "What wins when service, speed and cost pull apart.", "Safety first, then the guest in front of us, then the clock."
    )
    decision_test: Line | None = may("The question to ask when unsure.", "Will they leave lighter?")
    in_each_role: tuple[RoleBehaviour, ...] = many("What it looks like, role by role.")
    origin: Prose | None = may(
        "How we found it.", "Forty of us wrote down the best thing a guest ever said. This is what the notes had in common."
    )


@record
class LeadershipRule:
    """A rule for everybody who leads, at any level."""

    SHORTHAND: ClassVar[str] = "rule"
    rule: Line = needed("The rule.", "Whoever sees it, owns it until somebody else has taken it.")
    means: Line | None = may("What it means.", "We hand over in person, never by hoping.")


@record
class Level:
    """What one level decides alone."""

    role: RoleRef = needed("The role.", "front-desk-agent")
    decides: tuple[Line, ...] = many("What it decides without asking.", "[A late check-out until 14:00]")
    up_to: Amount | None = may("How much it may give, and per what.", '"{desk-limit}"')


@record
class Lead(Part):
    """Anyone can lead: the rules, and who decides what."""

    rules: tuple[LeadershipRule, ...] = many("Our rules of leadership.")
    anyone_can_lead: Prose | None = may(
        "How somebody without a title leads here.", "If you see how to make a stay better, start, and tell us at the huddle."
    )
    levels: tuple[Level, ...] = many("What each level decides alone.")


@record
class Principle:
    """Something about service that everybody can learn and use."""

    name: Line = needed("Your own name for it.", "Listen, agree, do, confirm")
    means: Line = needed("What it says.", "Hear the whole story, agree on what matters, do it, and ask whether it is done.")
    exercise: Line | None = may("A way to practise it.", "In pairs, tell of a bad journey; the other may only ask.")
    value: ValueRef | None = may("The value it serves.", "warmth")


@record
class Course:
    """Something taught."""

    name: Line = needed("What it is called.", "The first ten minutes")
    audience: Line | None = may("For whom.", "Everybody, in the first month")
    minutes: Whole | None = may("How long, in minutes.", "90")
    teacher: RoleRef | None = may("Who teaches it.", "front-office-manager")
    outcome: Line | None = may("What people can do afterwards.", "Receive a tired guest without a form.")


@record
class Learn(Part):
    """Principles that everybody can apply, and how they are learned."""

    service_is: Line | None = may("What service means here.", "Service is doing something that is of use to somebody else.")
    principles: tuple[Principle, ...] = many("The principles.")
    exercises: tuple[Line, ...] = many("Exercises for a quiet ten minutes.", "[Write the note you would like to find in your room.]")
    curriculum: tuple[Course, ...] = many("What is taught, to whom, by whom.")


@record
class Stage(Header):
    """One stage on the way."""

    name: Line = needed("What the stage is called.", "Choose our words")
    from_: Date | None = may("Its first day.", "2026-10-01")
    until: Date | None = may("Its last day.", "2026-12-31")
    we_do: tuple[Line, ...] = many("What happens in it.", "[Agree on twenty terms with people from every team.]")
    sponsor: RoleRef | None = may("Who makes sure that it happens.", "general-manager")
    done_when: Line | None = may("How we know it is done.", "Nine of ten colleagues explain a term the same way.")
    state: Literal["done", "now", "next"] | None = may("Whether it is done, going on now, or still to come.", "now")


@record
class Drive(Part):
    """The road ahead: stages, dates, who sponsors them and how we know they are done."""

    stages: tuple[Stage, ...] = many("The stages, in order.")
    next: Prose | None = may("What comes after.", "When the words are ours, we turn to how we say sorry.")
