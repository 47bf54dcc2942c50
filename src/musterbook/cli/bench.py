"""A folder goes in; an opened workbench comes out, its problems told on stderr first."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.terminal import in_command, tell
from musterbook.core.errors import CaseNotFoundError

if TYPE_CHECKING:
    from musterbook.core.records import Case
    from musterbook.workbench import Workbench

FEW = 3  # errors told before results, which they would push off the screen; `check` tells all
NONE_COUNTS = (
    "No claim counts: none is accepted, asserted and has a sentence that can be computed. "
    "muster add takes a report in, muster review decides on what it claims."
)


def open_bench(folder: Path, as_of: datetime | None = None) -> "Workbench":
    """Open a case to compute with; faults are told, and stop only what they make impossible."""
    from musterbook.cli.problems import print_problems
    from musterbook.workbench import Workbench

    bench = Workbench(folder, as_of=as_of.date() if as_of else None)
    faults = [each for each in bench.problems if each.is_error]
    shown = faults if bench.loaded.case is None else faults[:FEW]
    print_problems(shown, folder)
    if bench.loaded.case is None:
        raise typer.Exit(Exit.CANNOT)
    if as_of is not None and as_of.date() < bench.case.window.start:
        tell(
            f"{as_of.date()} lies before the account begins, on {bench.case.window.start}: what "
            "follows is its opening.",
            style="yellow",
        )
    if faults:
        what = "1 error: what it is" if len(faults) == 1 else f"{len(faults)} errors: what they are"
        told = "tells all" if len(faults) == len(shown) else f"tells the other {len(faults) - FEW}"
        tell(f"{what} about is left out below; muster check {in_command(folder)} {told}")
    return bench


def leave_if_faulty(bench: "Workbench", stage: str = "") -> None:
    """End with the exit code of problems where errors left things out of what was shown.

    `stage` is the one that was computed (`fit`, `run`, `weigh`): its own errors count too.
    """
    if bench.has_errors or any(each.is_error for each in bench.noticed(stage)):
        raise typer.Exit(Exit.FOUND)


def case_folder(folder: Path) -> Path:
    """Give a folder back if a case is in it.

    Raises:
        CaseNotFoundError: there is no such folder, or no case.yaml in it.
    """
    if not (folder_of(folder) / "case.yaml").is_file():
        raise CaseNotFoundError(f"there is no case in {folder}: `muster new` begins one")
    return folder


def folder_of(folder: Path) -> Path:
    """Give a folder back if it is one.

    Raises:
        CaseNotFoundError: there is no such folder.
    """
    if not folder.is_dir():
        raise CaseNotFoundError(f"there is no folder {folder}")
    return folder


def what_is_set_aside(bench: "Workbench") -> str:
    """Name the claims said by now that the analyst took out of the rows; empty for none."""
    from musterbook.views.sentences import not_counted

    case = bench.case
    return not_counted(
        each.id
        for each in case.claims
        if each.set_aside
        and each.says is not None
        and each.report in case.reports
        and case.reports[each.report].published <= case.today
    )


def tell_if_nothing_counts(bench: "Workbench") -> None:
    """Say beside the results that they rest on no claim at all, where that is so."""
    if nothing := why_nothing_counts(bench):
        tell(nothing, style="yellow")


def why_nothing_counts(bench: "Workbench") -> str:
    """Say why no claim stands in the account; empty where one does."""
    from musterbook.account.system import MemberKind

    if any(each.kind is MemberKind.CLAIM for each in bench.default.system.groups):
        return ""
    days, today = _days_of_publication(bench.case), bench.case.today
    if not days or today >= min(days):
        return NONE_COUNTS
    first = f"the first was published on {min(days)}"
    if bench.case.as_of is not None:
        return f"No claim counts yet on {today}: {first}."
    return (
        f"No claim counts yet on {today}, where the window ends: {first}. "
        "Write as-of in case.yaml, or give --as-of."
    )


def _days_of_publication(case: "Case") -> list[date]:
    """Give when the claims that could count were published."""
    from musterbook.core.records import Stance, Status

    return [
        case.reports[each.report].published
        for each in case.claims
        if each.report in case.reports
        and each.says is not None
        and (each.status, each.stance) == (Status.ACCEPTED, Stance.ASSERTED)
        and not each.set_aside
    ]
