"""The command `handbook`: one function for each thing people do with a profile."""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from handbook import __version__, report
from handbook.check_command import check, due, explain
from handbook.disk import CannotRun, read_sources, shown
from handbook.edition import Composed, compose
from handbook.finding import has_errors
from handbook.judging import judge
from handbook.places import find_profile

FINE, FINDINGS, CANNOT_RUN = 0, 1, 2
PROFILE_HELP = """PROFILE is the folder with your profile.yaml. It may be left out when you stand in it, or when there is only one below."""


class Commands(click.Group):
    """Lists the commands in the order in which people need them, and speaks plainly about what cannot be done."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of a first day."""
        return ["new", "check", "explain", "due", "build", "serve", "export", "schema", "doctor"]

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; what makes it impossible is said in a sentence, never as a traceback."""
        try:
            return super().invoke(ctx)
        except CannotRun as trouble:
            click.echo(f"handbook: {trouble}", err=True)
            ctx.exit(CANNOT_RUN)
        except BrokenPipeError:
            os._exit(FINE)  # whoever read our output has read enough
        except OSError as trouble:
            click.echo(f"handbook: {trouble.strerror or trouble}: {trouble.filename or ''}".rstrip(": "), err=True)
            ctx.exit(CANNOT_RUN)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="handbook")
def main() -> None:
    """Turns your organisation's profile (YAML) into its service-culture handbook: a searchable site where every message is said once.

    \b
    A first day:
      handbook new my-handbook      a commented starter profile
      handbook serve my-handbook    see it in the browser; it follows your edits
      handbook check my-handbook    is anything wrong? where, and what to do
      handbook build my-handbook    a folder for any web server

    Exit codes: 0 fine, 1 something was found, 2 could not run.
    """


@main.command(epilog=PROFILE_HELP)
@click.argument("profile", required=False, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The folder for the finished site.")
@click.option(
    "--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", show_default=True, help="What turns the pages into a site."
)
@click.option("--strict", is_flag=True, help="Publish nothing while `handbook check` finds an error or a warning.")
@click.option("--preview", is_flag=True, help="The culture team's view: each message tells its line; an alignment map; findings.")
def build(profile: Path | None, out: Path, engine: str, strict: bool, preview: bool) -> None:
    """Builds the handbook into a folder that any web server can host.

    The folder is replaced when the new site is complete; if anything is wrong, the last good site stays as it is.
    What contradicts the profile is counted; with --strict it keeps the handbook from being published.
    """
    from handbook.staging import check_target

    folder = find_profile(profile)
    check_target(out)
    started = time.monotonic()
    with progress(f"Building {shown(folder)}"):
        composed = _composed(folder, strict)
        assert composed.edition
        told = _contradictions(folder, composed, strict)
        composed = _preview(folder) if preview else composed
        assert composed.edition
        _build(folder, composed, out, engine, strict)
    _say_corrections(composed)
    if told:
        click.echo(f"{told}  handbook check {shown(folder)}  tells them.")
    click.echo(f"{len(composed.edition.pages)} pages in {time.monotonic() - started:.1f} s: {shown(out)}/index.html")
    click.echo(f"Open that file in a browser, or serve the folder:  python -m http.server -d {shown(out)}")


def _contradictions(folder: Path, composed: Composed, strict: bool) -> str:
    """How much contradicts the profile, in a sentence; with --strict errors and warnings end the build with exit code 1."""
    assert composed.edition
    sources = read_sources(folder)
    judged = judge(composed.edition, sources, date.today())
    shown_now = tuple(each for each in judged.findings if each.severity == "error" or (strict and each.severity == "warning"))
    if shown_now:
        click.echo(report.as_text(shown_now, judged.texts))
    if strict and shown_now:
        click.echo(f"{report.summary(judged.findings)} Nothing was written.")
        raise click.exceptions.Exit(FINDINGS)
    return report.summary(judged.findings) if judged.findings else ""


def _preview(folder: Path) -> Composed:
    from handbook.engines import preview_tools
    from handbook.preview import compose_preview

    return compose_preview(read_sources(folder), date.today(), preview_tools())


def _build(folder: Path, composed: Composed, out: Path, engine: str, strict: bool) -> None:
    from handbook import engines

    assert composed.edition
    if engine == "zensical":
        engines.build_with_zensical(composed.edition, out)
        return
    from mkdocs.exceptions import MkDocsException

    try:
        engines.build_with_mkdocs(folder, out, strict, composed)
    except (MkDocsException, SystemExit) as trouble:
        raise CannotRun(str(trouble) or "MkDocs stopped; the last good site is untouched.") from None


@main.command(epilog=PROFILE_HELP)
@click.argument("profile", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port on this machine; 0 takes a free one."
)
@click.option("--open/--no-open", "browser", default=True, help="Open the browser.")
def serve(profile: Path | None, port: int, browser: bool) -> None:
    """Shows the handbook in the browser and follows your edits of profile, chapters and theme.

    A mistake is shown as a page with the place and the remedy; it goes away when you have put it right. Stop with Ctrl+C.
    """
    from handbook.serving import serve_handbook

    serve_handbook(find_profile(profile), port, browser, click.echo)


for command in (check, explain, due):
    main.add_command(command)


@main.command(epilog=PROFILE_HELP)
@click.argument("profile", required=False, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write.")
def export(profile: Path | None, out: Path) -> None:
    """Writes the handbook as plain Markdown with its own mkdocs.yml, for MkDocs or Zensical to build anywhere."""
    from handbook.export import export_files
    from handbook.staging import write_folder

    composed = _composed(find_profile(profile), False)
    assert composed.edition
    write_folder(out, export_files(composed.edition), "export")
    click.echo(f"{len(composed.edition.pages)} pages in {shown(out)}/docs. Build them there with:  mkdocs build   or   zensical build")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Makes a new profile in FOLDER: a commented profile.yaml that builds at once, and its schema for editors."""
    from handbook.skeleton import starter_files
    from handbook.staging import write_files

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotRun(f"{shown(folder)} is there already. Choose another name, or empty it first.")
    write_files(folder, starter_files())
    click.echo(f"A new profile: {shown(folder)}/profile.yaml\nLook at it with:  handbook serve {shown(folder)}")


@main.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write to a file instead of the screen.")
def schema(out: Path | None) -> None:
    """Prints the JSON Schema of profiles, with which editors complete and check while you write.

    VS Code with its YAML extension uses it when the first line of a profile says:
    # yaml-language-server: $schema=profile.schema.json
    """
    from handbook.schema import json_schema
    from handbook.staging import write_files

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if out:
        write_files(out.parent, {out.name: text.encode()})
        click.echo(f"Schema written to {shown(out)}")
    else:
        click.echo(text, nl=False)


@main.command()
@click.option(
    "--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", show_default=True, help="The engine you want to build with."
)
def doctor(engine: str) -> None:
    """Tells the versions, whether the engines are there, and what the chosen engine would leave out in silence."""
    from handbook.doctor import examine

    lines, healthy = examine(engine)
    for line in lines:
        click.echo(line)
    sys.exit(FINE if healthy else CANNOT_RUN)


def _composed(folder: Path, strict: bool) -> Composed:
    """The composed profile; ends with exit code 1 after printing the findings when it cannot be published."""
    sources = read_sources(folder)
    composed = compose(sources)
    if composed.findings:
        click.echo(report.as_text(composed.findings, sources.texts))
    if has_errors(composed.findings) or (strict and composed.findings):
        click.echo(f"{report.summary(composed.findings)} Nothing was written.")
        raise click.exceptions.Exit(FINDINGS)
    return composed


def _say_corrections(composed: Composed) -> None:
    for correction in composed.edition.look.corrections if composed.edition else ():
        click.echo(str(correction))


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Says what is going on when it takes longer than a second, on a terminal."""
    done = threading.Event()

    def tell() -> None:
        started = time.monotonic()
        while not done.wait(1):
            click.echo(f"\r{what} … {time.monotonic() - started:.0f} s", nl=False, err=True)

    teller = threading.Thread(target=tell, daemon=True)
    if sys.stderr.isatty():
        teller.start()
    else:
        click.echo(f"{what} …", err=True)
    try:
        yield
    finally:
        done.set()
        if teller.is_alive():
            teller.join()
            click.echo("\r\033[K", nl=False, err=True)
