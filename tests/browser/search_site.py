"""A small Material site with our search in it, and a server for it that ends by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread, Timer

from mkdocs.commands.build import build
from mkdocs.config import load_config

SCRIPTS = Path(__file__).parents[2] / "theme_overrides" / "assets" / "javascripts"
WORKER = "assets/javascripts/handbook-search.js"

PAGES = {
    "index.md": "# Service handbook\n\nWhat we promise, what to say, and who to ask.\n",
    "recovery.md": """# When something goes wrong

The guest first, the fault second. We apologise once and act.

## Money returned

We give a refund to the card within three days.

<p class="hb-also" hidden>money back, reimbursement</p>

## Late changes

A café table may be changed until noon. Colour codes: red is urgent.
""",
    "language.md": """# Words we use

<div id="guest" data-search-title="Guest" markdown="0"><p>Anyone we serve.</p>
<p class="hb-also" hidden>customer, pax, client</p></div>
<div id="complaint" data-search-title="Complaint" markdown="0"><p>Any sign of an unhappy person.</p></div>
""",
    "limits.md": """# Your limits

## Spending

A front desk agent may give a guest up to 400 dirhams per stay.

## At night

Call the duty manager on extension 900.
""",
    "odd.md": "# Odd & ends\n\n## Signs\n\nWrite `a <b> c` and &lt;img src=x onerror=alert(1)&gt; as they are.\n",
}

MKDOCS_YML = """
site_name: Test handbook
use_directory_urls: false
theme: {name: material, font: false, custom_dir: overrides, features: [search.suggest, search.highlight]}
markdown_extensions: [attr_list, md_in_html, {toc: {permalink: true}}]
plugins: [search]
hooks: [hook.py]
extra: {polyfills: [assets/javascripts/iframe-worker.js]}
"""

HOOK = """
from pathlib import Path
from handbook.search_index import index_json, index_script, search_entries

entries = []

def on_pre_build(config):
    entries.clear()

def on_page_content(html, page, config, files):
    entries.extend(search_entries(page.url, page.title, html))

def on_post_build(config):
    folder = Path(config.site_dir) / "search"
    index = index_json(entries, "en", {"server error": ["when something goes wrong"]})
    (folder / "search_index.json").write_bytes(index)
    (folder / "search_index.js").write_bytes(index_script(index))
"""

MAIN_HTML = """{% extends "base.html" %}
{% block config %}<script id="__config" type="application/json">{{ {
  "base": base_url, "features": features, "annotate": none, "tags": none, "version": none,
  "search": "assets/javascripts/handbook-search.js" | url,
  "translations": {
    "search.result.placeholder": "placeholder", "search.result.none": "none", "search.result.one": "one",
    "search.result.other": "# found", "search.result.more.one": "1 more", "search.result.more.other": "# more",
    "search.result.term.missing": "Missing"}
} | tojson }}</script>{% endblock %}
"""


def build_site(folder: Path) -> Path:
    """The built site's folder; the search plugin of Material gives the box, the hook replaces its index."""
    files = {"mkdocs.yml": MKDOCS_YML, "hook.py": HOOK, "overrides/main.html": MAIN_HTML}
    files |= {f"docs/{name}": text for name, text in PAGES.items()}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    scripts = folder / "overrides" / "assets" / "javascripts"
    scripts.mkdir(parents=True)
    for name in ("handbook-search.js", "iframe-worker.js"):
        shutil.copy(SCRIPTS / name, scripts / name)
    build(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without writing a line for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path, seconds: float = 240) -> Iterator[str]:
    """The address of a loopback server for a folder; it ends with the block, or when the time is up."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    limit = Timer(seconds, server.shutdown)
    limit.daemon = True
    limit.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        limit.cancel()
        server.shutdown()
        server.server_close()
