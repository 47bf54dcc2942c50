"""The arguments and options that verbs share, spelled once."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from musterbook.cli.days import DAY, day_of

CaseFolder: TypeAlias = Annotated[
    Path, typer.Argument(metavar="CASE", help="The case's folder.", show_default="here")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, for a machine.")]
ShowAll: TypeAlias = Annotated[bool, typer.Option("--all", help="Leave nothing out.")]
AsOf: TypeAlias = Annotated[
    datetime | None,
    typer.Option("--as-of", parser=day_of, metavar=DAY, help="Believe only what was said by then."),
]
Published: TypeAlias = Annotated[
    datetime | None,
    typer.Option(
        "--published", parser=day_of, metavar=DAY, help="When it was published.", show_default=False
    ),
]
Seed: TypeAlias = Annotated[int, typer.Option(help="Where the random numbers start.", min=0)]
LlmUrl: TypeAlias = Annotated[
    str,
    typer.Option(
        "--llm",
        metavar="URL",
        help="Have a language model propose claims too: an OpenAI-compatible server, …/v1. "
        "A key is read from MUSTER_LLM_KEY.",
        show_default=False,
    ),
]
LlmModel: TypeAlias = Annotated[
    str,
    typer.Option("--model", metavar="NAME", help="Which model to ask.", show_default=False),
]
LlmTimeout: TypeAlias = Annotated[
    float, typer.Option("--llm-timeout", help="Seconds to wait for an answer.", min=0.1)
]
Output: TypeAlias = Annotated[Path, typer.Option("-o", "--output", help="The file to write.")]
HERE = Path()
