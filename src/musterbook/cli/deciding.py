"""What the analyst decides about a conflict goes in; the case's files change, undoably.

A reason that holds is never written over unasked: numbers of conflicts shift as a case changes,
and the wrong one is soon typed. All that one command decides is one saving, so one undo.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE
from musterbook.cli.terminal import in_command, say, tell

if TYPE_CHECKING:
    from musterbook.case.edits import Edit
    from musterbook.conflicts.results import Conflict
    from musterbook.workbench import Workbench
    from musterbook.workbench.decisions import Decision

Speak: TypeAlias = Callable[..., None]  # `say`, or `tell` where the results are for a machine


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and what to say of it."""

    decision: "Decision"
    says: str


def explanation(bench: "Workbench", number: int, why: str, *, again: bool) -> Decided:
    """Decide why a conflict stands; case.yaml holds it with what each of its members says now."""
    from musterbook.views.words import listed
    from musterbook.workbench.decisions import explaining

    conflict, reason = _conflict(bench, number), _reason(why, "--explain")
    named = f"conflict {number}, between {listed(conflict.members)},"
    decision = explaining(bench, conflict.members, reason, called=f"conflict {number}")
    if conflict.explained:
        _leave_if_other(decision, f"{named} is explained", again=again)
    return Decided(decision, f"{named} is explained{_already(decision)} in {decision.file}")


def setting_aside(bench: "Workbench", name: str, why: str, *, again: bool) -> Decided:
    """Decide that a claim is set aside; its file holds the reason beside it."""
    from musterbook.core.suggest import did_you_mean
    from musterbook.workbench.decisions import setting_aside, why_not_aside

    reason = _reason(why, "--set-aside")
    claim = next((each for each in bench.case.claims if each.id == name), None)
    why_not = why_not_aside(bench, name)
    if claim is None and why_not.startswith("there is no claim"):
        why_not = f"{why_not}: {did_you_mean(name, [each.id for each in bench.case.claims])}"
    if claim is None or why_not:
        raise typer.BadParameter(why_not, param_hint="--set-aside")
    decision = setting_aside(claim, reason)
    if claim.set_aside:
        _leave_if_other(decision, f"{name} is set aside", again=again)
    after = ": it stays in view and computes nothing" if decision.edit else ""
    return Decided(decision, f"{name} is set aside{_already(decision)} in {decision.file}{after}")


def decide(bench: "Workbench", decided: Sequence[Decided], *, speak: Speak = say) -> None:
    """Write everything decided in one saving, and say what stood there before."""
    from musterbook.workbench.decisions import still_counting

    new = [each.decision for each in decided if each.decision.edit is not None]
    if new:
        edits = [each.edit for each in new if each.edit is not None]
        _save(bench, edits, why=" and ".join(each.what for each in new))
    for each in decided:
        speak(each.says, hang=2)
        if each.decision in new and each.decision.earlier:
            speak(f"it takes the place of: {each.decision.earlier}", indent=2, hang=2)
        for line in still_counting(bench, each.decision.claim):
            speak(line)
    if new:
        where = "" if bench.folder == HERE else f" {in_command(bench.folder)}"
        speak(f"muster undo{where} takes it back", style="dim")


def _already(decision: "Decision") -> str:
    return "" if decision.edit else " so already"


def _leave_if_other(decision: "Decision", what: str, *, again: bool) -> None:
    """Leave a reason that stands as it is, unless it was asked to be written over."""
    if decision.edit is not None and not again:
        tell(f"{what} already: {decision.earlier}", hang=2)
        tell("nothing was written: --again puts your reason in the place of that one", hang=2)
        raise typer.Exit(Exit.MISUSE)


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


def _save(bench: "Workbench", edits: "Sequence[Edit]", *, why: str) -> None:
    from musterbook.case.save import save_edits
    from musterbook.cli.problems import print_problems

    saved = save_edits(bench.folder, edits, seen=bench.loaded.files, why=why)
    print_problems(saved.problems, bench.folder)
    if saved.problems:
        raise typer.Exit(Exit.FOUND)
    bench.refresh()
