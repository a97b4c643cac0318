"""The invented organisations: their profiles as data, changes to that data, and where each record stands when written down."""

import copy
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NAMES = ("hotel", "bank", "council", "telecom", "shop", "maker")
KEYS = ("id", "short", "text", "term")
"""What names an item of a list, in the order in which we look for it."""
REVIEW_BY = "2027-06-30"
REVIEWED = ("guarantees", "measures", "values", "segments")


class _Plain(yaml.SafeDumper):
    """Writes `no`, `15:00` and dates without quotes, as people do."""


_Plain.yaml_implicit_resolvers = {}


def read(path: Path) -> Any:
    """The data of one of our YAML files, with every value as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


def profile_of(name: str) -> dict[str, Any]:
    """The profile of one organisation, free of contradictions, with review dates filled in."""
    profile: dict[str, Any] = read(HERE / "organisations" / f"{name}.yaml")
    for section in REVIEWED:
        for each in profile[section]:
            each.setdefault("review-by", REVIEW_BY)
    return profile


def written(profile: dict[str, Any]) -> str:
    """A profile as the text of a `profile.yaml`."""
    return yaml.dump(profile, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=110)


def changed(profile: dict[str, Any], edit: dict[str, Any]) -> dict[str, Any]:
    """A copy of the profile with one edit made: `set` and `add` by dotted path, `drop` as a list of paths."""
    copied = copy.deepcopy(profile)
    for path in edit.get("drop", []):
        _step(copied, path.split("."), "drop", None)
    for how in ("set", "add"):
        for path, value in edit.get(how, {}).items():
            _step(copied, path.split("."), how, copy.deepcopy(value))
    return copied


def _step(data: Any, path: list[str], how: str, value: Any) -> None:
    for name in path[:-1]:
        if isinstance(data, dict) and name not in data:
            data[name] = {}
        data = data[_key(data, name)]
    last = path[-1]
    if how == "drop":
        del data[_key(data, last)]
    elif how == "set":
        data[_key(data, last)] = value
    else:
        data.setdefault(last, []).append(value)


def _key(data: Any, name: str) -> Any:
    """The key or number under which a named item stands."""
    if isinstance(data, dict):
        return name
    for number, item in enumerate(data):
        if name == str(number) or (isinstance(item, dict) and any(item.get(key) == name for key in KEYS)):
            return number
    raise KeyError(name)


@lru_cache(maxsize=4)
def _composed(text: str) -> Any:
    return yaml.compose(text, Loader=LOADER)


def lines_of(text: str, path: str) -> tuple[int, int]:
    """The first and the last line of a record in a written profile; (0, 0) when it is not there."""
    node = _composed(text)
    start = 0
    for name in path.split("."):
        found = _child(node, name)
        if found is None:
            return (0, 0)
        start, node = found
    return (start + 1, max(node.end_mark.line, start + 1))


def _child(node: Any, name: str) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark.line, value) for key, value in node.value if key.value == name), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    for number, item in enumerate(node.value):
        pairs = {key.value: value.value for key, value in item.value} if isinstance(item, yaml.MappingNode) else {}
        if name == str(number) or any(pairs.get(key) == name for key in KEYS):
            return item.start_mark.line, item
    return None


def relatives(profile: dict[str, Any], path: str) -> set[str]:
    """The messages that may be named instead of one of the profile: the facts that it uses, its measure, its word for people."""
    section, _, name = path.partition(".")
    others: set[str] = {path}
    if section == "guarantees" and name:
        record = profile["guarantees"][_key(profile["guarantees"], name.split(".")[0])]
        others |= {f"facts.{fact}" for fact in re.findall(r"\{([a-z-]+)\}", str(record))}
        others |= {f"measures.{record[key]}" for key in ("measured-by",) if key in record}
    if "terms" in path:
        others |= {"organisation.calls-customers", "organisation.calls-colleagues"}
    return others
