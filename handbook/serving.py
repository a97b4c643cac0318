"""The handbook in the browser while it is being written, as the culture team sees it: rebuilt and reloaded at every saved edit."""

import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

from handbook.disk import CannotRun, shown
from handbook.engines import mkdocs_settings, quiet_logs
from handbook.staging import write_files

HOST = "127.0.0.1"


def serve_handbook(profile: Path, port: int, browser: bool, say: Callable[[str], None]) -> None:
    """Serves until interrupted; findings are shown as a page instead of ending the program."""
    from mkdocs.commands.serve import serve

    if not profile.is_dir():
        raise CannotRun(f"there is no profile folder {shown(profile)}. Make one with:  handbook new {profile.name}")
    taken = free_port(port)
    quiet_logs()
    say(f"Your handbook is at http://{HOST}:{taken}/ - it follows your edits of {shown(profile)}. Stop with Ctrl+C.")
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        settings = Path(folder) / "mkdocs.yml"
        write_files(Path(folder), {settings.name: yaml.safe_dump(mkdocs_settings(profile, preview=True)).encode()})
        serve(str(settings), open_in_browser=browser, dev_addr=f"{HOST}:{taken}")


def free_port(port: int) -> int:
    """The port itself if it is free, any free one for 0; raises `CannotRun` when it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise CannotRun(
                f"port {port} is in use, perhaps by another `handbook serve`. Choose another one:  --port {port + 1}   or   --port 0"
            ) from None
        return int(probe.getsockname()[1])
