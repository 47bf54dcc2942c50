"""The JSON Schemas of what the verbs print that show a case or write it out."""

from typing import Final

from musterbook.cli.shapes.parts import (
    IDS,
    ROWS,
    TEXT,
    WHOLE,
    Shape,
    by_name,
    maybe,
    record,
)

EXHIBITS: Final[dict[str, Shape]] = {
    "hedges": ROWS,
    "show": ROWS,
    "export": record(folder=TEXT, files=IDS),
    "demo": record(case=TEXT, report=TEXT, bytes=WHOLE),
    "doctor": by_name(maybe(TEXT)),
    "serve": record(address=TEXT, case=TEXT),
    "report-output": record(file=TEXT, bytes=WHOLE, digest=TEXT),
}
