"""A folder goes in; an opened workbench comes out, its problems told on stderr first."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.terminal import tell

if TYPE_CHECKING:
    from musterbook.workbench import Workbench


def open_bench(folder: Path, as_of: datetime | None = None) -> "Workbench":
    """Open a case to compute with; faults are told, and stop only what they make impossible."""
    from musterbook.cli.problems import print_problems
    from musterbook.workbench import Workbench

    bench = Workbench(folder, as_of=as_of.date() if as_of else None)
    faults = [each for each in bench.problems if each.is_error]
    if faults:
        print_problems(faults, folder, summary=False)
        tell(f"{len(faults)} of these were left out of what follows; muster check {folder}")
    if bench.loaded.case is None:
        raise typer.Exit(Exit.CANNOT)
    return bench
