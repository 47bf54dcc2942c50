"""Small accounts in, the report of all readings out: the default, all, what is certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.conflicts.camp import (
    ARRIVED,
    EMPTY,
    LEFT,
    claim,
    only_conflict,
    total,
    with_groups,
)
from tests.oracles.hand_drawn import INFINITY, combined, member, row

from musterbook.conflicts.analyse import analyse, verdict_of
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import Conflict


def names(conflicts: Iterable[Conflict]) -> list[tuple[str, ...]]:
    return [each.members for each in conflicts]


def test_the_report_speaks_of_the_default_reading_and_lists_all() -> None:
    narrow, wide = (("leave", "by bus"),), (("leave", "any way"),)
    found = analyse(
        {narrow: replace(with_groups(ARRIVED, LEFT, EMPTY), choice=narrow),
         wide: replace(with_groups(ARRIVED, EMPTY), choice=wide)}
    )  # fmt: skip
    assert names(found.default.conflicts) == [("arrived", "left", "empty")]
    said = found.to_json()
    assert said["feasible"] is False
    assert said["complete"] is True
    assert [each["feasible"] for each in said["readings"]] == [False, True]  # type: ignore[attr-defined]
    assert said["readings"][1]["choice"] == {"leave": "any way"}  # type: ignore[index]
    assert said["readings"][1]["bounds"]["arrive"] == [900, 1_100]  # type: ignore[index]
    assert said["certain"]["dead"] == [0, None]  # type: ignore[index]
    assert [set(each) >= {"members", "cost"} for each in said["ways_out"]] == [True] * 3  # type: ignore[attr-defined]


def test_certain_is_what_holds_under_every_feasible_reading() -> None:
    low, high = (("arrive", "at least"),), (("arrive", "about"),)
    many = claim("many", total("arrive"), 2_000, INFINITY, words="arrive by 2025-06-30")
    found = analyse(
        {low: replace(with_groups(many), choice=low),
         high: replace(with_groups(ARRIVED), choice=high)}
    )  # fmt: skip
    assert found.certain["arrive"] == (900, None)
    both = analyse(
        {low: replace(with_groups(ARRIVED), choice=low),
         high: replace(with_groups(ARRIVED, claim("more", total("arrive"), 1_000, 1_300,
                                                  words="arrive by 2025-06-30")), choice=high)}
    )  # fmt: skip
    assert both.certain["arrive"] == (900, 1_100)


def test_an_account_without_claims_is_feasible_and_unbounded() -> None:
    found = verdict_of(with_groups(), ConflictOptions())
    assert found.feasible
    assert found.bounds["camp"] == (0, None)
    assert found.widen == 0


def test_half_a_person_is_no_way_to_add_up() -> None:
    half = [
        row(combined((total("die"), 1.0), (total("arrive"), -0.5)), 0, 0, words="", is_ratio=True)
    ]
    five = claim("five", total("arrive"), 5, 5, words="arrive by 2025-06-30")
    six = claim("six", total("arrive"), 6, 6, words="arrive by 2025-06-30")
    odd = verdict_of(with_groups(five, member("half", half)), ConflictOptions())
    even = verdict_of(with_groups(six, member("half", half)), ConflictOptions())
    assert (odd.feasible, odd.in_whole_people) == (True, False)
    assert odd.widen_words.endswith("but not in whole people")
    assert (even.feasible, even.in_whole_people) == (True, True)
    assert verdict_of(with_groups(ARRIVED), ConflictOptions()).in_whole_people is None


def test_huge_numbers_are_no_trouble() -> None:
    many = claim("many", total("arrive"), 9e11, 1.1e12, words="arrive by 2025-06-30")
    gone = claim("gone", total("leave"), 2e12, INFINITY, words="leave by 2025-06-30")
    found = only_conflict(many, gone, EMPTY)
    assert found.short_by == pytest.approx(9e11)
