"""The dead and hurt of a clause in, whether they are one fight's or a toll still running out."""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.happenings import Happening
from musterbook.claims.kinds.kind_lasting import ARE
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.kinds.kind_times import is_recent, is_so_far
from musterbook.claims.number_words import WORDS
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_RAISED = re.compile(
    r"\b(?:raised|revised|rose|risen|climbed|updated|rises|come|comes)\b[^.;]{0,40}\bto\b"
)
_SUFFERED = re.compile(
    r"\b(?:suffer|inflict|caus|sustain|tak)(?:ed|ing|en)\b|\b(?:took|lost|left)\b"
)
_WHEN = re.compile(r"\bwhen\b")
_WHEN_ARMED = re.compile(
    r"[^.;]{0,120}\bwhen\s+(?:[\w-]+\s+){0,3}?(?:police|troops|soldiers|gunmen|guards|rebels"
    r"|guerrillas)\b"
)
# Have been killed in an ambush: the perfect of the latest news, not of a count.
ONE_DEED = re.compile(
    rf"\bin (?:an?|one|the latest) (?:[\w-]+ ){{0,2}}?{names_of('attack', 'accident')}\b"
    r"|\bin (?:an?|one|the latest|fresh|new|renewed|overnight) (?:new |fresh |round of |major )?"
    r"(?:fighting|offensive|firefight|gunbattle|skirmish(?:es)?|violence|incursion|crackdown)\b"
    r"|\bin\s+(?:(?:more|less)\s+than\s+|nearly\s+|about\s+|some\s+|over\s+)?(?:an?|[a-z]+|\d+)\s+(?:hours?|nights?|minutes)\s+of\s+"
    r"(?:[a-z]+\s+)?(?:fighting|clashes|shelling|bombing|shooting|battles?|rioting|combat|gunfire|bombardment|violence)\b"
)
# Nine have been killed and 16 wounded in the latest raids.
_ONE_DEED_OF_BOTH = re.compile(
    r"[^.;,]{0,40}?\s(?:and|or)\s(?:(?:another|about|some|at least)\s+)*[\w,]+\s+(?:others?\s+)?"
    r"(?:were\s+)?(?:wounded|injured|hurt|killed)\s+in (?:an?|one|the latest) (?:[\w-]+ ){0,2}?"
    rf"{names_of('attack', 'accident')}\b"
)
_MAIN_EVENT = re.compile(
    rf"\b{names_of('disaster', 'accident', 'carrier')}\b"
    r"(?!\s+(?:shelter|victim|relief|water|survivor|station|ticket))"
)


def is_told_as_total(counted: Counted, words: str, time: TimeExpression | None, story: str) -> bool:
    """Say whether harm is told as it stands: 600 are dead; raised to 4,000; some 300 deaths."""
    if ARE.search(words) or _RAISED.search(words):
        return True
    if time is None and (RECORDED.search(words) or _HAVE_DEAD.search(words)):
        return True
    if time is not None or not counted.rule.endswith("+noun") or _SUFFERED.search(words):
        return False
    return not (counted.counted == "casualties" and story == "attack")  # those of one fight


# We have 14 dead: so many by now.
_HAVE_DEAD: Final = Led(
    r"\b(?:have|has)\s+(?:(?:now|already|only|just|about|some|over|at least|more than)\s+)*"
    rf"(?:\d[\d.,]*|{WORDS})\s+(?:[a-z]+\s+)?(?:dead|wounded|injured)\b"
)
# The commission documented the arrest of 627; who counts deaths counts on.
RECORDED = re.compile(
    r"\b(?:documented|recorded|logged|tallied)\b|\bcounted\s[^.;]{0,30}\b(?:dead|deaths|arrests)\b"
)
_OF_YEARS = re.compile(
    r"\b(?:that|later)\s+(?:year|decade|century)|\byears?\s+(?:later|before|earlier)"
)
STRETCHES = frozenset({"weekend", "past", "within", "overnight", "range", "lasting"})
_LATELY = frozenset({"past", "within", "overnight", "yesterday", "today", "weekday"})
_COUNTED_FOR = timedelta(days=21)  # the dead of a disaster are still being counted so long after
_MORE = re.compile(r"\b(?:another|additional|further|(?<!or )more(?! than))\b")
_NEW = re.compile(r"\bnew\b")
_FETCHED = re.compile(
    r"\b(?:recover|retriev|pull|found|fish|dug|dig|drag|lift|bring|brought)\w*\b"
)  # bodies, on a day of their own


def _is_of_its_day(
    counted: Counted, around: Surroundings, words: str, time: TimeExpression
) -> bool:
    """Say whether a time tells of some among the dead of a disaster: 33 more in 24 hours."""
    told = around.folded[max(around.left, counted.start - len("another ")) : counted.end]
    if around.folded.startswith("'s", time.end):
        return False  # found at the site of Monday's blast
    is_more = counted.counted == "killed" and _MORE.search(told)
    are_bodies = "bodies" in words or "corpses" in words
    return bool(is_more or (are_bodies and _FETCHED.search(words)) or "found dead" in words)


def of_loss(
    counted: Counted, around: Surroundings, words: str, *, time: TimeExpression | None
) -> str:
    """The dead and hurt: a toll still running, or a fight that is over."""
    is_fresh = time is None or is_recent(time, around.told) or _is_of_disaster(around, words, time)
    is_fresh = is_fresh and not (time and _OF_YEARS.search(around.folded, time.start, time.end))
    if time is not None and (
        not is_fresh or _is_one_event(counted, around) or _is_of_one_in_a_series(around, time)
    ):
        return CHANGE
    if counted.counted == "infected" and _NEW.search(around.folded, counted.start, counted.end):
        return CHANGE
    if time is not None and time.atom in STRETCHES and time.sort == "closed":
        return CHANGE  # over the weekend
    if time is not None and time.atom in _LATELY and _is_of_its_day(counted, around, words, time):
        return CHANGE
    happening = counted.happening
    if around.story == "disaster" and happening and _is_counted_up(happening):
        return CUMULATIVE
    if ONE_DEED.search(words) or _ONE_DEED_OF_BOTH.match(around.folded, counted.end):
        return CHANGE
    return CUMULATIVE if time is None and is_so_far(counted, words, around) else CHANGE


def _is_of_disaster(around: Surroundings, words: str, time: TimeExpression) -> bool:
    """Say whether a time dates the disaster itself, whose dead are counted for weeks."""
    if around.story != "disaster" or around.told is None or time.last is None:
        return False
    if time.first != time.last or not timedelta() <= around.told - time.last <= _COUNTED_FOR:
        return False
    stop = around.folded.find(". ", time.start)
    whole = around.folded[around.right : stop] if around.right < stop else ""
    return bool(_MAIN_EVENT.search(words) or _MAIN_EVENT.search(whole))


# Two died that day; the first tremors, on 6 December, killed one: others have come since.
_THAT_DAY = re.compile(
    r"(?:on )?(?:that|the same)(?: very)? (?:day|night|evening|morning|afternoon)"
)
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:first|earlier|previous|second|third|another|separate)(?:\s+[a-z]+)?\s+"
    rf"{names_of('disaster', 'accident', 'carrier')}\b[^.;]{{0,12}}$"
)


def _is_of_one_in_a_series(around: Surroundings, time: TimeExpression) -> bool:
    """Say whether a time is that of one disaster among several, or of that day and no more."""
    if _THAT_DAY.match(around.folded, time.start, time.end):
        return True
    left = max(around.left, time.start - _SERIES)
    return _ONE_OF_SEVERAL.search(around.folded, left, time.start) is not None


_SERIES = 60  # characters before a time in which it is told which disaster it dates


_APART = Led(
    r"\b(?:separate|unrelated) (?:accident|incident|attack|blast|crash|fire|explosion|landslide)\b"
    r"|\blooters\b"
)


def _is_counted_up(happening: Happening) -> bool:
    return happening.nature == "loss" or happening.name in ("missing", "hospitalised")


def _is_one_event(counted: Counted, around: Surroundings) -> bool:
    """Say whether a number is of one event within the story: eleven drowned when a boat sank."""
    if _WHEN_ARMED.match(around.folded, counted.end):
        return True
    if _APART.search(around.folded, around.left, around.right):
        return True
    if around.is_lead:
        return False  # the event of the whole report
    after = _WHEN.search(around.folded, counted.end, around.right)
    return after is not None and not _MAIN_EVENT.search(around.folded, after.end(), around.right)
