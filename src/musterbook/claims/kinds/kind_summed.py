"""Losses given without a day in, whether they are all that a war has cost so far out."""

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CUMULATIVE
from musterbook.claims.patterns.led import Led

# The minister spoke of 5,937 killed; the army admits to 340 dead: a figure is given out.
_GIVEN = Led(
    r"\b(?:(?:spoke|spoken|speaks?|talk(?:s|ed)?) of|acknowledge[sd]?|concede[sd]?"
    r"|admit(?:s|ted)?(?: to)?|own(?:s|ed)? (?:up )?to|counts?|lists?|names|gave|gives?"
    r"|figure\b[^.;,]{0,40}\b(?:was|is|of))\s+(?:a total of\s+)?$"
)
_OF_HARM = frozenset({"killed", "casualties", "wounded", "losses", "missing", "captured"})
_DEEDS = ("+participle", "+noun", "people:persons", "+object-of-verb")


def is_summed_up(desk: Desk, finding: Finding) -> bool:
    """Say whether losses for which no day can be found are the sum of a war.

    Those of a single fight have its day, which the report names.
    """
    counted, context = finding.counted, finding.context
    if desk.story != "attack" or counted.counted not in _OF_HARM:
        return False
    if counted.kind == CUMULATIVE:
        return desk.told is not None
    if not counted.rule.endswith(_DEEDS):
        return False
    left = max(context.start, finding.quantity.lead - REACH)
    return _GIVEN.search(desk.folded, left, finding.quantity.lead) is not None
