"""A promise says the same numbers in every language, and its translation is not older than its original.

Looks at: `translations` of guarantees and of the vision. Numbers and times of day are compared with those of the
original, whatever digits they are written in (15:00, ١٥:٠٠, 3 pm); so are, in languages with a table, numbers in words
and units of time. The day of the translation (`as-of`) is compared with the last review of the original, or with the
day from which it holds. Where some promises are translated into a language of the organisation, the others are listed
once; so are terms. A word of another language that stands for two terms gets a warning.

Why: the English page says 30 days and the Arabic one 14. Those who read the second were promised less, or more, and
nobody in the office can read both.

To put it right: have the translation corrected by somebody who reads both, and write the day of the original under
as-of:. In a translation, a fact may stand in braces as in the original; then it cannot drift.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handbook.declare import Path, Said
from handbook.finding import Finding, Related
from handbook.profile.direction import Vision
from handbook.profile.header import Header, Translation
from handbook.profile.language import Term
from handbook.profile.promises import Guarantee
from handbook.rules._numbers import Number
from handbook.rules._phrases import plain
from handbook.rules._records import of_kind, value_place, words_place
from handbook.rules._translated import lost, strange
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "error"
TOP = "organisation: {name: Harbour House, languages: [en, ar]}\nfacts: {by: 15:00}\nguarantees:\n  - id: a\n    promise: "
REVIEW = "    last-review: {by: boss, date: 2026-10-01, verdict: Four hours are kept.}\nroles: {boss: {title: Head}}\n"
TERMS = "organisation: {name: Harbour House, languages: [en, fr]}\nlanguage:\n  terms: [{term: remedy, means: What they get., "
BAD = (
    Example(TOP + "We answer within 4 hours.\n    translations: {ar: نجيب خلال 14 ساعة.}"),
    Example(TOP + "We answer within 4 hours.\n    translations: {ar: نجيب خلال ١٤ ساعة.}"),
    Example(TOP + "Ready by {by}.\n    translations: {ar: جاهزة قبل الساعة 16:00.}"),
    Example(TOP + "You get AED 1,500.\n    translations: {ar: تحصلون على ١٥٠ درهم.}"),
    Example(TOP + "We answer within 4 hours.\n    translations: {ar: نجيب خلال يومين.}"),
    Example(TOP + "We answer within 4 hours.\n    translations: {ar: نجيب خلال 4 أيام.}"),
    Example("vision: {statement: An answer in 2 days., translations: {fr: Une réponse en 3 jours.}}"),
    Example(TOP + "In 4 hours.\n    translations: {ar: {text: خلال 4 ساعات, as-of: 2026-09-30}}\n" + REVIEW),
    Example(TOP + "In 4 hours.\n    translations: {ar: خلال 4 ساعات}\n  - {id: b, promise: In 2 days.}"),
    Example(TERMS + "translations: {fr: remède}}, {term: complaint, means: A sign., translations: {fr: Remède}}]"),
    Example(TERMS + "translations: {fr: remède}}, {term: complaint, means: A sign.}]"),
)
GOOD = (
    Example(TOP + "We answer within 4 hours.\n    translations: {ar: نجيب خلال ٤ ساعات.}"),
    Example(TOP + "Ready by {by}.\n    translations: {ar: 'جاهزة قبل الساعة {by}.', fr: Prêt à 15 h 00., tl: Handa bago mag-3 pm.}"),
    Example(TOP + "You get AED 1,500.\n    translations: {ar: '١٬٥٠٠ درهم', de: 1.500 AED, fr: 1 500 AED}"),
    Example(TOP + "Two breakfasts are on us.\n    translations: {ar: لكم 2 من وجبات الفطور.}"),
    Example(TOP + "It works in half an hour, or by noon.\n    translations: {ar: تعمل خلال 30 دقيقة أو قبل الساعة 12.}"),
    Example(TOP + "You hear from us in 24 hours.\n    translations: {fr: Vous avez une réponse en 1 jour.}"),
    Example(TOP + "Two breakfasts in 2 days.\n    translations: {ar: فطوران خلال يومين.}"),
    Example(TOP + "In 4 hours.\n    translations: {ar: {text: خلال 4 ساعات, as-of: 2026-10-01}}\n" + REVIEW),
    Example(TOP + "In 4 hours.\n  - {id: b, promise: In 2 days.}"),
    Example(TERMS + "translations: {fr: remède}}, {term: complaint, means: A sign., translations: {fr: plainte}}]"),
)


def check(case: Case) -> Iterator[Finding]:
    """The findings of each translation, and a note for each language that some promises lack."""
    for _, record in (*of_kind(case, Guarantee), *of_kind(case, Vision)):
        original = record.promise if isinstance(record, Guarantee) else record.statement
        for language, translation in record.translations.items():
            yield from _numbers(case, str(language), original, translation.text)
            yield from _age(case, record, translation)
    yield from _missing(case, list(of_kind(case, Guarantee)), "promise")
    yield from _missing(case, list(of_kind(case, Term)), "term")
    yield from _one_word_for_two(case)


def _numbers(case: Case, language: str, original: Said, text: Said) -> Iterator[Finding]:
    wrong = strange(case, language, original, text)
    if wrong:
        yield _differs(case, original, text, wrong[0], lost(case, language, original, text))


def _differs(case: Case, original: Said, text: Said, wrong: Number, right: Number | None) -> Finding:
    one = words_place(case, original, right.start, right.end) if right else value_place(case, original)
    return found(
        words_place(case, text, wrong.start, wrong.end),
        f"the translation says {wrong.words}, and the original " + (f"says {right.words}" if right else "says something else"),
        expected=right.words if right else "the numbers and units of the original",
        found=wrong.words,
        remedy="correct the translation; a fact in braces, as in the original, keeps the two together",
        about=case.dotted(text.path),
        quote=wrong.words,
        related=(Related(one, "the original"),),
    )


def _age(case: Case, record: Header, translation: Translation) -> Iterator[Finding]:
    changed = record.last_review.date if record.last_review else record.effective_from
    if isinstance(changed, date) and isinstance(translation.as_of, date) and translation.as_of < changed:
        yield found(
            value_place(case, translation.as_of),
            "this translation is older than the last look at its original",
            severity="warning",
            expected=f"a translation of {date_in_words(changed)} or later",
            found=date_in_words(translation.as_of),
            remedy="have somebody who reads both compare them, and write the day under as-of",
            about=case.dotted(translation.text.path),
            quote=translation.as_of.isoformat(),
            related=(Related(value_place(case, changed), f"the original: {date_in_words(changed)}"),),
        )


def _missing(case: Case, those: list[tuple[Path, Any]], what: str) -> Iterator[Finding]:
    """A note for each language of the organisation in which some promises, or some terms, are said and others not."""
    for language in case.profile.organisation.languages[1:]:
        there = [each.translations[language] for _, each in those if language in each.translations]
        lacking = [path for path, each in those if language not in each.translations]
        if there and lacking:
            yield _lacking(case, str(language), lacking, there[0], what)


def _lacking(case: Case, language: str, lacking: list[Path], one: Translation | Said, what: str) -> Finding:
    more = f", nor have {len(lacking) - 1} others" if len(lacking) > 1 else ""
    return found(
        case.place(lacking[0]),
        f"this {what} has no translation in {language}{more}",
        severity="note",
        expected=f"every {what} in the languages of those who hear it",
        found="some with a translation and some without",
        remedy=f"add   translations: {{{language}: …}}   or take {language} out of the organisation's languages",
        about=case.dotted(lacking[0]),
        related=(
            Related(case.place(one.path if isinstance(one, Said) else one.text.path), f"this one is there in {language}"),
            *(Related(case.place(other), "this one is not") for other in lacking[1:6]),
        ),
    )


def _one_word_for_two(case: Case) -> Iterator[Finding]:
    """A warning for each translation of a term that is the translation of another term too."""
    taken: dict[tuple[str, str], Said] = {}
    for _, term in of_kind(case, Term):
        for language, word in term.translations.items():
            first = taken.setdefault((str(language), plain(word)), word)
            if first is not word:
                yield found(
                    value_place(case, word),
                    f'"{word}" stands for two terms in {language}',
                    severity="warning",
                    expected="a word of its own for each term",
                    found=str(word),
                    remedy="have somebody who reads both languages choose another word for one of the two",
                    about=case.dotted(word.path),
                    quote=str(word),
                    related=(Related(value_place(case, first), "the same word for another term"),),
                )
