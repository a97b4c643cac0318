"""A review tells what somebody found in this one message.

Looks at: `last-review` in the whole profile. Five or more messages that the same role reviewed on the same day with the
same words, or with words that say nothing ("ok", "reviewed"), were probably not read.

Why: dates that are moved together make everything look fresh on the evening before an audit. The next wrong number then
carries yesterday's date.

To put it right: look at each message and write in a few words what you found in it: what changed, or why it stays.
"""

from collections.abc import Iterator

from handbook.catalogue import label
from handbook.finding import Finding, Related
from handbook.profile.header import Review
from handbook.rules._phrases import phrases, plain
from handbook.rules._records import Record, records, value_place
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "warning"
FEWEST = 5
ROLES = "roles: {boss: {title: Depot Head}, aide: {title: Aide}}\nfacts:\n"


def _facts(*reviews: str) -> str:
    return ROLES + "".join(f"  f{number}: {{is: 3, last-review: {{{review}}}}}\n" for number, review in enumerate(reviews))


SAME = "by: boss, date: 2026-10-01, verdict: Still fine"
BAD = (
    Example(_facts(*[SAME] * 5)),
    Example(_facts(*(f"by: boss, date: 2026-10-01, verdict: {word}" for word in ("OK", "Reviewed.", "ok", "done", "Checked")))),
)
GOOD = (
    Example(_facts(*[SAME] * 4)),
    Example(_facts(*(f"by: boss, date: 2026-10-01, verdict: The number {word} was counted again" for word in "abcdef"))),
    Example(_facts(*[SAME] * 3, *["by: aide, date: 2026-10-01, verdict: Still fine"] * 3)),
    Example(_facts(*[SAME] * 3, *["by: boss, date: 2026-10-02, verdict: Still fine"] * 3)),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each group of reviews that look like one stroke of the pen."""
    groups: dict[tuple[object, ...], list[Record]] = {}
    for path, record in records(case):
        if isinstance(record, Review):
            verdict = plain(record.verdict)
            same = "" if verdict in phrases(case, "empty-verdicts") or not verdict.strip("-–—.") else verdict
            groups.setdefault((record.date, str(record.by), same), []).append((path, record))
    for members in groups.values():
        if len(members) >= FEWEST:
            yield _finding(case, members)


def _finding(case: Case, members: list[Record]) -> Finding:
    path, review = members[0]
    return found(
        value_place(case, review.verdict),
        f"{len(members)} messages were reviewed on one day by one role with the same words",
        expected="for each message, what was found in it",
        found=f'"{review.verdict}", {label(case.catalogue.find(review.by))}, {date_in_words(review.date)}',
        remedy="look at each of them, and write under verdict what you found in it",
        about=case.dotted(path[:-1]),
        quote=str(review.verdict),
        related=tuple(Related(value_place(case, each.verdict), f"also {case.dotted(other[:-1])}") for other, each in members[1:6]),
    )
