"""Whole or not at all: a folder is written beside its place and swapped in when it is complete."""

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from handbook.disk import CannotRun, shown

MARK = "handbook-build.json"
"""Stands in every folder we write, so that we never replace a folder that is not ours."""


def mark(kind: str) -> bytes:
    """What the mark says: that the folder was made by us and may be replaced."""
    return (
        json.dumps({"made-by": "service-handbook", "kind": kind, "note": "Made by a build; the next build replaces this folder."}, indent=1)
        + "\n"
    ).encode()


def check_target(target: Path) -> None:
    """Raises `CannotRun` when the place of the folder holds something that is not ours to replace."""
    if target.is_symlink() or target.is_file():
        raise CannotRun(f"{shown(target)} is not a folder of its own. Choose another place with --out.")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise CannotRun(
            f"the folder {shown(target)} holds files that no build has made. Choose an empty or new folder with --out, or move them away."
        )


@contextmanager
def staged(target: Path, kind: str) -> Iterator[Path]:
    """A fresh folder beside `target`; it takes the place of `target` when the block ends well, and is gone otherwise."""
    staging = open_stage(target)
    try:
        yield staging
        swap_in(staging, target, kind)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def open_stage(target: Path) -> Path:
    """A new, empty folder beside `target`, after what interrupted builds have left there is put right."""
    target = target.absolute()
    check_target(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy(target)
    staging = target.parent / f".{target.name}.building-{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    return staging


def swap_in(staging: Path, target: Path, kind: str) -> None:
    """Puts the complete folder in its place in one step; what stood there before is deleted afterwards."""
    target = target.absolute()
    (staging / MARK).write_bytes(mark(kind))
    if not target.exists():
        staging.rename(target)
        return
    if not _exchange(staging, target):
        old = _old(target)
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        staging.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(staging, ignore_errors=True)


def write_folder(target: Path, files: Mapping[str, bytes], kind: str) -> None:
    """A folder of these files, whole or not at all."""
    with staged(target, kind) as folder:
        write_files(folder, files)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """The files by their places below a folder."""
    for name, data in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _old(target: Path) -> Path:
    return target.parent / f".{target.name}.before"


def _tidy(target: Path) -> None:
    """Brings back a folder whose swap was interrupted, and removes what dead builds have left."""
    if not target.exists() and _old(target).exists():
        _old(target).rename(target)
    for left in target.parent.glob(f".{target.name}.building-*"):
        number = left.name.rsplit("-", 1)[-1]
        if number.isdigit() and not _alive(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(process: int) -> bool:
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step where the system can (Linux, macOS)."""
    try:
        if sys.platform.startswith("linux"):
            return bool(ctypes.CDLL(None, use_errno=True).renameat2(-100, os.fsencode(one), -100, os.fsencode(other), 2) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None, use_errno=True).renamex_np(os.fsencode(one), os.fsencode(other), 2) == 0)
    except (OSError, AttributeError):
        pass
    return False
