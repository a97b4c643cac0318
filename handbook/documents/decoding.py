"""Bytes of a text file -> its text, whatever the program that saved it chose to write."""

import codecs
import re

from handbook.document import DocumentKind
from handbook.documents.refusals import CALLED, Refused, broken, no_words, remark
from handbook.finding import Finding

_WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ\x90",
)
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def decoded_file(file: str, data: bytes, kind: DocumentKind) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file, and what had to be guessed about it; raises Refused where it is no text."""
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise no_words(kind)
    if data.startswith(_BINARY):
        raise Refused(
            f"a file of another kind with the name of {CALLED[kind]}", "Give the file the ending of what it is, and check it again."
        )
    text, guessed = _text(data)
    if len(_ODD.findall(text, 0, 100_000)) > min(len(text), 100_000) // 50 + 1:
        raise broken(kind)
    return text, (_guessed(file),) if guessed else ()


def _text(data: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding is a guess."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


def _guessed(file: str) -> Finding:
    return remark(
        file,
        "document-encoding",
        "this file is not saved as UTF-8, so letters with accents may be read wrongly",
        "Save it as UTF-8.",
        expected="a text saved as UTF-8",
        found="a text in another encoding, read as Windows Western European",
    )
