"""A real Chromium for the browser tests: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "No Chromium or Chrome was found; name one in the environment variable HANDBOOK_CHROMIUM."


def chromium_path() -> str | None:
    """The browser's program file: HANDBOOK_CHROMIUM, else one on the PATH, else one in its usual place."""
    named = os.environ.get("HANDBOOK_CHROMIUM")
    if named:
        return named if Path(named).is_file() else shutil.which(named)
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in (*found, *PLACES) if path and Path(path).is_file()), None)


@contextmanager
def launch(playwright: Playwright) -> Iterator[Browser]:
    """An open browser, closed at the end. Without one the test is skipped; on CI it fails."""
    path = chromium_path()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS), timeout=30_000)
    try:
        yield browser
    finally:
        browser.close()
