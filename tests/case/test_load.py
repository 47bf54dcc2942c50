"""The small case and its variants go in; the nouns that come out are looked at one by one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from musterbook.case.load import LoadedCase, case_digest, load_case
from musterbook.core.errors import CaseNotFoundError
from musterbook.core.problem import Place
from musterbook.core.records import Case
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
                    "hedges: {about: 10 %, half grain: 1, dozens: 12 to 120, several: 3 to 7}\n"
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
    assert case.hedges.vague["several"] == (3, 7)
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


def test_names_of_a_file_nobody_could_read_are_not_called_unknown(load: Load) -> None:
    files: dict[str, str | bytes | None] = {
        "account.yaml": None,
        "accounts/river.yaml": "stocks: {camp: x\n",
        "accounts/coast.yaml": "stocks: {port: x}\nflows: {sail: port -> river.camp}\n",
        "scenarios.yaml": "watch: [river.camp]\nscenarios: {stay: {river.move: 0}}\n",
        "sources.yaml": "herald: [\n",
    }
    loaded = load(files)
    assert [problem.code for problem in loaded.problems] == ["MB005", "MB005"]
    assert loaded.case is not None
    assert loaded.case.sources["herald"].reliability == "F"
    assert [claim.id for claim in loaded.case.claims] == ["camp"]


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


def test_two_thousand_claims_load(load: Load) -> None:
    entry = (
        "- id: claim-{0}\n  quote: >-\n    on some day in March about {0} people were in the camp\n"
        "  at: [3, 58]\n  says: camp about {0} on 2025-03-31\n  by: herald\n  credibility: 2\n"
    )
    text = "report: march\nclaims:\n" + "".join(map(entry.format, range(1, 2001)))
    load({"claims/march.yaml": text})
    assert len(case_of(load({})).claims) == 2000
