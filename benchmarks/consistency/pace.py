"""How fast the checker reads: words per second with many terms and promises, and a long profile when everything is warm."""

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import reading
from benchmarks.consistency.checker import ROOT, TODAY
from benchmarks.consistency.organisations import HERE, NAMES, profile_of, read, written
from benchmarks.consistency.wordings import all_items

TERMS, PROMISES, WORDS = 1000, 100, 200_000
GOAL = 150_000
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo xu ya ze ki lo mu".split()
TWICE = """
import contextlib, io, json, sys, time
from handbook.cli import main
taken = []
for _ in range(3):
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main(args=sys.argv[1:])
    taken.append(time.process_time() - start)
print(json.dumps(taken))
"""
RULES = {"rules": {"terminology": {"defaultTerms": False, "terms": []}}}


def report(work: Path) -> Iterator[str]:
    """Lines on the speed of the checker, beside textlint where it can be had."""
    work.mkdir(parents=True, exist_ok=True)
    file = work / "large.md"
    file.write_text(large_text(), encoding="utf-8")
    count = len(re.findall(r"\w+", file.read_text(encoding="utf-8")))
    profile = work / "large"
    profile.mkdir(exist_ok=True)
    (profile / "profile.yaml").write_text(written(large_profile()), encoding="utf-8")
    alone, together = warm([str(profile)]), warm([str(profile), str(file)])
    yield f"\none core, {TERMS:,} terms, {PROMISES} promises, one Markdown file of {count:,} words (goal: {GOAL:,} words/s)"
    yield f"{'the checker, warm, all in':34}{together:8.2f} s{count / together:12,.0f} words/s"
    yield _beyond(count, together - alone, alone)
    yield _textlint(work, file, count)
    long = work / "long"
    long.mkdir(exist_ok=True)
    (long / "profile.yaml").write_text(reading.make_profile(), encoding="utf-8")
    lines = reading.make_profile().count("\n")
    yield f"a profile of {lines:,} lines is checked in {warm([str(long)]):.2f} s when warm (goal: 0.3 s)"


def _beyond(count: int, taken: float, alone: float) -> str:
    """The line on the text alone, when it takes long enough to be told from the profile."""
    if taken < 0.05 * alone or taken <= 0:
        return f"{'the checker, the text alone':34}   too little to be told from the profile alone, which takes {alone:.2f} s"
    return f"{'the checker, the text alone':34}{taken:8.2f} s{count / taken:12,.0f} words/s   (the profile alone: {alone:.2f} s)"


def warm(paths: list[str]) -> float:
    """Seconds of processor time of the fastest check after the first, in one process on one core; the clock on the wall counts others' work too."""
    command = [sys.executable, "-c", TWICE, "check", *paths, "--format", "json", "--today", TODAY]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, preexec_fn=one_core)
    if done.returncode:
        raise SystemExit(f"the checker could not be timed: {done.stderr.strip()[-500:]}")
    taken: list[float] = json.loads(done.stdout.splitlines()[-1])
    return min(taken[1:])


def one_core() -> None:
    """Keeps this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def children() -> float:
    """Seconds of processor time that ended child processes have taken so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def large_profile() -> dict[str, Any]:
    """The bank's profile with as many terms and promises as a large organisation has."""
    profile = profile_of("bank")
    rng = random.Random(7)
    names = made_up(2 * TERMS, rng)
    terms, promises = profile["language"]["terms"], profile["guarantees"]
    for number in range(TERMS - len(terms)):
        avoid = {names[TERMS + number]: "Nobody says so."}
        terms.append({"id": f"term-{number}", "term": names[number], "means": f"What we call {names[number]} here.", "avoid": avoid})
    pattern = promises[2]
    for number in range(PROMISES - len(promises)):
        name = names[number]
        clock = {**pattern["clock"], "limit": f"{number % 9 + 1} business days"}
        promise = f"Your {name} is looked after within {number % 9 + 1} business days, or we pay you GBP 50."
        promises.append({**pattern, "id": f"promise-{number}", "name": f"Promise on {name}", "promise": promise, "clock": clock})
    return profile


def made_up(count: int, rng: random.Random) -> list[str]:
    """Different words that no language has."""
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(rng.choice(SYLLABLES) for _ in range(4))] = None
    return list(words)


def large_text() -> str:
    """A Markdown file of innocent prose with all our sentences in it, again and again in another order."""
    rng = random.Random(11)
    fillers = [text for name in NAMES for section in read(HERE / "filler" / f"{name}.yaml") for text in section["paragraphs"]]
    sentences = fillers * 6 + [item.plain for item in all_items() if item.quiet]
    parts: list[str] = ["# Everything\n"]
    count = 0
    while count < WORDS:
        text = rng.choice(sentences)
        count += len(text.split())
        parts.append(("## Section\n\n" if rng.random() < 0.05 else "") + text + "\n")
    return "\n".join(parts)


def _textlint(work: Path, file: Path, count: int) -> str:
    """The line on textlint, or a sentence on why there is none."""
    with tempfile.TemporaryDirectory(prefix="textlint-") as folder:
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "textlint", "textlint-rule-terminology"]
        try:
            subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=240)
            rng = random.Random(7)
            names = made_up(2 * TERMS, rng)
            rules = json.loads(json.dumps(RULES))
            rules["rules"]["terminology"]["terms"] = [[name, other] for name, other in zip(names[TERMS:], names[:TERMS], strict=True)]
            (Path(folder) / ".textlintrc.json").write_text(json.dumps(rules), encoding="utf-8")
            run = ["npx", "textlint", "--format", "json", str(file)]
            start = children()
            done = subprocess.run(run, cwd=folder, capture_output=True, timeout=600, check=False, preexec_fn=one_core)
            taken = children() - start
        except (OSError, subprocess.SubprocessError) as trouble:
            return f"textlint could not be had here, so there is nothing to compare with ({type(trouble).__name__})"
    if done.returncode not in (0, 1):
        return "textlint did not run here, so there is nothing to compare with"
    return f"{'textlint, terminology rule, cold':34}{taken:8.2f} s{count / taken:12,.0f} words/s"
