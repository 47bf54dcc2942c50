"""The library in the words of the verbs, on the small example."""

from pathlib import Path

import pytest

import musterbook
from musterbook.notebook import OpenCase
from musterbook.views.faces import full_name

CROSSING = Path(__file__).parents[1] / "examples/crossing"


@pytest.fixture(scope="module")
def case() -> OpenCase:
    return musterbook.open(CROSSING)


def test_reads_the_case(case: OpenCase) -> None:
    assert case.problems == ()
    assert case.claims["slept"].says is not None
    assert case.claims["slept"].says.text == "camp about 4 100 on 2025-05-10"


def test_finds_the_conflict(case: OpenCase) -> None:
    [conflict] = case.conflicts().default.conflicts
    assert set(conflict.members) == {"registered", "slept", "moved"}


def test_a_measure_is_had_by_its_name(case: OpenCase) -> None:
    fitted = case.fit(seed=1)
    assert fitted["camp"] is fitted.answers[0].measures["camp"]
    assert 3_800 < fitted["camp"].q50[-1] < 4_400
    assert fitted.to_json()["seed"] == 1
    with pytest.raises(KeyError, match="kamp: there are arrived"):
        fitted["kamp"]


def test_a_scenario_is_had_by_its_name(case: OpenCase) -> None:
    stays, stop = case.run(members=200), case.run("buses stop", members=200)
    assert stays.scenario == "as now"
    assert stop["camp"].q50[-1] > stays["camp"].q50[-1]
    assert {each.scenario for each in stop.questions} == {"as now", "buses stop"}
    with pytest.raises(KeyError, match="no buses: there are as now, buses stop"):
        case.run("no buses", members=200)


def test_explanations_are_ranked(case: OpenCase) -> None:
    assert [each.name for each in case.weigh().hypotheses] == ["walked", "counted"]


def test_a_bare_name_will_do_where_one_account_has_it() -> None:
    assert full_name("sent", ("dprk.sent", "ru.force")) == "dprk.sent"
    with pytest.raises(KeyError, match=r"there are a\.sent, b\.sent"):
        full_name("sent", ("a.sent", "b.sent"))


def test_type_checkers_see_every_public_name() -> None:
    stub = Path(musterbook.__file__).with_suffix(".pyi").read_text("utf-8")
    for name, (module, defined_as) in musterbook._HOMES.items():
        known_as = "" if name == defined_as else f" as {name}"
        assert f"from {module} import {defined_as}{known_as}" in stub
    assert f"__all__ = {musterbook.__all__}".replace("'", '"') in stub
