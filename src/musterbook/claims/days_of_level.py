"""A level that states no time in, the day on which it is told to have been so out."""

import re
from datetime import timedelta

from musterbook.claims.counted import Counted
from musterbook.claims.days_of_story import Days, day_in_paragraph, time_of_lead
from musterbook.claims.desk import Desk
from musterbook.claims.said_when import said_by_speaker, said_in_paragraph

_PAST = re.compile(
    r"\b(?:was|were|had|lived|numbered|served|worked|lay|stood|waited|hid|did|could|would|will|plans?|planned|once|might|may|if)\b"
)  # so once, or not yet
_OF_OLD = re.compile(
    r"\b(?:before|once|originally|used to|earlier|previously|formerly|until|after)\b"
)  # so long before the day of the story


def day_of_level(desk: Desk, number: int, counted: Counted) -> tuple[Days, str]:
    """Give the day of a level that names none: of its telling, or of what is told just before.

    `About 4,000 are in the camp` holds on the day it is said, and where no day is said, on the
    day the report is of. What was so holds on the day of the story, where that is near.
    """
    sentence = desk.sentences[number]
    if said := said_by_speaker(desk, number, counted.start, counted.end):
        return (said, said), ";time:saying"
    if desk.told is None:
        return (None, None), ""
    words = desk.folded[sentence.start : sentence.end]
    if not _PAST.search(words) and not counted.rule.endswith(":aboard"):
        return (desk.told, desk.told), ";time:told"
    if not _is_counted_there(counted):
        return (None, None), ""
    named = day_in_paragraph(desk, number, desk.told)
    days = named[1] if named else None
    if days is None and not _OF_OLD.search(words):
        days = time_of_lead(desk, number, desk.told) or said_in_paragraph(desk, number)
    if days is None:
        return (None, None), ""
    is_weekend = days[1] - days[0] == timedelta(days=1)
    return (days[0] if is_weekend else days[1], days[1]), ";time:carried"


def _is_counted_there(counted: Counted) -> bool:
    return counted.happening is None or counted.happening.nature == "state"
