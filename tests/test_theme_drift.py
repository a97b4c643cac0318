"""The theme files we replace are still the ones we compared with when we wrote the replacements."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

import pytest

VERSION = "9.8.1"

SHADOWED = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "partials/content.html": "ce33929c85af129f6e2f3b0aed47159e9c4a519482d1938bae15f5ff4a3cfae5",
    "partials/copyright.html": "bc86bca3bf75070fe5d72e2a3463bdddf87c10f4d6459c945fe81c5d384e35ea",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "partials/javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "partials/logo.html": "e0925ef6c190174a5162ed1ecc55295016dd8a7beec3018db3e04aac283a2dd9",
    "partials/nav-item.html": "89895208f22d68ce405a4bcb6649b9150eba5bbb04663a6cb3f93f02daf1d2f7",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/palette.html": "fb935107ae7d3d7475965019eec36c1ad72bf1d154254dab2474921fcd2710e3",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/tabs-item.html": "52fe1f551aa2dbfc9e15a19718a4cadd1f1e728d567ca21fea493ebfccaf3fe2",
    "partials/tabs.html": "d2c82916569e645a6b6dc5a36a2beddfaca5a66c8738c5b3e13b7d100ac2e8b7",
    "partials/toc-item.html": "418f31ce2e6d559934f610084a5c8493f9618b96268909601552ac48aa0c15c2",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}

SCRIPTS_AND_STYLES = ("main.57a0d79d.min.css", "bundle.a5f9d56c.min.js", "search.a7633da7.min.js")


def _theme() -> Path:
    """The folder of the installed theme's templates."""
    material = pytest.importorskip("material")
    return Path(material.__file__).parent / "templates"


@pytest.mark.parametrize("name", sorted(SHADOWED))
def test_shadowed_file_is_unchanged(name: str) -> None:
    """Each upstream file that `theme_overrides` replaces has the recorded fingerprint."""
    found = hashlib.sha256((_theme() / name).read_bytes()).hexdigest()
    assert found == SHADOWED[name], (
        f"mkdocs-material {metadata.version('mkdocs-material')} changed {name}, which "
        f"theme_overrides replaces (in material/base.html or 404.html, written against {VERSION}). Compare the two versions of "
        f"{name}, carry over what matters, look at a built page, then record the new fingerprint here: {found}"
    )


@pytest.mark.parametrize("name", SCRIPTS_AND_STYLES)
def test_script_and_style_names_are_current(name: str) -> None:
    """The theme's script and style still have the names base.html asks for (they carry a fingerprint)."""
    base = Path(__file__).parents[1] / "theme_overrides" / "material" / "base.html"
    assert name in base.read_text(encoding="utf-8")
    assert list(_theme().glob(f"assets/**/{name}")), (
        f"The installed mkdocs-material has no {name} any more. Put the new name into {base.name} and into this list."
    )
