"""What a server may send back in, the one problem or the rejections it makes out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.claims.proposer.asking import BARGE, OBLATES, TEXT, proposal, read

from musterbook.claims.extract import extract_claims
from musterbook.claims.proposer.form import MOST_PROPOSALS
from musterbook.claims.proposer.nouns import Model
from musterbook.claims.proposer.read import read_claims


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("NaN", "`low` is no number of people"),
        ("Infinity", "`low` is no number of people"),
        ("1e999", "`low` is no number of people"),
        ("1" + "0" * 400, "`low` is no number of people"),
        ("-1100", "`low` is no number of people"),
        ("true", "`low` is no number of people"),
        ('"1100"', "`low` is no number of people"),
        ("[1100]", "`low` is no number of people"),
    ],
)
def test_what_is_no_number_is_rejected(value: str, why: str) -> None:
    said = json.dumps({"claims": [proposal(low="@")]}).replace('"@"', value)
    body = json.dumps({"choices": [{"message": {"content": said}}]}).encode()
    reading = read_claims(TEXT, model=Model("m", lambda _: body))
    assert reading.claims == extract_claims(TEXT)
    assert [each.says.rpartition(": ")[2] for each in reading.problems] == [why]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (7, "it is no object with the asked keys"),
        ("quote", "it is no object with the asked keys"),
        (None, "it is no object with the asked keys"),
        ([OBLATES], "it is no object with the asked keys"),
        ({}, "`quote` holds no words"),
        (proposal(quote=["a", "b"]), "`quote` holds no words"),
        (proposal(quote="x" * 601), "`quote` is longer than 600 characters"),
        (proposal(time={"on": "Monday"}), "`time` holds no words"),
        (proposal(by="the ministry"), "`by` is no list of at most 4 speakers"),
        (proposal(by=["a"] * 5), "`by` is no list of at most 4 speakers"),
        (proposal(by=[3]), "`by` holds no words"),
        (proposal(kind=3), "`kind` holds no words"),
    ],
)
def test_wrong_shapes_are_rejected_one_by_one(entry: Any, why: str) -> None:
    reading = read(entry, BARGE)
    assert [each.says.rpartition(": ")[2] for each in reading.problems] == [why]
    assert len(reading.claims) == len(extract_claims(TEXT)) + 1


def test_nothing_a_model_says_can_steer_a_terminal() -> None:
    evil = "\x1b[2J\x1b]0;owned\x07 \u202e[bold red]\ud800 " + "x" * 500
    reading = read(
        proposal(quote=evil),
        proposal(kind=evil[:100]),
        proposal(time=evil[:100]),
        evil,
        {evil: evil},
    )
    told = "".join(
        each.says + each.fix + "".join(value for _, value in each.numbers)
        for each in reading.problems
    )
    assert len(reading.problems) == 5
    assert all(each.isprintable() for each in told)
    assert max(len(value) for each in reading.problems for _, value in each.numbers) <= 60


@pytest.mark.parametrize(
    "words",
    [
        json.dumps({"claims": [BARGE]}),
        json.dumps([BARGE]),
        f"```json\n{json.dumps({'claims': [BARGE]})}\n```",
        f"```JSON \n{json.dumps([BARGE])}  ```",
        f"Write ```x``` so:\n```python\n7\n```\n```json\n{json.dumps([BARGE])}\n```",
        f"Here they are:\n```\n{json.dumps([BARGE], indent=2)}\n```\nThat is all.",
        f"\n\n {json.dumps({'status': 'accepted', 'file': 'case.yaml', 'claims': [BARGE]})}\n",
    ],
)
def test_json_is_found_bare_or_fenced(words: str) -> None:
    body = json.dumps({"choices": [{"message": {"content": words}}]}).encode()
    reading = read_claims(TEXT, model=Model("m", lambda _: body))
    assert reading.problems == ()
    assert len(reading.claims) == len(extract_claims(TEXT)) + 1


@pytest.mark.parametrize(
    "words",
    [
        "",
        "There are no head counts.",
        "<html>",
        "{}",
        '{"claims": {}}',
        '{"claims": [',
        "null",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"claims": [' + "[" * 30 + "]" * 30 + "]}",
        '{"claims": [1' + "0" * 5_000 + "]}",
        "```json\n```",
        "x" * 500_000,
        "```json\n" + " " * 500_000,
        "```json\n" + "\n " * 250_000,
        "```json\n" * 60_000,
        "``` " * 60_000 + "\n",
        "[" + " " * 500_000 + "]",
    ],
)
def test_an_answer_that_is_not_of_the_form_is_one_problem(words: str) -> None:
    body = json.dumps({"choices": [{"message": {"content": words}}]}).encode()
    reading = read_claims(TEXT, model=Model("m", lambda _: body))
    assert reading.claims == extract_claims(TEXT)
    assert [each.code for each in reading.problems] == ["MB165"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"<html>",
        b"[]",
        b"7",
        b'{"choices": []}',
        b'{"choices": [null]}',
        b'{"choices": [{"message": {"content": null}}]}',
        b'{"choices": [{"message": {"content": [1]}}]}',
        b'{"error": {"message": "no"}}',
        b"[" * 200_000,
    ],
)
def test_a_reply_that_is_built_otherwise_is_one_problem(body: bytes) -> None:
    reading = read_claims(TEXT, model=Model("m", lambda _: body))
    assert reading.claims == extract_claims(TEXT)
    assert [each.code for each in reading.problems] == ["MB164"]


def test_too_many_proposals_are_counted_and_cut() -> None:
    reading = read(*[BARGE] * (MOST_PROPOSALS + 5))
    assert [each.code for each in reading.problems[-1:]] == ["MB167"]
    assert f"{MOST_PROPOSALS} of the model's {MOST_PROPOSALS + 5}" in reading.problems[-1].says
    assert len(reading.problems) == MOST_PROPOSALS
