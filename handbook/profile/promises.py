"""What we promise, how we make up for it when we fail, whom we serve, and what machines do."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from handbook.declare import Kind, Language, Leaf, Line, Prose, many, may, named, needed, record
from handbook.profile.header import (
    Amount,
    Date,
    GuaranteeRef,
    MeasureRef,
    Named,
    Part,
    RoleRef,
    SegmentRef,
    TermRef,
    Translation,
    ValueRef,
)
from handbook.profile.organisation import Length
from handbook.quantity import Duration, TimeOfDay

Moment = Annotated[Duration | TimeOfDay, Leaf(Kind.MOMENT)]


@record
class PromiseClock:
    """When the time of a promise starts, when it stops, and which hours count."""

    from_: Line | None = may("When it starts.", "check-in day")
    until: Line | None = may("What stops it.", "The guest holds the key")
    limit: Moment | None = may("How long, or until what time of day.", '"{room-ready-by}"')
    kind: Literal["calendar", "business"] | None = may("calendar: every hour counts. business: only our opening hours.", "calendar")


@record
class Remedy:
    """What people get when we do not keep the promise."""

    what: Line = needed("What they get.", "Dinner for the guests of the room")
    worth: Amount | None = may("What it is worth, and per what.", "AED 300 per stay")
    cap: Amount | None = may("The most it can come to.", "AED 900 per stay")
    given: Literal["without being asked", "when asked"] | None = may("Whether we offer it ourselves.", "without being asked")


@record
class MayGive:
    """Who gives the remedy, and up to how much."""

    role: RoleRef = needed("The role.", "front-desk-agent")
    up_to: Amount | None = may("Up to how much, and per what.", '"{desk-limit}"')


@record
class Guarantee(Named):
    """A promise that can be called in."""

    KIND: ClassVar[str] = "guarantees"
    name: Line | None = may("A short name for it; made from the promise when left out.", "Room ready")
    promise: Line = needed(
        "The promise, in the words people hear.", "Your room is ready by {room-ready-by}, or your first night's dinner is on us."
    )
    translations: Mapping[Language, Translation] = named(
        "The promise in your other languages.", "{ar: غرفتكم جاهزة قبل الساعة 15:00، وإلا فعشاء ليلتكم الأولى على حسابنا.}"
    )
    plain: Line | None = may("What it means for us, plainly.", "The room is clean, checked and warm when the guest asks for the key.")
    for_: tuple[SegmentRef, ...] = many("The groups it is for; leave out for everybody.", "[families]")
    unless: tuple[Line, ...] = many("When it does not hold.", "[A storm closes the road.]")
    uses_terms: tuple[TermRef, ...] = many("The terms it uses.", "[guest]")
    trigger: Line | None = may("What sets it off.", "The guest asks for the key and the room is not ready")
    clock: PromiseClock | None = may("The time that counts.")
    measured_by: MeasureRef | None = may("The measure that shows whether we keep it.", "rooms-ready-on-time")
    remedy: Remedy | None = may("What people get when we do not keep it.")
    words: tuple[Line, ...] = many(
        "Words to say when giving it.", '["We promised you a room, and it is not ready. Dinner is ours tonight."]'
    )
    proof: Line | None = may("What people must show.", "Nothing; we know when they came.")
    claim_within: Length | None = may("How long they can call it in.", "7 days")
    pay_within: Length | None = may("How fast they get it.", "1 day")
    who_may_give: MayGive | None = may("Who gives it without asking anybody.")
    beyond_that: RoleRef | None = may("Who decides above that.", "duty-manager")
    legal_floor: Line | None = may("What the law asks for anyway.", "The law asks for a refund of the part that was not given.")
    legal_time_limit: Length | None = may("The longest that the law lets us take, where it sets a time.", "1 day")
    legal_minimum: Amount | None = may("The least that the law gives people, where it sets an amount, and per what.", "AED 100 per stay")


@record
class Offer(Named):
    """Something we give or sell for a time, as customers hear it. When it is over, no text should go on saying it."""

    KIND: ClassVar[str] = "offers"
    name: Line = needed("What it is called.", "The winter breakfast")
    says: Line = needed("The offer, in the words customers hear.", "Breakfast is free for children until the end of February.")


@record
class Step:
    """One step of making it right."""

    name: Line = needed("The step in a word or two.", "Hear it out")
    do: Line = needed("What to do.", "Stand still, listen to the end, write down nothing yet.")
    say: tuple[Line, ...] = many("Words that help.", "[Thank you for telling me.]")


@record
class Severity:
    """How bad it is, and how fast who acts."""

    name: Line = needed("The grade.", "The stay is spoiled")
    means: Line = needed("What it means.", "Something that they will still tell at home.")
    examples: tuple[Line, ...] = many("What it looks like.", "[A night without sleep]")
    act_within: Length | None = may("How fast we act.", "10 minutes")
    role: RoleRef | None = may("Who takes it.", "duty-manager")
    up_to: Amount | None = may("Up to how much, and per what.", '"{manager-limit}"')


@record
class Recovery(Part):
    """Making it right with the person first, then with the cause, then with the colleague."""

    steps: tuple[Step, ...] = many("The steps, in order.")
    severities: tuple[Severity, ...] = many("How bad it can be, and who acts how fast.")
    cause: Prose | None = may(
        "How the cause is found and put right.", "The duty manager writes two lines in the book; the weekly round decides."
    )
    care_for_colleague: Prose | None = may(
        "How we look after the colleague who stood in it.", "Ten minutes off, a coffee, and nobody asks whose fault it was."
    )
    what_became_of_them: tuple[MeasureRef, ...] = many(
        "The measures of what became of the people, not of how fast we repaired.", "[rooms-ready-on-time]"
    )


@record
class Segment(Named):
    """A group of people with a need in common; need comes before nationality."""

    KIND: ClassVar[str] = "segments"
    name: Line | None = may("A short name for it; made from who they are when left out.", "Families")
    who: Line = needed("Who they are, by situation.", "Guests travelling with children")
    evidence: Line | None = may("How we know.", "Every fifth booking, and most letters")
    need: Line = needed("What many of them need.", "One stop, no queue, a room that is safe to run in.")
    we_adapt: Mapping[Line, Line] = named(
        "What we do differently, moment by moment.", "{Arrival: Children are greeted first., Room: The extra bed is made before they come.}"
    )
    never_changes: tuple[GuaranteeRef, ...] = many("The guarantees that hold for them as for everybody.", "[room-ready]")
    leaves_out: Mapping[GuaranteeRef, Line] = named(
        "Guarantees that do not hold for them, each with the reason.", "{room-ready: They sleep on board and not in our house.}"
    )
    do: tuple[Line, ...] = many("What helps.", "[Ask the children what they want for breakfast.]")
    do_not: tuple[Line, ...] = many("What does not.", "[Assume that children are noisy.]")
    languages: tuple[Language, ...] = many("The languages we offer them.", "[en]", speaks=False)
    channels: tuple[Line, ...] = many("How they reach us.", "[Telephone, day and night]")
    accessibility: Line | None = may("What makes it easy for everybody.", "No step from the street to the room.")
    who_may_vary: RoleRef | None = may("Who may go further.", "duty-manager")


@record
class Automation:
    """What machines do, and when a person must be offered."""

    machines_do: tuple[Line, ...] = many("What machines do.", "[Send the booking and the way here.]")
    person_when: tuple[Line, ...] = many("When a person must be offered.", "[Somebody is upset, in a hurry or unwell.]")
    reach: Line | None = may("How to reach a person.", "Press 0 at any time.")
    promise: Line | None = may("What we promise about it.", "A person answers within a minute, at any hour.")
    owner: RoleRef | None = may("The role that answers for it.", "front-office-manager")
    review_by: Date | None = may("The day by which its owner looks at it again.", "2027-03-31")


@record
class Story(Named):
    """Something that really happened here, told with consent."""

    KIND: ClassVar[str] = "stories"
    title: Line = needed("Its title.", "The umbrella that came back")
    happened: Prose = needed(
        "What happened, in a few sentences.", "A guest took our umbrella to the airport. He sent it back with a letter."
    )
    shows: tuple[ValueRef, ...] = many("The values it shows.", "[warmth]")
    promise: GuaranteeRef | None = may("The guarantee it is about.", "room-ready")
    told_by: Line | None = may("Who tells it.", "Mira, breakfast")
    date: Date | None = may("When it happened.", "2026-02-11")
    consent: Line | None = may("Who agreed that it is told.", "The guest and Mira agreed.")
