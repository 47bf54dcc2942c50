"""The schemas go in, beside files that load and files that do not; both judge alike."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from musterbook.case.find import find_files
from musterbook.case.kinds import FileKind
from musterbook.case.nodes import Node, TextNode, entries_of
from musterbook.case.schema import schema_for, schema_line, write_schemas
from musterbook.case.yaml_text import read_nodes

REPOSITORY = Path(__file__).parents[2]
CASES = sorted(
    path.parent
    for folder in ("examples", "tests/cases")
    for path in (REPOSITORY / folder).glob("*/case.yaml")
)


def as_an_editor_reads(node: Node) -> Any:
    """Resolve scalars by YAML 1.2's core schema, as editors do."""
    if isinstance(node, TextNode):
        return node.text if node.style else _core(node.text)
    if hasattr(node, "items"):
        return [as_an_editor_reads(each) for each in node.items]
    return {key.text: as_an_editor_reads(value) for key, value in entries_of(node)}


def _core(text: str) -> Any:
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?\d+\.\d*", text) else text


def complaints(kind: FileKind, text: str) -> list[str]:
    node, problems = read_nodes(text, "x.yaml")
    assert problems == ()
    assert node is not None
    checker = jsonschema.Draft202012Validator(schema_for(kind))
    return [error.message for error in checker.iter_errors(as_an_editor_reads(node))]


@pytest.mark.parametrize("kind", list(FileKind))
def test_each_schema_is_a_schema_and_tells_what_its_keys_mean(kind: FileKind) -> None:
    schema = schema_for(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    tables = [schema, *schema.get("$defs", {}).values()]
    for table in tables:
        for part in (table, *table.get("anyOf", [])):
            for key, value in part.get("properties", {}).items():
                assert value.get("description"), (kind, key)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_the_example_cases_pass(folder: Path) -> None:
    files, _ = find_files(folder)
    for kind in FileKind:
        for file in files.of(kind):
            assert complaints(kind, (folder / file).read_text("utf-8")) == [], file


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FileKind.CASE, "title: x\nwindow: 2025\ncolour: red\n"),
        (FileKind.CASE, "title: x\n"),
        (FileKind.CASE, "title: x\nwindow: 2025\nstep: fortnight\n"),
        (FileKind.ACCOUNT, "stocks: {Camp: x}\n"),
        (FileKind.ACCOUNT, "stocks: {camp: {star: 3}}\n"),
        (FileKind.ACCOUNT, "stocks: {camp: x}\nflows: {go: {typical: 3}}\n"),
        (FileKind.SOURCES, "herald: {reliability: G}\n"),
        (FileKind.REPORT, "title: x\npublisher: y\n"),
        (FileKind.CLAIMS, "claims: [{id: a, credibility: 7}]\n"),
        (FileKind.CLAIMS, "claims: [{id: a b}]\n"),
        (FileKind.CLAIMS, "claims: [{id: a, at: [1]}]\n"),
        (FileKind.HYPOTHESES, "evidence: [{claim: a, flood: XX}]\n"),
    ],
)
def test_what_does_not_load_does_not_pass(kind: FileKind, text: str) -> None:
    assert complaints(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FileKind.ACCOUNT, "stocks: {camp: , town: 3}\nparameters: {need: 45}\n"),
        (FileKind.SOURCES, "herald: The Herald\necho:\n"),
        (FileKind.CASE, "title: 2025\nwindow: 2025\nunits: {battalion: 500}\n"),
        (FileKind.SCENARIOS, "scenarios:\n  stay:\n  go: {from: 2025, a.b: 0}\n"),
        (FileKind.CLAIMS, "claims: [{id: 3, note: no, at: [1, 2]}]\n"),
    ],
)
def test_numbers_and_nothing_are_words_to_the_loader(kind: FileKind, text: str) -> None:
    assert complaints(kind, text) == []


def test_schemas_are_written_where_the_comment_leads(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for file, kind in (("case.yaml", FileKind.CASE), ("claims/march.yaml", FileKind.CLAIMS)):
        target = schema_line(file, kind).partition("$schema=")[2]
        path = (tmp_path / file).parent / target
        (tmp_path / file).parent.mkdir(exist_ok=True)
        assert json.loads(path.read_text("utf-8")) == schema_for(kind)
