"""Everything that the checker is given: profiles with chapters, documents in all formats, edited profiles; and what was seeded where."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.consistency import office_formats, text_formats
from benchmarks.consistency.layout import Element, laid_out
from benchmarks.consistency.organisations import HERE, changed, lines_of, profile_of, read, relatives, written
from benchmarks.consistency.text_formats import Place, located
from benchmarks.consistency.wordings import Item, items_of

FORMATS = ("md", "html", "txt", "docx", "pptx", "pdf", "eml", "chapter")
TEXTS = ("md", "html", "txt", "chapter")
BATCH = 8


@dataclass(frozen=True)
class Seed:
    """One seeded contradiction or hard negative.

    `words` are the words that contradict, `marks` their places and `sentence` that of the whole sentence, all empty where a format
    has no lines. `about` are the dotted paths that a finding may name; empty means any. Of an edited profile, `sentence` is the
    stretch of lines of the record, and `also` are messages on which the edit has consequences, which count neither way.
    """

    kind: str
    half: str
    organisation: str
    file: str
    format: str
    text: str
    words: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    quiet: bool = False
    sentence: Place | None = None
    marks: tuple[Place, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """One call of the checker: the profile, the outside documents, and what was seeded into them."""

    name: str
    profile: Path
    documents: tuple[Path, ...]
    seeds: tuple[Seed, ...]
    words: int = 0


def text_run(work: Path, organisation: str, half: str, seed: int, kind: str = "") -> Run:
    """One organisation with chapters and documents in every format that hold all its wordings of one half."""
    base = work / f"{organisation}-{half}"
    profile = profile_of(organisation)
    _lay_profile(base / "profile", written(profile))
    items = [item for item in items_of(organisation, half) if not kind or item.kind == kind or item.quiet]
    abroad = [item for item in items if item.language != "en"]
    items = [item for item in items if item.language == "en"]
    random.Random(f"{seed}-{organisation}-{half}").shuffle(items)
    seeds: list[Seed] = []
    files: list[Path] = []
    (base / "documents").mkdir(parents=True, exist_ok=True)
    for number, form in enumerate(FORMATS):
        share = items[number :: len(FORMATS)]
        file = base / ("profile/chapters/house-notes.md" if form == "chapter" else f"documents/{organisation}-{number}.{form}")
        seeds += _write(file, form, organisation, share, f"{seed}-{organisation}-{half}-{form}", profile)
        files += [] if form == "chapter" else [file]
    for number, item in enumerate(abroad):
        file = base / "documents" / f"leaflet-{number}.{item.language}.md"
        seeds += _write(file, item.language, organisation, [item], f"{seed}-{number}", profile)
        files.append(file)
    return Run(f"{organisation} {half}", base / "profile", tuple(files), tuple(seeds))


def _lay_profile(folder: Path, text: str) -> None:
    (folder / "chapters").mkdir(parents=True, exist_ok=True)
    (folder / "profile.yaml").write_text(text, encoding="utf-8")


def _write(file: Path, form: str, organisation: str, items: Sequence[Item], seed: str, profile: dict[str, Any]) -> list[Seed]:
    """Writes one document; gives what was seeded into it."""
    language = form if len(form) == 2 and form != "md" else ""
    elements = _leaflet(items[0]) if language else laid_out(organisation, items, seed)
    text = _as_text(form, elements, seed, language)
    if text:
        body, found = located(text)
        file.write_text(body, encoding="utf-8")
    else:
        file.write_bytes(_as_bytes(form, elements, seed))
        found = {}
    name = "md" if language else form
    return [_seed(item, file.name, name, found.get(number), profile) for number, item in enumerate(items)]


def _seed(item: Item, file: str, form: str, where: text_formats.Where | None, profile: dict[str, Any]) -> Seed:
    about = tuple(sorted({each for path in item.about if path for each in relatives(profile, path)}))
    about = () if "" in item.about else about
    place = (where.sentence, where.marks) if where else (None, ())
    return Seed(item.kind, item.half, item.organisation, file, form, item.plain, item.marks, about, item.quiet, *place)


def _leaflet(item: Item) -> tuple[Element, ...]:
    from benchmarks.consistency.layout import signed

    return (Element("title", "Larkfield" if item.organisation == "hotel" else "Info"), Element("paragraph", signed(item, 0)))


def _as_text(form: str, elements: tuple[Element, ...], seed: str, language: str) -> str:
    if language:
        return text_formats.markdown(elements, seed, f"lang: {language}\ntitle: Info\n")
    if form == "md":
        return text_formats.markdown(elements, seed, "title: Notes\nauthor: Robin\ndate: 2026-11-02\n")
    if form == "chapter":
        front = 'title: House notes\nsummary: "Notes for {{ colleagues }}."\npart: lookup\norder: 70\n'
        lead = Element("paragraph", "{{ us | cap }} keeps these notes for {{ colleagues }} who want to look something up.")
        return text_formats.markdown((elements[0], lead, *elements[1:]), seed, front)
    return {"html": text_formats.page, "txt": text_formats.plain_text}[form](elements) if form in TEXTS else ""


def _as_bytes(form: str, elements: tuple[Element, ...], seed: str) -> bytes:
    if form == "docx":
        return office_formats.docx(elements, seed)
    if form == "eml":
        return office_formats.mail(elements, seed)
    return office_formats.pptx(elements) if form == "pptx" else office_formats.pdf(elements)


def field_runs(work: Path, organisation: str, half: str, kind: str = "") -> Iterator[Run]:
    """The organisation's profile with several edits at a time, none of which touches what another touches."""
    listed = read(HERE / "edits" / f"{half.replace('-', '_')}.yaml")
    edits = [(name, each) for name, group in listed.items() for each in group if each["in"] == organisation]
    edits = [(name, each) for name, each in edits if not kind or name in (kind, "quiet")]
    for number, batch in enumerate(_batches(edits)):
        yield _edited(work / f"{organisation}-{half}-edits-{number}", organisation, half, batch)


def _batches(edits: list[tuple[str, dict[str, Any]]]) -> list[list[tuple[str, dict[str, Any]]]]:
    batches: list[tuple[set[str], list[tuple[str, dict[str, Any]]]]] = []
    for name, edit in edits:
        touched = _touched(edit)
        home = next((each for each in batches if not each[0] & touched and len(each[1]) < BATCH), None)
        if home is None:
            batches.append(home := (set(), []))
        home[0].update(touched)
        home[1].append((name, edit))
    return [batch for _, batch in batches]


def _touched(edit: dict[str, Any]) -> set[str]:
    paths = [*edit.get("drop", []), *edit.get("set", {}), *edit.get("add", {}), *edit.get("about", "").split("|")]
    return {".".join(path.split(".")[:3]) if path.split(".")[0] in DEEP else ".".join(path.split(".")[:2]) for path in paths if path}


DEEP = ("language", "recognition", "recruitment", "orientation", "improvement")


def _edited(folder: Path, organisation: str, half: str, batch: list[tuple[str, dict[str, Any]]]) -> Run:
    profile = profile_of(organisation)
    for _, edit in batch:
        profile = changed(profile, edit)
    text = written(profile)
    _lay_profile(folder, text)
    return Run(
        f"{organisation} {half} edits", folder, (), tuple(_of_edit(name, edit, organisation, half, profile, text) for name, edit in batch)
    )


def _of_edit(name: str, edit: dict[str, Any], organisation: str, half: str, profile: dict[str, Any], text: str) -> Seed:
    quiet = name == "quiet"
    paths = edit["about"].split("|") if not quiet else sorted({".".join(path.split(".")[:2]) for path in _touched(edit)})
    about = sorted({each for path in paths for each in relatives(profile, path)}) if not quiet else paths
    also = tuple(edit["also"].split("|")) if "also" in edit else ()
    first, last = min((lines_of(text, path) for path in paths), key=lambda lines: (not lines[0], lines))
    label = edit.get("why", "") if quiet else str({key: value for key, value in edit.items() if key in ("drop", "set", "add")})[:110]
    shown = "profile: " + edit["why"] if quiet else name
    return Seed(shown, half, organisation, "profile.yaml", "profile", label, (), tuple(about), quiet, (first, 1, last, 1), (), also)
