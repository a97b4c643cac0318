"""Every group of customers knows which promises hold for it.

Looks at: segments, and whether each names guarantees under `never-changes`, or a guarantee names it under `for`. It
speaks up only where there are guarantees.

Why: a page on a group tells what is different for it. Without what stays the same, the reader takes the promises for
things that vary.

To put it right: add   never-changes:   with the guarantees that hold for this group as for everybody.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.profile.promises import Guarantee, Segment
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "warning"
NOON = "guarantees: [{id: noon, promise: It comes by noon."
SHOPS = "segments: [{id: shops, who: Shops, need: Speed."
BAD = (Example(NOON + "}]\n" + SHOPS + "}]"),)
GOOD = (
    Example(NOON + "}]\n" + SHOPS + ", never-changes: [noon]}]"),
    Example(NOON + ", for: [shops]}]\n" + SHOPS + "}]"),
    Example(SHOPS + "}]"),
    Example(NOON + "}]\n" + SHOPS + ", leaves-out: {noon: They come and fetch it.}}]"),
)


def check(case: Case) -> Iterator[Finding]:
    """A finding for each segment without a promise."""
    guarantees = list(of_kind(case, Guarantee))
    named = {str(ref) for _, guarantee in guarantees for ref in guarantee.for_}
    for path, segment in of_kind(case, Segment):
        if guarantees and not segment.never_changes and not segment.leaves_out and segment.id not in named:
            yield found(
                case.place(path),
                "nothing says which promises hold for these people",
                expected="the guarantees that never change for them",
                found="no never-changes",
                remedy="add   never-changes: [the ids of the guarantees that hold for them too]",
                about=case.dotted(path),
                quote=str(segment.who),
            )
