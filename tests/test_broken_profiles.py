"""Broken profiles and the reports they get: one folder below tests/golden/broken is one mistake, named after it.

A folder holds the profile as somebody might write it and `report.txt`, the report word for word. What git would mangle
or what is too large to keep is made by a recipe in `golden_recipes.py`. UPDATE_GOLDEN=1 rewrites the reports.
"""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from golden_recipes import RECIPES

from handbook import report
from handbook.cli import main
from handbook.declare import field_named
from handbook.disk import read_sources
from handbook.edition import Composed, compose

GOLDEN = Path(__file__).parent / "golden"
BROKEN = sorted(folder.name for folder in (GOLDEN / "broken").iterdir() if folder.is_dir())
FINE = sorted(folder.name for folder in (GOLDEN / "fine").iterdir() if folder.is_dir())
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
JARGON = (
    "mapping",
    "scalar",
    "sequence",
    "node",
    "token",
    "Type",
    "Error",
    "Exception",
    "object",
    "dict",
    "tuple",
    "str ",
    "None",
    "Traceback",
    "handbook.",
    "Jinja",
)


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_profile_gets_exactly_its_report(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Place, frame, expected, found, guess and remedy of every mistake, in order, and nothing else."""
    stand_in(case, tmp_path, monkeypatch)
    told = told_of(composed_here())
    golden = GOLDEN / "broken" / case / "report.txt"
    if UPDATE:
        golden.write_text(told, encoding="utf-8")
    assert golden.is_file(), f"{golden} is missing; look at what UPDATE_GOLDEN=1 writes before you keep it"
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", BROKEN)
def test_the_command_ends_with_1_and_without_a_traceback(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`handbook check` says the same as the report, ends with exit code 1, and never shows a traceback."""
    stand_in(case, tmp_path, monkeypatch)
    result = CliRunner().invoke(main, ["check", "."])
    assert result.exit_code == 1, result.output
    assert "Traceback" not in result.output
    assert (GOLDEN / "broken" / case / "report.txt").read_text(encoding="utf-8").splitlines()[0] in result.output


@pytest.mark.parametrize("case", BROKEN)
def test_a_report_speaks_plainly(case: str) -> None:
    """Every finding says what to do, without words that only programmers know."""
    text = (GOLDEN / "broken" / case / "report.txt").read_text(encoding="utf-8")
    told = (
        line for line in text.splitlines() if not line.startswith("      |") and " | " not in line[:9] and not line.startswith("  found:")
    )
    ours = "\n".join(line.split("put the whole text in quotes:")[0] for line in told)
    assert [word for word in JARGON if word in ours] == []
    assert ours.count("what to do:") == sum(
        f" {severity}: " in line for line in ours.splitlines() for severity in ("error", "warning", "question", "note")
    )


@pytest.mark.parametrize("case", FINE)
def test_a_value_that_looks_like_a_trap_is_read_as_meant(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`values.txt` lists places in the profile and what must stand there: `path = kind value`."""
    stand_in(case, tmp_path, monkeypatch, "fine")
    composed = composed_here()
    assert told_of(composed) == "Nothing found: the profile can be built.\n"
    assert composed.edition
    golden = GOLDEN / "fine" / case / "values.txt"
    wanted = golden.read_text(encoding="utf-8").splitlines()
    read = [f"{path} = {described(composed.edition.profile, path)}" for path in (line.split(" = ")[0] for line in wanted)]
    if UPDATE:
        golden.write_text("\n".join(read) + "\n", encoding="utf-8")
    assert read == golden.read_text(encoding="utf-8").splitlines()


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2 and the next step, for a folder that is absent or holds no YAML."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    absent, empty = (CliRunner().invoke(main, ["check", name]) for name in ("absent", "empty"))
    assert (absent.exit_code, empty.exit_code) == (2, 2)
    assert absent.output == "handbook: there is no profile folder absent. Make one with: handbook new absent\n"
    assert (
        empty.output
        == "handbook: there is no YAML file in empty. A profile is a folder with a profile.yaml in it; start with: handbook new my-handbook\n"
    )


def stand_in(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str = "broken") -> None:
    """Makes the case's folder the current one; what cannot be kept as files is made in a fresh folder."""
    folder = GOLDEN / kind / case
    if case in RECIPES:
        folder = tmp_path / "profile"
        folder.mkdir()
        RECIPES[case](folder)
    monkeypatch.chdir(folder)


def composed_here() -> Composed:
    return compose(read_sources(Path()))


def told_of(composed: Composed) -> str:
    """What `check` prints: the report, then the sentence that sums it up."""
    texts = read_sources(Path()).texts
    return "\n".join(filter(None, (report.as_text(composed.findings, texts), report.summary(composed.findings)))) + "\n"


def described(value: object, path: str) -> str:
    """The kind and wording of the value at a dotted path, e.g. `TimeOfDay 15:00`."""
    for step in path.split("."):
        if isinstance(value, tuple):
            value = value[int(step)]
        elif hasattr(type(value), "DECLARED"):
            declared = field_named(type(value), step)
            assert declared, f"no field {step}"
            value = getattr(value, declared.attribute)
        else:
            value = value[step]  # type: ignore[index]
    return f"{type(value).__name__} {str(value)!r}"
