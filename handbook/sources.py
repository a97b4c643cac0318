"""What a handbook is made from, as plain data: the profile's files, the chapters, the pictures. No file is opened here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from handbook.finding import Finding


@dataclass(frozen=True)
class Source:
    """One text: `file` is the name shown to people, `name` its place among its kind (posix, e.g. build/recovery.md)."""

    file: str
    name: str
    text: str


@dataclass(frozen=True)
class Asset:
    """A picture or font beside the profile; `data` is empty when `size` (bytes) is beyond what is read."""

    file: str
    size: int
    data: bytes = b""


@dataclass(frozen=True)
class Sources:
    """Everything `compose` needs. `troubles` are findings made while reading the files."""

    folder: str
    documents: tuple[Source, ...]
    own_chapters: tuple[Source, ...] = ()
    shipped: Mapping[str, tuple[Source, ...]] = field(default_factory=lambda: MappingProxyType({}))
    assets: Mapping[str, Asset] = field(default_factory=lambda: MappingProxyType({}))
    troubles: tuple[Finding, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """Every text by the name of its file, for the code frames of reports."""
        shipped = [each for language in self.shipped.values() for each in language]
        return {each.file: each.text for each in (*self.documents, *self.own_chapters, *shipped)}
