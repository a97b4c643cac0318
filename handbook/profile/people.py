"""How we find, welcome, inform and thank people, and what leaders do in view."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from handbook.declare import Kind, Leaf, Line, Prose, Ref, Whole, many, may, named, needed, record, ref
from handbook.profile.header import Amount, GuaranteeRef, MeasureRef, Named, Part, RoleRef, ValueRef
from handbook.profile.organisation import Length

ChapterRef = Annotated[Ref, ref("chapters")]
Mark = Annotated[int, Leaf(Kind.WHOLE)]


@record
class Attribute(Named):
    """Something we look for in people, and how we find out."""

    KIND: ClassVar[str] = "attributes"
    name: Line = needed("What we look for.", "Notices people")
    value: ValueRef | None = may("The value it belongs to.", "warmth")
    why: Line | None = may("Why it matters.", "A guest seldom says aloud what is wrong.")
    question: Line = needed("The question we ask.", "Tell us about a time you saw that somebody needed help before they asked.")
    stage: Line | None = may("When we ask it.", "First talk")
    strong_signs: tuple[Line, ...] = many("Signs of a strong answer.", "[Names the person and what happened to them afterwards.]")
    weak_signs: tuple[Line, ...] = many("Signs of a weak answer.", "[Speaks of rules only.]")
    marks: Mapping[Mark, Line] = named("What a mark of 1 to 5 stands for.", "{1: Waits to be asked., 5: Sees it across the room.}")
    advert_line: Line | None = may("The line in our adverts.", "You see the tired traveller before they see you.")
    decider: RoleRef | None = may("Who decides on it.", "front-office-manager")


@record
class Talk:
    """A talk that is due after a while."""

    after: Length = needed("After how long.", "90 days")
    with_: RoleRef | None = may("With whom.", "front-office-manager")
    asks: tuple[Line, ...] = many("What is asked in it.", "[What did we promise you that has not happened?]")


@record
class Recruitment(Part):
    """Bringing the right people in."""

    looks_for: tuple[Attribute, ...] = many("What we look for.")
    preview: Prose | None = may("An honest look at the work, the hard side included.", "You will stand a lot. You will be thanked a lot.")
    decides: RoleRef | None = may("Who says yes.", "general-manager")
    probation_review: Talk | None = may("The talk at the end of probation.")


@record
class Milestone(Named):
    """A step of the first weeks."""

    KIND: ClassVar[str] = "milestones"
    day: Whole = needed("The day it happens or is due by; the first day is 1.", "1")
    name: Line = needed("What it is called.", "A guest for a night")
    activity: Line = needed("What happens.", "You sleep here, have breakfast and write down what you noticed.")
    outcome: Line | None = may("What you can do or know afterwards.", "You know what a guest sees first.")
    evidence: Line | None = may("How we both know.", "You tell the team three things you noticed.")
    minutes: Whole | None = may("How long, in minutes.", "45")
    who: RoleRef | None = may("Who goes with you.", "front-office-manager")
    chapters: tuple[ChapterRef, ...] = many("The chapters to read.", "[why, vision]")


@record
class QuizItem:
    """A question to find out whether a message has arrived."""

    question: Line = needed("The question; a decision, not trivia.", "A guest's remedy is AED 300 and your limit is AED 400. What next?")
    answer: Line = needed("The right answer.", "Give it, and tell your manager afterwards.")
    not_: tuple[Line, ...] = many("Wrong answers that sound right.", "[Ask the guest to wait for the manager.]")
    explanation: Line | None = may("Why.", "What you may decide, you decide on the spot.")
    guarantee: GuaranteeRef | None = may("The guarantee it is about.", "room-ready")
    value: ValueRef | None = may("The value it is about.", "warmth")


@record
class Orientation(Part):
    """The first weeks: what kind of organisation you have joined."""

    milestones: tuple[Milestone, ...] = many("The steps, by day.")
    checklist: tuple[Line, ...] = many("Things to have in hand.", "[A name badge with the name you like to be called.]")
    quiz: tuple[QuizItem, ...] = many("Questions to practise with.")
    buddy: Line | None = may("Who walks beside you.", "A colleague from your team, who was new not long ago.")
    feedback_talk: Talk | None = may("The talk in which you tell us how it is.")
    acknowledgement: Line | None = may("What you say at the end of it.", "I know what we promise, and what I may decide to keep it.")


@record
class Channel(Named):
    """A way in which we tell each other things."""

    KIND: ClassVar[str] = "channels"
    name: Line = needed("What it is called.", "The board by the kitchen")
    purpose: Line = needed("What it is for.", "Today's arrivals and who needs what")
    audience_is: Line | None = may("Who reads or hears it.", "Everybody on shift")
    cadence: Line | None = may("How often.", "Every shift")
    direction: Literal["one-way", "two-way"] | None = may("Whether people can answer on it.", "two-way")


@record
class Topic:
    """A topic for the talk at the start of a shift."""

    SHORTHAND: ClassVar[str] = "topic"
    topic: Line = needed("The topic.", "The guest who says nothing")
    ask: Line | None = may("The question to put.", "How would you notice?")
    value: ValueRef | None = may("The value it is about.", "warmth")
    guarantee: GuaranteeRef | None = may("The guarantee it is about.", "room-ready")


@record
class HuddleRule:
    """The short talk at the start of a shift."""

    length: Length | None = may("How long.", "10 minutes")
    when: Line | None = may("When.", "At the start of every shift")
    led_by: Line | None = may("Who leads it.", "A different colleague each day")
    agenda: tuple[Line, ...] = many("What happens in it, in order.", "[A story, The topic of the day, Who needs what today]")
    topics: tuple[Topic, ...] = many("The topics, taken in turn.")


@record
class Communications(Part):
    """How the message travels, and how answers come back."""

    channels: tuple[Channel, ...] = many("Our channels.")
    huddle_rule: HuddleRule | None = may("The talk at the start of a shift.")
    staff_first: Line | None = may(
        "The rule that colleagues hear of a change before customers do.", "You hear of a changed promise two days before any guest."
    )


@record
class Programme(Named):
    """A way of thanking people."""

    KIND: ClassVar[str] = "programmes"
    name: Line = needed("What it is called.", "The open thank-you")
    criterion: Line = needed("What it is given for.", "Something a guest or a colleague felt, told in two sentences.")
    nominates: Line | None = may("Who may put somebody forward.", "Anybody, and any guest")
    decides: RoleRef | None = may("Who decides.", "general-manager")
    cadence: Line | None = may("How often.", "Every month")
    award: Line | None = may("What is given.", "A dinner for two")
    worth: Amount | None = may("What it is worth.", "AED 300")
    eligible: Line | None = may("Who can be thanked, those behind the scenes included.", "Everybody, kitchen and laundry included")
    consent: Line | None = may("How we ask before we tell others.", "We ask before we put up a name.")


@record
class Incentive:
    """Money or time that depends on something; it must not pull against the values."""

    what: Line = needed("What is paid or given.", "A share of the yearly result")
    linked_to: Line = needed("What it depends on.", "The result of the whole house, never one person's sales")
    guardrail: MeasureRef | None = may("The measure that must not get worse for it.", "rooms-ready-on-time")


@record
class Recognition(Part):
    """Making good service visible, and worth repeating."""

    programmes: tuple[Programme, ...] = many("How we thank.")
    incentives: tuple[Incentive, ...] = many("What is paid for what.")


@record
class Commitment(Named):
    """Something a leader does where others can see it."""

    KIND: ClassVar[str] = "commitments"
    role: RoleRef = needed("The role that commits.", "general-manager")
    i_will: Line = needed("What the holder of the role does, in the first person.", "I work one breakfast shift a month.")
    how_often: Line | None = may("How often.", "Once a month")
    where_seen: Line | None = may("Where others can see it.", "In the breakfast room")
    evidence: Line | None = may("How we know.", "The shift list by the kitchen")


@record
class RoleModelling(Part):
    """Leaders do in view what the handbook asks of everybody."""

    commitments: tuple[Commitment, ...] = many("Who commits to what.")
    raise_a_gap: Prose | None = may(
        "A safe way to say that somebody does otherwise.", "Tell any manager, or leave a note for the owner. Nobody is asked who wrote it."
    )
    answer_within: Length | None = may("How fast such a message is answered.", "3 business days")
