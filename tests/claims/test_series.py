"""Tables and their declarations in; claims row by row, or problems with their rows, out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.says.says import parse_sentence
from musterbook.claims.series import STANDS, TAKES, expand_series
from musterbook.core.problem import Phrase, Place, Severity
from musterbook.core.records import Series

FILE = "reports/losses.csv"


def series(says: str = "losses {value} by {date}", **options: str) -> Series:
    place = Place("claims/losses.yaml", 4, 8)
    return Series("losses", place, Phrase(says, place), "day", "dead", **options)


def rows(*lines: str) -> tuple[tuple[int, dict[str, str]], ...]:
    """Make rows of `DAY VALUE [WORD]`, numbered from 2 as below a heading."""
    made = [
        dict(zip(("day", "dead", "how"), (*line.split("|"), "", ""), strict=False))
        for line in lines
    ]
    return tuple(enumerate(made, start=2))


def said(declared: Series, *lines: str) -> list[str]:
    claims, problems = expand_series(declared, rows(*lines), {}, file=FILE)
    assert problems == ()
    return [each.says.text for each in claims]


def faults(declared: Series, *lines: str) -> list[tuple[str, str]]:
    _, problems = expand_series(declared, rows(*lines), {}, file=FILE)
    return [(each.code, str(each.place)) for each in problems]


def test_a_row_is_a_claim_with_its_place() -> None:
    claims, problems = expand_series(series(), rows("2025-03-02|1,234"), {}, file=FILE)
    assert problems == ()
    assert claims[0].id == "losses@2025-03-02"
    assert claims[0].place == Place(FILE, 2)
    assert claims[0].says == Phrase("losses exactly 1 234 by 2025-03-02", Place(FILE, 2))


def test_a_row_at_the_start_of_its_day_speaks_of_the_day_before() -> None:
    assert said(series(stands="start of day"), "2025-03-01|5") == ["losses exactly 5 by 2025-02-28"]


def test_the_last_row_of_each_month_is_taken_whatever_the_order() -> None:
    lines = ("2025-02-27|7", "2025-01-31|5", "2025-01-30|4", "2025-02-02|6")
    assert said(series(take="last of month"), *lines) == [
        "losses exactly 5 by 2025-01-31",
        "losses exactly 7 by 2025-02-27",
    ]


def test_months_are_those_that_rows_speak_of() -> None:
    lines = ("2025-02-01|5", "2025-02-28|6")
    assert said(series(take="last of month", stands="start of day"), *lines) == [
        "losses exactly 5 by 2025-01-31",
        "losses exactly 6 by 2025-02-27",
    ]


def test_a_hedge_column_speaks_for_each_row() -> None:
    lines = ("2025-01-01|5|about", "2025-01-02|6|", "2025-01-03|7|more", "2025-01-04|0|about")
    assert said(series(bound="column how"), *lines) == [
        "losses about 5 by 2025-01-01",
        "losses exactly 6 by 2025-01-02",
        "losses more than 7 by 2025-01-03",
        "losses 0 by 2025-01-04",
    ]


def test_a_hedge_in_the_sentence_itself_stands() -> None:
    assert said(series("losses at least {value} by {date}"), "2025-01|5.0") == [
        "losses at least 5 by 2025-01"
    ]


def test_rows_without_a_value_are_noted_and_left_out() -> None:
    claims, problems = expand_series(series(), rows("2025-01-01|", "2025-01-02|3"), {}, file=FILE)
    assert [each.id for each in claims] == ["losses@2025-01-02"]
    assert [(each.code, each.severity) for each in problems] == [("MB126", Severity.NOTE)]


@pytest.mark.parametrize(
    ("declared", "line", "code", "place"),
    [
        (series("losses {value} by 2025"), "2025-01-01|3", "MB120", "claims/losses.yaml:4:8"),
        (series("losses {value} {date}"), "2025-01-01|3", "MB120", "claims/losses.yaml:4:23"),
        (series(bound="column why"), "2025-01-01|3", "MB121", "claims/losses.yaml:4:8"),
        (series(bound="maybe"), "2025-01-01|3", "MB124", "claims/losses.yaml:4:8"),
        (series(take="last of moon"), "2025-01-01|3", "MB124", "claims/losses.yaml:4:8"),
        (series(stands="at noon"), "2025-01-01|3", "MB124", "claims/losses.yaml:4:8"),
        (series(bound="column how"), "2025-01-01|3|perhaps", "MB124", f"{FILE}:2:1"),
        (series(), "01/02/2025|3", "MB122", f"{FILE}:2:1"),
        (series(), "2025-01-01|-3", "MB123", f"{FILE}:2:1"),
        (series(), "2025-01-01|many", "MB123", f"{FILE}:2:1"),
        (series(), "2025-01-01|1.200", "MB123", f"{FILE}:2:1"),
    ],
)
def test_a_fault_has_its_place(declared: Series, line: str, code: str, place: str) -> None:
    assert faults(declared, line) == [(code, place)]


def test_a_number_with_a_point_and_three_digits_may_mean_two_things() -> None:
    _, (problem,) = expand_series(series(), rows("2025-01-01|1.200"), {}, file=FILE)
    assert problem.says == "`1.200` may mean 1 200 or 1.2"
    assert problem.fix == "write 1200, if that is meant"


def test_two_rows_of_one_date_are_a_fault_of_the_second() -> None:
    assert faults(series(), "2025-01-01|3", "2025-01-01|4") == [("MB125", f"{FILE}:3:1")]


def test_a_thousand_bad_rows_are_three_problems() -> None:
    _, problems = expand_series(series(), rows(*["x|3"] * 1_000), {}, file=FILE)
    assert [each.place.line for each in problems] == [2, 3, 4]
    assert problems[-1].says == "`x` is no date; 997 more rows like it"


CELLS = st.one_of(
    st.dates().map(str),
    st.integers(-10, 10**15).map(str),
    st.sampled_from(["", "2025-W07", "9999-12-31", "0001-01-01", "9" * 400, "about", "NaN", "1e5"]),
    st.text(max_size=5),
)
LINES = st.lists(
    st.fixed_dictionaries({"day": CELLS, "dead": CELLS}, optional={"how": CELLS}), max_size=8
)


@given(LINES, st.sampled_from(TAKES), st.sampled_from(STANDS), st.sampled_from(["", "column how"]))
def test_no_table_ever_raises_and_its_claims_parse(lines, take, stands, bound) -> None:
    declared = series(take=take, stands=stands, bound=bound)
    claims, _ = expand_series(declared, tuple(enumerate(lines, start=2)), {}, file=FILE)
    assert len({each.id for each in claims}) == len(claims)
    for each in claims:
        assert parse_sentence(each.says, {})[1] == ()


def test_the_general_staff_series_makes_the_increments(shared: Path) -> None:
    table = json.loads((shared / "data/ua_gs_russia_losses_personnel.json").read_text("utf-8"))
    cells = [
        (number, {key: str(each[key]) for key in each}) for number, each in enumerate(table, 1)
    ]
    place = Place("claims/general-staff-losses.yaml", 5, 7)
    declared = Series(
        "general-staff-losses",
        place,
        Phrase("losses {value} since 2022-02-24 to {date}", place),
        "date",
        "personnel",
        account="ru",
        stands="start of day",
    )
    claims, problems = expand_series(declared, cells, {})
    assert (len(claims), problems) == (1_626, ())
    values = {
        each.id.partition("@")[2]: parse_sentence(each.says, {})[0].amount.low
        for each in claims
        if each.id.endswith(("2025-06-30", "2025-12-31", "2026-01-31"))
    }
    assert values["2025-12-31"] - values["2025-06-30"] == 187_990
    assert values["2026-01-31"] - values["2025-12-31"] == 31_710
