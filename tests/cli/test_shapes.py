"""Every verb's JSON against the schema that `muster schema VERB` prints."""

from pathlib import Path

import jsonschema
import pytest
from tests.cli.conftest import Say

from musterbook.cli.main import VERBS
from musterbook.cli.shapes import SHAPES, shape_of

NEWS = "On 11 May 2025 the office said that about 5,000 people were in the camp.\n"
LINES = {
    "new": "new fresh",
    "fmt": "fmt crossing --check",
    "undo": "undo crossing",
    "redo": "redo crossing",
    "extract": "extract news.txt --published 2025-05-11",
    "extract-several": "extract news.txt second.txt --published 2025-05-11",
    "add": "add news.txt --case crossing --published 2025-05-11 --publisher office",
    "copies": "copies news.txt second.txt",
    "review": "review crossing",
    "hedges": "hedges crossing",
    "check": "check faulty",
    "conflicts": "conflicts crossing",
    "fit": "fit crossing",
    "run": "run crossing --members 40",
    "weigh": "weigh crossing",
    "why": "why camp@2025-05-10 crossing",
    "ask": "ask crossing --watch on_foot",
    "history": "history arrived crossing",
    "backtest": "backtest crossing",
    "show": "show claims crossing",
    "export": "export crossing -o data",
    "demo": "demo -o demo.html",
    "doctor": "doctor",
    "report-output": "report crossing -o report.html",
}
# The fields other programs were promised, verb by verb, spelled out a second time on purpose.
PROMISED = {
    "check problems": "code severity file line column says numbers fix",
    "conflicts": "feasible conflicts ways_out complete widen readings",
    "conflicts conflicts": "members says short_by",
    "conflicts ways_out": "members cost",
    "conflicts readings": "choice feasible conflicts bounds",
    "fit": "seed draws ess_min seconds answers",
    "fit answers": "reading set_aside measures sources",
    "run": "members scenarios questions",
    "run questions": "ask scenario probability error",
    "weigh": "hypotheses evidence linchpins",
    "why": "measure date now pulls",
    "why pulls": "kind name pull error without how kish pareto_k trails",
    "ask": "watched wishes",
    "ask wishes": "measure date says narrows",
    "history": "measure date moments",
    "history moments": "date news gone feasible stands sentences",
    "backtest": "known ahead warning comparisons",
    "backtest known": "comparisons numbers held_50 held_80 held_95 crps",
    "weigh hypotheses": "name against rank",
    "weigh evidence": "row origins diagnosticity ratings",
    "extract": "quote start end low high bound surface unit counted group place kind per time_text "
    "period_start period_end by hedged stance derived rule measure says",
}

ENDLESS = {"serve"}  # goes on until it is stopped: tests/web/test_serve.py holds it to its schema


@pytest.fixture
def _cases(tmp_path: Path, crossing: Path, monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    faulty = tmp_path / "faulty"
    faulty.mkdir()
    (faulty / "case.yaml").write_text("title: A\nwindow: 2025-01 to 2025-02\ncolour: red\n")
    say("add news.txt --case crossing --published 2025-05-11 --publisher office")
    (tmp_path / "news.txt").rename(tmp_path / "second.txt")
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    monkeypatch.setattr("musterbook.cli.demo.shipped_case", lambda _: crossing)


@pytest.mark.usefixtures("_cases")
@pytest.mark.parametrize("verb", [each for each in SHAPES if each not in ENDLESS])
def test_prints_what_its_schema_says(verb: str, say: Say) -> None:
    line = LINES[verb].replace("add news", "add second")
    told = say(f"{line} --json")
    assert told.out, told.err
    jsonschema.validate(told.json, shape_of(verb))


def test_every_verb_has_a_schema() -> None:
    verbs = {name for panel in VERBS.values() for name in panel}
    assert verbs - {"schema", "report"} == set(SHAPES) - {"report-output", "extract-several"}


@pytest.mark.parametrize("where", PROMISED)
def test_holds_the_fields_promised(where: str) -> None:
    verb, _, field = where.partition(" ")
    shape = SHAPES[verb]["properties"][field] if field else SHAPES[verb]
    entry = shape.get("items", shape)
    assert set(PROMISED[where].split()) <= set(entry["required"])


def test_a_missing_field_is_noticed() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"folder": "a"}, shape_of("new"))


def test_a_field_is_never_empty_where_the_case_has_something(crossing: Path, say: Say) -> None:
    found = say(f"conflicts {crossing} --json").json
    assert found["conflicts"][0]["members"] == ["registered", "slept", "moved"]
    assert [each["feasible"] for each in found["readings"]] == [False, True]
