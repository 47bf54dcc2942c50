"""Faulty rules, plans and parameters in, problems with their places out, and never a traceback."""

from __future__ import annotations

import numpy as np
import pytest
from tests.scenarios.worlds import PLACE, Small, clean, plan, run

STOCKS = {"present": 100, "reserve": 50}
FLOWS = {"rotate": ("present", "home", 1), "send": ("reserve", "present", 2)}


def with_rules(**rules):
    return Small(stocks=STOCKS, flows=FLOWS, rules=rules, parameters={"need": "0"})


@pytest.mark.parametrize(
    ("rules", "code", "part"),
    [
        ({"rotate": "presnt * 10 %"}, "MB401", "did you mean `present`?"),
        ({"rotate": "home * 10 %"}, "MB401", "outside the account"),
        ({"rotate": "rate(present, last 6 months) * present"}, "MB408", "not of people"),
        ({"rotate": "present + send"}, "MB408", "mixes people with people per month"),
        ({"rotate": "rate(rotate, last 6 months)"}, "MB408", "per month"),
        ({"rotate": "send", "send": "rotate"}, "MB409", "rotate"),
        ({"rotate": "rotate + 1"}, "MB409", "rotate"),
        ({"rotate": "table(present, 5, 1, 3, 2)"}, "MB410", "must rise"),
        ({"present": "5"}, "MB215", "is no flow"),
        ({"rotate": "present / 0"}, "MB134", "zero"),
        ({"rotate": '__import__("os")'}, "MB136", "programming language"),
        ({"rotate": "present.__class__"}, "MB136", "programming language"),
        ({"rotate": "present ** 2"}, "MB131", "no powers"),
        ({"rotate": "exp(present)"}, "MB132", "no function"),
    ],
)
def test_a_faulty_rule_stops_the_run_and_says_why(rules, code, part):
    report, problems = run(with_rules(**rules), plan(watch=["present"]))
    found = [each for each in problems if each.code == code]
    assert found, problems
    assert any(part in each.says + each.fix for each in found)
    assert all(each.place == PLACE or each.place.file == PLACE.file for each in problems)
    if code not in ("MB215", "MB134", "MB136", "MB131", "MB132"):  # those rules are left out
        assert report.scenarios == {}


def test_a_number_that_may_count_people_is_only_warned_of():
    report, problems = run(with_rules(rotate="5 * present / reserve"), plan(watch=["present"]))
    assert [(each.code, each.is_error) for each in problems] == [("MB408", False)]
    assert "parameter" in problems[0].fix
    assert list(report.scenarios) == ["no change"]


def test_a_division_by_zero_while_running_moves_nobody_and_is_told_once():
    report, problems = run(
        with_rules(rotate="present / need * 3 + 0 * reserve"),
        plan({"a": {}, "b": {}}, watch=["present", "total rotate"]),
    )
    (problem,) = [each for each in problems if each.code == "MB407"]
    assert "divides by zero" in problem.says
    assert not problem.is_error
    assert dict(problem.numbers)["members"] == "100.0%"
    assert dict(problem.numbers)["first"] == "2025-12-31"
    moved = report.scenarios["a"].paths["total rotate"].q50
    assert moved == pytest.approx([6] * 13)
    assert report.scenarios["a"].paths["present"].q50[-1] > 100


def test_a_measure_without_value_is_shown_for_the_others_and_told():
    small = Small(
        stocks=STOCKS,
        flows=FLOWS,
        measures={"coverage": "present / need", "other": "present / reserve"},
        parameters={"need": "0"},
    )
    ask = "probability that coverage below 1 by 2026-03"
    report, problems = run(small, plan(watch=["coverage", "other"], questions=[ask]))
    assert [each.code for each in problems] == ["MB407"]
    path = report.scenarios["no change"].paths["coverage"]
    assert np.isnan(path.q50).all()
    assert (path.missing == 1).all()
    assert report.to_json()["scenarios"]["no change"]["coverage"][0]["q50"] is None


@pytest.mark.parametrize("value", ["lots", "60 to 40", "", "5,000", "10 % to 5"])
def test_a_parameter_must_be_a_number(value):
    small = Small(stocks=STOCKS, flows=FLOWS, parameters={"need": value})
    _, problems = run(small, plan(watch=["present"]))
    assert [each.code for each in problems] == ["MB411"]


@pytest.mark.parametrize("until", ["soon", "2025-06", "3026"])
def test_until_must_lie_ahead(until):
    report, problems = run(with_rules(), plan(watch=["present"], until=until))
    assert [each.code for each in problems] == ["MB406"]
    assert report.until.isoformat() == "2026-12-31"


def test_a_scenario_that_started_before_the_data_end_holds_from_there():
    given = plan({"late": {"from": "2025-10", "rotate": "20 per month for 2 months"}})
    report, problems = run(with_rules(), given)
    assert [(each.code, each.is_error) for each in problems] == [("MB406", False)]
    report = run(
        with_rules(),
        plan(
            {"late": {"from": "2025-10", "rotate": "20 per month for 2 months"}},
            watch=["total rotate"],
        ),
    )[0]
    steps = np.diff(report.scenarios["late"].paths["total rotate"].q50)
    assert steps[:2] == pytest.approx([20, 20])
    assert steps[2] < 5


def test_a_bad_date_of_a_scenario_leaves_it_out():
    report, problems = run(with_rules(), plan({"bad": {"from": "spring"}, "good": {}}))
    assert [each.code for each in problems] == ["MB406"]
    assert list(report.scenarios) == ["good"]


def test_an_unknown_watch_is_left_out_and_suggested():
    report, problems = run(with_rules(), plan(watch=["presents", "reserve", "1 +"]))
    assert sorted(each.code for each in problems) == ["MB131", "MB401"]
    assert list(report.scenarios["no change"].paths) == ["reserve"]


def test_measures_made_of_one_another_in_a_circle():
    small = Small(stocks=STOCKS, flows=FLOWS, measures={"one": "two / 2", "two": "one + 1"})
    report, problems = run(small, plan(watch=["one", "reserve"]))
    assert {each.code for each in problems} == {"MB409"}
    assert list(report.scenarios["no change"].paths) == ["reserve"]


def test_rules_that_follow_with_a_delay_close_no_circle():
    small = with_rules(rotate="smooth(send, 1 month)", send="delay(rotate, 2 months) + 3")
    assert clean(run(small, plan(watch=["present"]))).scenarios["no change"].clipped >= 0


def test_a_bare_flow_in_a_measure_is_its_total_and_counts_people():
    small = Small(
        stocks=STOCKS,
        flows=FLOWS,
        measures={"gone": "rotate"},
        rules={"send": "(gone + present) * 1 %"},
    )
    clean(run(small, plan(watch=["gone"])))


def test_the_rate_of_a_flow_from_outside_is_its_level():
    small = Small(
        stocks={"camp": 10},
        flows={"come": ("outside", "camp", 5)},
        rules={"come": "2 * rate(come, last 6 months)"},
    )
    report = clean(run(small, plan(watch=["total come"], until="2026-01")))
    assert np.diff(report.scenarios["no change"].paths["total come"].q50) == pytest.approx([10])
