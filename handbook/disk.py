"""The only module that reads files: a profile's folder and the shipped content. (`staging` writes folders, whole or not at all.)"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType

from handbook.finding import Finding, Span
from handbook.sources import Asset, Source, Sources

TEXT_LIMIT = 2_000_000
ASSET_LIMIT = 2_000_000
FILES_LIMIT = 2_000
DOCUMENTS_LIMIT = 20_000
DOCUMENT_LIMIT = 50_000_000
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".woff2", ".woff", ".ttf", ".otf", ".bmp", ".tif", ".tiff", ".pdf")


class CannotRun(Exception):
    """Something outside the profile makes it impossible to go on; the message says what and what to do."""


def read_files(paths: Iterable[Path], endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The files named, and those with one of the endings in the folders named, by the name that people see; in order, each once."""
    found: dict[str, Path] = {}
    for path in paths:
        if not path.exists():
            raise CannotRun(f"there is no file or folder {shown(path)}")
        inside = [path] if path.is_file() else [each for each in sorted(path.rglob("*")) if _readable(each, path, endings)]
        if len(inside) > DOCUMENTS_LIMIT:
            raise CannotRun(f"more than {DOCUMENTS_LIMIT:,} documents in {shown(path)}. Name the folders that matter.")
        found.update({shown(each): each for each in inside})
    for name in sorted(found):
        with found[name].open("rb") as stored:
            yield name, stored.read(DOCUMENT_LIMIT + 1)


def holds_profile(folder: Path) -> bool:
    """Whether a folder is a profile: one of its YAML files says what the organisation is, or is named as profiles are."""
    files = [each for ending in ("*.yaml", "*.yml") for each in sorted(folder.glob(ending))]
    if any(each.stem in ("profile", "organisation") for each in files):
        return True
    return any(b"\norganisation:" in b"\n" + each.read_bytes()[:TEXT_LIMIT] for each in files)


def read_stored(names: Iterable[str]) -> dict[str, str]:
    """Files as they are stored, with their own ends of lines and byte order mark; those that are no UTF-8 are left out."""
    stored = {}
    for name in sorted(names):
        data = Path(name).read_bytes() if Path(name).is_file() else b"\xff"
        with suppress(UnicodeDecodeError):
            stored[name] = data.decode("utf-8")
    return stored


def _readable(path: Path, folder: Path, endings: tuple[str, ...]) -> bool:
    hidden = any(step.startswith((".", "~$")) or step == "node_modules" for step in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in endings and path.is_file() and not _leads_out(path, folder.resolve())


@cache
def shipped_folder(name: str) -> Path:
    """The folder `content`, `theme_overrides` or `org_profiles`: inside the installed package, else in the checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "_shipped" / name, here.parent / name):
        if folder.is_dir():
            return folder
    raise CannotRun(f"the installation is incomplete: the folder {name} is missing. Install service-handbook again.")


def shipped_files(name: str, skipped: tuple[str, ...]) -> dict[str, bytes]:
    """Every file of a shipped folder by its place, those below `skipped` places apart."""
    root = shipped_folder(name)
    paths = ((path, path.relative_to(root).as_posix()) for path in sorted(root.rglob("*")))
    return {place: path.read_bytes() for path, place in paths if path.is_file() and not place.startswith(skipped)}


def read_sources(folder: Path) -> Sources:
    """All texts and pictures of a profile's folder, and the shipped chapters; what cannot be read becomes a finding."""
    if folder.is_file():
        folder = folder.parent
    if not folder.is_dir():
        raise CannotRun(f"there is no profile folder {shown(folder)}. Make one with: handbook new {folder.name or 'my-handbook'}")
    troubles: list[Finding] = []
    files = [(path, name) for path, name in _files(folder, troubles)]
    documents = _texts(files, folder, (".yaml", ".yml"), lambda name: "/" not in name, troubles)
    chapters = _texts(files, folder, (".md",), lambda name: name.startswith("chapters/"), troubles)
    if not documents and not troubles:
        raise CannotRun(
            f"there is no YAML file in {shown(folder)}. A profile is a folder with a profile.yaml in it; start with: handbook new my-handbook"
        )
    own = tuple(Source(each.file, each.name.removeprefix("chapters/"), each.text) for each in chapters)
    return Sources(shown(folder), documents, own, shipped_chapters(), MappingProxyType(dict(_assets(files, folder))), tuple(troubles))


@cache
def shipped_chapters() -> Mapping[str, tuple[Source, ...]]:
    """The chapters that come with the product, by language."""
    root = shipped_folder("content")
    return MappingProxyType({language.name: tuple(_shipped(language, root)) for language in sorted(root.iterdir()) if language.is_dir()})


def _shipped(language: Path, root: Path) -> Iterator[Source]:
    for path in sorted(language.rglob("*")):
        if path.suffix in (".md", ".yaml") and path.is_file():
            yield Source(
                "content/" + path.relative_to(root).as_posix(), path.relative_to(language).as_posix(), path.read_text(encoding="utf-8")
            )


def shown(path: Path) -> str:
    """A path as people should see it: relative to where they stand, where that is shorter."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix() or "."
    except ValueError:
        return str(path)


def _files(folder: Path, troubles: list[Finding]) -> Iterator[tuple[Path, str]]:
    root = folder.resolve()
    count = 0
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in ("site", "node_modules"))
        troubles += [_outside(Path(base) / each, folder) for each in folders if _leads_out(Path(base) / each, root)]
        for name in sorted(each for each in names if not each.startswith(".")):
            path = Path(base) / name
            count += 1
            if count > FILES_LIMIT:
                troubles.append(_too_many(folder))
                return
            if _leads_out(path, root):
                troubles.append(_outside(path, folder))
            elif path.is_file():
                yield path, path.relative_to(folder).as_posix()


def _leads_out(path: Path, root: Path) -> bool:
    return path.is_symlink() and not path.resolve().is_relative_to(root)


def _outside(path: Path, folder: Path) -> Finding:
    message = "this is a link to a place outside the profile's folder"
    return _trouble("outside-the-folder", path, folder, message, "put a copy into the folder instead of the link")


def _too_many(folder: Path) -> Finding:
    message = f"more than {FILES_LIMIT:,} files in the profile's folder"
    return _trouble("too-many-files", folder, folder, message, "keep only the profile, its pictures and its chapters in it")


def _trouble(
    code: str, path: Path, folder: Path, message: str, remedy: str, expected: str = "", found: str = "", line: int = 1, column: int = 1
) -> Finding:
    return Finding(
        code, "error", message, Span(_label(path, folder), line, column, line, column), expected=expected, found=found, remedy=remedy
    )


def _label(path: Path, folder: Path) -> str:
    relative, base = path.relative_to(folder).as_posix(), shown(folder)
    return base if relative == "." else relative if base == "." else f"{base}/{relative}"


def _texts(
    files: list[tuple[Path, str]], folder: Path, endings: tuple[str, ...], wanted: Callable[[str], bool], troubles: list[Finding]
) -> tuple[Source, ...]:
    chosen = [(path, name) for path, name in files if path.suffix in endings and wanted(name)]
    texts = ((path, name, _text(path, folder, troubles)) for path, name in chosen)
    return tuple(Source(_label(path, folder), name, text) for path, name, text in texts if text is not None)


def _text(path: Path, folder: Path, troubles: list[Finding]) -> str | None:
    size = path.stat().st_size
    if size > TEXT_LIMIT:
        troubles.append(
            _trouble(
                "too-large",
                path,
                folder,
                "this file is too large to be a profile",
                "split it, or check whether it is the right file",
                f"up to {TEXT_LIMIT // 1_000_000} MB",
                f"{size / 1_000_000:.1f} MB",
            )
        )
        return None
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        hint = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"the byte {data[problem.start]:#04x}"
        troubles.append(
            _trouble(
                "not-utf-8",
                path,
                folder,
                "this file is not saved as UTF-8",
                'save it again with the encoding "UTF-8" (in your editor: Save as, Encoding)',
                "text in UTF-8",
                hint,
                line,
                column,
            )
        )
        return None


def _assets(files: list[tuple[Path, str]], folder: Path) -> Iterator[tuple[str, Asset]]:
    for path, name in files:
        if path.suffix.lower() in PICTURES:
            size = path.stat().st_size
            yield name, Asset(_label(path, folder), size, path.read_bytes() if size <= ASSET_LIMIT else b"")
