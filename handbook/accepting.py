"""Findings and the profile's `accept` -> the findings that are still open, and what is wrong with the acceptances themselves."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from handbook.declare import Path, field_named
from handbook.finding import Finding, Related, Span
from handbook.leaves import closest
from handbook.profile import Profile
from handbook.ruling import Case, found, home
from handbook.speaking import date_in_words

OWN = frozenset({"acceptance-expired", "acceptance-unknown", "acceptance-unused"})
"""The rules about acceptances; what they find cannot be accepted in turn."""
SHOWN = 5
"""How many of the findings that an acceptance covered are shown with it."""
_ENDINGS = (".yaml", ".yml", ".md", ".markdown", ".html", ".htm", ".txt", ".docx", ".pptx", ".pdf", ".eml")
_GLOB = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True)
class Acceptance:
    """One entry of `accept`. Either `message` is set (a dotted path) or `file` (with `spot`, its line or part, or without)."""

    rule: str
    place: str
    until: date
    path: Path
    message: str
    file: str
    spot: str


def acceptances(case: Case) -> tuple[Acceptance, ...]:
    """The entries of `accept`, their places taken apart."""
    return tuple(_acceptance(str(each.rule), str(each.place), each.until, home(each)) for each in case.profile.accept)


def _acceptance(rule: str, place: str, until: date, path: Path) -> Acceptance:
    written = place.strip().replace("\\", "/").removeprefix("./")
    head, _, rest = written.partition(":")
    if not rest and ", " in written and written.partition(", ")[0].lower().endswith(_ENDINGS):
        head, _, rest = written.partition(", ")
    if "/" in head or "*" in head or head.lower().endswith(_ENDINGS):
        return Acceptance(rule.strip().lower(), place, until, path, "", head + "**" * head.endswith("/"), rest.strip())
    return Acceptance(rule.strip().lower(), place, until, path, written, "", "")


def accepted(findings: Iterable[Finding], case: Case) -> tuple[Finding, ...]:
    """The findings that stay open: those that no acceptance covers which still holds today."""
    standing = [each for each in acceptances(case) if each.until >= case.today]
    return tuple(finding for finding in findings if not any(covers(each, finding, case) for each in standing))


def covers(acceptance: Acceptance, finding: Finding, case: Case) -> bool:
    """Whether a finding is of the rule and at the place that an acceptance names."""
    if finding.code != acceptance.rule or finding.code in OWN:
        return False
    if acceptance.file:
        return _file_matches(acceptance.file, finding.span.file) and _spot_matches(acceptance.spot, finding.span)
    if finding.about == acceptance.message or finding.about.startswith(acceptance.message + "."):
        return True
    return any(_holds(span, finding.span) for span in _named(case).get(acceptance.message, ()))


def _file_matches(glob: str, file: str) -> bool:
    return bool(_pattern(glob).fullmatch(file.replace("\\", "/")))


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    """The end of a file's place, so that an acceptance holds from whichever folder the command is given."""
    return re.compile("(?:.*/)?" + _GLOB.sub(lambda part: _MEANS.get(part[0], re.escape(part[0])), glob))


def _spot_matches(spot: str, span: Span) -> bool:
    line = re.fullmatch(r"(\d+)(?::\d+)?", spot)
    if line:
        return not span.part and span.line == int(line[1])
    return not spot or span.part == spot or span.part.startswith(spot + ",")


def _named(case: Case) -> dict[str, list[Span]]:
    """Where each part of the profile stands, by its dotted path."""

    def make(case: Case) -> dict[str, list[Span]]:
        named: dict[str, list[Span]] = {}
        for path, span in case.places.items():
            named.setdefault(case.dotted(path), []).append(span)
        return named

    made: dict[str, list[Span]] = case.once("places by dotted path", make)
    return made


def _holds(outer: Span, inner: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    return outer.file == inner.file and begins and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def expired(findings: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """A finding for each acceptance whose day is past, with what it covered that is open again."""
    still_open = accepted(findings, case)
    for each in acceptances(case):
        if each.until < case.today:
            covered = [finding for finding in still_open if covers(each, finding, case)]
            yield found(
                case.place((*each.path, "until")),
                f"this acceptance ended on {date_in_words(each.until)}",
                expected="a day to come, or no acceptance",
                found=_covered(len(covered)),
                remedy=_renew() if covered else _delete(),
                related=tuple(Related(finding.span, finding.message) for finding in covered[:SHOWN]),
                about=case.dotted(each.path),
                quote=str(each.until),
            )


def _covered(count: int) -> str:
    return f"{count} finding{'s' if count != 1 else ''} that it covered" if count else "nothing that it would still cover"


def _renew() -> str:
    return "put right what it covered; or look at it again, and write a new day behind until and what you decided behind reason"


def _delete() -> str:
    return "delete this entry of accept, unless it is about a file that was not looked at this time"


def unused(findings: Iterable[Finding], case: Case, known: Collection[str], textual: Collection[str]) -> Iterator[Finding]:
    """A finding for each acceptance that holds and covers nothing. `textual` are the rules that need documents to speak.

    Such a rule is quiet when its document is not among those looked at, so an acceptance of it by message is given the
    benefit of the doubt.
    """
    findings = tuple(findings)
    for each in acceptances(case):
        if each.until < case.today or each.rule not in known or each.rule in OWN:
            continue
        lost = bool(each.message) and not _exists(each.message, case)
        doubtful = each.rule in textual and bool(each.message) and not lost
        elsewhere = bool(each.file) and not any(_file_matches(each.file, file) for file in _files(case))
        if not doubtful and not elsewhere and not any(covers(each, finding, case) for finding in findings):
            yield _unused(each, lost, case)


def _unused(each: Acceptance, lost: bool, case: Case) -> Finding:
    return found(
        case.place((*each.path, "place" if lost else "rule")),
        f'there is nothing at "{each.place}" in the profile' if lost else f"nothing to accept: {each.rule} finds nothing at {each.place}",
        expected="the path of a message or a file in which the rule finds something",
        found=f'"{each.place}"',
        guess=closest(each.message, frozenset(filter(None, _named(case))), 0.75) if lost else "",
        remedy="correct the place, or delete this entry of accept",
        about=case.dotted(each.path),
        quote=each.place,
    )


def _exists(message: str, case: Case) -> bool:
    return message in _named(case) or (field_named(Profile, message) is not None)


def _files(case: Case) -> frozenset[str]:
    """The files that were looked at."""
    return frozenset({each.file for each in case.documents} | {span.file for span in case.places.values()})


def unknown(case: Case, known: Collection[str]) -> Iterator[Finding]:
    """A finding for each acceptance of something that is no rule, or that cannot be accepted."""
    choice = frozenset(known) - OWN
    for each in acceptances(case):
        if each.rule not in choice:
            own = each.rule in OWN
            yield found(
                case.place((*each.path, "rule")),
                f"{each.rule} cannot be accepted" if own else f'there is no rule called "{each.rule}"',
                expected="the name of a rule, as it stands in square brackets behind a finding",
                found=f'"{each.rule}"',
                guess="" if own else closest(each.rule.replace("_", "-").replace(" ", "-"), choice),
                remedy="mend the entry of accept that it is about, and delete this one" if own else _correct(),
                about=case.dotted(each.path),
                quote=each.rule,
            )


def _correct() -> str:
    return "correct the name; what keeps the profile from being read (a missing field, a slip in YAML) cannot be accepted, only put right"
