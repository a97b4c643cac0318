"""Files -> documents: each format by a well-kept reader; nothing is executed, fetched or unpacked without bounds."""

from dataclasses import replace

from handbook.document import Document, DocumentKind
from handbook.documents.outline import MOST as MOST_BLOCKS
from handbook.documents.refusals import CALLED, KINDS, MOST_BYTES, Refused, broken, cut_off, kind_of, no_words, refusal, too_large

ENDINGS: tuple[str, ...] = tuple(KINDS)
"""The endings of the files that can be read."""


def read_document(file: str, data: bytes) -> Document:
    """The document in a file, by the ending of its name. What cannot be read is a document without blocks and with one finding."""
    kind = kind_of(file)
    if kind is None:
        return refusal(file, "text", Refused("a file with another ending", f"Name files that end in {', '.join(ENDINGS)}."))
    try:
        return _read(file, data, kind)
    except Refused as refused:
        return refusal(file, kind, refused)
    except (Exception, RecursionError):  # readers of damaged files fail in ways of their own
        return refusal(file, kind, broken(kind))


def _read(file: str, data: bytes, kind: DocumentKind) -> Document:
    if len(data) > MOST_BYTES:
        raise too_large(f"{len(data) / 1_000_000:.0f} MB", f"{MOST_BYTES // 1_000_000} MB")
    if not data:
        raise no_words(kind)
    document = _written(file, data, kind) if kind in ("markdown", "html", "text") else _packed(file, data, kind)
    if not document.blocks and kind not in ("markdown", "html", "text"):
        raise no_words(kind)
    return document if len(document.blocks) < MOST_BLOCKS else replace(document, troubles=(*document.troubles, cut_off(file, MOST_BLOCKS)))


def _written(file: str, data: bytes, kind: DocumentKind) -> Document:
    """The document of a file that people write as text."""
    from handbook.documents.decoding import decoded_file
    from handbook.documents.html import read_html
    from handbook.documents.markdown import read_markdown
    from handbook.documents.text import read_text

    text, guessed = decoded_file(file, data, kind)
    document = {"markdown": read_markdown, "html": read_html}.get(kind, read_text)(file, text)
    return replace(document, troubles=guessed + document.troubles) if guessed else document


def _packed(file: str, data: bytes, kind: DocumentKind) -> Document:
    """The document of a file that a program has packed; its reader is loaded only now."""
    if kind == "docx":
        from handbook.documents.docx import read_docx as read
    elif kind == "pptx":
        from handbook.documents.pptx import read_pptx as read
    elif kind == "pdf":
        from handbook.documents.pdf import read_pdf as read
    else:
        from handbook.documents.eml import read_eml as read
    return read(file, data)


__all__ = ["CALLED", "ENDINGS", "read_document"]
