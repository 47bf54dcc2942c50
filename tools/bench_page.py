"""The benchmarks page and one script's section in, the page with that section anew out."""

from __future__ import annotations

import re


def with_section(page: str, section: str) -> str:
    """Put a section that begins with its `## title` in the place of the one of that title.

    A section the page has not yet comes last; all others stay as they are.
    """
    title = section.partition("\n")[0]
    parts = re.split(r"\n(?=## )", page.rstrip() + "\n")
    at = next((i for i, part in enumerate(parts) if part.partition("\n")[0] == title), len(parts))
    parts[at : at + 1] = [section.rstrip() + "\n"]
    return "\n".join(parts)
