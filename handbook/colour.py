"""Colours that can be read: WCAG contrast, and corrections that keep the hue (OKLCH, Björn Ottosson 2020)."""

import math
from dataclasses import dataclass

TEXT, CONTROL = 4.5, 3.0
"""The contrast that WCAG 2.2 AA asks for: text (1.4.3), and controls and graphics (1.4.11)."""


@dataclass(frozen=True)
class Correction:
    """A colour that could not be read as it was: what for, on what, and what it became. Contrasts are ratios from 1 to 21."""

    use: str
    scheme: str
    asked: str
    became: str
    before: float
    after: float

    def __str__(self) -> str:
        return (
            f"Colour {self.asked} has a contrast of {self.before:.1f} to 1 for {self.use} in the {self.scheme} scheme; "
            f"{self.became} ({self.after:.1f} to 1) is used there instead, so that it can be read."
        )


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, grounds: tuple[str, ...], ratio: float) -> str:
    """The colour nearest in lightness, of the same hue, that has the contrast `ratio` on every ground."""
    if _enough(colour, grounds, ratio):
        return colour
    lightness, chroma, hue = to_oklch(colour)
    darker = luminance(grounds[0]) > 0.18
    for step in range(1, 201):
        moved = lightness - step / 200 if darker else lightness + step / 200
        candidate = from_oklch(min(max(moved, 0.0), 1.0), chroma, hue)
        if _enough(candidate, grounds, ratio):
            return candidate
    return "#000000" if darker else "#ffffff"


def text_on(fill: str) -> str:
    """White or near-black, whichever is read on the fill; white where both are."""
    return (
        "#ffffff"
        if contrast(fill, "#ffffff") >= TEXT
        else max(("#ffffff", "#111111", "#000000"), key=lambda ink: (contrast(fill, ink) >= TEXT, contrast(fill, ink)))
    )


def mix(colour: str, ground: str, share: float) -> str:
    """The ground with a share (0 to 1) of the colour in it."""
    return _hex(tuple(one * share + other * (1 - share) for one, other in zip(_channels(colour), _channels(ground), strict=True)))


def to_oklch(colour: str) -> tuple[float, float, float]:
    """Lightness 0 to 1, chroma, and hue in radians."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour of these coordinates; chroma is lowered until it can be shown."""
    while True:
        channels = _from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
        if chroma < 0.002 or all(-0.001 <= channel <= 1.001 for channel in channels):
            return _hex(tuple(_gamma(min(max(channel, 0.0), 1.0)) for channel in channels))
        chroma *= 0.95


def _from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _enough(colour: str, grounds: tuple[str, ...], ratio: float) -> bool:
    return all(contrast(colour, ground) >= ratio for ground in grounds)


def _channels(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * float(channel ** (1 / 2.4)) - 0.055
