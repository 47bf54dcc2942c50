"""A report in, the days that its opening or a paragraph of it names for what happened out."""

import re
from datetime import date, timedelta

from musterbook.claims.desk import Desk
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.chosen_time import STRETCHES
from musterbook.claims.times.dated import dates_event, dates_speech, is_day_of_event
from musterbook.claims.times.time_expression import POINTING, TimeExpression, is_short
from musterbook.claims.times.time_windows import with_days_before

Days = tuple[date | None, date | None]
Stretch = tuple[date, date]

_JUST_NOW = timedelta(days=7)  # an event of this week is what the next sentence goes on about
SENTENCES_BACK = 3  # of a paragraph in which the day of an event is looked for
_LEAD, _LEAD_REACH = 4, 1_500  # opening sentences that name the day, characters it is good for
# Forms of a time that is a few days: fighting from Friday to Sunday, during the past week.
_FEW_DAYS = STRETCHES | {"past", "within", "weekend", "calendar", "window", "lasting"}
_OPENS = 12  # characters of a sentence before a day that is the day of all it tells
_OPENING = 4  # sentences of a report in which the day of the event is named
_DATELINES = 2  # sentences before the text proper, its heading and its dateline
_DATELINE = 3  # words of a place, and no room for a verb beside it
FRESH = timedelta(days=45)  # a report of last month's strikes may come five weeks after them


def since_no_later(first: date | None, last: date | None) -> Days:
    """Give a first and a last day; what only came after the last day is no beginning."""
    return (None if first and last and first > last else first), last


def time_of_lead(desk: Desk, number: int, told: date) -> Stretch | None:
    """Give the days that the opening of the report names for what it reports."""
    opening = [i for i, each in enumerate(desk.sentences) if not each.is_heading][:_LEAD]
    if opening and number == opening[0]:
        return _time_told_next(desk, opening, told)
    days = (_fresh_time(desk, place, told) for place in opening if place < number)
    found = next((each for each in days if each), None)
    near = found and desk.sentences[number].start - found[0] <= _LEAD_REACH
    return found[1] if found and near else None


def _time_told_next(desk: Desk, opening: list[int], told: date) -> Stretch | None:
    """Give the day that the second sentence names for the deed the first one tells."""
    if len(opening) == 1:
        return None
    found = next((each for each in (_fresh_time(desk, i, told) for i in opening[1:]) if each), None)
    return found[1] if found else None


def start_of_story(
    desk: Desk, number: int, last: date | None, *, same_day: bool = False
) -> date | None:
    """Give the day of the event whose toll is told: named in the opening, before the toll's own.

    With `same_day` it may be the day of the toll itself.
    """
    if desk.told is None or last is None:
        return None
    opening = [i for i, each in enumerate(desk.sentences) if not each.is_heading][:_OPENING]
    named = [_fresh_time(desk, place, desk.told) for place in opening if place != number]
    days = [each[1][0] for each in named if each and each[1][0] <= last]
    earlier = [each for each in days if each < last]
    return earlier[0] if earlier else last if same_day and days else None


def start_of_event(desk: Desk, number: int) -> date | None:
    """Give the first day of the event that a report calls the attack, the accident."""
    for place in range(number - 1, -1, -1):
        found = time_of_event(desk, place, desk.told) if desk.told else None
        if found and desk.told and desk.told - found[1][1] <= FRESH:
            return found[1][0]
    return None


def _fresh_time(desk: Desk, place: int, told: date) -> tuple[int, Stretch] | None:
    """Give the days of this week that one sentence names for what happened."""
    found = time_of_event(desk, place, told)
    return found if found and told - found[1][1] <= _JUST_NOW else None


def is_dateline(desk: Desk, place: int) -> bool:
    """Say whether a sentence is a place and a day alone, as over a despatch: Kyiv, 10 February."""
    if place > _DATELINES or len(desk.times(place)) != 1:
        return False
    sentence, time = desk.sentences[place], desk.times(place)[0]
    if time.sort in POINTING:
        return False  # the next day they came back
    around = desk.folded[sentence.start : time.start] + desk.folded[time.end : sentence.end]
    return len(around.split()) <= _DATELINE


# On Wednesday the rebels had freed two: what led up to the story, not its own day.
_HAD_THEN = re.compile(r"[^.;:,]{0,60}?\bhad\b")


def is_of_before(desk: Desk, place: int) -> bool:
    """Say whether a sentence opens with a day and tells in the pluperfect what was before it."""
    times, start = desk.dated(place), desk.sentences[place].start
    opens = bool(times) and times[0].start - start <= _OPENS
    if not opens or desk.speakers.in_sentence(place):
        return False  # he said they had been killed: told of in reported speech
    if is_day_of_event(desk.folded, times[0]):
        return False  # last Wednesday's crash had cast doubt on it: the crash goes on being told of
    return _HAD_THEN.match(desk.folded, times[0].end, desk.sentences[place].end) is not None


# Is to visit the town on Friday; but: will bury those who were killed on Friday.
_TO_COME = Led(
    r"\b(?:will|(?:is|are) (?:to|due|expected|scheduled|set)|plans? to|hopes? to)\b"
    r"(?:(?!\b(?:who|after|[a-z]+ed)\b)[^.;,:])*$"
)


def is_to_come(desk: Desk, place: int, time: TimeExpression) -> bool:
    """Say whether a day is that of a plan, so that nothing told beside it was then."""
    return _TO_COME.search(desk.folded, desk.sentences[place].start, time.start) is not None


def time_of_event(desk: Desk, place: int, told: date) -> tuple[int, Stretch] | None:
    """Give the day or the few days that one sentence names for what happened, not for a saying."""
    speeches, start = desk.speakers.in_sentence(place), desk.sentences[place].start
    if is_dateline(desk, place) or is_of_before(desk, place):
        return None
    found: tuple[int, Stretch] | None = None
    for time in reversed(desk.dated(place)):
        if time.sort != "closed" or time.first is None or time.last is None:
            continue
        is_day = is_short(time) and time.first == time.last
        if not (is_day or (time.atom in _FEW_DAYS and time.last - time.first <= _JUST_NOW)):
            continue
        if is_day and dates_speech(desk.folded, time, speeches, sentence=start):
            continue
        is_heading = place < _LEAD and desk.folded.startswith(":", time.end)
        if is_day and (is_to_come(desk, place, time) or (found and is_heading)):
            continue  # Kyiv, 3 May: troops attacked on 28 April
        if dates_event(desk.folded, time) and time.last <= told:
            return time.start, (time.first, time.last)
        opens = len(desk.folded[start : time.start].rpartition(":")[2]) <= _OPENS
        if time.last <= told and (found is None or opens):
            whole = with_days_before(desk.folded, time, (start, desk.sentences[place].end))
            found = (time.start, (whole.first or time.first, whole.last or time.last))
    return found


def day_in_paragraph(desk: Desk, number: int, told: date) -> tuple[int, Stretch] | None:
    """Give the place and the time named last in the sentences before of the same paragraph."""
    paragraph = desk.sentences[number].paragraph
    for place in range(number - 1, max(-1, number - 1 - SENTENCES_BACK), -1):
        if desk.sentences[place].paragraph != paragraph:
            return None
        if found := time_of_event(desk, place, told):
            return found
    return None
