"""A promise says the same numbers in every language, and its translation is not older than its original.

Looks at: `translations` of guarantees and of the vision. Numbers and times of day are compared with those of the
original, whatever digits they are written in (15:00, ١٥:٠٠, 3 pm); so are, in languages with a table, numbers in words
and units of time. The day of the translation (`as-of`) is compared with the last review of the original, or with the
day from which it holds. Where some promises are translated into a language of the organisation, the others are listed
once.

Why: the English page says 30 days and the Arabic one 14. Those who read the second were promised less, or more, and
nobody in the office can read both.

To put it right: have the translation corrected by somebody who reads both, and write the day of the original under
as-of:. In a translation, a fact may stand in braces as in the original; then it cannot drift.
"""

from collections.abc import Iterator
from datetime import date

from handbook.declare import Path, Said
from handbook.finding import Finding, Related
from handbook.profile.direction import Vision
from handbook.profile.header import Header, Translation
from handbook.profile.promises import Guarantee
from handbook.rules._numbers import Number
from handbook.rules._records import of_kind, value_place, words_place
from handbook.rules._translated import lost, strange
from handbook.ruling import Case, Example, found
from handbook.speaking import date_in_words

SEVERITY = "error"
TOP = "organisation: {name: Harbour House, languages: [en, ar]}\nfacts: {by: 15:00}\nguarantees:\n  - id: a\n    promise: "
REVIEW = "    last-review: {by: boss, date: 2026-10-01, verdict: Four hours are kept.}\nroles: {boss: {title: Head}}\n"
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
)


def check(case: Case) -> Iterator[Finding]:
    """The findings of each translation, and a note for each language that some promises lack."""
    for _, record in (*of_kind(case, Guarantee), *of_kind(case, Vision)):
        original = record.promise if isinstance(record, Guarantee) else record.statement
        for language, translation in record.translations.items():
            yield from _numbers(case, str(language), original, translation.text)
            yield from _age(case, record, translation)
    yield from _missing(case)


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


def _missing(case: Case) -> Iterator[Finding]:
    guarantees = list(of_kind(case, Guarantee))
    for language in case.profile.organisation.languages[1:]:
        there = [each.translations[language] for _, each in guarantees if language in each.translations]
        lacking = [(path, each) for path, each in guarantees if language not in each.translations]
        if there and lacking:
            yield _lacking(case, str(language), lacking, there[0])


def _lacking(case: Case, language: str, lacking: list[tuple[Path, Guarantee]], one: Translation) -> Finding:
    path, guarantee = lacking[0]
    more = f", nor have {len(lacking) - 1} others" if len(lacking) > 1 else ""
    return found(
        case.place(path),
        f"this promise has no translation in {language}{more}",
        severity="note",
        expected="every promise in the languages of those who hear it",
        found="some with a translation and some without",
        remedy=f"add   translations: {{{language}: …}}   or take {language} out of the organisation's languages",
        about=case.dotted(path),
        quote=str(guarantee.promise),
        related=(
            Related(case.place(one.text.path), f"this one is there in {language}"),
            *(Related(case.place(other), "this one is not") for other, _ in lacking[1:6]),
        ),
    )
