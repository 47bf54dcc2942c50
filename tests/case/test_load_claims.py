"""Claims, tables, scenarios and hypotheses of a small case go in; their nouns come out."""

from collections.abc import Callable

import pytest

from musterbook.case.load import LoadedCase
from musterbook.core.problem import Place
from musterbook.core.records import Case, Stance, Status

Load = Callable[[dict[str, str | bytes | None]], LoadedCase]


def case_of(loaded: LoadedCase) -> Case:
    assert loaded.problems == ()
    assert loaded.case is not None
    return loaded.case


def test_claims(load: Load) -> None:
    text = (
        "report: march\nby: herald > town\ncredibility: 3\nclaims:\n"
        "- id: camp\n  quote: >-\n    about 1,100\n    people\n"
        "  says: >-\n    camp about 1 100\n    on 2025-03-31\n"
        "- id: half\n  status: proposed\n  stance: denied\n  credibility: 2\n  by: herald\n"
        "  set_aside: no\n  promoted: 'yes'\n  note: 07\n"
        "- id: sum\n  derived: camp + half\n  part_of: camp\n  denies: half\n"
        "  repeats: camp\n  supersedes: half\n"
    )
    sources = "herald: The Herald\ntown: {retells: herald, hedges: {about: 20 %}}\n"
    case = case_of(load({"claims/march.yaml": text, "sources.yaml": sources}))
    camp, half, total = case.claims
    assert (camp.quote, camp.by, camp.credibility) == ("about 1,100 people", ("herald", "town"), 3)
    assert camp.says is not None
    assert (camp.says.text, camp.says.place) == (
        "camp about 1 100 on 2025-03-31",
        Place("claims/march.yaml", 10, 5),
    )
    assert (half.status, half.stance) == (Status.PROPOSED, Stance.DENIED)
    assert (half.set_aside, half.promoted, half.note) == ("no", "yes", "07")
    assert (half.says, half.by, half.credibility) == (None, ("herald",), 2)
    assert (total.derived, total.part_of, total.denies) == (("camp", "half"), "camp", "half")
    assert (total.repeats, total.supersedes) == ("camp", "half")
    assert case.sources["town"].hedges is not None
    assert case.sources["town"].hedges.about_share == pytest.approx(0.2)
    assert (case.sources["herald"].title, case.sources["herald"].reliability) == ("The Herald", "F")


def test_an_unwritten_chain_falls_back_on_the_publisher(load: Load) -> None:
    assert case_of(load({})).claims[0].by == ("herald",)


def test_a_table_is_a_series(load: Load) -> None:
    text = (
        "report: march\nby: herald\n"
        "table: {date: day, value: people*, take: last of month, stands: start of day,"
        " bound: column hedge}\n"
        "says: arrive {value} since 2025-01-01 to {date}\n"
    )
    (series,) = case_of(load({"claims/march.yaml": text})).series
    assert (series.date_column, series.value_column) == ("day", "people*")
    assert (series.take, series.stands, series.bound) == (
        "last of month",
        "start of day",
        "column hedge",
    )
    assert series.says.place == Place("claims/march.yaml", 4, 7)


def test_a_row_of_a_table_may_be_named_before_it_is_read(load: Load) -> None:
    text = (
        "report: march\ntable: {date: day, value: people}\nsays: arrive {value} by {date}\n"
        "claims:\n- id: other\n  repeats: march@2025-03-31\n"
    )
    hypotheses = (
        "hypotheses: {flood: It rose}\nevidence:\n- {claim: march@2025-03-31, flood: C}\n"
        "- {claim: may@2025-03-31, flood: C}\n"
    )
    loaded = load({"claims/march.yaml": text, "hypotheses.yaml": hypotheses})
    assert [problem.code for problem in loaded.problems] == ["MB209"]
    assert loaded.case is not None
    assert loaded.case.claims[0].repeats == "march@2025-03-31"
    assert [row.claim for row in loaded.case.board.evidence] == ["march@2025-03-31"]


def test_scenarios_and_hypotheses(load: Load) -> None:
    scenarios = (
        "watch: camp\nuntil: 2025-12\nscenarios:\n  stay:\n"
        "  closing down: {from: 2025-04, arrive: -30 %, leave: all camp within 1 month}\n"
        "questions:\n- probability that camp below 10 before 2025-09\n"
    )
    hypotheses = (
        "question: why?\nhypotheses:\n  flood: The river rose\n"
        "  fear: {is: They were afraid, expects: [leave none in 2025-02]}\n"
        "evidence:\n- claim: camp\n  flood: CC\n  fear: NA\n  why: {flood: it says so}\n"
        "- scenario: probability that camp below 10 before 2025-09 under stay\n  fear: II\n"
    )
    case = case_of(load({"scenarios.yaml": scenarios, "hypotheses.yaml": hypotheses}))
    stay, closing = case.plan.scenarios
    assert (stay.name, stay.start, stay.changes) == ("stay", None, {})
    assert str(closing.start) == "2025-04"
    assert {name: str(words) for name, words in closing.changes.items()} == {
        "arrive": "-30 %",
        "leave": "all camp within 1 month",
    }
    assert [str(each) for each in case.plan.watch] == ["camp"]
    flood, fear = case.board.hypotheses
    assert (flood.description, [str(each) for each in fear.expects]) == (
        "The river rose",
        ["leave none in 2025-02"],
    )
    claim, computed = case.board.evidence
    assert (claim.claim, claim.marks, claim.why) == (
        "camp",
        {"flood": "CC", "fear": "NA"},
        {"flood": "it says so"},
    )
    assert (computed.claim, computed.marks) == (None, {"fear": "II"})
