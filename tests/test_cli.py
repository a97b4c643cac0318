"""The command as people use it: what it says, what it writes, how it ends."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from places import MINIMAL, run_handbook

from handbook import __version__
from handbook.cli import main

COMMANDS = ("new", "check", "explain", "due", "build", "serve", "export", "schema", "doctor")


def test_help_teaches(tmp_path: Path) -> None:
    """The help shows a first day, and every command explains itself in a sentence."""
    shown = CliRunner().invoke(main, ["--help"]).output
    assert "handbook new my-handbook" in shown
    assert "Exit codes" in shown
    assert [name for name in COMMANDS if f"\n  {name} " in shown] == list(COMMANDS)
    for name in COMMANDS:
        assert len(CliRunner().invoke(main, [name, "--help"]).output.split()) > 25, name


def test_version() -> None:
    """The version is the package's."""
    assert CliRunner().invoke(main, ["--version"]).output.strip().endswith(__version__)


def test_a_new_profile_is_fine_and_builds(tmp_path: Path) -> None:
    """`new`, `check` and `build` one after the other, as on a first day, without naming the profile again."""
    made = run_handbook("new", "my-handbook", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert sorted(path.name for path in (tmp_path / "my-handbook").iterdir()) == ["profile.schema.json", "profile.yaml"]
    checked = run_handbook("check", cwd=tmp_path)
    assert checked.returncode == 0 and "Nothing found" in checked.stdout
    built = run_handbook("build", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "Harbour House" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    again = run_handbook("new", "my-handbook", cwd=tmp_path)
    assert again.returncode == 2 and "is there already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["build"], "there is no profile here"),
        (["check", "nowhere"], "there is no profile folder nowhere"),
        (["due", "nowhere"], "there is no profile folder nowhere"),
        (["export", "nowhere", "--out", "x"], "there is no profile folder nowhere"),
        (["serve", "nowhere"], "there is no profile folder nowhere"),
    ],
)
def test_what_cannot_run_says_so_and_ends_with_2(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    """No profile: a sentence with the way out, code 2, no traceback."""
    done = run_handbook(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr and "Traceback" not in done.stderr
    assert "handbook new" in done.stderr


def test_several_profiles_are_listed(tmp_path: Path) -> None:
    """Where more than one profile is found, the choice is left to the person."""
    for name in ("one", "two"):
        shutil.copytree(MINIMAL, tmp_path / name)
    done = run_handbook("check", cwd=tmp_path)
    assert done.returncode == 2 and "one, two" in done.stderr


def test_export_is_plain_markdown_with_its_own_settings(tmp_path: Path) -> None:
    """The exported folder holds pages, theme and a mkdocs.yml without our plugin."""
    done = run_handbook("export", str(MINIMAL), "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    settings = (tmp_path / "out" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "handbook:" in settings and "- search" in settings and "- handbook" not in settings
    assert (tmp_path / "out" / "docs" / "index.md").read_text(encoding="utf-8").startswith("---\ntitle:")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=tmp_path / "out",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert built.returncode == 0, built.stderr


def test_schema_and_doctor(tmp_path: Path) -> None:
    """The schema is JSON; the doctor names both engines and what Zensical leaves out."""
    assert json.loads(run_handbook("schema", cwd=tmp_path).stdout)["properties"]["guarantees"]["type"] == "array"
    told = run_handbook("doctor", "--engine", "zensical", cwd=tmp_path).stdout
    assert "mkdocs-material" in told and "leaves out, without saying so" in told


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    """`serve` on a port in use proposes another one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_handbook("serve", str(MINIMAL), "--port", str(port), "--no-open", cwd=tmp_path)
    assert done.returncode == 2 and f"port {port} is in use" in done.stderr


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A profile being served: its file and the address."""
    shutil.copytree(MINIMAL, tmp_path / "profile")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "handbook", "serve", "profile", "--port", "0", "--no-open"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout
        found = re.search(r"http://[\d.:]+/", process.stdout.readline())
        assert found
        yield tmp_path / "profile" / "profile.yaml", found[0]
    finally:
        process.terminate()
        process.wait(10)


def test_serving_follows_edits_and_shows_mistakes(served: tuple[Path, str]) -> None:
    """An edit appears, a mistake appears as a page with its place, and its repair brings the handbook back."""
    profile, address = served
    _until(address, "Wheelwright")
    good = profile.read_text(encoding="utf-8")
    profile.write_text(good.replace("Wheelwright", "Spokes"), encoding="utf-8")
    _until(address, "Spokes")
    profile.write_text(good + "\nvaleus: []\n", encoding="utf-8")
    page = _until(address, "The profile needs a correction")
    assert "profile.yaml" in page and "valeus" in page and "did you mean" in page
    profile.write_text(good, encoding="utf-8")
    _until(address, "Wheelwright")


def _until(address: str, words: str) -> str:
    """The page at the address as soon as it holds the words; fails after 40 seconds."""
    deadline = time.monotonic() + 40
    page = ""
    while time.monotonic() < deadline:
        try:
            page = urllib.request.urlopen(address, timeout=20).read().decode()
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.3)
    raise AssertionError(f"{words!r} did not appear: {page[:500]}")
