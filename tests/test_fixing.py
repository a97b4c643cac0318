"""Edits go into a text and nothing else changes: one folder below tests/golden/fixing is one case, and styles of YAML are made up.

A folder holds `before.<ending>`, `found.yaml` (every place of `words` becomes something), `after.<ending>` with the bytes that
are right, and `left.txt` where edits were not made, each with its reason. UPDATE_GOLDEN=1 writes the last two anew.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from handbook.diffing import diff
from handbook.finding import Edit, Finding, Span
from handbook.fixing import GONE, NO_FILE, NOT_UTF_8, OTHER_FORMAT, OVERLAPS, apply, mend

FIXING = Path(__file__).parent / "golden" / "fixing"
CASES = sorted(folder.name for folder in FIXING.iterdir() if folder.is_dir())
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def edits(text: str, words: str, becomes: str, file: str) -> Iterator[Edit]:
    """An edit for every place of some words, with lines and columns as the readers of files count them."""
    plain = re.sub("\r\n|\r", "\n", text.removeprefix("\ufeff"))
    for match in re.finditer(re.escape(words), plain):
        start, end = (Span(file, plain.count("\n", 0, at) + 1, at - plain.rfind("\n", 0, at)) for at in match.span())
        yield Edit(Span(file, start.line, start.column, end.line, end.column), becomes)


@pytest.mark.parametrize("case", CASES)
def test_a_file_is_fixed_to_the_byte(case: str) -> None:
    """Every byte after the fix is the expected one, and every edit that was not made says why."""
    before = next((FIXING / case).glob("before.*"))
    text = before.read_bytes().decode()
    wanted = yaml.safe_load((FIXING / case / "found.yaml").read_text(encoding="utf-8"))
    fixed = apply(text, [edit for each in wanted for edit in edits(text, each["words"], each["becomes"], before.name)])
    told = "".join(f"{each.edit.span.line}:{each.edit.span.column} -> {each.edit.text!r}: {each.because}\n" for each in fixed.left)
    after, left = before.with_stem("after"), FIXING / case / "left.txt"
    if UPDATE:
        after.write_bytes(fixed.text.encode())
        left.write_text(told, encoding="utf-8") if told else left.unlink(missing_ok=True)
    assert fixed.text.encode() == after.read_bytes()
    assert told == (left.read_text(encoding="utf-8") if left.exists() else "")


WORD = "pax"
AROUND = [
    "",
    "the",
    "say:",
    "it's",
    'a "b"',
    "#1",
    "- x",
    "50 %",
    "{a}",
    "[b]",
    "&c",
    "*d",
    "!e",
    "é ضيف",
    "😀",
    "\\n",
    "a, b",
    "?z",
    "|",
    ">",
    "~",
]
NEW = [
    "guest",
    "{guest}",
    "it's",
    'the "guest"',
    "guest: one",
    "a # b",
    "- x",
    "12",
    "no",
    "~",
    "ضيف",
    "😀 guest",
    "[x]",
    "a, b",
    "&x",
    "*y",
    "%z",
]
PIECES = st.lists(st.sampled_from([*AROUND, WORD, WORD]), min_size=1, max_size=7)


def written(style: str, pieces: list[str], deep: str) -> str:
    """A value in a style, as people write it; `deep` is how far its further lines are set in."""
    text = " ".join(filter(None, pieces)) or "x"
    match style:
        case "single":
            return "'" + text.replace("'", "''") + "'"
        case "double":
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9") + '"'
        case "folded" | "literal":
            return ("|" if style == "literal" else ">-") + f"\n{deep}" + f"\n{deep}".join(filter(None, pieces or ["x"]))
        case "over-lines":
            return f"\n{deep}".join(filter(None, pieces)) or "x"
        case "flow":
            return "[x, '" + text.replace("'", "''") + "', " + '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"]'
        case "anchored":
            return "&here " + '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


STYLES = ["plain", "single", "double", "folded", "literal", "over-lines", "flow", "anchored"]
VALUES = st.lists(st.tuples(st.sampled_from(STYLES), PIECES, st.booleans()), min_size=1, max_size=5)


def one_file(values: list[tuple[str, list[str], bool]]) -> str:
    """A file of such values, each below its name or behind a hyphen; those that YAML cannot read are written in quotes."""
    lines = ["# pax in a remark"]
    for number, (style, pieces, listed) in enumerate(values):
        lead = f"k{number}:\n  - " if listed else f"k{number}: "
        entry = lead + written(style, pieces, "      ") + ("" if style in ("folded", "literal") else "  # kept pax")
        if (
            isinstance(said("\n".join([*lines, entry])), Exception)
            or str(said(entry)).count(WORD) != len(in_values(entry))
            or str(said(entry)).count("{'") > 1
        ):
            entry = lead + written("single", pieces, "")
        lines.append(
            entry.replace("&here", f"&here{number}")
            + (f"\nalso{number}: *here{number}" if "&here" in entry and style == "anchored" else "")
        )
    return "\n".join(lines)


def said(text: str) -> Any:
    """What a file says, read by ruamel.yaml; an exception where it cannot be read."""
    try:
        return plain(YAML(typ="rt", pure=True).load(StringIO(text)))
    except Exception as trouble:
        return trouble


def plain(value: Any) -> Any:
    """The same without places and styles; every value as a text."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else str(value)


def meant(value: Any, new: str) -> Any:
    """What a file should say after the word is changed in every value."""
    if isinstance(value, dict):
        return {key: meant(each, new) for key, each in value.items()}
    return [meant(each, new) for each in value] if isinstance(value, list) else value.replace(WORD, new)


def in_values(text: str) -> list[Edit]:
    """The places of the word that are not in remarks."""
    rows = re.sub("\r\n|\r", "\n", text.removeprefix("\ufeff")).split("\n")
    remark = ("# pax", "# kept pax")
    return [each for each in edits(text, WORD, "", "f.yaml") if not rows[each.span.line - 1][: each.span.column + 2].endswith(remark)]


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@settings(max_examples=200, deadline=None, derandomize=True)
@given(VALUES, st.sampled_from(NEW), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.sampled_from(["", "\n", "  \n\n"]))
def test_any_yaml_says_the_same_but_for_the_words(
    values: list[tuple[str, list[str], bool]], new: str, line_end: str, bom: bool, end: str
) -> None:
    """Whatever the style, the file then says exactly what was meant, all remarks are there, and there is nothing more to fix."""
    text = "\ufeff" * bom + (one_file(values) + end).replace("\n", line_end)
    before = said(text.removeprefix("\ufeff"))
    assert not isinstance(before, Exception), text
    found = [Edit(each.span, new) for each in in_values(text)]
    fixed = apply(text, found)
    assert fixed.left == () and fixed.made == tuple(found)
    assert said(fixed.text.removeprefix("\ufeff")) == meant(before, new)
    assert fixed.text.count("pax") == text.count("pax") - len(found)
    assert fixed.text.startswith("\ufeff") == bom
    assert ("\n" in fixed.text.replace("\r\n", "")) == ("\n" in text.replace("\r\n", ""))
    assert in_values(fixed.text) == []
    rows = zip(text.split("\n"), fixed.text.split("\n"), strict=True)
    assert all(bare(old) == bare(now) for old, now in rows if WORD not in old.replace("# pax", "").replace("# kept pax", ""))


def bare(line: str) -> str:
    """A line without quotation marks, which may be put around a value of several lines."""
    return line.replace("'", "").replace('"', "")


MARKUP = [
    "pax",
    "*pax*",
    "**p**ax",
    "_pax_",
    "[pax](u)",
    "`pax`",
    "- pax",
    "# pax",
    "| pax | b |",
    "|---|---|",
    "<b>pax</b>",
    "\n",
    "\n\n",
    "> pax",
    "    pax",
]
NEW_WORDS = ["guest", "# x", "- x", "1. x", "*x*", "[x](y)", "a|b", "`x`", "===", "---", "<i>", "a & b", "{{ x }}", "> x", "x*", "ضيف"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(MARKUP), min_size=1, max_size=9), st.sampled_from([" ", "\n", ""]), st.sampled_from(NEW_WORDS))
def test_any_markdown_looks_the_same_but_for_the_words(pieces: list[str], between: str, new: str) -> None:
    """The page that comes of it is the page before with other words in the same places, whatever the new words look like."""
    text = between.join(pieces)
    fixed = apply(text, edits(text, WORD, new, "f.md"))
    marked = apply(text, [Edit(each.span, "\ue000") for each in fixed.made])
    assert len(marked.made) == len(fixed.made)
    assert page(fixed.text) == page(marked.text).replace("\ue000", escape(new, quote=False))
    again = [each for each in edits(fixed.text, WORD, new, "f.md") if apply(fixed.text, [each]).made]
    assert again == []


def page(text: str) -> str:
    """The page that a Markdown text becomes."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def test_the_program_does_not_fail_on_any_place() -> None:
    """Wherever an edit points, before the first line or behind the last, a text comes back."""
    text = 'a: "x"\nb: [y, z]\n'
    for file in ("a.yaml", "a.md"):
        for line in range(0, 4):
            for column in range(0, 12):
                for width in (0, 1, 5):
                    edit = Edit(Span(file, line, column, line, column + width), "new")
                    fixed = apply(text, [edit])
                    assert (fixed.made == (edit,)) != (fixed.left != ())
                    assert fixed.left or fixed.text != text


def test_of_two_edits_for_the_same_words_the_first_is_made() -> None:
    """The second is left and says why; a third beside them is made as well."""
    first, second, third = (Edit(Span("a.md", 1, start, 1, end), new) for start, end, new in ((1, 5, "One"), (3, 9, "Two"), (10, 11, "!")))
    fixed = apply("some words", [first, second, third])
    assert fixed.text == "One word!"
    assert [(each.edit, each.because) for each in fixed.left] == [(second, OVERLAPS)]


def found_at(file: str, *words: tuple[int, int, int, str]) -> Finding:
    """A finding with edits in one line each."""
    spans = [(Span(file, line, start, line, end), text) for line, start, end, text in words]
    return Finding("avoided-word", "warning", "a word to avoid", spans[0][0], edits=tuple(Edit(*each) for each in spans))


def test_a_finding_is_mended_whole_or_not_at_all() -> None:
    """When one of its edits cannot be made, the others are not made either; other findings are."""
    texts = {"a.md": "pax and pax\n\n`pax`\n", "b.yaml": "a: pax\n", "c.docx": "", "d.md": "same"}
    both, half = found_at("a.md", (1, 1, 4, "guest")), found_at("a.md", (1, 9, 12, "guest"), (3, 2, 5, "guest"))
    yes, no, away = found_at("b.yaml", (1, 4, 7, "guest")), found_at("c.docx", (1, 1, 4, "guest")), found_at("page/", (1, 1, 4, "guest"))
    mended = mend([both, half, yes, no, away, Finding("other", "note", "no edits", Span("d.md"))], texts)
    assert mended.texts == {"a.md": "guest and pax\n\n`pax`\n", "b.yaml": "a: guest\n"}
    assert mended.fixed == (both, yes)
    assert [each for each, _ in mended.left] == [half, no, away]
    assert [because for _, because in mended.left][1:] == [OTHER_FORMAT, NO_FILE]
    assert mend([both, yes], mended.texts | {"a.md": ""}).left == ((both, GONE),)
    assert mend([both, no], {}).left == ((both, NOT_UTF_8), (no, OTHER_FORMAT))


def test_two_rules_may_ask_for_the_same() -> None:
    """The same edit of two findings is made once, and both are mended."""
    one, other = found_at("a.md", (1, 1, 4, "guest")), found_at("a.md", (1, 1, 4, "guest"))
    assert mend([one, Finding("other", "note", "the same", other.span, edits=other.edits)], {"a.md": "pax"}).texts == {"a.md": "guest"}


def test_a_diff_is_one_that_programs_take(tmp_path: Path) -> None:
    """`git apply` makes the second text of the first, with Windows lines, a missing last end of line, and characters that look like one."""
    before = "one\r\ntwo\u2028still two\x0c\nthree\n4\n5\n6\n7\n8\n9\n10\nlast"
    after = before.replace("still two", "two").replace("last", "end\n")
    text = diff(before, after, "a b.md")
    assert text.startswith("--- a/a b.md\n+++ b/a b.md\n@@ -1,5 +1,5 @@\n one\r\n-two")
    assert text.endswith("-last\n\\ No newline at end of file\n+end\n")
    (tmp_path / "a b.md").write_bytes(before.encode())
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=text.encode(), check=True)
    assert (tmp_path / "a b.md").read_bytes().decode() == after


def test_a_diff_in_colour_reads_the_same() -> None:
    """Without its colours it is the plain diff; of the same texts there is none."""
    assert diff("a\n", "a\n", "x.md") == ""
    painted = diff("a\nb", "a\nc", "x.md", colour=True)
    assert "\x1b[31m-b\x1b[0m" in painted and "\x1b[32m+c\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d+m", "", painted) == diff("a\nb", "a\nc", "x.md")
