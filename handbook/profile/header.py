"""What every record of a profile may say about itself, and what every chapter's section has in common."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from handbook.declare import Id, Kind, Leaf, Line, Ref, many, may, needed, record, ref
from handbook.quantity import Money

Date = Annotated[date, Leaf(Kind.DATE)]
Amount = Annotated[Money, Leaf(Kind.MONEY)]
RoleRef = Annotated[Ref, ref("roles")]
TeamRef = Annotated[Ref, ref("teams")]
SiteRef = Annotated[Ref, ref("sites")]
ValueRef = Annotated[Ref, ref("values")]
MeasureRef = Annotated[Ref, ref("measures")]
GuaranteeRef = Annotated[Ref, ref("guarantees")]
SegmentRef = Annotated[Ref, ref("segments")]
TermRef = Annotated[Ref, ref("terms")]
RoleOrTeamRef = Annotated[Ref, ref("roles", "teams")]
Status = Literal["draft", "active", "retired"]


@record
class Review:
    """One look at a message: who looked, when, and what they found."""

    by: RoleRef = needed("The role that looked.", "front-office-manager")
    date: Date = needed("The day of the review.", "2026-09-30")
    verdict: Line = needed("What the reviewer found, in a few words.", "Still true; kept as it is.")


@record
class Translation:
    """A text in another language, and the day its original was translated."""

    SHORTHAND: ClassVar[str] = "text"
    text: Line = needed("The text in that language.", "غرفتكم جاهزة قبل الساعة 15:00.")
    as_of: Date | None = may("The day the original was translated; when the original changes later, this is out of date.", "2026-09-30")


@record
class Scope:
    """Where a message holds, when it does not hold everywhere."""

    sites: tuple[SiteRef, ...] = many("The places it holds for; leave out for all of them.", "[harbour-street]")
    segments: tuple[SegmentRef, ...] = many("The groups of customers it holds for; leave out for all.", "[families]")


@record
class Header:
    """What any record may carry beside its message. All of it may be left out."""

    owner: RoleRef | None = may(
        "The role that answers for this. A role, never a department: somebody must pick up the phone.", "front-office-manager"
    )
    audience: tuple[RoleOrTeamRef, ...] = many("The roles or teams it is meant for; leave out for everybody.", "[front-office]")
    scope: Scope | None = may("The places or groups it holds for, when not for all.")
    status: Status | None = may("draft and retired messages are left out of the handbook; active is the same as saying nothing.", "active")
    effective_from: Date | None = may("The first day it holds.", "2026-10-01")
    effective_until: Date | None = may("The last day it holds; leave out when it has no end.", "2026-12-31")
    review_by: Date | None = may("The day by which its owner looks at it again.", "2027-03-31")
    last_review: Review | None = may("The last look at it.")
    values: tuple[ValueRef, ...] = many("The values it comes from.", "[warmth]")
    measures: tuple[MeasureRef, ...] = many("The measures that show whether it works.", "[rooms-ready-on-time]")
    guarantees: tuple[GuaranteeRef, ...] = many("The guarantees it helps to keep.", "[room-ready]")


@record
class Decision:
    """Something that somebody may decide without asking."""

    what: Line = needed("What is decided.", "Give something to put a mistake right")
    role: RoleRef = needed("The role that decides it alone.", "front-desk-agent")
    up_to: Amount | None = may('The most that role may give, and per what. A fact may stand here: "{desk-limit}".', '"{desk-limit}"')
    beyond: RoleRef | None = may("The role that decides above that.", "duty-manager")


@record
class Part(Header):
    """What every chapter's section may say, whatever the chapter is about."""

    title: Line | None = may("Your own heading for the chapter.", "Your own heading")
    we_say: Line | None = may("The one sentence this chapter repeats.", "We look after the guest first, and then the fault.")
    asks_of_me: tuple[Line, ...] = many("What the chapter asks of each of us.", "[Stay with the guest until the matter is settled.]")
    decisions: tuple[Decision, ...] = many("Who decides what, and up to how much.")
    works_when: tuple[Line, ...] = many("Signs that it works.", "[Guests tell us about small things before they become big ones.]")
    traps: tuple[Line, ...] = many("Mistakes we have made or want to avoid.", "[Explaining the rule before listening.]")
    huddle: tuple[Line, ...] = many("Questions to talk about at the start of a shift.", "[Which promise was hardest to keep yesterday?]")


@record
class Named(Header):
    """A record with an id that other records refer to."""

    id: Id = needed("A short name to refer to it by; it never changes, even when the wording does.", "breakfast-early", speaks=False)
