"""The verbs that ask the fit, as they print."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Say
from tests.questions.folders import CASE, camp

SAID = {
    "2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"},
    "2025-04-30": {"many": "radio: arrive about 900 by 2025-03-31"},
}
WIDE = 80
MISUSE = 2  # the exit code of a question that cannot be asked


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    "line", ["why arrive", "why arrive --all", "ask", "history arrive@2025-03", "backtest"]
)
def test_fits_eighty_columns(line: str, say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    verb, *rest = line.split()
    question = [each for each in rest if not each.startswith("--")]
    told = say(" ".join([verb, *question, "case", *(each for each in rest if "--" in each)]))
    assert told.code == 0
    assert max(len(each) for each in told.out.splitlines()) <= WIDE


def test_why_names_the_sentence_and_how_it_was_worked_out(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", {"2025-03-31": SAID["2025-03-31"]})
    told = plain(say("why arrive@2025-03 case").out)
    assert "arrive about 500 by 2025-03-31" in told
    assert "claims/r2025-03-31.yaml:3" in told
    assert "refitted" in told or "reweighted" in told


def test_nothing_pulls_is_said_in_words(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", {"2025-03-31": SAID["2025-03-31"]})
    assert "Nothing pulls: no claim bears on it" in say("why school case").out
    assert "Nothing pulls: the account itself leaves no other number." in (
        say("why school@2024-12-31 case").out
    )


def test_answers_side_by_side_are_asked_one_at_a_time(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    assert "if first is set aside" in say("why arrive@2025-03 case").out
    assert "if many is set aside" in say("why arrive@2025-03 case --answer 2").out


def test_a_day_that_clashes_is_told_by_way_out(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    told = " ".join(say("history arrive@2025-03 case").out.split())
    assert "cannot all be true" in told
    assert "if first is set aside" in told


def test_few_comparisons_are_said_to_be_few(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    told = " ".join(say("backtest case").out.split())
    assert "Only one number was compared" in told


def test_an_event_is_named_without_quotes(say: Say, tmp_path: Path) -> None:
    case = tmp_path / "case"
    camp(case, SAID)
    (case / "case.yaml").write_text(CASE + "events: {the flood: 2025-03}\n", "utf-8")
    told = plain(say("why 'arrive@the flood' case").out)
    assert told.startswith("arrive on 2025-03-31: ")
    missed = say("why 'arrive@the fire' case")
    assert missed.code == MISUSE
    assert "a month or an event (the flood)" in missed.err


def test_a_case_without_a_measure_is_told_apart(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    told = say("why case")
    assert told.code == MISUSE
    assert "case is a case's folder: write MEASURE@DATE" in told.err


def test_a_ratio_is_left_to_scenarios(say: Say, tmp_path: Path) -> None:
    case = tmp_path / "case"
    camp(case, SAID)
    with (case / "account.yaml").open("a", encoding="utf-8") as account:
        account.write("measures: {crowding: camp / school}\n")
    told = say("why crowding case")
    assert told.code == MISUSE
    assert "`crowding` is no sum of people" in told.err
    assert "muster run" in told.err


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("why CAMP case", "`camp`"),
        ("why @2025 case", "no measure is named before the @"),
        ("why '' case", "asked  nothing"),
        ("why camp@ case", "no date stands after the @"),
    ],
)
def test_a_name_is_suggested_whatever_its_capitals(
    line: str, hint: str, say: Say, tmp_path: Path
) -> None:
    camp(tmp_path / "case", SAID)
    assert hint in say(line).err


def test_which_answers_there_are_is_told(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    assert "give a number from 1 to 2" in say("why arrive@2025-03 case --answer 3").err


def test_a_day_before_the_account_is_told(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    told = say("fit case --as-of 2024-05-01")
    assert "2024-05-01 lies before the account begins, on 2025-01-01" in " ".join(told.err.split())
    assert "±0.0" not in told.out
    assert "before the account" not in say("fit case --as-of 2025-04-01").err


def test_what_is_set_aside_is_named_beside_the_results(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    say("conflicts case --set-aside first 'Heard in passing.'")
    for verb in ("conflicts", "fit"):
        assert "not counted: first." in say(f"{verb} case").out
    assert "not counted" not in say("fit case --as-of 2025-03-01").out


def test_what_cannot_move_rests_on_assumptions(say: Say, tmp_path: Path) -> None:
    case = tmp_path / "case"
    camp(case, SAID)
    with (case / "account.yaml").open("a", encoding="utf-8") as account:
        account.write("assumptions:\n  shut: {says: enrol none since 2025-01, because: closed}\n")
    lines = say("fit case --answer 1").out.splitlines()
    (row,) = [each for each in lines if each.startswith("enrol ")]
    assert "assumptions alone" in row


def test_no_answer_is_left_out_of_the_exhibit(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", SAID)
    told = say("show posterior case --all")
    rows = [each.split() for each in told.out.splitlines()]
    assert {row[0] for row in rows if row[1:2] == ["arrive"]} == {"1", "2"}
    assert "1: without first. 2: without many. They do not agree" in " ".join(told.out.split())
