"""`python -m benchmarks.consistency`: seeds contradictions, runs the checker over them, and prints how many it found."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.consistency import corpora, pace, printing
from benchmarks.consistency.checker import Found, NoAnswer, check
from benchmarks.consistency.organisations import HERE, NAMES, profile_of, read, written
from benchmarks.consistency.scoring import Score, judge
from benchmarks.consistency.seeding import Run, field_runs, text_run
from benchmarks.consistency.wordings import HALVES


def main(arguments: list[str] | None = None) -> int:
    """Prints everything that was asked for; always 0, because a figure is no verdict."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="handbook-consistency-") as folder:
        work = Path(options.keep or folder)
        _parts(work, options)
    return 0


def _parts(work: Path, options: argparse.Namespace) -> None:
    if "seeded" in options.parts:
        _print_seeded(work, options)
    if "corpora" in options.parts:
        for line in corpora.report(work / "corpora", options.corpora, options.show_misses):
            print(line, flush=True)
    if "speed" in options.parts:
        for line in pace.report(work / "pace"):
            print(line, flush=True)


def _print_seeded(work: Path, options: argparse.Namespace) -> None:
    score = Score()
    codes = read(HERE / "codes.yaml")
    halves = (options.only,) if options.only else HALVES
    for name in NAMES:
        known = _clean(work / f"{name}-clean", name)
        judge(score, (), known, codes, ())
        for run in _runs(work, name, halves, options):
            judge(score, run.seeds, _answer(run), codes, known)
            print(f"  checked {run.name}", file=sys.stderr, flush=True)
    lines = [*printing.table(score), printing.formats(score), *printing.precision(score)]
    if options.show_misses:
        lines += printing.misses(score, options.show_misses)
    print("\n".join(lines), flush=True)


def _answer(run: Run) -> list[Found]:
    """The findings of a run; none, and a line about it, when the checker breaks: everything in it counts as missed."""
    try:
        return check(run.profile, run.documents)
    except NoAnswer as trouble:
        print(f"  NO ANSWER: {trouble}", flush=True)
        return []


def _clean(folder: Path, name: str) -> list[Found]:
    """What the checker says about the profile as it is; anything loud in it is a false alarm."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "profile.yaml").write_text(written(profile_of(name)), encoding="utf-8")
    return check(folder)


def _runs(work: Path, name: str, halves: tuple[str, ...], options: argparse.Namespace) -> Iterator[Run]:
    for half in halves:
        yield text_run(work, name, half, options.seed, options.kind)
        yield from field_runs(work, name, half, options.kind)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.consistency", description=__doc__)
    parser.add_argument("--only", choices=HALVES, help="one half of the wordings; the held-out half is for the final figure")
    parser.add_argument("--kind", default="", help="one kind of contradiction, with all hard negatives")
    parser.add_argument(
        "--show-misses", type=int, default=0, metavar="N", help="print up to N wordings missed, false alarms and inexact places"
    )
    parser.add_argument("--seed", type=int, default=1, help="which sentence goes into which document (default: %(default)s)")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of real handbooks (default: %(default)s)")
    parts = ("seeded", "corpora", "speed")
    parser.add_argument("--parts", nargs="+", choices=parts, default=parts, help="what to measure (default: everything)")
    parser.add_argument("--keep", default="", metavar="FOLDER", help="write the generated files there and leave them")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
