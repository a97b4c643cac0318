"""Whoever is named to call can be reached.

Looks at: extensions, e-mail addresses at our own domain and titles of roles ("ask the Night Manager", "call Service Desk 4")
in chapters and documents, and whether the profile knows them.

Why: a dead number is found out by the person who needs it most.

To put it right: name a role or a number of the profile. If it is new, add it there: a role with its `reach`, or a contact.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.leaves import closest
from handbook.meaning import of_somebody_else
from handbook.prose import sentence_at, stem, vocabulary, words
from handbook.references import names_of
from handbook.ruling import Case, Example, found, here
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
    Example(PROFILE, "The Duty Manager is on ext. 999."),
    Example(PROFILE.replace("reach: ext. 0", "reach: 0700 900 100"), "At night ring 0700 900 111."),
    Example(PROFILE, "Complaints are decided by the Guest Experience Officer."),
)
GOOD = (
    Example(PROFILE, "At night call ext. 900, or extension 999 for a fire."),
    Example(PROFILE.replace("reach: ext. 0", "reach: 0700 900 100"), "Call for paragraph 4 of the plan 2025-2030."),
    Example(PROFILE, "Write to help@harbour.example about it."),
    Example(PROFILE, "When in doubt, ask the Duty Manager or a front desk agent."),
    Example(PROFILE, "Call the airline's Service Desk for a lost bag. Write to desk@airline.example."),
)
_NUMBER = r"\.?\s*(?:no\.?|number)?\s*(\d[\d -]{0,8}\d|\d)"
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_TELEPHONE = re.compile(r"(?<![\w.])\+?\d(?:[ ()/-]{0,2}\d){7,13}(?![\w])")
_YEARS = re.compile(r"(?:19|20)\d\d[ /-]{1,2}(?:(?:19|20)\d\d|\d\d[ /-]\d\d)")
_TITLE = re.compile(r"(?<!\w)\w+ ((?:[A-Z][\w'&-]+ ){1,3}(?:(?:of|for|in) )?[A-Z][\w'-]+(?: \d+\b)?)")


def check(case: Case) -> Iterator[Finding]:
    """A finding for each number, address or role that the profile does not know."""
    known = " \n ".join(each.text for each in case.leaves)
    numbers = _numbers(case, known)
    addresses = {each[0].lower().rstrip(".") for each in _ADDRESS.finditer(known)}
    telephones = {re.sub(r"\D", "", each[0]) for each in _TELEPHONE.finditer(known)}
    heads = frozenset(words_of(case).forms("extension"))
    for document in case.documents:
        told: set[str] = set()
        for block in document.blocks if document.kind != "profile" else ():
            if numbers and not heads.isdisjoint(vocabulary(block.text)):
                yield from _extensions(case, document, block, numbers)
            if telephones:
                yield from _telephones(case, document, block, telephones)
            if "@" in block.text:
                yield from _addresses(case, document, block, addresses)
            yield from _roles(case, document, block, told)


def _extension(case: Case) -> re.Pattern[str]:
    forms = "|".join(re.escape(each) for each in words_of(case).forms("extension"))
    return case.once("extensions", lambda _: re.compile(rf"(?<!\w)(?:{forms}){_NUMBER}", re.I))  # type: ignore[no-any-return]


def _numbers(case: Case, text: str) -> frozenset[str]:
    """The extensions that a text names, as digits."""
    return frozenset(re.sub(r"\D", "", each) for each in _extension(case).findall(text))


def _extensions(case: Case, document: Document, block: Block, numbers: frozenset[str]) -> Iterator[Finding]:
    for match in _extension(case).finditer(block.text):
        number = re.sub(r"\D", "", match[1])
        start, end = sentence_at(block.text, match.start())
        owners = _owners(case, block.text[start:end])
        if number not in numbers:
            right = {each for _, own in owners for each in own} or numbers
            yield _finding(case, document, block, match.span(), "this extension is not in the profile", right)
        elif owners and not any(number in own for _, own in owners) and not of_somebody_else(words_of(case), block.text[start:end]):
            right = {each for _, own in owners for each in own}
            yield _finding(case, document, block, match.span(), f"this is not the number of {owners[0][0]} in the profile", right)


def _owners(case: Case, sentence: str) -> list[tuple[str, frozenset[str]]]:
    """Who of those whose extensions the profile knows is named in a sentence, with their numbers."""
    about = words_of(case)
    said = about.of(sentence)
    return [(name, own) for name, view, own in case.once("owners of extensions", _known_owners) if view <= said]


def _known_owners(case: Case) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    about, names = words_of(case), names_of(case.profile)
    found = []
    for role in case.profile.roles.values():
        reach = str(role.reach or "")
        found.append((str(role.title), about.of(str(role.title)), _numbers(case, _filled(reach, names))))
    return [each for each in found if each[1] and each[2]]


def _filled(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"\{([^{}]+)\}", lambda match: names.get(match[1], match[0]), text)


def _telephones(case: Case, document: Document, block: Block, known: set[str]) -> Iterator[Finding]:
    """Telephone numbers that people are asked to ring and the profile does not know."""
    for match in _TELEPHONE.finditer(block.text):
        start, end = sentence_at(block.text, match.start())
        asked = words_of(case).cue("contact-verbs").inside(block.text[start:end])
        unknown = re.sub(r"\D", "", match[0]) not in known and not _YEARS.fullmatch(match[0])
        if asked and unknown and not of_somebody_else(words_of(case), block.text[start:end]):
            yield _finding(case, document, block, match.span(), "this number is not in the profile", known)


def _addresses(case: Case, document: Document, block: Block, addresses: set[str]) -> Iterator[Finding]:
    domains = {each.split("@")[1] for each in addresses}
    for match in _ADDRESS.finditer(block.text):
        if match[1].lower() in domains and match[0].lower().rstrip(".") not in addresses:
            yield _finding(case, document, block, match.span(), "this address is not in the profile", addresses)


def _roles(case: Case, document: Document, block: Block, told: set[str]) -> Iterator[Finding]:
    """Titles of roles that the profile does not know, each once for a document."""
    about = words_of(case)
    nouns = about.cue("role-nouns")
    if not case.profile.roles or not nouns.inside(block.text) or block.kind == "heading" or of_somebody_else(about, block.text):
        return
    known = case.once("titles", _titles)
    names = {str(each.title) for each in case.profile.roles.values()}
    for match in _TITLE.finditer(block.text):
        title = _until_noun(match[1], nouns)
        if title and title.lower() not in told and about.cue("before-a-role").inside(match[0].split()[0]) and not _is_known(title, known):
            told.add(title.lower())
            begin = match.start(1)
            yield _finding(case, document, block, (begin, begin + len(title)), "this role is not in the profile", names)


def _until_noun(text: str, nouns: object) -> str:
    last = max((match.end() for match in nouns.finditer(text)), default=0)  # type: ignore[attr-defined]
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


def _finding(case: Case, document: Document, block: Block, place: tuple[int, int], message: str, known: Collection[str]) -> Finding:
    quote = block.text[slice(*place)]
    guess = closest(re.sub(r"^\D+(?=\d+$)", "", quote), sorted(known), 0.7)
    return found(
        document.span(block, *place),
        message,
        expected="somebody whom the profile knows",
        found=f'"{quote}"',
        guess=guess,
        remedy="name a role, a number or an address of the profile, or add this one there",
        related=(here(case, ("roles",), "whom the profile knows is said here"),) if case.profile.roles else (),
        about="roles",
        quote=quote,
    )
