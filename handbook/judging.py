"""An edition and any texts -> what contradicts it: every rule is asked, every finding has its places."""

from collections.abc import Iterable
from datetime import date

from handbook.document import Document
from handbook.edition import Edition
from handbook.finding import Finding, in_order
from handbook.rules import all_rules
from handbook.ruling import Case
from handbook.sources import Sources


def case_of(edition: Edition, sources: Sources, today: date, documents: Iterable[Document] = ()) -> Case:
    """Everything that rules look at: the profile and its places, its own texts, and the documents given."""
    shipped = {each.name: each.text for each in sources.shipped.get(edition.language, ()) if each.name.startswith("_")}
    return Case(edition.profile, edition.places, edition.leaves, tuple(documents), today, shipped)


def examine(edition: Edition, sources: Sources, today: date, documents: Iterable[Document] = ()) -> tuple[Finding, ...]:
    """All findings of all rules, in order."""
    case = case_of(edition, sources, today, documents)
    return in_order([each for rule in all_rules() for each in rule.run(case)])
