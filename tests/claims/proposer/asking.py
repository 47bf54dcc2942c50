"""What the tests of proposals share: a report, a proposal of it, a model that says given things."""

from __future__ import annotations

import json
from typing import Any

from musterbook.claims.extract import extract_claims
from musterbook.claims.proposer.nouns import Json, Model, Reading
from musterbook.claims.proposer.read import read_claims

TEXT = (
    "DATE: 2026-02-17\n\n"
    "According to the Halm Post, more than 18,000 soldiers were sent since autumn 2024.\n\n"
    "On Monday the ministry said that the barge took 350 to the island. "
    "Some 40 per cent of the villagers have fled. A total of 12 tankers burnt.\n\n"
    "The old fort houses 1,100 oblates. Dozens of them are ill. "
    "The council denied that 70 clerks had been killed. 1,100 oblates had come in May 2025.\n"
)
OBLATES: Json = {
    "quote": "The old fort houses 1,100 oblates",
    "low": 1100,
    "high": 1100,
    "bound": "stated",
    "unit": "person",
    "counted": "present",
    "kind": "level",
    "per": None,
    "time": None,
    "by": [],
    "stance": "asserted",
}


def proposal(**changes: Any) -> Json:
    return OBLATES | changes


BARGE = proposal(quote="the barge took 350 to the island", low=350, high=350, counted="moved on")


def reply(*proposals: Any) -> bytes:
    said = json.dumps({"claims": list(proposals)})
    return json.dumps({"choices": [{"message": {"content": said}}]}).encode()


def read(*proposals: Any, text: str = TEXT, **more: Any) -> Reading:
    return read_claims(text, model=Model("m", lambda _: reply(*proposals)), **more)


def added(*proposals: Any, text: str = TEXT) -> Any:
    """Give the one claim that is there because of the model."""
    reading = read(*proposals, text=text)
    assert reading.problems == ()
    [claim] = [each for each in reading.claims if each.rule.startswith("llm:m")]
    return claim


def reason(*proposals: Any, text: str = TEXT) -> str:
    """Give why the one proposal was rejected; nothing else may have changed."""
    reading = read(*proposals, text=text)
    assert reading.claims == extract_claims(text)
    [problem] = reading.problems
    assert (problem.code, problem.severity.value) == ("MB166", "warning")
    return problem.says
