"""Harm for which no time is told in, whether it is of the stretch or the place told before out.

The bands have made 44 attacks since 7 August. They lost 67 men in the same period: so far.
In March last year 535 were killed in Jimeta. Newspapers put the toll there at 700: in that March.
"""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import HARM
from musterbook.claims.desk import Desk
from musterbook.claims.times.days_carried import told_nearby
from musterbook.claims.times.days_of_story import Days

_TOLL_THERE: Final = re.compile(r"\b(?:toll|number of dead|losses) (?:there|then) (?:at|was)\b")
_LONG: Final = timedelta(days=7)  # what runs so long is no single fight


def days_of_that_place(desk: Desk, finding: Finding) -> Days | None:
    """Give the days of what was just told of the place whose toll is told: the toll there."""
    counted = finding.counted
    if _TOLL_THERE.search(desk.folded, counted.start, counted.end) is None:
        return None
    return told_nearby(desk, finding.number)


def runs_to_now(desk: Desk, finding: Finding, days: Days, rule: str) -> bool:
    """Say whether those harmed are of a stretch told before that runs up to now."""
    first, last = days
    if rule not in (";time:carried", ";time:antecedent") or first is None or last is None:
        return False
    happening = finding.counted.happening
    is_harm = happening is not None and happening.nature in HARM
    return is_harm and last == desk.told and last - first > _LONG
