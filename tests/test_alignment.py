"""The alignment map tells what belongs together: each cell is kept, a gap or not needed, with the line to look at."""

from datetime import date
from functools import cache

from places import EXAMPLE

from handbook.alignment import BLOCKS, Cell, Matrix, alignment
from handbook.disk import read_sources, shipped_chapters
from handbook.edition import Composed, compose
from handbook.judging import examine
from handbook.pages import Page
from handbook.preview import FINDINGS, MAP, MESSAGES, compose_preview
from handbook.rules import all_rules
from handbook.sources import Source, Sources

TODAY = date(2026, 11, 25)
PROFILE = """
organisation: {name: Harbour House}
teams:
  desk: {name: Desk, serves: [rooms], promises: [{to: rooms, promise: You have the list by six., measured-by: on-time}]}
  rooms: {name: Rooms, serves: [desk]}
  garden: {name: Garden}
roles:
  agent: {title: Desk Agent, team: desk}
values:
  - {id: warmth, name: Warmth, means: Every guest is expected.}
  - {id: care, name: Care, means: We look twice.}
recruitment: {looks-for: [{id: eyes, name: Eyes, value: warmth, question: What did you see?}]}
recognition: {programmes: [{id: thanks, name: Thanks, criterion: A deed., values: [warmth, care]}]}
orientation: {checklist: [A badge.]}
measures:
  - {id: on-time, name: On time, kind: operational, formula: a / b, better: higher, values: [warmth]}
recovery: {we-say: We stay.}
guarantees:
  - id: ready
    name: Ready
    promise: Your room is ready, or dinner is on us.
    remedy: {what: Dinner, worth: AED 300 per stay}
    who-may-give: {role: agent, up-to: AED 200 per stay}
    measured-by: on-time
    owner: agent
    words: [I am sorry.]
  - id: quiet
    name: Quiet
    promise: You sleep in peace.
  - id: found
    name: Found
    promise: We find it, or the post is on us.
    remedy: {what: The post}
"""


def sources(text: str = PROFILE) -> Sources:
    """A profile written as YAML."""
    return Sources("house", (Source("house/profile.yaml", "profile.yaml", text),), shipped=shipped_chapters())


@cache
def matrices() -> dict[str, Matrix]:
    """The tables of the profile above."""
    edition = compose(sources()).edition
    assert edition
    return {each.id: each for each in alignment(edition.profile)}


def cell(table: str, row: str, column: str) -> Cell:
    """The cell of a table by the names of its row and column."""
    matrix = matrices()[table]
    number = [each.title for each in matrix.columns].index(column)
    return next(each for each in matrix.rows if each.name == row).cells[number]


def state(table: str, row: str, column: str) -> tuple[str, str]:
    """Whether a cell is kept, and its words."""
    return cell(table, row, column).state, cell(table, row, column).words


def test_twelve_building_blocks() -> None:
    """The columns of the values are the twelve building blocks, each with a chapter of its own."""
    assert len({column.chapter for column, _, _ in BLOCKS}) == 12


def test_values_in_the_blocks() -> None:
    """A reference keeps a value; a block that names others, or must name all, has a gap; one that names none wants none."""
    assert state("values", "Warmth", "Recruitment") == ("kept", "1 place")
    assert state("values", "Care", "Recruitment") == ("gap", "left out")
    assert state("values", "Care", "Recognition") == ("kept", "1 place")
    assert state("values", "Care", "Measures") == ("gap", "left out")
    assert state("values", "Care", "Orientation") == ("not needed", "none named")
    assert state("values", "Care", "Benchmarking") == ("not needed", "no chapter")
    assert state("values", "Care", "Vision") == ("kept", "told here")


def test_what_a_promise_stands_on() -> None:
    """Remedy, authority that is enough, owner, measure, words for recovery and teams, each kept, a gap or not needed."""
    assert state("promises", "Ready", "Remedy") == ("kept", "AED 300 per stay")
    assert state("promises", "Ready", "Authority") == ("gap", "AED 200 per stay is less than AED 300 per stay")
    assert state("promises", "Quiet", "Authority") == ("not needed", "nothing to give")
    assert state("promises", "Found", "Authority") == ("gap", "nobody may give it")
    assert state("promises", "Ready", "Owner") == ("kept", "Desk Agent")
    assert state("promises", "Quiet", "Owner") == ("gap", "none")
    assert state("promises", "Ready", "Measure") == ("kept", "On time")
    assert state("promises", "Quiet", "Measure") == ("gap", "none")
    assert state("promises", "Ready", "Recovery") == ("kept", "words to say")
    assert state("promises", "Quiet", "Recovery") == ("gap", "none")
    assert state("promises", "Ready", "Teams") == ("kept", "Desk")
    assert state("promises", "Quiet", "Teams") == ("gap", "none")


def test_what_a_team_carries() -> None:
    """A team carries a promise through its owner, its share of a measure or an inner promise; it gives and gets inner ones."""
    assert state("teams", "Desk", "Carries") == ("kept", "1 of 3")
    assert state("teams", "Desk", "Ready") == ("kept", "answers")
    assert state("teams", "Desk", "Quiet") == ("not needed", "not theirs")
    assert state("teams", "Rooms", "Carries") == ("gap", "none")
    assert state("teams", "Rooms", "Promises to others") == ("gap", "none")
    assert state("teams", "Rooms", "Is promised") == ("kept", "1")
    assert state("teams", "Desk", "Is promised") == ("gap", "none")
    assert state("teams", "Garden", "Promises to others") == ("not needed", "serves no other team")


def test_the_sums_can_be_read_aloud() -> None:
    """Each table is summed up in sentences, gaps first."""
    assert matrices()["promises"].summary[:4] == (
        "1 of 3 promises has no remedy",
        "2 of 2 promises have nobody who may give enough",
        "2 of 3 promises have no owner",
        "2 of 3 promises are not measured",
    )
    assert matrices()["values"].summary[0] == "1 of 2 values is not looked for in people"
    assert matrices()["teams"].summary[0] == "2 of 3 teams carry no promise"


def test_every_gap_has_a_place_and_rules_are_rules() -> None:
    """Each gap leads to a path of the profile, and each rule that is named exists."""
    names = {rule.name for rule in all_rules()}
    gaps = [each for matrix in matrices().values() for each in matrix.gaps]
    assert len(gaps) > 10
    assert all(cell.path for _, _, cell in gaps)
    assert {cell.rule for _, _, cell in gaps if cell.rule} <= names
    assert {"promise-without-remedy", "authority-below-remedy", "promise-not-measured", "value-nobody-asks-for"} <= {
        each[2].rule for each in gaps
    }


def test_the_example_keeps_its_promises() -> None:
    """All promises of the example stand on all they need, and all its teams carry some."""
    edition = compose(read_sources(EXAMPLE)).edition
    assert edition
    values, promises, teams = alignment(edition.profile)
    assert promises.summary[0] == "9 of 9 promises have a remedy"
    assert not list(promises.gaps) and not list(teams.gaps)
    assert len(values.rows) == len(edition.profile.values)


def test_tables_without_rows_are_left_out() -> None:
    """A profile without teams has no table of teams."""
    edition = compose(sources("organisation: {name: A}\nvalues: [{id: calm, name: Calm, means: We breathe.}]\n")).edition
    assert edition
    assert [each.id for each in alignment(edition.profile)] == ["values"]


@cache
def preview() -> Composed:
    """The preview of the profile above."""
    return compose_preview(sources(), TODAY, {"preview.js": b"", "preview.css": b""})


def page(path: str) -> Page:
    """A page of that preview."""
    assert preview().edition
    return next(each for each in preview().edition.pages if each.path == path)  # type: ignore[union-attr]


def test_the_map_shows_each_gap_with_its_line_and_its_rule() -> None:
    """The map is three tables with headers for rows and columns; a gap leads to its line and to the rule that says it."""
    body = page(MAP).body
    assert body.count("<table") == 3 and body.count('<th scope="row">') == 2 + 3 + 3
    assert '<a href="#gap-promises-1-0">' in body and '<li id="gap-promises-1-0">' in body
    assert '<code class="hb-place">profile.yaml:' in body
    assert '<a href="findings.html#rule-promise-without-remedy">' in body
    assert 'id="rule-promise-without-remedy"' in page(FINDINGS).body


def test_what_is_found_stands_on_a_page_and_stops_nothing() -> None:
    """What the rules find is a page of the preview with both places; the foot of every page says how much there is."""
    edition = compose(sources()).edition
    assert edition
    found = examine(edition, sources(), TODAY)
    assert found
    body = page(FINDINGS).body
    assert body.count("<li><strong>") == len(found)
    assert all(f"profile.yaml:{each.span.line}<" in body for each in found)
    assert all("What to look at" in each.title or 'class="hb-preview"' in each.body for each in preview().edition.pages)  # type: ignore[union-attr]


def test_every_message_of_a_page_tells_its_line() -> None:
    """At the foot of a page stands each message with file and line, and the words lead to it."""
    body = page("promises/ready.md").body
    line = next(number for number, text in enumerate(PROFILE.split("\n"), 1) if "Your room is ready" in text)
    assert f'<code class="hb-place">profile.yaml:{line}</code>' in body
    assert "Desk Agent answers for it." in body
    assert "Your room is ready, or dinner is on us.</span>" in page(MESSAGES).body


def test_a_broken_profile_has_no_preview() -> None:
    """What cannot be composed gives its findings, as ever."""
    composed = compose_preview(sources("organisation: {nam: A}\n"), TODAY, {})
    assert composed.edition is None and composed.findings


def test_same_profile_same_preview() -> None:
    """Two previews of a profile are the same."""
    again = compose_preview(sources(), TODAY, {"preview.js": b"", "preview.css": b""})
    assert again.edition and preview().edition
    assert again.edition.pages == preview().edition.pages  # type: ignore[union-attr]
