"""The benchmark of contradictions gives the same files on every run, puts the words where it says, and counts rightly."""

import ast
import io
from pathlib import Path

import pytest

from benchmarks.consistency import scoring
from benchmarks.consistency.checker import Found, adapted
from benchmarks.consistency.organisations import HERE, NAMES, profile_of, written
from benchmarks.consistency.printing import precision, table
from benchmarks.consistency.scoring import Score, edgeless, judge
from benchmarks.consistency.seeding import FORMATS, TEXTS, Run, Seed, field_runs, text_run
from benchmarks.consistency.wordings import all_items

CODES = {"number": ["number-differs"]}
SEED = Seed(
    "number", "known", "bank", "a.md", "md", "within ten days", ("ten days",), ("facts.wait",), False, (3, 1, 3, 16), ((3, 8, 3, 16),)
)
QUIET = Seed("history", "known", "bank", "a.md", "md", "It took ten days.", (), (), True, (5, 1, 5, 18))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One organisation with all its documents."""
    return text_run(tmp_path_factory.mktemp("seeded"), "bank", "known", 1)


def words_of(file: Path) -> str:
    """The words of a document, by the library of its format."""
    if file.suffix == ".docx":
        import docx

        document = docx.Document(str(file))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        inserted = ["".join(node.text or "" for node in each._p.iter() if node.tag.endswith("}t")) for each in document.paragraphs]
        return "\n".join(inserted + cells)
    if file.suffix == ".pptx":
        import pptx

        shapes = [shape for slide in pptx.Presentation(str(file)).slides for shape in slide.shapes]
        tables = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
        return "\n".join([shape.text_frame.text for shape in shapes if shape.has_text_frame] + tables)
    if file.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(file.read_bytes())).pages)
    import email
    from email.policy import default

    return email.message_from_bytes(file.read_bytes(), policy=default).get_content()


def test_it_knows_nothing_of_the_checker() -> None:
    """An examiner who reads the answers of the examined is none."""
    for file in sorted(HERE.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] == "handbook"], file.name


def test_the_same_seed_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    """Two people who compare figures have measured the same files."""
    again = text_run(tmp_path, "bank", "known", 1)
    assert [file.name for file in again.documents] == [file.name for file in run.documents]
    assert [file.read_bytes() for file in again.documents] == [file.read_bytes() for file in run.documents]
    assert again.seeds == run.seeds
    other = text_run(tmp_path / "other", "bank", "known", 2)
    assert [file.read_bytes() for file in other.documents] != [file.read_bytes() for file in run.documents]


def test_the_seeded_words_stand_where_they_are_said_to_stand(run: Run) -> None:
    """Lines and columns of text files are those of the words that contradict."""
    files = {file.name: file for file in (*run.documents, run.profile / "chapters/house-notes.md")}
    for seed in run.seeds:
        if seed.format in TEXTS:
            lines = files[seed.file].read_text(encoding="utf-8").split("\n")
            for (line, column, end_line, end_column), words in zip(seed.marks, seed.words, strict=True):
                stretch = [*lines[line - 1 : end_line - 1], lines[end_line - 1][: end_column - 1]]
                assert " ".join("\n".join(stretch)[column - 1 :].replace("&amp;", "&").split()) == words


def test_office_formats_hold_the_seeded_sentences(run: Run) -> None:
    """What was seeded can be read in every format, torn runs and insertions included."""
    files = {file.name: file for file in run.documents}
    held = {name: " ".join(words_of(file).split()) for name, file in files.items() if file.suffix in (".docx", ".pptx", ".pdf", ".eml")}
    seeds = [seed for seed in run.seeds if seed.file in held]
    assert {seed.format for seed in seeds} == set(FORMATS) - set(TEXTS)
    assert [seed.text for seed in seeds if " ".join(seed.text.split()) not in held[seed.file].replace("&amp;", "&")] == []


def test_there_are_enough_wordings_in_both_halves() -> None:
    """Every kind that shows in texts has a dozen wordings in each half, and there are about as many hard negatives."""
    items = all_items()
    for half in ("known", "held-out"):
        counted = {kind: sum(item.kind == kind for item in items if item.half == half) for kind in {i.kind for i in items if not i.quiet}}
        assert min(counted.values()) >= 12
    assert sum(item.quiet for item in items) >= 0.9 * sum(not item.quiet for item in items)
    texts = [item.plain for item in items]
    assert len(texts) == len(set(texts))


def test_every_edit_of_a_profile_has_its_place(tmp_path: Path) -> None:
    """Each edited record is found again in the written profile."""
    for name in NAMES:
        assert "review-by" in written(profile_of(name))
    seeds = [seed for run in field_runs(tmp_path, "hotel", "held-out") for seed in run.seeds]
    assert len(seeds) >= 5
    assert all(seed.sentence is not None and 0 < seed.sentence[0] <= seed.sentence[2] for seed in seeds)


def test_a_finding_is_right_only_with_its_rule_its_words_and_its_message() -> None:
    """A hand-made case: one right and exact, one with another message, one at a hard negative, one where nothing was seeded."""
    right = Found("number-differs", "error", "a.md", (3, 1, 3, 16), quote="within ten days", about="facts.wait.is")
    findings = [
        right,
        Found("number-differs", "error", "a.md", (3, 8, 3, 16), quote="ten days", about="facts.other"),
        Found("number-differs", "error", "a.md", (5, 9, 5, 17), quote="ten days", about="facts.wait"),
        Found("cliche", "warning", "a.md", (9, 1, 9, 4), quote="yes"),
    ]
    score = Score()
    judge(score, (SEED, QUIET), findings, CODES, ())
    assert [each.verdict for each in score.verdicts] == ["right", "other", "false", "false"]
    assert score.of_kind("number") == (1, 1)
    assert score.hit[SEED].exact
    assert score.precision(("error",)) == (1, 2)
    assert score.precision(scoring.LOUD) == (1, 3)
    assert any("hard negatives: 1, of which 1" in line for line in precision(score))
    assert next(line for line in table(score) if line.startswith("number")).split()[1:4] == ["1", "1", "1.000"]


def test_what_the_clean_profile_gives_is_not_counted_twice() -> None:
    """A finding that has nothing to do with the seeds of a run is judged once, with the clean profile."""
    old = Found("no-owner", "warning", "profile.yaml", (4, 1, 4, 9), about="guarantees.queue", quote="queue")
    score = Score()
    judge(score, (), [Found("no-owner", "warning", "profile.yaml", (9, 1, 9, 9), about="guarantees.queue", quote="queue")], CODES, [old])
    assert score.verdicts == []


def test_bound_words_may_be_in_or_out() -> None:
    """Whether a checker quotes "within" is a matter of taste."""
    assert edgeless("within five **working days**,") == edgeless("five working days") == "five working days"
    assert edgeless("five days") != edgeless("five working days")


def test_the_shape_of_the_answer_is_known_in_one_place() -> None:
    """A finding without a place or words is a finding all the same."""
    found = adapted(
        {"code": "x", "severity": "note", "file": "/somewhere/a.md", "line": 2, "column": 3, "related": [{"file": "/b.yaml", "line": 7}]}
    )
    assert found.file == "a.md"
    assert found.place == (2, 3, 2, 3)
    assert found.related == (("b.yaml", 7),)
