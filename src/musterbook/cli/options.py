"""The arguments and options that verbs share, spelled once."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

CaseFolder: TypeAlias = Annotated[
    Path, typer.Argument(metavar="CASE", help="The case's folder.", show_default="here")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, for a machine.")]
ShowAll: TypeAlias = Annotated[bool, typer.Option("--all", help="Leave nothing out.")]
AsOf: TypeAlias = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Believe only what was said by then."),
]
Seed: TypeAlias = Annotated[int, typer.Option(help="Where the random numbers start.", min=0)]
Output: TypeAlias = Annotated[Path, typer.Option("-o", "--output", help="The file to write.")]
HERE = Path()
