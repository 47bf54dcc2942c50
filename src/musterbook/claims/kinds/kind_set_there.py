"""A count and the words before it in, whether those are there whatever deed is told of them out.

The army has deployed 400 men to guard the road: they stand there. It has been unable to evacuate
13 of them: they are still where they were.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

_BOUNDS: Final = (
    r"(?:(?:about|some|only|just|over|nearly|almost|up to|more than|at least|an estimated|the|its)"
    r"\s+)*$"
)
_HAVE_SET: Final = Led(
    r"\b(?:has|have)\s+(?:also\s+|already\s+|\w+ly\s+)?(?:deployed|placed|posted|stationed"
    rf"|positioned)\s+{_BOUNDS}"
)
_NOT_DONE: Final = Led(
    r"\b(?:(?:unable|not\s+(?:yet\s+)?been\s+able|yet)\s+to|cannot|could\s+not|failed\s+to)\s+"
    r"(?:reach|evacuate|contact|find|locate|account\s+for|trace|rescue|free|arrest|move|feed"
    rf"|bring\s+out|get\s+out)\s+{_BOUNDS}"
)
# No date was set to release 1,300 prisoners: they are held.
_NOT_FREED: Final = Led(
    r"\b(?:(?:refus(?:ed|es|ing|al)|declin(?:ed|es|ing))(?:\s+on\s+[a-z]+)?"
    r"|no\s+(?:date|time|day|deadline)(?:\s+(?!and\b|but\b)[\w'-]+){0,6}?)"
    rf"\s+to\s+(?:release|free|hand\s+over|let\s+go|give\s+up)\s+{_BOUNDS}"
)
# Fought on Monday to save some of the 3,000 people trapped: there they are.
_STRIVEN_FOR: Final = Led(
    r"\b(?:fought|fighting|worked|working|tried|trying|struggled|struggling|raced|racing|battled"
    r"|battling|strove|striving|laboured|labored)"
    r"\s+(?:(?:on|in|through)\s+(?:the\s+)?[a-z]+\s+)?to\s+(?:save|reach|rescue|dig\s+out|get\s+to|find"
    r"|locate|free|bring\s+out|get\s+out|pull\s+out|contact|trace|lift\s+out)"
    rf"\s+(?:(?:some|many|most|all|any)\s+of\s+)?{_BOUNDS}"
)
# Want the government to free 300 comrades: these are held.
_WANTED_FREE: Final = Led(
    r"\b(?:want(?:s|ed|ing)?|urg(?:es|ed|ing)|call(?:s|ed|ing)?\s+on|press(?:ed|es|ing)|appeal(?:s|ed|ing)?\s+to|beg(?:s|ged)?)"
    rf"\s+[^.;,]{{1,50}}?\sto\s+(?:release|free|hand\s+over|let\s+go|give\s+up|set\s+free)\s+{_BOUNDS}"
)
# Hopes are fading of saving 15 miners; called for the release of 23 workers; a search for nine.
_HOPED_FOR: Final = Led(
    r"\b(?:hopes?\b[^.;,]{0,30}\sof|(?:little|no|any|some|slim|faint|scant)\s+hope\s+for|chances?\s+of|talks\s+(?:on|about|over)|(?:search|look|hunt)(?:ing|ed)?\s+for)\s+"
    r"(?:(?:saving|finding|rescuing|reaching|freeing|releasing|recovering)\s+)?"
    rf"{_BOUNDS}"
)
_CALLED_FOR: Final = Led(
    r"\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing)?\s+for|appeal(?:s|ed|ing)?\s+for|press(?:es|ed|ing)?\s+for"
    r"|sought|seeks?|seeking|ask(?:s|ed|ing)?\s+for|insist(?:s|ed|ing)?\s+on|plead(?:s|ed|ing)?\s+for"
    r"|talks\s+(?:on|about)|negotiat(?:e|ed|ing|ions)\s+(?:on|for|over|about)|in\s+return\s+for|conditions?\s+for)\s+"
    r"(?:the\s+)?(?:(?:immediate|early|unconditional|safe|speedy)\s+(?:and\s+\w+\s+)?)?"
    rf"(?:release|freeing|freedom|liberation|extradition|handover)\s+of\s+{_BOUNDS}"
)
# Whoever could not be saved is dead; who could not be moved lies where he lay.
_COULD_NOT_BE = re.compile(
    r"(?:\s+(?:of|from|in|at|near)\s+(?:the\s+)?[\w'-]+(?:\s+[\w'-]+)?)?\s+(?:could|can)\s*not\s+"
    r"(?:yet\s+|\w+ly\s+)?be\s+(?:moved|evacuated|reached|brought|taken|flown|transferred"
    r"|freed|rescued|recovered|contacted|located|traced|got\s+out|dug\s+out|housed|fed|treated|sent"
    r"|returned)\b"
)
_UNABLE = re.compile(
    r"(?:\s+(?:of|from|in|at|near)\s+(?:the\s+)?[\w'-]+(?:\s+[\w'-]+)?)?\s+(?:(?:who|that)\s+)?"
    r"(?:(?:are|were|remain(?:ed)?)\s+(?:still\s+)?(?:unable|afraid|not\s+allowed)\s+to|(?:cannot|can\s+not|could\s+not)"
    r"\s+(?:leave|return|go|get|reach|escape|flee|cross|come|move))\b"
)
# Has put 2,000 policemen on the streets; but has put 300 people in jail.
_HAVE_PUT: Final = Led(rf"\b(?:has|have)\s+(?:also\s+|already\s+|now\s+)?put\s+{_BOUNDS}")
_ON_DUTY = re.compile(
    r"\s+(?:on\s+(?:(?:the|its|city|full|high|special)\s+)*(?:streets?|roads?|bridges?|alert|standby|stand-by|patrol|guard"
    r"|duty|call|watch|notice)|into\s+the\s+(?:field|line))\b"
)
# Was already host to 92,000, whenever those came.
# Whoever has given a home to so many gave it to one after another.
_HOST_TO: Final = Led(rf"\b(?:host|home)(?<! a host)(?<! a home)\s+to\s+{_BOUNDS}")
_MORE = re.compile(r"\b(?:another|additional|further|extra|more(?! than))\b")

# Families of 40 jailed miners marched; concern is growing for 40 nuns held by the rebels.
_OTHERS_OF: Final = Led(
    r"\b(?:(?:families|relatives|parents|mothers|wives|husbands|friends|lawyers|supporters|comrades|colleagues)\s+of"
    r"|(?:petitions?|concern|concerned|worries|worried|anxious|alarmed|fears?|fearful|prayers?|campaign|sympathy"
    r"|solidarity)\s+(?:for|with|about|over)|(?:concern|concerned|worries|worried|anxious|alarmed|fears))\s+"
    rf"{_BOUNDS}"
)
_THERE_STILL: Final = (_NOT_FREED, _STRIVEN_FOR, _HOST_TO, _WANTED_FREE)


def is_set_there(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether people have been set somewhere, or could not be got away."""
    left = max(around.left, counted.start - REACH)
    if _NOT_DONE.search(around.folded, left, counted.start):
        return True
    is_to = around.folded.find(" to ", left, counted.start) >= 0  # looked for first
    if is_to and any(each.search(around.folded, left, counted.start) for each in _THERE_STILL):
        return True
    is_harm = counted.happening is not None and counted.happening.nature == "loss"
    is_harm = is_harm or "part-of" in counted.rule  # relatives of 1,240 of them
    if not is_harm and _OTHERS_OF.search(around.folded, left, counted.start):
        return True
    if _HOPED_FOR.search(around.folded, left, counted.start) or _CALLED_FOR.search(
        around.folded, left, counted.start
    ):
        return time is None or time.sort != "closed" or time.start < counted.start
    is_not = around.folded.find("not ", counted.end, around.right) >= 0
    if is_not and _COULD_NOT_BE.match(around.folded, counted.end, around.right):
        return True
    if time is not None and time.sort != "now":
        return False
    if _UNABLE.match(around.folded, counted.end, around.right):
        return True
    is_set = _HAVE_SET.search(around.folded, left, counted.start) or (
        _ON_DUTY.match(around.folded, counted.end, around.right)
        and _HAVE_PUT.search(around.folded, left, counted.start)
    )
    return bool(is_set) and not _MORE.search(around.folded, counted.start, counted.end)
