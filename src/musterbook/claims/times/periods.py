"""A sentence, the date of publication and known events in, the times it names as periods out.

No date but the publication's is ever used: `on Friday` without one is found but has no period.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.date_spans import DAYS_IN_WEEK, back_from
from musterbook.claims.times.time_atoms import TimeAtom, time_atoms
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.time_pointing import pointing_words
from musterbook.claims.times.time_stretches import with_stretches
from musterbook.claims.times.time_windows import with_windows
from musterbook.core.when import Period

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
_FROM = UpTo(r"\b(?:from|starting(?: in| from| on)?|beginning(?: in| on)?|after)\s+$")
_ONWARD = re.compile(r"\s+(?:onwards?|on\b|forward)")
# By noon on Monday; until the evening of 6 May; as of late Friday.
_HOUR_OF: Final = (
    r"(?:(?:the )?(?:early |late )?(?:noon|midday|midnight|dawn|dusk|daybreak|sunrise|sunset"
    r"|nightfall|morning|afternoon|evening|night|eve|hours|close) (?:on |of )(?:the )?)"
)
_UNTIL = UpTo(
    r"\b(?:by|until|till|up to|up until|through|before|prior to|ahead of"
    r"|no later than)\s+(?:the end of\s+|the\s+)?$"
    rf"|\b(?:by|until|till|up to|through|no later than)\s+{_HOUR_OF}$"
)
_IS_BEFORE = re.compile(r"(?:before|prior to|ahead of)\s+(?:the\s+)?$")
_UNTIL_THEN = UpTo(
    r"\b(?:before|until) (?:the|its|their|they|he|she|it) (?:[a-z'-]+ ){0,4}?[a-z'-]+,?"
    r" (?:in|on|of) $"
)
_AS_OF = UpTo(rf"\bas (?:of|at)\s+{_HOUR_OF}?$")
_PREPOSITION = UpTo(
    r"\b(?:as (?:recently|late|early) as|in all of|throughout|during|(?<!handed )over|within|in|on"
    r"|for|at|of|between|since|from)\s+(?:the\s+)?$"
)
_TO = re.compile(r"\s*(?:to|until|till|and|through|-|–|—)\s*(?:the\s+)?")
_VAGUE = re.compile(r"\b(?:few|several|recent [a-z]+s)\b")
_BEGAN = UpTo(r"\b(?:began|begun|started|erupted|broke out)\s+(?:[io]n\s+)?$")
_GOING_ON = re.compile(
    r"\s+and (?:continued|ended|went on|lasted)\s+"
    r"(?:(?:late|early|until|through|into|on|in)\s+){0,2}"
)
# Until May runs from now on; by May, before May it may have begun before.
RUNS_ON: Final = ("until", "till", "up ", "through")
SEASONS_NAMED: Final = frozenset({"season", "this_season"})  # by summer: when it comes
_YEARLY: Final = frozenset({"month_day", "day_month", "month"})
_NEAR = 40  # characters that hold the longest preposition before a time
_BEGINS = re.compile(r"since|began|started|erupted|broke out")
_WINDOW = 112  # characters looked back for `since the uprising began in`
_MIDDLE = 15  # the day that the middle of a month is told by
_POINTS: Final = frozenset(
    {"iso", "month_day", "day_month", "nth", "weekday", "today", "yesterday", "edge"}
)


def find_periods(
    folded: str,
    start: int,
    end: int,
    *,
    published: date | None,
    events: Mapping[str, Period],
) -> tuple[TimeExpression, ...]:
    """Find every time named between two offsets of a folded text, in order of place."""
    atoms = time_atoms(folded, start, end, published=published)
    known = list(_events(folded, start, end, published=published, events=events))
    words = list(pointing_words(folded, start, end, published=published))
    if not (atoms or known or words):
        return tuple(with_windows(folded, (start, end), (), published=published))
    named = list(_ranges(folded, start, atoms, published))
    spans = [(each.start, each.end) for each in known]
    others = (*known, *(each for each in words if not _overlaps(each, spans)))
    backward = [(each.start, each.end) for each in others if each.sort == "shifted"]
    named = [each for each in named if not _overlaps(each, backward)]
    taken = [(each.start, each.end) for each in named]
    named += [
        other for other in others if not any(a < other.end and other.start < b for a, b in taken)
    ]
    named.sort(key=lambda each: each.start)
    named = list(_in_the_year_named(folded, named))
    named = with_stretches(folded, named)
    return tuple(with_windows(folded, (start, end), named, published=published))


# Two years ago, when 9,000 came back in March.
_WHEN = re.compile(r",? when\b[^.;]{0,80}")


def _in_the_year_named(folded: str, named: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Take a month that names no year for one of the year told just before it."""
    for before, time in zip([None, *named], named, strict=False):
        is_month = time.sort == "closed" and time.atom in _YEARLY and time.first and time.last
        year = before.first.year if before and before.first and before.atom in _OF_A_YEAR else None
        is_in_it = before and year and is_month and _WHEN.fullmatch(folded, before.end, time.start)
        if is_in_it and before and before.last and before.last.year == year and time.first:
            back = time.first.year - year
            first, last = time.first, time.last
            yield replace(
                time,
                first=back_from(first, back, "year"),
                last=back_from(last, back, "year") if last else None,
            )
        else:
            yield time


_OF_A_YEAR: Final = frozenset({"ago", "year", "calendar"})


def _overlaps(one: TimeExpression, taken: list[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in taken)


def _ranges(
    folded: str, left: int, atoms: list[TimeAtom], published: date | None
) -> Iterator[TimeExpression]:
    """Read each atom with its prepositions; `from A to B` and `between A and B` become one."""
    skip = False
    for atom, following in zip_longest(atoms, atoms[1:]):
        if skip:
            skip = False
            continue
        joined = _joined(folded, atom, following) if following else None
        if joined:
            skip = True
            yield _prefixed(folded, left, joined, published=None)
        else:
            yield _prefixed(folded, left, atom, published=published)


_BOTH = re.compile(r" (?:and|or) ")


def _is_next(first: TimeAtom, second: TimeAtom) -> bool:
    """Say whether two times may be told as one: weekdays, one year and the next."""
    if first.rule == "weekday":
        return True
    if first.rule != "year" or first.period is None or second.period is None:
        return False
    return first.period.end + timedelta(days=1) == second.period.start


_OPENER = UpTo(r"\b(?:from|between|since|the years)\s+(?:the\s+)?$")
_OPENER_REACH: Final = 16


def _joined(folded: str, first: TimeAtom, second: TimeAtom) -> TimeAtom | None:
    opener = _OPENER.search(folded, first.start - _OPENER_REACH, first.start)
    began = _BEGAN.search(folded, first.start - _NEAR, first.start)
    if began and _GOING_ON.fullmatch(folded, first.end, second.start):
        opener = began
    both = first.rule == second.rule and _is_next(first, second)
    both = both and bool(_BOTH.fullmatch(folded, first.end, second.start))
    is_to = _TO.fullmatch(folded, first.end, second.start) or opener is began
    if not both and not (opener and is_to):
        return None
    if first.period is None or second.period is None:
        return None
    end, begin = second.period.end, first.period.start
    if end < begin and first.rule == second.rule == "weekday":
        begin -= timedelta(days=DAYS_IN_WEEK)  # told on a Thursday: between Thursday and Saturday
    if end < begin and second.rule in _YEARLY:
        end = back_from(end, -1, "year")  # between October 1 and a December 31 yet to come
    if end < begin:
        return None
    period = Period(begin, end)
    start = opener.start() if opener and opener is not began else first.start
    return TimeAtom(start, second.end, "range", period)


def _prefixed(folded: str, left: int, atom: TimeAtom, *, published: date | None) -> TimeExpression:
    """Read the words before a time, and `onwards` after it: they say which side of it is meant."""
    near = max(left, atom.start - _NEAR)
    first = atom.period.start if atom.period else None
    last = atom.period.end if atom.period else None
    base = TimeExpression(atom.start, atom.end, first, last, "closed", atom.rule)
    if atom.rule == "range" or (atom.rule == "weekend" and folded[atom.start] == "a"):
        return base  # after a weekend massacre: on the weekend
    base = _without_vague_edge(folded, base, published)
    first, last = base.first, base.last
    if found := _from_then(folded, left, base, published=published):
        return found
    if middle := _middle(folded, base):
        first = last = middle
    if match := _AS_OF.search(folded, near, atom.start):
        return replace(base, start=match.start(), sort="as of")
    if (match := _UNTIL_THEN.search(folded, near, atom.start)) and first:
        # Before the troops came, in December 1979; before the takeover of 1978.
        return replace(base, start=match.start(), first=None, last=first, sort="until", atom="then")
    is_doer = atom.rule == "lasting"  # driven out by three days of rioting
    if (match := _UNTIL.search(folded, near, atom.start)) and not is_doer:
        return _up_to(replace(base, first=first, last=last), match, published)
    if match := _PREPOSITION.search(folded, near, atom.start):
        return replace(base, start=match.start())
    return base


def _without_vague_edge(
    folded: str, base: TimeExpression, published: date | None
) -> TimeExpression:
    """Leave open since when the past few days are, and until when the next few."""
    if not _VAGUE.search(folded, base.start, base.end):
        return base
    if base.atom in ("past", "lasting"):
        return replace(base, first=None)
    return replace(base, first=published, sort="till") if base.atom == "coming" else base


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


def _events(
    folded: str, start: int, end: int, *, published: date | None, events: Mapping[str, Period]
) -> Iterator[TimeExpression]:
    """Find the case's own events: since the war began."""
    for name, period in events.items():
        pattern = rf"(?P<how>since|after|before|until|when)\s+{re.escape(name.lower())}(?!\w)"
        for match in re.compile(pattern).finditer(folded, start, end):
            if match["how"] in ("since", "after"):
                span = (period.start, published)
                yield TimeExpression(match.start(), match.end(), *span, "since", "event")
            elif match["how"] == "when":
                span = (period.start, period.end)
                yield TimeExpression(match.start(), match.end(), *span, "closed", "event")
            else:
                yield TimeExpression(
                    match.start(), match.end(), None, period.start, "until", "event"
                )


def is_short(expression: TimeExpression) -> bool:
    """Say whether an expression names one day, as the dateline of a speech does."""
    return expression.atom in _POINTS
