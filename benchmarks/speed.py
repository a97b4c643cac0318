"""`python -m benchmarks.speed`: the same pages built by us, by stock MkDocs and by Zensical, in one run, one after the other."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from benchmarks import reading
from benchmarks.measuring import Measured, middle, run
from benchmarks.pages import make_pages
from benchmarks.sites import ENGINES, Engine, built_pages, expected_pages

GOALS = {60: 1.0, 300: 1 / 2, 1000: 1 / 3}
"""The most that we may take, as a share of stock MkDocs' time."""
READING_GOAL = 0.3
"""Seconds for a profile of 2,000 lines."""
BUSY = 1.4
"""Above this share of wall to cpu time, a run has waited for other programs."""
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints; 0 unless `--assert` was given and a goal is missed."""
    options = _options(arguments)
    engines = available()
    missed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="handbook-speed-") as work:
        for count in options.pages:
            figures = measure_pages(Path(work) / str(count), count, options.runs, engines)
            missed += _print_pages(count, figures)
        missed += _print_reading(Path(work), options.runs)
    for line in missed:
        print("missed:", line)
    return 1 if missed and options.check else 0


def available() -> tuple[Engine, ...]:
    """The engines that are installed here; says which are not."""
    needs = {"handbook": "mkdocs", "stock": "mkdocs_macros", "zensical": "zensical"}
    for engine in ENGINES:
        if find_spec(needs[engine.name]) is None:
            print(f"left out, because {needs[engine.name]} is not installed: {engine.label}")
    return tuple(engine for engine in ENGINES if find_spec(needs[engine.name]))


def measure_pages(work: Path, count: int, runs: int, engines: tuple[Engine, ...]) -> dict[Engine, tuple[Measured, int]]:
    """For each engine the median of its runs and how many pages it built; the engines take turns."""
    pages = make_pages(count)
    for engine in engines:
        engine.lay_out(work / engine.name, pages)
    taken: dict[Engine, list[Measured]] = {engine: [] for engine in engines}
    for turn in range(runs):
        for place in range(len(engines)):
            engine = engines[(place + turn) % len(engines)]
            shutil.rmtree(work / engine.name / "site", ignore_errors=True)
            taken[engine].append(run(engine.command, work / engine.name, QUIET))
    return {engine: (middle(taken[engine]), _counted(work / engine.name / "site", expected_pages(pages), engine)) for engine in engines}


def _counted(site: Path, expected: set[str], engine: Engine) -> int:
    built = built_pages(site)
    if not expected <= built:
        raise SystemExit(f"{engine.label} has not built {sorted(expected - built)[:5]}")
    return len(built)


def _print_pages(count: int, figures: dict[Engine, tuple[Measured, int]]) -> list[str]:
    """Prints one table; gives the goal that was missed, if one was."""
    stock = next((measured for engine, (measured, _) in figures.items() if engine.name == "stock"), None)
    print(f"\n{count} pages\n{'':38}{'built':>6}{'wall s':>9}{'cpu s':>9}{'MB':>7}{'wall, stock = 1':>17}{'cpu':>7}")
    for engine, (measured, built) in figures.items():
        ratios = f"{measured.wall / stock.wall:17.2f}{measured.cpu / stock.cpu if stock.cpu else 0:7.2f}" if stock else ""
        print(f"{engine.label:38}{built:6}{measured.wall:9.2f}{measured.cpu:9.2f}{measured.memory:7.0f}{ratios}", flush=True)
    if any(measured.cpu and measured.wall > BUSY * measured.cpu for measured, _ in figures.values()):
        print("the machine was busy with other things: the seconds on the clock are not to be trusted, the cpu ratios are steadier")
    ours = next((measured for engine, (measured, _) in figures.items() if engine.name == "handbook"), None)
    return _missed(count, ours, stock) if ours and stock else []


def _missed(count: int, ours: Measured, stock: Measured) -> list[str]:
    """The goal for this many pages, if the wall or the cpu ratio misses it: a lucky clock is no success."""
    share = max(ours.wall / stock.wall, ours.cpu / stock.cpu if stock.cpu else 0.0)
    goal = GOALS.get(count)
    return [f"{count} pages in {share:.2f} of stock's time; at most {goal:.2f} is the goal"] if goal and share > goal else []


def _print_reading(work: Path, runs: int) -> list[str]:
    """Prints how long a large profile takes to be read and checked; gives the goal if it was missed."""
    file = work / "profile.yaml"
    file.write_text(reading.make_profile(), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.reading", str(file)]
    root = Path(__file__).resolve().parent.parent
    seconds = median(float(subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout) for _ in range(runs))
    print(
        f"\nprofile of {file.read_text(encoding='utf-8').count(chr(10)):,} lines read and checked in {seconds:.3f} s (goal: {READING_GOAL} s)"
    )
    return [f"reading 2,000 lines takes {seconds:.3f} s; {READING_GOAL} s is the goal"] if seconds > READING_GOAL else []


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=sorted(GOALS), help="how many pages to build (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="how often each engine builds them; the median counts (default: %(default)s)")
    parser.add_argument("--assert", dest="check", action="store_true", help="end with 1 when a goal is missed")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
