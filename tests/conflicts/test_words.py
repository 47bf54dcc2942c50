"""Small accounts drawn by hand in, the sentences and numbers of their conflicts out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.conflicts.camp import (
    ARRIVED,
    CAMP,
    EMPTY,
    JUNE,
    LEFT,
    MARCH,
    START,
    camp,
    claim,
    only_conflict,
    plain,
    total,
    with_groups,
)
from tests.oracles.hand_drawn import INFINITY, combined, lay_out, member, row

from musterbook.account.system import Group, Vector
from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.options import ConflictOptions


def test_who_leaves_must_have_come() -> None:
    found = only_conflict(ARRIVED, LEFT, EMPTY)
    assert found.members == ("arrived", "left", "empty")
    assert plain(found.says) == (
        "leave by 2025-06-30 can be no more than arrive by 2025-06-30 + camp at the start: "
        "that counts the same people, and also camp on 2025-06-30 + die by 2025-06-30. "
        "But leave by 2025-06-30 is at least 1 500 (left), while arrive by 2025-06-30 is at most "
        "1 100 (arrived), camp at the start is at most 0 (empty), together at most 1 100: "
        "400 too many."
    )
    assert found.short_by == pytest.approx(400)
    assert dict(found.least_moves) == pytest.approx({"arrived": 400, "left": 400, "empty": 400})


def test_the_lines_of_the_sum_make_the_gap() -> None:
    found = only_conflict(ARRIVED, LEFT, EMPTY)
    assert {line.member: line.amount for line in found.lines} == {
        "left": 1_500,
        "arrived": -1_100,
        "empty": 0,
    }
    assert sum(line.amount for line in found.lines) == pytest.approx(found.short_by)


def test_one_error_of_one_source_would_explain_it() -> None:
    found = only_conflict(ARRIVED, LEFT, EMPTY)
    errors = {each.source: each.per_cent for each in found.bias}
    # 1 500 is 36.4 % more than 1 100, which is 26.7 % less than 1 500.
    assert errors == pytest.approx({"bus line": 36.36, "office": -26.67}, abs=0.01)


def test_an_error_beyond_half_or_double_is_no_explanation() -> None:
    many = claim("many", total("leave"), 9_000, 9_100, words="leave by 2025-06-30")
    assert only_conflict(ARRIVED, many, EMPTY).bias == ()


def test_two_sentences_about_one_number() -> None:
    first = claim("first", total("die"), 10, 20, words="die by 2025-06-30")
    second = claim("second", total("die"), 50, INFINITY, words="die by 2025-06-30")
    assert plain(only_conflict(first, second).says) == (
        "Both sentences speak of the same number (die by 2025-06-30). "
        "But one says at least 50 (second), the other at most 20 (first): 30 too many."
    )


def test_two_ways_of_counting_the_same_people() -> None:
    first = claim("first", total("die"), 10, 20, words="die by 2025-06-30")
    second = claim("second", total("die"), 50, INFINITY, words="dead on 2025-06-30")
    assert plain(only_conflict(first, second).says) == (
        "dead on 2025-06-30 can be no more than die by 2025-06-30: both count the same people. "
        "But dead on 2025-06-30 is at least 50 (second), while die by 2025-06-30 is at most 20 "
        "(first): 30 too many."
    )


def test_a_sentence_that_contradicts_the_network_alone() -> None:
    below = claim("below", camp(MARCH), -INFINITY, -5, words="camp on 2025-03-31")
    found = only_conflict(below)
    assert found.members == ("below",)
    assert found.short_by == pytest.approx(5)
    assert plain(found.says) == (
        "camp on 2025-03-31 is never below 0. "
        "But camp on 2025-03-31 is at most -5 (below): 5 too many."
    )


def test_what_came_before_the_window_is_left_over_too() -> None:
    system = lay_out([("die", "camp", "dead")], ["camp", "dead"], [START, MARCH], befores=["die"])
    before = Vector((system.index["before die", START],), (1.0,))
    died = system.total_vector("die", START, MARCH)
    groups = (
        claim("all", combined((before, 1.0), (died, 1.0)), 50, 60, words="die since the war began"),
        claim("spring", died, 70, 80, words="die by 2025-03-31"),
    )
    (found,) = verdict_of(replace(system, groups=groups), ConflictOptions()).conflicts
    assert "that counts the same people, and also die before 2025-01-01" in found.says


def test_a_claim_about_nobody() -> None:
    nobody = claim("nobody", Vector((), ()), 5, 10, words="arrive on no day at all")
    found = only_conflict(nobody)
    assert found.members == ("nobody",)
    assert found.short_by == pytest.approx(5)


def level_throughout(low: float, high: float) -> Group:
    times = [knot for knot in CAMP.knots if knot >= MARCH]
    rows = [row(camp(knot), low, high, words=f"camp on {knot}") for knot in times]
    return member("level", rows, origin="office")


def test_a_level_held_throughout_gives_once() -> None:
    found = only_conflict(
        level_throughout(500, 600),
        claim("gone", total("leave", JUNE, MARCH), 300, 320, words="leave after 2025-03-31"),
        claim("none", total("arrive", JUNE, MARCH), 0, 0, words="arrive after 2025-03-31"),
    )
    # 100 may go between 600 and 500: of 300 that is 200 short, and the level gives at both ends.
    assert dict(found.least_moves) == pytest.approx({"level": 100, "gone": 200, "none": 200})
    assert found.short_by == pytest.approx(100)
    assert plain(found.says).endswith("200 too many.")


def rate(most: float) -> Group:
    pieces = list(zip(CAMP.knots, CAMP.knots[1:], strict=False))
    rows = [
        row(total("die", end, start), -INFINITY, most, words=f"die after {start}")
        for start, end in pieces
    ]
    return member("rate", rows)


def test_a_rate_gives_step_by_step_and_is_summed() -> None:
    found = only_conflict(rate(10), claim("dead", total("die"), 80, 90, words="die by 2025-06-30"))
    assert found.short_by == pytest.approx(30)
    assert "“what rate says” is at most 50 in all" in plain(found.says)


def test_a_share_is_a_condition() -> None:
    share = member(
        "share",
        [
            row(
                combined(
                    (total("die", MARCH, date(2025, 2, 28)), 1.0), (camp(date(2025, 2, 28)), -0.1)
                ),
                -INFINITY,
                0.0,
                words="die in March against camp",
                is_ratio=True,
            )
        ],
    )
    found = only_conflict(
        share,
        claim("few", camp(date(2025, 2, 28)), 0, 1_000, words="camp on 2025-02-28"),
        claim("dead", total("die", MARCH, date(2025, 2, 28)), 150, 160, words="die in March"),
    )
    assert found.members == ("share", "few", "dead")
    assert "given “what share says”" in found.says
    assert found.short_by == pytest.approx(50)
    assert dict(found.least_moves) == pytest.approx({"share": 50, "few": 500, "dead": 50})


def test_a_way_out_costs_what_its_members_must_move() -> None:
    found = verdict_of(with_groups(ARRIVED, LEFT, EMPTY), ConflictOptions())
    assert [(each.members, each.cost) for each in found.ways_out] == [
        (("arrived",), 400),
        (("empty",), 400),
        (("left",), 400),
    ]
    assert {each.count for each in found.ways_out} == {1}


def copies_of(group: Group, count: int) -> Group:
    return replace(group, claims=(group.name, *(f"{group.name} again {n}" for n in range(count))))


def test_ten_copies_add_no_conflict() -> None:
    once = verdict_of(with_groups(ARRIVED, LEFT, EMPTY), ConflictOptions())
    often = verdict_of(with_groups(ARRIVED, copies_of(LEFT, 10), EMPTY), ConflictOptions())
    assert often == once


def factor_and_words(*groups: Group) -> tuple[float | None, str]:
    found = verdict_of(with_groups(*groups), ConflictOptions())
    return found.widen, found.widen_words


@pytest.mark.parametrize(
    ("groups", "factor", "words"),
    [
        ([ARRIVED], 0.0, "feasible with room to spare"),
        ([claim("a", total("die"), 0, 20, words="a"), claim("b", total("die"), 18, 38, words="b")],
         0.9, "barely feasible"),
        ([claim("a", total("die"), 0, 20, words="a"), claim("b", total("die"), 24, 44, words="b")],
         1.2, "within rounding"),
        ([claim("a", total("die"), 0, 20, words="a"), claim("b", total("die"), 60, 80, words="b")],
         3.0, "not by rounding: every interval would have to be 3 times as wide"),
        ([claim("a", total("die"), 5, 5, words="a"), claim("b", total("die"), 6, 6, words="b")],
         None, "no widening helps: exact numbers clash"),
        ([claim("a", total("die"), 100, INFINITY, words="a"),
          claim("b", total("die"), 90, 90, words="b")],
         3.0, "not by rounding: every interval would have to be 3 times as wide"),
    ],
)  # fmt: skip
def test_how_far_all_intervals_must_widen(
    groups: list[Group], factor: float | None, words: str
) -> None:
    found, said = factor_and_words(*groups)
    assert found == (None if factor is None else pytest.approx(factor))
    assert said == words
