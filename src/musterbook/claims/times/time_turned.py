"""A stretch that words count from now in, the same from a day told before where that is meant.

The army shelled Kerma on 3 March. In the next three days it took 43 prisoners.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.number_words import WORDS
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.named_last import day_before
from musterbook.claims.times.time_steps import shifted
from musterbook.core.records import Stance

_STRETCH: Final = re.compile(
    rf"(?:(?:in|over|during|within|for) )?the (?P<way>next|previous) (?P<n>\d+|{WORDS})"
    r" (?P<u>hour|day|night|week|month|year)s$"
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|took|fled|came|went|left|lost|sent|brought|found|fell|held|shot|[a-z]+ed)\b"
)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|would|could|may|might|(?:is|are|was|were) to|plans? to|hopes? to|expected|due"
    r"|scheduled|planned)\b"
)
# 43 have been found and another 60 are expected over the next four weeks.
_AND_PLANNED: Final = re.compile(rf"\b(?:and|but)\b[^.;]*?{_TO_COME.pattern}")
_HAD: Final = re.compile(r"\bhad\b")


def from_a_day_before(
    desk: Desk, finding: Finding, chosen: ChosenTime, stance: Stance
) -> ChosenTime | None:
    """Count the next days of what is over, the previous ones of what had been, from a day told.

    None where the days to come are those of another number, which is planned.
    """
    time, number = chosen.expression, finding.number
    if time.atom not in ("coming", "past") or stance != Stance.ASSERTED:
        return chosen
    if time.atom == "coming" and _AND_PLANNED.search(desk.folded, finding.counted.end, time.start):
        return None
    named = _STRETCH.search(desk.folded[time.start : time.end])
    if named is None or not _is_over(desk, finding, named["way"]):
        return chosen
    anchor = _day_told(desk, number, time.start, is_next=named["way"] == "next")
    if anchor is None:
        return chosen
    sign = "+" if named["way"] == "next" else "-"
    days = shifted(f"[{sign}{named['n']} {named['u']}", (anchor, anchor), desk.told)
    return replace(chosen, expression=replace(time, first=days[0], last=days[1], atom="window"))


def _is_over(desk: Desk, finding: Finding, way: str) -> bool:
    span = (finding.context.start, finding.context.end)
    if way == "previous":
        return _HAD.search(desk.folded, *span) is not None
    return bool(_PAST.search(desk.folded, *span)) and not _TO_COME.search(desk.folded, *span)


def _day_told(desk: Desk, number: int, place: int, *, is_next: bool) -> date | None:
    """Give the day told before in the same sentence, or in the one before of its paragraph."""
    own = [each for each in desk.times(number) if each.end <= place and each.sort == "closed"]
    if own and own[-1].first == own[-1].last:
        return own[-1].last
    if not number or desk.sentences[number - 1].paragraph != desk.sentences[number].paragraph:
        return None
    return day_before(desk, number, back=3 if is_next else 1)
