"""The contingent and the national force as case folders: which readings make the numbers add up.

In the cell where `returned` means all who left and `casualties` killed and wounded, two conflicts
of six members stand beside the smaller ones. A pencil shows the first: 18 000 sent, less 11 550
who stay and 1 155 who left, leaves 5 295 killed; April's 4 650 hit with at most 650 killed leaves
4 000 wounded; together 9 295, and casualties stop at 7 000.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.oracles.brute_force_conflicts import BruteForce

from musterbook.conflicts.results import ConflictReport, Verdict
from musterbook.workbench import Workbench

CASES = Path(__file__).parents[1] / "cases"
BOTH, ONLY = "killed and wounded", "killed only"
ALL_WHO_LEFT, HOME = "all who left", "rotated home"
BY_SUM = ["A1 A2 A3 A4 B2 B3", "A1 A2 A3 A4 B2 B5"]


@cache
def report(name: str) -> ConflictReport:
    return Workbench(CASES / name).conflicts()


def verdict(name: str, *readings: str) -> Verdict:
    (found,) = [
        each
        for each in report(name).readings
        if set(readings) <= {reading for _, reading in each.choice}
    ]
    return found


def sets(found: Verdict) -> list[str]:
    return sorted(" ".join(sorted(each.members)) for each in found.conflicts)


ARTICLE, REPORTS, ALL = "contingent-article", "contingent-reports", "contingent"


@pytest.mark.parametrize(
    ("case", "casualties", "returned", "expected"),
    [
        (ARTICLE, BOTH, ALL_WHO_LEFT, []),
        (ARTICLE, BOTH, HOME, []),
        (ARTICLE, ONLY, ALL_WHO_LEFT, []),
        (ARTICLE, ONLY, HOME, []),
        (REPORTS, BOTH, ALL_WHO_LEFT, [*BY_SUM, "A3 B4"]),
        (REPORTS, BOTH, HOME, []),
        (REPORTS, ONLY, ALL_WHO_LEFT, ["A3 B4"]),
        (REPORTS, ONLY, HOME, []),
        (ALL, BOTH, ALL_WHO_LEFT, [*BY_SUM, "A2 A3 A4 B5 D1", "A3 B4"]),
        (ALL, BOTH, HOME, []),
        (ALL, ONLY, ALL_WHO_LEFT, ["A1 B5 D1", "A2 A3 A4 B5 D1", "A3 B4"]),
        (ALL, ONLY, HOME, ["A1 B5 D1"]),
        ("contingent-no-derived", BOTH, ALL_WHO_LEFT, ["A3 B4"]),
        ("contingent-no-derived", BOTH, HOME, []),
        ("contingent-no-derived", ONLY, ALL_WHO_LEFT, ["A1 B5 D1", "A3 B4"]),
        ("contingent-no-derived", ONLY, HOME, ["A1 B5 D1"]),
    ],
)
def test_the_contingent(case: str, casualties: str, returned: str, expected: list[str]) -> None:
    found = verdict(case, casualties, returned)
    assert sets(found) == sorted(expected)
    assert found.feasible is (not expected)
    assert found.complete
    assert found.all_ways_out


@pytest.mark.slow
def test_the_contingent_by_trying_every_subset() -> None:
    found = verdict(ALL, BOTH, ALL_WHO_LEFT)
    system = Workbench(CASES / ALL).systems[found.choice]
    # The openings, all 0, hold in every subset: no minimal conflict needs one.
    openings = tuple(group.name for group in system.groups if group.name.endswith("starts at 0"))
    brute = BruteForce(system, always=openings)
    assert {frozenset(each.members) for each in found.conflicts} == brute.conflicts()


def test_the_article_alone_counts_its_wounded_twice() -> None:
    article = verdict(ARTICLE, BOTH, ALL_WHO_LEFT)
    assert article.bounds["killed"] == pytest.approx((5_295, 7_000), rel=0.01)
    assert article.bounds_without_derived["killed"] == pytest.approx((0, 7_000), rel=0.01)
    underived = verdict("contingent-article-no-derived", BOTH, ALL_WHO_LEFT)
    assert underived.bounds["killed"] == pytest.approx((0, 7_000), rel=0.01)


def test_one_reading_survives() -> None:
    (survivor,) = report(ALL).feasible_readings
    assert dict(survivor.choice) == {"casualties": BOTH, "returned": HOME}
    assert {name: survivor.bounds[name] for name in ("killed", "wound", "evacuate", "sent")} == {
        "killed": pytest.approx((1_500, 3_000), rel=0.01),
        "wound": pytest.approx((4_000, 5_500), rel=0.01),
        "evacuate": pytest.approx((2_295, 5_500), rel=0.01),
        "sent": pytest.approx((18_000, 19_705), rel=0.01),
    }
    assert report(ALL).certain == survivor.bounds


def test_the_survivor_rests_on_the_quiet_front() -> None:
    # 600 since September: with 2 900 more the third reading adds up as well.
    rested = [(each.member, dict(each.choice), each.people) for each in report(ALL).rests_on]
    assert rested == [("D1", {"casualties": ONLY, "returned": HOME}, 2_900)]
    assert report(REPORTS).rests_on == ()


def test_without_the_derived_sum_it_stays_the_only_one() -> None:
    (survivor,) = report("contingent-no-derived").feasible_readings
    assert survivor.bounds["evacuate"] == pytest.approx((1_500, 5_500), rel=0.01)
    assert survivor.bounds["sent"] == pytest.approx((14_500, 19_705), rel=0.01)
    assert verdict(ALL, BOTH, HOME).bounds_without_derived["sent"] == survivor.bounds["sent"]


def test_conflicts_say_which_members_are_derived() -> None:
    derived = {each.members: each.derived for each in verdict(ALL, ONLY, ALL_WHO_LEFT).conflicts}
    assert derived == {
        ("B4", "A3"): (),
        ("A1", "B5", "D1"): (),
        ("A2", "A3", "A4", "B5", "D1"): ("A4",),
    }


def test_the_force_needs_its_wounded_back() -> None:
    assert sets(verdict("force", "gross recruits")) == ["intake level losses nobody returns"]
    returns = verdict("force-returns", "gross recruits").bounds["returns"]
    assert returns == pytest.approx((104_490, 151_490), rel=0.01)


def test_the_force_cannot_grow_by_its_intake() -> None:
    assert sets(verdict("force", "net growth")) == ["intake level"]
    assert sets(verdict("force-returns", "net growth")) == ["intake level"]


def test_januarys_deficit_contradicts_the_yearly_intake() -> None:
    assert sets(verdict("force-january", "gross recruits")) == ["deficit intake losses"]
    recruits = verdict("force-january", "net growth").bounds["recruits"]
    assert recruits == pytest.approx((23_210, 24_210), rel=0.01)
