"""A page goes in; what a headless Chromium makes of it comes out."""

import os
import re
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
PROGRAM = next((found for name in NAMES if (found := shutil.which(name))), None)
REASON = "no Chromium here: apt-get install chromium"
# What Chromium asks for on its own, whatever page is open; no request leaves (see the rules below).
ITS_OWN = {"accounts.google.com", "clients2.google.com", "update.googleapis.com"}
QUIET = (
    "--headless --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars"
).split()


def run(page: Path, folder: Path, *more: str) -> str:
    """Open a file and give its document as Chromium sees it; names resolve to nothing."""
    command = [
        str(PROGRAM),
        *QUIET,
        *(["--no-sandbox"] if os.geteuid() == 0 else []),
        f"--user-data-dir={folder / 'profile'}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        *more,
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, check=True, timeout=90)
    return done.stdout.decode()


def hosts_asked(page: Path, folder: Path) -> set[str]:
    """List the hosts a page makes Chromium ask for."""
    log = folder / "net.json"
    run(page, folder, f"--log-net-log={log}")
    asked = re.findall(r'"url":"(?:https?|wss?)://([^/":]+)', log.read_text("utf-8", "replace"))
    return set(asked) - ITS_OWN
