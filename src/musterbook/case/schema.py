"""A kind of case file goes in; the JSON Schema that editors complete and check it by comes out.

The schemas are made from the very models that loading checks against, so the two cannot differ.
They live in `.muster/schemas/`, which may be deleted and is written again by `write_schemas`.
"""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from musterbook.case.atomic import replace_file
from musterbook.case.kinds import MODELS, FileKind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FOLDER = PurePosixPath(".muster/schemas")


def schema_for(kind: FileKind | str) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file: case, account, sources, report, claims and so on.

    Raises:
        ValueError: no file of a case is of that kind.
    """
    kind = FileKind(kind)
    schema = MODELS[kind].model_json_schema(by_alias=True)
    _close(schema)
    return {
        "$schema": DIALECT,
        **schema,
        "title": f"Musterbook: {kind} file",
    }


def _close(schema: Any) -> None:
    """Let a mapping whose keys follow a pattern have no other keys."""
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            _close(value)
    if isinstance(schema, dict) and "patternProperties" in schema:
        schema["additionalProperties"] = False


def schema_line(file: str, kind: FileKind) -> str:
    """Give the comment that leads an editor from a file of the case to its schema."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind}.json"


def write_schemas(folder: Path) -> tuple[str, ...]:
    """Write every schema into a case, and give the paths written, relative to it."""
    written = []
    for kind in FileKind:
        file = str(SCHEMA_FOLDER / f"{kind}.json")
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(schema_for(kind), indent=1, ensure_ascii=False) + "\n"
        replace_file(path, text.encode())
        written.append(file)
    return tuple(written)
