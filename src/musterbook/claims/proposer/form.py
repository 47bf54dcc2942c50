"""The words a proposal may choose from in, the JSON Schema of an answer out."""

from musterbook.claims.proposer.nouns import Json
from musterbook.claims.proposer.vocabulary import (
    BOUNDS,
    KINDS,
    PER,
    STANCES,
    counted_words,
    units,
)

MOST_PROPOSALS = 100  # a piece of 8,000 characters; the densest of our collection has 30
LONGEST_QUOTE = 600  # characters; a sentence, and rarely two
LONGEST_WORDS = 120  # characters of a time or a speaker
MOST_SPEAKERS = 4  # a channel that quotes a paper that quotes an official of a ministry


def answer_form() -> Json:
    """Describe an answer: a list of head counts under `claims`."""
    fields = {
        "quote": {"type": "string"},
        "low": _maybe("number"),
        "high": _maybe("number"),
        "bound": {"type": "string", "enum": list(BOUNDS)},
        "unit": {"type": "string", "enum": list(units())},
        "counted": {"type": "string", "enum": list(counted_words())},
        "kind": {"type": "string", "enum": list(KINDS)},
        "per": {"enum": [*PER, None]},
        "time": _maybe("string"),
        "by": {"type": "array", "items": {"type": "string"}, "maxItems": MOST_SPEAKERS},
        "stance": {"type": "string", "enum": list(STANCES)},
    }
    claims = {"type": "array", "items": _record(fields), "maxItems": MOST_PROPOSALS}
    return _record({"claims": claims})


def _maybe(kind: str) -> Json:
    return {"type": [kind, "null"]}


def _record(fields: Json) -> Json:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
