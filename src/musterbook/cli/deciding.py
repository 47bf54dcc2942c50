"""What the analyst decides about a conflict goes in; the case's files change, undoably."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE
from musterbook.cli.terminal import in_command, say

if TYPE_CHECKING:
    from musterbook.case.edits import Edit, Item
    from musterbook.conflicts.results import Conflict
    from musterbook.core.problem import Place
    from musterbook.workbench import Workbench

CASE_FILE = "case.yaml"


def explain(bench: "Workbench", number: int, why: str) -> None:
    """Write into case.yaml why a conflict stands, with what each of its members says now."""
    from musterbook.case.edits import PutItem
    from musterbook.views.words import listed

    conflict = _conflict(bench, number)
    groups = (group for system in bench.systems.values() for group in system.groups)
    says = {group.name: group.says for group in groups}
    item: Item = {
        "conflict": {name: says[name] for name in conflict.members},
        "because": _reason(why, "--explain"),
    }
    place = _explained_at(bench, conflict)
    edit = PutItem(CASE_FILE, "explained", item, place.line if place else None)
    _save(bench, [edit], why=f"explain conflict {number}")
    say(f"conflict {number}, between {listed(conflict.members)}, is explained in {CASE_FILE}")
    _tell_of_undo(bench)


def set_aside(bench: "Workbench", name: str, why: str) -> None:
    """Write beside a claim why it is set aside."""
    from musterbook.case.edits import SetField

    reason = _reason(why, "--set-aside")
    claim = next((each for each in bench.case.claims if each.id == name), None)
    if claim is None or "@" in name:
        raise typer.BadParameter(_no_claim(bench, name), param_hint="--set-aside")
    edit = SetField(claim.place.file, name, "set_aside", reason)
    _save(bench, [edit], why=f"set {name} aside")
    say(f"{name} is set aside in {claim.place.file}: it stays in view and computes nothing")
    _tell_of_copies(bench, name)
    _tell_of_undo(bench)


def _reason(why: str, option: str) -> str:
    if not why.strip():
        raise typer.BadParameter("say why: it stands in the case's file", param_hint=option)
    return why.strip()


def _conflict(bench: "Workbench", number: int) -> "Conflict":
    from musterbook.views.numbering import numbered

    found = numbered(bench.conflicts())
    if not found:
        raise typer.BadParameter("there is no conflict to explain", param_hint="--explain")
    if not 1 <= number <= len(found):
        known = "there is only conflict 1" if len(found) == 1 else f"they are 1 to {len(found)}"
        raise typer.BadParameter(
            f"no conflict has number {number}: {known}", param_hint="--explain"
        )
    return found[number - 1][0][1]


def _explained_at(bench: "Workbench", conflict: "Conflict") -> "Place | None":
    """Find an explanation of these members that is there already: it is written anew."""
    members = set(conflict.members)
    return next((e.place for e in bench.case.explained if set(e.members) == members), None)


def _no_claim(bench: "Workbench", name: str) -> str:
    """Say why a name is no claim that can be set aside, and what to do instead."""
    from musterbook.core.suggest import did_you_mean

    if "@" in name and any(each.id == name for each in bench.case.claims):
        return f"{name} is a row of a table: take the row out, or choose others with `take:`"
    group = next((each for each in bench.default.system.groups if each.name == name), None)
    if group is not None:
        return f"{name} is no claim but stands in {group.place}: change it or take it out there"
    return f"there is no claim {name}: {did_you_mean(name, [e.id for e in bench.case.claims])}"


def _save(bench: "Workbench", edits: "Sequence[Edit]", *, why: str) -> None:
    from musterbook.case.save import save_edits
    from musterbook.cli.problems import print_problems

    saved = save_edits(bench.folder, edits, seen=bench.loaded.files, why=why)
    print_problems(saved.problems, bench.folder)
    if saved.problems:
        raise typer.Exit(Exit.FOUND)
    bench.refresh()


def _tell_of_copies(bench: "Workbench", name: str) -> None:
    """Say which claims still bring the number in, as copies of what was set aside do."""
    for each in bench.findings:
        if each.kind == "still counts" and each.claims[0] == name:
            say(f"{each.says}: {each.fix}" if each.fix else each.says)


def _tell_of_undo(bench: "Workbench") -> None:
    where = "" if bench.folder == HERE else f" {in_command(bench.folder)}"
    say(f"muster undo{where} takes it back", style="dim")
