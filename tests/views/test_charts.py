"""Charts of the crossing: every claim is a link, every scenario a panel on the same axes."""

import re
from pathlib import Path

import pytest

from musterbook.views.exhibits import Exhibits
from musterbook.views.fan_chart import fan_chart, mark_words
from musterbook.views.points import ClaimMark, MarkShape
from musterbook.views.scenario_charts import multiples_of
from musterbook.views.tables_answers import side_by_side_table
from musterbook.views.tables_fit import flags_table
from musterbook.views.tables_numbers import numbers_table
from musterbook.views.tables_scenarios import outcomes_table, questions_grid
from musterbook.views.tornado import tornadoes_of
from musterbook.workbench import Workbench

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def exhibits():
    return Exhibits(Workbench(ROOT / "examples" / "crossing"))


def ticks(drawing):
    return re.findall(r'class="tick" text-anchor="end">([^<]+)<', str(drawing))


def test_a_fan_chart_links_each_claim_to_its_sentence(exhibits):
    view = next(each for each in exhibits.measures if each.name == "camp")
    drawn = str(fan_chart(view.path, marks=view.marks, title=view.title))
    assert 'href="#at-slept"' in drawn
    assert "slept: 3\u202f895 – 4\u202f305 on 2025-05-10" in drawn
    assert drawn.count("<path") >= 4


def test_a_claim_set_aside_stays_in_sight(exhibits):
    view = next(each for each in exhibits.measures if each.name == "camp")
    day = view.path.dates[-1]
    mark = ClaimMark("slept", MarkShape.DOT, day, day, 1.0, None, is_set_aside=True)
    assert 'class="claim aside"' in str(fan_chart(view.path, marks=[mark], title="x"))
    assert mark_words(mark) == f"set aside: at least 1 on {day.isoformat()}"


def test_scenarios_share_their_axes(exhibits):
    run = exhibits.run
    shown = multiples_of(run)
    assert [each.name for each in shown] == ["camp", "crowding"]
    for each in shown:
        assert len(each.panels) == len(run.scenarios)
        assert len({tuple(ticks(panel)) for panel in each.panels}) == 1
    assert "10\u202f000" in ticks(shown[0].panels[0])  # as far as the widest scenario needs


def test_a_scenario_has_the_same_three_bands_as_a_fan(exhibits):
    panel = str(multiples_of(exhibits.run)[0].panels[0])
    bands = re.findall(r'class="(outer|middle|inner|median)"', panel)
    assert bands == ["outer", "middle", "inner", "median"]


def test_the_baseline_stands_dashed_in_the_others(exhibits):
    run = exhibits.run
    first = multiples_of(run)[0]
    has_base = ['class="base"' in str(panel) for panel in first.panels]
    assert has_base == [name != run.baseline for name in run.scenarios]


def test_a_tornado_begins_with_the_widest_bar(exhibits):
    shown = {each.name: str(each.drawn) for each in tornadoes_of(exhibits.run)}
    assert set(shown) == {"camp", "crowding"}
    widths = [float(each) for each in re.findall(r'<rect[^>]*width="([\d.]+)"', shown["camp"])]
    assert widths == sorted(widths, reverse=True)
    assert 'role="img"' in shown["camp"]


def test_questions_stand_beside_each_other_with_error_and_words(exhibits):
    [row] = questions_grid(exhibits.run).rows
    assert row[0].text == "crowding above 1 before 2025-05-20"
    assert len(row) == 1 + len(exhibits.run.scenarios)
    now, stopped = row[1:]
    assert re.fullmatch(r"± \d+\.\d %, [a-z ]+", now.below)
    assert (stopped.text, stopped.below) == ("over 99 %", "almost certain")  # no ± 0.0 %


def test_outcomes_say_the_difference_from_the_baseline(exhibits):
    rows = [[cell.text for cell in row] for row in outcomes_table(exhibits.run).rows]
    assert [row[4] for row in rows if row[1] == exhibits.run.baseline] == ["—", "—"]
    assert all(row[4].startswith("+") for row in rows if row[1] == "buses stop")


def test_the_numbers_stand_with_bounds_prior_and_anchor(exhibits):
    verdict = exhibits.verdict_of(exhibits.answer)
    shown = numbers_table(exhibits.answer, verdict, day=exhibits.bench.case.today, charted={"camp"})
    rows = {row[0].text: row for row in shown.rows}
    assert rows["camp"][1].text == "3\u202f895 – 4\u202f305"
    assert rows["camp"][0].anchor == ""
    assert rows["walk"][0].anchor == "measure-walk"


def test_warnings_of_one_kind_share_a_row(exhibits):
    kinds = [row[0].text for row in flags_table(exhibits.answer).rows]
    assert len(kinds) == len(set(kinds))
    assert len(kinds) < len(exhibits.answer.warnings)


def test_answers_that_disagree_stand_side_by_side():
    force = Exhibits(Workbench(ROOT / "tests" / "cases" / "force"))
    shown = side_by_side_table(force.fit, force.bench.case.today, only=["force"])
    assert len(shown.columns) == 1 + len(force.fit.answers) > 2
    assert [row[0].text for row in shown.rows] == ["force"]
    assert shown.note == "They do not agree, so none of them leads."


def test_a_crowd_of_claims_is_drawn_whole_without_links(exhibits):
    view = next(each for each in exhibits.measures if each.name == "camp")

    def drawn(most):
        return str(fan_chart(view.path, marks=view.marks, title=view.title, most=most))

    alone, crowd = drawn(len(view.marks)), drawn(len(view.marks) - 1)
    assert "<a " in alone
    assert "<a " not in crowd
    dots = alone.count("<circle")
    assert dots
    assert crowd.count("h0") == dots
