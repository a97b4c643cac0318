"""The tables that people read: recall per kind, precision, exactness of places, misses and false alarms."""

from collections import Counter
from collections.abc import Iterator

from benchmarks.consistency.scoring import LOUD, Score
from benchmarks.consistency.wordings import HALVES


def share(part: int, whole: int) -> str:
    """A share as people compare it: 0.934, or a dash when there is nothing."""
    return f"{part / whole:.3f}" if whole else "-"


def table(score: Score) -> Iterator[str]:
    """A line for each kind and one for all."""
    yield f"{'kind':26}{'seeded':>8}{'found':>7}{'recall':>8}" + "".join(f"{half:>12}" for half in HALVES) + f"{'exact':>8}"
    kinds = sorted({seed.kind for seed in score.seeds if not seed.quiet})
    for kind in kinds:
        found, seeded = score.of_kind(kind)
        halves = "".join(f"{share(*score.of_kind(kind, half)):>12}" for half in HALVES)
        hits = [verdict for seed, verdict in score.hit.items() if seed.kind == kind and seed.format != "profile"]
        yield f"{kind:26}{seeded:8}{found:7}{share(found, seeded):>8}{halves}{share(sum(each.exact for each in hits), len(hits)):>8}"
    seeds = [seed for seed in score.seeds if not seed.quiet]
    halves = ""
    for half in HALVES:
        of_half = [seed for seed in seeds if seed.half == half]
        halves += f"{share(sum(seed in score.hit for seed in of_half), len(of_half)):>12}"
    hits = [verdict for seed, verdict in score.hit.items() if seed.format != "profile"]
    yield f"{'all':26}{len(seeds):8}{len(score.hit):7}{share(len(score.hit), len(seeds)):>8}{halves}{share(sum(each.exact for each in hits), len(hits)):>8}"


def formats(score: Score) -> str:
    """Recall per format, in one line."""
    seeds = [seed for seed in score.seeds if not seed.quiet]
    return "recall by format: " + ", ".join(
        f"{name} {share(sum(seed in score.hit for seed in seeds if seed.format == name), sum(seed.format == name for seed in seeds))}"
        for name in sorted({seed.format for seed in seeds})
    )


def precision(score: Score) -> Iterator[str]:
    """How often the checker was right when it spoke, by severity and by half."""
    for label, severities in (("errors", ("error",)), ("errors and warnings", LOUD)):
        right, judged = score.precision(severities)
        yield f"precision of {label}: {share(right, judged)} ({right} right, {judged - right} false)"
    quiet = [seed for seed in score.seeds if seed.quiet]
    alarmed = {each.seed for each in score.verdicts if each.verdict == "false" and each.seed is not None and each.found.severity in LOUD}
    yield f"hard negatives: {len(quiet)}, of which {len(alarmed)} were taken for contradictions"
    other = Counter(each.found.code for each in score.verdicts if each.verdict == "other" and each.found.severity in LOUD)
    yield "at a seed, but another rule or another message (counted neither way): " + (
        ", ".join(f"{code} {count}" for code, count in other.most_common()) or "none"
    )


def misses(score: Score, most: int) -> Iterator[str]:
    """The wordings that nobody found, and the false alarms, with their places."""
    missed = [seed for seed in score.seeds if not seed.quiet and seed not in score.hit]
    yield f"\nmissed ({len(missed)}):"
    for seed in missed[:most]:
        line = f":{seed.marks[0][0]}:{seed.marks[0][1]}" if seed.marks else ""
        yield f"  {seed.kind} [{seed.half}] {seed.organisation}/{seed.file}{line} {' | '.join(seed.about) or 'any message'}: {seed.text}"
    false = [each for each in score.verdicts if each.verdict == "false" and each.found.severity in LOUD]
    yield f"\nfalse alarms ({len(false)}):"
    for each in false[:most]:
        found, kind = each.found, f" at a hard negative ({each.seed.kind}: {each.seed.text})" if each.seed else ""
        place = f"{found.file}:{found.place[0]}:{found.place[1]} {found.part}".rstrip()
        yield f"  {found.severity} {found.code} {place} about {found.about}: {found.quote!r} {found.message}{kind}"
    inexact = [(seed, each) for seed, each in score.hit.items() if not each.exact and seed.format != "profile"]
    yield f"\nfound, but with other words ({len(inexact)}):"
    for seed, each in inexact[:most]:
        yield f"  {seed.kind} {seed.organisation}/{seed.file}:{each.found.place[0]}:{each.found.place[1]} {each.found.quote!r}, seeded {seed.words}"
    other = [(each.seed, each.found) for each in score.verdicts if each.verdict == "other" and each.seed and each.seed not in score.hit]
    yield f"\nat a seed that was missed, but another rule or another message ({len(other)}):"
    for seed, found in other[:most]:
        yield f"  {found.code} about {found.about}: {found.quote!r}; {seed.kind} about {' | '.join(seed.about)}: {seed.text}"
