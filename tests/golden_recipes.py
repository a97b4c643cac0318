"""Broken profiles that cannot be kept as files: too large, links, or bytes that git and editors would put right."""

from collections.abc import Callable
from pathlib import Path

MINIMAL = "organisation:\n  name: Harbour House\n"


def too_large(folder: Path) -> None:
    """A text of 20 MB."""
    (folder / "profile.yaml").write_text(MINIMAL + "# and on it goes\n" * 1_200_000, encoding="utf-8")


def latin_1(folder: Path) -> None:
    """A profile saved in the encoding of an old Windows."""
    (folder / "profile.yaml").write_bytes("organisation:\n  name: Café Harbour\n".encode("latin-1"))


def utf_16(folder: Path) -> None:
    """A profile saved by Notepad as "Unicode"."""
    (folder / "profile.yaml").write_bytes(MINIMAL.encode("utf-16"))


def control_character(folder: Path) -> None:
    """A character that came along when copying out of a PDF."""
    (folder / "profile.yaml").write_text("organisation:\n  name: Harbour\x0bHouse\n", encoding="utf-8")


def null_character(folder: Path) -> None:
    """What a disk error leaves behind."""
    (folder / "profile.yaml").write_text("organisation:\n  name: Harbour House\x00\n", encoding="utf-8")


def alias_bomb(folder: Path) -> None:
    """Nine lines that unfold to a billion."""
    lines = ["a: &a [word, word, word, word, word, word, word, word, word]"]
    lines += [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
    (folder / "profile.yaml").write_text(MINIMAL + "\n".join(lines) + "\n", encoding="utf-8")


def absurd_depth(folder: Path) -> None:
    """Five thousand levels inside each other."""
    (folder / "profile.yaml").write_text(MINIMAL + "values: " + "[" * 5_000 + "]" * 5_000 + "\n", encoding="utf-8")


def logo_by_link(folder: Path) -> None:
    """A logo that is a link to a place outside the profile's folder."""
    outside = folder.parent / "elsewhere.svg"
    outside.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (folder / "logo.svg").symlink_to(outside)
    (folder / "profile.yaml").write_text(MINIMAL + "brand:\n  logo: logo.svg\n", encoding="utf-8")


def chapters_by_link(folder: Path) -> None:
    """A folder of chapters that is a link to a place outside the profile's folder."""
    outside = folder.parent / "shared-chapters"
    outside.mkdir(exist_ok=True)
    (folder / "chapters").symlink_to(outside, target_is_directory=True)
    (folder / "profile.yaml").write_text(MINIMAL, encoding="utf-8")


def logo_too_large(folder: Path) -> None:
    """A logo as the photographer sent it."""
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1_200_000))
    (folder / "profile.yaml").write_text(MINIMAL + "brand:\n  logo: logo.png\n", encoding="utf-8")


def with_bom(folder: Path) -> None:
    """A profile that begins with a byte order mark, as Notepad writes it."""
    (folder / "profile.yaml").write_bytes(b"\xef\xbb\xbf" + MINIMAL.encode())


def with_crlf(folder: Path) -> None:
    """A profile with the line ends of Windows."""
    (folder / "profile.yaml").write_bytes(
        b"organisation:\r\n  name: Harbour House\r\nvalues:\r\n  - id: warmth\r\n    name: Warmth\r\n    means: |\r\n      Expected,\r\n      not processed.\r\n"
    )


RECIPES: dict[str, Callable[[Path], None]] = {
    "file-too-large": too_large,
    "file-in-latin-1": latin_1,
    "file-in-utf-16": utf_16,
    "control-character": control_character,
    "null-character": null_character,
    "alias-bomb": alias_bomb,
    "depth-absurd": absurd_depth,
    "logo-is-a-link-to-outside": logo_by_link,
    "chapters-are-a-link-to-outside": chapters_by_link,
    "logo-too-large": logo_too_large,
    "bom": with_bom,
    "crlf": with_crlf,
}
"""The recipe of each case by its name."""
