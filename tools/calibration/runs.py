"""What was run in, its line in the list of runs of docs/calibration.md out: none is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

TITLE = "## Runs"
HEAD = f"""\
{TITLE}

Every run that was recorded, those before a change of the fit or of the accounts among them.

| date | command | what | seconds | found |
|---|---|---|--:|---|"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: what, how long it took, and what it found, in words."""

    what: str
    seconds: float
    found: str


def runs_section(page: str, runs: Iterable[Run], *, date: str, command: str) -> str:
    """Add runs to those that the page has: the section anew."""
    _, _, rest = page.partition(TITLE + "\n")
    listed = re.findall(r"^\| \d{4}-\d\d-\d\d \|.*$", rest.partition("\n## ")[0], re.MULTILINE)
    added = [
        f"| {date} | `{command}` | {each.what} | {each.seconds:,.0f} | {each.found} |"
        for each in runs
    ]
    return "\n".join([HEAD, *listed, *added]) + "\n"
