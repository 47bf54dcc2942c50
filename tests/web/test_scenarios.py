"""Scenarios side by side, and a number changed for a try: run, refused, kept, taken back."""

import re

import pytest

from musterbook.inquiry.trial import Tried, run_trial, with_trial
from musterbook.views.screens.asking import Asking, Question, Replies, Reply
from musterbook.views.screens.fingerprint import fingerprint_of
from musterbook.views.screens.query import Query
from musterbook.views.screens.scenarios import SCENARIOS, sample_of
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.trials import tried_in, words_of

BUS = "try.buses stop.bus"
CHANGE = (Tried("buses stop", "bus", "10 per day"),)


def at(**values):
    return Query("/scenarios", values=values)


@pytest.fixture(scope="module")
def trial(known):
    return run_trial(known.bench, CHANGE)


def answered(known, trial):
    replies = Replies({Question(Asking.TRIAL, words_of(CHANGE)): Reply(trial)})
    return Shown(known.bench, known, replies=replies)


def test_scenarios_are_chosen_in_the_address_and_the_baseline_stays(known):
    shown = Shown(known.bench, known)
    told = SCENARIOS.context(shown, at(show="buses stop"))
    assert list(told["part"].scenarios) == ["as now", "buses stop"]
    told = SCENARIOS.context(shown, at(show="as now"))
    assert list(told["part"].scenarios) == ["as now"]
    assert [len(each.panels) for each in told["multiples"]] == [1, 1]
    assert SCENARIOS.context(shown, at(show="gone"))["strays"] == ("gone",)


def test_what_is_as_written_is_no_trial(known):
    plan = known.bench.case.plan
    assert tried_in(at(**{BUS: "0 per  day"}), plan) == ()
    assert tried_in(at(**{BUS: "10 per day"}), plan) == CHANGE
    assert tried_in(at(**{"try.nowhere.bus": "1"}), plan) == ()


def test_a_trial_stands_beside_what_it_changes_on_the_same_members(known, trial):
    told = SCENARIOS.context(
        answered(known, trial), Query("/scenarios", values={BUS: "10 per day"})
    )
    part = told["part"]
    assert list(part.scenarios) == ["as now", "buses stop", "buses stop, tried"]
    again = part.scenarios["as now"].paths["camp"]
    assert (again.q50 == trial.scenarios["as now"].paths["camp"].q50).all()
    assert part.differences[-1].scenario == "buses stop, tried"
    last = [each.paths["camp"].q50[-1] for each in part.scenarios.values()]
    assert last[0] < last[2] < last[1]
    assumed = [[cell.text for cell in row] for row in told["assumes"].rows]
    assert assumed[-1][0] == "buses stop, tried"
    assert assumed[-1][-1] == "`10 per day`"


def test_nothing_is_wanted_of_nonsense_which_comes_back_beside_its_field(known):
    shown = Shown(known.bench, known)
    told = SCENARIOS.context(shown, Query("/scenarios", values={BUS: "3,000 a fortnight"}))
    assert shown.replies.wanted == []
    [field] = [each for each in told["form"].changes if each.target == "bus"]
    assert field.shown == "3,000 a fortnight"
    assert field.problem.code == "MB402"
    assert told["trial"].report is None


def test_a_trial_is_wanted_where_it_can_be_run(known):
    shown = Shown(known.bench, known)
    SCENARIOS.context(shown, Query("/scenarios", values={BUS: "10 per day"}))
    assert shown.replies.wanted == [Question(Asking.TRIAL, words_of(CHANGE))]


def test_a_trial_leaves_the_scenarios_as_written_untouched(known, trial):
    run = known.run
    both = with_trial(run, trial)
    assert {name: both.scenarios[name] for name in run.scenarios} == dict(run.scenarios)
    assert both.questions[: len(run.questions)] == run.questions


def test_a_trial_is_kept_and_undone(client, folder, office):
    path = folder / "scenarios.yaml"
    before = path.read_text()
    form = {"token": office.token, "scenario": "buses stop", BUS: "10 per day", "what": "scenario"}
    assert client.post("/scenarios/keep", data=form).status_code == 303
    assert "bus: 10 per day" in path.read_text()
    assert path.read_text().replace("10 per day", "0 per day").split() == before.split()
    client.post("/undo", data={"token": office.token})
    assert path.read_text() == before


def test_a_number_is_kept_for_every_scenario_in_the_account(client, folder, office):
    accounts = {
        path: path.read_text() for path in folder.rglob("*.yaml") if "beds:" in path.read_text()
    }
    key = "try.buses stop.beds"
    form = {"token": office.token, "scenario": "buses stop", key: "5 000", "what": "account"}
    answer = client.post("/scenarios/keep", data=form)
    assert answer.status_code == 303, answer.text
    changed = [path for path, text in accounts.items() if path.read_text() != text]
    assert len(changed) == 1
    assert "5 000" in changed[0].read_text()


def test_nonsense_is_not_kept_and_what_was_typed_is_shown(client, folder, office):
    before = (folder / "scenarios.yaml").read_text()
    form = {"token": office.token, "scenario": "buses stop", BUS: "lots", "what": "scenario"}
    answer = client.post("/scenarios/keep", data=form)
    assert answer.status_code == 422
    assert "lots" in answer.text
    assert (folder / "scenarios.yaml").read_text() == before


def test_of_two_who_keep_one_wins_and_the_other_is_told(client, office, known):
    plan = known.bench.case.plan
    seen = next(fingerprint_of(each) for each in plan.scenarios if each.name == "buses stop")
    form = {"token": office.token, "scenario": "buses stop", "seen": seen, "what": "scenario"}
    first = client.post("/scenarios/keep", data={**form, BUS: "10 per day"})
    second = client.post("/scenarios/keep", data={**form, BUS: "20 per day"})
    assert (first.status_code, second.status_code) == (303, 409)
    assert "20 per day" in second.text


def test_an_empty_plan_tells_the_lines_that_would_fill_it(folder, office):
    (folder / "scenarios.yaml").unlink()
    office.look()
    bench = office.shown().bench
    sample = sample_of(Shown(bench))
    (folder / "scenarios.yaml").write_text(sample)
    office.look()
    assert office.shown().bench.case.plan.scenarios
    assert not [
        each for each in office.shown().bench.problems if "scenarios.yaml" in str(each.place)
    ]


def test_draws_come_as_csv_a_line_for_each_member_and_date(worked, known):
    answer = worked.get("/scenarios/draws.csv", params={"scenario": "as now"})
    lines = answer.text.splitlines()
    run = known.run
    assert lines[0] == "member,date,camp,crowding"
    dates = len(run.scenarios["as now"].paths["camp"].dates)
    assert len(lines) == 1 + run.members * dates
    last = [float(each.split(",")[2]) for each in lines[1:] if f",{run.until}," in each]
    assert sum(last) / len(last) == pytest.approx(
        run.scenarios["as now"].paths["camp"].mean[-1], rel=1e-3
    )


def test_every_table_has_a_twin(worked):
    for name in ("outcomes", "chances", "tornado", "assumes"):
        found = worked.get("/scenarios.json", params={"table": name}).json()
        assert found, name
    page = worked.get("/scenarios").text
    assert re.search(r'href="/scenarios/draws.csv\?scenario=as\+now"', page)
