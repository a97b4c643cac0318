"""A site is there whole or not at all, and the same input gives the same bytes."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from places import EXAMPLE, MINIMAL, fingerprint, run_handbook

from handbook import staging
from handbook.disk import CannotRun


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A copy of the smallest profile with a finished site beside it."""
    shutil.copytree(MINIMAL, tmp_path / "profile")
    done = run_handbook("build", "profile", "--out", "site", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path


def test_two_builds_anywhere_are_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, time zone, hash seed and language of the system make no difference."""
    here, there = tmp_path / "here", tmp_path / "there" / "deeper"
    for place in (here, there):
        place.mkdir(parents=True)
        shutil.copytree(EXAMPLE, place / "al-noor")
    one = run_handbook("build", "al-noor", cwd=here, TZ="Asia/Dubai", PYTHONHASHSEED="1", LC_ALL="C")
    time.sleep(1.1)
    two = run_handbook("build", "al-noor", cwd=there, TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    assert one.returncode == two.returncode == 0, one.stdout + two.stdout
    first, second = fingerprint(here / "site"), fingerprint(there / "site")
    assert first == second
    assert len(first) > 50


def test_a_mistake_leaves_the_last_good_site(workshop: Path) -> None:
    """A profile with an error ends with code 1 and changes nothing."""
    before = fingerprint(workshop / "site")
    profile = workshop / "profile" / "profile.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + "\nnonsense: 1\n", encoding="utf-8")
    done = run_handbook("build", "profile", "--out", "site", cwd=workshop)
    assert done.returncode == 1
    assert 'there is no section called "nonsense"' in done.stdout
    assert fingerprint(workshop / "site") == before
    assert sorted(path.name for path in workshop.iterdir()) == ["profile", "site"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot end a program this way")
def test_a_build_killed_at_any_moment_leaves_no_half_site(workshop: Path) -> None:
    """Killed after ever longer times, the old site or the complete new one stands there, never anything between."""
    old = fingerprint(workshop / "site")
    profile = workshop / "profile" / "profile.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("Wheelwright", "Spokes"), encoding="utf-8")
    assert run_handbook("build", "profile", "--out", "new", cwd=workshop).returncode == 0
    new = fingerprint(workshop / "new")
    assert new != old
    ended = []
    for delay in (*(number / 20 for number in range(4, 26, 2)), 30.0):
        ended.append(_killed_after(delay, workshop))
        assert fingerprint(workshop / "site") in (old, new)
    assert -signal.SIGKILL in ended
    assert fingerprint(workshop / "site") == new
    assert not list(workshop.glob(".site.*"))


def _killed_after(delay: float, folder: Path) -> int:
    process = subprocess.Popen(
        [sys.executable, "-m", "handbook", "build", "profile", "--out", "site"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return process.wait(delay)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait(10)


def test_a_folder_that_is_not_ours_is_never_replaced(workshop: Path) -> None:
    """Files that no build has made stop the build with a plain sentence, and stay."""
    (workshop / "photos").mkdir()
    (workshop / "photos" / "wedding.jpg").write_bytes(b"irreplaceable")
    done = run_handbook("build", "profile", "--out", "photos", cwd=workshop)
    assert done.returncode == 2
    assert "holds files that no build has made" in done.stderr
    assert (workshop / "photos" / "wedding.jpg").read_bytes() == b"irreplaceable"


def test_an_interrupted_swap_is_put_right_by_the_next_build(workshop: Path) -> None:
    """Where the system has no swap in one step, a site left aside by a crash comes back."""
    before = fingerprint(workshop / "site")
    (workshop / "site").rename(workshop / ".site.before")
    stage = staging.open_stage(workshop / "site")
    assert fingerprint(workshop / "site") == before
    shutil.rmtree(stage)


def test_the_swap_without_help_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two renames do the same where folders cannot be exchanged in one step."""
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    for text in (b"old", b"new"):
        staging.write_folder(tmp_path / "out", {"a.txt": text}, "export")
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_exception_while_writing_leaves_the_old_folder(tmp_path: Path) -> None:
    """What is written aside disappears when writing fails."""
    staging.write_folder(tmp_path / "out", {"a.txt": b"old"}, "export")
    with pytest.raises(ZeroDivisionError), staging.staged(tmp_path / "out", "export") as folder:
        (folder / "a.txt").write_bytes(b"half")
        raise ZeroDivisionError
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    """A symbolic link in the place of the site is refused."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(CannotRun):
        staging.check_target(tmp_path / "link")
