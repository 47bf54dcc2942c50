"""The words of a model in, its proposals out; what is of the wrong shape is rejected or told."""

import math
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from musterbook.claims.proposer.form import LONGEST_QUOTE, LONGEST_WORDS, MOST_SPEAKERS
from musterbook.claims.proposer.json_bounded import UnreadableError, read_json
from musterbook.claims.proposer.nouns import Json, Proposal, Rejection
from musterbook.claims.proposer.problems import came_back
from musterbook.claims.proposer.shown import shown
from musterbook.core.problem import Problem

Entry: TypeAlias = Proposal | Rejection
_FENCE: Final = "```"
_OPENING = re.compile(r"```(\w{0,20})[ \t]{0,20}\n")  # bounded, so that no answer takes its square
_FIX = "ask again, or ask a model that keeps to a JSON form"


class _ShapeError(ValueError):
    """A field that is not of the asked shape."""


def entries_of(content: str) -> tuple[Entry, ...] | Problem:
    """Read an answer: JSON as it is, else the first block fenced by ```."""
    listed = _listed(content)
    if listed is None and (fenced := _fenced(content)):
        listed = _listed(fenced)
    if listed is None:
        says = "the model's answer is not of the form asked for"
        return came_back("MB165", says, content, fix=_FIX)
    return tuple(_entry(each) for each in listed)


def _fenced(content: str) -> str:
    """Give what stands in the first block fenced by ``` or ```json; nothing where none ends."""
    at = 0
    while opening := _OPENING.search(content, at):
        end = content.find(_FENCE, opening.end())
        if end < 0:
            return ""
        if opening[1].lower() in ("", "json"):
            return content[opening.end() : end]
        at = end + len(_FENCE)
    return ""


def _listed(text: str) -> list[object] | None:
    """Give the list under `claims`, or the list that an answer is; None where there is none."""
    try:
        value = read_json(text.strip())
    except UnreadableError:
        return None
    listed = value.get("claims") if isinstance(value, dict) else value
    return listed if isinstance(listed, list) else None


def _entry(value: object) -> Entry:
    if not isinstance(value, dict):
        return Rejection("it is no object with the asked keys", said=shown(value))
    try:
        return _proposal(value)
    except _ShapeError as error:
        return Rejection(str(error), shown(value.get("quote") or ""), _numbers_said(value))


def _proposal(value: Json) -> Proposal:
    return Proposal(
        quote=_words(value, "quote", LONGEST_QUOTE),
        low=_number(value, "low"),
        high=_number(value, "high"),
        bound=_words(value, "bound") if value.get("bound") else "stated",
        unit=_words(value, "unit") if value.get("unit") else "person",
        counted=_words(value, "counted"),
        kind=_words(value, "kind"),
        per=_words(value, "per") if value.get("per") else None,
        time=_words(value, "time") if value.get("time") else None,
        by=tuple(_speakers(value)),
        stance=_words(value, "stance") if value.get("stance") else "asserted",
    )


def _words(value: Json, key: str, most: int = LONGEST_WORDS) -> str:
    words = value.get(key)
    if not isinstance(words, str) or not words.strip():
        raise _ShapeError(f"`{key}` holds no words")
    if len(words) > most:
        raise _ShapeError(f"`{key}` is longer than {most} characters")
    return words.strip()


def _number(value: Json, key: str) -> float | None:
    """Take a number of people; true, NaN and what no float can hold are none."""
    number = value.get(key)
    if number is None:
        return None
    try:
        is_number = isinstance(number, int | float) and not isinstance(number, bool)
        if is_number and math.isfinite(number) and number >= 0:
            return float(number)
    except OverflowError:
        pass
    raise _ShapeError(f"`{key}` is no number of people")


def _speakers(value: Json) -> Iterator[str]:
    speakers = value.get("by")
    if speakers is None:
        return
    if not isinstance(speakers, list) or len(speakers) > MOST_SPEAKERS:
        raise _ShapeError(f"`by` is no list of at most {MOST_SPEAKERS} speakers")
    for speaker in speakers:
        yield _words({"by": speaker}, "by")


def _numbers_said(value: Json) -> str:
    return ", ".join(f"{key} {shown(value[key])}" for key in ("low", "high") if key in value)
