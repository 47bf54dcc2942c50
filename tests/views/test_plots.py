"""Results as drawings and frames for a notebook: whole by themselves, links left behind."""

import re
import sys
from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

import musterbook
from musterbook.core.errors import OutsideError
from musterbook.questions.history import HistoryReport, Moment, Stand
from musterbook.questions.spread import Spread
from musterbook.questions.target import Target
from musterbook.views.faces import Moves
from musterbook.views.frames import MAKERS
from musterbook.views.plots import COLOURS, chart_style


@pytest.fixture(scope="module")
def case(crossing):
    return musterbook.open(crossing)


@pytest.fixture(scope="module")
def crossing(request):
    return request.config.rootpath / "examples" / "crossing"


class Frame(SimpleNamespace):
    """What stands for a data frame: the rows it was made of."""

    def __init__(self, rows):
        super().__init__(rows=rows, columns=list(rows[0]) if rows else [])

    def __getitem__(self, name):
        return [each[name] for each in self.rows]

    def __setitem__(self, name, values):
        for row, value in zip(self.rows, values, strict=True):
            row[name] = value


@pytest.fixture
def pandas(monkeypatch):
    def to_datetime(values):
        return [f"day {each}" for each in values]

    made = SimpleNamespace(DataFrame=Frame, to_datetime=to_datetime)
    monkeypatch.setitem(sys.modules, "pandas", made)


def moves():
    def moment(day, *spreads):
        stands = tuple(Stand((), (), each) for each in spreads)
        return Moment(date(2025, 5, day), ("a", "b"), (), (), True, stands)

    moments = (moment(1, Spread(1, 2, 3)), moment(2), moment(3, Spread(2, 3, 4)))
    return Moves(Target("camp", date(2025, 5, 10)), moments, 0, 0.0)


def check_svg(text):
    ET.fromstring(text)  # noqa: S314 - our own
    assert "var(" not in text
    assert "light-dark" not in text
    assert "<a" not in re.sub("<animate", "", text)
    assert "href" not in text


def test_a_measure_is_drawn_with_its_claims(case):
    drawn = case.fit().plot("camp")
    [chart] = drawn.charts
    assert chart.caption == "Camp"
    assert [each in chart.drawn for each in ('"outer"', '"middle"', '"inner"')] == [True] * 3
    assert 'class="claim"' in chart.drawn
    check_svg(drawn.svgs[0])
    assert len(case.fit().plot().charts) > 2
    with pytest.raises(KeyError, match="kamp: there are"):
        case.fit().plot("kamp")


def test_scenarios_are_drawn_beside_each_other(case):
    outcome = case.run(members=200)
    drawn = outcome.plot("camp")
    assert len(drawn.charts) == len(outcome.scenarios)
    assert len(outcome.plot().charts) == 2 * len(outcome.scenarios)
    for each in drawn.svgs:
        check_svg(each)
    html = drawn._repr_html_()
    assert html.count("<svg") == len(drawn.charts)
    assert "<script" not in html
    assert "href" not in html


def test_a_belief_is_drawn_where_it_moved():
    drawn = moves().plot()
    check_svg(drawn.svgs[0])
    still = moves()
    alone = Moves(still.target, still.moments[:2], 0, 0.0).plot()
    assert alone.charts == ()
    assert "On fewer than two days" in alone._repr_html_()


def test_every_colour_of_the_charts_is_known_and_every_rule_keeps_to_the_notebook():
    rules = chart_style(".musterbook ").splitlines()
    assert len(rules) > 20
    for rule in rules:
        heads = rule.partition("{")[0].split(",")
        assert all(each.strip().startswith(".musterbook svg") for each in heads)
    assert set(COLOURS) >= {"ink", "paper", "accent"}


@pytest.mark.usefixtures("pandas")
def test_results_are_frames_of_plain_columns(case):
    claims = case.to_frame()
    assert claims["claim"] == list(case.claims)
    assert claims["published"][0] == "day 2025-05-10"
    fitted = case.fit()
    frame = fitted.to_frame()
    rows = [each for each in frame.rows if each["measure"] == "camp"]
    path = fitted["camp"]
    assert [each["date"] for each in rows] == [f"day {each}" for each in path.dates]
    assert [each["q50"] for each in rows] == pytest.approx(path.q50, abs=0.06)
    assert set(rows[0]) >= {"answer", "reading", "set_aside", "mean", "q05", "q95", "prior_q05"}
    outcome = case.run(members=200).to_frame()
    assert {(each["scenario"], each["measure"]) for each in outcome.rows} == {
        (scenario, measure)
        for scenario in ("as now", "buses stop")
        for measure in ("camp", "crowding")
    }
    [conflict] = case.conflicts().to_frame().rows
    assert conflict["members"] == "registered, slept, moved"
    assert conflict["people_too_many"] == 345
    assert {"walked", "counted"} <= set(case.weigh().to_frame().columns)


@pytest.mark.usefixtures("pandas")
def test_a_day_without_an_answer_is_a_row_without_numbers():
    rows = moves().to_frame().rows
    assert [each["q50"] for each in rows] == [2, None, 3]
    assert rows[0]["news"] == "a, b"
    assert len({tuple(each) for each in rows}) == 1


def test_polars_will_do_and_keeps_days_as_they_are(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", SimpleNamespace(DataFrame=Frame))
    assert moves().to_frame()["date"][0] == date(2025, 5, 1)


def test_without_either_it_says_what_is_missing_and_what_else_there_is(monkeypatch):
    for name in MAKERS:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(OutsideError, match=r"pip install pandas.*to_json\(\)"):
        moves().to_frame()


def test_a_history_keeps_its_kind():
    assert isinstance(moves(), HistoryReport)
