"""How a belief moved, as the table of days shows it."""

from __future__ import annotations

from datetime import date

from musterbook.questions.history import HistoryReport, Moment, Stand
from musterbook.questions.spread import Spread
from musterbook.questions.target import Target
from musterbook.views.history import history_table

FIRST, SECOND = date(2025, 2, 4), date(2025, 2, 6)


def moves(first: Spread, second: Spread) -> list[str]:
    """Give what the second day's row shows: the median, and by how much it moved."""
    moments = tuple(
        Moment(day, ("a",), (), (), is_feasible=True, stands=(Stand((), (), spread),))
        for day, spread in ((FIRST, first), (SECOND, second))
    )
    rows = history_table(HistoryReport(Target("camp", SECOND), moments, 0, 0.0), {}).rows
    return [rows[1][at].text.replace("\u202f", " ") for at in (1, 3)]


def test_the_moves_are_those_of_the_medians_shown() -> None:
    low, high = Spread(18_000, 29_600, 46_000), Spread(18_000, 30_400, 46_000)
    assert moves(low, high) == ["30 000", "0"]
    assert moves(Spread(7_000, 11_600, 18_000), Spread(7_000, 11_400, 17_000)) == [
        "11 000",
        "−1 000",
    ]


def test_a_move_is_no_finer_than_the_coarser_median() -> None:
    assert moves(Spread(7_000, 11_000, 17_000), Spread(960, 1_080, 1_190)) == [
        "1 080",
        "−10 000",
    ]
