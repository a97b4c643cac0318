"""The commands around consistency: `check` with its formats, fixes and baselines; `explain`; `due`."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from handbook import __version__, baseline, report
from handbook.disk import CannotRun, read_files, read_sources, read_stored, shown
from handbook.documents import ENDINGS, read_document
from handbook.edition import Composed, compose
from handbook.finding import Finding, has_errors
from handbook.judging import Judged, case_of, judge
from handbook.rules import all_rules
from handbook.sources import Sources
from handbook.staging import write_files

FINE, FINDINGS = 0, 1
FORMATS = ("text", "json", "sarif", "rdjson", "github")


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day, year-month-day."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day of a text."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f'"{value}" is no day; write year-month-day, such as 2027-03-31', param, ctx)


TODAY = click.option("--today", type=Day(), default=None, help="The day to count from, year-month-day; today when left out.")


@dataclass(frozen=True)
class Options:
    """How `check` was asked to report and what to do with what it finds."""

    format: str
    today: date
    strict: bool
    fix: bool
    diff: bool
    baseline: Path | None
    write_baseline: bool


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How findings are written.")
@click.option("--strict", is_flag=True, help="Warnings count as errors for the exit code.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--fix", is_flag=True, help="Put right what a program may: avoided words, typed copies of facts (Markdown and YAML).")
@click.option("--baseline", "known", type=click.Path(path_type=Path, dir_okay=False), help="A file of old findings that are not shown.")
@click.option("--write-baseline", is_flag=True, help="Write all findings of today into the file named by --baseline.")
@TODAY
def check(
    paths: tuple[Path, ...], form: str, strict: bool, diff: bool, fix: bool, known: Path | None, write_baseline: bool, today: date | None
) -> None:
    """Tells what is wrong in a profile, and what contradicts it in its chapters and in any documents.

    \b
    handbook check my-handbook                      the profile and its chapters
    handbook check my-handbook letters/ leave.docx  documents beside it: Markdown, HTML, text, docx, pptx, pdf, eml

    PATHS are the profile's folder and then any files or folders. The profile may be left out when you stand in it, or when
    there is only one below. Exit codes: 0 nothing wrong, 1 an error was found, 2 could not run.
    """
    if write_baseline and not known:
        raise CannotRun("say with --baseline FILE where the old findings are to be written")
    options = Options(form, today or date.today(), strict, fix, diff, known, write_baseline)
    folder, files = _profile_and_files(paths)
    composed, judged = _judged(folder, files, options.today)
    if options.fix or options.diff:
        judged = _mended(folder, files, judged, options) or judged
        if options.diff and not options.fix:
            return
    findings, said = _beside_baseline(judged.findings, options)
    _report(findings, judged.texts, options)
    if form == "text":
        _say(composed, findings, said, bool(files))
    if has_errors(findings) or (strict and any(each.severity == "warning" for each in findings)):
        raise click.exceptions.Exit(FINDINGS)


def _say(composed: Composed, findings: tuple[Finding, ...], said: list[str], documents: bool) -> None:
    """The last lines: what was corrected in the colours (when only the profile is looked at), and how much was found."""
    for correction in composed.edition.look.corrections if composed.edition and not documents else ():
        click.echo(str(correction))
    nothing = "Nothing found: no document contradicts the profile." if documents and not findings else ""
    summary = nothing or report.summary(findings, colour=_colour())
    click.echo(" ".join(said) if said and not findings else " ".join([summary, *said]))


def _profile_and_files(paths: tuple[Path, ...]) -> tuple[Path, list[Path]]:
    from handbook.places import find_profile, is_profile

    if paths and (is_profile(paths[0]) or (not paths[0].exists() and not paths[0].suffix)):
        return find_profile(paths[0]), list(paths[1:])
    try:
        return find_profile(None), list(paths)
    except CannotRun as trouble:
        named = " ".join(shown(each) for each in paths)
        hint = f"Or name the profile's folder first:  handbook check my-handbook {named}" if paths else ""
        raise CannotRun(f"{trouble} {hint}".strip()) from None


def _judged(folder: Path, files: list[Path], today: date) -> tuple[Composed, Judged]:
    sources = read_sources(folder)
    composed = compose(sources)
    if composed.edition is None:
        if files:
            click.echo("The profile has mistakes, so the documents were not looked at.", err=True)
        return composed, Judged(composed.findings, sources.texts)
    with unwatched_memory():
        return composed, _with_documents(composed, sources, files, today)


def _with_documents(composed: Composed, sources: Sources, files: list[Path], today: date) -> Judged:
    assert composed.edition
    own = {Path(each).resolve() for each in sources.texts}
    documents = [read_document(name, data) for name, data in read_files(files, ENDINGS) if Path(name).resolve() not in own]
    if files and not documents:
        click.echo(f"No documents were found to look at. These can be read: {', '.join(ENDINGS)}", err=True)
    judged = judge(composed.edition, sources, today, documents)
    return Judged((*composed.findings, *judged.findings), judged.texts)


@contextmanager
def unwatched_memory() -> Iterator[None]:
    """Leaves out the search for cycles while texts are read: a third of the time, for words that make none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _mended(folder: Path, files: list[Path], judged: Judged, options: Options) -> Judged | None:
    """What is left after --fix; with --diff only shows what would change."""
    from handbook.diffing import diff
    from handbook.fixing import mend

    names = {edit.span.file for each in judged.findings for edit in each.edits}
    stored = read_stored(names)
    mended = mend(judged.findings, stored)
    if options.diff:
        for name, text in mended.texts.items():
            click.echo(diff(stored[name], text, name, colour=_colour()), nl=False)
    for finding, because in mended.left:
        click.echo(f"{finding.span.file}:{finding.span.line}: left as it is: {because}", err=True)
    if options.diff and not options.fix:
        click.echo(f"{len(mended.fixed)} would be put right; --fix does it.", err=True)
        return None
    for name, text in mended.texts.items():
        write_files(Path(name).parent, {Path(name).name: text.encode("utf-8")})
    files_changed = f"{len(mended.texts)} file{'s' * (len(mended.texts) != 1)}"
    click.echo(f"{len(mended.fixed)} put right in {files_changed}.", err=options.format != "text")
    return _judged(folder, files, options.today)[1] if mended.texts else None


def _beside_baseline(findings: tuple[Finding, ...], options: Options) -> tuple[tuple[Finding, ...], list[str]]:
    if not options.baseline:
        return findings, []
    names = {each.name for each in all_rules()}
    old = [each for each in findings if each.code in names]
    if options.write_baseline:
        write_files(options.baseline.parent, {options.baseline.name: baseline.written(findings, names).encode()})
        new = tuple(each for each in findings if each.code not in names)
        return new, [f"{len(old)} findings written to {shown(options.baseline)}; from now on only new ones are shown."]
    if not options.baseline.is_file():
        raise CannotRun(f"there is no {shown(options.baseline)}. Write it once with --write-baseline.")
    name = shown(options.baseline)
    known = baseline.read(read_stored({name})[name], name)
    if isinstance(known, Finding):
        return (*findings, known), []
    compared = baseline.compare(findings, known, names)
    return compared.open, [compared.summary] if compared.summary else []


def _report(findings: tuple[Finding, ...], texts: dict[str, str], options: Options) -> None:
    match options.format:
        case "json":
            from handbook.report_json import as_json

            click.echo(as_json(findings, __version__), nl=False)
        case "sarif":
            from handbook.report_sarif import as_sarif

            click.echo(as_sarif(findings, all_rules(), texts, __version__), nl=False)
        case "rdjson":
            from handbook.report_rdjson import as_rdjson

            click.echo(as_rdjson(findings, texts), nl=False)
        case "github":
            from handbook.report_github import as_github

            click.echo(as_github(findings), nl=False)
        case _ if findings:
            width = shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else None
            click.echo(report.as_text(findings, texts, colour=_colour(), width=width))


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explains a rule: what it looks at, why it matters, how to put it right. Without a name, lists all rules."""
    from handbook.explaining import explain as explained
    from handbook.leaves import closest

    rules = {each.name: each for each in all_rules()}
    if rule is None:
        for each in rules.values():
            click.echo(f"{each.name:<32} {each.severity:<9} {each.title}")
    elif rule in rules:
        click.echo(explained(rules[rule]))
    else:
        guess = closest(rule, sorted(rules), 0.5)
        raise CannotRun(f'there is no rule called "{rule}".' + (f" Did you mean {guess}?" if guess else " handbook explain lists them."))


@click.command()
@click.argument("profile", required=False, type=click.Path(path_type=Path))
@click.option("--within", default=30, show_default=True, type=click.IntRange(0), help="Days to look ahead.")
@click.option("--all", "everything", is_flag=True, help="Everything that has a day, however far ahead.")
@click.option("--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", show_default=True)
@TODAY
def due(profile: Path | None, within: int, everything: bool, form: str, today: date | None) -> None:
    """Lists what is overdue or falls due, by the role that answers for it: reviews, ends of promises and offers, acceptances."""
    from handbook import due as dates
    from handbook.places import find_profile

    day = today or date.today()
    sources = read_sources(find_profile(profile))
    composed = compose(sources)
    if composed.edition is None:
        click.echo(report.as_text(composed.findings, sources.texts), err=form != "text")
        raise click.exceptions.Exit(FINDINGS)
    ahead = None if everything else within
    found = dates.due(case_of(composed.edition, sources, day), ahead)
    shown_as = {"text": dates.as_text, "json": dates.as_json}
    if form == "ics":
        from handbook.due_calendar import as_ics

        sys.stdout.buffer.write(as_ics(found, day, composed.edition.title))
    else:
        click.echo(shown_as[form](found, day, ahead), nl=False)
