"""The handbooks that several tests look at, built once for each run."""

from __future__ import annotations

import pytest
from sites import PROFILES, Site, build


@pytest.fixture(scope="session")
def al_noor(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The full example, as `handbook build` makes it."""
    return build(PROFILES / "al-noor", tmp_path_factory.mktemp("al-noor") / "site")


@pytest.fixture(scope="session")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The smallest example, as `handbook build` makes it."""
    return build(PROFILES / "minimal", tmp_path_factory.mktemp("minimal") / "site")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the figures that tests have noted, whichever process they ran in."""
    for report in terminalreporter.stats.get("passed", []):
        for name, figure in report.user_properties:
            if name == "figure":
                terminalreporter.write_line(f"{report.nodeid.split('::')[-1]}: {figure}")
