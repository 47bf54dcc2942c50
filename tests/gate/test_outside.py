"""Tables that others published in, what does not balance in them out, by our own means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from tools.italy_cases import italy_books

from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import Conflict
from musterbook.core.when import parse_period
from musterbook.inquiry import backtest
from musterbook.inquiry.backtest import BacktestOptions
from musterbook.questions.ratings import BacktestReport
from musterbook.questions.spread import spread_of_draws
from musterbook.questions.target import Target, values_at
from musterbook.workbench import Workbench
from tools import outside_cases

ALL = ConflictOptions(bounds=False, limit=80)

# The days on which an identity does not hold; two months without any beside them.
ITALY = {
    "2020-02": {"home": ["25"], "ward": ["25"]},
    "2020-10": {},
    "2020-11": {"ever": ["04"]},
    "2021-02": {"ever": ["03"]},
    "2021-06": {"ever": ["23"]},
    "2021-08": {"ever": ["01", "11"]},
    "2021-11": {"ever": ["07"], "home": ["07"]},
    "2022-01": {"ever": ["11"]},
    "2022-12": {},
    # Six days running: across days their numbers clash in more ways than anybody wants listed.
    **{f"2024-07-{day}": {"ever": [day]} for day in ("05", "06", "07", "08", "09", "10")},
    "2024-07-11 to 2024-07-31": {},
}
IDENTITIES = {
    frozenset(("ever", "positive", "recovered", "dead")): "ever",
    frozenset(("home", "hospital", "positive")): "home",
    frozenset(("hospital", "ward", "intensive")): "ward",
}
CORRIDORS = [("COD", "UGA", 2016, 2021), ("SYR", "JOR", 2017, 2022)]


@pytest.fixture
def data(shared: Path) -> Path:
    return shared / "data"


def conflicts_in(folder: Path) -> tuple[Conflict, ...]:
    bench = Workbench(folder)
    assert not bench.has_errors
    return bench.conflicts(ALL).default.conflicts


def test_greenlands_account_is_off_by_what_was_published(data: Path, tmp_path: Path) -> None:
    found = conflicts_in(outside_cases.greenland(tmp_path, data))
    flows = ("births", "deaths", "emig", "immig")
    off = {}
    for each in found:
        years = sorted(name[-10:-6] for name in each.members if "people" in name)
        if int(years[1]) - int(years[0]) == 1:
            off[years[1]] = each.short_by
            assert sum(name.split("-")[1] in flows for name in each.members) == 4
    assert off == {"2020": 68.0, "2021": 133.0, "2022": 175.0}
    assert len(found) == 6  # and the three longer spans, by their sums
    assert max(each.short_by for each in found) == 68 + 133 + 175


def broken(found: tuple[Conflict, ...]) -> Iterator[tuple[str, str]]:
    """Give identity and day of every conflict between the numbers of one day."""
    for each in found:
        names = dict(member.split("@") for member in each.members)
        if frozenset(names) in IDENTITIES and len(set(names.values())) == 1:
            assert len(names) == len(each.members)
            yield IDENTITIES[frozenset(names)], next(iter(names.values()))[-2:]


@pytest.mark.parametrize("month", ITALY)
def test_italys_double_entry_is_broken_on_its_days(month: str, data: Path, tmp_path: Path) -> None:
    whole = parse_period(month)
    assert whole is not None
    first, last = max(whole.start, date(2020, 2, 24)), whole.end
    found = conflicts_in(italy_books(tmp_path, data, first=first, last=last))
    days: dict[str, list[str]] = {}
    for identity, day in sorted(broken(found)):
        days.setdefault(identity, []).append(day)
    assert days == ITALY[month]
    assert bool(found) == bool(ITALY[month])


def test_the_months_hold_all_the_days_there_are() -> None:
    counts = [
        sum(len(each.get(name, [])) for each in ITALY.values()) for name in ("ever", "home", "ward")
    ]
    assert counts == [13, 2, 1]


@pytest.mark.parametrize("corridor", CORRIDORS, ids=lambda each: "-".join(each[:2]))
def test_unseen_flows_fill_what_a_corridor_leaves_open(
    corridor: tuple[str, str, int, int], data: Path, tmp_path: Path
) -> None:
    origin, host, first, last = corridor
    folder = outside_cases.corridor(tmp_path, data, origin=origin, host=host, years=(first, last))
    bench = Workbench(folder)
    assert not bench.has_errors
    [answer] = bench.fit().answers
    gaps = outside_cases.gaps(data, origin=origin, host=host, years=(first, last))
    ends = [date(year, 12, 31) for year in range(first - 1, last + 1)]
    held = 0
    for start, end in pairwise(ends):
        early, late = (
            values_at(answer.system, answer.draws, Target("unseen_net", each))
            for each in (start, end)
        )
        spread = spread_of_draws(late - early, answer.weights)
        gap = gaps[end.year]
        held += spread.q05 <= gap <= spread.q95
        assert abs(spread.q50 - gap) < 0.15 * abs(gap) + 1_000, (end.year, gap, spread)
    assert held >= len(gaps) - 1


def test_knowing_of_the_delay_helps_in_new_york(data: Path, tmp_path: Path) -> None:
    scores = []
    for provisional in (False, True):
        folder = tmp_path / str(provisional)
        bench = Workbench(outside_cases.new_york(folder, data, provisional=provisional))
        assert not bench.has_errors
        report = backtest(bench, options=BacktestOptions(most_days=4, draws=150))
        assert isinstance(report, BacktestReport)
        assert {each.claim[:18] for each in report.comparisons} == {"vintage-2022-04-18"}
        scores.append(report.known[0])
    naive, careful = scores
    assert naive.comparisons == careful.comparisons > 40
    assert careful.crps < naive.crps
