"""The quantities that a text of the profile mentions, where the language has a table for them."""

from handbook.mentions import Mention, scanner
from handbook.quantity import Duration, TimeOfDay
from handbook.ruling import Case

AT_MOST = ("within", "by", "up to", "less than", "until")


def mentions(case: Case, text: str) -> list[Mention]:
    """The quantities of a text in order; none in a language without a table."""
    tables = case.shipped.get("_quantities.yaml", "")
    return scanner(tables).scan(text) if tables else []


def deadlines(case: Case, text: str) -> list[tuple[Mention, Duration | TimeOfDay]]:
    """The times within or by which a text says that something happens."""
    return [(each, each.high) for each in mentions(case, text) if each.bound in AT_MOST and isinstance(each.high, Duration | TimeOfDay)]
