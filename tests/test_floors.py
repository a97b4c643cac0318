"""The house stands as docs/architecture.md draws it: imports go down, one module opens files, modules stay small."""

import ast
import re
from pathlib import Path

import pytest
from places import ROOT

PACKAGE = ROOT / "handbook"
TABLE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def modules() -> dict[str, Path]:
    """Every module by its name below `handbook`; the parts of a package count as one."""
    paths = [path for path in PACKAGE.rglob("*.py") if "_shipped" not in path.parts]
    return {path.relative_to(PACKAGE).as_posix().removesuffix(".py"): path for path in paths}


def drawn() -> list[str]:
    """The modules in the order of the table of floors."""
    rows = re.findall(r"^\| \d \w+ \| (.+?) \|", TABLE, re.M)
    assert len(rows) == 6
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def room(name: str) -> str:
    return name.split("/")[0]


def imported(path: Path) -> set[str]:
    """The modules of the package that a module imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "handbook":
            inner = (node.module or "").split(".")[1:2]
            found |= set(inner) if inner else {alias.name for alias in node.names if not alias.name.startswith("__")}
    return found


def test_every_module_stands_in_the_table_once() -> None:
    """The picture and the house have the same rooms."""
    assert sorted(drawn()) == sorted({room(name) for name in modules()})


@pytest.mark.parametrize("name", sorted(modules()))
def test_imports_only_go_down(name: str) -> None:
    """A module imports only what stands before it in the table: lower floors, and earlier rooms of its own."""
    order = drawn()
    for other in imported(modules()[name]) - {room(name)}:
        assert order.index(other) < order.index(room(name)), f"{name} imports {other}"


@pytest.mark.parametrize("name", sorted(modules()))
def test_only_disk_and_staging_touch_files(name: str) -> None:
    """Reading and writing of files happens in two places."""
    text = modules()[name].read_text(encoding="utf-8")
    touches = re.findall(r"\.(?:read_text|read_bytes|write_text|write_bytes)\(|(?<!def )(?<![\w.])open\(", text)
    assert not touches or name in ("disk", "staging")


@pytest.mark.parametrize("name", sorted(modules()))
def test_the_middle_knows_no_engine(name: str) -> None:
    """MkDocs, Zensical and the command line are met at the edges and doors only."""
    text = modules()[name].read_text(encoding="utf-8")
    if re.search(r"^\s*(?:from|import) (?:mkdocs|click|zensical)\b", text, re.M):
        assert name in ("mkdocs_plugin", "cli", "check_command", "engines", "serving")


@pytest.mark.parametrize("name", sorted(modules()))
def test_modules_and_functions_stay_small(name: str) -> None:
    """No module over 300 lines, no function over 40."""
    text = modules()[name].read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@pytest.mark.parametrize("name", sorted(modules()))
def test_public_things_explain_themselves(name: str) -> None:
    """Modules, public classes and public functions have a docstring."""
    tree = ast.parse(modules()[name].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_a_newcomer_finds_compose_in_one_hop() -> None:
    """README names the file and the function, and both exist."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "compose" in readme and "handbook/edition.py" in readme
    assert "def compose(" in (PACKAGE / "edition.py").read_text(encoding="utf-8")
