"""A claim that states no time in, the time that the words just before it name out.

Those of its own sentence before a semicolon, or of the sentences before in the same paragraph.
"""

import re

from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE
from musterbook.claims.times.dated import dates_speech, in_relative_clause
from musterbook.claims.times.days_of_story import (
    Days,
    Stretch,
    is_dateline,
    is_of_before,
    is_to_come,
    time_of_event,
)
from musterbook.claims.times.record_words import is_of_record

_NEARBY = 2  # sentences of the paragraph before whose time goes on being told of


def of_clause_before(desk: Desk, number: int, place: int) -> Days | None:
    """Give the day of what stands before a semicolon: came on Friday; five were let in."""
    start = desk.sentences[number].start
    if desk.folded.rfind(";", start, place) < 0:
        return None
    for time in reversed(desk.times(number)):
        if time.sort == "closed" and time.end < place and time.first:
            is_apart = ";" in desk.folded[time.end : place]
            return (time.first, time.last) if is_apart else None
    return None


def told_nearby(desk: Desk, number: int, *, back: int = _NEARBY) -> Days | None:
    """Give the time that the sentences just before name for what happened, day or season."""
    paragraph = desk.sentences[number].paragraph
    for place in range(number - 1, max(-1, number - 1 - back), -1):
        if desk.sentences[place].paragraph != paragraph or is_dateline(desk, place):
            return None
        if is_of_before(desk, place):
            continue
        speeches, start = desk.speakers.in_sentence(place), desk.sentences[place].start
        for time in reversed(desk.dated(place)):
            is_named = time.sort == "closed" and time.first and time.last
            if not is_named or in_relative_clause(desk.folded, time, start):
                continue
            if is_to_come(desk, place, time) or is_of_record(desk.folded, time):
                continue
            if not dates_speech(desk.folded, time, speeches, sentence=start):
                return time.first, time.last
    return None


def of_sentence_before(desk: Desk, number: int, kind: str) -> Days | None:
    """Give the day that the sentence just before names for what this one tells of."""
    if kind != CHANGE or not number or not desk.told:
        return None
    if desk.sentences[number - 1].paragraph != desk.sentences[number].paragraph:
        return None
    before = time_of_event(desk, number - 1, desk.told)
    return before[1] if before else None


PAST_TENSE = re.compile(
    r"\b(?:were|was|died|fell|lost|took|had|sent|fled|came|went|left|brought|found|gave|held|let"
    r"|made|saw|shot|drove|cost|struck|fought|caught|rose|\w+ed)\b"
)


def stretch_before(desk: Desk, number: int, kind: str) -> Stretch | None:
    """Give the month that the sentence before names, for what the next tells in the past tense."""
    here = desk.sentences[number]
    if kind != CHANGE or not number or desk.sentences[number - 1].paragraph != here.paragraph:
        return None
    if not PAST_TENSE.search(desk.folded, here.start, here.end):
        return None
    speeches, start = desk.speakers.in_sentence(number - 1), desk.sentences[number - 1].start
    times = [
        each
        for each in desk.dated(number - 1)
        if each.sort == "closed" and each.first
        if not dates_speech(desk.folded, each, speeches, sentence=start)
        and not is_to_come(desk, number - 1, each)
    ]
    if len(times) != 1 or times[0].last is None or times[0].first is None:
        return None
    is_compared = _COMPARED.search(desk.folded, start, times[0].start)
    return None if is_compared else (times[0].first, times[0].last)


_COMPARED = re.compile(r"\b(?:compared|than|like|unlike|as in|against)\b")
