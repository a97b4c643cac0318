"""Every place where the profile says how much a role may give, and how two amounts compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handbook.declare import Path, Ref
from handbook.profile.direction import Level
from handbook.profile.header import Decision
from handbook.profile.promises import Guarantee, MayGive, Severity
from handbook.quantity import Money
from handbook.rules._records import records
from handbook.ruling import Case

Comparison = Literal["same", "less", "more", "currency", "per"]


@dataclass(frozen=True)
class Limit:
    """How much a role may give, where that is said, and what for (empty: for anything)."""

    role: Ref
    amount: Money
    path: Path
    what: str
    general: bool = False


def limits(case: Case) -> tuple[Limit, ...]:
    """Every limit that the profile gives to a role, in the order of the profile."""
    found: tuple[Limit, ...] = case.once("limits", lambda case: tuple(_limits(case)))
    return found


def _limits(case: Case) -> Iterator[Limit]:
    for path, each in records(case):
        match each:
            case Level() if each.up_to is not None:
                yield Limit(each.role, each.up_to, path, "what this level decides alone", True)
            case Decision() if each.up_to is not None:
                yield Limit(each.role, each.up_to, path, each.what)
            case Severity() if each.up_to is not None and each.role is not None:
                yield Limit(each.role, each.up_to, path, each.name)
            case Guarantee() if isinstance(each.who_may_give, MayGive) and each.who_may_give.up_to is not None:
                yield Limit(each.who_may_give.role, each.who_may_give.up_to, (*path, "who-may-give"), each.name or each.promise)


def compare(one: Money, other: Money) -> Comparison:
    """How the first amount compares with the second; currency or per where they cannot be compared."""
    if one.currency != other.currency:
        return "currency"
    if per(one) != per(other):
        return "per"
    return "same" if one.amount == other.amount else "less" if one.amount < other.amount else "more"


def per(amount: Money) -> str:
    """What an amount is counted per, so that `stay`, `a stay` and `Stays` are the same."""
    words = amount.per.casefold().split()
    words = words[1:] if len(words) > 1 and words[0] in ("a", "an", "each", "every", "the") else words
    last = words[-1] if words else ""
    single = last[:-1] if last.endswith("s") and not last.endswith("ss") else last
    return " ".join([*words[:-1], single])


def spoken(amount: Money, said: bool = True) -> str:
    """An amount for a sentence; with what it is counted per, or that this is not said."""
    return str(amount) if amount.per or not said else f"{amount} (per what is not said)"
