"""A sentence tried for a claim is held against the account as it would be in the whole case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from musterbook.account.build import build_system
from musterbook.account.ledger import read_ledger
from musterbook.account.trial import TRIED, try_sentence
from musterbook.core.problem import Phrase, Problem
from musterbook.core.records import Case, Claim, Status
from musterbook.workbench import Workbench

KURSK = Path(__file__).parents[2] / "examples" / "kursk"
SENTENCES = (
    "dprk.present about 11 000 on 2025-01-31",
    "dprk.present about 11 000 by 2025-01-31",
    "dprk.present 11 000 per month in 2025-01",
    "dprk.casualties more than 6 000 on 2025-06-30",
    "dprk.casualties more than 6 000 by 2031-06-30",
    "dprk.casualties [of another kind] 6 000 by 2025-06-30",
    "dprk.nobody 6 000 by 2025-06-30",
    "dprk.casualties 6 000",
    "dprk.casualties many by then",
)


@pytest.fixture(scope="module")
def case() -> Case:
    return Workbench(KURSK).case


def in_the_whole_case(case: Case, claim: Claim, sentence: str) -> tuple[Problem, ...]:
    """Find the problems of a claim's sentence by reading every claim there is."""
    tried = replace(
        claim, says=Phrase(sentence, TRIED), status=Status.ACCEPTED, set_aside="", derived=()
    )
    claims = tuple(tried if each.id == claim.id else each for each in case.claims)
    ledger = read_ledger(replace(case, claims=claims))
    built = build_system(ledger, ledger.choices[0])
    found = (*ledger.problems, *built.problems)
    return tuple(each for each in found if each.place and each.place.file == TRIED.file)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_trial_finds_what_the_whole_case_would(case: Case, sentence: str) -> None:
    found = set()
    for claim in (*case.claims[:3], *(each for each in case.claims if each.repeats)):
        problems = try_sentence(case, claim, sentence)
        assert problems == in_the_whole_case(case, claim, sentence)
        found |= {each.code for each in problems}
    assert found - {"MB151"} or sentence == SENTENCES[0]  # its number is not that of every quote


def test_the_time_of_a_claim_whose_place_is_taken_is_not_judged(case: Case) -> None:
    claim = next(each for each in case.claims if each.says is not None)
    later = replace(claim, id="later", supersedes=claim.id)
    more = replace(case, claims=(*case.claims, later))
    assert try_sentence(case, claim, SENTENCES[1])
    assert try_sentence(more, claim, SENTENCES[1]) == in_the_whole_case(more, claim, SENTENCES[1])
