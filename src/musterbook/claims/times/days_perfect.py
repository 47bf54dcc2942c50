"""A number whose verb is a perfect in, the days of the count up to now that it tells out."""

import re

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_losses import ONE_DEED
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.days_of_story import Days

# Have left 44 dead; 117 have already been released: by now, whatever day the sentence names.
_PERFECT_BEFORE = UpTo(
    r"\b(?:has|have)\s+(?:\w+ly\s+|already\s+|so far\s+)?(?:killed|left|claimed|found|recovered"
    r"|pulled out|wounded|injured|rescued|arrested|detained|freed|released|evacuated|counted"
    r"|buried)\s+(?:(?:at least|more than|about|some|nearly|over|an estimated|another)\s+)*$"
)
_PERFECT_AFTER = re.compile(
    r"[^.;,]{0,40}?(?<!may )(?<!might )(?<!could )(?<!would )(?<!must )(?<!to )\b(?:has|have)\s+"
    r"(?:\w+ly\s+|already\s+|so far\s+|now\s+)?"
    r"(?:been\s+(?:\w+ly\s+)?(?:killed|freed|released|rescued|found|recovered|arrested|detained"
    r"|evacuated|buried)|died|drowned)\b"
)
_DEFINITE = frozenset({"weekday", "month_day", "day_month", "yesterday", "month", "month_year"})


def told_in_the_perfect(desk: Desk, finding: Finding, chosen: ChosenTime | None) -> Days | None:
    """Give the days of a count up to now that names the day on which it began."""
    counted, context = finding.counted, finding.context
    time = chosen.expression if chosen else None
    if time is None or time.sort != "closed" or time.atom not in _DEFINITE or desk.told is None:
        return None
    before = _PERFECT_BEFORE.search(desk.folded, context.left, finding.quantity.lead)
    after = _PERFECT_AFTER.match(desk.folded, counted.end, context.right)
    if ONE_DEED.search(desk.folded, counted.end, context.right):
        return None  # have killed 47 in a clash
    is_past = time.first is not None and time.first <= desk.told
    return (time.first, desk.told) if is_past and (before or after) else None
