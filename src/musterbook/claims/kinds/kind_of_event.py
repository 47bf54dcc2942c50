"""A loss told in the past without a time in, whether it is of the fight told before out.

Police shot four on Tuesday. Doctors said 100 people had been wounded: on Tuesday, and it is over.
"""

from datetime import timedelta
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import natures
from musterbook.claims.desk import Desk
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.days_carried import tells_of_a_fight, told_nearby

_HARM: Final = frozenset({"loss", "fate"})
_ONE_FIGHT = timedelta(days=3)
_BACK: Final = 3  # claims before in which the fight's own loss is told
_RUNS: Final = Led(
    r"\b(?:has|have|may|might|so far|toll|in all|altogether|(?<!a )total|since|now|latest|still"
    r"|another|more|by (?:late|noon|dawn|dusk|nightfall|midnight|then|the end))\b"
)


def is_of_fight_before(desk: Desk, finding: Finding) -> bool:
    """Say whether a loss is of one fight that is over, told as a deed by a claim just before.

    A disaster's dead are counted on; so are those of whom a perfect or a total tells.
    """
    if not tells_of_a_fight(desk) or finding.counted.rule.startswith("people:measure-noun"):
        return False
    happening = finding.counted.happening
    if happening is None or happening.nature not in _HARM:
        return False
    here = desk.sentences[finding.number]
    if _RUNS.search(desk.folded, here.start, here.end):
        return False
    before = next(
        (each for each in reversed(desk.claims[-_BACK:]) if natures().get(each.counted) in _HARM),
        None,
    )
    if before and before.kind == "cumulative" and before.start >= here.start:
        return False  # put at 515 killed and about 260 captured
    is_told = before is not None and _is_of_a_fight(before)
    return is_told or told_nearby(desk, finding.number) is not None


def _is_of_a_fight(claim: ExtractedClaim) -> bool:
    """Say whether a claim tells what befell people in one fight, on days of its own."""
    first, last = claim.period_start, claim.period_end
    return claim.kind == "change" and bool(first and last and last - first <= _ONE_FIGHT)
