"""The reports: each word for word, valid against its schema, the same in any order, with places that others can find.

UPDATE_GOLDEN=1 writes the reports in tests/golden/reports anew; read the difference before you keep it.
"""

import json
import os
import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator
from places import ROOT
from report_samples import COMPLAINTS, RULE, SALE, TEXTS, findings, span

from handbook import report
from handbook.cli import main
from handbook.columns import utf8, utf16
from handbook.explaining import explain, rule_list
from handbook.finding import Finding, Related, Span
from handbook.report_github import as_github
from handbook.report_json import as_json
from handbook.report_rdjson import as_rdjson
from handbook.report_sarif import as_sarif
from handbook.rules import all_rules
from handbook.trouble_page import trouble_page

Told = tuple[Finding, ...]
GOLDEN = ROOT / "tests" / "golden" / "reports"
SCHEMAS = ROOT / "tests" / "schemas"
COLOURS = re.compile(r"\033\[\d+m")
REPORTS: dict[str, Callable[[Told], str]] = {
    "report.txt": lambda told: report.as_text(told, TEXTS) + "\n" + report.summary(told) + "\n",
    "report-of-72-columns.txt": lambda told: report.as_text(told, TEXTS, width=72),
    "report-in-colour.txt": lambda told: report.as_text(told, TEXTS, colour=True, width=90).replace("\033", "ESC"),
    "report.json": lambda told: as_json(told, "1.2.3"),
    "report.sarif": lambda told: as_sarif(told, [RULE], TEXTS, "1.2.3"),
    "report.rdjson": lambda told: as_rdjson(told, TEXTS),
    "github.txt": lambda told: as_github(told),
    "github-capped.txt": lambda told: as_github(told, cap=2),
    "trouble.md": lambda told: trouble_page(told, TEXTS),
}


def shown(name: str, text: str) -> str:
    """What the file of that name must hold; written first when that is asked for."""
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(text, encoding="utf-8")
    return (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_reads_so(name: str) -> None:
    """Each report is word for word what people and programs are to see."""
    text = REPORTS[name](findings())
    assert text == shown(name, text)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_does_not_depend_on_the_order(name: str) -> None:
    """Any order of the findings, and any of them twice, gives the same bytes."""
    expected = REPORTS[name](findings())
    for seed in range(5):
        told = [*findings(), findings()[seed]]
        random.Random(seed).shuffle(told)
        assert REPORTS[name](tuple(told)) == expected


def test_colours_change_no_word() -> None:
    """A coloured report of one file has the same words as a plain one; each colour ends on its own line."""
    told = tuple(each for each in findings() if each.span.file == SALE)
    coloured = report.as_text(told, TEXTS, colour=True)
    assert "\033[31m" in coloured and "\033[33m" in coloured
    assert COLOURS.sub("", coloured) == report.as_text(told, TEXTS)
    assert all(line.count("\033[0m") * 2 == line.count("\033") for line in coloured.splitlines())


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_a_report_fits_the_screen(width: int) -> None:
    """No line is wider than the screen, unless a single word is."""
    for line in COLOURS.sub("", report.as_text(findings(), TEXTS, colour=True, width=width)).splitlines():
        assert len(line) <= width or len(max(line.split(), key=len)) > width - 20, line


def test_a_document_is_shown_by_its_part() -> None:
    """Where a file has no lines of its own, people read the part, and the words from the text taken out of it, cut between words."""
    text = report.as_text(findings(), TEXTS)
    assert "policies/complaints.docx, paragraph 2: error: this policy answers in 5 business days" in text
    frame = "      | …letter, by telephone or in person, is answered in writing within 5 business days of its receipt by…\n"
    assert frame in text
    assert f"{'^' * len('within 5 business days')}\n" in text.split(frame)[1].splitlines(keepends=True)[0]
    assert "complaints.docx:2" not in text


def test_words_are_shown_where_the_lines_are_unknown() -> None:
    """Without the text of a document, the quoted words stand in place of its lines."""
    told = tuple(each for each in findings() if each.span.file == COMPLAINTS)
    assert "\n  “within 5 business days”\n" in report.as_text(told, {})


def test_a_document_cannot_steer_the_screen() -> None:
    """Escape characters in a text or a message are shown as signs."""
    evil = Finding("x", "error", "a \033[2Jtext", Span("a.md", 1, 3, 1, 4), remedy="no\033[0m", quote="b")
    text = report.as_text((evil,), {"a.md": "\033[31mred\x9b1m\r\b\n"}, colour=False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "a ␛[2Jtext" in text and "␛[31mred" in text


def schema(name: str) -> Any:
    """A schema from the folder beside the tests."""
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def sarif(told: Told) -> Any:
    """A SARIF report, read back."""
    return json.loads(as_sarif(told, [RULE], TEXTS, "1.2.3"))


def test_sarif_is_valid() -> None:
    """The reports of many findings, of none, and of every rule fit the schema of SARIF 2.1.0."""
    Draft4Validator.check_schema(schema("sarif-2.1.0.json"))
    judge = Draft4Validator(schema("sarif-2.1.0.json"))
    for told in (findings(), ()):
        assert list(judge.iter_errors(sarif(told))) == []
    assert list(judge.iter_errors(json.loads(as_sarif(findings(), all_rules(), TEXTS, "1.2.3")))) == []
    assert list(judge.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_sarif_holds_together() -> None:
    """Every result names its rule by name and number, links lead to places that are there, and files are addresses below the root."""
    run = sarif(findings())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        links = {int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])}
        assert links == {each["id"] for each in result.get("relatedLocations", ())}
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            artifact = place["physicalLocation"]["artifactLocation"]
            assert place["physicalLocation"]["region"]["startLine"] == 1 or "logicalLocations" not in place
            assert re.fullmatch(r"[\w/.%-]+", artifact["uri"]) and artifact["uriBaseId"] in run["originalUriBaseIds"]
            assert unquote(artifact["uri"]) in {each.replace("\\", "/") for each in TEXTS}
    assert all(each["shortDescription"]["text"] and each["fullDescription"]["text"] and each["help"]["text"] for each in rules)
    assert [each["id"] for each in rules] == sorted({each.code for each in findings()}, key=lambda code: (code != RULE.name, code))


def test_sarif_knows_files_named_from_the_top() -> None:
    """Whole paths of Linux and Windows become file addresses without a root."""
    for file, uri in (("/srv/a b.md", "file:///srv/a%20b.md"), ("C:\\docs\\ü.md", "file:///C:/docs/%C3%BC.md")):
        place = sarif((replace(findings()[0], span=Span(file)),))["runs"][0]["results"][0]["locations"][0]
        assert place["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_sarif_counts_as_editors_do() -> None:
    """Columns are UTF-16 units: one more for each character beyond the first plane, none fewer for marks that join."""
    regions = {
        each["properties"]["quote"]: each["locations"][0]["physicalLocation"]["region"]
        for each in sarif(findings()[:5])["runs"][0]["results"]
    }
    lines = TEXTS[SALE].split("\n")
    for word in ("staff", "customers"):
        line = lines[regions[word]["startLine"] - 1].encode("utf-16-le")
        cut = line[(regions[word]["startColumn"] - 1) * 2 : (regions[word]["endColumn"] - 1) * 2]
        assert cut.decode("utf-16-le") == word


def test_sarif_fixes_put_the_words_right() -> None:
    """Carried out in UTF-16, each fix replaces exactly its words; what has no lines of its own gets no fix."""
    results = sarif(findings())["runs"][0]["results"]
    fixes = {each["properties"]["quote"]: each["fixes"][0]["artifactChanges"][0] for each in results if "fixes" in each}
    assert set(fixes) == {"14:00", "staff", "customers"}
    for quote, change in fixes.items():
        [replacement] = change["replacements"]
        region = replacement["deletedRegion"]
        line = TEXTS[SALE].split("\n")[region["startLine"] - 1].encode("utf-16-le")
        assert line[(region["startColumn"] - 1) * 2 : (region["endColumn"] - 1) * 2].decode("utf-16-le") == quote
        assert replacement["insertedContent"]["text"] in ("15:00", "colleagues", "guests")


def test_fingerprints_stay_when_lines_move() -> None:
    """Twelve lines more above change no mark; the same words twice in a file get two; other words get another."""
    before = marks(as_sarif(findings(), [RULE], TEXTS, "1"))
    moved = tuple(replace(each, span=replace(each.span, line=each.span.line + 12, end_line=each.span.end_line + 12)) for each in findings())
    texts = {file: "\n" * 12 + text for file, text in TEXTS.items()}
    assert marks(as_sarif(moved, [RULE], texts, "2")) == before
    assert len(set(before)) == len(before)
    twice = (findings()[3], replace(findings()[3], span=span(SALE, "Ask")))
    assert [each.split(":")[1] for each in marks(as_sarif(twice, [], TEXTS, "1"))] == ["1", "2"]


def marks(text: str) -> list[str]:
    """The fingerprints in a SARIF report, in order."""
    return [each["partialFingerprints"]["wording/v1"] for each in json.loads(text)["runs"][0]["results"]]


def test_rdjson_is_valid() -> None:
    """The reports of many findings and of none fit the schema, and one with a name that reviewdog does not know would not."""
    judge = Draft7Validator(schema("rdjson.json"))
    for told in (findings(), ()):
        assert list(judge.iter_errors(json.loads(as_rdjson(told, TEXTS)))) == []
    assert list(judge.iter_errors({"source": {"name": "x"}, "diagnostics": [], "findings": []}))


def test_rdjson_counts_bytes_and_suggests() -> None:
    """Cut out of the bytes of the file, the range of each diagnostic holds the quoted words, and its suggestion their repair."""
    quotes = {each.message: each.quote for each in findings()}
    for each in json.loads(as_rdjson(findings(), TEXTS))["diagnostics"]:
        place = each["location"]
        if "range" not in place or place["path"] == "house/profile.yaml":
            continue
        start, end = place["range"]["start"], place["range"]["end"]
        lines = TEXTS[SALE].encode().split(b"\n")
        rows = lines[start["line"] - 1 : end["line"]]
        rows[-1] = rows[-1][: end["column"] - 1]
        rows[0] = rows[0][start["column"] - 1 :]
        quote = quotes[each["message"].split("\n")[0]]
        assert b" ".join(rows).decode() == quote
        assert [one["range"] == place["range"] for one in each.get("suggestions", ())] == [True] * (
            quote in ("14:00", "staff", "customers")
        )


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))), st.data())
def test_columns_are_converted_exactly(line: str, data: st.DataObject) -> None:
    """At every column of any line, the count is that of the encoded characters before it."""
    column = data.draw(st.integers(1, len(line) + 1))
    assert utf16(line, column) == len(line[: column - 1].encode("utf-16-le")) // 2 + 1
    assert utf8(line, column) == len(line[: column - 1].encode()) + 1


def test_json_says_everything() -> None:
    """Every finding has every name, also where there is nothing to say."""
    told = json.loads(as_json(findings(), "1.2.3"))
    names = "code severity message file line column end_line end_column part quote about expected found guess remedy related fixable"
    assert all(list(each) == names.split() for each in told["findings"])
    assert [list(each) for each in told["findings"][0]["related"]] == [
        ["file", "line", "column", "end_line", "end_column", "part", "label"]
    ] * 2
    assert told["summary"] == {"error": 4, "warning": 2, "question": 1, "note": 1, "findings": 8}
    assert sum(each["fixable"] for each in told["findings"]) == 4


def test_github_reads_what_was_meant() -> None:
    """Unescaped as GitHub does it, each line gives back file and message; no text of a document can give a command of its own."""
    evil = Finding("a,b", "error", "100 %\n::warning::x\r", Span("a,b:c%.md", 2, 3, 2, 5), related=(Related(Span("d.md"), "e\n::f"),))
    [line] = as_github((evil,)).splitlines()
    command, message = line.removeprefix("::").split("::", 1)
    kind, _, rest = command.partition(" ")
    properties = dict(each.split("=") for each in rest.split(","))
    assert (kind, unquote(properties["file"]), unquote(properties["title"])) == ("error", "a,b:c%.md", "a,b")
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("2", "3", "5")
    assert unquote(message) == "100 %\n::warning::x\r\nd.md:1:1: e\n::f"


def test_github_shows_errors_first_and_says_what_is_left_out() -> None:
    """Ten of each kind at most, errors first, and a last line with the counts, which takes the place of a notice."""
    severities = ("note", "question", "warning", "error")
    told = [Finding(f"c{number}", severity, "m", Span("a.md", number)) for number in range(1, 13) for severity in severities]
    lines = as_github(told).splitlines()
    kinds = [re.match(r"::(\w+)", line)[1] for line in lines]  # type: ignore[index]
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert lines[-1] == (
        "::notice title=service-handbook::10 of 12 errors and 10 of 12 warnings and 9 of 24 notes and questions are shown here; "
        "the same command without --format github shows all of them"
    )
    assert as_github([]) == "" and "of" not in as_github(told[:4])


def test_a_rule_explains_itself_on_a_terminal() -> None:
    """Name, title, severity, story and examples, word for word."""
    text = explain(RULE)
    assert text == shown("explain.txt", text)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_explanation_fits_a_terminal(rule: Any) -> None:
    """No line is wider than 80 columns; every part of the story is there."""
    text = explain(rule)
    assert all(len(line) <= 80 or " " not in line.strip(" |") for line in text.splitlines())
    for part in (rule.name, "Looks at", "Why", "To put it right", "It speaks up about", "It keeps quiet about"):
        assert f"{part}\n" in text


def test_the_list_of_rules_is_current() -> None:
    """docs/rules.md is what `python -m handbook.explaining` prints, and names every rule once as a heading."""
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == rule_list(), "run: make docs"
    assert sorted(re.findall(r"^### (.+)$", page, re.M)) == [rule.name for rule in all_rules()]


def test_the_page_of_troubles_explains_rules_and_cannot_be_broken() -> None:
    """A finding of a rule can be unfolded to its story; markup in a text stays text."""
    rule = all_rules()[0]
    told = (Finding(rule.name, "warning", "<b>bad</b> {{ x }}", Span("a.md", 1, 1, 1, 4), remedy="write   <i>   instead", quote="<u>"),)
    page = trouble_page(told, {"a.md": "<u> [x](y)"})
    assert "<details><summary>" in page and "<strong>Why.</strong>" in page
    assert "<b>" not in page and "<u>" not in page and "{{" not in page
    assert "write <code>&lt;i&gt;</code> instead" in page


def test_the_hooks_for_pre_commit_name_our_command() -> None:
    """Each hook has what pre-commit needs, and runs a command there is."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [each["id"] for each in hooks] == ["handbook-check", "handbook-check-profile"]
    assert all(each["language"] == "python" and each["entry"] == "handbook check" and each["name"] for each in hooks)
    files = re.compile(hooks[0]["files"])
    assert all(files.search(name) for name in ("a/b.docx", "a.md", "c.PDF", "d.eml")) and not files.search("profile.yaml")


GUIDE = (ROOT / "docs" / "how-to-check-documents.md").read_text(encoding="utf-8")


def test_the_recipes_are_yaml_and_their_commands_exist() -> None:
    """Every YAML block of the guide can be read; each format, option and hook that it names is one we have."""
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.M | re.S)]
    assert len(blocks) == 6
    assert [each["id"] for each in blocks[-1]["repos"][0]["hooks"]] == ["handbook-check", "handbook-check-profile"]
    formats = [each for each in main.commands["check"].params if each.name in ("form", "format")]
    assert set(re.findall(r"--format (\w+)", GUIDE)) <= set(formats[0].type.choices)  # type: ignore[attr-defined]
    options = {option for each in main.commands["check"].params for option in each.opts}
    assert set(re.findall(r"handbook check [^\n`]*?(--[a-z-]+)", GUIDE)) <= options
    assert set(re.findall(r"handbook (\w+) my-handbook", GUIDE)) | {"explain"} <= set(main.commands)
