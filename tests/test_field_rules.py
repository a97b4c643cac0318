"""The rules about fields of the profile: boundaries, currencies, what amounts are counted per, and the exact places of both ends."""

from datetime import date
from itertools import pairwise

import pytest

from handbook.disk import shipped_chapters
from handbook.documents.markdown import read_markdown
from handbook.edition import compose
from handbook.finding import Finding, Span
from handbook.judging import case_of
from handbook.report import as_text
from handbook.rules import all_rules
from handbook.rules._numbers import numbers
from handbook.rules._phrases import alike, hits
from handbook.skeleton import starter
from handbook.sources import Source, Sources

RULES = {rule.name: rule for rule in all_rules()}
FILE = "house/profile.yaml"
TODAY = date(2026, 11, 25)


def whole(profile: str) -> str:
    """A profile with the one section that it must have."""
    return profile if "organisation:" in profile else "organisation: {name: Harbour House}\n" + profile


def ask(name: str, profile: str, text: str = "", today: date = TODAY) -> list[Finding]:
    """What a rule finds in a profile and, if there is one, in a document."""
    sources = Sources("house", (Source(FILE, "profile.yaml", whole(profile)),), shipped=shipped_chapters())
    composed = compose(sources)
    assert composed.edition, as_text(composed.findings, sources.texts)
    documents = [read_markdown("house/advert.md", text)] if text else []
    return list(RULES[name].run(case_of(composed.edition, sources, today, documents)))


def cut(text: str, span: Span) -> str:
    """The characters at a place."""
    assert span.line == span.end_line
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def ends(profile: str, finding: Finding) -> tuple[str, ...]:
    """What stands at the place of a finding, and at each related one."""
    return tuple(cut(whole(profile), span) for span in (finding.span, *(each.span for each in finding.related)))


ROLES = "roles: {agent: {title: Clerk, reach: ext. 1}, boss: {title: Head, reach: ext. 2}}\n"


def remedy(worth: str, up_to: str, more: str = "") -> str:
    """A guarantee with what its remedy is worth and who may give how much."""
    return (
        f"{ROLES}guarantees:\n  - id: noon\n    promise: It comes by noon.\n"
        f"    remedy: {{what: Money, worth: {worth}}}\n    who-may-give: {{role: agent, up-to: {up_to}}}\n{more}"
    )


@pytest.mark.parametrize(
    ("worth", "up_to", "severities"),
    [
        ("EUR 50 per stay", "EUR 50 per stay", []),
        ("EUR 50 per stay", "EUR 49.99 per stay", ["error"]),
        ("EUR 50 per stay", "EUR 50.01 per stay", []),
        ('"EUR 1,200 per stay"', "EUR 400 per stay", ["error"]),
        ("EUR 50 per stay", "EUR 60 per a stay", []),
        ("EUR 50 per stay", "EUR 40 per Stays", ["error"]),
        ("€50 per stay", "EUR 50 per stay", []),
        ("EUR 50 per stay", "USD 500 per stay", ["warning"]),
        ("EUR 50 per stay", "EUR 500 per day", ["note"]),
        ("EUR 50", "EUR 50 per day", []),
        ("EUR 50", "EUR 40 per day", ["error"]),
        ("EUR 50", "EUR 50", []),
        ("EUR 50", "EUR 20", ["error"]),
    ],
)
def test_authority_is_compared_with_the_remedy(worth: str, up_to: str, severities: list[str]) -> None:
    """Equal is enough, a cent less is an error; another currency is a warning, another basis a note, and a missing one fits any."""
    assert [each.severity for each in ask("authority-below-remedy", remedy(worth, up_to))] == severities


def test_authority_below_remedy_names_both_amounts() -> None:
    """The place is the limit, the related place what the remedy is worth, and both are exact."""
    profile = remedy("EUR 150 per parcel", "EUR 50 per parcel")
    (finding,) = ask("authority-below-remedy", profile)
    assert ends(profile, finding) == ("EUR 50 per parcel", "EUR 150 per parcel")
    assert finding.message == "Clerk may give less than what the remedy is worth"
    assert finding.about == "guarantees.noon.who-may-give.up-to"
    assert (finding.expected, finding.found) == ("at least EUR 150 per parcel", "EUR 50 per parcel")


def test_authority_from_facts_is_placed_where_the_facts_are_used() -> None:
    """An amount that is a fact has its place where the guarantee names the fact."""
    profile = "facts: {small: EUR 5 per stay, large: EUR 9 per stay}\n" + remedy('"{large}"', '"{small}"')
    (finding,) = ask("authority-below-remedy", profile)
    assert ends(profile, finding) == ('"{small}"', '"{large}"')


def test_a_draft_before_it_does_not_move_the_place() -> None:
    """Places and paths are those of the file, whatever is left out of the handbook."""
    draft = "  - {id: draft, promise: Not yet., status: draft}\n"
    profile = remedy("EUR 150 per stay", "EUR 50 per stay").replace("guarantees:\n", "guarantees:\n" + draft)
    (finding,) = ask("authority-below-remedy", profile)
    assert ends(profile, finding) == ("EUR 50 per stay", "EUR 150 per stay")
    assert finding.about == "guarantees.noon.who-may-give.up-to"


def test_several_errors_at_once_are_all_told() -> None:
    """Three guarantees with three faults give three findings, each at its own place."""
    one = "  - {{id: g{n}, promise: P{n}., remedy: {{what: M, worth: EUR {n}0 per stay}}, who-may-give: {{role: agent, up-to: EUR 5 per stay}}}}\n"
    profile = ROLES + "guarantees:\n" + "".join(one.format(n=n) for n in (1, 2, 3))
    found = ask("authority-below-remedy", profile)
    assert [each.about for each in found] == [f"guarantees.g{n}.who-may-give.up-to" for n in (1, 2, 3)]
    assert all(one.span < other.span for one, other in pairwise(found))


def test_two_limits_of_one_role_have_two_places() -> None:
    """400 at the level and 300 in a decision: both amounts are shown, and the level's rules."""
    profile = (
        ROLES + "lead: {levels: [{role: agent, up-to: AED 400 per stay}]}\n"
        "recovery: {decisions: [{what: Give a remedy, role: agent, up-to: AED 300 per stay}]}"
    )
    (finding,) = ask("role-with-two-limits", profile)
    assert (finding.severity, finding.expected, finding.found) == ("error", "AED 400 per stay", "AED 300 per stay")
    assert ends(profile, finding) == ("AED 300 per stay", "AED 400 per stay")


@pytest.mark.parametrize(
    ("amount", "severities"),
    [
        ("AED 400 per stay", []),
        ("AED 400.00 per stays", []),
        ("AED 401 per stay", ["error"]),
        ("USD 400 per stay", ["error"]),
        ("AED 400 per day", []),
        ("AED 50 per visit", []),
        ("AED 300", []),
    ],
)
def test_limits_of_a_role_are_compared_by_amount_currency_and_basis(amount: str, severities: list[str]) -> None:
    """Another amount or currency is an error; per another thing is another limit, and a missing basis belongs to another rule."""
    profile = (
        ROLES + "lead: {levels: [{role: agent, up-to: AED 400 per stay}]}\n"
        f"recovery: {{decisions: [{{what: Give a remedy, role: agent, up-to: {amount}}}]}}"
    )
    assert [each.severity for each in ask("role-with-two-limits", profile)] == severities


def test_tiers_by_role_are_no_contradiction() -> None:
    """Two roles with two limits are how it should be."""
    profile = ROLES + "lead: {levels: [{role: agent, up-to: AED 400 per stay}, {role: boss, up-to: AED 900 per stay}]}"
    assert ask("role-with-two-limits", profile) == []


def test_a_limit_without_basis_from_a_fact_is_told_once() -> None:
    """A fact used in three places is one finding, at the fact, with its uses."""
    profile = (
        ROLES + 'facts:\n  limit: EUR 200\nlead: {levels: [{role: agent, up-to: "{limit}"}]}\n'
        'recovery: {severities: [{name: Bad, means: Bad, role: agent, up-to: "{limit}"}, {name: Worse, means: Worse, role: boss, up-to: "{limit}"}]}'
    )
    (finding,) = ask("limit-without-basis", profile)
    assert ends(profile, finding) == ("limit", '"{limit}"', '"{limit}"', '"{limit}"')
    assert finding.about == "facts.limit"


@pytest.mark.parametrize(
    ("limit", "formula", "count"),
    [
        ("60 seconds", "calls answered within 1 minute / calls", 0),
        ("60 seconds", "calls answered within 61 seconds / calls", 1),
        ("24 hours", "letters answered within one day / letters", 0),
        ("24 hours", "letters answered within 2 days / letters", 1),
        ("2 days", "letters answered in two business days / letters", 1),
        ("2 business days", "letters answered within 2 days / letters", 0),
        ("15:00", "rooms ready by 15:00 / rooms", 0),
        ("15:00", "rooms ready by 3.30 pm / rooms", 1),
        ("60 seconds", "calls answered / calls in the last 30 days", 0),
    ],
)
def test_a_measure_may_not_allow_more_time_than_its_promise(limit: str, formula: str, count: int) -> None:
    """The same time in other units agrees; longer is an error with both ends; time that limits nothing is left alone."""
    profile = (
        f"guarantees: [{{id: a, promise: We answer., clock: {{limit: {limit}}}, measured-by: m}}]\n"
        f"measures: [{{id: m, name: Answered, kind: operational, formula: {formula}, better: higher}}]"
    )
    found = ask("target-weaker-than-promise", profile)
    assert [each.severity for each in found] == ["error"] * count
    for each in found:
        assert ends(profile, each) == (each.quote, limit)
        assert each.quote in formula


def test_a_promise_about_every_case_wants_all_of_them() -> None:
    """ "Every" with 98 % is a warning at the target, beside the word itself."""
    profile = (
        "guarantees: [{id: a, promise: 'Every call is answered, or all of it is free.', measured-by: m}]\n"
        "measures: [{id: m, name: Answered, kind: operational, formula: a / b, better: higher, target: 98 %}]"
    )
    (finding,) = ask("target-weaker-than-promise", profile)
    assert finding.severity == "warning"
    assert ends(profile, finding) == ("98 %", "Every")


def test_an_unconditional_promise_shows_its_exceptions() -> None:
    """The place is the absolute word, the related places are the exceptions."""
    profile = "guarantees:\n  - id: a\n    promise: Money back, no questions asked.\n    unless: [It rained., It snowed.]\n"
    (finding,) = ask("escape-clause", profile)
    assert finding.severity == "error"
    assert ends(profile, finding) == ("no questions asked", "It rained.", "It snowed.")


@pytest.mark.parametrize(("count", "found"), [(5, 0), (6, 1)])
def test_more_than_five_exceptions_are_too_many(count: int, found: int) -> None:
    """Five may stand; the sixth is the place of the finding."""
    lines = ", ".join(f"Case {number}." for number in range(1, count + 1))
    profile = f"guarantees: [{{id: a, promise: It comes., unless: [{lines}]}}]"
    findings = ask("escape-clause", profile)
    assert len(findings) == found
    assert all(ends(profile, each)[0] == "Case 6." for each in findings)


@pytest.mark.parametrize(("day", "count"), [("2026-11-24", 1), ("2026-11-25", 0), ("2026-12-24", 0)])
def test_a_review_is_overdue_on_the_day_after(day: str, count: int) -> None:
    """The day itself is in time, and so is a day that is near."""
    profile = f"{ROLES}guarantees: [{{id: a, promise: It comes., owner: boss, review-by: {day}}}]"
    found = ask("review-overdue", profile)
    assert len(found) == count
    for each in found:
        assert each.message == "the review of guarantees.a is overdue by 1 day"
        assert ends(profile, each) == (day,) and "ask Head to" in each.remedy


def test_a_bulk_date_bump_is_one_finding() -> None:
    """Seven equal reviews are told once, with the first and five more places."""
    review = "last-review: {by: boss, date: 2026-10-01, verdict: OK}"
    profile = ROLES + "values:\n" + "".join(f"  - {{id: v{n}, name: V{n}, means: M{n}., {review}}}\n" for n in range(7))
    (finding,) = ask("bulk-date-bump", profile)
    assert finding.message.startswith("7 messages")
    assert set(ends(profile, finding)) == {"OK"} and len(finding.related) == 5


OFFER = "offers: [{id: w, name: The winter breakfast, says: Children eat free all winter., effective-until: 2026-02-28}]\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ask for the winter breakfast.", 1),
        ("**Children eat free** all winter!", 1),
        ("The winter breakfast ended in February.", 0),
        ("Until last year we had the winter breakfast.", 0),
        ("Breakfast in winter is at seven.", 0),
    ],
)
def test_a_document_that_goes_on_with_an_ended_offer(text: str, count: int) -> None:
    """Its name or its words are found through markup; a sentence that says it is over is not."""
    found = [each for each in ask("expired-promise", OFFER, text) if each.span.file.endswith("advert.md")]
    assert len(found) == count
    for each in found:
        assert each.related[0].label == "its last day"
        assert cut(whole(OFFER), each.related[0].span) == "2026-02-28"


def test_an_offer_holds_on_its_last_day() -> None:
    """Nothing is found on the last day; on the next, the offer itself is."""
    assert ask("expired-promise", OFFER, today=date(2026, 2, 28)) == []
    assert [each.severity for each in ask("expired-promise", OFFER, today=date(2026, 3, 1))] == ["warning"]


def translated(original: str, text: str, language: str = "ar") -> str:
    """A guarantee with a translation."""
    return f"guarantees:\n  - id: a\n    promise: {original}\n    translations:\n      {language}: {text}\n"


@pytest.mark.parametrize(
    ("original", "text", "pair"),
    [
        ("Within 30 days.", "خلال ١٤ يومًا.", ("١٤", "30")),
        ("Within 30 days.", "خلال 14 يومًا.", ("14", "30")),
        ("Within 30 days.", "خلال ٣٠ يومًا.", None),
        ("By 15:00.", "قبل الساعة ٣ م.", None),
        ("By 15:00.", "قبل الساعة ١٦:٠٠.", ("١٦:٠٠", "15:00")),
        ("You get AED 1,500.", "١٬٥٠٠ درهم", None),
        ("You get AED 1,500.", "١٥٠ درهم", ("١٥٠", "1,500")),
        ("Four hours.", "4 ساعات", None),
        ("Four hours.", "5 ساعات", ("5", "Four hours.")),
        ("Two meals in 2 days.", "وجبتان خلال يومين", None),
        ("In 4 hours.", "خلال 4 أيام", ("4", "In 4 hours.")),
        ("In 4 hours.", "خلال ثلاث ساعات", ("ثلاث", "4")),
        ("In half an hour.", "خلال 30 دقيقة", None),
        ("In 24 hours.", "خلال يومين", ("يومين", "24")),
        ("In 4 hours and 20 minutes.", "خلال 20 دقيقة و4 ساعات", None),
    ],
)
def test_numbers_of_a_translation(original: str, text: str, pair: tuple[str, str] | None) -> None:
    """Any digits, order and separators agree; another number is an error with both numbers as its ends."""
    profile = translated(original, text)
    found = ask("translation-drift", profile)
    assert [ends(profile, each) for each in found] == ([pair] if pair else [])
    assert all(each.severity == "error" for each in found)


def test_a_translation_older_than_its_original() -> None:
    """A day before the review is a warning, the day of the review is not."""
    for day, count in (("2026-09-30", 1), ("2026-10-01", 0)):
        profile = ROLES + translated("In 4 hours.", f"{{text: خلال 4 ساعات, as-of: {day}}}")
        profile += "    last-review: {by: boss, date: 2026-10-01, verdict: Four hours are kept.}\n"
        found = ask("translation-drift", profile)
        assert [(each.severity, ends(profile, each)) for each in found] == [("warning", (day, "2026-10-01"))] * count


def test_untranslated_promises_are_one_note_for_a_language() -> None:
    """Two promises without Arabic beside one with it: one note, which shows them all."""
    profile = "organisation: {name: House, languages: [en, ar]}\n" + translated("In 4 hours.", "خلال 4 ساعات")
    profile += "  - {id: b, promise: It comes.}\n  - {id: c, promise: It goes.}\n"
    (finding,) = ask("translation-drift", profile)
    assert finding.severity == "note"
    assert ends(profile, finding) == ("b", "ar", "c")


def test_numbers_know_their_spellings() -> None:
    """Times, groups of thousands and decimals have one value in every spelling."""
    for text in ("3 pm", "15:00", "١٥:٠٠", "15 h 00", "3:00 p.m."):
        assert [each.value for each in numbers(text)] == ["15:00"], text
    for text in ("1,500", "1.500", "1 500", "١٬٥٠٠", "1500", "1,500.00"):
        assert [each.value for each in numbers(text)] == ["1500"], text
    assert [each.value for each in numbers("4.6 of 5, in 12 minutes")] == ["4.6", "5", "12"]


SEGMENT = """guarantees:
  - {id: quiet-night, name: A quiet night, promise: You sleep., remedy: {what: The night, worth: EUR 90 per stay}%s}
segments:
  - {id: groups, name: Groups, who: Large parties, need: Speed, never-changes: [quiet-night]%s}
"""


def test_an_exception_that_names_a_segment() -> None:
    """The words in the exception and the list that it contradicts are the two ends."""
    profile = SEGMENT % (", unless: [Groups are not included.]", "")
    (finding,) = ask("segment-loses-promise", profile)
    assert finding.severity == "error"
    assert ends(profile, finding) == ("Groups", "[quiet-night]")


def test_a_segment_that_gets_less() -> None:
    """Half the money for the same promise is an error with both amounts; more money is not."""
    profile = SEGMENT % ("", ", channels: [A quiet night is worth EUR 45 to a group.]")
    (finding,) = ask("segment-loses-promise", profile)
    assert ends(profile, finding) == ("EUR 45", "EUR 90 per stay")
    assert ask("segment-loses-promise", SEGMENT % ("", ", channels: [A quiet night is worth EUR 95 to a group.]")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("All staff attend the course, except senior managers.", "except senior managers"),
        ("Head office is not required to complete the training.", "Head office is not required"),
        ("Executives may skip the induction.", "Executives may skip"),
        ("The training is optional for directors.", "optional for directors"),
        ("Everybody wears a badge, heads of department excepted.", "heads of department excepted"),
        ("Desk days are compulsory for everyone below the grade of manager.", "everyone below the grade of manager"),
        ("The code applies to all; senior staff may choose whether they follow it.", "senior staff may choose whether"),
        ("Managers can send a deputy to the huddle.", "Managers can send a deputy"),
        ("Our promises bind everyone, bar the leadership team.", "bar the leadership team"),
        ("All colleagues, leaders included, attend the course.", ""),
        ("No manager is exempt from the training.", ""),
        ("Managers who do not attend the course repeat it.", ""),
        ("Directors are not required to sign the letter.", ""),
        ("Everybody completes the orientation, heads of department first.", ""),
        ("Managers teach the course; nobody is exempt.", ""),
        ("Nobody but the manager may change these rules.", ""),
        ("Excluding bank holidays, managers teach a course every week.", ""),
        ('We never say "managers are exempt from training".', ""),
    ],
)
def test_leaders_who_are_let_off_in_a_document(text: str, words: str) -> None:
    """The words that let leaders off are the place; including them, and rules about others, are quiet."""
    found = ask("leader-exempt", "values: []", text)
    assert [cut(text, each.span) for each in found] == ([words] if words else [])


@pytest.mark.parametrize(
    ("fields", "pair"),
    [
        ("clock: {limit: 10 weeks}, legal-time-limit: 8 weeks", ("10 weeks", "8 weeks")),
        ("clock: {limit: 56 days}, legal-time-limit: 8 weeks", None),
        ("clock: {limit: 57 days}, legal-time-limit: 8 weeks", ("57 days", "8 weeks")),
        ("clock: {limit: 10 weeks}, legal-floor: The regulator allows up to eight weeks.", ("10 weeks", "eight weeks")),
        ("remedy: {what: M, worth: EUR 20 per bag}, legal-minimum: EUR 20.01 per bag", ("EUR 20 per bag", "EUR 20.01 per bag")),
        ("remedy: {what: M, worth: EUR 20 per bag}, legal-minimum: USD 90 per bag", None),
        ("remedy: {what: M, worth: EUR 20 per bag}, legal-minimum: EUR 90 per day", None),
    ],
)
def test_the_law_is_the_floor(fields: str, pair: tuple[str, str] | None) -> None:
    """Longer than the law allows, or less than it gives, is an error with both ends; the same and the unlike are not."""
    profile = f"guarantees: [{{id: a, promise: We answer., {fields}}}]"
    assert [ends(profile, each) for each in ask("below-legal-floor", profile)] == ([pair] if pair else [])


def test_one_name_with_two_formulas() -> None:
    """The two formulas are the two ends."""
    profile = (
        "measures:\n  - {id: a, name: CSAT, kind: driver, formula: happy / all, better: higher}\n"
        "  - {id: b, name: Csat, kind: driver, formula: sum / all, better: higher}"
    )
    (finding,) = ask("one-measure-two-formulas", profile)
    assert (finding.severity, ends(profile, finding)) == ("error", ("sum / all", "happy / all"))


def test_teams_that_cannot_add_up() -> None:
    """Each team below the target cannot reach it together; one stronger team makes it possible; counts add up."""
    top = "teams: {a: {name: A}, b: {name: B}}\nmeasures: [{id: m, name: M, kind: driver, formula: f, better: higher, target: "
    profile = top + "90 %, cascades-to: {a: 80 %, b: 85 %}}]"
    (finding,) = ask("cascade-broken", profile)
    assert (finding.severity, ends(profile, finding)) == ("error", ("80 %", "90 %"))
    assert ask("cascade-broken", top + "90 %, cascades-to: {a: 80 %, b: 95 %}}]") == []
    assert ask("cascade-broken", top + "90 guests, cascades-to: {a: 40 guests, b: 50 guests}}]") == []


def test_a_role_that_nobody_can_reach_shows_where_it_is_named() -> None:
    """The role is the place; where it owns and decides are the related places."""
    profile = "roles: {boss: {title: Head}}\nwhy: {reason: So., owner: boss, decisions: [{what: Go, role: boss}]}"
    (finding,) = ask("owner-without-contact", profile)
    assert ends(profile, finding) == ("boss", "boss", "boss")
    assert {each.label for each in finding.related} == {"named here"}


def test_a_night_promise_needs_somebody_at_night() -> None:
    """The way to reach the role and the words about the night are the two ends."""
    profile = (
        "roles: {boss: {title: Head, reach: 'ext. 1, 09:00 to 17:00'}}\n"
        "guarantees: [{id: a, promise: 'A nurse comes, day and night.', who-may-give: {role: boss}}]"
    )
    (finding,) = ask("audience-gap", profile)
    assert ends(profile, finding)[1] == "day and night"
    assert "09:00 to 17:00" in ends(profile, finding)[0]


def test_what_is_over_is_shown_with_those_who_refer_to_it() -> None:
    """The last day is the place; the reference is the related place."""
    profile = (
        "guarantees: [{id: a, name: Fast, promise: It comes., effective-until: 2026-10-31}]\n"
        "stories: [{id: s, title: T, happened: H., promise: a}]"
    )
    (finding,) = ask("expired-promise", profile)
    assert ends(profile, finding) == ("2026-10-31", "a")


def test_a_very_long_offer_is_no_trouble() -> None:
    """A text at the limit of a line is searched for like any other."""
    says = "word " * 190
    profile = f"offers: [{{id: w, name: Winter, says: {says.strip()}, effective-until: 2026-02-28}}]"
    assert len(ask("expired-promise", profile, says.strip() + ".")) == 2


def test_phrases_are_whole_words_in_any_case_and_spacing() -> None:
    """Phrases share beginnings; the longest wins; parts of words do not count."""
    assert [each.words for each in hits("No Matter  What happens, no matter", ("no matter what", "no matter"))] == [
        "No Matter  What",
        "no matter",
    ]
    assert [each.words for each in hits("unsold, sold; don’t", ("sold", "don't"))] == ["sold", "don’t"]
    assert alike("The parcel arrives after noon", "The parcel arrived after noon.")
    assert not alike("The parcel arrives after noon", "The road is closed")


def test_the_starter_has_no_error_and_no_contradiction() -> None:
    """A profile as `handbook new` makes it is free of errors of every rule about fields."""
    found = [each for name in RULES for each in ask(name, starter())]
    assert [each for each in found if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("more", "severity"),
    [("", "warning"), ("    measures: [m]\n", "note"), ("    measured-by: m\n", "")],
)
def test_a_promise_and_its_measure(more: str, severity: str) -> None:
    """No measure is a warning, one that is linked elsewhere only a note, and measured-by is what is wanted."""
    measure = "measures: [{id: m, name: M, kind: operational, formula: f, better: higher}]"
    found = ask("promise-not-measured", f"guarantees:\n  - id: a\n    promise: It comes.\n{more}{measure}")
    assert [each.severity for each in found] == ([severity] if severity else [])


def test_another_role_that_has_to_agree() -> None:
    """The role that is waited for and the one that may give without asking are the two ends."""
    profile = remedy("EUR 5 per stay", "EUR 9 per stay", "    plain: We give it as soon as the Head has agreed.\n")
    (finding,) = ask("remedy-without-authority", profile)
    assert finding.severity == "error"
    assert ends(profile, finding)[0] == "Head"


@pytest.mark.parametrize(
    ("promise", "limit", "worth", "found"),
    [
        ("It comes within 2 days, or you get EUR 9.", "2 days", "EUR 9 per parcel", []),
        ("It comes within 48 hours, or you get EUR 9.", "2 days", "EUR 9 per parcel", []),
        ("It comes within 3 days, or you get EUR 9.", "2 days", "EUR 9 per parcel", [("3 days", "2 days")]),
        ("It comes within 2 days, or you get EUR 5.", "2 days", "EUR 9 per parcel", [("EUR 5", "EUR 9 per parcel")]),
        ("It comes within 2 business days.", "2 days", "EUR 9 per parcel", [("2 business days", "2 days")]),
        ("It comes within 2 days, or we call you within 1 hour.", "2 days", "EUR 9 per parcel", []),
        ("Whatever cost EUR 40 comes within 2 days.", "2 days", "EUR 9 per parcel", []),
        ("It comes within 2 days, or you get EUR 3 for each hour.", "2 days", "EUR 9 per parcel", []),
        ("Order within 30 days and it comes within 2 days.", "2 days", "EUR 9 per parcel", []),
    ],
)
def test_a_promise_agrees_with_its_own_fields(promise: str, limit: str, worth: str, found: list[tuple[str, str]]) -> None:
    """Both ends are shown where the sentence and the field differ; times and amounts of something else are left alone."""
    profile = (
        f'guarantees:\n  - id: a\n    promise: "{promise}"\n    clock: {{limit: {limit}}}\n    remedy: {{what: Money, worth: {worth}}}\n'
    )
    assert [ends(profile, each) for each in ask("two-figures-in-one-promise", profile)] == found


def test_one_foreign_word_for_two_terms_is_told() -> None:
    """The second of two terms with one translation gets a warning that shows the first."""
    profile = (
        "language:\n  terms:\n    - {term: remedy, means: What they get., translations: {fr: réparation}}\n"
        "    - {term: complaint, means: A sign., translations: {fr: Réparation}}\n"
    )
    (finding,) = ask("translation-drift", profile)
    assert (finding.severity, finding.message) == ("warning", '"Réparation" stands for two terms in fr')
    assert ends(profile, finding) == ("Réparation", "réparation")


def test_what_counts_as_a_complaint_is_said_once() -> None:
    """Another meaning beside the term is a contradiction; the same in other words is none."""
    term = "language: {terms: [{term: complaint, means: 'Any sign that somebody is not content, said, written or shown.'}]}\n"
    other = term + "voice-of-customer: {complaint-means: A letter that asks for money back.}\n"
    same = term + "voice-of-customer: {complaint-means: Any sign that a guest is not content.}\n"
    assert [each.severity for each in ask("term-defined-twice", other)] == ["error"]
    assert ask("term-defined-twice", same) == []
