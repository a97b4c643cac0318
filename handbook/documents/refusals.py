"""What is said about a document that cannot be read, or not in full."""

from handbook.document import Document, DocumentKind
from handbook.finding import Finding, Severity, Span

KINDS: dict[str, DocumentKind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".docx": "docx",
    ".pptx": "pptx",
    ".pdf": "pdf",
    ".eml": "eml",
}
CALLED: dict[DocumentKind, str] = {
    "markdown": "a Markdown text",
    "html": "a web page",
    "text": "a plain text",
    "docx": "a Word document",
    "pptx": "a PowerPoint presentation",
    "pdf": "a PDF",
    "eml": "a saved e-mail",
}
MOST_BYTES = 50_000_000


class Refused(Exception):
    """A document cannot be read; carries the finding that says why."""

    def __init__(self, found: str, remedy: str, message: str = "this document cannot be read", code: str = "document-unreadable") -> None:
        super().__init__(message)
        self.code, self.message, self.found, self.remedy = code, message, found, remedy


def kind_of(file: str) -> DocumentKind | None:
    """The kind of a document by the ending of its name."""
    name = file.lower()
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending)), None)


def refusal(file: str, kind: DocumentKind, refused: Refused) -> Document:
    """A document without blocks, and the finding that says why."""
    return Document(file, kind, "", (), troubles=(finding(file, refused, CALLED.get(kind, "a document")),))


def finding(file: str, refused: Refused, expected: str) -> Finding:
    """What is said about a document that was refused."""
    return Finding(refused.code, "error", refused.message, Span(file), expected, refused.found, remedy=refused.remedy)


def remark(file: str, code: str, message: str, remedy: str, *, severity: Severity = "note", expected: str = "", found: str = "") -> Finding:
    """What is said about a document that was read, though not as it should be."""
    return Finding(code, severity, message, Span(file), expected, found, remedy=remedy)


def cut_off(file: str, most: int, of: str = "paragraphs") -> Finding:
    """What is said about a document of which only the beginning was read."""
    message = f"only the first {most:,} {of} of this document were read"
    return remark(file, "document-too-large", message, "Split the document and check the parts.", severity="error")


def too_large(found: str, expected: str) -> Refused:
    """The refusal of a document that is larger than anything people write."""
    return Refused(
        f"{found}; {expected} is the most that is read",
        "Split the document, or leave its pictures out, and check the parts.",
        "this document is too large to be read",
        "document-too-large",
    )


def broken(kind: DocumentKind) -> Refused:
    """The refusal of a file whose inside is damaged."""
    return Refused(
        f"a file that is damaged, or that is not {CALLED[kind]}",
        "Open it in the program it was made with, save it anew, and check the new file.",
    )


def no_words(kind: DocumentKind) -> Refused:
    """The refusal of a file in which there is no text."""
    if kind == "pdf":
        found, remedy = (
            "pages without any text, perhaps pictures of pages",
            "Check the document that the PDF was made from, or a PDF with text in it.",
        )
    else:
        found, remedy = "no text at all", "Look whether this is the file you mean; if it is, leave it out of the check."
    return Refused(found, remedy, "there is nothing to read in this document")


def locked() -> Refused:
    """The refusal of a file that is protected by a password."""
    return Refused("a file that is protected by a password", "Save a copy without a password and check the copy.")
