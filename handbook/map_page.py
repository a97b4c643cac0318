"""The alignment map as a page: three tables whose gaps can be seen at a glance, each with its place and its rule."""

from collections.abc import Iterator, Mapping
from html import escape

from handbook.alignment import Cell, Column, Matrix, Row
from handbook.markup import armour
from handbook.pages import Page
from handbook.rules import Rule
from handbook.tracing import address
from handbook.written import Written

PATH = "culture/alignment.md"
SIGNS = {"kept": "✓", "gap": "✗", "not needed": "–"}
"""What stands for a state beside its word, so that colour alone tells nothing."""
STEPS = {
    "values": "Where something in a building block refers to a value, the block keeps it alive.",
    "promises": "A promise holds when somebody answers for it, somebody may put it right, and a figure tells whether it is kept.",
    "teams": "Every promise to a customer is kept by teams, and by what those teams promise each other.",
}


def map_body(matrices: tuple[Matrix, ...], written: Written, chapters: Mapping[str, Page], rules: Mapping[str, Rule]) -> str:
    """The text of the page."""
    head = '<p class="hb-lead">What belongs together, and where a thread is missing. Each gap names the line to look at.</p>'
    if not matrices:
        return f"# Alignment map\n\n{head}\n\nThere are no values, promises or teams yet. When there are, they stand here.\n"
    tables = "\n\n".join(_part(each, written, chapters, rules) for each in matrices)
    return f"# Alignment map\n\n{head}\n\n{_totals(matrices)}\n\n{tables}\n"


def _totals(matrices: tuple[Matrix, ...]) -> str:
    items = "".join(f'<li><a href="#{each.id}">{each.title}</a><strong>{_gaps(each)}</strong></li>' for each in matrices)
    return f'<ul class="hb-map__totals">{items}</ul>\n\n<p class="hb-map__key">{_key()}</p>'


def _gaps(matrix: Matrix) -> str:
    count = len(list(matrix.gaps))
    return f"{_sign('gap')} {count} {'gap' if count == 1 else 'gaps'}" if count else f"{_sign('kept')} no gaps"


def _key() -> str:
    words = {"kept": "there", "gap": "missing, though it is wanted", "not needed": "not wanted, or not in this handbook"}
    return " ".join(f"<span>{_sign(state)} {text}</span>" for state, text in words.items())


def _sign(state: str) -> str:
    return f'<span class="hb-sign hb-sign--{state.replace(" ", "-")}" aria-hidden="true">{SIGNS[state]}</span>'


def _part(matrix: Matrix, written: Written, chapters: Mapping[str, Page], rules: Mapping[str, Rule]) -> str:
    sentences = "; ".join(matrix.summary)
    return (
        f"## {matrix.title} {{: #{matrix.id} }}\n\n{STEPS[matrix.id]}\n\n"
        + (f'<p class="hb-map__sum">{escape(sentences)}.</p>\n\n' if sentences else "")
        + f"{_table(matrix, chapters)}\n\n{_list_of_gaps(matrix, written, rules)}"
    )


def _table(matrix: Matrix, chapters: Mapping[str, Page]) -> str:
    heads = "".join(f'<th scope="col">{_head(each, chapters)}</th>' for each in matrix.columns)
    upright = "" if matrix.id == "promises" else " hb-map--upright"
    rows = "\n".join(_row(matrix, number, row) for number, row in enumerate(matrix.rows))
    return (
        f'<div class="hb-scroll hb-map{upright}" id="map-{matrix.id}" role="region" tabindex="0" aria-label="{matrix.title}">\n'
        f'<table class="hb-table">\n<caption>{matrix.title}</caption>\n'
        f'<thead><tr><th scope="col">{matrix.things.capitalize()}</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>'
    )


def _head(column: Column, chapters: Mapping[str, Page]) -> str:
    page = chapters.get(column.chapter)
    title = f"<span>{armour(column.title)}</span>"
    return f'<a href="{address(page.path, PATH)}">{title}</a>' if page else title


def _row(matrix: Matrix, number: int, row: Row) -> str:
    cells = "".join(_cell(matrix, number, place, cell) for place, cell in enumerate(row.cells))
    return f'<tr><th scope="row">{armour(row.name)}</th>{cells}</tr>'


def _cell(matrix: Matrix, row: int, column: int, cell: Cell) -> str:
    said = f'{_sign(cell.state)} <span class="hb-map__words">{armour(cell.words)}</span>'
    if cell.state == "gap":
        said = f'<a href="#gap-{matrix.id}-{row}-{column}">{_sign("gap")} <span class="hb-map__words">gap: {armour(cell.words)}</span></a>'
    return f'<td class="hb-map__{cell.state.replace(" ", "-")}">{said}</td>'


def _list_of_gaps(matrix: Matrix, written: Written, rules: Mapping[str, Rule]) -> str:
    items = "\n".join(_gap(matrix, row, column, cell, written, rules) for row, column, cell in matrix.gaps)
    return f'<ul class="hb-gaps">\n{items}\n</ul>' if items else '<p class="hb-gaps">No gaps here.</p>'


def _gap(matrix: Matrix, row: Row, column: Column, cell: Cell, written: Written, rules: Mapping[str, Rule]) -> str:
    mark = f"gap-{matrix.id}-{matrix.rows.index(row)}-{matrix.columns.index(column)}"
    head = f"<strong>{armour(row.name)}</strong>, {armour(column.title)}: {armour(cell.words)}."
    parts = (head, *_where(cell, row, written, rules))
    return f'<li id="{mark}">{" ".join(parts)}</li>'


def _where(cell: Cell, row: Row, written: Written, rules: Mapping[str, Rule]) -> Iterator[str]:
    yield f'Look at <code class="hb-place">{escape(written.place(cell.path))}</code>.'
    if written.place(cell.path) != written.place(row.path):
        yield f'{armour(row.name)} stands at <code class="hb-place">{escape(written.place(row.path))}</code>.'
    if cell.rule in rules:
        yield f'The rule: <a href="findings.html#rule-{cell.rule}">{escape(cell.rule)}</a>.'
