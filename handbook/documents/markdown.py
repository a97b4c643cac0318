"""Markdown -> a document: headings, paragraphs, lists, tables and notes, each character with its place in the file."""

from handbook.document import Document, DocumentKind
from handbook.documents.cleaning import decoded
from handbook.documents.front_matter import front_matter
from handbook.documents.markdown_cutting import Cutter
from handbook.documents.markdown_masks import masked, unescaped
from handbook.documents.marks import NOTHING
from handbook.documents.outline import Outline
from handbook.documents.tags import Spans


def read_markdown(file: str, text: str, kind: DocumentKind = "markdown") -> Document:
    """The document of a Markdown text; spans count in the text as it is."""
    spans: Spans = {}
    fields, end = front_matter(text)
    structure = masked("\n" + NOTHING * end + text[end:], spans)
    clean = decoded(structure)
    outline = Outline(unescaped(clean) if "\\" in text else clean, shift=-1)
    for field in fields:
        outline.blocks.append(field)
        if field.kind == "title":
            outline.below(field.text, 0)
    Cutter(structure, outline, spans).run()
    return Document(file, kind, text, tuple(outline.blocks))
