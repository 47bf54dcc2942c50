"""A scenario's changes added and taken out on the page: tried first, then kept, or refused."""

import re

import pytest

from musterbook.inquiry.trial import TAKEN_OUT, Tried, run_trial, tried_scenarios
from musterbook.views.screens.query import Query
from musterbook.views.screens.scenarios import SCENARIOS
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.trials import tried_in

BUS, START = "try.buses stop.bus", "try.buses stop.from"


@pytest.fixture
def add(client, office):
    def add(scenario="as now", **texts):
        data = {"token": office.token, "back": "/scenarios?show=as+now", "scenario": scenario}
        return client.post("/scenarios/change", data={**data, **texts})

    return add


@pytest.fixture
def keep(client, office):
    def keep(scenario, **tried):
        data = {"token": office.token, "scenario": scenario, "what": "scenario"}
        return client.post("/scenarios/keep", data={**data, **tried})

    return keep


def shown_at(known, **values):
    return SCENARIOS.context(Shown(known.bench, known), Query("/scenarios", values=values))


def changes_of(office, name):
    plan = office.shown().bench.case.plan
    (found,) = (each for each in plan.scenarios if each.name == name)
    changes = {target: each.text for target, each in found.changes.items()}
    return {**({"from": found.start.text} if found.start else {}), **changes}


def test_a_change_is_added_as_a_try_and_nothing_is_written(add, folder):
    before = (folder / "scenarios.yaml").read_text()
    answer = add(target="bus", text="10  per day")
    assert answer.headers["location"] == (
        "/scenarios?show=as+now&try.as+now.bus=10+per+day&change=as+now#change"
    )
    assert (folder / "scenarios.yaml").read_text() == before


@pytest.mark.parametrize(
    ("texts", "field", "says"),
    [
        ({"target": "bus", "text": "lots"}, "text", "nothing is called <code>lots</code>"),
        ({"target": "bus", "text": "3,000 per month"}, "text", "digits are grouped by spaces"),
        ({"target": "bus", "text": "30"}, "text", "add <code>per month</code>"),
        ({"target": "buss", "text": "3 per day"}, "text", "did you mean"),
        ({"target": "", "text": "3 per day"}, "target", "Choose what it is to change"),
        ({"target": "bus", "text": ""}, "text", "Say what becomes of it"),
        ({"target": "from", "text": "soon"}, "text", "is no date"),
    ],
)
def test_what_cannot_stand_comes_back_with_the_reason(worked, worked_office, texts, field, says):
    data = {"token": worked_office.token, "back": "/scenarios", "scenario": "as now", **texts}
    answer = worked.post("/scenarios/change", data=data)
    assert answer.status_code == 422
    fault = re.search(rf'id="add-fault-{field}">(.*?)</div>', answer.text, re.DOTALL)[1]
    assert says in fault
    if texts["text"]:
        assert f'value="{texts["text"]}"' in answer.text


def test_what_is_changed_already_is_not_added_twice(worked, worked_office):
    data = {"token": worked_office.token, "back": "/scenarios", "scenario": "buses stop"}
    answer = worked.post("/scenarios/change", data={**data, "target": "bus", "text": "1 per day"})
    assert "is changed in it already" in answer.text


def test_a_try_runs_without_what_is_taken_out(known):
    plan = known.bench.case.plan
    changes = tried_in(Query("/scenarios", values={BUS: TAKEN_OUT, START: TAKEN_OUT}), plan)
    (tried,) = tried_scenarios(plan, changes)
    assert (dict(tried.changes), tried.start) == ({}, None)
    report = run_trial(known.bench, changes)
    ends = [each.paths["camp"].q50[-1] for each in report.scenarios.values()]
    assert ends[0] == ends[1]  # with nothing left of it, it is as things are now
    assert tried_in(Query("/scenarios", values={"try.as now.bus": TAKEN_OUT}), plan) == ()


def test_the_form_shows_what_is_taken_out_and_what_could_be_added(known, worked):
    form = shown_at(known, change="buses stop", **{BUS: TAKEN_OUT})["form"]
    assert [(each.target, each.is_taken_out) for each in form.changes] == [
        ("from", False),
        ("bus", True),
    ]
    assert not form.is_of_numbers
    assert "bus" not in form.flows
    assert len(form.flows) > 1
    page = worked.get("/scenarios", params={"change": "buses stop", BUS: TAKEN_OUT}).text
    assert "<s>0 per day</s> taken out" in page
    assert 'href="/scenarios?change=buses+stop#change">Put it back' in page
    assert 'name="try.buses stop.from" value="taken out"' in page
    first = shown_at(known, change="as now")["form"]
    assert not first.has_start
    assert "bus" in first.flows


def test_a_change_added_is_kept_and_undone(keep, folder, office, send):
    before = (folder / "scenarios.yaml").read_text()
    assert keep("as now", **{"try.as now.bus": "10 per day"}).status_code == 303
    assert changes_of(office, "as now") == {"bus": "10 per day"}
    send("/undo")
    assert (folder / "scenarios.yaml").read_text() == before


def test_a_change_taken_out_is_taken_out_of_the_file(keep, folder, office):
    assert keep("buses stop", **{BUS: TAKEN_OUT}).status_code == 303
    assert changes_of(office, "buses stop") == {"from": "2025-05-12"}
    assert "bus:" not in (folder / "scenarios.yaml").read_text()
    assert keep("buses stop", **{START: TAKEN_OUT}).status_code == 303
    assert changes_of(office, "buses stop") == {}
    assert not office.shown().bench.problems
    assert keep("buses stop", **{BUS: "3 per day", START: "2025-05-13"}).status_code == 303
    assert changes_of(office, "buses stop") == {"from": "2025-05-13", "bus": "3 per day"}


def test_a_change_is_taken_out_of_lines_with_their_comments(keep, folder, office):
    path = folder / "scenarios.yaml"
    lines = "  buses stop:\n    from: 2025-05-12  # told on the radio\n    bus: 0 per day\n"
    text = path.read_text()
    old = next(line for line in text.splitlines(keepends=True) if "buses stop:" in line)
    path.write_text(text.replace(old, lines))
    assert keep("buses stop", **{BUS: TAKEN_OUT}).status_code == 303
    assert "# told on the radio" in path.read_text()
    assert changes_of(office, "buses stop") == {"from": "2025-05-12"}
    assert keep("buses stop", **{START: TAKEN_OUT}).status_code == 303
    assert changes_of(office, "buses stop") == {}
    assert not office.shown().bench.problems


def test_a_number_taken_out_is_not_kept_for_every_scenario(client, office):
    assert Tried("a", "b", TAKEN_OUT).text == TAKEN_OUT
    data = {"token": office.token, "scenario": "buses stop", "what": "account", BUS: TAKEN_OUT}
    assert client.post("/scenarios/keep", data=data).status_code == 422
