"""The checker under test, called as people call it: through its command and its JSON."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TODAY = "2026-11-25"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Found:
    """What the checker says: which rule, how bad, where, about which message, in which words. `file` is the bare name."""

    code: str
    severity: str
    file: str
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    part: str = ""
    quote: str = ""
    about: str = ""
    message: str = ""
    related: tuple[tuple[str, int], ...] = ()


def command(profile: Path, documents: Sequence[Path]) -> list[str]:
    """The command line of one check."""
    files = [str(path) for path in documents]
    return [sys.executable, "-m", "handbook", "check", str(profile), *files, "--format", "json", "--today", TODAY]


class NoAnswer(Exception):
    """The checker ended without its JSON; the message says for which profile and with which last words."""


def check(profile: Path, documents: Sequence[Path] = ()) -> list[Found]:
    """All findings for a profile and documents; raises `NoAnswer` when the checker breaks."""
    done = subprocess.run(command(profile, documents), capture_output=True, text=True, cwd=ROOT, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise NoAnswer(f"the checker gave no JSON for {profile}: {(done.stderr or done.stdout).strip()[-500:]}") from None
    return [adapted(each) for each in answer["findings"]]


def adapted(each: dict[str, Any]) -> Found:
    """A finding from the JSON; the only place that knows its shape."""
    line, column = each.get("line") or 0, each.get("column") or 0
    return Found(
        each["code"],
        each["severity"],
        Path(each["file"]).name,
        (line, column, each.get("end_line") or line, each.get("end_column") or column),
        each.get("part") or "",
        each.get("quote") or "",
        each.get("about") or "",
        each.get("message") or "",
        tuple((Path(other["file"]).name, other.get("line") or 0) for other in each.get("related") or ()),
    )
