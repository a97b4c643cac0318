"""How two figures of a measure compare."""

from decimal import Decimal
from typing import Any

from handbook.quantity import Count, Duration, Money, Percent, Quantity, Rate, Score, TimeOfDay


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind and unit, so that one can be better than the other."""
    return _scale(one) == _scale(other)


def better_than(one: Quantity, other: Quantity, better: str) -> bool:
    """Whether the first figure is better than the second; never where they are of two kinds."""
    if not alike(one, other):
        return False
    return _size(one) > _size(other) if better == "higher" else _size(one) < _size(other)


def _scale(figure: Quantity) -> tuple[Any, ...]:
    match figure:
        case Duration():
            return (Duration, figure.clock)
        case Money():
            return (Money, figure.currency, figure.per)
        case Score():
            return (Score, figure.best)
        case Rate():
            return (Rate, figure.of.casefold())
        case Count():
            return (Count, figure.of.casefold())
    return (type(figure),)


def _size(figure: Quantity) -> Decimal:
    match figure:
        case Duration():
            return figure.seconds
        case TimeOfDay():
            return Decimal(figure.hour * 60 + figure.minute)
        case Rate():
            return figure.amount / figure.base if figure.base else figure.amount
        case Percent() | Money() | Score() | Count():
            return figure.amount
