"""What is installed, whether both engines are there, and what the chosen one would leave out in silence."""

import platform
import sys

from handbook import __version__
from handbook.engines import installed

PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "pyyaml", "ruamel.yaml", "click", "markdown-it-py", "zensical")
LEFT_OUT = {
    "mkdocs": (),
    "zensical": (
        "our own search: Zensical brings its own; hidden search words in the pages make up for most of it",
        "our mended page template: Zensical draws its own header, navigation and search dialog, with the contrast and target sizes they have",
        "the mending of task lists, tables and permalinks in the finished pages",
        "reloading while you write: use `handbook serve`, which builds with MkDocs",
        "findings while it builds: `handbook build --engine zensical` checks the profile before, plain `zensical build` does not",
    ),
}
OLDEST = (3, 11)


def examine(engine: str) -> tuple[list[str], bool]:
    """The lines of the report, and whether a build with the engine is possible."""
    versions = {name: installed(name) for name in PACKAGES}
    lines = [f"service-handbook {__version__} on Python {platform.python_version()} ({platform.system()})"]
    lines += [f"  {name:<16} {version or 'not installed'}" for name, version in versions.items()]
    needed = ("mkdocs", "mkdocs-material") if engine == "mkdocs" else ("zensical",)
    missing = [name for name in needed if not versions[name]]
    lines += [f"Missing for --engine {engine}: {name}. Install it with: {_install(name)}" for name in missing]
    if sys.version_info < OLDEST:
        lines.append("Python 3.11 or newer is needed.")
    lines += _left_out(engine)
    healthy = not missing and sys.version_info >= OLDEST
    lines.append("Everything is there." if healthy else "A build is not possible yet.")
    return lines, healthy


def _left_out(engine: str) -> list[str]:
    left = LEFT_OUT[engine]
    if not left:
        return [
            f"The engine {engine} leaves nothing out. It is pinned below 2.0, which will drop plugins; the export keeps you free to move."
        ]
    return [f"The engine {engine} leaves out, without saying so:", *(f"  - {each}" for each in left)]


def _install(name: str) -> str:
    return "pip install 'service-handbook[zensical]'" if name == "zensical" else "pip install service-handbook"
