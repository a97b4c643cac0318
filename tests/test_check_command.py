"""`check`, `explain`, `due` and what `build` makes of contradictions: what they say, what they change, how they end."""

import json
import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result
from docx import Document as Word
from places import ROOT, fingerprint, run_handbook

from handbook.cli import main
from handbook.rules import all_rules

PROFILE = """\
organisation:
  name: Harbour House
  calls-customers: {one: guest, many: guests}
brand: {primary: "#0b5c5c", accent: "#b38226"}
roles:
  front-desk-agent: {title: Front Desk Agent, reach: "ext. 100, day and night"}
  duty-manager: {title: Duty Manager, reach: ext. 101}
facts:
  room-ready-by: {is: 15:00, about: The hour by which a room is ready on the day of arrival}
  desk-limit: AED 400 per stay
language:
  terms:
    - {term: guest, means: Anybody we look after., avoid: {customer: A guest is not a sale.}}
measures:
  - {id: on-time, name: Rooms ready on time, kind: operational, formula: rooms ready / rooms due, better: higher}
guarantees:
  - id: room-ready
    promise: Your room is ready by {room-ready-by}, or dinner is on us.
    remedy: {what: Dinner for everyone in the room, worth: AED 300 per stay}
    who-may-give: {role: front-desk-agent, up-to: "{desk-limit}"}  # the desk decides
    beyond-that: duty-manager
    owner: duty-manager
    measured-by: on-time
    review-by: 2027-03-31
"""
WRONG = "# Welcome\n\nYour room is ready by 16:00, or dinner is on us.\n"
AVOIDED = b"# Dear customers\r\n\r\nA customer  can *sleep*.\r\nNo end of line"
DAY = "--today", "2026-11-25"
TOO_LITTLE = "up-to: AED 200 per stay}"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command inside a folder with the profile `harbour` and three letters."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour" / "chapters").mkdir(parents=True)
    (tmp_path / "letters" / "b").mkdir(parents=True)
    (tmp_path / "harbour" / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "letters" / "b" / "wrong.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "letters" / "avoided.md").write_bytes(AVOIDED)
    (tmp_path / "letters" / "fine.txt").write_text("Good morning.\n", encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])


def places(result: Result) -> list[str]:
    """Where each finding stands and what it is, in the order shown."""
    lines = [line for line in result.stdout.splitlines() if line.endswith("]") and ": " in line and not line.startswith(" ")]
    return [f"{line.split(': ')[0]} {line.rsplit('[', 1)[1].rstrip(']')}" for line in lines]


WHOLE = ["letters/avoided.md:1:8 avoided-word", "letters/avoided.md:3:3 avoided-word", "letters/b/wrong.md:3:23 number-differs"]


# How it ends


def test_nothing_wrong_ends_with_0(run: Run) -> None:
    """A sound profile, alone and with a document that agrees with it."""
    for arguments, sentence in (
        (["harbour"], "the profile can be built"),
        (["harbour", "letters/fine.txt"], "no document contradicts the profile"),
    ):
        done = run("check", *arguments)
        assert done.exit_code == 0 and done.stdout.endswith(f"Nothing found: {sentence}.\n") and places(done) == []


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "org_profiles").iterdir() if path.is_dir()))
def test_the_shipped_profiles_do_not_contradict_themselves(name: str) -> None:
    """Every example is free of errors, today and while its reviews are not yet due."""
    done = CliRunner().invoke(main, ["check", str(ROOT / "org_profiles" / name), *DAY])
    assert done.exit_code == 0, done.stdout


def test_a_contradiction_ends_with_1_and_shows_both_places(run: Run) -> None:
    """The words in the document, the promise they contradict, and what to write instead."""
    done = run("check", "harbour", "letters/b/wrong.md")
    assert done.exit_code == 1 and places(done) == WHOLE[2:]
    assert "  harbour/profile.yaml:18:14: the profile says 15:00 here" in done.stdout
    assert "write 15:00 here" in done.stdout and done.stdout.endswith("1 error found.\n")


def test_warnings_end_with_1_only_when_strict(run: Run) -> None:
    """An avoided word in a document from elsewhere is a warning."""
    assert run("check", "harbour", "letters/avoided.md").exit_code == 0
    strict = run("check", "harbour", "letters/avoided.md", "--strict")
    assert strict.exit_code == 1 and strict.stdout.endswith("2 warnings found.\n")


def test_a_mistake_in_the_profile_comes_first(run: Run) -> None:
    """While the profile cannot be read, its mistake is told; there is nothing yet to compare documents with."""
    Path("harbour/profile.yaml").write_text(PROFILE.replace("roles:", "rolls:"), encoding="utf-8")
    done = run("check", "harbour", "letters")
    assert done.exit_code == 1 and "harbour/profile.yaml:5:1 unknown-field" in places(done)
    assert not any("letters" in each for each in places(done))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "harbour", "nowhere.md"], "there is no file or folder nowhere.md"),
        (["check", "nowhere"], "there is no profile folder nowhere"),
        (["check", "harbour", "--write-baseline"], "say with --baseline FILE"),
        (["check", "harbour", "--baseline", "old.json"], "there is no old.json"),
        (["check", "harbour", "--baseline", "letters"], "'letters' is a directory"),
        (["check", "harbour", "--today", "tomorrow"], '"tomorrow" is no day; write year-month-day, such as 2027-03-31'),
        (["check", "harbour", "--today", "2027-02-30"], '"2027-02-30" is no day'),
        (["due", "harbour", "--today", "31.3.2027"], '"31.3.2027" is no day'),
        (["due", "nowhere"], "there is no profile folder nowhere"),
        (["check", "harbour", "--format", "xml"], "'xml' is not one of"),
        (["explain", "promise-without-remedies"], "Did you mean promise-without-remedy?"),
        (["explain", "xyz"], "handbook explain lists them"),
    ],
)
def test_what_cannot_run_is_said_in_a_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    """Exit code 2, a sentence on the second channel, nothing on the first, no traceback."""
    done = run(*arguments)
    assert done.exit_code == 2 and sentence in done.stderr and not done.stdout
    assert isinstance(done.exception, SystemExit)


# What is read


def test_the_profile_is_found_where_it_is_not_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The only one below, or the one we stand in; what is named then are documents."""
    below = run("check", "letters")
    assert below.exit_code == 1 and places(below) == WHOLE
    monkeypatch.chdir("harbour")
    inside = run("check", "../letters/b/wrong.md")
    assert inside.exit_code == 1 and places(inside) == ["../letters/b/wrong.md:3:23 number-differs"]


def test_a_folder_is_read_whole_and_in_order_without_what_is_hidden(run: Run) -> None:
    """Folders below too; not what programs keep for themselves, nor files of other kinds."""
    for name in (".git/x.md", "letters/.draft.md", "letters/node_modules/a/readme.md", "letters/~$wrong.md", "letters/picture.png"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Dear customers", encoding="utf-8")
    assert places(run("check", "harbour", "letters")) == WHOLE
    named = run("check", "harbour", "letters/.draft.md")
    assert places(named) == ["letters/.draft.md:1:6 avoided-word"]


def test_files_of_the_profile_are_not_read_twice(run: Run) -> None:
    """A chapter that is named again, by itself or with its folder, gives one finding."""
    chapter = "---\ntitle: Storm\npart: lookup\norder: 90\n---\n# Storm\n\nOur customers stay inside.\n"
    Path("harbour/chapters/storm.md").write_text(chapter, encoding="utf-8")
    alone = run("check", "harbour")
    assert places(alone) == ["harbour/chapters/storm.md:8:5 avoided-word"]
    for again in ("harbour", "harbour/chapters", "harbour/chapters/storm.md", Path("harbour/chapters/storm.md").resolve()):
        assert places(run("check", "harbour", again)) == places(alone)


def test_a_file_named_twice_is_read_once(run: Run) -> None:
    """By itself, with its folder, and by its whole path."""
    done = run("check", "harbour", "letters/b/wrong.md", "letters", Path("letters/b/wrong.md").resolve(), "./letters/b")
    assert places(done) == WHOLE


def test_what_cannot_be_read_is_a_finding(run: Run) -> None:
    """A damaged file and one of a kind we do not know are told, and the others are checked all the same."""
    Path("letters/broken.docx").write_bytes(b"PK\x03\x04 this was never a document")
    Path("notes.odt").write_text("Dear customers", encoding="utf-8")
    done = run("check", "harbour", "letters", "notes.odt")
    assert done.exit_code == 1 and isinstance(done.exception, SystemExit)
    assert [each.split(" ")[-1] for each in places(done)] == [*["avoided-word"] * 2, "number-differs", *["document-unreadable"] * 2]
    assert "save it anew" in done.stdout and "Name files that end in .md" in done.stdout


def test_a_folder_without_documents_is_no_trouble(run: Run) -> None:
    """Nothing to look at is nothing wrong."""
    Path("empty").mkdir()
    done = run("check", "harbour", "empty")
    assert done.exit_code == 0 and "Traceback" not in done.output


def test_an_e_mail_shows_the_place_by_its_part(run: Run) -> None:
    """In files without lines the place is one that people can find, with the words below."""
    message = EmailMessage()
    message["Subject"] = "Your arrival"
    message.set_content("Dear guest,\n\nYour room is ready by 16:00.\n")
    Path("mail.eml").write_bytes(bytes(message))
    done = run("check", "harbour", "mail.eml")
    assert places(done) == ["mail.eml, body, paragraph 2 number-differs"]
    assert "      | Your room is ready by 16:00.\n      |                       ^^^^^\n" in done.stdout


def test_the_report_of_the_guide_is_what_people_see(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Word file of docs/how-to-check-documents.md gets the report printed there; what is left out there is marked by three dots."""
    guide = (ROOT / "docs" / "how-to-check-documents.md").read_text(encoding="utf-8")
    printed = re.findall(r"^```text\n(.*?)^```", guide, re.M | re.S)[0].split("  …\n")
    monkeypatch.chdir(tmp_path)
    Path("org_profiles").symlink_to(ROOT / "org_profiles")
    word = Word()
    for number in range(11):
        word.add_paragraph(f"Leave, part {number}.")
    word.add_paragraph("We answer every complaint within two days.")
    word.save("leave-policy.docx")
    shown = CliRunner().invoke(main, ["check", "org_profiles/al-noor", "leave-policy.docx", *DAY]).stdout
    assert shown.startswith(printed[0]) and len(printed) == 2
    assert shown.split("\n\n")[0].endswith(printed[1].rstrip("\n"))


# How it is written


@pytest.mark.parametrize("form", ["text", "json", "sarif", "rdjson", "github"])
def test_every_format_tells_every_finding(run: Run, form: str) -> None:
    """Nothing but the report stands on the first channel, and the exit code is the same in all of them."""
    done = run("check", "harbour", "letters", "--format", form)
    assert done.exit_code == 1
    found = {
        "text": lambda: places(done),
        "json": lambda: json.loads(done.stdout)["findings"],
        "sarif": lambda: json.loads(done.stdout)["runs"][0]["results"],
        "rdjson": lambda: json.loads(done.stdout)["diagnostics"],
        "github": lambda: [line for line in done.stdout.splitlines() if line.startswith("::")],
    }[form]()
    assert len(found) == 3
    assert "letters/b/wrong.md" in done.stdout and "number-differs" in done.stdout


@pytest.mark.parametrize("form", ["json", "sarif", "rdjson"])
def test_formats_for_programs_say_that_nothing_was_found(run: Run, form: str) -> None:
    """An empty list is still a whole document."""
    done = run("check", "harbour", "--format", form)
    assert done.exit_code == 0 and isinstance(json.loads(done.stdout), dict)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "rdjson", "github"])
def test_same_files_same_bytes(run: Run, tmp_path: Path, form: str) -> None:
    """In any order of naming, in any process: hashes of Python differ from run to run."""
    orders = (["letters"], ["letters/fine.txt", "letters/b", "letters/avoided.md"], ["letters/avoided.md", "letters/b/wrong.md", "letters"])
    told = {
        run_handbook("check", "harbour", *order, "--format", form, *DAY, cwd=tmp_path, PYTHONHASHSEED=seed).stdout
        for order, seed in zip(orders, ("0", "1", "4242"), strict=True)
    }
    assert len(told) == 1 and "number-differs" in told.pop()


def test_folders_are_walked_in_the_same_order_however_they_were_made(run: Run) -> None:
    """Files written in the opposite order are told in the same order."""
    for folder, names in (("one", "abcxyz"), ("two", "zyxcba")):
        for name in names:
            path = Path(folder, "letters", name, "letter.md")
            path.parent.mkdir(parents=True)
            path.write_text(WRONG, encoding="utf-8")
    first, second = (places(run("check", "harbour", folder)) for folder in ("one", "two"))
    assert [each.removeprefix("one/") for each in first] == [each.removeprefix("two/") for each in second]
    assert len(first) == 6


# Putting right


def test_diff_shows_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    """The change alone is shown, as other programs take it; every file stays as it was."""
    before = fingerprint(tmp_path)
    done = run("check", "harbour", "letters", "--diff")
    assert fingerprint(tmp_path) == before and done.exit_code == 0
    assert done.stdout_bytes == (
        b"--- a/letters/avoided.md\n+++ b/letters/avoided.md\n@@ -1,4 +1,4 @@\n-# Dear customers\r\n+# Dear guests\r\n \r\n"
        b"-A customer  can *sleep*.\r\n+A guest  can *sleep*.\r\n No end of line\n\\ No newline at end of file\n"
    )
    assert "2 would be put right; --fix does it." in done.stderr


def test_fix_changes_what_it_says_and_nothing_else(run: Run, tmp_path: Path) -> None:
    """Two words of one file: ends of lines, spaces and all other files stay; a second run finds nothing to do."""
    before = fingerprint(tmp_path)
    done = run("check", "harbour", "letters", "--fix")
    assert Path("letters/avoided.md").read_bytes() == AVOIDED.replace(b"customer", b"guest")
    after = fingerprint(tmp_path)
    assert {name for name in before if before[name] != after[name]} == {"letters/avoided.md"} and before.keys() == after.keys()
    assert "2 put right in 1 file.\n" in done.stdout and places(done) == WHOLE[2:] and done.exit_code == 1
    assert "0 put right in 0 files.\n" in run("check", "harbour", "letters", "--fix").stdout and fingerprint(tmp_path) == after


def test_fix_refers_to_the_fact_in_the_profile_itself(run: Run) -> None:
    """A typed copy becomes the fact's name; comments and the rest of the YAML stay to the byte."""
    typed = PROFILE.replace("    beyond-that:", "    plain: The room is clean and ready at 15:00.  # since spring\n    beyond-that:")
    Path("harbour/profile.yaml").write_text(typed, encoding="utf-8")
    assert places(run("check", "harbour")) == ["harbour/profile.yaml:21:43 copied-by-hand"]
    assert run("check", "harbour", "--fix").exit_code == 0
    assert Path("harbour/profile.yaml").read_text(encoding="utf-8") == typed.replace("at 15:00.", "at {room-ready-by}.")


def test_what_fix_leaves_is_said(run: Run) -> None:
    """A text file stays as it is; the reason is told beside the report."""
    Path("letters/fine.txt").write_text("Dear customers\n", encoding="utf-8")
    done = run("check", "harbour", "letters/fine.txt", "--fix")
    assert Path("letters/fine.txt").read_text(encoding="utf-8") == "Dear customers\n"
    assert "letters/fine.txt:1: left as it is: only Markdown and YAML" in done.stderr


# Living with what is found


def test_a_baseline_keeps_old_findings_quiet(run: Run) -> None:
    """Written once, it hides what was there; a new mistake speaks, and what is gone is counted."""
    first = run("check", "harbour", "letters", "--baseline", "old.json", "--write-baseline")
    assert first.exit_code == 0 and "3 findings written to old.json" in first.stdout and places(first) == []
    stored = Path("old.json").read_bytes()
    again = run("check", "harbour", "letters", "--baseline", "old.json")
    assert again.exit_code == 0 and places(again) == [] and "3 findings from before are not shown" in again.stdout
    Path("letters/avoided.md").write_text("\n\n\nDear guests, your room is ready by 17:00.\n", encoding="utf-8")
    new = run("check", "harbour", "letters", "--baseline", "old.json")
    assert new.exit_code == 1 and places(new) == ["letters/avoided.md:4:36 number-differs"]
    assert "2 of 3 old findings are gone" in new.stdout and Path("old.json").read_bytes() == stored


def test_a_baseline_does_not_hide_that_the_profile_cannot_be_read(run: Run) -> None:
    """Only what rules find is written down."""
    Path("harbour/profile.yaml").write_text(PROFILE.replace("roles:", "rolls:"), encoding="utf-8")
    done = run("check", "harbour", "--baseline", "old.json", "--write-baseline")
    assert done.exit_code == 1 and "harbour/profile.yaml:5:1 unknown-field" in places(done)


def test_a_damaged_baseline_is_a_finding(run: Run) -> None:
    """The file is named, and how to have a good one."""
    Path("old.json").write_text("[{]", encoding="utf-8")
    done = run("check", "harbour", "--baseline", "old.json")
    assert done.exit_code == 1 and "baseline-unreadable" in done.stdout and "write it anew with --write-baseline" in done.stdout


ACCEPT = """\
accept:
  - {rule: number-differs, place: letters/b/wrong.md, reason: Printed before the change., until: 2026-12-31}
"""


def test_what_is_accepted_is_quiet_until_its_day(run: Run) -> None:
    """Until the last day nothing is said; the day after, both the finding and the acceptance speak up."""
    Path("harbour/profile.yaml").write_text(PROFILE + ACCEPT, encoding="utf-8")
    quiet = run("check", "harbour", "letters/b/wrong.md", "--today", "2026-12-31")
    assert quiet.exit_code == 0 and places(quiet) == []
    later = run("check", "harbour", "letters/b/wrong.md", "--today", "2027-01-01")
    assert later.exit_code == 1
    assert [each.split(" ")[1] for each in places(later)] == ["acceptance-expired", "number-differs"]
    assert "this acceptance ended on 31 December 2026" in later.stdout


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("letters/b/wrong.md", []),
        ("letters/b/wrong.md:3", []),
        ("letters/b/wrong.md:4", WHOLE[2:]),
        ("letters/b/", []),
        ("letters/**/*.md", []),
        ("letters/*.md", WHOLE[2:]),
        ("guarantees.room-ready", []),
        ("guarantees.room-ready.promise", []),
    ],
)
def test_a_place_may_be_a_file_a_folder_a_line_or_a_message(run: Run, place: str, left: list[str]) -> None:
    """What an acceptance covers is quiet, and nothing else is."""
    entry = ACCEPT.replace("letters/b/wrong.md", f'"{place}"')
    Path("harbour/profile.yaml").write_text(PROFILE + entry, encoding="utf-8")
    found = places(run("check", "harbour", "letters", *DAY))
    assert [each for each in found if each.startswith("letters")] == WHOLE[:2] + left
    assert bool(left) == any(each.endswith("acceptance-unused") for each in found)


# Explaining


@pytest.mark.parametrize("name", [rule.name for rule in all_rules()])
def test_every_rule_explains_itself(run: Run, name: str) -> None:
    """Its name, what it looks at, why, how to put it right, and how to let a finding stay."""
    done = run("explain", name)
    assert done.exit_code == 0 and done.stdout.startswith(f"{name}\n{'=' * len(name)}\n")
    assert all(f"\n{heading}" in done.stdout for heading in ("Looks at", "Why", "To put it right"))
    assert " ".join(f"accept {name} in the profile".split()) in " ".join(done.stdout.split())


def test_all_rules_are_listed(run: Run) -> None:
    """One line each: name, severity, what has to hold."""
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in all_rules()]
    assert all(line.split()[1] in ("error", "warning", "note", "question") and len(line.split()) > 4 for line in lines)


# Falling due


def test_due_in_words_json_and_as_a_calendar(run: Run) -> None:
    """The same day in all three, by the role that answers for it."""
    told = run("due", "harbour", "--within", "126", *DAY)
    assert told.exit_code == 0
    assert told.stdout == (
        "Duty Manager (ext. 101)\n"
        "  due in 126 days  2027-03-31  Your room is ready by 15:00, or dinner is on us.\n"
        "                   harbour/profile.yaml:24  guarantees.room-ready\n"
        "\n"
        "0 overdue, 1 to come in the 126 days from 2026-11-25.\n"
    )
    data = json.loads(run("due", "harbour", "--all", "--format", "json", *DAY).stdout)
    assert [each["path"] for each in data["due"]] == ["guarantees.room-ready"]
    calendar = icalendar.Calendar.from_ical(run("due", "harbour", "--all", "--format", "ics", *DAY).stdout_bytes)
    assert [str(each.decoded("dtstart")) for each in calendar.walk("VEVENT")] == ["2027-03-31"]


def test_nothing_due_is_said(run: Run) -> None:
    """The profile is found without being named; the days looked at are told."""
    done = run("due", *DAY)
    assert done.exit_code == 0 and done.stdout == "Nothing is overdue, and nothing falls due in the 30 days from 2026-11-25.\n"


def test_due_of_a_broken_profile_tells_the_mistake(run: Run) -> None:
    """What is wrong, with its place, and exit code 1."""
    Path("harbour/profile.yaml").write_text(PROFILE.replace("roles:", "rolls:"), encoding="utf-8")
    done = run("due", "harbour")
    assert done.exit_code == 1 and "harbour/profile.yaml:5:1 unknown-field" in places(done)


# Publishing


def test_a_strict_build_refuses_a_contradiction(run: Run, tmp_path: Path) -> None:
    """The last good site stays to the byte; without --strict the handbook is built and the contradiction is counted."""
    assert run_handbook("build", "harbour", "--out", "site", "--strict", cwd=tmp_path).returncode == 0
    good = fingerprint(tmp_path / "site")
    Path("harbour/profile.yaml").write_text(PROFILE.replace('up-to: "{desk-limit}"}', TOO_LITTLE), encoding="utf-8")
    refused = run_handbook("build", "harbour", "--out", "site", "--strict", cwd=tmp_path)
    assert refused.returncode == 1 and "[authority-below-remedy]" in refused.stdout and "Nothing was written." in refused.stdout
    assert fingerprint(tmp_path / "site") == good
    plain = run_handbook("build", "harbour", "--out", "site", cwd=tmp_path)
    assert plain.returncode == 0 and "1 error" in plain.stdout and "handbook check harbour" in plain.stdout
    assert fingerprint(tmp_path / "site") != good


def test_the_preview_is_for_the_culture_team_only(run: Run, tmp_path: Path) -> None:
    """It has the alignment map and the line of each message; the site that readers see holds no trace of either."""
    shown = run_handbook("build", "harbour", "--preview", "--out", "preview", cwd=tmp_path)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    team = (tmp_path / "preview" / "culture" / "alignment.html").read_text(encoding="utf-8")
    assert "Alignment map" in team and "Room" in team
    assert "profile.yaml:18" in (tmp_path / "preview" / "promises" / "room-ready.html").read_text(encoding="utf-8")
    assert run_handbook("build", "harbour", "--out", "site", cwd=tmp_path).returncode == 0
    for path in sorted((tmp_path / "site").rglob("*")):
        if path.suffix in (".html", ".json", ".js"):
            text = path.read_text(encoding="utf-8")
            assert not any(trace in text for trace in ("profile.yaml:", "hb-preview", "Alignment map", "culture/")), path
    assert not (tmp_path / "site" / "culture").exists() and not (tmp_path / "site" / "assets" / "preview").exists()
