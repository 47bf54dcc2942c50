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


def test_explaining_again_takes_the_place_of_the_first(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "A first guess."')
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    text = (crossing / "case.yaml").read_text("utf-8")
    assert "A first guess." not in text
    assert text.count("because:") == 1


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
    assert conflict_1(say, crossing)["explained"] is None


def test_a_member_renamed_makes_it_stale(crossing: Path, say: Say) -> None:
    say(f'conflicts {crossing} --explain 1 "{WHY}"')
    rewrite(crossing, "claims/bulletin.yaml", "id: registered", "id: arrivals")
    told = say(f"check {crossing}").out
    assert "MB301" in told
    assert "if it was renamed, write `arrivals`, which says the same" in " ".join(told.split())


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
