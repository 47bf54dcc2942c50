"""A text and its words for a year of accounts in, the days they name out."""

from datetime import date

import pytest

from musterbook.claims.fold import fold
from musterbook.claims.times.periods import find_periods


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the army took in 80 in fiscal 2020", "2019-10-01 2020-09-30"),
        ("in Japan the force took in 80 in fiscal 2020", "2020-04-01 2021-03-31"),
        ("in Pakistan the force took in 80 in fiscal 2020", "2019-07-01 2020-06-30"),
        ("Tokyo wants 80 this fiscal year", "2022-04-01 2023-03-31"),
        ("Tokyo lost 80 last fiscal year", "2021-04-01 2022-03-31"),
        ("the Pentagon lost 80 last fiscal year", "2021-10-01 2022-09-30"),
        ("it wants 80 this fiscal year, which ends in June", "2022-07-01 2023-06-30"),
        ("it took 80 in fiscal 2022, which began in January", "2022-01-01 2022-12-31"),
    ],
)
def test_a_year_of_accounts_is_that_of_the_country_told_of(text, days):
    time, *_ = find_periods(fold(text), 0, len(text), published=date(2022, 11, 19), events={})
    assert f"{time.first} {time.last}" == days
