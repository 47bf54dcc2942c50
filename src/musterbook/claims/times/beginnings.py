"""A count that names its end only in, the day that the report gave as its beginning out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CUMULATIVE
from musterbook.claims.number_words import WORDS, count_of
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.began_when import (
    IS_OVER,
    beginning_before,
    begins_after,
    end_before,
    named_from,
    they_came_on,
)
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.date_spans import back_from, days_on
from musterbook.claims.times.dated import dates_event, in_relative_clause
from musterbook.claims.times.days_of_story import FRESH, Days, start_of_event, start_of_story
from musterbook.claims.times.event_days import LASTING, begun_on
from musterbook.claims.times.event_names import are_alike, names_of
from musterbook.claims.times.record_words import is_of_record
from musterbook.claims.times.time_expression import THUS_FAR, TimeExpression, is_short


def start_told_before(
    desk: Desk,
    number: int,
    chosen: ChosenTime,
    *,
    kind: str,
    last: date | None,
    is_toll: bool,
    is_count: bool = False,
    nature: str = "",
) -> date | None:
    """Give the start of a count that states its end only, where the report named it before.

    What began only after the end, of which the report tells too, is not its beginning.
    `is_count` says that the time is the one at which the count stood so. The `nature` is that of
    what befell people: where they came or went (move), no event is the beginning, unless the text
    says so; where they came to harm (loss) or fled (flight) it is.
    """
    sort = chosen.expression.sort
    if chosen.expression.atom == THUS_FAR:
        return _thus_far(desk, number, chosen, last)
    if sort == "since" and chosen.expression.atom == "event":
        return _start_of_named(desk, number, chosen, last)
    if kind != CUMULATIVE:
        return None
    if _SLOW.search(desk.folded, desk.sentences[number].start, desk.sentences[number].end):
        return _since_told_before(desk, number, until=last)
    if is_toll and (begun := event_in_sentence(desk, number, until=last)):
        return begun
    words = desk.folded[chosen.expression.start : chosen.expression.end]
    is_now = words in _UP_TO_NOW or (words == "already" and nature == "loss")
    leans = is_count or sort in ("until", "as of") or chosen.of_saying or is_now
    named = they_came_on(desk, number) if is_now else None
    named = named or (_since_told_before(desk, number, until=last) if leans else None)
    is_running = is_toll or sort in ("until", "as of") or _runs_now(desk, number, sort, nature)
    if nature in ("move", "flight") and sort == "until":
        return named or (_fled_from(desk, number, last) if last and nature == "flight" else None)
    if named is None and last and (is_count or is_now or sort in ("until", "as of")):
        named = _begun_before(desk, number, last, is_now=is_now)
    if named or not is_running:
        return named
    is_by_day = is_count or sort in ("until", "as of") or chosen.of_saying
    return start_of_story(desk, number, last, same_day=is_by_day)


def _begun_before(desk: Desk, number: int, last: date, *, is_now: bool) -> date | None:
    """Give the day of the event that a count is of: of these weeks, or named beside the count."""
    begun = begun_on(desk, number, earlier=last) or begun_on(desk, number, earlier=days_on(last, 1))
    if begun is None or is_now or last - begun <= FRESH:
        return begun
    here = desk.sentences[number]
    names = (each[0].rstrip("s") for each in _NAME.finditer(desk.folded, here.start, here.end))
    called = (begun_on(desk, number, each, earlier=last) for each in names)
    return next((each for each in called if each), None)


def _fled_from(desk: Desk, number: int, last: date) -> date | None:
    """Give the day of what people fled from by a day, where it is of these weeks."""
    begun = begun_on(desk, number, earlier=days_on(last, 1))
    return begun if begun and last - begun <= FRESH else None


def _thus_far(desk: Desk, number: int, chosen: ChosenTime, last: date | None) -> date | None:
    """Give the beginning that a length runs from, named before or reckoned: weeks into the war."""
    start, end = chosen.expression.start, chosen.expression.end
    event = desk.folded[start:end]
    begun = beginning_before(desk, number, start, back=_NAMED_BACK, named=event, until=last)
    so_long = _INTO.match(event) if last and begun is None else None
    return back_from(last, count_of(so_long["n"]), so_long["u"]) if last and so_long else begun


def _start_of_named(desk: Desk, number: int, chosen: ChosenTime, last: date | None) -> date | None:
    """Give the day of the event that a beginning is told by: since the election.

    Another event's day will do only where the text calls it by no name of its own: since the attack
    began, where the report told when fighting broke out.
    """
    start, end = chosen.expression.start, chosen.expression.end
    words = desk.folded[start:end]
    name = _NAME.search(words)
    if IS_OVER.search(words):
        return end_before(desk, number, start, back=_NAMED_BACK, named=words)
    not_later = days_on(last, 1) if last else date.max
    if name and (called_so := begun_on(desk, number, name[0].rstrip("s"), earlier=not_later)):
        return called_so
    must_fit = not _IT_BEGAN.search(words)
    if fits := beginning_before(
        desk, number, start, back=_NAMED_BACK, named=words, must_fit=must_fit, until=last
    ):
        return fits
    if not _EVENT.search(words):
        return None
    is_begun = words.endswith(_BEGAN) or _START_OF.search(words) is not None
    back = _FAR if is_begun else _NEAR
    told_before = _since_told_before(desk, number, is_event=True, back=back, until=last)
    if told_before and is_begun:
        return told_before
    begun = begun_on(desk, number, like=name[0] if name else "", earlier=not_later)
    if begun and desk.told and (is_begun or desk.told - begun <= FRESH):
        return begun
    if name and (are_alike(name[0], "election") or name[0].startswith(LASTING)):
        return None  # since the invasion: not since the day of another event
    return start_of_story(desk, number, last) or start_of_event(desk, number) or told_before


# Three weeks into an offensive whose beginning nobody dates.
_INTO = re.compile(rf"(?P<n>\d+|{WORDS}|an?) (?P<u>day|week|month)s? into\b")
_NAMED_BACK = 10  # sentences before in which the beginning of what is named is looked for
# Have died of cholera so far: no day on which others went home is its beginning.
_SLOW = Led(
    r"\b(?:of|from|to|by) (?:the )?(?:cholera|disease|hunger|starvation|malnutrition|malaria"
    r"|measles|dysentery|typhus|typhoid|ebola|aids|fever|exposure|cold|famine|epidemic|virus)\b"
    r"|\bin the (?:epidemic|famine|outbreak|drought)\b"
    r"|\b(?:cholera|measles|malaria|dysentery|typhoid|typhus|ebola) (?:cases|deaths|patients)\b"
)
_HARM = Led(
    r"\b(?:shell(?:ed|s)?|bomb(?:ed|s)?|rockets?|mortars?|attacked|opened fire|shot|stormed|raided"
    r"|ambushed|clashed|fought|killed|killing|died|massacred)\b"
)


def _runs_now(desk: Desk, number: int, sort: str, nature: str) -> bool:
    """Say whether a count up to now is of what the report tells of: a disaster, or harm done."""
    if sort != "now":
        return False
    return desk.story == "disaster" or (nature == "loss" and _tells_of_harm(desk, number))


def _tells_of_harm(desk: Desk, number: int) -> bool:
    """Say whether what is told before a sentence is how people came to harm."""
    return _HARM.search(desk.folded, 0, desk.sentences[number].start) is not None


_NEAR, _FAR = 4, 12  # sentences before in which a beginning is told that is not, or is, spoken of
_START_OF = re.compile(r"\b(?:start|beginning|outbreak|onset) of (?:the|its|their)\b")
_BEGAN = ("began", "started", "broke out", "erupted")
_UP_TO_NOW = frozenset(
    {"so far", "thus far", "to date", "now", "as of now"}
    | {f"{words} now" for words in ("until", "up until", "up to", "till", "up till")}
    | {f"{words} count" for words in ("at last", "at the last", "at latest", "at the latest")}
)


def event_in_sentence(desk: Desk, number: int, *, until: date | None) -> date | None:
    """Give the day of the event that a toll's own sentence dates: of Sunday's quake, by Tuesday."""
    for time in desk.times(number):
        is_day = time.sort == "closed" and is_short(time) and not begins_after(time, until)
        if is_day and dates_event(desk.folded, time):
            return time.first
    return None


_NAME = re.compile(rf"\b{names_of('accident', 'disaster', 'attack', 'unrest', 'turn', 'war')}\b")
_EVENT = re.compile(
    rf"\b{names_of('accident', 'disaster', 'attack', 'unrest', 'turn', 'war')}$"
    rf"|\b(?:{names_of('unrest', 'attack', 'war')}|trouble)"
    r"\s+(?:began|started|broke out|erupted)$"
)
_IT_BEGAN = re.compile(r"\bsince it (?:all )?(?:began|started|broke out|erupted)$")


def _since_told_before(
    desk: Desk, number: int, *, until: date | None, is_event: bool = False, back: int = _NEAR
) -> date | None:
    """Give the start that the report named last before: fighting broke out on June 4.

    With `is_event` it must be that of something: since fighting broke out, not since June.
    """
    for place, time in _since_times(desk, number, back=back):
        words = desk.folded[named_from(desk.folded, time) : time.end] if is_event else ""
        if begins_after(time, until):
            continue
        first = time.first
        if first is None and time.atom == "event" and place < number:
            first = _of_what_it_names(desk, place, time, until)
        if first and (not is_event or _NAME.search(words)):
            return first
    return None


def _of_what_it_names(
    desk: Desk, number: int, time: TimeExpression, until: date | None
) -> date | None:
    """Give the day on which that began since which something was told before: the strike."""
    named = desk.folded[time.start : time.end]
    if IS_OVER.search(named):
        return None
    return beginning_before(
        desk, number, time.start, back=_NAMED_BACK, named=named, must_fit=True, until=until
    )


def since_before(desk: Desk, number: int) -> date | None:
    """Give the start that the same paragraph named just before: since autumn 2024."""
    paragraph = desk.sentences[number].paragraph
    for place, time in _since_times(desk, number, back=3):
        if desk.sentences[place].paragraph == paragraph:
            return time.first
    return None


def since_what_goes_on(desk: Desk, number: int) -> Days | None:
    """Give the days since what the sentence before says has gone on: heavy rain since 1 March."""
    paragraph, told = desk.sentences[number].paragraph, desk.told
    if not number or told is None or desk.sentences[number - 1].paragraph != paragraph:
        return None
    for _, time in _since_times(desk, number - 1, back=1):
        if time.first and timedelta() <= told - time.first <= FRESH:
            return time.first, told
    return None


def _since_times(desk: Desk, number: int, *, back: int) -> Iterator[tuple[int, TimeExpression]]:
    """Give each beginning that so many sentences name, the last one first; none told in passing."""
    for place in range(number, max(-1, number - back), -1):
        start = desk.sentences[place].start
        for time in desk.times(place):
            if time.sort != "since" or is_of_record(desk.folded, time):
                continue  # the heaviest since the civil war of 1975
            if not in_relative_clause(desk.folded, time, start):
                yield place, time
