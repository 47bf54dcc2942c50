"""`muster fit`, as it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Say
from tests.questions.folders import camp


def test_a_claim_that_is_not_honoured_is_named(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", {"2025-03-31": {"wild": "post: arrive about 90 000 by 2025-03-31"}})
    told = say("fit case").out
    assert "Claims this answer does not honour" in told
    assert "wild" in told.partition("does not honour")[2]


def test_nothing_is_said_where_all_are_honoured(say: Say, tmp_path: Path) -> None:
    camp(tmp_path / "case", {"2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"}})
    assert "does not honour" not in say("fit case").out


RUMOUR = """report: post
by: post
claims:
- id: rumour
  says: camp about 5 200 on 2025-05-10
"""


@pytest.fixture
def torn(crossing: Path) -> Path:
    """A case whose claims have five ways out, under two readings."""
    (crossing / "claims" / "rumour.yaml").write_text(RUMOUR, "utf-8")
    return crossing


def test_several_answers_stand_beside_each_other_and_their_details_are_folded(
    torn: Path, say: Say
) -> None:
    told = say(f"fit {torn}").out
    assert "Not fitted: one more way out" in told
    lines = told.splitlines()
    assert lines[0] == "4 answers, which do not agree: none of them leads"
    assert lines[1] == "1  “moved on” means any way, without slept"
    head = next(line for line in lines if line.startswith("measure"))
    assert head.split() == ["measure", *"answer 1 answer 2 answer 3 answer 4".split(), "agree"]
    at = next(at for at, line in enumerate(lines) if line.startswith("camp"))
    assert lines[at].split()[-1] == "no"
    assert lines[at + 1].count(" – ") == 4
    assert next(line for line in lines if line.startswith("dead")).split()[-1] == "yes"
    assert "How far the sources" not in told
    assert "muster fit --answer 1, or --all for each" in told
    assert max(map(len, lines)) <= 80


def test_one_answer_of_several_can_be_had_in_full(torn: Path, say: Say) -> None:
    told = say(f"fit {torn} --answer 2").out
    assert told.splitlines()[0] == "Answer 2 of 4"
    assert "If you set aside rumour" in told
    assert told.count("How far the sources") == 1
    assert "answer 1" not in told
    refused = say(f"fit {torn} --answer 5")
    assert (refused.code, "there are 4 answers" in refused.err) == (2, True)


def test_all_shows_every_answer_after_the_table(torn: Path, say: Say) -> None:
    told = say(f"fit {torn} --all").out
    assert told.index("agree\n───") < told.index("Answer 1 of 4") < told.index("Answer 4 of 4")


def test_on_another_day_nothing_is_said_of_agreement(torn: Path, say: Say) -> None:
    told = say(f"fit {torn} --on 2025-05-08").out
    head = next(line for line in told.splitlines() if line.startswith("measure"))
    assert not head.endswith("agree")


def test_what_the_same_warning_says_of_many_is_one_line(crossing: Path, say: Say) -> None:
    told = " ".join(say(f"fit {crossing}").out.split())
    assert "nothing tells how far these sources are off: company, ferryman and office" in told


def test_measures_that_depend_on_the_same_share_a_sentence(crossing: Path, say: Say) -> None:
    told = " ".join(say(f"fit {crossing}").out.split())
    assert "drowned, dead and drown depend on how far beyond `more than` the truth may lie" in told


def test_ways_out_beyond_those_fitted_are_counted(say: Say, tmp_path: Path) -> None:
    sizes = (100, 900, 2500, 7000, 20000, 60000)
    claims = {f"c{size}": f"post: camp exactly {size} on 2025-03-31" for size in sizes}
    camp(tmp_path / "case", {"2025-03-31": claims})
    told = say("fit case").out
    assert told.splitlines()[0].startswith("4 answers")
    assert "Not fitted: two more ways out; muster conflicts --all lists them" in told
    told = say("fit case --json").json
    assert (told["ways_not_fitted"], told["all_ways_out"]) == (2, True)


def test_ways_out_that_were_not_all_looked_for_are_said_to_be_more(
    torn: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("musterbook.workbench.Workbench.knows_all_ways_out", False)
    assert "Not fitted: one more way out, or more: the search was" in say(f"fit {torn}").out


def test_without_a_feasible_reading_there_are_no_odds(torn: Path, say: Say) -> None:
    assert "no reading is feasible, and ways out rest" in say(f"fit {torn} --odds").out


def test_answers_are_parted_where_the_terminal_is_narrow(
    torn: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("musterbook.cli.terminal.NARROW", 50)
    lines = say(f"fit {torn}").out.splitlines()
    heads = [line.split()[1:-1] for line in lines if line.startswith("measure")]
    assert heads == ["answer 1 answer 2".split(), "answer 3 answer 4".split()]
