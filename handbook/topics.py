"""Which promise a sentence is about, whatever it says of it: for texts that narrow a promise or hold back its remedy."""

from handbook.anchors import Anchor, Anchors, gathered
from handbook.comparing import compare
from handbook.declare import Path
from handbook.document import Block
from handbook.mentions import scanner
from handbook.profile.promises import Guarantee
from handbook.prose import words
from handbook.quantity import Count, Quantity
from handbook.ruling import Case, home
from handbook.scope import context_of
from handbook.subjects import Subjects, subjects

ONE = Count(1)  # type: ignore[arg-type]
ENOUGH = 0.6
"""How surely a text is about a promise when one word of its own leads there."""


FIGURES = ("time", "moment", "money")
BY_FIGURE = 0.3
"""How much surer it is that a text is about a promise when it names the figure of no other one."""


def words_of(case: Case) -> Subjects:
    """The concepts of the handbook's language."""
    return subjects(case.shipped["_claims.yaml"])


def promises(case: Case) -> Anchors:
    """Every guarantee by the concepts that lead to it, its remedy included."""
    return case.once("promises", _promises)  # type: ignore[no-any-return]


def _promises(case: Case) -> Anchors:
    about = words_of(case)
    measures = {str(each.id): str(each.name) for each in case.profile.measures}
    everything = []
    for each in case.profile.guarantees:
        name = str(each.name or each.id.replace("-", " "))
        given = str(each.remedy.what) if each.remedy else ""
        texts = (name, str(each.promise), str(each.trigger or ""), measures.get(str(each.measured_by), ""), f"{name} {given}")
        views = tuple(dict.fromkeys(view for text in texts if (view := about.of(text))))
        everything.append(Anchor(ONE, each.promise.path, home(each), "said", views, str(each.promise)))
    return gathered(everything, about)


def best_promise(case: Case, block: Block, start: int, end: int) -> tuple[Anchor, float] | None:
    """The promise that a stretch of a block is about, and how surely (1: plainly)."""
    scored = dict(promises(case).scored(context_of(block, start, end, words_of(case))))
    named = promises_named(case, block.text[start:end])
    for record, figures in named.items():
        if len(figures) > 1:
            scored[_anchor(case, record)] = 1.0
    for anchor in scored if len(named) == 1 else ():
        if anchor.record in named:
            scored[anchor] = min(scored[anchor] + BY_FIGURE, 1.0)
    return max(scored.items(), key=lambda each: (each[1], str(each[0].path))) if scored else None


def named_promise(case: Case, block: Block, start: int, end: int) -> Anchor | None:
    """The promise whose time or sum a stretch of a block names, if it is surely about it."""
    named = promises_named(case, block.text[start:end])
    best = best_promise(case, block, start, end) if named else None
    return best[0] if best and best[1] >= ENOUGH and best[0].record in named else None


def promises_named(case: Case, text: str) -> dict[Path, set[str]]:
    """Which promises' times and sums a text names: the path of each, with the figures."""
    said = [each.low for each in scanner(case.shipped["_quantities.yaml"]).scan(text) if each.kind in FIGURES]
    found: dict[Path, set[str]] = {}
    for record, figure in case.once("limits and worths", _figures) if said else ():
        if any(compare(one, figure) == "same" for one in said):
            found.setdefault(record, set()).add(str(figure))
    return found


def _figures(case: Case) -> list[tuple[Path, Quantity]]:
    """The times and sums of each promise: its limit, the worth of its remedy, and what else its text names."""
    found: dict[tuple[Path, str], Quantity] = {}
    scan = scanner(case.shipped["_quantities.yaml"]).scan
    for each in case.profile.guarantees:
        said = [one.low for one in scan(str(each.promise)) if one.kind in FIGURES]
        for figure in (each.clock.limit if each.clock else None, each.remedy.worth if each.remedy else None, *said):
            if figure is not None:
                found[home(each), str(figure)] = figure
    return [(record, figure) for (record, _), figure in found.items()]


def likely_promise(case: Case, block: Block, start: int, end: int) -> tuple[Anchor, float] | None:
    """The same, where it is known already that some promise is meant: its name, its sum or one word of its own is enough."""
    best = best_promise(case, block, start, end)
    text = block.text[start:end]
    if best and best[1] >= ENOUGH:
        return best
    for guarantee in case.profile.guarantees:
        if _named(guarantee, text) or _with_sum(case, guarantee, text):
            return _anchor(case, home(guarantee)), 1.0
    alone = promises(case).alone(words_of(case).of(" ".join([text, *block.headings[-1:]])))
    return (alone, ENOUGH) if alone else best


def _named(guarantee: Guarantee, text: str) -> bool:
    flat = " ".join(each.text for each in words(text))
    names = (str(guarantee.id), str(guarantee.name or ""))
    forms = {" ".join(each.text for each in words(name)) for name in names}
    return any(len(form.split()) > 1 and form in flat for form in forms)


def _with_sum(case: Case, guarantee: Guarantee, text: str) -> bool:
    """Whether a text names the worth of this remedy and of no other."""
    sums = [each.low for each in scanner(case.shipped["_quantities.yaml"]).scan(text) if each.kind == "money"]
    owners = [
        each
        for each in case.profile.guarantees
        if each.remedy and each.remedy.worth and any(compare(one, each.remedy.worth) == "same" for one in sums)
    ]
    return len(owners) == 1 and owners[0] is guarantee


def _anchor(case: Case, record: Path) -> Anchor:
    return next(each for _, anchors in promises(case).views for each in anchors if each.record == record)
