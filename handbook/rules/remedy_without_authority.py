"""Whoever hears that a promise was broken can give the remedy without asking anybody.

Looks at: guarantees with a remedy. Somebody must be named under `who-may-give`. And no text, in the guarantee or
anywhere else in the profile, may say that the remedy needs somebody's approval, signature or permission, unless it
speaks of what lies above the limit.

Why: "we refund on the spot" and "refunds need the regional manager" cannot both be true. The customer waits at the desk
while somebody is looked for, and the colleague learns that the promise is not meant.

To put it right: name the role that stands in front of the customer under `who-may-give`, with `up-to`, and take the
approval out of the text. If it must stay, the remedy is too large for a promise on the spot; make it smaller.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.declare import Path, Said
from handbook.finding import Finding, Related, Severity
from handbook.profile.promises import Guarantee
from handbook.rules._phrases import Hit, first, hits, sentence, speaks_for_us
from handbook.rules._records import of_kind, texts, texts_of, words_place
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
ROLES = "roles:\n  agent: {title: Counter Clerk}\n  region: {title: Regional Manager}\n"
NOON = "guarantees:\n  - id: noon\n    promise: Your parcel is with you by noon.\n"
GIVES = "    who-may-give: {role: agent, up-to: EUR 20 per parcel}\n"
BAD = (
    Example(ROLES + NOON + GIVES + "    remedy: {what: It is free}\n    plain: It is free as soon as the regional manager has agreed."),
    Example(ROLES + NOON + "    remedy: {what: The delivery is free}"),
    Example(ROLES + NOON + "    remedy: {what: The delivery is free}\n    beyond-that: region"),
    Example(ROLES + NOON + GIVES + "    remedy: {what: The delivery is free once approved by the Regional Manager}"),
    Example(
        ROLES
        + NOON
        + GIVES
        + "    remedy: {what: The delivery is free}\n    plain: Every refund needs the approval of the Regional Manager."
    ),
    Example(ROLES + NOON + GIVES + "    remedy: {what: The delivery is free}\n    proof: The slip, signed by the Regional Manager."),
    Example(
        ROLES
        + NOON
        + GIVES
        + "    remedy: {what: The delivery is free}\nrecovery:\n  asks-of-me: [Refunds must be approved by the region.]"
    ),
)
GOOD = (
    Example(ROLES + NOON + GIVES + "    remedy: {what: 'It is free, and the Regional Manager calls'}"),
    Example(ROLES + NOON + GIVES + "    remedy: {what: The delivery is free}"),
    Example(ROLES + NOON + GIVES + "    remedy: {what: The delivery is free}\n    plain: The refund needs no approval from anybody."),
    Example(ROLES + NOON + GIVES + "    remedy: {what: It is free}\n    plain: A refund above EUR 20 needs the approval of the region."),
    Example(ROLES + NOON + GIVES + "    remedy: {what: It is free}\n    plain: The refund is approved by the Counter Clerk alone."),
    Example(ROLES + NOON + GIVES + "    remedy: {what: It is free}\nrecovery:\n  traps: [Refunds that must be approved by the region.]"),
    Example(
        ROLES + NOON + GIVES + "    remedy: {what: It is free}\nrecovery:\n  asks-of-me: [New uniforms must be approved by the region.]"
    ),
    Example(NOON),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each remedy that nobody may give, and for each text that asks for an approval."""
    granted: list[tuple[Path, Guarantee]] = []
    for path, guarantee in of_kind(case, Guarantee):
        if guarantee.remedy is not None and guarantee.who_may_give is None:
            yield _nobody(case, path, guarantee)
        elif guarantee.remedy is not None:
            granted.append((path, guarantee))
            yield from _held_back(case, path, guarantee)
    if granted:
        yield from _elsewhere(case, *granted[0])


def _nobody(case: Case, path: Path, guarantee: Guarantee) -> Finding:
    return found(
        case.place((*path, "remedy")),
        "there is a remedy, and nobody may give it without asking",
        expected="a role that gives it on the spot",
        found="no who-may-give",
        remedy="add   who-may-give: {role: the role that meets the customer, up-to: an amount}",
        about=case.dotted((*path, "remedy")),
        quote=str(guarantee.remedy.what) if guarantee.remedy else "",
    )


def _held_back(case: Case, path: Path, guarantee: Guarantee) -> Iterator[Finding]:
    assert guarantee.who_may_give
    giver = str(label(case.catalogue.find(guarantee.who_may_give.role)))
    for text in texts_of(guarantee):
        hit = _approval(case, text, giver) if "last-review" not in text.path else None
        if hit:
            yield _asks(case, text, hit, path, giver, "error")


def _elsewhere(case: Case, path: Path, guarantee: Guarantee) -> Iterator[Finding]:
    assert guarantee.who_may_give
    giver = str(label(case.catalogue.find(guarantee.who_may_give.role)))
    for text in texts(case):
        hit = _approval(case, text, giver) if text.path[0] != "guarantees" and speaks_for_us(text.path) else None
        if hit and first(case, "remedy-words", sentence(text, hit.start, hit.end)):
            yield _asks(case, text, hit, path, giver, "warning")


def _approval(case: Case, text: Said, giver: str) -> Hit | None:
    """The words that ask for an approval; None where it is the giver's own, or for what lies above the limit."""
    hit = first(case, "needs-approval", text) or (_consent(case, text, giver) if text.path[0] == "guarantees" else None)
    if hit is None:
        return None
    around = sentence(text, hit.start, hit.end)
    quiet = any(first(case, name, around) for name in ("no-approval", "beyond-a-limit"))
    return None if quiet or giver.casefold() in around.casefold() else hit


def _consent(case: Case, text: Said, giver: str) -> Hit | None:
    """Another role that has to agree before: "the Head says yes before it is given"."""
    if first(case, "consents", text) is None:
        return None
    others = tuple(str(role.title) for role in case.profile.roles.values() if role.title != giver)
    for hit in hits(text, others):
        around = sentence(text, hit.start, hit.end)
        if first(case, "consents", around) and first(case, "before-it-is-given", around):
            return hit
    return None


def _asks(case: Case, text: Said, hit: Hit, path: Path, giver: str, severity: Severity) -> Finding:
    return found(
        words_place(case, text, hit.start, hit.end),
        "this text asks for an approval for what may be given without asking",
        severity=severity,
        expected=f"{giver} gives the remedy without asking anybody",
        found=f'"{hit.words}"',
        remedy="take the approval out, or say that it is for what lies above the limit",
        about=case.dotted(text.path),
        quote=hit.words,
        related=(Related(case.place((*path, "who-may-give")), f"here {giver} gives it without asking"),),
    )
