"""README is true: its commands run, its sample builds, its report is what people see."""

import re
import shlex
import subprocess
from pathlib import Path
from types import ModuleType

import pytest
from places import ROOT, run_handbook
from test_rules import run

from handbook import __version__, report
from handbook.disk import shipped_chapters
from handbook.edition import Composed, compose
from handbook.rules import Rule
from handbook.sources import Source, Sources

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENT = "autumn-offer.md"
NUMBERS = {8: "eight", 9: "nine", 10: "ten", 11: "eleven"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def commands() -> list[str]:
    return [line for block in blocks("sh") for line in block.splitlines() if line.strip()]


def workshop(folder: Path) -> None:
    """The examples and the document that README shows, as a reader has them."""
    (folder / "org_profiles").symlink_to(ROOT / "org_profiles")
    (folder / DOCUMENT).write_text(blocks("markdown")[0], encoding="utf-8")


def composed(text: str) -> Composed:
    return compose(Sources("harbour-house", (Source("harbour-house/profile.yaml", "profile.yaml", text),), (), shipped_chapters()))


@pytest.mark.parametrize("command", [each for each in commands() if each.startswith("make ")])
def test_make_targets_exist(command: str) -> None:
    """Every `make …` of README is a target."""
    done = subprocess.run([*shlex.split(command), "-n"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_handbook_commands_run(tmp_path: Path) -> None:
    """Every `handbook …` of README, one after the other as they stand there, in a folder with nothing but the document it shows.

    All end well but the one that checks that document.
    """
    workshop(tmp_path)
    lines = [shlex.split(each) for each in commands() if re.match(r"\S*bin/handbook ", each)]
    assert len(lines) >= 5
    for line in lines:
        done = run_handbook(*line[1:], cwd=tmp_path)
        assert done.returncode == (DOCUMENT in line), f"{line}: {done.stdout}{done.stderr}"
    assert (tmp_path / "my-site" / "index.html").is_file()


def test_the_report_of_a_document_is_what_people_see(tmp_path: Path) -> None:
    """What README prints for its document is the beginning of what the command prints, to the letter."""
    workshop(tmp_path)
    line = next(shlex.split(each) for each in commands() if DOCUMENT in each)
    printed = next(each for each in blocks("text") if each.startswith(DOCUMENT))
    assert run_handbook(*line[1:], cwd=tmp_path).stdout[: len(printed)] == printed
    assert printed.count(f"\n\n{DOCUMENT}:") == 1 and ": error: " in printed and ": warning: " in printed


def test_files_that_commands_name_exist() -> None:
    """Lock file, wheel name and example are called what README calls them."""
    text = "\n".join(commands() + blocks("powershell"))
    assert set(re.findall(r"service_handbook-([\d.]+)-py3", text)) == {__version__}
    for name in re.findall(r"-r (\S+)", text):
        assert (ROOT / name).is_file()


def test_every_command_of_the_table_exists() -> None:
    """The table of commands is the command's own list."""
    from handbook.cli import main

    assert set(re.findall(r"^\| `handbook (\w+)", README, re.M)) == set(main.commands)


def test_the_sample_is_a_handbook() -> None:
    """The profile printed in README has twenty lines and builds as many pages as it says."""
    sample = blocks("yaml")[0]
    result = composed(sample)
    assert result.edition and result.findings == ()
    assert len(sample.strip().splitlines()) == 20
    assert f"a handbook of {NUMBERS[len(result.edition.pages)]} pages" in README


def test_the_report_is_what_people_see() -> None:
    """The report in README is the exact report of the sample with the three slips it describes."""
    slips = {
        "{room-ready-by}, or": "{room-redy-by}, or",
        "worth: AED 300 per stay": "worth: 300 dirhams",
        "beyond-that: duty-manager": "beyond-that: duty-manger",
    }
    text = blocks("yaml")[0]
    for right, wrong in slips.items():
        assert right in text
        text = text.replace(right, wrong)
    findings = composed(text).findings
    shown = report.as_text(findings, {"harbour-house/profile.yaml": text}) + "\n" + report.summary(findings) + " Nothing was written."
    assert shown.strip() == next(each for each in blocks("text") if "room-redy-by" in each).strip()


@pytest.mark.parametrize(
    "path", sorted(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{each.name}" for each in (ROOT / "docs").glob("*.md"))])
)
def test_links_between_documents_lead_somewhere(path: str) -> None:
    """Every relative link in the documents leads to a file."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", (ROOT / path).read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
        assert ((ROOT / path).parent / target).exists(), f"{path}: {target}"


GUIDE = (ROOT / "docs" / "how-to-write-chapters.md").read_text(encoding="utf-8")


def guided(first: str, second: str | None) -> Composed:
    """README's sample profile with the chapters of the guide beside it."""
    own = [Source("harbour-house/chapters/storm.md", "storm.md", first)]
    if second:
        own.append(Source("harbour-house/chapters/values-each.md", "values-each.md", second))
    sample = Source("harbour-house/profile.yaml", "profile.yaml", blocks("yaml")[0])
    return compose(Sources("harbour-house", (sample,), tuple(own), shipped_chapters()))


def test_the_examples_of_the_chapter_guide_build() -> None:
    """The two complete chapters in the guide become pages."""
    first, second = re.findall(r"^```jinja\n(.*?)^```", GUIDE, re.M | re.S)[:2]
    result = guided(first, second)
    assert result.findings == () and result.edition
    assert {"storm.md"} < {page.path for page in result.edition.pages}


def test_the_report_of_the_chapter_guide_is_what_people_see() -> None:
    """The report printed in the guide is the exact one."""
    first = re.findall(r"^```jinja\n(.*?)^```", GUIDE, re.M | re.S)[0]
    wrong = first.replace("in guarantees", "in guarantes")
    assert wrong != first
    shown = report.as_text(guided(wrong, None).findings, {"harbour-house/chapters/storm.md": wrong})
    assert shown.strip() in "\n".join(re.findall(r"^```text\n(.*?)^```", GUIDE, re.M | re.S))


def test_the_rule_in_contributing_works() -> None:
    """The rule printed in CONTRIBUTING finds its bad example, leaves its good one alone, and says what a rule has to say."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    sample = next(each for each in re.findall(r"^```python\n(.*?)^```", text, re.M | re.S) if "def check" in each)
    module = ModuleType("bread_without_remedy")
    exec(compile(sample, "bread_without_remedy.py", "exec"), module.__dict__)
    rule = Rule("bread-without-remedy", module.SEVERITY, "", module.__doc__ or "", module.BAD, module.GOOD, module.check)
    assert [len(run(rule, each)) for each in (*rule.bad, *rule.good)] == [1, 0]
    assert all(part in rule.story for part in ("Looks at:", "Why:", "To put it right:"))
