"""Questions about the fit, typed as `MEASURE@DATE`; what cannot be asked ends the run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from musterbook.cli.exits import Exit

if TYPE_CHECKING:
    from musterbook.core.problem import Problem


Found = TypeVar("Found")


def _no_folder(question: str) -> str:
    """Tell somebody who gave the case alone that a measure is wanted before it."""
    if (Path(question) / "case.yaml").is_file():
        says = f"{question} is a case's folder: write MEASURE@DATE before it"
        raise typer.BadParameter(says, param_hint="MEASURE@DATE")
    return question


Question = Annotated[
    str,
    typer.Argument(
        metavar="MEASURE@DATE",
        help="A measure, stock or flow on a day, a month or an event.",
        callback=_no_folder,
    ),
]
WhichAnswer = Annotated[
    int, typer.Option("--answer", help="Which of the fit's answers, counted from 1.", min=1)
]


def found_or_leave(found: "Found | Problem", folder: Path) -> Found:
    """Give what was found; a problem is told, and ends the run as misuse."""
    from musterbook.cli.problems import print_problems
    from musterbook.core.problem import Problem

    if not isinstance(found, Problem):
        return found
    print_problems((found,), folder)
    raise typer.Exit(Exit.MISUSE)
