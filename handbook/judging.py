"""An edition and any texts -> what contradicts it: every rule is asked, every finding has its places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from handbook.accepting import accepted
from handbook.document import Document
from handbook.documents.markdown import read_markdown
from handbook.edition import Edition
from handbook.finding import Finding, Span, in_order
from handbook.profile_texts import profile_documents
from handbook.references import names_of
from handbook.rules import all_rules
from handbook.ruling import Case
from handbook.sources import Sources

FIGURES = (
    "number-differs",
    "amount-differs",
    "clock-differs",
    "condition-added",
    "promise-softened",
    "promise-narrowed",
    "absolute-with-conditions",
)
"""What tells a near copy better than its being one."""


@dataclass(frozen=True)
class Judged:
    """All findings of all rules in order, and the texts they are about, by file, for code frames."""

    findings: tuple[Finding, ...]
    texts: dict[str, str]


def case_of(edition: Edition, sources: Sources, today: date, documents: Iterable[Document] = ()) -> Case:
    """Everything that rules look at: the profile and its places, its own texts and chapters, and the documents given.

    Tables that the language of the handbook does not have yet are the English ones.
    """
    tables = (*sources.shipped.get("en", ()), *sources.shipped.get(edition.language, ()))
    shipped = {each.name: each.text for each in tables if each.name.startswith("_")}
    own = _own_documents(edition, sources)
    return Case(edition.profile, edition.places, edition.leaves, (*own, *_sorted(documents)), today, shipped)


def examine(edition: Edition, sources: Sources, today: date, documents: Iterable[Document] = ()) -> tuple[Finding, ...]:
    """All findings of all rules, in order."""
    return judge(edition, sources, today, documents).findings


def judge(edition: Edition, sources: Sources, today: date, documents: Iterable[Document] = ()) -> Judged:
    """What contradicts the profile, in itself, in the organisation's chapters and pages, and in the documents given."""
    case = case_of(edition, sources, today, documents)
    found = [each for rule in all_rules() for each in rule.run(case)]
    found += [each for document in case.documents for each in document.troubles]
    texts = sources.texts | {each.file: each.text for each in case.documents}
    return Judged(in_order(list(accepted(_once(found, case), case))), texts)


def _sorted(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda each: each.file)


def _own_documents(edition: Edition, sources: Sources) -> Iterator[Document]:
    """The profile's messages, the chapters as written, and the pages that come of them."""
    yield from profile_documents(sources.documents, edition.leaves, names_of(edition.profile))
    chapters = {each.file for each in sources.own_chapters}
    for source in sources.own_chapters:
        if source.name.endswith(".md"):
            yield read_markdown(source.file, source.text, "chapter")
    for page in edition.pages:
        if page.file in chapters:
            yield read_markdown(page.url, page.body, "page")


def _once(findings: list[Finding], case: Case) -> list[Finding]:
    """Findings without those of a page that its chapter or the profile shows as well, and without near copies told by their figure."""
    pages = {each.file for each in case.documents if each.kind == "page"}
    told = {(each.code, each.quote.lower()) for each in findings if each.span.file not in pages}
    exact = [each.span for each in findings if each.code in FIGURES]
    return [
        each
        for each in findings
        if (each.span.file not in pages or (each.code, each.quote.lower()) not in told)
        and not (each.code == "old-wording" and any(_holds(each.span, span) for span in exact))
    ]


def _holds(outer: Span, inner: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    return outer.file == inner.file and begins and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
