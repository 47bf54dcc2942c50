"""The verbs that ask the fit, as they print."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Say
from tests.questions.folders import camp

SAID = {
    "2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"},
    "2025-04-30": {"many": "radio: arrive about 900 by 2025-03-31"},
}
WIDE = 80


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
