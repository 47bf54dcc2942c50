"""What the analyst decides about a conflict: written into the case, undone, and told when stale."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Say

WHY = "The camp counted by tents."


def conflict_1(say: Say, case: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(say(f"conflicts {case} --json").out)
    return found["conflicts"][0]  # type: ignore[index, no-any-return]


def test_explains_a_conflict_by_its_number(crossing: Path, say: Say) -> None:
    before = (crossing / "case.yaml").read_text("utf-8")
    told = say(f'conflicts {crossing} --explain 1 "{WHY}"')
    assert told.code == 0
    assert "is explained in case.yaml" in told.out
    text = (crossing / "case.yaml").read_text("utf-8")
    assert text.startswith(before)
    assert "    registered: arrived 6 200 by 2025-05-10\n" in text.replace("\u202f", " ")
    assert conflict_1(say, crossing)["explained"] == WHY
    shown = say(f"conflicts {crossing}").out
    assert f"explained: {WHY}" in shown
    assert "too many" not in shown
    say(f"undo {crossing}")
    assert (crossing / "case.yaml").read_text("utf-8") == before


def test_a_reason_that_holds_is_written_over_only_where_asked(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "A first guess."')
    written = (crossing / "case.yaml").read_text("utf-8")
    refused = say(f'conflicts {crossing} --explain 1 "{WHY}"')
    assert refused.code == 2
    assert "is explained already: A first guess." in " ".join(refused.err.split())
    assert "nothing was written: --again" in refused.err
    assert (crossing / "case.yaml").read_text("utf-8") == written
    told = say(f'conflicts {crossing} --explain 1 "{WHY}" --again')
    assert "it takes the place of: A first guess." in told.out
    text = (crossing / "case.yaml").read_text("utf-8")
    assert "A first guess." not in text
    assert text.count("because:") == 1
    say(f"undo {crossing}")
    assert (crossing / "case.yaml").read_text("utf-8") == written


def test_the_same_reason_twice_writes_nothing(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    told = say(f'conflicts {crossing} --explain 1 "{WHY}"')
    assert told.code == 0
    assert "is explained so already" in told.out
    assert "undo" not in told.out


def test_a_reason_for_setting_aside_is_written_over_only_where_asked(
    crossing: Path, say: Say
) -> None:
    say(f"conflicts {crossing} --set-aside moved Seats.")
    refused = say(f"conflicts {crossing} --set-aside moved Beds.")
    assert refused.code == 2
    assert "moved is set aside already: Seats." in refused.err
    told = say(f"conflicts {crossing} --set-aside moved Beds. --again")
    assert "it takes the place of: Seats." in told.out
    say(f"undo {crossing}")
    assert "is set aside so already" in say(f"conflicts {crossing} --set-aside moved Seats.").out


def test_two_decisions_of_one_command_are_written_and_undone_together(
    crossing: Path, say: Say
) -> None:
    before = (crossing / "case.yaml").read_text("utf-8")
    both = f"conflicts {crossing} --explain 1 Tents. --set-aside"
    assert say(f"{both} nobody Seats.").code == 2
    assert (crossing / "case.yaml").read_text("utf-8") == before
    assert say(f"{both} moved Seats.").code == 0
    undone = say(f"undo {crossing}").out
    assert "undid: explain conflict 1 and set moved aside" in undone
    assert (crossing / "case.yaml").read_text("utf-8") == before


def test_what_is_decided_is_told_beside_json(crossing: Path, say: Say) -> None:
    told = say(f"conflicts {crossing} --explain 1 Tents. --json")
    assert told.json["conflicts"][0]["explained"] == "Tents."
    assert "is explained in case.yaml" in told.err


def test_again_alone_is_misuse(crossing: Path, say: Say) -> None:
    told = say(f"conflicts {crossing} --again")
    assert told.code == 2
    assert "--explain or --set-aside" in " ".join(told.err.split())


def test_fmt_keeps_it(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    say(f"fmt {crossing}")
    assert conflict_1(say, crossing)["explained"] == WHY


def rewrite(case: Path, file: str, old: str, new: str) -> None:
    path = case / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_member_that_says_something_else_makes_it_stale(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    rewrite(crossing, "claims/bulletin.yaml", "arrived 6 200 by", "arrived 6 300 by")
    told = say(f"check {crossing}").out.replace("\u202f", " ")
    assert "MB302 `registered` says something else than when this conflict was explained" in told
    assert "then  arrived 6 200 by 2025-05-10" in told
    conflict = conflict_1(say, crossing)
    assert (conflict["explained"], conflict["explained_before"]) == (None, WHY)
    shown = say(f"conflicts {crossing}")
    assert "case.yaml:" in shown.err
    assert "MB302 `registered` says something else" in shown.err
    assert "try: look at it again" in shown.err
    assert f"explained before a member changed: {WHY}" in shown.out
    anew = say(f'conflicts {crossing} --explain 1 "They counted again."')
    assert anew.code == 0
    assert f"it takes the place of: {WHY}" in anew.out


def test_a_member_renamed_makes_it_stale(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    rewrite(crossing, "claims/bulletin.yaml", "id: registered", "id: arrivals")
    told = say(f"check {crossing}").out
    assert "MB301" in told
    assert "if it was renamed, write `arrivals`, which says the same" in " ".join(told.split())
    assert "MB301" in say(f"conflicts {crossing}").err


def test_sets_a_claim_aside(crossing: Path, say: Say) -> None:
    told = say(f'conflicts {crossing} --set-aside moved "The bus company counted seats."')
    assert told.code == 0
    assert "set_aside: The bus company counted seats." in "".join(
        path.read_text("utf-8") for path in sorted((crossing / "claims").glob("*.yaml"))
    )
    assert say(f"conflicts {crossing}").code == 0
    say(f"undo {crossing}")
    assert say(f"conflicts {crossing}").code == 1


def test_what_cannot_be_done_is_said(crossing: Path, say: Say) -> None:
    assert "no conflict has number 9" in say(f"conflicts {crossing} --explain 9 x").err
    assert "there is no claim nobody" in say(f"conflicts {crossing} --set-aside nobody x").err
    assert say(f'conflicts {crossing} --explain 1 ""').code == 2


def test_a_conflict_that_is_gone_is_noted(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    say(f'conflicts {crossing} --set-aside moved "Seats."')
    told = say(f"conflicts {crossing}")
    assert "MB303 the conflict explained here no longer arises" in told.err
    assert "not counted now  moved" in told.err
