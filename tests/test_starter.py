"""The starter profile, the schema and the reference page derive from the declarations and hold what they say."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from places import EXAMPLE, MINIMAL, ROOT
from ruamel.yaml import YAML

from handbook.declare import Leaf, fields_of
from handbook.disk import shipped_chapters
from handbook.edition import Composed, compose
from handbook.profile import Profile
from handbook.reference import _classes, reference
from handbook.schema import json_schema
from handbook.skeleton import starter
from handbook.sources import Source, Sources


def composed(text: str) -> Composed:
    return compose(Sources("starter", (Source("profile.yaml", "profile.yaml", text),), (), shipped_chapters()))


def test_the_starter_builds_at_once() -> None:
    """Without any edit there is nothing to correct, and a handbook of several pages."""
    result = composed(starter())
    assert result.findings == ()
    assert result.edition and len(result.edition.pages) > 5


def test_every_commented_line_can_be_switched_on() -> None:
    """All fields switched on are a valid profile, the pictures and fonts it names apart."""
    findings = composed(starter(switched_on=True)).findings
    assert {each.code for each in findings} == {"missing-file"}


def test_the_starter_shows_every_section() -> None:
    """Each section of the schema stands in the starter, live or as a comment."""
    lines = [line.removeprefix("# ") for line in starter().split("\n")]
    assert [
        each.name
        for each in fields_of(Profile)
        if f"{each.name}:" not in [line.split(" #")[0].strip() for line in lines if not line.startswith(" ")]
    ] == []


def read(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", sorted([*EXAMPLE.glob("*.yaml"), *MINIMAL.glob("*.yaml")]), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_the_schema_accepts_what_we_accept(path: Path) -> None:
    """Every file of the shipped profiles is valid in an editor, read as YAML 1.2 as editors do."""
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(json.dumps(read(path), default=str))
    errors = [f"{list(each.absolute_path)}: {each.message[:200]}" for each in jsonschema.Draft202012Validator(schema).iter_errors(document)]
    assert errors == []


def test_the_schema_refuses_what_we_refuse() -> None:
    """An unknown field, a misspelt choice and a missing name are marked while people write."""
    validator = jsonschema.Draft202012Validator(json_schema())
    for wrong in (
        {"valeus": []},
        {"organisation": {}},
        {"values": [{"id": "a", "name": "A", "means": "B", "status": "perhaps"}]},
        {"guarantees": {"id": "x"}},
    ):
        assert list(validator.iter_errors(wrong)), wrong


def test_the_generated_files_are_current() -> None:
    """`make docs` has been run since the schema changed."""
    assert (ROOT / "docs" / "profile-reference.md").read_text(encoding="utf-8") == reference()
    assert json.loads((ROOT / "org_profiles" / "profile.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_every_field_explains_itself() -> None:
    """Each declared field has a description; each single value has an example too."""
    for cls in [Profile, *_classes(Profile, [])]:
        for declared in fields_of(cls):
            assert declared.about.endswith((".", ".”")), f"{cls.__name__}.{declared.name}"
            assert declared.example or not isinstance(declared.shape, Leaf), f"{cls.__name__}.{declared.name}"
