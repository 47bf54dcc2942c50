"""What the command line says of a model goes in; a model that can be asked comes out, or none."""

import os
import re
from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from musterbook.claims.proposer.nouns import Model

KEY: Final = "MUSTER_LLM_KEY"
PATIENCE: Final = 120.0  # seconds; a small model on a laptop's processor writes for a minute or two
_NAME = re.compile(r"[\w][\w.:/@+-]{0,99}", re.ASCII)


def model_to_ask(url: str, name: str, *, seconds: float) -> "Model | None":
    """Make the model that `--llm` and `--model` name; None where neither is given.

    Raises:
        typer.BadParameter: one is given without the other, or is no address or no name.
    """
    if not url and not name:
        return None
    if not (url and name):
        raise typer.BadParameter("--llm URL and --model NAME are given together")
    from musterbook.claims.proposer.nouns import Model
    from musterbook.cli.llm_client import LlmClient, endpoint

    address = endpoint(url)
    if address is None:
        says = f"--llm wants an address like http://127.0.0.1:8080/v1; a key goes into {KEY}"
        raise typer.BadParameter(says)
    if not _NAME.fullmatch(name):
        raise typer.BadParameter("--model wants a model's name: letters, digits and . : / @ + -")
    return Model(name, LlmClient(address, seconds, os.environ.get(KEY, "")))
