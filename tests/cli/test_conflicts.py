"""The verdict as a person reads it in the terminal."""

from pathlib import Path

import pytest
from tests.cli.conftest import Say


def test_leads_with_the_answer(crossing: Path, say: Say) -> None:
    lines = say(f"conflicts {crossing}").out.splitlines()
    assert lines[:2] == [
        "Of two ways to read one word, only one makes these numbers add up: “moved on”",
        "means by bus.",
    ]
    assert [each[0] for each in lines[3:7] if each] == ["✗", " ", "✓", "W"]


def test_a_card_quotes_its_members_and_lays_the_sum_out(crossing: Path, say: Say) -> None:
    told = say(f"conflicts {crossing}").out.replace("\u202f", " ")
    card = told.partition("These 3 cannot all be true, by 345 people:")[2]
    in_order = (
        "registered: The camp's registration office, 2025-05-10",
        "“registered 6,200 people who came across the river”",
        "arrived 6 200 by 2025-05-10   claims/bulletin.yaml:4:7",
        "moved: The Halm Post › The bus company, 2025-05-10",
        "+ 6 150  arrived by 2025-05-10, at least (registered)",
        "− 4 305  camp on 2025-05-10, at most (",
        "− 1 500  moved_on by 2025-05-10, at most (moved)",
        "=   345 too many",
        "can be no more than",
        "any one of them would have to give way by 345",
        "way out: set aside moved",
    )
    at = [card.find(each) for each in in_order]
    assert -1 not in at
    assert at == sorted(at)


def test_fits_eighty_columns_and_parts_no_number(crossing: Path, say: Say) -> None:
    for verb in ("conflicts", "fit", "run --members 40", "weigh", "show claims", "check"):
        told = say(f"{verb} {crossing}").out
        assert max(map(len, told.splitlines())) <= 80
        assert not any(each.rstrip().endswith("\u202f") for each in told.splitlines())


def test_what_is_left_out_is_counted(repository: Path, say: Say) -> None:
    case = repository / "tests/cases/contingent"
    few, every = say(f"conflicts {case}").out, say(f"conflicts {case} --all").out
    assert "more ways out, --all" in few or "more way out, --all" in few
    assert "--all" not in every
    assert every.count("way out:") > few.count("way out:")


@pytest.mark.parametrize(
    "verb",
    ["conflicts", "fit", "run --members 40", "report", "export", "show claims", "check"],
)
def test_before_any_claim_was_made(verb: str, crossing: Path, say: Say) -> None:
    told = say(f"{verb} {crossing} --as-of 2025-01-01")
    assert told.code == (verb == "check")  # what had not been said yet is a finding
    said = " ".join((told.out + told.err).split())
    if verb not in ("show claims", "check"):
        assert "No claim counts yet on 2025-01-01: the first was published on 2025-05-10." in said
        assert "add up." not in said


def test_after_all_claims_nothing_is_held_back(crossing: Path, say: Say) -> None:
    assert say(f"conflicts {crossing} --as-of 2999-01-01 --json").json["feasible"] is False


def test_claims_published_after_the_window_are_told_apart_from_none(
    crossing: Path, say: Say
) -> None:
    for report in ("bulletin", "post", "radio"):
        described = crossing / f"reports/{report}.yaml"
        later = described.read_text("utf-8").replace("2025-05-10", "2025-06-01")
        described.write_text(later, "utf-8")
    told = " ".join(say(f"conflicts {crossing}").out.split())
    assert told.startswith(
        "No claim counts yet on 2025-05-10, where the window ends: the first was published on "
        "2025-06-01. Write as-of in case.yaml, or give --as-of."
    )


def test_a_case_whose_claims_wait_is_not_told_to_look_later(crossing: Path, say: Say) -> None:
    for file in (crossing / "claims").iterdir():
        text = file.read_text("utf-8").replace("- id:", "- status: proposed\n  id:")
        file.write_text(text, "utf-8")
    told = say(f"conflicts {crossing} --as-of 2025-01-01")
    assert told.out.startswith("No claim counts: none is accepted, asserted")


def test_readings_that_share_a_clash_each_have_their_ways_out(say: Say, tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.yaml").write_text("title: A camp\nwindow: 2025-01 to 2025-12\n", "utf-8")
    (case / "account.yaml").write_text(
        """\
stocks: {camp: in the camp, dead: dead}
outside: [land]
flows: {arrive: land -> camp, die: camp -> dead, leave: camp -> land}
measures:
  gone: {readings: {left: leave, with the dead: leave + die}}
  went: {readings: {on foot: leave, at all: leave}}
assumptions:
  all: arrive exactly 100 by 2025-06-30
  few: camp exactly 300 on 2025-06-30
  some: gone exactly 90 by 2025-06-30
  fell: die exactly 95 by 2025-06-30
  foot: went exactly 2 by 2025-06-30
""",
        "utf-8",
    )
    told = " ".join(say("conflicts case").out.split())
    first, shared, other, last = told.split("If “gone” means ")[1:]
    assert first.count("way out: set aside") == 3
    assert "clashes 1, 2 and 3, met above, stand here too" in shared
    assert "ways out: the same as where “gone” means left and “went” means on foot" in shared
    assert "clash 2, met above, stands here too way out: set aside all and fell" in other
    assert "the same as where “gone” means with the dead" in last
