"""The words of one question in, what must happen to which measure by when out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from musterbook.core.problem import Phrase, Problem
from musterbook.core.when import Instant, Period, parse_date
from musterbook.scenarios.amounts import parse_spread

_QUESTION = re.compile(
    r"""probability\ that\ (?P<measure>.+?)(?:\ (?:is|falls|rises|goes))?
        \ (?P<side>below|above)\ (?P<number>[\d\ .]+?(?:\ (?:thousand|million))?\ ?%?)
        \ (?P<timing>before|by|on)\ (?P<date>"[^"]+"|'[^']+'|\S+)
        (?:\ under\ (?P<scenario>.+))?""",
    re.VERBOSE,
)
FORM = "probability that MEASURE below|above NUMBER before|by|on DATE [under SCENARIO]"


class Timing(StrEnum):
    """When it must come true: at any moment before or up to a date, or at the end of one."""

    BEFORE = "before"
    BY = "by"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Question:
    """Will `measure` lie below (or above) `number` at some moment up to, or just at, `end`?

    `end` is an instant; `scenario` is empty where the question is asked of every scenario.
    """

    phrase: Phrase
    measure: str
    is_below: bool
    number: float
    timing: Timing
    end: Instant
    scenario: str = ""


def parse_question(
    phrase: Phrase, events: Mapping[str, Period]
) -> tuple[Question | None, tuple[Problem, ...]]:
    """Read a question; `before 2026-09` ends with August, `by` and `on` with September."""
    match = _QUESTION.fullmatch(" ".join(phrase.text.split()))
    number = parse_spread(match["number"].strip()) if match else None
    if match is None or number is None:
        says = f"the question `{phrase.text}` cannot be read"
        return None, (Problem("MB403", says, phrase.place, fix=f"write `{FORM}`"),)
    period = parse_date(match["date"], events)
    if period is None:
        says = f"`{match['date']}` is no date"
        fix = "write `2026-09-15`, `2026-09`, `2026-Q3`, or an event's name in quotes"
        return None, (Problem("MB406", says, phrase.place, fix=fix),)
    timing = Timing(match["timing"])
    return Question(
        phrase=phrase,
        measure=match["measure"],
        is_below=match["side"] == "below",
        number=number.low,
        timing=timing,
        end=period.opening if timing is Timing.BEFORE else period.end,
        scenario=(match["scenario"] or "").strip(),
    ), ()
