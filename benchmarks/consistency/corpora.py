"""False alarms on real handbooks: under the profiles of others, and under facts that are true in them."""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.consistency.checker import ROOT, Found, NoAnswer, check
from benchmarks.consistency.organisations import HERE, NAMES, profile_of, written

PER = 100_000
TRUE = "true facts"


def report(work: Path, folder: Path, show: int) -> Iterator[str]:
    """Lines on the errors that were found where there is nothing to find."""
    folder = folder if folder.is_absolute() else ROOT / folder
    if not folder.is_dir():
        yield f"\nno real handbooks at {folder}: false alarms were not measured (name their folder with --corpora)"
        return
    yield f"\n{'real handbook under':34}{'words':>9}{'errors':>8}{'per 100,000':>13}{'warnings':>10}"
    sums: dict[str, list[int]] = {}
    for corpus in sorted(each for each in folder.iterdir() if each.is_dir()):
        count = words_in(corpus)
        for label, profile in _profiles(work, corpus.name):
            found = _found(profile, corpus)
            yield _line(f"{corpus.name[:18]}: {label}", count, loud(found, "error"), loud(found, "warning"))
            yield from [shown(each) for each in found if each.severity == "error"][:show]
            figures = (count, loud(found, "error"), loud(found, "warning"))
            group = "all, true facts" if label == TRUE else "all, profiles of others"
            sums[group] = [old + new for old, new in zip(sums.get(group, [0, 0, 0]), figures, strict=True)]
    yield from (_line(label, *figures) for label, figures in sums.items())


def _profiles(work: Path, corpus: str) -> Iterator[tuple[str, Path]]:
    facts = HERE / "true_facts" / f"{corpus}.yaml"
    if facts.is_file():
        yield TRUE, _lay(work / f"true-{corpus}", facts.read_text(encoding="utf-8"))
    for name in NAMES:
        yield name, _lay(work / name, written(profile_of(name)))
    if (ROOT / "org_profiles" / "al-noor").is_dir():
        yield "the example", ROOT / "org_profiles" / "al-noor"


def _lay(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    return folder


def _found(profile: Path, corpus: Path) -> list[Found]:
    """What is found in a handbook, without what is found in the profile alone; nothing when the checker breaks, which is said."""
    try:
        alone = set(check(profile))
        return [each for each in check(profile, [corpus]) if each not in alone]
    except NoAnswer as trouble:
        return [Found("NO ANSWER", "error", corpus.name, message=str(trouble))]


def loud(found: list[Found], severity: str) -> int:
    """How many findings are of one severity."""
    return sum(each.severity == severity for each in found)


def _line(label: str, count: int, errors: int, warnings: int) -> str:
    return f"{label:34}{count:9,}{errors:8}{errors * PER / max(count, 1):13.2f}{warnings:10}"


def shown(each: Found) -> str:
    """One false alarm with its place."""
    return f"    {each.code} {each.file}:{each.place[0]}:{each.place[1]} about {each.about}: {each.quote!r} {each.message}"


def words_in(folder: Path) -> int:
    """How many words the Markdown files below a folder hold."""
    return sum(len(re.findall(r"\w+", path.read_text(encoding="utf-8", errors="replace"))) for path in sorted(folder.rglob("*.md")))
