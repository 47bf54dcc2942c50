"""A page of texts and the claims expected of them in, pairs to compare out.

On a page a text stands at the left margin; under it, each indented line is one claim expected:
the number as said, what is counted, the kind, the days, the speakers, and marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.extract import extract_claims
from musterbook.core.when import Period

PUBLISHED = date(1990, 3, 15)  # a Thursday
EVENTS = {"the war began": Period(date(1989, 11, 11), date(1989, 11, 11))}


def read_page(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each text and its claims; a text is one line, in which \\n stands for a line end."""
    text, expected = "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            expected.append(line.strip())
        elif line.strip() and not line.startswith("#"):
            if text:
                yield text, expected
            text, expected = line.replace("\\n", "\n"), []
    if text:
        yield text, expected


def found(text: str) -> list[str]:
    return [written(claim) for claim in extract_claims(text, PUBLISHED, events=EVENTS)]


def written(claim: ExtractedClaim) -> str:
    marks = [claim.stance] * (claim.stance != "asserted") + ["hedged"] * claim.hedged
    marks += ["derived"] * claim.derived
    days = f"{claim.period_start or ''}..{claim.period_end or ''}".replace("..", " to ")
    kind = f"{claim.kind} per {claim.per}" if claim.per else claim.kind
    unit = "" if claim.unit == "person" else f" ({claim.unit})"
    fields = [
        f"{_amount(claim)}{unit}",
        claim.counted,
        kind,
        days if days != " to " else "-",
        " > ".join(claim.by) or "-",
        *marks,
    ]
    return " | ".join(fields)


def _amount(claim: ExtractedClaim) -> str:
    ends = dict.fromkeys(value for value in (claim.low, claim.high) if value is not None)
    number = " to ".join(f"{value:.3g}" if value < 1 else f"{value:.0f}" for value in ends)
    return number if claim.bound == "stated" else f"{claim.bound} {number}"
