"""A profile -> whether its messages hold together: values in the building blocks, what each promise stands on, what each team carries.

The result is plain data. A cell is kept, is a gap, or is not needed; it tells in a word or two why, and the path it is about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from handbook.catalogue import Catalogue, label
from handbook.declare import Path, Ref
from handbook.profile import Profile
from handbook.references import transform
from handbook.ruling import home

State = Literal["kept", "gap", "not needed"]
_OF_ONE = {"have": "has", "are": "is", "do": "does", "carry": "carries"}


@dataclass(frozen=True)
class Column:
    """One thing to look for. `has` and `lacks` finish a sentence: 9 of 9 promises *have a remedy*; `chapter` is its page; `counted` whether it is summed up."""

    title: str
    has: str
    lacks: str
    chapter: str = ""
    counted: bool = True


@dataclass(frozen=True)
class Cell:
    """Whether a row has what a column looks for; `rule` is the rule that would say the gap, where there is one."""

    state: State
    words: str
    path: Path = ()
    rule: str = ""


@dataclass(frozen=True)
class Row:
    """A value, a promise or a team, with its path and a cell for each column."""

    name: str
    path: Path
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """A table of the map. `rows` are so many `things`."""

    id: str
    title: str
    things: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def gaps(self) -> Iterator[tuple[Row, Column, Cell]]:
        """Every gap with its row and column, in reading order."""
        return (
            (row, column, cell) for row in self.rows for column, cell in zip(self.columns, row.cells, strict=True) if cell.state == "gap"
        )

    @property
    def summary(self) -> tuple[str, ...]:
        """What can be said of each column in a sentence; gaps first, nothing of those where nothing is needed."""
        sentences = (
            (cells.count("gap"), _sentence(column, self.things, cells))
            for number, column in enumerate(self.columns)
            if column.counted and (cells := [row.cells[number].state for row in self.rows if row.cells[number].state != "not needed"])
        )
        return tuple(sentence for _, sentence in sorted(sentences, key=lambda each: not each[0]))


def _sentence(column: Column, things: str, cells: list[State]) -> str:
    count = cells.count("gap") or len(cells)
    verb, _, rest = (column.lacks if "gap" in cells else column.has).partition(" ")
    return f"{count} of {len(cells)} {things} {_OF_ONE.get(verb, verb + 's') if count == 1 else verb} {rest}"


BLOCKS: tuple[tuple[Column, tuple[str, ...], str], ...] = (
    (Column("Language", "are in our words", "are not in our words", "language"), ("language", "words"), ""),
    (Column("Vision", "are told with the vision", "are not told with the vision", "vision"), ("vision", "values"), ""),
    (
        Column("Recruitment", "are looked for in people", "are not looked for in people", "recruitment"),
        ("recruitment",),
        "value-nobody-asks-for",
    ),
    (Column("Orientation", "are met in the first weeks", "are not met in the first weeks", "orientation"), ("orientation",), ""),
    (Column("Communications", "are talked about", "are not talked about", "communications"), ("communications",), ""),
    (Column("Recognition", "are recognised", "are not recognised", "recognition"), ("recognition",), "value-nobody-recognises"),
    (Column("Listening", "are listened for", "are not listened for", "voice"), ("voice-of-customer",), ""),
    (Column("Measures", "show in a measure", "show in no measure", "measures"), ("measuring", "measures"), ""),
    (Column("Improvement", "guide ideas", "do not guide ideas", "improvement"), ("improvement",), ""),
    (
        Column("Recovery", "are behind a promise or its recovery", "are behind no promise and no recovery", "recovery"),
        ("recovery", "guarantees"),
        "",
    ),
    (Column("Benchmarking", "are learned elsewhere", "are not learned elsewhere", "benchmarking"), ("benchmarking",), ""),
    (Column("Role modelling", "are shown by leaders", "are not shown by leaders", "role-modelling"), ("role-modelling",), ""),
)
"""The twelve building blocks: what to look for, the sections that belong to each, and the rule for a value that is left out."""
ALWAYS = ("recruitment", "recognition")
"""Blocks in which every value is wanted as soon as the block is there; in others when one of the values is there."""

STANDS_ON = (
    Column("Remedy", "have a remedy", "have no remedy"),
    Column("Authority", "have somebody who may give enough", "have nobody who may give enough", "people"),
    Column("Owner", "have an owner", "have no owner", "people"),
    Column("Measure", "are measured", "are not measured", "measures"),
    Column("Recovery", "have words for when they slip", "have no words for when they slip", "recovery"),
    Column("Teams", "are carried by a team", "are carried by no team", "people"),
)


def alignment(profile: Profile) -> tuple[Matrix, ...]:
    """The three tables of the map; a table without rows is left out."""
    catalogue = Catalogue(profile)
    refs = _refs(profile)
    made = (
        Matrix("values", "Values in the building blocks", "values", tuple(each for each, _, _ in BLOCKS), tuple(_values(profile, refs))),
        Matrix("promises", "What each promise stands on", "promises", STANDS_ON, tuple(_promises(profile, catalogue, refs))),
        Matrix("teams", "What each team carries", "teams", (*_team_columns(profile),), tuple(_teams(profile, catalogue))),
    )
    return tuple(each for each in made if each.rows)


def _refs(profile: Profile) -> tuple[Ref, ...]:
    found: list[Ref] = []

    def note(leaf: Any) -> Any:
        found.extend([leaf] if isinstance(leaf, Ref) else [])
        return leaf

    transform(profile, note)
    return tuple(found)


def _values(profile: Profile, refs: tuple[Ref, ...]) -> Iterator[Row]:
    at = {column.chapter: [ref for ref in refs if "values" in ref.sections and ref.path[0] in sections] for column, sections, _ in BLOCKS}
    for value in profile.values:
        cells = tuple(_in_block(profile, value, column, sections, rule, at[column.chapter]) for column, sections, rule in BLOCKS)
        yield Row(label(value), home(value), cells)


def _in_block(profile: Profile, value: Any, column: Column, sections: tuple[str, ...], rule: str, refs: list[Ref]) -> Cell:
    there = [ref.path for ref in refs if ref == value.id]
    if "values" in sections:
        return Cell("kept", "told here", home(value))
    if there:
        return Cell("kept", "1 place" if len(there) == 1 else f"{len(there)} places", there[0])
    if not any(getattr(profile, section.replace("-", "_")) for section in sections):
        return Cell("not needed", "no chapter")
    if refs or column.chapter in ALWAYS:
        return Cell("gap", "left out", (sections[0],), rule)
    return Cell("not needed", "none named")


def _promises(profile: Profile, catalogue: Catalogue, refs: tuple[Ref, ...]) -> Iterator[Row]:
    for guarantee in profile.guarantees:
        at = home(guarantee)
        carried = {name: why for name, team in profile.teams.items() if (why := list(_carries(profile, catalogue, name, team, guarantee)))}
        cells = (
            _remedy(guarantee, at),
            _authority(guarantee, catalogue, at),
            _named(guarantee.owner, catalogue, "owner", at, "promise-without-owner"),
            _named(guarantee.measured_by, catalogue, "measured-by", at, "promise-not-measured"),
            _recovery(profile, guarantee, at, refs),
            _carried(profile, carried, at),
        )
        yield Row(label(guarantee), at, cells)


def _remedy(guarantee: Any, at: Path) -> Cell:
    if guarantee.remedy is None:
        return Cell("gap", "none", (*at, "remedy"), "promise-without-remedy")
    return Cell("kept", str(guarantee.remedy.worth or "given"), (*at, "remedy"))


def _authority(guarantee: Any, catalogue: Catalogue, at: Path) -> Cell:
    may, remedy, path = guarantee.who_may_give, guarantee.remedy, (*at, "who-may-give")
    if remedy is None:
        return Cell("not needed", "nothing to give")
    if may is None:
        return Cell("gap", "nobody may give it", path, "remedy-without-authority")
    if may.up_to and remedy.worth and may.up_to.currency == remedy.worth.currency and may.up_to.amount < remedy.worth.amount:
        return Cell("gap", f"{may.up_to} is less than {remedy.worth}", (*path, "up-to"), "authority-below-remedy")
    return Cell("kept", label(catalogue.find(may.role)) + (f", {may.up_to}" if may.up_to else ""), path)


def _named(ref: Ref | None, catalogue: Catalogue, field: str, at: Path, rule: str) -> Cell:
    return Cell("kept", label(catalogue.find(ref)), (*at, field)) if ref else Cell("gap", "none", (*at, field), rule)


def _recovery(profile: Profile, guarantee: Any, at: Path, refs: tuple[Ref, ...]) -> Cell:
    if guarantee.words:
        return Cell("kept", "words to say", (*at, "words"))
    there = [ref.path for ref in refs if ref == guarantee.id and "guarantees" in ref.sections and ref.path[0] in ("recovery", "language")]
    if there:
        return Cell("kept", "recovery names it", there[0])
    return Cell("gap", "none", (*at, "words")) if profile.recovery else Cell("not needed", "no chapter")


def _carried(profile: Profile, carried: Mapping[str, list[Cell]], at: Path) -> Cell:
    if carried:
        return Cell("kept", ", ".join(label(profile.teams[name]) for name in carried), next(iter(carried.values()))[0].path)
    return Cell("gap", "none", (*at, "owner")) if profile.teams else Cell("not needed", "no teams")


def _carries(profile: Profile, catalogue: Catalogue, name: str, team: Any, guarantee: Any) -> Iterator[Cell]:
    """Every way in which a team carries a promise."""
    role = catalogue.find(guarantee.owner) if guarantee.owner else None
    measure = catalogue.find(guarantee.measured_by) if guarantee.measured_by else None
    if role is not None and role.team == name:
        yield Cell("kept", "answers", guarantee.owner.path)
    if measure is not None and name in measure.cascades_to:
        yield Cell("kept", f"share {measure.cascades_to[name]}", measure.cascades_to[name].path)
    for one in team.promises:
        if one.measured_by and one.measured_by == guarantee.measured_by:
            yield Cell("kept", "inner promise", one.measured_by.path)


def _team_columns(profile: Profile) -> Iterator[Column]:
    yield Column("Carries", "carry a promise", "carry no promise")
    for guarantee in profile.guarantees:
        yield Column(label(guarantee), "carry it", "do not carry it", f"guarantees.{guarantee.id}", counted=False)
    yield Column("Promises to others", "promise other teams something", "promise nothing to the teams they serve", "people")
    yield Column("Is promised", "are promised something", "are served and promised nothing", "people")


def _teams(profile: Profile, catalogue: Catalogue) -> Iterator[Row]:
    for name, team in profile.teams.items():
        ways = [list(_carries(profile, catalogue, name, team, each)) for each in profile.guarantees]
        shown = [way[0] if way else Cell("not needed", "not theirs") for way in ways]
        at = ("teams", name)
        yield Row(label(team), at, (_load(shown, at), *shown, _gives(team, at), _gets(profile, name, at)))


def _load(shown: list[Cell], at: Path) -> Cell:
    carried = sum(each.state == "kept" for each in shown)
    if not shown:
        return Cell("not needed", "no promises yet")
    return Cell("kept", f"{carried} of {len(shown)}", at) if carried else Cell("gap", "none", at)


def _gives(team: Any, at: Path) -> Cell:
    if team.promises:
        return Cell("kept", f"{len(team.promises)}", (*at, "promises"))
    return Cell("gap", "none", (*at, "promises")) if team.serves else Cell("not needed", "serves no other team")


def _gets(profile: Profile, name: str, at: Path) -> Cell:
    servers = [each for other, each in profile.teams.items() if other != name and name in each.serves]
    given = [
        one
        for other, each in profile.teams.items()
        if other != name
        for one in each.promises
        if one.to == name or (one.to is None and name in each.serves)
    ]
    if given:
        return Cell("kept", f"{len(given)}", home(given[0]))
    return Cell("gap", "none", at) if servers else Cell("not needed", "no team serves it")
