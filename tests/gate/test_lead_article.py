"""The lead article in, its ten head counts and nothing else out, each with all it says."""

from __future__ import annotations

from datetime import date

import pytest

from musterbook.claims.extract import extract_claims
from musterbook.core.when import Period

PUBLISHED = date(2026, 2, 17)
EVENTS = {"the war began": Period(date(2022, 2, 24), date(2022, 2, 24))}

# surface | low high | bound | kind (per) | period | chain | stance, marks
EXPECTED = """
has reached 6,000 | 6000 6000 | reached | cumulative | 2024-09-01 2026-02-16 | OBOZ | asserted
about 11,000 | 11000 11000 | about | level | 2026-02-16 2026-02-16 | OBOZ | asserted
about 1,100 | 1100 1100 | about | cumulative | 2022-02-24 2026-02-16 | OBOZ > South Korean intelligence | asserted
has exceeded 18,000 | 18000 - | more than | cumulative | 2024-09-01 2026-02-16 |  | asserted derived
3-4 | 3 4 | between | change | 2024-06-01 2024-06-30 | outside world | hypothetical hedged battalion
half | 0.5 0.5 | fraction | change | - - | Ukrainian media | denied hedged fraction
1,100 | 1100 1100 | stated | cumulative | 2022-02-24 2026-02-16 |  | asserted
8,000 | 8000 8000 | stated | change | 2026-01-01 2026-01-31 | Alexander Syrskyi | asserted
700,000 to 715,000 | 700000 715000 | between | level | 2025-07-01 2026-02-16 |  | asserted
110,000 to 130,000 | 110000 130000 | between | rate year | 2022-01-01 2026-02-16 |  | asserted
"""  # noqa: E501


def number(value):
    return "-" if value is None else f"{value:g}" if value < 1 else str(int(value))


def written(claim):
    marks = [claim.stance, *["derived"] * claim.derived, *["hedged"] * claim.hedged]
    marks += [claim.unit] * (claim.unit != "person")
    days = (claim.period_start, claim.period_end)
    return " | ".join(
        (
            claim.surface,
            f"{number(claim.low)} {number(claim.high)}",
            claim.bound,
            " ".join(filter(None, (claim.kind, claim.per))),
            " ".join(str(day or "-") for day in days),
            " > ".join(claim.by),
            " ".join(marks),
        )
    )


@pytest.fixture
def text(shared):
    return (shared / "reports" / "contingent-in-kursk.txt").read_text(encoding="utf-8")


def test_all_its_head_counts_and_nothing_else(text):
    claims = extract_claims(text, PUBLISHED, events=EVENTS)
    assert "\n".join(map(written, claims)) == EXPECTED.strip()


def test_every_quote_stands_where_it_says_and_every_claim_names_its_rule(text):
    for claim in extract_claims(text, PUBLISHED, events=EVENTS):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.surface in claim.quote
        assert claim.rule.startswith("people:")


def test_without_a_date_nothing_is_dated_by_guess(text):
    claims = extract_claims(text)
    days = {day for claim in claims for day in (claim.period_start, claim.period_end) if day}
    assert days == {date(2022, 1, 1), date(2024, 6, 1), date(2024, 6, 30), date(2024, 9, 1),
                    date(2025, 7, 1)}  # fmt: skip
