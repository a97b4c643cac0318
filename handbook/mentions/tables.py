"""The table of a language's quantities -> sets of words and expressions that find them; all language is in the table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

import yaml

from handbook.codes import CURRENCIES
from handbook.quantity import Duration, TimeOfDay, parse_duration, parse_time_of_day

Table = dict[str, Any]
Pattern = re.Pattern[str]
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays a text: `on` and `no` are words here


@dataclass(frozen=True)
class Lexicon:
    """What the scanner knows of a language: values by word, and compiled expressions for texts in lower case."""

    table: Table
    values: dict[str, Decimal]
    multiples: dict[str, Decimal]
    parts: dict[str, Decimal]
    units: dict[str, Duration]
    business: frozenset[str]
    phrases: dict[str, tuple[str, Duration]]
    times: dict[str, TimeOfDay]
    money_before: dict[str, str]
    money_words: dict[str, str]
    bounds: dict[str, dict[str, str]]
    words: dict[str, frozenset[str]]
    finds: dict[str, Pattern]


@lru_cache(maxsize=8)
def lexicon(text: str) -> Lexicon:
    """The words and expressions of one table."""
    table: Table = yaml.load(text, Loader=_LOADER)  # noqa: S506  (texts and lists only, nothing is made)
    numbers, time, money = table["numbers"], table["time"], table["money"]
    units = {word: Duration(Decimal(1), unit) for unit, words in time["units"].items() for word in words}
    units |= {word: parse_duration(length) for word, length in time["more-units"].items()}
    lexicon = Lexicon(
        table=table,
        values={word: Decimal(value) for word, value in (numbers["words"] | numbers["groups"]).items()},
        multiples={word: Decimal(value) for word, value in (numbers["multiples"] | numbers["short"] | numbers["short-money"]).items()},
        parts={word: share(value) for word, value in (numbers["parts"] | numbers["glyphs"]).items()},
        units=units,
        business=frozenset(time["clocks"]["business"]),
        phrases={words: _promise(said) for words, said in time["phrases"].items()},
        times={name: parse_time_of_day(value) for name, value in table["moment"]["names"].items()},
        money_before=money["before"],
        money_words=money["words"] | money["minor"],
        bounds={kind: _bounds(table, kind) for kind in table["bounds"]},
        words=_sets(table),
        finds={},
    )
    lexicon.finds.update({name: re.compile(expression) for name, expression in _expressions(lexicon).items()})
    return lexicon


def share(text: str) -> Decimal:
    """A part as a number: `0.25`, `1/3` (to six places)."""
    part = Fraction(text)
    return round(Decimal(part.numerator) / Decimal(part.denominator), 6).normalize()


def _promise(said: str) -> tuple[str, Duration]:
    bound, length = said.split(" ", 1)
    return bound, parse_duration(length)


def _bounds(table: Table, kind: str) -> dict[str, str]:
    named = {word: name for name, words in table["bounds"][kind].items() for word in words}
    return dict.fromkeys(table["about"], "about") | named


def _sets(table: Table) -> dict[str, frozenset[str]]:
    """The lists that are only asked whether they hold a word."""
    numbers, time, counts, ages = table["numbers"], table["time"], table["counts"], table["ages"]
    lists = {f"time-{name}": words for name, words in time.items() if isinstance(words, list)}
    lists |= {f"counts-{name}": words for name, words in counts.items() if isinstance(words, list)}
    lists |= {f"ages-{name}": words for name, words in ages.items() if isinstance(words, list)}
    lists |= {f"numbers-{name}": words for name, words in numbers.items() if isinstance(words, list)}
    lists |= {f"ratio-{name}": words for name, words in table["ratio"].items()}
    lists |= {f"ranges-{name}": words for name, words in table["ranges"].items()}
    lists |= {
        "needed-before": table["moment"]["needed-before"],
        "filler": table["between-bound-and-number"],
        "hedges": table["hedges"],
        "about": table["about"],
    }
    lists |= {
        "per-words": table["money"]["per-words"],
        "the": table["the"],
        "not-across-the": table["not-across-the"],
        "not-for-things": table["not-for-things"],
        "not-before-a-hyphen": table["not-before-a-hyphen"],
    }
    lists |= {f"moment-{name}": words for name, words in table["moment"].items() if isinstance(words, list)}
    lists |= {"months": counts["months"], "behind-money": table["money"]["quiet-behind"], "idioms": table["money"]["idioms"]}
    lists |= {"minor": list(table["money"]["minor"]), "codes": sorted(CURRENCIES - set(table["money"]["words-like-codes"]))}
    return {name: frozenset(words) for name, words in lists.items()}


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, longest first; each ends where a word ends. Common beginnings are looked at once."""
    return _branches(sorted(set(words)), "")


def _branches(endings: list[str], last: str) -> str:
    groups: dict[str, list[str]] = {}
    for ending in endings:
        if ending:
            groups.setdefault(ending[0], []).append(ending[1:])
    ways = [re.escape(letter) + _branches(rest, letter) for letter, rest in groups.items()]
    if "" in endings:
        ways.append(r"(?!\w)" if last.isalnum() else "")
    return ways[0] if len(ways) == 1 and last else "(?:" + "|".join(ways) + ")"


def _plain(words: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def _expressions(lexicon: Lexicon) -> dict[str, str]:
    table = lexicon.table
    return (
        _number_expressions(lexicon)
        | _time_expressions(lexicon)
        | _moment_expressions(table)
        | _other_expressions(table)
        | _triggers(lexicon)
    )


def _number_expressions(lexicon: Lexicon) -> dict[str, str]:
    numbers = lexicon.table["numbers"]
    word = any_of([*numbers["words"], *numbers["multiples"]])
    joined = rf"(?:(?: |-| {any_of(numbers['join'])} ){word}){{0,12}}"
    parts, articles, groups = any_of(numbers["parts"]), any_of(numbers["article"]), any_of(numbers["groups"])
    thousands, point = "".join(map(re.escape, numbers["thousands"])), re.escape(numbers["decimal"])
    digits = rf"(?P<digits>\d{{1,3}}(?:[{thousands}]\d{{3}}){{1,4}}(?!\d)(?:{point}\d{{1,9}}(?!\d))?|\d{{1,12}}(?!\d)(?:{point}\d{{1,9}}(?!\d))?)"
    glyph = f"[{''.join(numbers['glyphs'])}]"
    more = rf"(?:[ -]{any_of(numbers['join'])}[ -](?:{articles}[ -])?(?P<more>{parts})(?! {any_of(numbers['part-of'])}))?"
    scale = rf"(?:(?P<short>{any_of(numbers['short'])})|[ -]?(?P<scale>{any_of(numbers['multiples'])}))?"
    return {
        "number": rf"(?:{digits}(?P<glyph> ?{glyph})?{scale}(?: \({word}\))?|(?P<lone>{glyph})|(?P<group>{groups})|(?P<words>(?:{articles} (?={any_of(numbers['multiples'])}))?{word}{joined})(?: \((?P<again>\d+)\))?|(?P<article>{articles})){more}(?P<plus>\+)?",
        "bare": rf"(?P<part>{any_of(numbers['bare-parts'])})(?: {articles})?[ -]",
        "part": rf"(?:(?P<count>{word}|{articles})[ -])?(?P<part>{parts})(?: (?P<of>{any_of(numbers['part-of'])}))?(?: (?P<article>{articles}))?[ -]?",
        "money-scale": rf" ?(?P<scale>{any_of(numbers['short-money'])})",
        "nth": rf"{any_of(numbers['every'])} (?P<nth>{any_of(numbers['nth'])})(?= )",
    }


def _time_expressions(lexicon: Lexicon) -> dict[str, str]:
    time = lexicon.table["time"]
    clocks = any_of(word for words in time["clocks"].values() for word in words)
    unit = any_of(lexicon.units)
    return {
        "unit": rf"[ -]?(?:{any_of(time['clocks']['calendar'])}[ -])?(?:(?P<clock>{clocks})[ -])?(?P<unit>{unit})(?:'(?!\w))?",
        "clock-behind": rf"(?:,)? (?P<behind>{any_of(time['clock-behind'])})",
        "and-time": rf" (?:{any_of(time['and'])} )?",
        "and-part": rf" {any_of(time['and'])} (?:{any_of(lexicon.table['numbers']['article'])} )?(?P<part>{any_of(lexicon.table['numbers']['parts'])})",
        "frequency": rf"(?:[ -](?:{any_of(time['frequency'])}) |/)(?:{clocks}[ -])?{unit}| {any_of(time['often'])}",
        "ago": rf" {any_of(time['past'])}",
        "phrase": any_of(time["phrases"]),
    }


def _moment_expressions(table: Table) -> dict[str, str]:
    moment, words = table["moment"], table["numbers"]["words"]
    half = rf"(?: ?(?:(?P<am>{any_of(moment['am'])})|(?P<pm>{any_of(moment['pm'])}))(?!\w))"
    part = rf"(?:,? (?P<part>{any_of(moment['parts'])}))"
    hour, oclock, hours = rf"(?P<hour>\d{{1,2}}|{any_of(words)})", rf"(?: ?(?P<oclock>{any_of(moment['oclock'])}))", any_of(moment["hours"])
    past = any_of(moment["past-parts"])
    marks = any_of(
        [
            *moment["am"],
            *moment["pm"],
            *moment["oclock"],
            *moment["hours"],
            *moment["past"],
            *moment["to"],
            *moment["parts"],
            *moment["names"],
        ]
    )
    return {
        "maybe": rf"\d{{1,2}}:\d|(?:\d{{1,4}}(?:\.\d{{2}})?|{past}|{any_of(words)})(?:,? ?|-| {any_of(moment['minutes'])} ){marks}|{any_of(moment['names'])}",
        "clock": rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?!\d|:\d)(?:{half}| ?{hours})?{part}?",
        "point": rf"(?P<hour>\d{{1,2}})\.(?P<minute>\d{{2}})(?!\d)(?:{half}| ?(?P<hours>{hours})){part}?",
        "twelve": rf"{hour}{oclock}?(?:{half}|{part})?",
        "four": rf"(?P<hour>\d{{2}})(?P<minute>\d{{2}}) ?(?P<hours>{hours})",
        "past": rf"(?P<past>{past}|\d{{1,2}}|{any_of(words)})(?: {any_of(moment['minutes'])})?[ -](?:(?P<after>{any_of(moment['past'])})|(?P<to>{any_of(moment['to'])})) {hour}(?:{oclock}|{half})?{part}?",
        "named": rf"(?:(?P<hour>\d{{1,2}}|{any_of(words)}) )?(?P<name>{any_of(moment['names'])})",
    }


def _other_expressions(table: Table) -> dict[str, str]:
    money, percent, ratio, ages, counts = table["money"], table["percent"], table["ratio"], table["ages"], table["counts"]
    codes = "|".join(sorted(code.lower() for code in CURRENCIES))
    signs = _plain(word for word in money["before"] if not word[0].isalnum())
    per, article = any_of(money["per"]), any_of(money["per-article"])
    scales, decimals = any_of(ratio["slash"]), any_of(ratio["slash-decimal"])
    to = any_of([*table["ranges"]["to"], *table["ranges"]["or"]])
    return {
        "money-before": rf"(?:(?<!\w)(?P<code>{codes})(?: ?{signs})?|(?<!\w)(?P<word>{_plain(w for w in money['before'] if w[0].isalnum())})|(?P<sign>{_plain(w for w in money['before'] if not w[0].isalnum())}))[ \u00a0]?(?=\d)",
        "money-behind": rf"[ -]?(?:(?P<code>(?:{codes})(?!\w))|(?P<word>{any_of(lexicon_words(money))}))",
        "and-money": rf" (?:{any_of(money['and'])} )?",
        "per": rf"(?: ?(?P<per>{per})(?: {article}(?= ))? ?|[ ](?P<article>{article}) (?={any_of(money['per-words'])}))",
        "per-more": rf" (?:(?P<and>{any_of(table['numbers']['join'])})|{any_of(money['per'])}|{article}) ?(?P<word>{any_of(money['per-words'])})",
        "each": rf" {any_of(money['each'])}",
        "money-left": rf"(?:(?<!\w)(?:(?P<code>{codes})(?: ?{signs})?|{_plain(w for w in money['before'] if w[0].isalnum())})|{_plain(w for w in money['before'] if not w[0].isalnum())})[ \u00a0]?\Z",
        "opener": any_of([*table["ranges"]["between"], *table["ranges"]["from"]]),
        "opened": rf"(?<!\w)(?:(?P<between>{any_of(table['ranges']['between'])})|(?P<from>{any_of(table['ranges']['from'])})) \Z",
        "or": rf" {any_of(table['ranges']['or'])} ",
        "aged": rf"(?<![\w-])(?:(?P<who>{any_of(ages['who'])}) )?(?:(?P<limit>{any_of(ages['bounds'])}) )?(?:(?P<aged>{any_of(ages['words'])}) (?:(?P<bound>{any_of(ages['bounds'])}) )?)?\Z",
        "years": rf"[ -]{any_of(ages['years'])}(?: {any_of(ages['behind'])})?",
        "percent": rf"(?:(?: |-)?(?P<points>{any_of(percent['points'])})|(?: |-)?{any_of(percent['signs'])})",
        "out-of": rf" {any_of(ratio['out-of'])} ",
        "slash": rf"/(?:(?P<best>{scales})|(?P<decimal>{decimals}))(?![\w/])",
        "in": rf" {any_of(ratio['in'])} ",
        "rate": rf" (?:{any_of(ratio['per'])}|{article}(?= {any_of(money['per-words'])})) ",
        "old": rf"[ -]?{any_of(ages['old'])}",
        "older": rf" (?P<over>{any_of(ages['over'])})",
        "range": rf"(?: (?P<to>{to}) | ?(?P<dash>[-–—‑]) ?)",
        "range-and": rf" {any_of(table['ranges']['between-and'])} ",
        "behind": rf",? (?P<opened>\()?(?P<behind>{any_of(table['behind'])})(?(opened)\))(?! ?[\d€$£])",
        "slashed": r"([^\W\d_][\w'-]*)",
        "noun": r" ([^\W\d_][\w'-]*)",
        "word": r"[^\s()\[\]\"“”‘;:!?,]+",
        "street": rf"(?: [^\W\d_][\w'-]*){{0,3}} {any_of(counts['names-before-streets'])}",
    }


def lexicon_words(money: Table) -> list[str]:
    """Every word and sign of money that may stand behind a number."""
    return [*money["words"], *money["minor"]]


def _triggers(lexicon: Lexicon) -> dict[str, str]:
    """What a quantity, or something that only looks like one, can begin with."""
    table = lexicon.table
    numbers, time = table["numbers"], table["time"]
    after = any_of(
        [
            *lexicon.units,
            *(word for words in time["clocks"].values() for word in words),
            *numbers["multiples"],
            *numbers["parts"],
            *lexicon.money_words,
        ]
    )
    articles = any_of(numbers["article"])
    begins = [
        *numbers["words"],
        *numbers["multiples"],
        *numbers["parts"],
        *numbers["groups"],
        *table["moment"]["names"],
        *time["phrases"],
        *(w for w in table["quiet"] if not w[0].isdigit()),
    ]
    nth = rf"{any_of(numbers['every'])} (?={any_of(numbers['nth'])})"
    return {
        "trigger": rf"(?<!\w)(?:\d|[{''.join(numbers['glyphs'])}]|{any_of(begins)}|{articles} (?={after})|{nth})|\d(?<=\b[a-z]{{3}}\d)|\d(?<=\b[a-z]{{2}}\d)",
        "quiet": any_of(table["quiet"]) + r"(?!\w)",
    }
