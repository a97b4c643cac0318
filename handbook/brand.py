"""The brand of the profile -> design tokens, logo, favicon and fonts of the site, with colours that can be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from handbook.colour import CONTROL, TEXT, Correction, contrast, mix, readable, text_on
from handbook.declare import Path, made
from handbook.finding import Finding, Span
from handbook.leaves import closest
from handbook.profile import Profile
from handbook.profile.organisation import Brand, Typeface
from handbook.sources import Asset

PRIMARY, ACCENT = "#1f4f5c", "#a4552a"
GROUNDS = {"light": ("#ffffff", "#fdfbf7"), "dark": ("#181614", "#211e1c")}
"""The page and panel colours of the two schemes, as handbook.css sets them; link text is read on all of them and on the tint."""
SCHEMES = {"light": "default", "dark": "slate"}
LOGO_LIMIT, FONT_LIMIT = 500_000, 400_000
MAGIC = {
    "svg": (b"<svg", b"<?xml", b"<!--"),
    "png": (b"\x89PNG\r\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "webp": (b"RIFF",),
    "ico": (b"\x00\x00\x01\x00",),
    "woff2": (b"wOF2",),
}


@dataclass(frozen=True)
class Look:
    """What the theme needs: its files by place in the site, logo and favicon by name, and what was corrected."""

    files: Mapping[str, bytes]
    logo: str
    favicon: str
    corrections: tuple[Correction, ...]


def look_of(profile: Profile, assets: Mapping[str, Asset]) -> Look:
    """The look of a profile whose files have been checked."""
    brand = profile.brand or made(Brand)
    corrections: list[Correction] = []
    tokens = {scheme: _scheme(brand.primary or PRIMARY, brand.accent or ACCENT, scheme, corrections) for scheme in SCHEMES}
    files = {f"assets/brand/{name}": assets[name].data for name in _files(brand) if name in assets}
    files["assets/stylesheets/brand.css"] = _stylesheet(tokens, brand).encode()
    logo = f"assets/brand/{brand.logo}" if brand.logo else ""
    favicon = f"assets/brand/{brand.favicon}" if brand.favicon else logo
    if not favicon:
        favicon = "assets/brand/initial.svg"
        files[favicon] = _initial(profile.organisation.short_name or profile.organisation.name, brand.primary or PRIMARY)
    return Look(files, logo, favicon, tuple(corrections))


def _scheme(primary: str, accent: str, scheme: str, corrections: list[Correction]) -> dict[str, str]:
    page, panel = GROUNDS[scheme]
    tint = mix(primary, page, 0.07 if scheme == "light" else 0.16)

    def put_right(use: str, colour: str, grounds: tuple[str, ...], ratio: float) -> str:
        became = readable(colour, grounds, ratio)
        if became != colour:
            worst = min(grounds, key=lambda ground: contrast(colour, ground))
            corrections.append(
                Correction(use, scheme, colour, became, contrast(colour, worst), min(contrast(became, ground) for ground in grounds))
            )
        return became

    link = put_right("links and headings", primary, (page, panel, tint), TEXT)
    mark = put_right("accents", accent, (page, panel, tint), CONTROL)
    return {
        "primary": primary,
        "on-primary": text_on(primary),
        "link": link,
        "accent": mark,
        "on-accent": text_on(mark),
        "tint": tint,
        "on-tint": "#1b1f22" if scheme == "light" else "#eef1f2",
    }


def _initial(name: str, colour: str) -> bytes:
    """The first letter of the name on the main colour, for organisations that have drawn nothing yet."""
    letter = escape(next((each for each in name if each.isalnum()), "?").upper())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="{colour}"/>'
        f'<text x="16" y="22.5" text-anchor="middle" font-family="Georgia,serif" font-size="19" font-weight="700" fill="{text_on(colour)}">{letter}</text></svg>\n'
    ).encode()


def _stylesheet(tokens: Mapping[str, Mapping[str, str]], brand: Brand) -> str:
    blocks = ["/* Made from the brand of the profile; change it there. */"]
    for use, font in (("text", brand.text_font), ("head", brand.heading_font)):
        if font:
            blocks.append(
                f'@font-face{{font-family:"{_css(font.family)}";src:url("../brand/{font.file}") format("woff2");font-display:swap;font-weight:100 900}}'
            )
            blocks.append(f':root{{--hb-font-{use}:"{_css(font.family)}",system-ui,sans-serif}}')
    for scheme, names in tokens.items():
        lines = "".join(f"  --hb-{name}: {value};\n" for name, value in names.items())
        block = f'[data-md-color-scheme="{SCHEMES[scheme]}"] {{\n{lines}}}'
        blocks.append(block if scheme == "light" else f"@media screen {{\n{block}\n}}")  # paper is always light
    return "\n".join(blocks) + "\n"


def _css(text: str) -> str:
    return re.sub(r"[^\w \-]", "", text)


def _fonts(brand: Brand) -> list[tuple[str, Typeface]]:
    return [(name, font) for name, font in (("text-font", brand.text_font), ("heading-font", brand.heading_font)) if font]


def _files(brand: Brand) -> list[str]:
    return [name for name in (brand.logo, brand.favicon, *(font.file for _, font in _fonts(brand))) if name]


def check_files(profile: Profile, assets: Mapping[str, Asset], places: Mapping[Path, Span]) -> Iterator[Finding]:
    """Every brand file that is missing, too large or of another format than its name says."""
    brand = profile.brand or made(Brand)
    named = [("logo", brand.logo), ("favicon", brand.favicon)]
    for field, name in named:
        if name:
            yield from _check(
                name,
                ("svg", "png", "ico") if field == "favicon" else ("svg", "png", "jpg", "jpeg", "webp"),
                LOGO_LIMIT,
                assets,
                places[("brand", field)],
            )
    for field, font in _fonts(brand):
        yield from _check(font.file, ("woff2",), FONT_LIMIT, assets, places[("brand", field, "file")])


def _check(name: str, endings: tuple[str, ...], limit: int, assets: Mapping[str, Asset], span: Span) -> Iterator[Finding]:
    ending = name.rsplit(".", 1)[-1].lower()
    asset = assets.get(name)
    if ending not in endings:
        yield _wrong(
            "wrong-format",
            span,
            f"{name} is of a kind that browsers or print do not show here",
            "a file ending in " + ", ".join(endings),
            f'".{ending}"',
            "save it in one of these formats",
        )
    elif asset is None:
        yield _wrong(
            "missing-file",
            span,
            f"there is no file {name} in the profile's folder",
            "the name of a file beside the profile",
            "no such file",
            "put the file there, or correct the name",
            closest(name, tuple(assets)),
        )
    elif asset.size > limit:
        yield _wrong(
            "too-large",
            span,
            f"{name} is too large for a page that opens at once",
            f"up to {limit // 1000} kB",
            f"{asset.size / 1000:,.0f} kB",
            "save it smaller; an svg of a logo is often below 10 kB",
        )
    else:
        yield from _check_data(name, ending, asset, span)


def _check_data(name: str, ending: str, asset: Asset, span: Span) -> Iterator[Finding]:
    if not any(magic in asset.data[:300] for magic in MAGIC[ending]):
        yield _wrong(
            "wrong-format",
            span,
            f"{name} is not what its name says",
            f"a picture or font in the format {ending}",
            "something else",
            f"save it again as {ending}",
        )
    elif ending == "svg" and re.search(rb"<script|\son\w+\s*=|(?:href|src)\s*=\s*[\"'](?:https?:)?//", asset.data, re.I):
        yield _wrong(
            "active-picture",
            span,
            f"{name} holds a script or takes something from another site",
            "a drawing only",
            "a script or an outside address",
            "export it again as a plain svg",
        )


def _wrong(code: str, span: Span, message: str, expected: str, found: str, remedy: str, guess: str = "") -> Finding:
    return Finding(code, "error", message, span, expected=expected, found=found, remedy=remedy, guess=guess)
