"""Who we are: the organisation, its brand, its places, its people, and the facts that its messages share."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from handbook.declare import Colour, FileName, Id, Kind, Language, Leaf, Line, Prose, Said, many, may, needed, record
from handbook.profile.header import Date, Header, MeasureRef, Named, Review, RoleRef, TeamRef
from handbook.quantity import Count, Duration, Money, Percent, Rate, Score, TimeOfDay

FactValue = Annotated[Duration | TimeOfDay | Money | Percent | Rate | Score | Count | Said, Leaf(Kind.FACT)]
Length = Annotated[Duration, Leaf(Kind.DURATION)]


@record
class Word:
    """A noun in the singular and the plural."""

    one: Line = needed("One of them.", "guest")
    many: Line = needed("Several of them.", "guests")


@record
class Contact:
    """Somebody to reach, whatever the role."""

    what: Line = needed("What for.", "A fire, an accident or a threat")
    reach: Line = needed("How to reach them.", "ext. 999, day and night")


@record
class Organisation:
    """The organisation that speaks in this handbook."""

    name: Line = needed("The full name.", "Harbour House Hotels")
    short_name: Line | None = may("What people call it in a sentence; the full name when left out.", "Harbour House")
    sector: Line | None = may("The field it works in.", "hotel")
    what_we_do: Prose | None = may(
        "What it does, for whom, in a sentence or two.", "We give travellers a quiet room and an early breakfast by the sea."
    )
    today_we_are: Line | None = may("Its size today, in one line.", "2 houses, 40 colleagues, guests from 30 countries")
    languages: tuple[Language, ...] = many(
        "The languages your people and those you serve speak; the handbook is built in the first.", "[en]", speaks=False
    )
    calls_customers: Word | None = may("Your word for the people you serve; the whole handbook uses it. Left out: customer, customers.")
    calls_colleagues: Word | None = may(
        "Your word for the people who work here. Left out: colleague, colleagues.", "{one: colleague, many: colleagues}"
    )
    former_names: tuple[Line, ...] = many("Names you had before, which no text should use any more.", "[Quayside Rooms]", speaks=False)
    contacts: tuple[Contact, ...] = many("Whom anybody may reach, for what.")


@record
class Typeface:
    """A typeface of your own, served from your own site."""

    family: Line = needed("Its name.", "Harbour Sans", speaks=False)
    file: FileName = needed("Its font file (woff2) in the profile's folder.", "fonts/harbour-sans.woff2")


@record
class Brand:
    """How the handbook looks and sounds."""

    primary: Colour | None = may("The main colour. Text on and in it is corrected until it can be read.", '"#0b5c5c"')
    accent: Colour | None = may("A second colour for emphasis.", '"#c8963e"')
    logo: FileName | None = may(
        "The logo: svg, png, jpg or webp, up to 500 kB. It stands on the main colour, so a light one reads best.", "logo.svg"
    )
    favicon: FileName | None = may("The small picture in the browser's tab: svg, png or ico; the logo when left out.", "favicon.svg")
    text_font: Typeface | None = may("Your typeface for text.")
    heading_font: Typeface | None = may("Your typeface for headings.")
    tone: tuple[Line, ...] = many("How we sound when we write and speak.", "[Plain and warm; never stiff, never chummy.]")


@record
class Site(Header):
    """A place where we work."""

    KIND: ClassVar[str] = "sites"
    name: Line = needed("What we call it.", "Harbour Street")
    where: Line | None = may("Where it is.", "Harbour Street 12, by the old quay")
    hours: Line | None = may("When it is open.", "Day and night")
    contact: Line | None = may("How to reach it.", "ext. 100")


@record
class Role(Header):
    """Somebody who answers for something. Roles stay when people move on."""

    KIND: ClassVar[str] = "roles"
    title: Line = needed("What we call the role.", "Duty Manager")
    team: TeamRef | None = may("The team it belongs to.", "front-office")
    reach: Line | None = may("How to reach whoever holds it now.", "ext. 900, day and night")
    stand_in: RoleRef | None = may("The role that stands in.", "front-office-manager")


@record
class TeamPromise:
    """What one team promises another; colleagues are customers too."""

    id: Id | None = may("A short name to refer to it by.", "room-list")
    to: TeamRef | None = may("The team it is promised to; every team served when left out.", "housekeeping")
    promise: Line = needed("The promise, in their words.", "You have tomorrow's arrivals by 18:00 today.")
    within: Length | None = may("How fast.", "30 minutes")
    measured_by: MeasureRef | None = may("The measure that shows whether it is kept.", "rooms-ready-on-time")


@record
class Team(Header):
    """People who work together, whom they serve inside, and what they promise them."""

    KIND: ClassVar[str] = "teams"
    name: Line = needed("What we call the team.", "Front Office")
    what_we_do: Line | None = may("What it is there for.", "We welcome, look after and say goodbye to every guest.")
    serves: tuple[TeamRef, ...] = many("The teams inside that it serves.", "[housekeeping]")
    promises: tuple[TeamPromise, ...] = many("What it promises them.")


@record
class Fact:
    """A number, an amount, a time or a name that messages share. Said here once, referred to as {its-name} anywhere."""

    SHORTHAND: ClassVar[str] = "is_"
    is_: FactValue = needed("The amount, time, percentage or name itself.", "AED 400 per stay")
    about: Line | None = may(
        "What it is, for the page of our numbers; its name in plain words when left out.", "What a front desk agent may give"
    )
    owner: RoleRef | None = may("The role that may change it.", "front-office-manager")
    review_by: Date | None = may("The day by which its owner looks at it again.", "2027-03-31")
    last_review: Review | None = may("The last look at it.")


@record
class Value(Named):
    """Something we hold dear. The order counts: the first wins when two pull apart."""

    KIND: ClassVar[str] = "values"
    name: Line = needed("One word or two.", "Warmth")
    means: Line = needed("What it means here.", "Every guest feels expected, not processed.")
    does_not_mean: Line | None = may("What it does not mean.", "It does not mean familiarity nobody asked for.")
    we_do: tuple[Line, ...] = many("What anybody can see us do.", "[Use the guest's name within the first minute.]")
    we_never: tuple[Line, ...] = many("What we do not do.", "[Answer a phone while a guest is mid-sentence.]")
    decision_test: Line | None = may("The question to ask when unsure.", "Would I want this for somebody I love?")


Facts = Mapping[Id, Fact]
Sites = Mapping[Id, Site]
Roles = Mapping[Id, Role]
Teams = Mapping[Id, Team]
