"""The handbook as the culture team sees it while it is written: every message tells its line, and pages of its own tell the rest.

Readers get none of this: the published site is made by `edition.compose` alone.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import escape

from handbook.alignment import alignment
from handbook.edition import Composed, Edition, compose
from handbook.finding import RANK, Finding, Severity, in_order
from handbook.findings_page import findings_body
from handbook.judging import examine
from handbook.map_page import map_body
from handbook.marks import tagged, unmarked
from handbook.navigation import Entry, Navigation, Section
from handbook.pages import Page
from handbook.rules import all_rules
from handbook.ruling import Case
from handbook.sources import Sources
from handbook.tracing import address, trail
from handbook.written import Written

PART = "For the culture team"
MAP, MESSAGES, FINDINGS = "culture/alignment.md", "culture/messages.md", "culture/findings.md"
TOOLS = "assets/preview"
"""Where the preview's script and style stand in the site."""
NAMES: dict[Severity, tuple[str, str]] = {
    "error": ("contradiction", "contradictions"),
    "warning": ("warning", "warnings"),
    "question": ("question", "questions"),
    "note": ("note", "notes"),
}


def compose_preview(sources: Sources, today: date, tools: Mapping[str, bytes]) -> Composed:
    """The edition for the culture team, or what keeps it from being made; `tools` are the preview's script and style.

    What the rules find stands on a page and stops nothing.
    """
    composed = compose(sources, marked=True)
    if composed.edition is None:
        return composed
    plain = replace(composed.edition, pages=tuple(replace(page, body=unmarked(page.body)) for page in composed.edition.pages))
    findings = in_order([*composed.findings, *examine(plain, sources, today)])
    written = Written(
        Case(plain.profile, plain.places, plain.leaves, (), today, {}), trail(plain.pages, plain.leaves, plain.profile), sources.folder
    )
    return replace(composed, edition=_with_extras(composed.edition, written, findings, tools))


def _with_extras(edition: Edition, written: Written, findings: tuple[Finding, ...], tools: Mapping[str, bytes]) -> Edition:
    numbers = {path: number for number, path in enumerate(edition.places)}
    count = summary(findings)
    shown = tuple(_shown(page, written, numbers, count) for page in edition.pages)
    own = tuple(
        replace(page, body=f"{page.body}\n{_bar(page, count)}\n{_tools(page)}\n") for page in _own_pages(edition, written, findings)
    )
    sections = (*edition.navigation.sections, Section(PART, tuple(Entry(page) for page in own)))
    files = {**edition.files, **{f"{TOOLS}/{name}": data for name, data in tools.items()}}
    return replace(edition, pages=(*shown, *own), navigation=Navigation(sections), files=files)


def summary(findings: tuple[Finding, ...]) -> str:
    """How much there is to look at: "2 warnings, 3 questions", or "nothing found"."""
    counts = {severity: sum(each.severity == severity for each in findings) for severity in sorted(RANK, key=RANK.__getitem__)}
    return ", ".join(f"{count} {NAMES[kind][count != 1]}" for kind, count in counts.items() if count) or "nothing found"


def _shown(page: Page, written: Written, numbers: Mapping[tuple[str | int, ...], int], count: str) -> Page:
    """A page of the handbook whose messages can be followed to their lines."""
    paths = written.in_order(page.says)
    files = sorted({written.place(path).rsplit(":", 1)[0] for path in paths})
    items = "\n".join(written.entry(path, page.path, f"said-{numbers[path]}") for path in paths)
    title = f"Where this page is written: {_counted(len(paths), 'message', 'messages')} from {_listed(files)}"
    own = (
        ""
        if page.file.startswith("content/")
        else f'<p>The chapter itself: <code class="hb-place">{escape(page.file.removeprefix(written.folder + "/"))}</code></p>\n'
    )
    block = f'<details class="hb-written" data-search-exclude>\n<summary>{escape(title)}</summary>\n{own}<ul>\n{items}\n</ul>\n</details>'
    return replace(page, body=f"{tagged(page.body)}\n{block if paths else ''}\n\n{_bar(page, count)}\n\n{_tools(page)}\n")


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _bar(page: Page, count: str) -> str:
    """What stands at the foot of every page: the switch, and the way to the team's own pages."""
    links = ((FINDINGS, count[0].upper() + count[1:]), (MAP, "Alignment map"))
    items = "".join(f'<a class="hb-preview__link" href="{address(path, page.path)}">{escape(words)}</a>' for path, words in links)
    switch = '<button class="hb-preview__switch" type="button" aria-pressed="false" hidden>Show where it is written</button>'
    return (
        '<div class="hb-preview" role="group" aria-label="Preview for the culture team" data-search-exclude>'
        f"<strong>Preview</strong>{switch}{items}</div>"
    )


def _tools(page: Page) -> str:
    up = posixpath.relpath(TOOLS, posixpath.dirname(page.path) or ".")
    return (
        f'<div class="hb-preview-tools"><link rel="stylesheet" href="{up}/preview.css"><script src="{up}/preview.js" defer></script></div>'
    )


def _own_pages(edition: Edition, written: Written, findings: tuple[Finding, ...]) -> tuple[Page, ...]:
    matrices = alignment(edition.profile)
    rules = {rule.name: rule for rule in all_rules()}
    chapters = {page.id: page for page in reversed(edition.pages)}
    named = {cell.rule for matrix in matrices for _, _, cell in matrix.gaps if cell.rule in rules}
    return (
        _page(
            MAP,
            "Alignment map",
            "Values, promises and teams: what belongs together, and the gaps.",
            map_body(matrices, written, chapters, rules),
        ),
        _page(MESSAGES, "Where each message stands", "Every message with its line, its owner and its pages.", _messages(edition, written)),
        _page(
            FINDINGS,
            "What to look at",
            "What contradicts the profile, or is left open in it.",
            findings_body(findings, written, rules, named, summary(findings)),
        ),
    )


def _page(path: str, title: str, about: str, body: str) -> Page:
    return Page(path, path.removesuffix(".md"), title, about, "culture", 0, path, body)


def _messages(edition: Edition, written: Written) -> str:
    """Every message by section: where it is written, who answers for it, which pages say it."""
    groups: dict[str, set[tuple[str | int, ...]]] = {}
    speaking = {leaf.path for leaf in edition.leaves if leaf.speaks}
    for path in written.told.messages:
        if path in written.told.sayers or path in speaking:
            groups.setdefault(str(path[0]), set()).add(path)
    parts = "\n\n".join(_group(name, paths, written) for name, paths in groups.items())
    total, silent = sum(map(len, groups.values())), sum(path not in written.told.sayers for paths in groups.values() for path in paths)
    kept = "every one is said on a page" if not silent else f"{silent:,} of them on no page"
    drafts = len(speaking - set(written.told.messages))
    waiting = f" {_counted(drafts, 'more waits', 'more wait')} in drafts and retired entries." if drafts else ""
    return (
        f'# Where each message stands\n\n<p class="hb-lead">{_counted(total, "message", "messages")}, {kept}.{waiting}</p>\n\n'
        f"Open a section to see its messages in the order in which they are written.\n\n{parts}\n"
    )


def _group(name: str, paths: set[tuple[str | int, ...]], written: Written) -> str:
    title = name.replace("-", " ").capitalize()
    silent = sum(path not in written.told.sayers for path in paths)
    more = f", {silent} on no page" if silent else ""
    items = "\n".join(written.entry(path, MESSAGES) for path in written.in_order(paths))
    return (
        f'<details class="hb-written" data-search-exclude id="section-{name}">\n'
        f"<summary>{title}: {_counted(len(paths), 'message', 'messages')}{more}</summary>\n<ul>\n{items}\n</ul>\n</details>"
    )
