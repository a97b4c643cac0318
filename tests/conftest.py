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
