"""Where things are, and small ways of making them, for all tests."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "org_profiles" / "al-noor"
MINIMAL = ROOT / "org_profiles" / "minimal"


def run_handbook(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with its output; it may take two minutes."""
    command = [sys.executable, "-m", "handbook", *arguments]
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, timeout=120, check=False)


def fingerprint(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by its place."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
