"""The times of a sentence and a number's place in it in, the time that is its own out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from musterbook.claims.kinds.kind_names import CUMULATIVE, LEVEL, RATE
from musterbook.claims.number_words import WORDS, count_of
from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.times.date_spans import DAYS_IN_WEEK, back_from
from musterbook.claims.times.dated import dates_speech, is_day_of_event
from musterbook.claims.times.periods import is_short
from musterbook.claims.times.record_words import is_of_noun, is_of_record
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.told_beside import is_of_other_words, is_told_beside
from musterbook.claims.times.whole_span import whole_of
from musterbook.core.noun import noun
from musterbook.core.when import Period

STRETCHES = frozenset({"range", "days_month", "days_months", "month_days", "between_days", "nths"})
_SET_AGAINST = re.compile(
    r"\b(?:down from|up from|compared (?:with|to)|(?:(?<=, )|(?<=as ))against|versus|from)"
    r"\s*(?:the\s*)?$"
)
# Since the 1985 earthquake, in which 34 died; since 9 September, when.
_WHEN = re.compile(
    r"(?:(?:'s)?(?: (?!in\b|on\b|at\b|and\b|but\b|when\b)[a-z-]+){1,3}"
    r"(?:,?\s+(?:when|which|in which)|\s+that)\b)|,?\s+(?:when|which|in which)\b"
)
_NEXT_CLAUSE = re.compile(
    r",\s(?:but|while|whereas|against|compared|(?:about |roughly )?as many|bringing|raising|taking"
    r"|pushing"
    r"|twice|half(?! of (?:them|whom|those))|double|(?:three|four|five|ten) times)\b"
)
# Their own verb, then what others will do.
_WILL = re.compile(
    r"\s+(?:have|has|had|were|was|are|is)\b[^;]*?\b(?:will|would|(?:is|are) (?:to|due))\b"
)
# Six have been arrested, and four of them were brought before a judge on Wednesday.
_HAVE_AND_WERE = re.compile(
    r"\s+(?:have|has)\b[^;.]*?,\s(?:and|but)\s(?:[\w,-]+ ){1,4}?(?:was|were)\b"
)
_LOOSE = 40  # characters between a number and a `now` that is its own
_ASIDE_RANK = 1.5  # behind what the number's own clause and the one before name
_OTHER_RANK = 0.8  # behind another of the same clause, before what other clauses name
_BEFORE_NUMBER = 0.2  # of two times in a clause the one after the number is more often its own
_ONE_EVENT = 3  # days: what lasts no longer is told as one event
_STILL_COUNTED = 45  # days after an event in which its toll is told up to the day of the report


@noun
class ChosenTime:
    """The time of a number, and whether it is rather the day on which the number was given."""

    expression: TimeExpression
    of_saying: bool


@noun
class Reach:
    """Where a number's own clause lies and where the number itself stands."""

    sentence: int
    left: int
    right: int
    start: int
    end: int


def choose_time(
    folded: str, times: Sequence[TimeExpression], reach: Reach, speeches: Sequence[Speech]
) -> ChosenTime | None:
    """Choose the nearest time of the sentence; one that dates a speech comes last or not at all."""
    if not times:
        return None
    best: tuple[float, ChosenTime] | None = None
    span = (reach.sentence, reach.start, reach.end)
    has_rival = sum(each.sort != "now" for each in times) > 1  # opened in May, has taken 17 so far
    for named in times:
        time = _of_the_clause(folded, named, reach)
        # Nobody says a thing from the 1st to the 12th: a stretch is of what is said.
        of_saying = (
            time.sort == "closed"
            and time.atom not in STRETCHES
            and not is_day_of_event(folded, time)
            and dates_speech(folded, time, speeches, sentence=reach.sentence, number=reach.end)
        )
        is_strange = (
            is_of_record(folded, time)
            or is_of_noun(folded, time)
            or _is_stray(folded, time, reach)
            or _is_of_next(folded, time, reach)
        )
        if (of_saying and is_short(time)) or is_strange:
            continue
        rank = _distance(time, reach) + 3.0 * of_saying
        rank -= 3.0 * (" in which " in folded[time.end : reach.start])
        rank += 3.0 * _heads(folded, time, reach)
        if has_rival:
            rank += _ASIDE_RANK * is_told_beside(folded, time, span)
            rank += _OTHER_RANK * is_of_other_words(folded, time, reach.end)
        rank += 1.0 * (time.atom in _BARE_LENGTHS)  # a day named beside it tells which days
        rank += 1.0 * time.atom.startswith("=")  # within a week: of what another time tells
        rank -= 0.7 * _counts_to_now(folded, time, reach)
        rank += _OF_SORT.get(time.sort, 0.0) if time.atom[0] != "@" else 0.0
        if best is None or rank < best[0]:
            best = (rank, ChosenTime(time, of_saying))
    return best[1] if best else None


_BARE_LENGTHS: Final = frozenset({"lasting", "span", "within"})
_OF_SORT = {"now": 0.5, "same": 0.6, "shifted": -0.3}  # loose words after, steps before others
_SO_FAR = frozenset({"so far", "thus far", "to date", "until now", "up to now"})


def _counts_to_now(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether `so far` stands right before a number: so far 87 people have died."""
    return 0 <= reach.start - time.end <= 1 and folded[time.start : time.end] in _SO_FAR


_HEADS = 90  # characters of a heading within a sentence: Beirut in Arabic 0530 GMT 19 Sep:


def _heads(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time stands over what is told, before a colon: Beirut 0530 GMT 19 Sep:."""
    near = reach.sentence <= time.start and time.end - reach.sentence <= _HEADS
    return near and folded.startswith(":", time.end) and time.end < reach.start


_DAYS_AFTER = re.compile(rf",?\s+(?P<n>a|an|{WORDS}|\d+) (?P<unit>day|week)s? after\b")


def _of_the_clause(folded: str, time: TimeExpression, reach: Reach) -> TimeExpression:
    """Read `the worst since September 9, when 27 died; until 1990, when`: at that time itself."""
    edge = time.first if time.sort == "since" else time.last if time.sort == "until" else None
    clause = _WHEN.match(folded, time.end) if edge and reach.start > time.end else None
    if edge and clause and "," not in folded[clause.end() : reach.start]:
        if is_short(time):
            return replace(time, first=edge, last=edge, sort="closed")
        if "day" not in time.atom:
            return whole_of(folded, time, edge)
    if time.sort == "since" and time.start < reach.start < time.end and time.first:
        # The worst since 30 villagers died in December 2014: they died then.
        inside = replace(time, start=reach.end, last=time.first, sort="closed")
        return inside if is_short(time) else whole_of(folded, inside, time.first)
    after = _DAYS_AFTER.match(folded, time.end)
    if after and time.first and time.last and reach.start >= after.end():
        count = count_of(after["n"]) * (DAYS_IN_WEEK if after["unit"] == "week" else 1)
        return replace(
            time, first=back_from(time.first, count, "day"), last=back_from(time.last, count, "day")
        )
    return time


def _is_stray(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a loose `now` or `already` belongs to other words than the number's."""
    if time.sort != "now" or folded[time.start : time.end] not in ("now", "already", "still"):
        return False
    between = folded[min(time.end, reach.end) : max(time.start, reach.start)]
    return len(between) > _LOOSE or "," in between


# Handed over the bodies of 86 soldiers killed in Thursday's fighting: not on Thursday.
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses) of\b[^.;]*$")
_KILLED_IN = re.compile(r"\b(?:killed|slain|shot|drowned|died|slaughtered) (?:in|on|during|when)\b")


def _is_of_death(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time behind bodies that were found is that of the deaths."""
    if time.start <= reach.end or not _KILLED_IN.search(folded, reach.start, time.end):
        return False
    return _BODIES_OF.search(folded, reach.left, reach.start) is not None


def _is_of_next(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether a time is of other words: beyond a semicolon; down from 9 in May."""
    between = folded[min(reach.end, reach.right) : reach.right]
    if ";" in folded[min(time.end, reach.end) : max(time.start, reach.start)]:
        return True
    if time.atom.startswith("@<") and reach.sentence < time.start < reach.start:
        return folded.startswith(",", time.end)  # a town of 21,000 before the war, now has
    if time.start > reach.end and folded.endswith((" and ", " and, ", " but "), 0, time.start):
        return True  # on 8 May 15 were freed, and in recent weeks others
    if _NEXT_CLAUSE.search(folded, reach.end, max(reach.end, time.start)):
        return True
    if time.start >= reach.right and _is_of_next_verb(folded, time, reach):
        return True
    behind = folded[reach.end : max(reach.end, time.start)]
    if _is_of_death(folded, time, reach) or (time.sort == "since" and ", including" in behind):
        return True
    if time.start < reach.right:
        return False
    return " that" in between or bool(_SET_AGAINST.search(between))


def _is_of_next_verb(folded: str, time: TimeExpression, reach: Reach) -> bool:
    """Say whether the next number has the time: have been called up, and 4,000 will follow."""
    span = (reach.end, time.start)
    return bool(_WILL.match(folded, *span) or _HAVE_AND_WERE.match(folded, *span))


def _distance(time: TimeExpression, reach: Reach) -> float:
    """0 to 1 in the number's own clause, 1 to 2 before it, 2 to 3 after it."""
    gap = max(time.start - reach.end, reach.start - time.end, 0)
    near = gap / (gap + 100.0)
    is_at_edge = time.start < reach.right < time.end  # compared with 944 in the preceding one
    if reach.left <= time.start and (time.end <= reach.right or is_at_edge):
        is_apart = time.start < reach.start and gap > 1  # in January 60 died, in February 80
        return near + (_BEFORE_NUMBER if is_apart else 0.0)
    return (1.0 if time.end <= reach.left else 2.0) + near


def resolve(
    chosen: ChosenTime, kind: str, *, told: date | None, since: date | None, is_toll: bool
) -> tuple[date | None, date | None]:
    """Give first and last day of a number's time; None where open or not stated.

    `told` is the day of the report (or of the outer speaker's), `since` the start named just
    before for a running total that says only `to date`. `is_toll` marks a running total named as
    such (the death toll), whose day is the day of the count.
    """
    time = chosen.expression
    if time.sort == "since":
        return time.first, told
    if kind == LEVEL and _is_by_month(time) and time.last:
        return time.last.replace(day=1), time.last  # down to 445,000 by September 2023
    if time.sort == "till":
        is_that_day = kind == LEVEL and time.first is None and time.atom != "year"
        return (time.last if is_that_day else time.first), time.last
    if time.sort == "now":
        return (told if kind in (LEVEL, RATE) else since), told
    is_by_day = time.sort in ("until", "as of") and is_short(time)
    is_open = time.first is None and (is_by_day or time.sort == "closed")
    if kind == LEVEL and (is_open or time.atom == "span"):
        return time.last, time.last
    if time.sort == "as of" and kind != LEVEL:
        return None, time.last
    if time.sort == "closed" and kind == CUMULATIVE and time.first and time.last:
        return _counted_from(time.first, time.last, chosen, told=told, is_toll=is_toll)
    return time.first, time.last


def _counted_from(
    first: date, last: date, chosen: ChosenTime, *, told: date | None, is_toll: bool
) -> tuple[date | None, date]:
    """Give the days of a running total: of an event of these days it runs on to the telling."""
    if chosen.expression.atom == "lasting" and told:
        return first, told  # in eight days of fighting it has lost 101
    if chosen.of_saying or (is_toll and is_short(chosen.expression)):
        return (first if first < last and not chosen.of_saying else None), last
    if told and (last - first).days < _ONE_EVENT and 0 <= (told - last).days <= _STILL_COUNTED:
        return first, told
    return first, last


def _is_by_month(time: TimeExpression) -> bool:
    is_month = time.atom in ("month", "month_year", "month_of", "last_month")
    return is_month and time.sort in ("till", "until")


def hull(periods: Sequence[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """Give the smallest stretch that holds several; None where nothing is known."""
    known = [Period(first, last) for first, last in periods if first and last and first <= last]
    if not known:
        return None, None
    return min(each.start for each in known), max(each.end for each in known)
