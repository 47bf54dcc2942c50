"""A number in, the numbers a slip of the pen may have made it from out; and those that fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.account.little import claim, little_case

from musterbook.account.build import build_system
from musterbook.account.ledger import read_ledger
from musterbook.conflicts.analyse import analyse
from musterbook.conflicts.digits import neighbours, with_slips
from musterbook.conflicts.results import WayOut


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (31, [13, 310]),
        (11, [110]),
        (100, [10, 1000]),
        (4_100, [1_400, 4_010, 410, 41_000]),
        (1_234, [2_134, 1_324, 1_243, 12_340]),
    ],
)
def test_slips_of_the_pen(number: int, expected: list[int]) -> None:
    assert [value for value, _ in neighbours(number)] == expected


def ways_out(*sentences: str) -> dict[str, WayOut]:
    claims = [
        claim(says, name=f"c{n}", by=(("agency", "paper")[n % 2],))
        for n, says in enumerate(sentences)
    ]
    ledger = read_ledger(little_case(*claims))
    systems = {choice: build_system(ledger, choice).system for choice in ledger.choices}
    report = with_slips(analyse(systems), {each.name: each for each in ledger.statements})
    return {each.members[0]: each for each in report.default.ways_out if each.count == 1}


def test_a_transposed_figure_is_offered() -> None:
    found = ways_out("come 1 340 by 2026-01-31", "come 3 120 in 2026-01", "come none in 2025-12")
    assert found["c1"].allows == (1_335, 1_345)
    assert found["c1"].slips == ()
    (slip,) = ways_out("come 1 340 by 2026-01-31", "come 3 140 in 2026-01", "come none in 2025-12")[
        "c1"
    ].slips
    assert (slip.value, slip.how) == (1_340, "two digits swapped")


def test_a_nought_too_many_is_offered_and_says_so_in_json() -> None:
    (slip,) = ways_out("come 400 by 2026-01-31", "come 4 000 in 2026-01", "come none in 2025-12")[
        "c1"
    ].slips
    assert slip.to_json() == {"value": 400.0, "how": "a nought too many"}


def test_where_the_rest_leaves_an_end_open_no_slip_is_offered() -> None:
    way = ways_out("come at least 450 by 2026-01-31", "come 45 by 2026-01-31")["c1"]
    assert way.allows == (450, None)
    assert way.slips == ()


def test_an_assumption_has_no_pen_that_slips() -> None:
    assert all(not each.slips for name, each in ways_out("camp 10 on 2025-11-30").items()
               if name != "c0")  # fmt: skip
    assert replace(WayOut(("a",), 1.0)).to_json()["allows"] is None
