"""Harm in days of riots for which no time is told in, whether it is a toll of all of them out.

The unrest began on Tuesday. The governor said 232 people were killed: since Tuesday. But: soldiers
fired on the crowd on Monday. Witnesses said 33 were killed: on Monday.
"""

import re
from datetime import date
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CUMULATIVE
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.days_of_story import FRESH, Days, time_of_lead
from musterbook.claims.times.event_days import event_days
from musterbook.claims.times.said_when import said_by_speaker
from musterbook.claims.times.told_just_before import told_nearby

# Of the sort of violence that goes on for days and is counted as a whole.
_UNREST: Final = frozenset(
    {"riot", "riots", "rioting", "rioters", "unrest", "disturbances", "disorder", "disorders"}
    | {"looting", "looters", "uprising", "revolt", "protests", "bloodletting", "mutiny"}
)
_COUNTS: Final = Led(
    r"\b(?:said|says?|spoke|speaks?|put|puts|reported|reports?|according|counted|confirmed|listed|gave)\b"
)


_HAD_BEEN = re.compile(
    r"(?:\s+(?!who\b|which\b)[\w'-]+){0,3}?\s+had\s+(?:already\s+)?(?:been|died)\b"
)
_TO_COME = re.compile(r"[^.;]{0,80}?\s(?:was|were|are|is)\s+to\s+be\b")


def days_of_unrest(desk: Desk, finding: Finding) -> Days | None:
    """Give the days of harm that somebody tells as the toll of riots that have gone on for days."""
    happening, told = finding.counted.happening, desk.told
    if desk.story != "attack" or happening is None or told is None:
        return None
    if happening.nature not in HARM or not desk.folded.vocabulary & _UNREST:
        return None
    here, end = desk.sentences[finding.number], finding.counted.end
    if not _COUNTS.search(desk.folded, here.start, here.end) or _TO_COME.match(desk.folded, end):
        return None
    named, begun = told_nearby(desk, finding.number), _begun(desk)
    if named is None and _HAD_BEEN.match(desk.folded, end, here.end):
        lead = time_of_lead(desk, finding.number, told)
        begun = begun or (lead[0] if lead else None)
    elif begun is None or begun >= told or (named and named[0] != begun):
        return None
    if begun and told - begun > FRESH:
        return None
    said = said_by_speaker(desk, finding.number, finding.counted.start, end)
    return begun, said if said and begun and begun <= said < told else told


def _begun(desk: Desk) -> date | None:
    """Give the day since which the riots are told to have gone on."""
    running = [
        each.period_start
        for each in desk.claims
        if each.kind == CUMULATIVE and natures().get(each.counted) in HARM and each.period_start
    ]
    begun = [each.first for each in event_days(desk) if each.name in _UNREST]
    found = [*running, *begun]
    return found[0] if found else None
