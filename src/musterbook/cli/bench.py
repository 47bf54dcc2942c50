"""A folder goes in; an opened workbench comes out, its problems told on stderr first."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.terminal import tell
from musterbook.core.errors import CaseNotFoundError

if TYPE_CHECKING:
    from musterbook.workbench import Workbench


def open_bench(folder: Path, as_of: datetime | None = None) -> "Workbench":
    """Open a case to compute with; faults are told, and stop only what they make impossible."""
    from musterbook.cli.problems import print_problems
    from musterbook.workbench import Workbench

    bench = Workbench(folder, as_of=as_of.date() if as_of else None)
    faults = [each for each in bench.problems if each.is_error]
    print_problems(faults, folder, summary=False)
    if bench.loaded.case is None:
        raise typer.Exit(Exit.CANNOT)
    if faults:
        what = "1 error: what it is" if len(faults) == 1 else f"{len(faults)} errors: what they are"
        tell(f"{what} about is left out below; muster check {folder} tells all")
    return bench


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


def tell_if_nothing_counts(bench: "Workbench") -> None:
    """Say beside the results that they rest on no claim at all, where that is so."""
    if nothing := why_nothing_counts(bench):
        tell(nothing, style="yellow")


def why_nothing_counts(bench: "Workbench") -> str:
    """Say why no claim stands in the account; empty where one does."""
    from musterbook.account.system import MemberKind

    if any(each.kind is MemberKind.CLAIM for each in bench.default.system.groups):
        return ""
    case = bench.case
    days = [
        case.reports[each.report].published for each in case.claims if each.report in case.reports
    ]
    if case.as_of is not None and days and case.as_of < min(days):
        return f"No claim counts yet on {case.as_of}: the first was published on {min(days)}."
    return "No claim counts: none is accepted, asserted and has a sentence that can be computed."
