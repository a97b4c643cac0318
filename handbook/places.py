"""Where people keep their profile: as given, by name, where they stand, or the only one below."""

from pathlib import Path

from handbook.disk import CannotRun, holds_profile, shown


def is_profile(given: Path) -> bool:
    """Whether a path is a profile: a folder with YAML sections in it, its YAML file, or the name of one below org_profiles."""
    if given.is_dir():
        return holds_profile(given) or not any(given.iterdir())
    return given.suffix.lower() in (".yaml", ".yml") or (not given.exists() and (Path("org_profiles") / given).is_dir())


def find_profile(given: Path | None) -> Path:
    """The profile's folder: as given, by name below org_profiles, where we stand, or the only one below."""
    if given:
        named = Path("org_profiles") / given
        return named if not given.exists() and named.is_dir() else given
    here = Path()
    if (here / "profile.yaml").is_file() or (here / "organisation.yaml").is_file():
        return here
    below = sorted(
        {
            path.parent
            for pattern in ("*/profile.yaml", "org_profiles/*/profile.yaml", "org_profiles/*/organisation.yaml")
            for path in here.glob(pattern)
        }
    )
    if len(below) == 1:
        return below[0]
    if not below:
        raise CannotRun("there is no profile here. Make one with:  handbook new my-handbook")
    raise CannotRun("there are several profiles here; say which one:  " + ", ".join(shown(each) for each in below))
