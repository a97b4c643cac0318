"""Office files -> the XML inside them, unpacked within bounds; nothing outside the file is looked at."""

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from handbook.document import DocumentKind
from handbook.documents.refusals import CALLED, Refused, broken, locked, too_large

MOST_ENTRIES = 10_000
MOST_UNPACKED = 200_000_000
MOST_OF_A_PART = 40_000_000
MOST_RATIO = 200
"""No office file of ours packs text smaller than this; checked from 20 MB on."""
DEEPEST = 200

Element = ElementTree.Element
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class _Tree(ElementTree.TreeBuilder):
    """Builds a tree, and refuses declarations: without them there are no entities, neither large nor from elsewhere."""

    def doctype(self, *_: object) -> None:
        raise ElementTree.ParseError("a declaration of a document type")


class Package:
    """An office file, opened; its parts are read when they are asked for."""

    def __init__(self, data: bytes, kind: DocumentKind) -> None:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Refused(
                "a file in an old format, or one that is protected by a password",
                f"Save it as {CALLED[kind]} (.{kind}) without a password.",
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise broken(kind) from error
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_ENTRIES:
            raise too_large(f"{len(entries):,} files packed in it", f"{MOST_ENTRIES:,}")
        if unpacked > MOST_UNPACKED or (unpacked > 20_000_000 and unpacked > MOST_RATIO * len(data)):
            raise too_large(f"{unpacked // 1_000_000} MB when it is unpacked", f"{MOST_UNPACKED // 1_000_000} MB")
        if any(entry.flag_bits & 1 for entry in entries):
            raise locked()
        self._sizes = {entry.filename: entry.file_size for entry in entries}
        self._left = MOST_UNPACKED
        """How much may still be unpacked: a file may refer to one part many times."""

    def tree(self, name: str) -> Element | None:
        """The XML of a part, or None where there is no such part."""
        if name not in self._sizes:
            return None
        self._left -= self._sizes[name]
        if self._sizes[name] > MOST_OF_A_PART or self._left < 0:
            raise too_large("a text that is endless when it is unpacked", f"{MOST_OF_A_PART // 1_000_000} MB")
        parser = ElementTree.XMLParser(target=_Tree())  # noqa: S314 - `_Tree` refuses what makes this unsafe
        parser.feed(self._zip.read(name))
        root: Element = parser.close()
        return root

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """By id, what a part refers to: the last word of the kind of relation, and the name of the other part."""
        folder, _, own = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{own}.rels"))
        found = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return found

    def main(self, kind: DocumentKind) -> str:
        """The name of the part with which the document begins."""
        name = next((target for which, target in self.related("").values() if which == "officeDocument"), "")
        if name not in self._sizes:
            raise broken(kind)
        return name


def relation(element: Element, name: str = "id") -> str:
    """The id of the part that an element refers to."""
    return element.get(_RELATIONS + name, "")


def chosen(element: Element) -> Iterator[Element]:
    """The children of an element; of the variants that a program offers for others, only the first."""
    for child in element:
        if child.tag.endswith("}AlternateContent"):
            variant = next(iter(child), None)
            yield from chosen(variant) if variant is not None else ()
        else:
            yield child
