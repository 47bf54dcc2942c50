"""A time and the words before it in, which side of it is meant out: since May, by May."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.date_spans import DAYS_IN_WEEK, days_on
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_atoms import TimeAtom
from musterbook.claims.times.time_expression import TimeExpression

_SINCE = re.compile(
    r"\b(?:which|that)\s+(?:began|started|erupted|broke out|has lasted since)"
    r"\s+(?:[io]n\s+)?$"
    r"|\b(?:ever )?since\s+"
    r"(?:(?:about|around|at least|as (?:far back|early|long ago) as|some ?time in)\s+)?"
    r"(?:\d{1,2}(?::\d\d)? [ap]\.?m\.? (?:on )?)?"
    r"(?:(?:[a-z0-9'’ -]|,\s\d\d,){1,100}?(?:,\son)?\s(?:(?:in|on)\s+)?|the\s+)?$"
)
_WENT_ON = re.compile(
    r"\s+and (?:continued|ended|went on|lasted)\b"
)  # began Friday and ended Sunday
_SO_FAR = UpTo(r"\bso far (?:in |during )?$")
_FROM = UpTo(
    r"\b(?:from|starting(?: in| from| on)?|beginning(?: in| on)?|effective(?: on| from)?|after)\s+$"
)
_ONWARD = re.compile(
    r"\s+(?:onwards?|on\b|forward|(?:to|until|up to|till) (?:the present|date|now)\b)"
)
# By noon on Monday; until the evening of 6 May; as of late Friday.
_HOUR_OF: Final = (
    r"(?:(?:the )?(?:early |late )?(?:noon|midday|midnight|dawn|dusk|daybreak|sunrise|sunset"
    r"|nightfall|morning|afternoon|evening|night|eve|hours|close|end of the day)"
    r" (?:on |of )(?:the )?"
    r"|(?:early|late|noon|midday|midnight|dawn) "
    r"|(?:about |around )?\d{1,2}(?:[:.]\d\d)?(?: [ap]\.?m\.?| o'clock)(?: local time)?,? (?:on )?"
    r"|(?:about |around )?\d{4}(?: (?:hours|gmt|local time|hrs|utc))*,? (?:on )?)"
)
_UNTIL = UpTo(
    r"\b(?:by|until|till|up to(?: and including)?|up until|through|before|prior to|ahead of"
    r"|no later than|between now and)\s+(?:the (?:end of|year)\s+|the\s+)?$"
    rf"|\b(?:by|until|till|up to|through|no later than)\s+{_HOUR_OF}$"
)
_IS_BEFORE = re.compile(r"(?:before|prior to|ahead of)\s+(?:the\s+)?$")
_CAME_ABOUT: Final = (
    r"(?:(?:was|were) [a-z]+ed|began|broke out|fell|left|came|went|burst|shut|struck|hit|sank|won"
    r"|lost|took (?:over|power|office|effect)|(?!need)[a-z]{2,}ed)"
)
_UNTIL_THEN = UpTo(
    r"(?<!day )(?<!days )(?<!week )(?<!weeks )(?<!month )(?<!months )(?<!hours )"
    r"\b(?:before|until|by the time) (?:the|its|their|they|he|she|it) (?:[a-z'-]+ ){0,4}?"
    rf"(?:(?P<come>{_CAME_ABOUT})|[a-z'-]+),?"
    r" (?:in|on|of) $"
)
# Went on into Tuesday morning.
_INTO = UpTo(
    r"\b(?:went on|gone on|go on|going on|continued|lasted|dragged on|raged|stretched|ran"
    r"|extended|spilled over)"
    r" (?:well |late |far )?into (?:the )?(?:early |late )?(?:hours of )?$"
)
_AS_OF = UpTo(rf"\bas (?:of|at)\s+{_HOUR_OF}?$")
_PREPOSITION = UpTo(
    r"\b(?:as (?:recently|late|early) as|in all of|throughout|during|(?<!handed )over|within|in|on"
    r"|for|at|of|between|since|from)\s+(?:the\s+)?$"
)
_VAGUE = re.compile(
    r"\b(?:few|several|recent [a-z]+s|(?:past|last) (?:hour|day|week|month|year)s"
    r"|(?:first|last|final|opening|closing) (?:day|week|month)s of)\b"
)
_FIRST = re.compile(r"(?:the )?(?:first|opening)\b")
# Until May runs from now on; by May, before May it may have begun before.
RUNS_ON: Final = ("until", "till", "up ", "through", "between now")
SEASONS_NAMED: Final = frozenset({"season", "this_season"})  # by summer: when it comes
_NEAR = 40  # characters that hold the longest preposition before a time
_BEGINS = re.compile(r"since|began|started|erupted|broke out")
_WINDOW = 112  # characters looked back for `since the uprising began in`
_HOURS = ("noon ", "midday ", "midnight ", "early ", "late ")
_MIDDLE = 15  # the day that the middle of a month is told by


def prefixed(folded: str, left: int, atom: TimeAtom, *, published: date | None) -> TimeExpression:
    """Read the words before a time, and `onwards` after it: they say which side of it is meant."""
    near = max(left, atom.start - _NEAR)
    first = atom.period.start if atom.period else None
    last = atom.period.end if atom.period else None
    base = TimeExpression(atom.start, atom.end, first, last, "closed", atom.rule)
    if atom.rule == "range" or (atom.rule == "weekend" and folded[atom.start] == "a"):
        return base  # after a weekend massacre: on the weekend
    base = _next_week(folded, _without_vague_edge(folded, base), near, published)
    if base.first and _INTO.search(folded, near, atom.start):
        base = replace(base, first=days_on(base.first, -1))  # it had begun before
    first, last = base.first, base.last
    if found := _from_then(folded, left, base, published=published):
        return _before_it_began(folded, found)
    if middle := _middle(folded, base):
        first = last = middle
    if match := _AS_OF.search(folded, near, atom.start):
        return replace(base, start=match.start(), sort="as of")
    if (match := _UNTIL_THEN.search(folded, near, atom.start)) and first:
        # Before the troops came, in December 1979; before the takeover of 1978.
        is_told = match["come"] is not None and not folded.endswith(", in ", 0, atom.start)
        last = last if is_told else first  # closed in November: at its end at the latest
        return replace(base, start=match.start(), first=None, last=last, sort="until", atom="then")
    is_doer = atom.rule == "lasting"  # driven out by three days of rioting
    match = _UNTIL.search(folded, near, atom.start)
    if match and _IS_BEFORE.match(match[0]) and folded.startswith(_HOURS, atom.start):
        return replace(base, start=match.start())  # just before noon Tuesday: on that day
    is_doer = is_doer or (match is not None and _is_doer(folded, match, atom.end))
    if match and not is_doer:
        return _up_to(replace(base, first=first, last=last), match, published)
    if match := _PREPOSITION.search(folded, near, atom.start):
        return replace(base, start=match.start())
    return base


# The feast falls on Tuesday, talks open on Friday: on the next one.
_FALLS_ON = UpTo(
    r"\b(?:falls?|begins?|opens?|starts?|ends?|expires?|(?:is|are) due(?: to [a-z]+)?) on $"
)


def _next_week(
    folded: str, time: TimeExpression, near: int, published: date | None
) -> TimeExpression:
    """Give the same weekday after the day of the report, for what a present tense says of it."""
    if time.atom != "weekday" or not (published and time.first and time.last):
        return time
    if time.last >= published or not _FALLS_ON.search(folded, near, time.start):
        return time
    first, last = days_on(time.first, DAYS_IN_WEEK), days_on(time.last, DAYS_IN_WEEK)
    return replace(time, first=first, last=last)


# Buried by Saturday's landslide; but by Saturday's deadline.
_ITS_HARM = re.compile(
    rf"'s\s+(?:[a-z-]+\s+){{0,2}}?{names_of('disaster', 'accident', 'attack', 'unrest', 'war')}\b"
)


def _is_doer(folded: str, by: re.Match[str], end: int) -> bool:
    """Say whether an event called by its day did what is told: wrecked by Sunday's quake."""
    return by[0].startswith("by") and _ITS_HARM.match(folded, end) is not None


# Before the war, which began in 1992: up to then.
_BEFORE_IT = UpTo(r"\bbefore (?:the|that|its) (?:[a-z-]+ ){0,2}[a-z-]+, $")


def _before_it_began(folded: str, time: TimeExpression) -> TimeExpression:
    """Read the beginning of what something was before as its end."""
    is_so = folded.startswith(("which ", "that "), time.start)
    if not is_so or not _BEFORE_IT.search(folded, max(0, time.start - _NEAR), time.start):
        return time
    return replace(time, first=None, last=time.first, sort="until", atom="then")


def _without_vague_edge(folded: str, base: TimeExpression) -> TimeExpression:
    """Leave open since when the past few days are, and when the next few begin and end."""
    if not _VAGUE.search(folded, base.start, base.end):
        return base
    if base.atom in ("past", "lasting"):
        return replace(base, first=None)
    if base.atom == "first_of":
        is_first = _FIRST.match(folded, base.start, base.end)
        return replace(base, last=None) if is_first else replace(base, first=None)
    return replace(base, first=None, sort="till") if base.atom == "coming" else base


def _up_to(base: TimeExpression, match: re.Match[str], published: date | None) -> TimeExpression:
    """Read by, until or before a time: a season by its first day, the rest by the last."""
    is_end = " end of " in match[0]
    if base.atom == "last_month" and is_end:
        base = replace(base, first=base.last, atom="edge")  # by the end of next September
    is_first = (base.atom in SEASONS_NAMED and not is_end) or _IS_BEFORE.match(match[0])
    edge = base.first if is_first else base.last
    if published and edge and edge > published:
        begin = published if match[0].startswith(RUNS_ON) else None
        return replace(base, start=match.start(), first=begin, last=edge, sort="till")
    return replace(base, start=match.start(), first=None, last=edge, sort="until")


def _middle(folded: str, time: TimeExpression) -> date | None:
    """Give the day on which something begins or ends in the middle of a month: since mid-April."""
    is_middle = time.atom == "part_month" and folded.startswith("mid", time.start)
    return time.first.replace(day=_MIDDLE) if is_middle and time.first else None


def _from_then(
    folded: str, left: int, base: TimeExpression, *, published: date | None
) -> TimeExpression | None:
    """Read a time from which something runs on: since May, so far in May, from May on."""
    near = max(left, base.start - _NEAR)
    match = _SO_FAR.search(folded, near, base.start)
    if match is None and _BEGINS.search(folded, max(left, base.start - _WINDOW), base.start):
        match = _SINCE.search(folded, max(left, base.start - _WINDOW), base.start)
    is_ahead = published is not None and base.first is not None and base.first > published
    if match and is_ahead:
        return replace(base, start=match.start(), first=None, last=published, sort="since")
    if match and not _WENT_ON.match(folded, base.end):
        first = _middle(folded, base) or base.first
        return replace(base, start=match.start(), first=first, last=published, sort="since")
    onward = _ONWARD.match(folded, base.end)
    match = _FROM.search(folded, near, base.start)
    if match and base.atom == "lasting":
        return replace(base, start=match.start(), last=published)  # after a night of shooting
    if match and (onward or not match[0].startswith("from")):
        end = onward.end() if onward else base.end
        return replace(base, start=match.start(), end=end, last=published, sort="since")
    return None
