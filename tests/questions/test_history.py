"""How a belief moves as reports come in, and what is told of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.questions.folders import camp

from musterbook.core.problem import Problem
from musterbook.inquiry import history
from musterbook.questions.history import HistoryReport
from musterbook.questions.target import Target, values_at
from musterbook.views.history import history_table
from musterbook.views.trail import trails
from musterbook.workbench import Workbench

SAID = {
    "2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"},
    "2025-04-10": {"pupils": "post: school about 40 on 2025-04-10"},
    "2025-04-30": {
        "many": "radio: arrive about 900 by 2025-03-31",
        "none": "post: school none on 2025-02-28",
    },
}
ANEW = {"2025-04-30": {"anew": "post: arrive about 800 by 2025-03-31"}}


def told(bench: Workbench, question: str) -> HistoryReport:
    found = history(bench, question)
    assert isinstance(found, HistoryReport)
    return found


@pytest.fixture(scope="module")
def clashing(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbench, HistoryReport]:
    bench = camp(tmp_path_factory.mktemp("clashing"), SAID)
    return bench, told(bench, "arrive@2025-03")


def test_each_day_of_news_is_a_fit_of_what_had_been_said(tmp_path: Path) -> None:
    bench = camp(tmp_path, {day: SAID[day] for day in list(SAID)[:2]})
    first, second = told(bench, "arrive@2025-03").moments
    assert (first.day, first.news, first.elsewhere) == (date(2025, 3, 31), ("first",), ())
    assert (second.news, second.elsewhere) == ((), ("pupils",))
    alone = Workbench(tmp_path, as_of=date(2025, 3, 31)).fit().answers[0].measures["arrive"]
    spread = first.stands[0].spread
    width = spread.q95 - spread.q05
    assert spread.q50 == pytest.approx(alone.q50[alone.at(date(2025, 3, 31))], abs=0.1 * width)


def test_what_cannot_all_be_true_is_told_by_way_out(
    clashing: tuple[Workbench, HistoryReport],
) -> None:
    _, report = clashing
    by_day = {each.day: each for each in report.moments}
    clash = by_day[date(2025, 4, 30)]
    assert clash.news == ("many",)
    assert not clash.is_feasible
    assert {each.set_aside for each in clash.stands} == {("first",), ("many",)}
    without = {each.set_aside: each.spread.q50 for each in clash.stands}
    assert without["many",] < 600
    assert without["first",] > 800
    assert by_day[date(2025, 3, 31)].is_feasible


def test_the_table_says_the_sentences_and_what_clashes(
    clashing: tuple[Workbench, HistoryReport],
) -> None:
    bench, report = clashing
    text = history_table(report, trails(bench.ledger)).to_csv()
    assert "first: arrive about 500 by 2025-03-31" in text
    assert "cannot all be true" in text
    assert "if first is set aside" in text
    assert "one claim about others" in text


def test_what_supersedes_another_takes_its_place(tmp_path: Path) -> None:
    bench = camp(tmp_path, {"2025-03-31": SAID["2025-03-31"]} | ANEW)
    _, second = told(bench, "arrive@2025-03").moments
    assert (second.news, second.gone) == (("anew",), ("first",))
    assert second.is_feasible


def test_before_anything_was_said_there_is_no_history(tmp_path: Path) -> None:
    camp(tmp_path, SAID)
    assert told(Workbench(tmp_path, as_of=date(2025, 2, 1)), "arrive").moments == ()


def test_a_question_that_cannot_be_asked_is_a_problem(tmp_path: Path) -> None:
    found = history(camp(tmp_path, SAID), "arive@2025-03")
    assert isinstance(found, Problem)
    assert (found.code, found.fix) == ("MB601", "did you mean `arrive`?")


def test_between_knots_a_number_runs_straight(tmp_path: Path) -> None:
    answer = camp(tmp_path, {"2025-03-31": SAID["2025-03-31"]}).fit().answers[0]
    days = (date(2025, 4, 30), date(2025, 5, 10), date(2025, 5, 31))
    early, middle, late = (
        values_at(answer.system, answer.draws, Target("school", each)) for each in days
    )
    assert middle == pytest.approx(early + (late - early) * 10 / 31)
