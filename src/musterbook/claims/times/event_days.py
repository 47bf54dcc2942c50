"""A report in, the days on which what it is about began out: the quake struck on Friday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from musterbook.claims.desk import Desk
from musterbook.claims.number_words import WORDS, count_of
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.date_spans import back_from
from musterbook.claims.times.dated import dates_event, dates_speech, in_relative_clause
from musterbook.claims.times.days_of_story import FRESH
from musterbook.claims.times.event_day import EventDay
from musterbook.claims.times.event_names import are_alike, are_of_one_sort, names_of
from musterbook.claims.times.numbered_days import numbered
from musterbook.claims.times.time_expression import TimeExpression, is_short

_NEAR: Final = 96  # characters between a verb for what came about and its day
_MOST_EVENTS: Final = names_of("disaster", "accident", "attack", "unrest", "war", "turn")
_NAME = Led(rf"\b{_MOST_EVENTS}\b")
# The quake struck late on Friday; the conflict began in April; rebels took up arms in 1980.
_FORCES: Final = (
    "(?:troops|forces|rebels|army|columns|tanks|soldiers|guerrillas|fighters|units|gunmen|militants"
    "|militiamen|insurgents|raiders|attackers|commandos|police|paramilitaries|tribesmen|mobs)"
)
_CAME_ABOUT: Final = (
    r"(?:\b(?:struck|hit|happened|occurred|took place|(?:began|begun|started)(?! [a-z]+ing\b)"
    r"|broke out|erupted|set in"
    r"|took up arms|rose (?:up )?against|made landfall|(?:swept|came|crashed) ashore|came down"
    r"|rocked|shook|jolted|ripped|tore through|hit by|swept (?:over|through|across|away)"
    r"|burst|gave way|plunged|collided|derailed|exploded|flared|overran|invaded"
    r"|collapsed(?= (?:on|late|early|in|at|near|after|during|into)\b)"
    r"|came off (?:the|its) (?:rails|tracks|road)|went (?:off|down)|blew up"
    r"|(?:launched|opened|mounted|ordered|unleashed|began) (?:an?|the|its|their|his)"
    r" (?=(?:[a-z-]+ ){0,2}(?:offensive|operation|assault|attack"
    r"|invasion|campaign|crackdown|counter-?offensive))"
    r"|(?:was|were) (?:seized|hijacked|torn down|launched|declared|imposed|attacked|stormed|bombed"
    r"|shelled|ambushed|rammed|struck|hit))"
    rf"|\b(?:landslide|mudslide|avalanche)s? (?:had )?buried"
    rf"|\b{_FORCES}(?:, who)? (?:had )?(?:crossed|attacked|stormed|seized|raided|ambushed"
    r"|pushed into|moved (?:in|into)|entered|swept into|marched into|opened fire|captured)"
    r"|\b(?:boat|ferry|ship|vessel|canoe|barge|launch|bus|lorry|truck|car|train|minibus)\b"
    r"[^.;,]{0,40} (?:had )?(?:sank|capsized|overturned|fell|plunged|veered|crashed|ran))"
)
_THE_EVENT = Led(
    r"\b(?:the|this|that|its|their)(?: (?!other|second|first|latest)[a-z-]+){0,2}?"
    rf" (?P<name>{_MOST_EVENTS})\b"
)
# Rain has set off floods since Thursday.
_HAS = Led(r"\b(?:has|have)\b")
_VERB = Led(_CAME_ABOUT)
_CAME = Led(_CAME_ABOUT + r"(?!\s+(?:to|when|by))(?:[^.;:]|:\d|[ap]\.m\.){0,80}?$")
# On 6 August, when the first columns crossed the border.
_CAME_THEN = re.compile(
    r"(?:,? when\b)?(?:(?! since | after | before )[^.;,:]){0,64}?"
    rf"{_CAME_ABOUT}(?! (?:to|when|by)\b)"
)
_NAME_REACH: Final = 40  # characters behind such a verb that hold what it is told of
# Fighting went on for a third day; shells fell on the town for a third day.
_HARMFUL = Led(
    rf"\b(?P<name>{names_of('disaster', 'accident', 'attack', 'unrest', 'war')})\b"
    r"|\b(?:shelled|bombed|pounded|bombarded|rioted|fought|clashed|shells|rockets|bombs|battled)\b"
)
# Has reached 19 on Thursday: the toll has.
_NO_TOLL: Final = r"(?:(?!\b(?:reached|rose|risen|stood|climbed|passed|exceeded|topped)\b)[^.;,:])"
# Died in an explosion at a depot on Monday.
_IN_IT = re.compile(
    rf"\b(?:in|by) (?:an?|the) (?:[a-z-]+ ){{0,2}}?(?P<name>{_MOST_EVENTS})\b"
    rf"{_NO_TOLL}{{0,60}}?$"
)
# Violence in the city left four dead on Sunday; of floods that may be any day.
_IT_HARMED = re.compile(
    rf"\b(?P<name>{names_of('accident', 'attack', 'unrest')}|earthquake|quake|landslide|avalanche)"
    r"\b[^.;:]{0,60}? (?:left|killed|claimed|wounded|injured|hurt|buried)\b"
    r"(?![^.;:]*\b(?:more|another|further|others)\b)[^.;:,]{0,60}?$"
)
_AFTER = re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}?(?P<name>{_MOST_EVENTS})\b")
# In a separate accident on Tuesday: not the one that the report is about.
_OTHER = re.compile(r"\b(?:separate|another|similar|previous|earlier|other|second)\s+(?:\w+\s+)?$")
_OTHER_REACH: Final = 24
# Prisoners of war: a name, and nothing that came about.
_IN_A_NAME = re.compile(
    r"\b(?:prisoners?|acts?|laws?|crimes?|ministers?|ministry|department|secretary|state|widows?"
    r"|veterans?|council|theatre|tug) of (?:the )?$"
)
_OPENING: Final = 4  # sentences of a report, its heading too, that tell what has gone on
_LONGEST = timedelta(days=366)
LASTING: Final = ("war", "invasion", "occupation", "genocide", "insurgency")


def event_days(desk: Desk) -> tuple[EventDay, ...]:
    """Give the dated events of a report in the order in which it names them; read once."""
    if desk.begun is None:
        dated = list(_read(desk))
        if not any(desk.told and desk.told - each.first <= FRESH for each in dated):
            dated.extend(_all_days_after(desk))
            dated.extend(_gone_on(desk))
        desk.begun = tuple(sorted(dated, key=_place))
    return desk.begun


def _place(event: EventDay) -> int:
    return event.place


def _read(desk: Desk) -> Iterator[EventDay]:
    for place, sentence in enumerate(desk.sentences):
        span = (sentence.start, sentence.end)
        begun = numbered(desk, place)
        if begun and (harm := _HARMFUL.search(desk.folded, *span)):
            yield EventDay(place, harm["name"] or "", begun.first)
            continue
        if not (_NAME.search(desk.folded, *span) or _VERB.search(desk.folded, *span)):
            continue
        times = desk.times(place)
        for at, time in enumerate(times):
            if at + 1 < len(times) and times[at + 1].start - time.end <= 1:
                continue  # during the night of 29-30 April
            name = _event_of(desk, place, time)
            if name is None or time.first is None:
                continue
            if time.sort == "since" or not _is_saying(desk, place, time):
                yield EventDay(place, name, time.first)


def _gone_on(desk: Desk) -> Iterator[EventDay]:
    """Find what the opening says has gone on for days: on Friday, after two days of riots."""
    for place in range(min(_OPENING, len(desk.sentences))):
        times = desk.times(place)
        if not all(is_short(each) or each.atom == "lasting" for each in times):
            continue  # of last week, of 1980
        for time in times:
            name = _NAME.search(desk.folded, time.start, time.end)
            if time.atom == "lasting" and time.first and name:
                yield EventDay(place, name[0], time.first)


# On Sunday, two days after one of the worst earthquakes; a day after the boat sank.
_DAYS_AFTER = Led(
    rf"\b(?P<n>an?|\d+|{WORDS}) (?P<unit>day|week)s? after (?:[a-z'-]+ ){{0,6}}?"
    rf"(?P<name>{_MOST_EVENTS}|sank|capsized|struck|collapsed|crashed|exploded)\b"
)


def _all_days_after(desk: Desk) -> tuple[EventDay, ...]:
    """Give every event that is dated by the days since; read once."""
    if desk.dated_by_days_since is None:
        found = [each for place in range(len(desk.sentences)) for each in _days_after(desk, place)]
        desk.dated_by_days_since = tuple(found)
    return desk.dated_by_days_since


def _days_after(desk: Desk, place: int) -> Iterator[EventDay]:
    """Find an event dated by the days since: counted from the day named before, or from now."""
    sentence = desk.sentences[place]
    for match in _DAYS_AFTER.finditer(desk.folded, sentence.start, sentence.end):
        named = [
            each.last
            for each in desk.times(place)
            if each.end <= match.start() and each.first == each.last and each.last
        ]
        anchor = named[-1] if named else desk.told
        if anchor:
            first = back_from(anchor, count_of(match["n"]), match["unit"])
            yield EventDay(place, match["name"], first)


def begun_on(
    desk: Desk,
    number: int,
    name: str = "",
    *,
    earlier: date = date.max,
    like: str = "",
    named: bool = False,
) -> date | None:
    """Give the day on which what a sentence counts the victims of began: the event named last.

    Where none was named before, the first that the report names after it. With a `name` it is the
    event called so; with `earlier` one that began before that day; `like` names one of its sort:
    what lasts, as a war does, is none that has no name, nor is any with `named`.
    """
    known = (*event_days(desk), *_all_days_after(desk)) if named else event_days(desk)
    found = [each for each in known if name in each.name and each.first < earlier]
    if like:
        is_long = named or like.startswith(LASTING)
        found = [
            each for each in found if are_alike(each.name, like) and (each.name or not is_long)
        ]
    if not (name or like) and len(found) > 1:
        found = _called_here(desk, number, found)
    before = [each for each in found if each.place < number]
    return (before[-1] if before else found[0]).first if found else None


def _called_here(desk: Desk, number: int, events: list[EventDay]) -> list[EventDay]:
    """Give those events of several that a sentence speaks of by name; all where it names none."""
    if number >= len(desk.sentences):
        return events
    here = desk.sentences[number]
    for each in _THE_EVENT.finditer(desk.folded, here.start, here.end):
        name = each["name"]
        called = [event for event in events if name.rstrip("s") in event.name]
        called = called or [event for event in events if are_of_one_sort(name, event.name)]
        is_old = desk.told and all(desk.told - event.first > FRESH for event in called)
        if called and (not is_old or name.startswith(LASTING)):
            return called
    return events


def _is_saying(desk: Desk, place: int, time: TimeExpression) -> bool:
    start, speeches = desk.sentences[place].start, desk.speakers.in_sentence(place)
    return dates_speech(desk.folded, time, speeches, sentence=start)


def came_about_beside(folded: str, time: TimeExpression, sentence: int) -> bool:
    """Say whether a clause in passing tells what came about: where a dike gave way on Friday."""
    if not in_relative_clause(folded, time, sentence):
        return False
    return _CAME.search(folded, max(sentence, time.start - _NEAR), time.start) is not None


def _event_of(desk: Desk, place: int, time: TimeExpression) -> str | None:
    """Name the event that a time dates; empty where only its verb tells of it."""
    folded, start = desk.folded, desk.sentences[place].start
    if time.first is None or (desk.told and time.first > desk.told):
        return None
    if time.sort == "since":
        name = _NAME.search(folded, time.start, time.end)
        after = _AFTER.match(folded, time.end)
        if name is None and after is None and _HAS.search(folded, start, time.start):
            name = _NAME.search(folded, start, time.start)
        return name[0] if name else after["name"] if after else None
    if time.sort != "closed" or (time.last and time.last - time.first > _LONGEST):
        return None
    if after := _AFTER.match(folded, time.end):
        return after["name"]
    near = max(start, time.start - _NEAR)
    name = None
    for each in _NAME.finditer(folded, start, time.start):
        if not _IN_A_NAME.search(folded, max(start, each.start() - _OTHER_REACH), each.start()):
            name = each
    if name and _OTHER.search(folded, max(start, name.start() - _OTHER_REACH), name.start()):
        return None
    is_named = _CAME.search(folded, near, time.start) or dates_event(folded, time)
    return (
        (name[0] if name else "") if is_named else _told_then(desk, place, time, named=bool(name))
    )


def _told_then(desk: Desk, place: int, time: TimeExpression, *, named: bool) -> str | None:
    """Name an event that is told after its day, or in which people came to harm on that day."""
    folded, sentence = desk.folded, desk.sentences[place]
    if came := _CAME_THEN.match(folded, time.end, sentence.end):
        name = _NAME.search(folded, time.end, min(sentence.end, came.end() + _NAME_REACH))
        return name[0] if name else ""
    if not named or time.first != time.last:
        return None
    near = max(sentence.start, time.start - _NEAR)
    harmed = _IN_IT.search(folded, near, time.start) or _IT_HARMED.search(folded, near, time.start)
    return harmed["name"] if harmed else None
