"""One process, measured whole: wall time, processor time of it and its children, and the most memory it held."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Measured:
    """Seconds on the clock, seconds of processor time (0 where the system does not tell), mebibytes of memory (0 likewise)."""

    wall: float
    cpu: float
    memory: float


class Failed(Exception):
    """The measured program stopped with an error; the message is what it said."""


def run(command: tuple[str, ...], folder: Path, extra: Mapping[str, str]) -> Measured:
    """What one run of a command in a folder took; raises `Failed` when it did not end well."""
    log = folder / "log.txt"
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env={**os.environ, **extra})
        code, cpu, memory = _wait(process)
        wall = time.perf_counter() - started
    if code:
        raise Failed(f"{' '.join(command)} ended with {code}:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
    return Measured(wall, cpu, memory)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, float, float]:
    if sys.platform == "win32":
        return process.wait(), 0.0, 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def middle(runs: list[Measured]) -> Measured:
    """The median of each figure."""
    return Measured(median(each.wall for each in runs), median(each.cpu for each in runs), median(each.memory for each in runs))
