"""Nobody is promised at hours at which nobody is there.

Looks at: sentences that offer help "24/7", "day and night" or from one hour to another, and the hours that the profile
gives for the role, the place or the line they are about (`reach`, `hours`, facts about hours).

Why: marketing is ahead of operations the day the advert appears. The caller at three in the morning hears a tape.

To put it right: say the hours of the profile, or, if the service has grown, change them there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.declare import Path, Said
from handbook.document import Block, Document
from handbook.finding import Finding
from handbook.meaning import of_somebody_else
from handbook.mentions import scanner
from handbook.opening import Hours, hours_in
from handbook.prose import sentences
from handbook.quantity import TimeOfDay
from handbook.ruling import Case, Example, found, here
from handbook.topics import words_of

SEVERITY = "error"
GENERAL = frozenset({"opening hours"})
"""What hours may be about without saying whose."""
PROFILE = """
facts:
  help-hours: {is: Monday to Friday from 09:00 to 17:00, about: Opening hours of our helpline}
"""
BAD = (
    Example(PROFILE, "Our helpline is there for you 24/7."),
    Example(PROFILE, "Call our helpline round the clock."),
    Example(PROFILE, "The helpline is open from 08:00 to 20:00."),
)
GOOD = (
    Example(PROFILE, "Our helpline is there from 9 am to 5 pm."),
    Example(PROFILE, "Our competitors answer their helpline round the clock."),
    Example(PROFILE, "The lift runs day and night."),
)


@dataclass(frozen=True)
class _Kept:
    hours: Hours
    path: Path
    said: str
    concepts: frozenset[str]


def check(case: Case) -> Iterator[Finding]:
    """A finding for each text that offers other hours than the profile."""
    about, scan = words_of(case), scanner(case.shipped["_quantities.yaml"])
    kept = [each for said, subject in _said(case) if (each := _hours_of(case, said, subject))]
    if not kept:
        return
    for document in case.documents:
        for block in document.blocks if document.kind != "profile" else ():
            if block.quoted or not (
                scan.scan(block.text) or about.cue("all-hours").inside(block.text) or about.cue("opens").inside(block.text)
            ):
                continue
            for start, end in sentences(block.text):
                sentence = block.text[start:end]
                hours = hours_in(sentence, scan, about)
                if not hours or not _offered(case, hours, sentence) or of_somebody_else(about, sentence):
                    continue
                if ruling := _ruling(kept, hours, sentence, block, case):
                    named = bool(about.of(sentence) & (ruling.concepts - GENERAL)) or hours.always
                    yield _finding(case, document, block, start, hours, ruling, named)


def _offered(case: Case, hours: Hours, sentence: str) -> bool:
    """Whether a sentence offers somebody's presence: any lead will do for *day and night*, a clear one is needed for one hour or day."""
    about = words_of(case)
    if hours.always or (hours.first and hours.last):
        return hours.always or hours.days is not None or ":" in sentence[: hours.start] or about.cue("offers-hours").inside(sentence)
    known = {str(fact.is_) for fact in case.profile.facts.values() if isinstance(fact.is_, TimeOfDay)}
    return about.cue("opens").inside(sentence) and not about.cue("denial").inside(sentence) and not {hours.first, hours.last} & known


def _said(case: Case) -> Iterator[tuple[Said, str]]:
    profile = case.profile
    for role in profile.roles.values():
        if role.reach:
            yield role.reach, str(role.title)
    for site in profile.sites.values():
        if site.hours:
            yield site.hours, str(site.name)
    for name, fact in profile.facts.items():
        if isinstance(fact.is_, Said):
            yield fact.is_, f"{fact.about or ''} {name.replace('-', ' ')}"
    if profile.automation and profile.automation.reach:
        yield profile.automation.reach, str(profile.automation.reach)
    if profile.automation and profile.automation.promise:
        yield profile.automation.promise, str(profile.automation.promise)
    for contact in profile.organisation.contacts:
        yield contact.reach, str(contact.what)


def _hours_of(case: Case, said: Said, subject: str) -> _Kept | None:
    about = words_of(case)
    hours = hours_in(str(said), scanner(case.shipped["_quantities.yaml"]), about)
    named = about.of(subject)
    return _Kept(hours, said.path, str(said), named - about.faint or named) if named and hours and (hours.first or hours.last) else None


def _ruling(kept: list[_Kept], hours: Hours, sentence: str, block: Block, case: Case) -> _Kept | None:
    """What the profile says of these hours, when it says something else and nothing that agrees."""
    about = words_of(case)
    said = about.of(" ".join([sentence, *block.headings[-1:], block.row]))
    meant = [each for each in kept if (each.concepts <= said if each.path[0] in ("roles", "sites") else each.concepts & said)]
    if not meant and hours.always and about.cue("all-hours-help").inside(sentence):
        meant = [each for each in kept if "opening hours" in each.concepts] if not any(each.hours.always for each in kept) else []
    meant = [each for each in meant if (each.concepts & said) - about.common] or meant
    partly = not (hours.first and hours.last)
    if not meant or any(hours.within(each.hours) or (partly and each.hours.always) for each in meant):
        return None
    return max(meant, key=lambda each: (len(each.concepts & said), each.path[:1] == ("facts",), str(each.path)))


def _finding(case: Case, document: Document, block: Block, start: int, hours: Hours, ruling: _Kept, named: bool) -> Finding:
    words = block.text[start + hours.start : start + hours.end]
    return found(
        document.span(block, start + hours.start, start + hours.end),
        f'"{words}" is offered here, and {ruling.hours} in the profile',
        severity="error" if document.sure and named else "warning",
        expected=ruling.said,
        found=f'"{block.text[start:][:160]}"',
        remedy="say the hours of the profile; if they have changed, change them there",
        related=(here(case, ruling.path, "the hours are said here"),),
        about=case.dotted(ruling.path),
        quote=words,
    )
