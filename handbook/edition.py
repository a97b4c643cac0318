"""The whole program on one screen: `compose` turns the texts of a profile and the chapters into an Edition of the handbook."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from handbook import brand, references
from handbook.chapter import Chapter, Part, is_page, outside_requests, read_chapter
from handbook.declare import Path
from handbook.finding import Finding, Related, Span, has_errors, in_order
from handbook.located import Entry, Lines, Scalar, read_yaml
from handbook.navigation import Navigation, navigate
from handbook.notes import Notes, Placed
from handbook.pages import Page
from handbook.profile import Profile
from handbook.reading import read_profile
from handbook.rendering import Renderer
from handbook.sources import Source, Sources
from handbook.template_check import check_template
from handbook.templates import environment


@dataclass(frozen=True)
class Edition:
    """One finished handbook, before any engine has touched it. Doors (`mkdocs_plugin`, `export`) only hand it on."""

    title: str
    language: str
    pages: tuple[Page, ...]
    navigation: Navigation
    look: brand.Look
    files: Mapping[str, bytes]
    profile: Profile
    leaves: tuple[Placed, ...]
    places: Mapping[Path, Span]


@dataclass(frozen=True)
class Composed:
    """What came of composing: the edition, unless a finding is an error, and every finding in order."""

    edition: Edition | None
    findings: tuple[Finding, ...]


def compose(sources: Sources, marked: bool = False) -> Composed:
    """The edition of a profile, or everything that keeps it from being made; `marked` is for the preview (see `marks`)."""
    findings = list(sources.troubles)
    root, whole = _together(sources.documents, findings)
    notes = Notes()
    raw = read_profile(root, notes) if root else None
    language = _language(raw, notes, sources.shipped)
    parts = _parts(sources.shipped[language])
    texts = {each.name: each for each in (*sources.shipped[language], *sources.own_chapters)}
    chapters = _chapters(texts, sources.own_chapters, parts, findings)
    findings += notes.findings if whole else [each for each in notes.findings if each.code != "missing-section"]
    findings += references.check(notes, _ids(chapters)) if whole else []
    if raw and whole:
        findings += brand.check_files(raw, sources.assets, notes.places)
    if raw is None or has_errors(findings):
        return Composed(None, in_order(findings))
    profile = references.resolve(references.published(raw))
    numbers = {path: number for number, path in enumerate(notes.places)} if marked else None
    renderer = Renderer(profile, chapters, texts, parts, sources.assets, tuple(notes.leaves), numbers)
    pages = renderer.pages()
    if has_errors(renderer.findings):
        return Composed(None, in_order([*findings, *renderer.findings]))
    edition = Edition(
        profile.organisation.name,
        language,
        pages,
        navigate(pages, parts),
        brand.look_of(profile, sources.assets),
        renderer.files(),
        profile,
        tuple(notes.leaves),
        notes.places,
    )
    return Composed(edition, in_order(findings))


def _together(documents: tuple[Source, ...], findings: list[Finding]) -> tuple[Lines | None, bool]:
    """All sections of all files as one block, and whether every file could be read; a section in two files is noted with both places."""
    entries: dict[str, Entry] = {}
    whole = not findings
    for document in documents:
        root, troubles = read_yaml(document.text, document.file)
        findings += troubles
        whole = whole and (root is not None or not troubles)
        if isinstance(root, Lines):
            for entry in root.entries:
                if entry.key.text in entries:
                    findings.append(_two_files(entry, entries[entry.key.text]))
                entries.setdefault(entry.key.text, entry)
        elif not troubles and (root is not None or len(documents) == 1):
            findings.append(_no_sections(document, root is None or (isinstance(root, Scalar) and root.empty)))
    if not documents or (not entries and findings):
        return None, whole
    return Lines(tuple(entries.values()), Span(documents[0].file)), whole


def _two_files(entry: Entry, first: Entry) -> Finding:
    name = entry.key.text
    return Finding(
        "section-twice",
        "error",
        f"the section {name} stands in two files",
        entry.key.span,
        expected="each section in one file",
        found=f'"{name}" again',
        remedy="move what stands here to the other file, or delete it",
        related=(Related(first.key.span, "it begins here too"),),
    )


def _no_sections(document: Source, empty: bool) -> Finding:
    return Finding(
        "no-sections",
        "error",
        "this file is empty" if empty else "this file holds no sections",
        Span(document.file),
        expected="sections such as organisation: and values:",
        found="nothing" if empty else "a list or a text",
        remedy="begin with   organisation:   and, two spaces further in,   name: the name of your organisation",
    )


def _language(profile: Profile | None, notes: Notes, shipped: Mapping[str, tuple[Source, ...]]) -> str:
    """The language the handbook is built in; noted as an error when there are no chapters in it."""
    wanted = profile.organisation.languages[0] if profile and profile.organisation.languages else "en"
    if wanted in shipped:
        return wanted
    notes.wrong(
        "no-chapters",
        notes.places[("organisation", "languages", 0)],
        f'there are no chapters in the language "{wanted}"',
        expected="a language with chapters first: " + ", ".join(sorted(shipped)),
        found=f'"{wanted}"',
        remedy="put a language that has chapters first in the list; the others may follow",
    )
    return "en"


def _parts(shipped: tuple[Source, ...]) -> tuple[Part, ...]:
    text = next(each.text for each in shipped if each.name == "_parts.yaml")
    return tuple(Part(each["id"], each["title"]) for each in yaml.safe_load(text))


def _chapters(
    texts: Mapping[str, Source], own: tuple[Source, ...], parts: tuple[Part, ...], findings: list[Finding]
) -> tuple[Chapter, ...]:
    """Every chapter; the templates of the organisation's own are checked here, those of the product in its tests."""
    made = environment(texts)
    chapters = []
    for source in own:
        findings += outside_requests(source)
    for name, source in texts.items():
        if is_page(name):
            chapter, troubles = read_chapter(source, source in own, parts)
            findings += troubles
            if chapter and chapter.own:
                findings += check_template(made, chapter.headings, source.file, chapter.head.each)
                findings += check_template(made, chapter.body, source.file, chapter.head.each)
            chapters += [chapter] if chapter else []
        elif source in own and name.endswith(".md"):
            findings += check_template(made, source.text, source.file, "*")
    return tuple(chapters)


def _ids(chapters: tuple[Chapter, ...]) -> frozenset[str]:
    return frozenset(each.id for each in chapters if not each.head.each)
