"""A story shows a value.

Looks at: stories, and whether each names a value it shows (`shows`, or `values`). It speaks up only where there are
values.

Why: a good story is remembered, and what it was told for is not, unless somebody says it.

To put it right: add   shows:   with the value, or tell another story.
"""

from collections.abc import Iterator

from handbook.finding import Finding
from handbook.profile.promises import Story
from handbook.rules._records import of_kind
from handbook.ruling import Case, Example, found

SEVERITY = "note"
VALUE = "values: [{id: warm, name: Warmth, means: We are warm.}]\n"
STORY = "stories: [{id: a, title: The umbrella, happened: It came back."
BAD = (Example(VALUE + STORY + "}]"),)
GOOD = (Example(VALUE + STORY + ", shows: [warm]}]"), Example(VALUE + STORY + ", values: [warm]}]"), Example(STORY + "}]"))


def check(case: Case) -> Iterator[Finding]:
    """A note for each story without a value."""
    for path, story in of_kind(case, Story):
        if case.profile.values and not story.shows and not story.values:
            yield found(
                case.place(path),
                "this story shows no value",
                expected="the value it is told for",
                found="no shows",
                remedy="add   shows: [the id of a value]",
                about=case.dotted(path),
                quote=str(story.title),
            )
