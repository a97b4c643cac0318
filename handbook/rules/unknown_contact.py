"""Whoever is named to call can be reached.

Looks at: extensions, e-mail addresses at our own domain and titles of roles ("ask the Night Manager", "call Service Desk 4")
in chapters and documents, and whether the profile knows them.

Why: a dead number is found out by the person who needs it most.

To put it right: name a role or a number of the profile. If it is new, add it there: a role with its `reach`, or a contact.
"""

import re
from collections.abc import Iterator

from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.leaves import closest
from handbook.meaning import of_somebody_else
from handbook.prose import stem, vocabulary, words
from handbook.ruling import Case, Example, found
from handbook.topics import words_of

SEVERITY = "warning"
PROFILE = """
organisation: {name: Harbour House, contacts: [{what: A fire, reach: ext. 999}, {what: A mistake here, reach: help@harbour.example}]}
roles:
  duty-manager: {title: Duty Manager, reach: "ext. 900, day and night"}
  desk: {title: Front Desk Agent, reach: ext. 0}
"""
BAD = (
    Example(PROFILE, "At night call ext. 905."),
    Example(PROFILE, "Write to desk@harbour.example about it."),
    Example(PROFILE, "When in doubt, ask the Night Manager."),
    Example(PROFILE, "Call Service Desk 4 for a new key."),
)
GOOD = (
    Example(PROFILE, "At night call ext. 900, or extension 999 for a fire."),
    Example(PROFILE, "Write to help@harbour.example about it."),
    Example(PROFILE, "When in doubt, ask the Duty Manager or a front desk agent."),
    Example(PROFILE, "Call the airline's Service Desk for a lost bag. Write to desk@airline.example."),
)
_NUMBER = r"\.?\s*(?:no\.?|number)?\s*(\d[\d -]{0,8}\d|\d)"
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_TITLE = re.compile(r"(?:the |our |your )?((?:[A-Z][\w'-]+ ){1,3}(?:of [A-Z][\w'-]+)?[\w'-]*)")


def check(case: Case) -> Iterator[Finding]:
    """A finding for each number, address or role that the profile does not know."""
    known = " \n ".join(each.text for each in case.leaves)
    numbers = {re.sub(r"\D", "", each) for each in _extension(case).findall(known)}
    addresses = {each[0].lower().rstrip(".") for each in _ADDRESS.finditer(known)}
    domains = {each.split("@")[1] for each in addresses}
    heads = frozenset(words_of(case).forms("extension"))
    for document in case.documents:
        for block in document.blocks if document.kind != "profile" else ():
            text = block.text
            if numbers and not heads.isdisjoint(vocabulary(text)):
                for match in _extension(case).finditer(text):
                    if re.sub(r"\D", "", match[1]) not in numbers:
                        yield _finding(case, document, block, match.start(), match.end(), "this extension is not in the profile", numbers)
            if "@" in text:
                for match in _ADDRESS.finditer(text):
                    if match[1].lower() in domains and match[0].lower().rstrip(".") not in addresses:
                        yield _finding(case, document, block, match.start(), match.end(), "this address is not in the profile", addresses)
            yield from _roles(case, document, block)


def _extension(case: Case) -> re.Pattern[str]:
    forms = "|".join(re.escape(each) for each in words_of(case).forms("extension"))
    return case.once("extensions", lambda _: re.compile(rf"(?<!\w)(?:{forms}){_NUMBER}", re.I))  # type: ignore[no-any-return]


def _roles(case: Case, document: Document, block: Block) -> Iterator[Finding]:
    about = words_of(case)
    verbs, nouns = about.cue("contact-verbs"), about.cue("role-nouns")
    if not case.profile.roles or not nouns.inside(block.text) or of_somebody_else(about, block.text):
        return
    known = case.once("titles", _titles)
    starts = [match.end() + 1 for match in verbs.pattern.finditer(block.text)]
    if starts:
        starts += [match.end() + 1 for match in about.cue("towards").pattern.finditer(block.text, starts[0])]
    for start in dict.fromkeys(starts):
        match = _TITLE.match(block.text, start)
        if not match or not nouns.inside(match[1]):
            continue
        title = _until_noun(match[1], nouns)
        if title and not _is_known(title, known):
            begin = block.text.index(title, start)
            names = {str(each.title) for each in case.profile.roles.values()}
            yield _finding(case, document, block, begin, begin + len(title), "this role is not in the profile", names)


def _until_noun(text: str, nouns: object) -> str:
    last = max((match.end() for match in nouns.pattern.finditer(text)), default=0)  # type: ignore[attr-defined]
    number = re.match(r" \d+\b", text[last:])
    title = text[: last + (number.end() if number else 0)]
    return title if len(title.split()) > 1 else ""


def _titles(case: Case) -> list[frozenset[str]]:
    profile = case.profile
    names = [str(each.title) for each in profile.roles.values()] + [str(each.name) for each in profile.teams.values()]
    names += [str(each.name) for each in profile.sites.values()] + [str(each.what) for each in profile.organisation.contacts]
    names += [str(each.reach) for each in profile.organisation.contacts] + [str(profile.organisation.name)]
    return [frozenset(stem(word.text) for word in words(each)) for each in names]


def _is_known(title: str, known: list[frozenset[str]]) -> bool:
    said = frozenset(stem(word.text) for word in words(title))
    return any(said <= each or (each <= said and len(each) > 1) for each in known)


def _finding(case: Case, document: Document, block: Block, start: int, end: int, message: str, known: set[str]) -> Finding:
    quote = block.text[start:end]
    guess = closest(re.sub(r"^\D+(?=\d+$)", "", quote), sorted(known), 0.7)
    return found(
        document.span(block, start, end),
        message,
        expected="somebody whom the profile knows",
        found=f'"{quote}"',
        guess=guess,
        remedy="name a role, a number or an address of the profile, or add this one there",
        about="roles",
        quote=quote,
    )
