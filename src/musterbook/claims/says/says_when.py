"""The time words of a parsed sentence go in, a When (or problems) comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musterbook.claims.says.says_tree import token_of
from musterbook.claims.scribe import Scribe
from musterbook.claims.sentence import Timing, When
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Period, parse_date

if TYPE_CHECKING:
    from lark import Token

    from musterbook.claims.says.says_tree import Node

_ONE_DATE = frozenset({Timing.ON, Timing.BY})
_QUOTES = "\"'“”"


@dataclass(frozen=True, slots=True)
class _Said:
    period: Period
    text: str


def read_when(node: "Node", scribe: Scribe, events: Mapping[str, Period]) -> When | None:
    """Read `TIMING DATE [to DATE]`; faults are noted and give None."""
    word = token_of(node, "TIMING")
    timing = Timing(" ".join(word.split()))
    dates = [_read_date(each, scribe, events) for each in node.find_data("date")]
    if timing in _ONE_DATE and len(dates) > 1:
        _note_timing(
            scribe, word, f"`{timing}` takes one date", "say `from … to …` or `since … to …`"
        )
        return None
    if timing is Timing.FROM and len(dates) == 1:
        _note_timing(scribe, word, "`from` needs its `to`", "say `from … to …`, or `since …`")
        return None
    said = [each for each in dates if each is not None]
    if len(said) < len(dates):
        return None
    if said[-1].period.end < said[0].period.start:
        fix = f"swap them: `{said[-1].text} to {said[0].text}`"
        _note_timing(scribe, word, f"{said[0].text} comes after {said[-1].text}", fix)
        return None
    until = said[1].text if len(said) > 1 else ""
    return When(timing, Period(said[0].period.start, said[-1].period.end), said[0].text, until)


def _note_timing(scribe: Scribe, word: "Token", says: str, fix: str) -> None:
    scribe.note("MB114", says, at=word.start_pos or 0, fix=fix)


def _read_date(node: "Node", scribe: Scribe, events: Mapping[str, Period]) -> _Said | None:
    (token,) = (each for each in node.children if isinstance(each, str))
    text, at = str(token), getattr(token, "start_pos", 0)
    if text[0] in _QUOTES:
        return _read_event(" ".join(text[1:-1].split()), scribe, events, at=at)
    period = parse_date(text)
    if period is None:
        scribe.note("MB112", f"`{text}` is no date", at=at, fix=_date_fix(text, events))
        return None
    return _Said(period, text)


def _date_fix(text: str, events: Mapping[str, Period]) -> str:
    if text in events:
        return f'put the event in quotes: `"{text}"`'
    return "write 2026-02-16, 2026-02, 2025-Q2, 2025-H2 or 2025, or an event in quotes"


def _read_event(
    name: str, scribe: Scribe, events: Mapping[str, Period], *, at: int
) -> _Said | None:
    period = events.get(name)
    if period is None:
        says = f'the case declares no event "{name}"'
        scribe.note("MB113", says, at=at, fix=did_you_mean(name, events))
        return None
    return _Said(period, f"'{name}'" if '"' in name else f'"{name}"')
