"""A number without a time in, the days that the report gave before for the event it speaks of out.

The army fought 212 engagements from 1 to 20 May. In those engagements 311 were killed.
"""

import re
from typing import Final

from musterbook.claims.desk import Desk
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.dated import dates_speech
from musterbook.claims.times.days_of_story import Stretch
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression, is_short
from musterbook.claims.times.whole_span import whole_of

_SENTENCES_BACK: Final = 20  # in which an event that is spoken of again was dated
_NAMES: Final = (
    rf"(?:{names_of('attack', 'unrest', 'war', 'accident', 'carrier')}"
    r"|engagements?|skirmish(?:es)?|sweeps?|bombs?|bus|lorry|truck|boat|convoy|aircraft|helicopter"
    r"|march|rally|demonstrations?|takeover|landings?|evacuation)"
)
_EVENT = Led(rf"\b(?P<name>{_NAMES})\b")
_DEFINITE: Final = re.compile(
    r"(?<!\bif )\b(?:the|that|this|those|these|both|such|its|their)\s+(?:[a-z'-]+\s+){0,2}?$"
)
_DEFINITE_REACH: Final = 36  # characters before the event's name that make it a known one
_OTHER: Final = re.compile(
    r"\b(?:other|previous|last|latest|earlier|similar|first|second|third|past|civil)\s+$"
)
# Workers marched in March.
_NO_MONTH: Final = (
    r"(?!march\b(?<!the march)(?<!a march)(?<!that march)(?<!this march)(?<!their march))"
)
_STEM: Final = 5  # letters of a name by which it is known again: attacked, bombing
# Fighting is told of as clashes too; what crashed came down.
_KIN: Final = (
    ("fight", "fought", "battl", "clash", "engag", "skirm"),
    ("bomb", "blast", "explo", "blew", "deton"),
    ("crash", "colli", "plung", "came down", "went down"),
    ("shoot", "shot", "opened fire", "fired on"),
    ("ambus", "attac", "storm", "assau", "raid", "was taken", "was captured", "was overrun"),
    ("plane", "aircr", "airli", "jet", "transport"),
    ("march", "demon", "rally", "rallie", "prote"),
)


def days_spoken_of(desk: Desk, number: int, *, is_that: bool = False) -> Stretch | None:
    """Give the days of the event that the words around a number speak of as known: in the raid.

    With `is_that` it is pointed at: captured in that battle.
    """
    here = desk.sentences[number]
    for event in _EVENT.finditer(desk.folded, here.start, here.end):
        near = max(here.start, event.start() - _DEFINITE_REACH)
        known = _DEFINITE.search(desk.folded, near, event.start())
        if known is None or _OTHER.search(desk.folded, near, event.start()):
            continue
        if is_that and not known[0].startswith("that "):
            continue
        if found := _dated_before(desk, number, event.start(), event["name"]):
            return found
    return None


def _dated_before(desk: Desk, number: int, place: int, name: str) -> Stretch | None:
    """Look back for the sentence that dates an event of that name, its verb, or a kin of it."""
    stems = "|".join(map(re.escape, _stems_of(name)))
    told = re.compile(rf"{_NO_MONTH}\b(?:{stems})")
    for at in range(number, max(-1, number - 1 - _SENTENCES_BACK), -1):
        sentence = desk.sentences[at]
        end = place if at == number else sentence.end
        spot = told.search(desk.folded, sentence.start, end)
        if spot is None:
            continue
        if since := _since_it(desk, at, spot.start()):
            return since
        times = [each for each in desk.dated(at) if _is_of_event(desk, at, each, end)]
        if times:
            nearest = min(times, key=lambda each: abs(each.start - spot.start()))
            return (nearest.first, nearest.last) if nearest.first and nearest.last else None
    return None


def _since_it(desk: Desk, place: int, spot: int) -> Stretch | None:
    """Give the days of an event that something is told since: since a plane fell in May."""
    for time in desk.times(place):
        if time.sort == "since" and time.first and time.start <= spot < time.end:
            days = whole_of(desk.folded, time, time.first)
            edge = time.first if is_short(time) else None
            return (edge, edge) if edge else (days.first or time.first, days.last or time.first)
    return None


def _stems_of(name: str) -> tuple[str, ...]:
    """Give the beginnings of the words by which an event is told again."""
    stem = name[:_STEM]
    kin = next((group for group in _KIN if any(stem.startswith(each) for each in group)), ())
    return (stem, *kin)


def _is_of_event(desk: Desk, place: int, time: TimeExpression, end: int) -> bool:
    """Say whether a time dates what happened, no saying, before a place."""
    if time.sort != "closed" or time.end > end:
        return False
    start, speeches = desk.sentences[place].start, desk.speakers.in_sentence(place)
    return not dates_speech(desk.folded, time, speeches, sentence=start)
