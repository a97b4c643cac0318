"""Each kind of document gives the blocks that a reader would name, at the places where that reader would look."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import pytest
from docx import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from places import ROOT
from pptx import Presentation
from pypdf import PdfReader, PdfWriter

from handbook.document import Document
from handbook.documents import ENDINGS, read_document
from handbook.documents.markdown import read_markdown

GOLDEN = ROOT / "tests" / "golden" / "documents"
INSERTED = '<w:ins {ns} w:id="1" w:author="a"><w:r><w:t xml:space="preserve"> at once</w:t></w:r></w:ins>'
DELETED = '<w:del {ns} w:id="2" w:author="a"><w:r><w:delText> within a week</w:delText></w:r></w:del>'
BOX = (
    '<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
    "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
FOOTNOTES = (
    '<w:footnotes {ns}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>sep</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="5"><w:p><w:r><w:t>Except on holidays.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def docx() -> bytes:
    """A policy with runs, changes, a list, a table with merged cells, a text box, a note, a header and a footer."""
    word = Word()
    word.add_heading("Arrival policy", 0)
    word.add_heading("Rooms", 1)
    paragraph = word.add_paragraph("Every ro")
    paragraph.add_run("om").bold = True
    paragraph.add_run(" is ready by 3\u00a0pm,\tor we’ll call")
    for xml in (INSERTED, DELETED, BOX, '<w:r {ns}><w:footnoteReference w:id="5"/></w:r>'):
        paragraph._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    paragraph.add_run(" (old)").font.strike = True
    word.add_paragraph("We bring:")
    word.add_paragraph("water", style="List Bullet")
    word.add_paragraph("fruit", style="List Bullet")
    table = word.add_table(3, 3)
    for row, texts in enumerate((("Channel", "Answer", "Who"), ("E-mail", "24 hours", "Desk"), ("Phone", "at once", "Desk"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Desk"
    word.sections[0].header.paragraphs[0].text = "Harbour House"
    word.sections[0].footer.paragraphs[0].text = "Valid until 2027"
    stored = io.BytesIO()
    word.save(stored)
    return with_footnotes(stored.getvalue())


def with_footnotes(data: bytes) -> bytes:
    """The package with a part of notes."""
    out = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(
                    b"</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
                )
            new.writestr(name, part)
        new.writestr("word/footnotes.xml", FOOTNOTES.format(ns=nsdecls("w")))
    return out.getvalue()


def pptx() -> bytes:
    """Two slides: a title with bullets and notes; a group and a table."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Our promises"
    first.placeholders[1].text = "Room by 3 pm\nDinner by 7 pm"
    first.notes_slide.notes_text_frame.text = "Say it slowly."
    second = deck.slides.add_slide(deck.slide_layouts[6])
    second.shapes.add_group_shape().shapes.add_textbox(0, 0, 9, 9).text_frame.text = "In a group"
    table = second.shapes.add_table(2, 2, 0, 0, 9, 9).table
    for place, text in enumerate(("Channel", "Answer", "E-mail", "24 hours")):
        table.cell(place // 2, place % 2).text = text
    stored = io.BytesIO()
    deck.save(stored)
    return stored.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF of pages, whose lines stand 14 apart; an empty line makes a gap, `# ` larger letters."""
    pages = pages or (
        "# Arrival\n\nEvery room is ready by 3 pm, and if it is not the re-\nception gives you a dinner.\n\nSecond paragraph.\n- An item",
        "Last page.",
    )
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, page in enumerate(pages):
        lines = [
            f"BT /F1 {18 if line[:2] == '# ' else 11} Tf 1 0 0 1 72 {720 - 14 * place} Tm ({line.removeprefix('# ')}) Tj ET"
            for place, line in enumerate(page.split("\n"))
        ]
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        stream = "\n".join(lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def eml() -> bytes:
    """An e-mail with an attachment, forwarded within another."""
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "Your “room”", "a@b.example"
    inner.set_content("Dear guest,\n\nyour room is ready by 3 pm – always,\nwhatever happens.\n\n> when can we come?\n> Ann\n")
    inner.add_alternative("<p>Not this one</p>", subtype="html")
    inner.add_attachment(b"x", maintype="application", subtype="pdf", filename="offer.pdf")
    outer = EmailMessage()
    outer["Subject"], outer["From"] = "Fwd: Your room", "c@d.example"
    outer.set_content("<h1>Hello</h1><p>See <b>below</b>.</p>", subtype="html")
    outer.add_attachment(inner)
    return bytes(outer)


SAMPLES: dict[str, Callable[[], bytes]] = {"policy.docx": docx, "promises.pptx": pptx, "arrival.pdf": pdf, "forwarded.eml": eml}
"""A good file of each packed kind, made anew at every call."""


def table(document: Document) -> list[str]:
    """The blocks of a document, one a line: place, kind, text, and what the block knows about its surroundings."""
    lines = []
    for block in document.blocks:
        span = document.span(block, 0, len(block.text))
        known = {
            "under": " > ".join(block.headings),
            "column": block.column,
            "row": block.row,
            "intro": block.intro,
            "quoted": "yes" * block.quoted,
        }
        told = "".join(f" | {name}: {value}" for name, value in known.items() if value)
        lines.append(f"{span.part or f'{span.line}:{span.column}'} | {block.kind} | {block.text}{told}")
    return lines


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.glob("sample.*") if path.suffix in ENDINGS))
def test_samples_give_the_blocks_that_a_reader_sees(name: str) -> None:
    """Every sample of a text kind gives the blocks in the file beside it."""
    document = read_document(name, (GOLDEN / name).read_bytes())
    assert document.troubles == ()
    assert table(document) == (GOLDEN / f"{name}.blocks").read_text(encoding="utf-8").splitlines()


def test_word_reads_as_with_all_changes_accepted() -> None:
    """Runs are joined, insertions are in, deletions and struck words out, a text box is there once, cells know column and row."""
    under = " | under: Arrival policy > Rooms"
    assert table(read_document("policy.docx", docx())) == [
        "paragraph 1 | heading | Arrival policy",
        "paragraph 2 | heading | Rooms | under: Arrival policy",
        f"paragraph 3 | paragraph | Every room is ready by 3 pm, or we'll call at once{under}",
        f"text box at paragraph 3 | paragraph | In a box{under}",
        f"paragraph 4 | paragraph | We bring:{under}",
        f"paragraph 5 | item | water{under} | intro: We bring:",
        f"paragraph 6 | item | fruit{under} | intro: We bring:",
        f"table 1, row 1, column 1 | cell | Channel{under}",
        f"table 1, row 1, column 2 | cell | Answer{under}",
        f"table 1, row 1, column 3 | cell | Who{under}",
        f"table 1, row 2, column 1 | cell | E-mail{under} | column: Channel",
        f"table 1, row 2, column 2 | cell | 24 hours{under} | column: Answer | row: E-mail",
        f"table 1, row 2, column 3 | cell | Desk{under} | column: Who | row: E-mail",
        f"table 1, row 3, column 1 | cell | Phone{under} | column: Channel",
        f"table 1, row 3, column 2 | cell | at once{under} | column: Answer | row: Phone",
        f"footnote 1 | note | Except on holidays.{under}",
        f"header | paragraph | Harbour House{under}",
        f"footer | paragraph | Valid until 2027{under}",
    ]


def test_slides_give_titles_bullets_groups_tables_and_notes() -> None:
    """Each block names its slide."""
    under = " | under: Our promises"
    assert table(read_document("promises.pptx", pptx())) == [
        "slide 1, title | heading | Our promises",
        f"slide 1, paragraph 1 | item | Room by 3 pm{under}",
        f"slide 1, paragraph 2 | item | Dinner by 7 pm{under}",
        f"slide 1, notes | note | Say it slowly.{under}",
        "slide 2, paragraph 1 | paragraph | In a group",
        "slide 2, table 1, row 1, column 1 | cell | Channel",
        "slide 2, table 1, row 1, column 2 | cell | Answer",
        "slide 2, table 1, row 2, column 1 | cell | E-mail | column: Channel",
        "slide 2, table 1, row 2, column 2 | cell | 24 hours | column: Answer | row: E-mail",
    ]


def test_a_pdf_gives_paragraphs_with_words_put_together() -> None:
    """Lines of a paragraph are one block, a word parted at the end of a line is whole, and nothing is taken for certain."""
    document = read_document("arrival.pdf", pdf())
    assert not document.sure
    assert table(document) == [
        "page 1, paragraph 1 | heading | Arrival",
        "page 1, paragraph 2 | paragraph | Every room is ready by 3 pm, and if it is not the reception gives you a dinner. | under: Arrival",
        "page 1, paragraph 3 | paragraph | Second paragraph. | under: Arrival",
        "page 1, paragraph 4 | item | An item | under: Arrival | intro: Second paragraph.",
        "page 2, paragraph 1 | paragraph | Last page. | under: Arrival",
    ]


def test_an_e_mail_gives_its_subject_its_text_and_what_it_forwards() -> None:
    """A web page is read where there is no plain text; what is attached is named, not opened."""
    document = read_document("forwarded.eml", eml())
    under = ' | under: Your "room"'
    assert table(document) == [
        "subject | title | Fwd: Your room",
        "body, paragraph 1 | heading | Hello | under: Fwd: Your room",
        "body, paragraph 2 | paragraph | See below. | under: Fwd: Your room > Hello",
        'forwarded message, subject | title | Your "room"',
        f"forwarded message, body, paragraph 1 | paragraph | Dear guest,{under}",
        f"forwarded message, body, paragraph 2 | paragraph | your room is ready by 3 pm – always, whatever happens.{under}",
        f"forwarded message, body, paragraph 3 | quote | when can we come? Ann{under} | quoted: yes",
    ]
    assert [each.message for each in document.troubles] == ["what is attached to this e-mail was not read: offer.pdf"]


def bomb() -> bytes:
    """A package that is small and unpacks to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(3):
            package.writestr(f"{number}.xml", bytes(100_000_000))
    return out.getvalue()


def entities() -> bytes:
    """A Word file whose text declares an entity."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, b'<!DOCTYPE x [<!ENTITY e "boo">]><x>&e;</x>' if name == "word/document.xml" else part)
    return out.getvalue()


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BROKEN: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "cut short": ("a.docx", lambda: docx()[:2000], "document-unreadable", "a file that is damaged, or that is not a Word document"),
    "another kind": ("a.md", docx, "document-unreadable", "a file of another kind with the name of a Markdown text"),
    "another kind of package": (
        "a.pptx",
        lambda: b"hello",
        "document-unreadable",
        "a file that is damaged, or that is not a PowerPoint presentation",
    ),
    "not a PDF": ("a.pdf", lambda: b"hello", "document-unreadable", "a file of another kind with the name of a PDF"),
    "not an e-mail": ("a.eml", lambda: b"hello", "document-unreadable", "a file that is damaged, or that is not a saved e-mail"),
    "old format": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
        "document-unreadable",
        "a file in an old format, or one that is protected by a password",
    ),
    "password": ("a.pdf", locked_pdf, "document-unreadable", "a file that is protected by a password"),
    "empty": ("a.md", lambda: b"", "document-unreadable", "no text at all"),
    "only spaces": ("a.txt", lambda: b" \n\n", "document-unreadable", "no text at all"),
    "no words": ("a.pdf", lambda: pdf(" "), "document-unreadable", "pages without any text, perhaps pictures of pages"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 20, "document-unreadable", "a file that is damaged, or that is not a plain text"),
    "unpacks to too much": ("a.docx", bomb, "document-too-large", "300 MB when it is unpacked; 200 MB is the most that is read"),
    "too large": ("a.md", lambda: b"a" * 51_000_000, "document-too-large", "51 MB; 50 MB is the most that is read"),
    "entities": ("a.docx", entities, "document-unreadable", "a file that is damaged, or that is not a Word document"),
    "unknown ending": ("a.xlsx", lambda: b"hello", "document-unreadable", "a file with another ending"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_one_finding(name: str) -> None:
    """It says what was found and what to do, and there are no blocks."""
    file, make, code, found = BROKEN[name]
    document = read_document(file, make())
    assert document.blocks == ()
    (finding,) = document.troubles
    assert (finding.code, finding.severity, finding.found, finding.span.file) == (code, "error", found, file)
    assert finding.message and finding.expected and finding.remedy.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_are_read_in_the_encoding_they_are_saved_in(encoding: str) -> None:
    """Only an encoding that has to be guessed is remarked upon."""
    document = read_document("a.txt", "Café at 5 – for all".encode(encoding))
    assert [block.text for block in document.blocks] == ["Café at 5 – for all"]
    assert [each.code for each in document.troubles] == ["document-encoding"] * (encoding == "cp1252")


def test_lines_and_columns_are_those_of_an_editor() -> None:
    """With Windows line ends, tabs and a link before it, a word is found where the cursor would stand."""
    text = "Intro\r\n\r\n- See [the *list*](a.md) for **24&nbsp;hours**\r\n  of service\r\n"
    document = read_markdown("a.md", text)
    item = document.blocks[1]
    assert item.text == "See the list for 24 hours of service"
    start = item.text.index("24")
    span = document.span(item, start, start + len("24 hours"))
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 32, 3, 45)
    assert text.split("\r\n")[2][31:44] == "24&nbsp;hours"


def test_reading_twice_gives_the_same() -> None:
    """Nothing of the machine or the hour goes into a document."""
    for name, make in SAMPLES.items():
        data = make()
        assert read_document(name, data) == replace(read_document(name, data))
