"""Plain MkDocs at the root, and the wheel outside the repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import EXAMPLE, ROOT, fingerprint, run_handbook


def test_plain_mkdocs_builds_the_same_site(tmp_path: Path) -> None:
    """`mkdocs build` at the root gives byte for byte what `handbook build` gives."""
    plain = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", str(tmp_path / "plain")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert plain.returncode == 0, plain.stderr
    ours = run_handbook("build", str(EXAMPLE), "--out", str(tmp_path / "ours"), cwd=ROOT)
    assert ours.returncode == 0, ours.stdout + ours.stderr
    assert fingerprint(tmp_path / "plain") == fingerprint(tmp_path / "ours")


@pytest.fixture(scope="module")
def wheel_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made from the source archive, unpacked outside the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)], ROOT)
    archive = next(folder.glob("*.tar.gz"))
    _run(["tar", "xzf", str(archive), "-C", str(folder)], folder)
    unpacked = next(path for path in folder.iterdir() if path.is_dir())
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], unpacked)
    home = folder / "home"
    _run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(home), str(next(folder.glob("*.whl")))],
        folder,
    )
    return home


def _run(command: list[str], cwd: Path, **environment: str) -> str:
    done = subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_builds_the_example_in_an_empty_folder(wheel_home: Path, tmp_path: Path) -> None:
    """Content, theme and starters are in the wheel; nothing of the checkout is used."""
    where = _run([sys.executable, "-c", "import handbook; print(handbook.__file__)"], tmp_path, PYTHONPATH=str(wheel_home))
    assert Path(where.strip()).is_relative_to(wheel_home)
    example = wheel_home / "handbook" / "_shipped" / "org_profiles" / "al-noor"
    _run([sys.executable, "-m", "handbook", "build", str(example)], tmp_path, PYTHONPATH=str(wheel_home))
    ours = run_handbook("build", str(EXAMPLE), "--out", str(tmp_path / "ours"), cwd=ROOT)
    assert ours.returncode == 0
    assert fingerprint(tmp_path / "site") == fingerprint(tmp_path / "ours")


def test_a_new_profile_from_the_wheel(wheel_home: Path, tmp_path: Path) -> None:
    """Somebody without a checkout makes a profile and builds it."""
    _run([sys.executable, "-m", "handbook", "new", "my-handbook"], tmp_path, PYTHONPATH=str(wheel_home))
    _run([sys.executable, "-m", "handbook", "build"], tmp_path, PYTHONPATH=str(wheel_home))
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_picture_of_an_own_chapter_goes_into_the_site(tmp_path: Path) -> None:
    """A file that a chapter shows is copied and linked from the page; a file nobody shows stays at home."""
    folder = tmp_path / "profile"
    (folder / "chapters").mkdir(parents=True)
    (folder / "photos").mkdir()
    (folder / "profile.yaml").write_text("organisation:\n  name: Harbour House\n", encoding="utf-8")
    for name in ("quay", "private"):
        (folder / "photos" / f"{name}.png").write_bytes(b"\x89PNG\r\n\x1a\n" + name.encode())
    chapter = '---\ntitle: The quay\npart: lookup\norder: 70\n---\n# The quay\n\n![The quay at noon]({{ file("photos/quay.png") }})\n'
    (folder / "chapters" / "places").mkdir()
    (folder / "chapters" / "places" / "quay.md").write_text(chapter, encoding="utf-8")
    built = run_handbook("build", "profile", "--out", "site", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    page = (tmp_path / "site" / "places" / "quay.html").read_text(encoding="utf-8")
    assert 'src="../assets/own/photos/quay.png"' in page
    assert (tmp_path / "site" / "assets" / "own" / "photos" / "quay.png").read_bytes().endswith(b"quay")
    assert not list((tmp_path / "site").rglob("private.png"))
