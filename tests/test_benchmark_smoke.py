"""The benchmark builds the same pages with every engine; how long they take is not tested."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks import reading, speed
from benchmarks.pages import NAMES, make_pages
from benchmarks.sites import ENGINES, Engine, expected_pages, filled

PAGES = 13


def test_pages_are_the_same_each_time() -> None:
    """Two runs compare the same words, about 480 on a page, on as many pages as asked for."""
    pages = make_pages(60)
    words = [len(filled(page.body).split()) for page in pages]
    assert pages == make_pages(60)
    assert len(expected_pages(pages)) == 60
    assert 430 < sum(words) / len(words) < 530
    assert all("{{ " + name + " }}" not in filled(page.body) for page in pages for name in NAMES)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_every_engine_builds_all_pages_and_fills_in_the_variables(engine: Engine, tmp_path: Path) -> None:
    """No engine looks fast because it left something out."""
    if engine not in speed.available():
        pytest.skip(f"{engine.label} is not installed here.")
    (measured, built), *_ = speed.measure_pages(tmp_path, PAGES, 1, (engine,)).values()
    site = tmp_path / engine.name / "site"
    texts = [(site / path).read_text(encoding="utf-8") for path in expected_pages(make_pages(PAGES))]
    assert built >= len(texts) == PAGES
    assert measured.wall > 0
    assert all(
        "Harbour House" in text and "{{ us }}" not in text and 'class="tabbed-set' in text and "<table" in text and "task-list" in text
        for text in texts
    )


def test_a_large_profile_is_valid_and_long(tmp_path: Path) -> None:
    """The profile that is timed has the length it claims and no mistakes."""
    file = tmp_path / "profile.yaml"
    file.write_text(reading.make_profile(), encoding="utf-8")
    assert reading.make_profile().count("\n") >= reading.LINES
    assert reading.measure(file) > 0


def test_a_missed_goal_only_fails_when_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--assert` is for people who want a gate; everybody else gets figures."""
    monkeypatch.setattr(speed, "measure_pages", lambda *_: {})
    monkeypatch.setattr(speed, "_print_pages", lambda *_: ["too slow"])
    monkeypatch.setattr(speed, "_print_reading", lambda *_: [])
    assert speed.main(["--pages", "6"]) == 0
    assert speed.main(["--pages", "6", "--assert"]) == 1


def test_all_engines_of_the_table_are_known() -> None:
    """Each row of the table is one engine."""
    assert [engine.name for engine in ENGINES] == ["handbook", "stock", "zensical"]
    assert find_spec("mkdocs")
