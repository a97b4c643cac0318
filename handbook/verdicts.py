"""A quantity beside the one that rules: agreement, less or more for people, another clock, or nothing that can be told."""

from dataclasses import replace
from typing import Literal

from handbook.anchors import Anchor
from handbook.comparing import compare
from handbook.meaning import AT_ONCE, FOR_EVER
from handbook.mentions import Mention
from handbook.quantity import Duration, Money

Verdict = Literal["agree", "weaker", "stronger", "conflict", "clock", "unclear"]
SHORT = frozenset({"minute", "second"})
"""Units in which no opening hour ends."""
FAR = 60
"""Beyond this many times as much, two figures do not speak of one thing."""


def verdict(mention: Mention, anchor: Anchor) -> Verdict:
    """What a quantity says beside the one that rules: less or more for people, another clock, or nothing that can be told."""
    if mention.low in (AT_ONCE, FOR_EVER):
        return _unmeasured(mention, anchor)
    low, high = _compared(mention, anchor)
    if "same" in (low, high) or (low == "less" and high == "more"):
        promised = anchor.part in ("limit", "said") or anchor.family[:1] == ("guarantees",)
        later = mention.kind == "time" and mention.bound in ("at least", "more than") and promised
        return "weaker" if later else "agree"
    if low == "clock":
        return _of_clocks(mention, anchor)
    if low == "per" and isinstance(mention.low, Money) and isinstance(anchor.value, Money):
        low = high = "same" if mention.low.amount == anchor.value.amount else "less" if mention.low.amount < anchor.value.amount else "more"
        if low == "same":
            return "agree"
    if low not in ("less", "more") or _far_apart(mention, anchor):
        return "unclear"
    if anchor.part in ("count", "target", "fact"):
        return "conflict" if mention.bound not in ("at least", "more than", "less than", "up to") or anchor.part == "fact" else "unclear"
    if mention.kind == "time" and mention.bound in ("at least", "more than", "after", "from") and low == "less":
        return "unclear"
    gains = low == "less" if anchor.part in ("limit", "said", "payout") and mention.kind in ("time", "moment") else low == "more"
    return "stronger" if gains else "weaker"


def _unmeasured(mention: Mention, anchor: Anchor) -> Verdict:
    """*At once* promises more than a limit, *for ever* more than a time in which people can come back; beside others they tell nothing."""
    value = anchor.value
    if not isinstance(value, Duration):
        return "unclear"
    waits = anchor.part in ("limit", "said", "payout") or (anchor.part == "fact" and anchor.family[:1] == ("guarantees",))
    if mention.low == AT_ONCE:
        return "stronger" if waits and value.seconds > AT_ONCE.seconds else "unclear"
    return "stronger" if anchor.part in ("claim", "said", "fact", "limit") and value.unit in ("day", "week", "month", "year") else "unclear"


def _compared(mention: Mention, anchor: Anchor) -> tuple[str, str]:
    """Both ends of what is said beside what rules; for minutes and seconds it makes no odds which hours count."""
    low, high, value = mention.low, mention.high, anchor.value
    if isinstance(low, Duration) and isinstance(high, Duration) and isinstance(value, Duration) and {low.unit, value.unit} <= SHORT:
        low, high = replace(low, clock=value.clock), replace(high, clock=value.clock)
    return compare(low, value), compare(high, value)


def _far_apart(mention: Mention, anchor: Anchor) -> bool:
    """Whether two lengths or sums are so unlike that they hardly speak of one thing."""
    first, second = mention.low, anchor.value
    if isinstance(first, Duration) and isinstance(second, Duration):
        sizes = sorted((float(first.seconds), float(second.seconds)))
    elif isinstance(first, Money) and isinstance(second, Money):
        sizes = sorted((float(first.amount), float(second.amount)))
    else:
        return False
    return sizes[1] > FAR * max(sizes[0], 0.001)


def _of_clocks(mention: Mention, anchor: Anchor) -> Verdict:
    """Business time against calendar time: another clock when about as long, else less or more."""
    first, second = mention.low, anchor.value
    if not isinstance(first, Duration) or not isinstance(second, Duration):
        return "unclear"
    ratio = first.seconds / second.seconds if second.seconds else 1
    if first.unit == second.unit and first.amount == second.amount:
        return "clock"
    return "clock" if 0.6 < ratio < 1.7 else "stronger" if ratio < 1 else "weaker"
