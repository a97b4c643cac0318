"""The common service language: terms, phrases, acronyms, clichés, grades, and the organisation's own wording rules."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from handbook.declare import Id, Kind, Leaf, Line, many, may, named, needed, record
from handbook.declare import Language as LanguageCode
from handbook.profile.header import Date, Header, Part, RoleOrTeamRef

AnyWord = Annotated[str, Leaf(Kind.LINE)]


@record
class Avoid:
    """A word that we do not use, why, and what we say instead."""

    SHORTHAND: ClassVar[str] = "because"
    because: Line | None = may("Why not.", "A guest is not a transaction.")
    instead: Line | None = may("What to say instead; the term itself when left out.", "guest")
    except_: tuple[Line, ...] = many("Where the word is right all the same.", "[customer service licence]")


@record
class Term(Header):
    """A word that means the same to all of us."""

    KIND: ClassVar[str] = "terms"
    id: Id | None = may("A short name to refer to it by; made from the term when left out.", "guest", speaks=False)
    term: Line = needed("The word we use.", "guest")
    means: Line = needed("What it means here, in one sentence.", "Anyone we serve, whether or not they pay us today.")
    also: tuple[Line, ...] = many("Other forms that are right too.", "[visitor]")
    avoid: Mapping[AnyWord, Avoid] = named("Words to avoid for it, each with the reason.", "{pax: people are not a count}")
    unless: tuple[Line, ...] = many("Uses in which an avoided word stays: quotations, law, job titles.", "[customer service licence]")
    example: Line | None = may("The word in a sentence.", "A guest who walks in from the rain gets a towel first.")
    translations: Mapping[LanguageCode, Line] = named("The word in your other languages.", "{ar: ضيف}")


@record
class Phrase(Header):
    """Something to say, and what it replaces."""

    KIND: ClassVar[str] = "phrases"
    id: Id | None = may("A short name to refer to it by.", "not-my-department", speaks=False)
    say: Line = needed("What we say.", "I'll find the person who can help, and stay with you until they do.")
    not_: Line | None = may("What it replaces.", "That's not my department.")
    kind: Literal["rule", "example"] = needed("rule: say it so. example: the spirit counts, the words are yours.", "example")
    when: Line | None = may("When it helps.", "A guest asks the wrong person")
    because: Line | None = may("Why it is better.", "Nobody should have to find out how we are organised.")


@record
class Acronym:
    """Letters that stand for words. One set of letters has exactly one meaning."""

    short: Line = needed("The letters.", "VIP")
    stands_for: Line = needed("The words.", "visitor in pain, the guest who needs us most")


@record
class Cliche:
    """A saying that stops people thinking."""

    text: Line = needed("The saying.", "the customer is always right")
    instead: Line = needed("What to do or say instead.", "Agree with what matters to the guest, even where the facts are otherwise.")


@record
class Grade:
    """One grade of how good service is, seen from the receiving side."""

    name: Line = needed("The grade.", "Expected")
    means: Line = needed("What it means for the person served.", "What they came for, without having to ask.")
    example: Line | None = may("What it looks like.", "The room is ready when we said it would be.")


@record
class Language(Part):
    """The words we share."""

    terms: tuple[Term, ...] = many("Our terms.")
    phrases: tuple[Phrase, ...] = many("What we say, and what we do not.")
    acronyms: tuple[Acronym, ...] = many("Our acronyms.")
    cliches: tuple[Cliche, ...] = many("Sayings that stop people thinking.")
    grades: tuple[Grade, ...] = many("How we tell how good service is, from the lowest grade to the highest.")


@record
class WordingRule:
    """A wording that we do not want in any text."""

    text: Line = needed("The wording.", "as per policy")
    instead: Line | None = may("What to write instead.", "what we promised")
    because: Line | None = may("Why.", "A policy never made anybody feel looked after.")
    except_: tuple[Line, ...] = many("Where it is right all the same.", "[insurance policy]")


@record
class Words:
    """Wording rules beside the terms."""

    rules: tuple[WordingRule, ...] = many("Wordings that we do not want.")


@record
class Accepted:
    """A finding that was looked at and accepted, until a day."""

    rule: Line = needed("The name of the rule.", "promise-without-remedy", speaks=False)
    place: Line = needed("Where: the path of the message, or file and line.", "guarantees.early-breakfast", speaks=False)
    reason: Line = needed("Why it may stay.", "The kitchen decides the remedy in spring.", speaks=False)
    until: Date = needed("Until when.", "2027-03-31", speaks=False)


@record
class Question:
    """What people here really ask, and where the answer stands."""

    ask: Line = needed("The question, in their words.", "How much may I give a guest?")
    answer_at: Line = needed(
        "Where the answer stands: a chapter (numbers) or an entry (guarantees.room-ready).", "guarantees.room-ready", speaks=False
    )
    asked_by: tuple[RoleOrTeamRef, ...] = many("Who asks it.", "[front-desk-agent]")
    also: tuple[Line, ...] = many("Other words for the same question.", "[what can I spend on a complaint]")
