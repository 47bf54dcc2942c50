"""The small case and its variants go in; the nouns that come out are looked at one by one."""

import math
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from musterbook.case.load import LoadedCase, case_digest, load_case
from musterbook.core.errors import CaseNotFoundError
from musterbook.core.problem import Place
from musterbook.core.records import Case, Stance, Status
from musterbook.core.when import Period, Step

Load = Callable[[dict[str, str | bytes | None]], LoadedCase]
ACCOUNTS: dict[str, str | bytes | None] = {
    "account.yaml": None,
    "accounts/river.yaml": (
        "account: Along the river\n"
        "stocks:\n"
        "  camp: {is: in the camp, starts: 300 to 500, typical: 400, words: [tents, huts]}\n"
        "  town:\n"
        "outside: [land]\n"
        "flows:\n"
        "  arrive: land -> camp\n"
        "  move: {is: camp → town, typical: 20, changes: slowly, words: resettled, note: by bus}\n"
        "  sail: town -> coast.port\n"
        "measures:\n"
        "  here: camp + town\n"
        "  gone:\n"
        "    readings:\n"
        "      moved: total move\n"
        "      all who left: total move + total sail\n"
        "    words: [left, departed]\n"
        "    class: movement\n"
        "parameters:\n"
        "  need: {is: what it takes, value: 45 to 60, because: assumed}\n"
        "  share_kept: 10 %\n"
        "assumptions:\n"
        "  nobody sails: sail none since 2025-01\n"
        "  a ceiling: {says: 'move at most 40 % of camp per month', because: march-camp}\n"
        "rules:\n"
        "  move: camp * rate(move, last 6 months)\n"
    ),
    "accounts/coast.yaml": "stocks: {port: by the sea}\n",
    "claims/march.yaml": (
        "report: march\naccount: river\nby: herald\nclaims:\n- id: camp\n"
        "  quote: about 1,100 people\n  at: [10, 28]\n  says: camp about 1 100 on 2025-03-31\n"
        "- id: port\n  says: port 3 on 2025-03-31\n  account: coast\n"
    ),
}


def case_of(loaded: LoadedCase) -> Case:
    assert loaded.problems == ()
    assert loaded.case is not None
    return loaded.case


def test_the_frame(load: Load) -> None:
    case = case_of(
        load(
            {
                "case.yaml": (
                    "title: A crossing\nquestion: how many?\nwindow: 2025-01 to 2025-06\n"
                    "step: week\nas-of: 2025-05\n"
                    "events: {the flood: 2025-02-03, the fair: 2025-03 to 2025-04}\n"
                    "hedges: {about: 10 %, half grain: 1, dozens: 12 to 120, a handful: 3 to 7}\n"
                    "units: {battalion: 300 to 800 people, busload: 1 050}\n"
                )
            }
        )
    )
    assert (case.title, case.question, case.step) == ("A crossing", "how many?", Step.WEEK)
    assert case.window == Period(date(2025, 1, 1), date(2025, 6, 30))
    assert case.as_of == case.today == date(2025, 5, 31)
    assert case.events["the flood"] == Period(date(2025, 2, 3), date(2025, 2, 3))
    assert case.events["the fair"] == Period(date(2025, 3, 1), date(2025, 4, 30))
    assert (case.hedges.about_share, case.hedges.half_grain) == (0.1, 1.0)
    assert case.hedges.vague["dozens"] == (12, 120)
    assert case.hedges.vague["a handful"] == (3, 7)
    assert case.hedges.vague["hundreds"] == (200, 999)
    assert case.units == {"battalion": (300, 800), "busload": (1050, 1050)}


def test_names_are_qualified_by_the_file(load: Load) -> None:
    case = case_of(load(ACCOUNTS))
    coast, river = case.accounts
    assert (coast.name, river.name) == ("coast", "river")
    assert [stock.name for stock in river.stocks] == ["river.camp", "river.town"]
    assert river.outside == ("river.land",)
    ends = {flow.name: (flow.source, flow.target) for flow in river.flows}
    assert ends == {
        "river.arrive": ("river.land", "river.camp"),
        "river.move": ("river.camp", "river.town"),
        "river.sail": ("river.town", "coast.port"),
    }
    assert [rule.target for rule in river.rules] == ["river.move"]


def test_short_and_long_forms_of_every_entry(load: Load) -> None:
    river = case_of(load(ACCOUNTS)).accounts[1]
    camp, town = river.stocks
    assert (camp.description, str(camp.starts), str(camp.typical)) == (
        "in the camp",
        "300 to 500",
        "400",
    )
    assert (camp.words, camp.place) == (
        ("tents", "huts"),
        Place("accounts/river.yaml", 3, 3),
    )
    assert (town.description, town.starts) == ("", None)
    move = river.flows[1]
    assert (str(move.typical), str(move.changes), move.words) == ("20", "slowly", ("resettled",))
    here, gone = river.measures
    assert {name: str(words) for name, words in here.readings.items()} == {"": "camp + town"}
    assert list(gone.readings) == ["moved", "all who left"]
    assert (gone.words, gone.bias_class) == (("left", "departed"), "movement")
    assert gone.readings["moved"].place == Place("accounts/river.yaml", 14, 14)
    need, kept = river.parameters
    assert (str(need.value), need.because, str(kept.value)) == ("45 to 60", "assumed", "10 %")
    first, second = river.assumptions
    assert (first.name, str(first.says), first.account) == (
        "nobody sails",
        "sail none since 2025-01",
        "river",
    )
    assert second.because == "march-camp"
    assert second.says.place == Place("accounts/river.yaml", 23, 22)  # inside the quote mark


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


def test_reports_and_digests(load: Load) -> None:
    loaded = load({})
    case = case_of(loaded)
    report = case.reports["march"]
    assert (report.publisher, report.published, report.file) == (
        "herald",
        date(2025, 3, 31),
        "march.txt",
    )
    assert loaded.report_bytes["march"][0] == "march.txt"
    assert loaded.report_bytes["march"][1].startswith(b"On Monday")
    assert set(loaded.files) == {
        "case.yaml",
        "account.yaml",
        "sources.yaml",
        "reports/march.txt",
        "reports/march.yaml",
        "claims/march.yaml",
    }
    assert case.digest == case_digest(loaded.files)
    changed = load({"reports/march.txt": "On Monday nobody was there.\n"})
    assert changed.case is not None
    assert changed.case.digest != case.digest


def test_a_fault_in_one_file_hides_none_in_another(load: Load) -> None:
    loaded = load(
        {
            "case.yaml": "title: [\n",
            "account.yaml": "stocks:\n\tcamp: x\n",
            "sources.yaml": "herald: {name: x, relability: B}\n",
            "claims/march.yaml": "claims: 3\n",
        }
    )
    assert loaded.case is None
    assert {each.place.file for each in loaded.problems if each.place} == {
        "case.yaml",
        "account.yaml",
        "sources.yaml",
        "claims/march.yaml",
    }
    assert len(loaded.problems) == 4


def test_bad_claims_are_dropped_and_the_rest_stays(load: Load) -> None:
    text = "claims:\n- id: a\n- id: b\n  hue: red\n- 3\n- id: d\n  by: [x]\n- id: e\n"
    loaded = load({"claims/march.yaml": text})
    assert loaded.case is not None
    assert [claim.id for claim in loaded.case.claims] == ["a", "e"]
    assert [claim.place.line for claim in loaded.case.claims] == [2, 8]
    assert [problem.place.line for problem in loaded.problems if problem.place] == [4, 5, 7]


def test_no_folder_is_an_outside_fault(tmp_path: Path) -> None:
    with pytest.raises(CaseNotFoundError):
        load_case(tmp_path / "nowhere")


def test_two_thousand_claims_load_within_half_a_second(load: Load) -> None:
    entry = (
        "- id: claim-{0}\n  quote: >-\n    on some day in March about {0} people were in the camp\n"
        "  at: [3, 58]\n  says: camp about {0} on 2025-03-31\n  by: herald\n  credibility: 2\n"
    )
    text = "report: march\nclaims:\n" + "".join(map(entry.format, range(1, 2001)))
    load({"claims/march.yaml": text})
    least = math.inf
    for _ in range(3):
        start = time.process_time()
        loaded = load({})
        least = min(least, time.process_time() - start)
    assert len(case_of(loaded).claims) == 2000
    assert least < 0.5
