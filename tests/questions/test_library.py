"""The questions in the words of the library."""

from pathlib import Path

import pytest
from tests.questions.folders import camp

import musterbook
from musterbook.notebook import OpenCase

SAID = {
    "2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"},
    "2025-04-30": {"again": "radio: arrive about 550 by 2025-03-31"},
}


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    camp(tmp_path, SAID)
    return musterbook.open(tmp_path)


def test_each_question_has_its_method(case: OpenCase) -> None:
    assert {each.name for each in case.why("arrive@2025-03").pulls} >= {"first", "again", "post"}
    [watched] = case.ask("camp@2025-06", reliability="B").watched
    assert watched.target.measure == "camp"
    assert len(case.history("arrive@2025-03").moments) == 2
    assert case.backtest("arrive").comparisons[0].claim == "again"


def test_what_cannot_be_asked_raises_with_the_remedy(case: OpenCase) -> None:
    with pytest.raises(KeyError, match="did you mean `arrive`"):
        case.why("arive@2025-03")
    with pytest.raises(KeyError, match="no grade of reliability"):
        case.ask("camp", reliability="Z")
    with pytest.raises(KeyError, match="does not cover"):
        case.history("camp@2031")


def test_a_question_without_a_date_is_about_the_as_of_date(case: OpenCase) -> None:
    assert str(case.why("arrive").target) == "arrive@2025-06-30"
