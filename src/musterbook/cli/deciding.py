"""What the analyst decides about a conflict goes in; the case's files change, undoably.

A reason that holds is never written over unasked: numbers of conflicts shift as a case changes,
and the wrong one is soon typed. All that one command decides is one saving, so one undo.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE
from musterbook.cli.terminal import in_command, say, tell

if TYPE_CHECKING:
    from musterbook.case.edits import Edit
    from musterbook.conflicts.results import Conflict
    from musterbook.core.records import Explanation
    from musterbook.workbench import Workbench

CASE_FILE = "case.yaml"
Speak: TypeAlias = Callable[..., None]  # `say`, or `tell` where the results are for a machine


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided: its edit (None where the files say so already), and what to say of it."""

    edit: "Edit | None"
    what: str
    says: str
    earlier: str = ""
    claim: str = ""  # the one set aside


def explanation(bench: "Workbench", number: int, why: str, *, again: bool) -> Decision:
    """Decide why a conflict stands; case.yaml holds it with what each of its members says now."""
    from musterbook.case.edits import PutItem
    from musterbook.views.words import listed

    conflict, reason = _conflict(bench, number), _reason(why, "--explain")
    standing, what = _standing(bench, conflict), f"explain conflict {number}"
    called = f"conflict {number}, between {listed(conflict.members)},"
    earlier = standing.because if standing else ""
    if conflict.explained and _stands(reason, earlier, what=f"{called} is explained", again=again):
        return Decision(None, what, f"{called} is explained so already in {CASE_FILE}")
    groups = (group for system in bench.systems.values() for group in system.groups)
    says = {group.name: group.says for group in groups}
    members = {name: says[name] for name in conflict.members}
    line = standing.place.line if standing else None
    edit = PutItem(CASE_FILE, "explained", {"conflict": members, "because": reason}, line)
    return Decision(edit, what, f"{called} is explained in {CASE_FILE}", earlier)


def setting_aside(bench: "Workbench", name: str, why: str, *, again: bool) -> Decision:
    """Decide that a claim is set aside; its file holds the reason beside it."""
    from musterbook.case.edits import SetField

    reason = _reason(why, "--set-aside")
    claim = next((each for each in bench.case.claims if each.id == name), None)
    if claim is None or "@" in name:
        raise typer.BadParameter(_no_claim(bench, name), param_hint="--set-aside")
    file, earlier, what = claim.place.file, claim.set_aside, f"set {name} aside"
    if earlier and _stands(reason, earlier, what=f"{name} is set aside", again=again):
        return Decision(None, what, f"{name} is set aside so already in {file}")
    says = f"{name} is set aside in {file}: it stays in view and computes nothing"
    return Decision(SetField(file, name, "set_aside", reason), what, says, earlier, name)


def decide(bench: "Workbench", decisions: Sequence[Decision], *, speak: Speak = say) -> None:
    """Write everything decided in one saving, and say what stood there before."""
    new = [each for each in decisions if each.edit is not None]
    if new:
        edits = [each.edit for each in new if each.edit is not None]
        _save(bench, edits, why=" and ".join(each.what for each in new))
    for each in decisions:
        speak(each.says, hang=2)
        if each in new and each.earlier:
            speak(f"it takes the place of: {each.earlier}", indent=2, hang=2)
        for line in _copies_of(bench, each.claim):
            speak(line)
    if new:
        where = "" if bench.folder == HERE else f" {in_command(bench.folder)}"
        speak(f"muster undo{where} takes it back", style="dim")


def _stands(reason: str, earlier: str, *, what: str, again: bool) -> bool:
    """Say whether a reason stands already; another one is written over only where asked."""
    if reason != earlier and not again:
        tell(f"{what} already: {earlier}", hang=2)
        tell("nothing was written: --again puts your reason in the place of that one", hang=2)
        raise typer.Exit(Exit.MISUSE)
    return reason == earlier


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


def _standing(bench: "Workbench", conflict: "Conflict") -> "Explanation | None":
    """Find the explanation of these members that is there already: of several the last holds."""
    members = set(conflict.members)
    return next((e for e in reversed(bench.case.explained) if set(e.members) == members), None)


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


def _copies_of(bench: "Workbench", name: str) -> Iterator[str]:
    """Say which claims still bring the number in, as copies of what was set aside do."""
    for each in bench.findings if name else ():
        if each.kind == "still counts" and each.claims[0] == name:
            yield f"{each.says}: {each.fix}" if each.fix else each.says
