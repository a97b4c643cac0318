"""Documents as Word, PowerPoint, PDF and e-mail, the same bytes on every run."""

import io
import random
import zipfile
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from typing import Any

from benchmarks.consistency.layout import Element, plain
from benchmarks.consistency.text_formats import page, plain_text

THEN = datetime(2026, 11, 2, 9, 0, 0)
LINES_PER_PAGE = 44
ROOM_ON_SLIDE = 5


def docx(elements: Sequence[Element], seed: str) -> bytes:
    """A Word file: words torn over runs, tables, a header, an insertion now and then and a deletion that must not be read."""
    import docx as library

    rng = random.Random(seed)
    file = library.Document()
    file.sections[0].header.paragraphs[0].text = "For use in the house"
    for each in elements:
        _into_docx(file, each, rng)
    _deletion(file.add_paragraph("This page ends here. "), "Allow 99 working days.")
    file.core_properties.modified = file.core_properties.created = THEN
    return _packed(file)


def _into_docx(file: Any, each: Element, rng: random.Random) -> None:
    if each.kind in ("title", "heading"):
        file.add_heading(plain(each.text), 1 if each.kind == "title" else 2)
    elif each.kind == "table":
        table = file.add_table(rows=2, cols=2)
        for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], [*each.columns, *each.lines], strict=True):
            cell.text = plain(text)
    else:
        _runs(file.add_paragraph(), plain(each.text), rng)
        for line in each.lines:
            _runs(file.add_paragraph(style="List Bullet"), plain(line), rng)


def _runs(paragraph: Any, text: str, rng: random.Random) -> None:
    cuts = sorted(rng.sample(range(1, len(text)), min(3, len(text) - 1)))
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        run = paragraph.add_run(text[start:end])
        run.bold = rng.random() < 0.2
    if rng.random() < 0.2:
        _inserted(paragraph)


def _inserted(paragraph: Any) -> None:
    """Wraps the last run as a change that was proposed by somebody."""
    from docx.oxml import OxmlElement

    run = paragraph.runs[-1]._r
    change = OxmlElement("w:ins")
    run.addprevious(change)
    change.append(run)


def _deletion(paragraph: Any, text: str) -> None:
    from docx.oxml import OxmlElement

    change, run, words = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def pptx(elements: Sequence[Element]) -> bytes:
    """Slides: headings are titles, paragraphs are bullets, tables are tables."""
    import pptx as library
    from pptx.util import Inches

    show = library.Presentation()
    title, room = "Start", 0
    body: Any = None
    for each in elements:
        if each.kind in ("title", "heading"):
            title, room = plain(each.text), 0
        elif each.kind == "table":
            slide = show.slides.add_slide(show.slide_layouts[5])
            slide.shapes.title.text = title
            table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(8), Inches(1)).table
            for number, text in enumerate([*each.columns, *each.lines]):
                table.cell(number // 2, number % 2).text = plain(text)
            room = 0
        else:
            for text in (each.text, *each.lines):
                if not room:
                    slide = show.slides.add_slide(show.slide_layouts[1])
                    slide.shapes.title.text = title
                    body, room = slide.placeholders[1].text_frame, ROOM_ON_SLIDE
                    body.text = plain(text)
                else:
                    body.add_paragraph().text = plain(text)
                room -= 1
    show.core_properties.modified = show.core_properties.created = THEN
    return _packed(show)


def _packed(file: Any) -> bytes:
    """The bytes of an Office file with the clock taken out of its archive."""
    first, second = io.BytesIO(), io.BytesIO()
    file.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 9, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return second.getvalue()


def mail(elements: Sequence[Element], seed: str) -> bytes:
    """An e-mail, as plain text or as HTML."""
    message = EmailMessage()
    message["From"], message["To"] = "Robin <robin@example.org>", "All <all@example.org>"
    message["Subject"] = plain(elements[0].text)
    message["Date"] = "Mon, 02 Nov 2026 09:00:00 +0000"
    if random.Random(seed).random() < 0.5:
        message.set_content(plain(plain_text(elements)) + "\nBest wishes\nRobin\n", cte="quoted-printable")
    else:
        message.set_content(plain(page(elements)), subtype="html", cte="base64")
    return message.as_bytes()


def pdf(elements: Sequence[Element]) -> bytes:
    """A PDF with one line of text after the other, in Helvetica."""
    lines = plain(plain_text(elements)).replace("=\n", "\n").split("\n")
    lines = ["" if set(line) <= {"=", "-"} else line for line in lines]
    pages = [lines[at : at + LINES_PER_PAGE] for at in range(0, len(lines), LINES_PER_PAGE)]
    numbers = [4 + 2 * number for number in range(len(pages))]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in zip(numbers, pages, strict=True):
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {number + 1} 0 R >>".encode())
        stream = b"BT /F1 11 Tf 16 TL 60 780 Td\n" + b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in content) + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252", "replace")


def _file(objects: list[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            len(out),
        )
    )
