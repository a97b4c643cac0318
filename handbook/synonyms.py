"""Words that people type although the handbook says it otherwise -> the words it uses: avoided words, variants, acronyms."""

from collections.abc import Iterator

from handbook.profile import Profile
from handbook.references import own_words


def synonyms(profile: Profile) -> dict[str, list[str]]:
    """Every such word in lower case with the preferred words, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for word, preferred in _pairs(profile):
        wanted = found.setdefault(word.lower(), [])
        if preferred not in wanted and preferred.lower() != word.lower():
            wanted.append(preferred)
    return {word: found[word] for word in sorted(found) if found[word]}


def _pairs(profile: Profile) -> Iterator[tuple[str, str]]:
    customer, colleague = own_words(profile)
    yield from (
        ("customer", str(customer.one)),
        ("client", str(customer.one)),
        ("employee", str(colleague.one)),
        ("staff", str(colleague.many)),
    )
    if not profile.language:
        return
    for term in profile.language.terms:
        for word, avoid in term.avoid.items():
            yield str(word), str(avoid.instead or term.term)
        yield from ((str(word), str(term.term)) for word in term.also)
    for acronym in profile.language.acronyms:
        yield str(acronym.short), str(acronym.stands_for)
        yield str(acronym.stands_for), str(acronym.short)
