"""A saved e-mail -> a document: its subject, its text, and the messages forwarded in it; attachments are named, not opened."""

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from handbook.document import Block, Document
from handbook.documents.extracted import clean, document_of
from handbook.documents.html import read_html
from handbook.documents.refusals import broken, remark
from handbook.documents.text import text_blocks
from handbook.finding import Finding

DEEPEST = 5
MOST_PARTS = 1_000
_HEADERS = frozenset(("from", "to", "subject", "date", "content-type", "received", "message-id"))


def read_eml(file: str, data: bytes) -> Document:
    """The document of a saved e-mail."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    if not _HEADERS & {name.lower() for name in message}:
        raise broken("eml")
    placed = list(_message(message, "", 0))
    return document_of(file, "eml", placed, troubles=tuple(_attachments(file, message)))


def _message(message: EmailMessage, within: str, depth: int) -> Iterator[tuple[Block, str]]:
    subject = clean(_header(message, "subject"))
    if subject:
        yield Block(subject, ((0, 0),), "title"), f"{within}subject"
    for number, block in enumerate(_body(message), 1):
        headings = (subject, *block.headings) if subject and block.headings[:1] != (subject,) else block.headings
        yield replace(block, headings=headings), f"{within}body, paragraph {number}"
    if depth < DEEPEST:
        for inner in _forwarded(message):
            yield from _message(inner, f"forwarded message, {within.removeprefix('forwarded message, ')}", depth + 1)


def _header(message: EmailMessage, name: str) -> str:
    """A header, decoded; headers that break the rules are taken as they are."""
    try:
        return str(message.get(name, ""))
    except Exception:
        return next((str(value) for key, value in message.raw_items() if key.lower() == name), "")


def _body(message: EmailMessage) -> tuple[Block, ...]:
    """The blocks of the plain text, or else of the web page, that the message consists of."""
    for which in ("plain", "html"):
        part = message.get_body(preferencelist=(which,))
        if isinstance(part, EmailMessage) and (text := _content(part)).strip():
            return text_blocks(text) if which == "plain" else read_html("", text).blocks
    return ()


def _content(part: EmailMessage) -> str:
    """The text of a part, in the encoding it names, else in one that fits."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError, AttributeError):
        data = part.get_payload(decode=True)
        return data.decode("cp1252", errors="replace") if isinstance(data, bytes) else ""


def _forwarded(message: EmailMessage) -> Iterator[EmailMessage]:
    """The messages attached to a message, not those within them."""
    parts, number = [message], 0
    while parts and number < MOST_PARTS:
        part, number = parts.pop(0), number + 1
        inner = part.get_payload() if part.is_multipart() else []
        held = [each for each in inner if isinstance(each, EmailMessage)] if isinstance(inner, list) else []
        if part.get_content_type() == "message/rfc822":
            yield from held
        else:
            parts = held + parts


def _attachments(file: str, message: EmailMessage) -> Iterator[Finding]:
    names = [part.get_filename() or "" for part in message.walk() if part.get_content_disposition() == "attachment"]
    if names := [clean(name) for name in names if name][:20]:
        yield remark(
            file,
            "document-attachments",
            f"what is attached to this e-mail was not read: {', '.join(names)}",
            "Save the attachments and check them too.",
        )
