"""Input nobody hopes for in, an answer or a problem out, within the budget the docs state."""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from tests.account.little import claim, little_case

from musterbook.account.build import build_system
from musterbook.account.ledger import read_ledger
from musterbook.conflicts.analyse import analyse
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import ConflictReport
from musterbook.core.records import Case, Status
from musterbook.core.when import parse_period

MOST_SECONDS, MOST_GIGABYTES = 60.0, 1.0  # of ten thousand claims: as docs/method.md says
KILOBYTES = 1 if sys.platform != "darwin" else 1 / 1024  # of one unit of ru_maxrss


def judged(case: Case, options: ConflictOptions | None = None) -> ConflictReport:
    ledger = read_ledger(case)
    systems = {choice: build_system(ledger, choice).system for choice in ledger.choices}
    return analyse(systems, options)


def sets(report: ConflictReport) -> set[frozenset[str]]:
    return {frozenset(each.members) for each in report.default.conflicts}


def test_without_claims_everything_adds_up_and_nothing_is_bounded() -> None:
    found = judged(little_case())
    assert found.default.feasible
    assert found.default.bounds["camp"] == (0, None)
    assert found.default.bounds["net"] == (0, None)


def test_rejected_claims_are_as_if_not_there() -> None:
    wrong = claim("camp 5 on 2026-01-31", name="wrong", status=Status.REJECTED)
    other = claim("camp 900 on 2026-01-31", name="other", status=Status.REJECTED)
    found = judged(little_case(wrong, other))
    assert found.default.feasible
    assert found.default.bounds == judged(little_case()).default.bounds


def test_a_million_million_people_hide_no_conflict_of_a_few() -> None:
    case = little_case(
        claim("come exactly 999 999 999 990 by 2026-02-10", name="all", by=("agency",)),
        claim("come exactly 999 999 999 993 by 2026-02-10", name="more", by=("paper",)),
        claim("die exactly 20 by 2026-02-10", name="twenty", by=("agency",)),
        claim("die exactly 17 by 2026-02-10", name="seventeen", by=("paper",)),
    )
    found = judged(case)
    assert sets(found) == {frozenset({"all", "more"}), frozenset({"twenty", "seventeen"})}
    assert {each.short_by for each in found.default.conflicts} == {3}


def crowd(count: int, *, window: str = "2020 to 2024") -> Case:
    """Many claims on many days, most of which can be true."""
    draw, period = np.random.default_rng(1), parse_period(window)
    assert period is not None
    days = (period.end - period.start).days
    claims = []
    for number in range(count):
        day = period.start + timedelta(days=int(draw.integers(1, days)))
        says = f"come at least {draw.integers(1, 900)} by {day}"
        if draw.random() < 0.1:
            says = f"camp at most {draw.integers(100, 90_000)} on {day}"
        claims.append(claim(says, name=f"c{number}", by=(("agency", "paper")[number % 2],)))
    return replace(little_case(*claims), window=period, events={})


def test_twenty_seven_years_by_day() -> None:
    began = time.process_time()
    found = judged(crowd(60, window="1998-01-01 to 2024-12-31"))
    assert found.default.feasible or found.default.conflicts
    assert time.process_time() - began < MOST_SECONDS / 4


@pytest.mark.slow
def test_ten_thousand_claims() -> None:
    case = crowd(10_000)
    case = replace(
        case,
        claims=(*case.claims, claim("come at most 2 by 2024-12-01", name="few", by=("paper",))),
    )
    began = time.process_time()
    found = judged(case, ConflictOptions(bounds=False))
    assert time.process_time() - began < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES / 1e6 < MOST_GIGABYTES
    assert not found.default.feasible
    assert not found.default.complete
    assert all("few" in each.members for each in found.default.conflicts)
