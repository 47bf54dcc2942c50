"""A time with a clause behind it and a number in it in, the time as that clause has it out."""

import re
from dataclasses import replace

from musterbook.claims.number_words import ORDINALS, WORDS, count_of, day_of_ordinal
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.chosen_time import Reach
from musterbook.claims.times.date_spans import back_from, neighbour
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression, is_short
from musterbook.claims.times.whole_span import whole_of

# Since the 1985 earthquake, in which 34 died; since 9 September, when.
_WHEN = re.compile(
    r"(?:(?:'s)?(?: (?!in\b|on\b|at\b|and\b|but\b|when\b)[a-z-]+){1,3}"
    r"(?:,?\s+(?:when|which|in which)|\s+that)\b)|,?\s+(?:when|which|in which)\b"
    rf"|(?: [a-z-]+)?? {names_of('attack', 'accident', 'disaster', 'unrest', 'war')}\b"
    r"[^;.]{0,80}?,?\s(?:when|which|in which|that)\b"
)
# Since troops moved early on Friday to break up a roadblock manned by 5,000: on that day.
_TO_WHAT_END = re.compile(r"\s(?:in order )?to\s(?!(?:about|over|some)\b)[a-z]+\s[^.;,:]*$")
_AND = re.compile(r"\b(?:and|but|while)\b")
# At a standstill for a second day on Wednesday after police shot four: on Tuesday.
_FOR_NTH_DAY = UpTo(
    rf"\b(?:for (?:an?|the)|entered its|into its) (?P<n>{ORDINALS}|\d+(?:st|nd|rd|th))"
    r" (?:straight |consecutive |successive )?day (?:running |in a row )?$"
)
_NTH_REACH = 40  # characters that hold such words


def _with_days_numbered(folded: str, time: TimeExpression, reach: Reach) -> TimeExpression | None:
    """Give the first of the days that are numbered, for what is told to have led to them."""
    first = time.first
    if first is None or first != time.last or not folded.startswith(" after ", time.end):
        return None
    if reach.start <= time.end or "," in folded[time.end : reach.start]:
        return None
    found = _FOR_NTH_DAY.search(folded, max(reach.sentence, time.start - _NTH_REACH), time.start)
    if found is None:
        return None
    digits = re.sub(r"\D", "", found["n"])
    before = (int(digits) if digits else day_of_ordinal(found["n"])) - 1
    return replace(
        time, first=back_from(first, before, "day"), last=back_from(first, before, "day")
    )


# Saturday, a day after two were shot; the march on Sunday came two weeks after police shot 14.
_DAYS_AFTER = re.compile(
    r"(?:'s)?(?:(?! after\b)[^.;:,\d]){0,48}?,?\s+"
    rf"(?P<n>a|an|{WORDS}|\d+) (?P<unit>day|week|month|year)s? after\b"
)


def _is_within_clause(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a number is of what the beginning of a count was about: since they moved to."""
    if time.sort != "since" or not time.end < reach.start or time.start - reach.sentence < _OPENS:
        return False
    to_what_end = _TO_WHAT_END.match(folded, time.end, reach.start)
    return to_what_end is not None and _AND.search(to_what_end[0]) is None


_OPENS = 12  # characters of a sentence that such a time opens: the main clause is behind it


def of_the_clause(folded: str, time: TimeExpression, reach: Reach) -> TimeExpression:
    """Read `the worst since September 9, when 27 died; until 1990, when`: at that time itself."""
    edge = time.first if time.sort == "since" else time.last if time.sort == "until" else None
    edge = None if time.atom == "lasting" else edge  # a three-week offensive, in which 345 died
    clause = _WHEN.match(folded, time.end) if edge and reach.start > time.end else None
    if edge and clause and "," not in folded[clause.end() : reach.start]:
        if is_short(time):
            return replace(time, first=edge, last=edge, sort="closed")
        if "day" not in time.atom:
            return whole_of(folded, time, edge)
    is_inside = time.start < reach.start < time.end or _is_within_clause(folded, time, reach)
    if time.sort == "since" and is_inside and time.first:
        # The worst since 30 villagers died in December 2014: they died then.
        start = reach.end if reach.start < time.end else time.start
        inside = replace(time, start=start, last=time.first, sort="closed")
        return inside if is_short(time) else whole_of(folded, inside, time.first)
    if numbered := _with_days_numbered(folded, time, reach):
        return numbered
    return _before_it(folded, time, reach)


def _before_it(folded: str, time: TimeExpression, reach: Reach) -> TimeExpression:
    """Give the time of what was so long before a day: two weeks after police shot 14."""
    is_after = folded.find(" after", time.end, reach.start) >= 0  # looked for first
    after = _DAYS_AFTER.match(folded, time.end) if is_after else None
    is_day = time.sort == "closed" and time.first and time.last
    if not (after and is_day and time.first and time.last and reach.start >= after.end()):
        return time
    if "," in folded[after.end() : reach.start]:
        return time  # on Sunday, a day after the coup, 12 were shot
    count, unit = count_of(after["n"]), after["unit"]
    first, last = (back_from(each, count, unit) for each in (time.first, time.last))
    if unit in ("month", "year"):
        month = neighbour("month", first, 0)
        first, last = month.start, month.end
    return replace(time, first=first, last=last)
