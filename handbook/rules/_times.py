"""How two lengths of time compare."""

from typing import Literal

from handbook.quantity import Duration, TimeOfDay

Comparison = Literal["same", "less", "more", "unlike"]


def compare(one: Duration | TimeOfDay, other: Duration | TimeOfDay) -> Comparison:
    """How the first time compares with the second; `unlike` where that depends on the day, or they are of two kinds."""
    if isinstance(one, TimeOfDay) and isinstance(other, TimeOfDay):
        return _ordered(one.hour * 60 + one.minute, other.hour * 60 + other.minute)
    if not isinstance(one, Duration) or not isinstance(other, Duration):
        return "unlike"
    if one.clock != other.clock:
        return _by_clock(one, other)
    return _ordered(one.seconds, other.seconds)


def _by_clock(one: Duration, other: Duration) -> Comparison:
    """Business time never ends sooner than the calendar's: 2 business days take longer than 2 days, for certain."""
    if one.clock == "business" and one.seconds >= other.seconds:
        return "more"
    if other.clock == "business" and other.seconds >= one.seconds:
        return "less"
    return "unlike"


def _ordered(one: object, other: object) -> Comparison:
    return "same" if one == other else "less" if one < other else "more"  # type: ignore[operator]
