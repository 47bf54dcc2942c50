"""The stages tied together, on whole case folders."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from musterbook.core.errors import CannotComputeError, CaseNotFoundError
from musterbook.fit.options import FitOptions
from musterbook.workbench import Workbench

ROOT = Path(__file__).parents[2]
CONTINGENT = ROOT / "tests" / "cases" / "contingent"
KURSK = ROOT / "examples" / "kursk"
CROSSING = ROOT / "examples" / "crossing"


def test_the_lead_case_has_one_reading_in_four_and_no_errors():
    bench = Workbench(KURSK)
    assert not bench.has_errors
    report = bench.conflicts()
    assert [each.feasible for each in report.readings] == [True, False, False, False]


def test_every_quote_stands_in_its_report_where_the_claim_says():
    case = Workbench(KURSK).case
    quoted = [each for each in case.claims if each.quote]
    assert len(quoted) > 40
    for claim in quoted:
        start, end = claim.at
        said = case.reports[claim.report].text[start:end]
        assert said.split() == claim.quote.split()


def test_a_result_is_worked_out_once_for_the_same_case_and_options():
    bench = Workbench(CONTINGENT)
    assert bench.conflicts() is bench.conflicts()


def test_conflicts_found_for_a_fit_are_not_looked_for_again(monkeypatch):
    afresh = Workbench(KURSK).conflicts()
    bench = Workbench(KURSK)
    bench.fit_jobs()
    monkeypatch.delattr("musterbook.conflicts.analyse.enumerate_conflicts")
    assert bench.conflicts() == afresh


def test_as_of_an_earlier_day_later_reports_are_unsaid():
    names = {
        day: {
            group.name
            for group in Workbench(CONTINGENT, as_of=day).default.system.groups
            if group.claims
        }
        for day in (date(2025, 5, 1), date(2026, 2, 16))
    }
    assert names[date(2025, 5, 1)] == {"B1", "B2", "B3", "B4"}
    assert names[date(2026, 2, 16)] == {"A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "B5"}


def test_findings_name_the_sum_that_does_not_close_and_the_mutation():
    found = {each.kind: each for each in Workbench(KURSK).findings}
    assert "17\u202f000" in found["sum that does not close"].says
    assert "returned-1100" in found["sum that does not close"].claims
    assert found["mutation"].claims == ("copy-sent", "apr-sent")


def test_what_a_hypothesis_expects_is_held_against_the_account():
    bench = Workbench(KURSK)
    clashes = {each.name: bench.expectation(each) for each in bench.case.board.hypotheses}
    assert clashes["price"] == ()
    assert clashes["enough"] != ()
    assert all(any("expects" in name for name in members) for members in clashes["enough"])


def test_no_folder_and_no_case_are_told_apart(tmp_path: Path):
    with pytest.raises(CaseNotFoundError):
        Workbench(tmp_path / "nowhere").problems  # noqa: B018 - reading it is the test
    bench = Workbench(tmp_path)
    assert bench.has_errors
    with pytest.raises(CannotComputeError):
        bench.conflicts()


def test_ten_copies_of_a_report_change_no_bound(tmp_path: Path):
    folder = tmp_path / "copies"
    shutil.copytree(CONTINGENT, folder)
    text = (folder / "claims" / "article.yaml").read_text("utf-8")
    for number in range(10):
        name = f"copy{number}"
        for suffix in (".txt", ".yaml"):
            shutil.copy(
                folder / "reports" / f"article{suffix}", folder / "reports" / f"{name}{suffix}"
            )
        copied = text.replace("report: article", f"report: {name}")
        for claim in ("A1", "A2", "A3", "A4"):
            copied = copied.replace(f"id: {claim}", f"id: {name}-{claim}")
            copied = copied.replace(f"{claim} +", f"{name}-{claim} +").replace(
                f"+ {claim}", f"+ {name}-{claim}"
            )
        (folder / "claims" / f"{name}.yaml").write_text(copied, "utf-8")
    bench, original = Workbench(folder), Workbench(CONTINGENT)
    assert [each.says for each in bench.problems if each.is_error] == []
    assert bench.conflicts().default.bounds == original.conflicts().default.bounds
    assert len(bench.default.system.groups) == len(original.default.system.groups)


def test_a_question_of_plan_and_evidence_is_answered_once_a_scenario():
    bench = Workbench(ROOT / "examples" / "kursk")
    asked = [(each.ask.partition(" under ")[0], each.scenario) for each in bench.run().questions]
    assert len(asked) == len(set(asked))
    (row,) = [each for each in bench.weigh().evidence if each.probability is not None]
    answers = {(each.ask, each.scenario): each.probability for each in bench.run().questions}
    assert row.probability == answers[row.row.removesuffix(" under withdraw"), "withdraw"]


def test_a_folder_read_anew_keeps_results_until_it_changes(tmp_path: Path):
    shutil.copytree(CONTINGENT, tmp_path / "case")
    bench = Workbench(tmp_path / "case")
    first, systems = bench.conflicts(), bench.built
    assert not bench.refresh()
    assert bench.conflicts() is first
    assert bench.built is systems
    article = tmp_path / "case" / "claims" / "article.yaml"
    text = article.read_text("utf-8").replace("remaining about 11 000", "remaining about 9 000")
    article.write_text(text, "utf-8")
    assert bench.refresh()
    assert bench.conflicts() is not first


def test_a_case_whose_claims_are_all_rejected_is_fitted_as_one_without_claims(
    tmp_path: Path,
) -> None:
    rejected, without = tmp_path / "rejected", tmp_path / "without"
    for folder in (rejected, without):
        shutil.copytree(CROSSING, folder)
    for file in sorted((rejected / "claims").iterdir()):
        text = file.read_text("utf-8")
        file.write_text(text.replace("\n  says:", "\n  status: rejected\n  says:"), "utf-8")
        (without / "claims" / file.name).unlink()
    options = FitOptions(draws=32, effective=0, prior_draws=32)
    found = [Workbench(folder).fit(options).answers for folder in (rejected, without)]
    assert len(found[0]) >= 1
    for one, other in zip(*found, strict=True):
        assert one.sources == ()
        assert [each.kind for each in one.warnings] == [each.kind for each in other.warnings]
        assert (one.draws == other.draws).all()


def test_a_claim_set_aside_or_not_taken_in_weighs_nothing_in_the_matrix(tmp_path: Path) -> None:
    shutil.copytree(CROSSING, tmp_path / "case")
    bench = Workbench(tmp_path / "case")
    assert not any(each.not_counted for each in bench.weigh().evidence)
    claims = [each.row for each in bench.weigh().evidence if each.kind == "claim"]
    file = next(e.place.file for e in bench.case.claims if e.id == claims[0])
    path = tmp_path / "case" / file
    for line, why in (("set_aside: Seats.", "set aside: Seats."), ("status: rejected", "rejected")):
        before = path.read_text("utf-8")
        head = f"- id: {claims[0]}\n"
        path.write_text(before.replace(head, f"{head}  {line}\n"), "utf-8")
        assert bench.refresh()
        row = next(each for each in bench.weigh().evidence if each.row == claims[0])
        assert (row.not_counted, row.counts) == (why, {})
        path.write_text(before, "utf-8")
