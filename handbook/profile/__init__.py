"""The profile of one organisation: everything its handbook says. Start reading here; each section has its own class."""

from collections.abc import Mapping

from handbook.declare import Id, many, may, named, needed, record
from handbook.profile.direction import Drive, Lead, Learn, Vision, Why
from handbook.profile.language import Accepted, Language, Question, Words
from handbook.profile.listening import Benchmarking, Improvement, Measure, Measuring, VoiceOfCustomer
from handbook.profile.organisation import Brand, Fact, Organisation, Role, Site, Team, Value
from handbook.profile.people import Communications, Orientation, Recognition, Recruitment, RoleModelling
from handbook.profile.promises import Automation, Guarantee, Offer, Recovery, Segment, Story


@record
class Profile:
    """One organisation's values, words, promises and measures. Only `organisation` must be there."""

    organisation: Organisation = needed("Who we are.")
    brand: Brand | None = may("How the handbook looks and sounds.")
    sites: Mapping[Id, Site] = named("The places where we work.")
    roles: Mapping[Id, Role] = named("Who answers for what: owners and deciders are roles, never departments.")
    teams: Mapping[Id, Team] = named("Who works together, and what teams promise each other.")
    facts: Mapping[Id, Fact] = named("Numbers, amounts, times and names that messages share: said once, referred to as {name}.")
    why: Why | None = may("Why we chose service.")
    lead: Lead | None = may("How anyone can lead.")
    vision: Vision | None = may("What we want to become for people.")
    values: tuple[Value, ...] = many("What we hold dear, in order: the first wins when two pull apart.")
    language: Language | None = may("The words we share.")
    recruitment: Recruitment | None = may("Bringing the right people in.")
    orientation: Orientation | None = may("The first weeks.")
    communications: Communications | None = may("How the message travels.")
    recognition: Recognition | None = may("How we thank.")
    voice_of_customer: VoiceOfCustomer | None = may("How we listen.")
    measuring: Measuring | None = may("How we use measures.")
    measures: tuple[Measure, ...] = many("What we count.")
    improvement: Improvement | None = may("From idea to change.")
    guarantees: tuple[Guarantee, ...] = many("What we promise.")
    offers: tuple[Offer, ...] = many("What we offer for a time.")
    recovery: Recovery | None = may("Making it right.")
    benchmarking: Benchmarking | None = may("Learning from others.")
    role_modelling: RoleModelling | None = may("Leaders go first.")
    learn: Learn | None = may("Principles everybody can use.")
    drive: Drive | None = may("The road ahead.")
    segments: tuple[Segment, ...] = many("Whom we serve, by need.")
    automation: Automation | None = may("What machines do, and when a person must be offered.")
    stories: tuple[Story, ...] = many("What really happened here.")
    questions: tuple[Question, ...] = many("What people here ask, and where the answer stands.")
    words: Words | None = may("Wordings that we do not want.")
    accept: tuple[Accepted, ...] = many("Findings that were looked at and accepted.")
