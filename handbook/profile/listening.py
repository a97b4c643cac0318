"""How we hear, measure, improve and learn from others."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from handbook.declare import Kind, Language, Leaf, Line, YesNo, many, may, named, needed, record
from handbook.profile.header import Amount, Date, MeasureRef, Named, Part, RoleRef, SegmentRef, TeamRef
from handbook.profile.organisation import Length
from handbook.quantity import Quantity

Figure = Annotated[Quantity, Leaf(Kind.QUANTITY)]


@record
class ListeningPost(Named):
    """A place where customers tell us something."""

    KIND: ClassVar[str] = "listening-posts"
    name: Line = needed("What it is called.", "The card on the pillow")
    touchpoint: Line | None = may("The moment it belongs to.", "The first evening")
    question: Line | None = may("What we ask.", "What would make tomorrow better?")
    scale: Line | None = may("How people answer.", "In their own words")
    segments: tuple[SegmentRef, ...] = many("Whom we ask there; leave out for everybody.", "[families]")
    languages: tuple[Language, ...] = many("In which languages.", "[en]", speaks=False)
    reply_within: Length | None = may("How fast the person gets an answer.", "4 business hours")
    fix_within: Length | None = may("How fast a theme that comes up again is put right.", "30 days")
    routed_to: RoleRef | None = may("Who gets it.", "duty-manager")


@record
class SaidDid:
    """What people said, and what we did about it."""

    said: Line = needed("What they said.", "Breakfast starts too late for the first boat.")
    did: Line = needed("What we did.", "Coffee and bread stand ready from 05:30.")
    date: Date | None = may("Since when.", "2026-06-01")


@record
class Voice:
    """A way for colleagues to be heard."""

    name: Line = needed("What it is called.", "The Friday question")
    how: Line = needed("How it works.", "One question a week; the answers are read out on Monday.")
    reach: Line | None = may("How to reach it.", "The box by the kitchen")


@record
class VoiceOfCustomer(Part):
    """Hearing, routing, acting, telling."""

    complaint_means: Line | None = may("What counts as a complaint.", "Any sign that somebody is not content, said, written or shown.")
    listening_posts: tuple[ListeningPost, ...] = many("Where we listen.")
    you_said_we_did: tuple[SaidDid, ...] = many("What people said, and what we did.")
    colleagues_voice: tuple[Voice, ...] = many("How colleagues are heard.")


@record
class Measure(Named):
    """Something we count. A name alone is not enough: the same name hides several formulas."""

    KIND: ClassVar[str] = "measures"
    name: Line = needed("What it is called.", "Rooms ready on time")
    kind: Literal["outcome", "driver", "operational"] = needed(
        "outcome: what becomes of people. driver: what leads there. operational: what a team does.", "operational"
    )
    definition: Line | None = may("What it tells us, in plain words.", "How often we keep our first promise of the day.")
    formula: Line = needed("How it is worked out.", "rooms ready by {room-ready-by} / rooms due that day")
    scale: Line | None = may("The scale it is read on.", "0 to 100 %")
    population: Line | None = may("Who or what is counted.", "Every room due that day")
    better: Literal["higher", "lower"] = needed("Which way is better.", "higher")
    source: Line | None = may("Where the figures come from.", "The room list")
    frequency: Line | None = may("How often it is looked at.", "Daily, at the huddle")
    target: Figure | None = may("Where we want to be.", "98 %")
    floor: Figure | None = may("Below this we stop and look.", "94 %")
    cascades_to: Mapping[TeamRef, Figure] = named("What it comes to in each team.", "{housekeeping: 98 %, front-office: 98 %}")
    guardrail: MeasureRef | None = may("The measure that must not get worse while we chase this one.", "rooms-ready-on-time")
    can_be_gamed_by: Line | None = may("How the figure could look better than the truth.", "Ticking a room off before it was checked")
    tied_to_pay: YesNo | None = may("Whether anybody's pay depends on it.", "no")


@record
class Measuring(Part):
    """How we use measures."""

    how_we_use_them: Line | None = may("What we do with the figures.", "We ask why before we ask who.")


@record
class Mechanism(Named):
    """A way from an idea to a change."""

    KIND: ClassVar[str] = "mechanisms"
    name: Line = needed("What it is called.", "The idea card")
    what: Line = needed("How it works.", "Write it down, hand it to anybody who leads a shift.")
    who_may: Line | None = may("Who may take part.", "Everybody, guests included")
    acknowledge_within: Length | None = may("How fast you hear that it has arrived.", "2 business days")
    decide_within: Length | None = may("How fast it is decided.", "10 business days")
    decider: RoleRef | None = may("Who decides.", "front-office-manager")
    budget: Amount | None = may("What may be tried without asking.", "AED 500 per idea")
    criteria: tuple[Line, ...] = many("What counts.", "[A guest or a colleague would notice it.]")
    credit: Line | None = may("How those who had the idea are named.", "Your name stands beside the change, if you like.")
    status_shown: Line | None = may("Where everybody sees how far it is.", "The board by the kitchen")


@record
class Idea:
    """An idea and what became of it."""

    idea: Line = needed("The idea.", "A shelf of umbrellas by the door.")
    state: Literal["received", "trying", "adopted", "declined"] = needed("How far it is.", "adopted")
    because: Line | None = may("Why, or what came of it.", "Nobody has gone out into the rain without one since.")


@record
class Improvement(Part):
    """A visible path from idea to change."""

    mechanisms: tuple[Mechanism, ...] = many("The ways an idea can take.")
    ideas: tuple[Idea, ...] = many("Ideas, and what became of them.")


@record
class Lesson:
    """A practice seen elsewhere, and why we took it, changed it or left it."""

    SHORTHAND: ClassVar[str] = "what"
    what: Line = needed("The practice.", "One person stays with a case from start to end.")
    because: Line | None = may("Why we took, changed or left it.", "Handing over was where we lost people.")


@record
class Study(Named):
    """Somebody who does one thing very well, and what we learned there."""

    KIND: ClassVar[str] = "studies"
    partner: Line = needed("Who.", "The ferry office next door")
    process: Line = needed("What they do well.", "Telling people about a delay")
    why: Line | None = may("Why we looked there.", "They have to do it every week.")
    measured: Line | None = may("What we measured.", "Minutes from knowing to telling")
    finding: Line | None = may("What we found.", "They tell people before they know the reason.")
    gap: Line | None = may("How far we are from it.", "They take 5 minutes, we took 40.")
    adopted: tuple[Lesson, ...] = many("What we took over.")
    adapted: tuple[Lesson, ...] = many("What we changed and took over.")
    rejected: tuple[Lesson, ...] = many("What we left, and why.")
    date: Date | None = may("When we looked.", "2026-04-15")
    source: Line | None = may("Their permission, or the public source.", "Told to us by the ferry office, with its consent")


@record
class Benchmarking(Part):
    """Learning from whoever does it best, often in another field."""

    studies: tuple[Study, ...] = many("Whom we learned from.")
