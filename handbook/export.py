"""Edition -> an engine-neutral folder: Markdown, theme files and a mkdocs.yml that MkDocs and Zensical both build."""

from typing import Any

import yaml

from handbook.disk import shipped_files
from handbook.edition import Edition
from handbook.pages_out import files_of, titles
from handbook.site_config import EXTENSIONS, extra_settings, nav_settings, site_name, theme_settings

SKIPPED = ("material/",)
"""Theme files that only our MkDocs door can use."""


def export_files(edition: Edition) -> dict[str, bytes]:
    """Every file of the folder by its place."""
    pages = {f"docs/{name}": data for name, data in files_of(edition).items()}
    return {
        "mkdocs.yml": _settings(edition),
        **{f"overrides/{name}": data for name, data in shipped_files("theme_overrides", SKIPPED).items()},
        **pages,
    }


def _settings(edition: Edition) -> bytes:
    settings: dict[str, Any] = {
        "site_name": site_name(edition),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {"name": "material", "variant": "classic", "custom_dir": "overrides", **theme_settings(edition)},
        "plugins": ["search"],
        "markdown_extensions": EXTENSIONS,
        "extra": extra_settings(edition),
        "nav": nav_settings(edition.navigation, titles(edition)),
    }
    head = "# Made by `handbook export`. Build it with `mkdocs build` or `zensical build`; the next export replaces this folder.\n"
    return (head + yaml.safe_dump(settings, sort_keys=False, allow_unicode=True, width=120)).encode()
