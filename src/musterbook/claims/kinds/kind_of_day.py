"""The dead of a disaster told with a day in, whether they are that day's alone out.

Floods have killed 1,600 people since July 28. On Monday two people drowned near Opava: on Monday.
But: the quake on Tuesday killed 4,000 people; they are still being counted.
"""

from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import HARM
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CUMULATIVE
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.chosen_time import ChosenTime

_COUNTS_ON: Final = Led(
    r"\b(?:has|have|are|is|toll|in all|altogether|total|since|so far"
    r"|by (?:late|noon|dawn|dusk|nightfall))\b"
)
_WHERE: Final = Led(r"\b(?:where|which|that)\b")


def is_of_own_day(desk: Desk, finding: Finding, chosen: ChosenTime) -> bool:
    """Say whether harm is dated by a day on which the disaster that goes on had begun long since.

    A day before it is that of another disaster.
    """
    time, counted = chosen.expression, finding.counted
    is_day = time.sort == "closed" and time.first is not None and time.first == time.last
    if desk.story != "disaster" or not is_day or chosen.of_saying or counted.kind is not None:
        return False
    happening = counted.happening
    if happening is None or happening.nature not in HARM:
        return False
    here = desk.sentences[finding.number]
    if desk.is_lead(finding.number) or _COUNTS_ON.search(desk.folded, here.start, here.end):
        return False
    if _WHERE.search(desk.folded, counted.end, max(counted.end, time.start)):
        return False  # on the island where the storm came ashore on Thursday
    text = next((each.start for each in desk.sentences if not each.is_heading), 0)
    begun = {each.period_start for each in desk.claims if each.start >= text and _is_toll(each)}
    return bool(begun) and time.first not in begun


# It came four months after floods that killed 3,000: of those floods, and over.
_CAME_AFTER: Final = Led(
    r"\b(?:came|comes|struck|strikes|happened|occurred|hit|followed)\s+(?:[\w'-]+\s+){1,4}?"
    r"(?:days?|weeks?|months?|years?|decades?)\s+after\s[^.;]{2,90}$"
)


def is_of_one_before(desk: Desk, finding: Finding) -> bool:
    """Say whether harm is that of a disaster which the one reported is said to have followed."""
    happening, left = finding.counted.happening, finding.context.left
    if happening is None or happening.nature not in HARM:
        return False
    return _CAME_AFTER.search(desk.folded, left, finding.counted.start) is not None


def _is_toll(claim: ExtractedClaim) -> bool:
    """Say whether a claim tells how many a disaster has killed since a day."""
    is_dead = claim.counted == "killed" and claim.kind == CUMULATIVE
    return is_dead and claim.period_start is not None
