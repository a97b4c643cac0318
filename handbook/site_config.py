"""The settings with which both engines build a handbook; mkdocs.yml, `build` and `export` all take them from here."""

from collections.abc import Mapping
from typing import Any

from handbook.edition import Edition
from handbook.navigation import Navigation

EXTENSIONS: list[Any] = [
    "attr_list",
    "md_in_html",
    "tables",
    "admonition",
    "def_list",
    "footnotes",
    "abbr",
    "pymdownx.details",
    "pymdownx.superfences",
    {"pymdownx.tasklist": {"custom_checkbox": True, "clickable_checkbox": True}},
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"toc": {"permalink": True}},
]
FEATURES = ["navigation.tabs", "navigation.indexes", "search.highlight"]
PALETTE = [
    {
        "media": f"(prefers-color-scheme: {light})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": name},
    }
    for light, scheme, icon, name in (
        ("light", "default", "weather-night", "Dark colours"),
        ("dark", "slate", "weather-sunny", "Light colours"),
    )
]
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def theme_settings(edition: Edition) -> dict[str, Any]:
    """The theme's part of the settings."""
    settings: dict[str, Any] = {
        "language": edition.language,
        "direction": "rtl" if edition.language in RIGHT_TO_LEFT else "ltr",
        "font": False,
        "features": FEATURES,
        "palette": PALETTE,
    }
    if edition.look.logo:
        settings["logo"] = edition.look.logo
    if edition.look.favicon:
        settings["favicon"] = edition.look.favicon
    return settings


def extra_settings(edition: Edition, search_worker: str = "") -> dict[str, Any]:
    """What our templates read beside the theme's settings."""
    brand = edition.profile.brand
    ours: dict[str, Any] = {"rendered": True, "own_fonts": bool(brand and (brand.text_font or brand.heading_font))}
    if search_worker:
        ours["search_worker"] = search_worker
    return {"generator": False, "handbook": ours}


def site_name(edition: Edition) -> str:
    """What the site is called, in plain text."""
    return f"{edition.profile.organisation.short_name or edition.title} Handbook"


def nav_settings(navigation: Navigation, escaped: Mapping[str, str]) -> list[Any]:
    """The navigation as mkdocs.yml writes it; `escaped` gives the titles by path."""
    return [_section(section.title, [_entry(each, escaped) for each in section.entries]) for section in navigation.sections]


def _section(title: str, entries: list[Any]) -> Any:
    alone = len(entries) == 1 and isinstance(next(iter(entries[0].values())), str)
    return {title: next(iter(entries[0].values()))} if alone else {title: entries}


def _entry(entry: Any, escaped: Mapping[str, str]) -> Any:
    title = escaped[entry.page.path]
    if not entry.below:
        return {title: entry.page.path}
    return {title: [entry.page.path, *({escaped[page.path]: page.path} for page in entry.below)]}
