"""A use of a word that the profile has something to say about -> a finding with both places and, where it is safe, the change."""

from collections.abc import Mapping
from typing import Any, cast

from handbook.declare import Path
from handbook.finding import Finding, Severity
from handbook.glossary import OWN, Use, tables_of
from handbook.profile.language import Term
from handbook.rewording import Change, edit_of
from handbook.ruling import Case, found, here, home


def terms_by_path(case: Case) -> Mapping[Path, Term]:
    """The terms of the profile by their paths."""
    terms = case.profile.language.terms if case.profile.language else ()
    return cast(Mapping[Path, Term], case.once("terms by path", lambda case: {home(each): each for each in terms}))


def severity_in(use: Use) -> Severity:
    """An error in the organisation's own texts, which its word list rules; a warning in texts of others."""
    return "error" if use.document.kind in OWN else "warning"


def worded(case: Case, use: Use, message: str, path: Path, label: str, change: Change | None = None, **more: Any) -> Finding:
    """A finding about a use; `path` is the place in the profile that rules, `label` what stands there."""
    return found(
        use.span,
        message,
        found=f'"{use.words}"',
        related=(here(case, path, label),),
        about=case.dotted(path),
        quote=use.words,
        edits=edit_of(use.document, use.block, change) if change else (),
        **more,
    )


def sentence_case(text: str) -> str:
    """A text that may follow a colon or open a sentence, without its final full stop."""
    return text.strip().removesuffix(".")


__all__ = ["sentence_case", "severity_in", "tables_of", "terms_by_path", "worded"]
