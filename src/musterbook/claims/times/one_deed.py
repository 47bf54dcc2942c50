"""The time of a saying in, the same as that of what is said where one deed is told out.

In January the army reported that 23 had been killed in one such attack: in January, and it is over.
In January it reported that 230 had been killed on the road: so the count stood.
"""

import re
from dataclasses import replace

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.event_names import names_of

_IN_ONE = Led(
    r"\b(?:in|during|when) (?:an?|one|two|the same) (?:[\w-]+ ){0,2}?"
    rf"(?:{names_of('attack', 'accident', 'carrier')}|raids?|sweeps?|incidents?|round-?ups?|swoops?"
    r"|battles?|engagements?)\b"
)
_NOT_THERE = re.compile(r"[.;:]|, ")


def of_one_deed(desk: Desk, finding: Finding, chosen: ChosenTime) -> ChosenTime:
    """Take the month of a saying for that of the one deed that is said."""
    if not chosen.of_saying:
        return chosen
    end = finding.counted.end
    deed = _IN_ONE.search(desk.folded, end, finding.context.end)
    if deed is None or _NOT_THERE.search(desk.folded, end, deed.start()):
        return chosen
    return replace(chosen, of_saying=False)
