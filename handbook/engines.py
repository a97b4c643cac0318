"""The two engines that turn an Edition into a site: MkDocs in this process, Zensical as a program of its own."""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from handbook.disk import CannotRun, shipped_files, shipped_folder
from handbook.edition import Composed, Edition
from handbook.export import export_files
from handbook.site_config import EXTENSIONS
from handbook.staging import check_target, open_stage, swap_in, write_files

TIMEOUT = 600
"""Seconds after which Zensical is taken to hang."""


def mkdocs_settings(profile: Path, out: Path | None = None, preview: bool = False) -> dict[str, Any]:
    """The settings of mkdocs.yml at the project's root, for a profile and a place of one's own; as the culture team sees it, or as readers do."""
    return {
        "site_name": "Service handbook",
        "docs_dir": str(shipped_folder("content") / "en"),
        "site_dir": str(out or "site"),
        "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": str(shipped_folder("theme_overrides"))},
        "plugins": [{"handbook": {"profile": str(profile.absolute()), "preview": preview}}],
        "markdown_extensions": EXTENSIONS,
    }


def build_with_mkdocs(profile: Path, out: Path, strict: bool, composed: Composed | None = None) -> None:
    """The site in `out`, whole or not at all; raises mkdocs' Abort when it cannot be built.

    `composed` is what the profile has become already, so that it need not be composed a second time.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    quiet_logs()
    config = load_config(config_file=_as_file(profile, out), strict=strict)
    plugin = config.plugins["handbook"]
    plugin.take(composed)  # type: ignore[attr-defined]
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _as_file(profile: Path, out: Path | None) -> Any:
    import io

    import yaml

    stream = io.BytesIO(yaml.safe_dump(mkdocs_settings(profile, out)).encode())
    stream.name = str(Path.cwd() / "mkdocs.yml")
    return stream


def preview_tools() -> dict[str, bytes]:
    """The script and the style of the preview, by name."""
    return shipped_files("theme_overrides/material/preview", ())


def quiet_logs() -> None:
    """Lets through what people must know and keeps the engine's chatter to itself."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)


def build_with_zensical(edition: Edition, out: Path) -> None:
    """The site in `out`, built by Zensical from an exported folder; whole or not at all."""
    if find_spec("zensical") is None:
        raise CannotRun(
            "Zensical is not installed. Install it with: pip install 'service-handbook[zensical]' - or build with --engine mkdocs."
        )
    check_target(out)
    with tempfile.TemporaryDirectory(prefix="handbook-") as work:
        folder = Path(work)
        write_files(folder, export_files(edition))
        _run_zensical(folder)
        staging = open_stage(out)
        try:
            shutil.copytree(folder / "site", staging, dirs_exist_ok=True)
            swap_in(staging, out, "site")
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _run_zensical(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean"], cwd=folder, capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    if done.returncode or not (folder / "site" / "index.html").is_file():
        raise CannotRun(f"Zensical could not build the handbook. It said:\n{(done.stderr or done.stdout).strip()[-2000:]}")


def installed(package: str) -> str:
    """The version of an installed package, or an empty text."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
