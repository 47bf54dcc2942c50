"""A loss told in the past without a time in, whether it is of the fight told before out.

Police shot four on Tuesday. Doctors said 100 people had been wounded: on Tuesday, and it is over.
"""

from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.kinds.kind_whole import is_some_of_all
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.claim_dated import is_as_short
from musterbook.claims.times.days_carried import tells_of_a_fight
from musterbook.claims.times.told_just_before import told_nearby

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
    rule = finding.counted.rule
    if not tells_of_a_fight(desk) or rule.startswith(("people:measure-noun", "people:nobody")):
        return False
    happening = finding.counted.happening
    if happening is None or happening.nature not in HARM:
        return False
    here = desk.sentences[finding.number]
    if _RUNS.search(desk.folded, here.start, here.end):
        return False
    before = next(
        (each for each in reversed(desk.claims[-_BACK:]) if natures().get(each.counted) in HARM),
        None,
    )
    is_part = before is not None and is_some_of_all(desk, finding)
    if before and before.kind == CUMULATIVE and (before.start >= here.start or is_part):
        return False  # put at 515 killed and about 260 captured; the dead include 71 soldiers
    # On days of its own, and done.
    is_told = before and before.kind == CHANGE and is_as_short(before, _ONE_FIGHT)
    return bool(is_told) or told_nearby(desk, finding.number) is not None
