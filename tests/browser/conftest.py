"""One Chromium and one server for all browser tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sites import Site

from .chromium import launch
from .search_site import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SECONDS = 900
"""After this time the server ends by itself, whatever became of the tests."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this run."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed.")
    with playwright.sync_playwright() as started, launch(started) as opened:
        yield opened


@pytest.fixture(scope="session")
def hosted(al_noor: Site, minimal: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the handbooks in sub-folders: `al-noor/`, `minimal/` and `deep/in/handbook/`."""
    top = tmp_path_factory.mktemp("hosted")
    for place, site in (("al-noor", al_noor), ("minimal", minimal), ("deep/in/handbook", al_noor)):
        shutil.copytree(site.folder, top / place)
    with served(top, SECONDS) as url:
        yield url


@pytest.fixture(scope="session")
def at_root(al_noor: Site) -> Iterator[str]:
    """The address of a server of which the full example is the top."""
    with served(al_noor.folder, SECONDS) as url:
        yield url


def in_files(site: Site) -> str:
    """The address of a site opened from the disk."""
    return Path(site.folder).as_uri() + "/"
