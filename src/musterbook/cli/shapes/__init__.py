"""A verb goes in; the JSON Schema of what it prints under `--json` comes out."""

from typing import Final

from musterbook.cli.shapes.asking import ASKING
from musterbook.cli.shapes.estimates import ESTIMATES
from musterbook.cli.shapes.exhibits import EXHIBITS
from musterbook.cli.shapes.papers import PAPERS
from musterbook.cli.shapes.parts import Shape
from musterbook.cli.shapes.verdicts import VERDICTS

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
VERSION: Final = 1  # raised when a field goes or changes its meaning; new fields do not raise it
SHAPES: Final[dict[str, Shape]] = PAPERS | VERDICTS | ESTIMATES | ASKING | EXHIBITS


def shape_of(verb: str) -> Shape:
    """Give the schema of what a verb prints; `report-output` is the verb report's.

    `extract-several` is what extract prints of more files than one.
    """
    title = f"Musterbook: what muster {verb.partition('-')[0]} --json prints"
    return {"$schema": DIALECT, "title": title, "version": VERSION, **SHAPES[verb]}
