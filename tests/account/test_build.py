from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.account.little import built, claim, little_case

from musterbook.account.ledger import read_ledger
from musterbook.account.system import MemberKind


def test_a_forgotten_opening_is_a_named_member():
    system, _ = built(little_case())
    openings = [each for each in system.groups if each.kind is MemberKind.OPENING]
    assert [each.name for each in openings] == ["camp starts at 0", "dead starts at 0"]
    assert all(each.rows[0].low == each.rows[0].high == 0 for each in openings)


def test_steps_are_cut_at_every_date_a_claim_names_and_at_the_as_of_date():
    system, _ = built(little_case(claim("camp 40 on 2026-01-15")))
    assert [each.isoformat() for each in system.knots] == [
        "2025-11-30",
        "2025-12-31",
        "2026-01-15",
        "2026-01-31",
        "2026-02-16",
        "2026-02-28",
    ]


def test_only_words_in_use_and_not_pinned_are_read_both_ways():
    def choices(*claims):
        return read_ledger(little_case(*claims)).choices

    assert choices(claim("camp 40 on 2026-01-15")) == ((),)
    assert choices(claim("gone [left] 40 in 2026-01")) == ((),)
    assert choices(claim("gone 40 in 2026-01")) == (
        (("gone", "left"),),
        (("gone", "lost"),),
    )


@given(st.lists(st.integers(0, 1_000), min_size=64, max_size=64))
def test_nobody_appears_or_vanishes(people):
    system, _ = built(little_case(claim("camp 40 on 2026-01-15")))
    x = np.array(people[: system.width], dtype=float)
    for start, end in zip(system.knots, system.knots[1:], strict=False):
        everyone = [
            sum(
                float(system.stock_vector(stock, knot).dense(system.width) @ x)
                for stock in system.stocks
            )
            for knot in (start, end)
        ]
        through = {
            flow: float(system.total_vector(flow, start, end).dense(system.width) @ x)
            for flow in ("come", "leave")
        }
        assert np.isclose(everyone[1] - everyone[0], through["come"] - through["leave"])


def test_the_as_of_date_is_a_knot_even_outside_the_window():
    for day in (date(2020, 1, 1), date(2030, 1, 1)):
        system, _ = built(little_case(as_of=day))
        assert system.as_of in system.knots
