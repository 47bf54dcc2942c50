"""Small accounts and plans in, what their people do in the months after out."""

from __future__ import annotations

import numpy as np
import pytest
from tests.scenarios.worlds import Small, clean, plan, run

CONTINGENT = Small(
    stocks={"present": 11_000, "wounded": 2_000, "killed": 1_500},
    flows={
        "deploy": ("home", "present", 500),
        "kill": ("present", "killed", 100),
        "rotate": ("present", "home", 50),
    },
    measures={"remaining": "present + wounded", "sent": "total deploy"},
)


def last(report, scenario, measure):
    return report.scenarios[scenario].paths[measure].q50[-1]


def test_without_a_plan_every_flow_goes_on_as_of_late():
    report = clean(run(CONTINGENT, plan(watch=["sent", "present"], until="2026-06")))
    assert list(report.scenarios) == ["no change"]
    assert last(report, "no change", "sent") == pytest.approx(12 * 500)
    # present: 6 months ago 8,900, now 11,000; leaving at 150 / mean(present) a month each
    path = report.scenarios["no change"].paths["present"]
    assert path.dates[0].isoformat() == "2025-12-31"
    assert path.q50[0] == pytest.approx(11_000)
    mean = (11_000 + (11_000 - 6 * 350)) / 2
    leaving = 150 / mean
    level = 500 / leaving
    expected = level + (11_000 - level) * np.exp(-6 * leaving)
    assert path.q50[-1] == pytest.approx(expected, rel=1e-6)


def test_withdrawing_empties_the_stock_on_the_day_and_clips_nothing():
    report = clean(
        run(
            CONTINGENT,
            plan(
                {
                    "stay": {},
                    "withdraw": {
                        "from": "2026-03",
                        "rotate": "all present within 1 month",
                        "deploy": "none",
                    },
                },
                watch=["present", "total rotate"],
                until="2026-04",
            ),
        )
    )
    gone = report.scenarios["withdraw"].paths["present"]
    assert gone.q50[2] > 10_000  # the end of February
    assert gone.q95[3] == pytest.approx(0, abs=1e-6)  # the end of March
    assert report.scenarios["withdraw"].clipped == 0
    assert last(report, "stay", "present") > 11_000
    change = next(each for each in report.differences if each.path.measure == "present")
    assert (change.scenario, change.baseline) == ("withdraw", "stay")
    assert change.path.q50[-1] == pytest.approx(-last(report, "stay", "present"))


def test_a_level_for_some_months_replaces_the_rule_and_ends_by_itself():
    report = clean(
        run(
            CONTINGENT,
            plan(
                {"reinforce": {"from": "2026-03", "deploy": "3 000 per month for 4 months"}},
                watch=["total deploy"],
                until="2026-08",
            ),
        )
    )
    total = report.scenarios["reinforce"].paths["total deploy"].q50
    assert np.diff(total) == pytest.approx([500, 500, 3000, 3000, 3000, 3000, 500, 500])


@pytest.mark.parametrize(
    ("words", "monthly"),
    [
        ("+10 %", 550),
        ("-30 %", 350),
        ("+200 per month", 700),
        ("-900 per month", 0),
        ("12 000 per year", 1_000),
        ("2 * rate(deploy, last 6 months)", 1_000),
        ("none", 0),
    ],
)
def test_changes_of_what_the_rule_gives(words, monthly):
    report = clean(run(CONTINGENT, plan({"it": {"deploy": words}}, watch=["total deploy"])))
    total = report.scenarios["it"].paths["total deploy"].q50
    assert np.diff(total) == pytest.approx([monthly] * 12)


def test_a_range_is_a_90_per_cent_interval_and_the_same_under_every_scenario():
    changes = {"deploy": "400 to 800 per month"}
    given = plan({"one": changes, "two": dict(changes)}, watch=["total deploy"], until="2026-01")
    report = clean(run(CONTINGENT, given, members=20_000))
    path = report.scenarios["one"].paths["total deploy"]
    assert path.q05[-1] - 3_000 == pytest.approx(400, rel=0.02)
    assert path.q95[-1] - 3_000 == pytest.approx(800, rel=0.02)
    assert report.differences[0].path.q95[-1] == 0
    assert report.differences[0].path.q05[-1] == 0


def test_a_parameter_can_be_changed_for_a_while():
    small = Small(
        stocks={"line": 900},
        flows={"join": ("civil", "line", 10)},
        measures={"coverage": "line / need"},
        parameters={"need": "1 000"},
        rules={"join": "0"},
    )
    report = clean(
        run(
            small,
            plan(
                {"emergency": {"from": "2026-04", "need": "+10 % for 2 months"}}, watch=["coverage"]
            ),
        )
    )
    path = report.scenarios["emergency"].paths["coverage"].q50
    assert path[:7] == pytest.approx([0.9, 0.9, 0.9, 0.9, 900 / 1_100, 900 / 1_100, 0.9])


def test_more_leaving_than_there_are_is_cut_in_proportion_and_counted():
    small = Small(
        stocks={"present": 100},
        flows={"kill": ("present", "dead", 0), "rotate": ("present", "home", 0)},
        rules={"kill": "300", "rotate": "100"},
    )
    report = clean(
        run(small, plan(watch=["present", "total kill", "total rotate"], until="2026-01"))
    )
    assert last(report, "no change", "present") == pytest.approx(0, abs=1e-9)
    assert last(report, "no change", "total kill") == pytest.approx(75)
    assert last(report, "no change", "total rotate") == pytest.approx(25)
    assert report.scenarios["no change"].clipped == 300 * 3  # the first quarter month is enough


def test_who_enters_within_a_step_can_leave_within_it():
    small = Small(
        stocks={"camp": 0},
        flows={"arrive": ("outside", "camp", 0), "leave": ("camp", "town", 0)},
        rules={"arrive": "100", "leave": "100"},
    )
    report = clean(run(small, plan(watch=["total leave"], until="2026-01")))
    assert last(report, "no change", "total leave") == pytest.approx(100)
    assert report.scenarios["no change"].clipped == 0


def test_a_scarce_reserve_is_split_in_proportion_to_what_each_lacks():
    small = Small(
        stocks={"reserve": 900, "north": 400, "south": 700},
        flows={"to_north": ("reserve", "north", 0), "to_south": ("reserve", "south", 0)},
        rules={
            "to_north": "share(reserve, need - north, need - south)",
            "to_south": "share(reserve, need - south, need - north)",
        },
        parameters={"need": "1 000 000"},
    )
    report = clean(
        run(small, plan(watch=["reserve", "total to_north", "total to_south"], until="2026-01"))
    )
    north, south = (last(report, "no change", f"total to_{each}") for each in ("north", "south"))
    assert north / south == pytest.approx((1e6 - 400) / (1e6 - 700), rel=1e-5)
    assert last(report, "no change", "reserve") == pytest.approx(900 * np.exp(-1), rel=1e-3)


def test_nobody_is_sent_where_nothing_lacks():
    small = Small(
        stocks={"reserve": 900, "north": 400},
        flows={"to_north": ("reserve", "north", 0)},
        rules={"to_north": "share(reserve, need - north)"},
        parameters={"need": "300"},
    )
    report = clean(run(small, plan(watch=["north"])))
    assert last(report, "no change", "north") == 400


def test_a_reading_is_the_one_of_the_fit_unless_pinned():
    small = Small(
        stocks={"present": 100, "killed": 5},
        flows={"kill": ("present", "killed", 1), "wound": ("present", "home", 2)},
        measures={
            "casualties": {
                "killed only": "total kill",
                "killed and wounded": "total kill + total wound",
            }
        },
    )
    watch = ["casualties", "casualties [killed only]", "casualties [killed and wounded]"]
    given = small.draws()
    chosen = type(given)(
        given.system, given.draws, given.weights, (("casualties", "killed and wounded"),)
    )
    report = clean(run(small, plan(watch=watch), given=chosen))
    paths = report.scenarios["no change"].paths
    assert [paths[each].q50[0] for each in watch] == pytest.approx([18, 6, 18])


def test_members_follow_the_weights_of_the_draws():
    given = CONTINGENT.draws(count=2)
    given.draws[1] *= 2
    weighted = type(given)(given.system, given.draws, np.array([0.25, 0.75]))
    report = clean(
        run(CONTINGENT, plan(watch=["killed"], until="2026-01"), given=weighted, members=4_000)
    )
    mean = report.scenarios["no change"].paths["killed"].mean[0]
    assert mean == pytest.approx(0.25 * 1_500 + 0.75 * 3_000, rel=0.02)


def test_a_run_is_the_same_run_again_and_another_seed_is_another():
    spread = CONTINGENT.draws(spread=0.2)
    once, again, other = (
        clean(run(CONTINGENT, plan(watch=["present"]), given=spread, seed=seed)).to_json()
        for seed in (3, 3, 4)
    )
    assert once == again
    assert once["scenarios"] != other["scenarios"]


def test_json_has_the_promised_shape():
    ask = "probability that present above 12 000 before 2026-09"
    report = clean(run(CONTINGENT, plan(watch=["present"], questions=[ask])))
    said = report.to_json()
    assert said["members"] == 300
    point = said["scenarios"]["no change"]["present"][0]
    assert list(point) == ["date", "mean", "q05", "q25", "q50", "q75", "q95"]
    answer = said["questions"][0]
    assert {"ask", "scenario", "probability", "error"} <= set(answer)


def test_a_plentiful_reserve_gives_what_is_lacking_and_no_more():
    small = Small(
        stocks={"reserve": 900, "north": 300},
        flows={"to_north": ("reserve", "north", 0)},
        rules={"to_north": "share(reserve, need - north)"},
        parameters={"need": "400"},
    )
    report = clean(run(small, plan(watch=["north"], until="2026-01")))
    assert last(report, "no change", "north") == pytest.approx(400 - 100 * np.exp(-1), rel=1e-4)


def test_a_table_draws_straight_lines_and_stays_flat_beyond_them():
    small = Small(
        stocks={"camp": 0},
        flows={"come": ("outside", "camp", 0)},
        measures={"effort": "table(time, 1, 10, 3, 30)"},
        rules={"come": "table(time, 0, 100, 1, 200, 2, 0)"},
    )
    report = clean(run(small, plan(watch=["camp", "effort"], until="2026-04")))
    paths = report.scenarios["no change"].paths
    assert paths["camp"].q50 == pytest.approx([0, 150, 250, 250, 250])
    assert paths["effort"].q50 == pytest.approx([10, 10, 20, 30, 30])


def test_choices_and_extremes():
    small = Small(
        stocks={"camp": 1_000},
        flows={"come": ("outside", "camp", 0), "go": ("camp", "outside", 0)},
        rules={
            "come": "if(camp >= 1 100, 0, max(100, min(300, 200)))",
            "go": "if(camp = 1 000, 1 000, 0) * 0",
        },
    )
    path = clean(run(small, plan(watch=["camp"], until="2026-03"))).scenarios["no change"].paths
    assert path["camp"].q50[1] == pytest.approx(1_100, abs=60)
    assert path["camp"].q50[-1] < 1_200
