"""The times of a sentence and a number's place in it in, the time that is its own out."""

from collections.abc import Sequence
from typing import Final

from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.times.chosen_time import STRETCHES, ChosenTime, Reach
from musterbook.claims.times.dated import dates_speech, is_day_of_event
from musterbook.claims.times.record_words import is_in_name, is_of_noun, is_of_record
from musterbook.claims.times.time_expression import CAME_AFTER, TimeExpression, is_short
from musterbook.claims.times.time_in_year import OF_YEAR
from musterbook.claims.times.time_of_clause import of_the_clause
from musterbook.claims.times.time_of_next import is_of_next, is_stray
from musterbook.claims.times.told_beside import (
    is_of_deed_blamed,
    is_of_other_words,
    is_told_beside,
)

_ASIDE_RANK = 1.5  # behind what the number's own clause and the one before name
_OTHER_RANK = 0.8  # behind another of the same clause, before what other clauses name
_BEFORE_NUMBER = 0.2  # of two times in a clause the one after the number is more often its own


def choose_time(
    folded: str, times: Sequence[TimeExpression], reach: Reach, speeches: Sequence[Speech]
) -> ChosenTime | None:
    """Choose the nearest time of the sentence; one that dates a speech comes last or not at all."""
    if not times:
        return None
    best: tuple[float, ChosenTime] | None = None
    span = (reach.sentence, reach.start, reach.end)
    # Opened in May, has taken 17 so far: since May; where six were freed on Monday, 20 are still.
    has_rival = sum(_names_a_day(folded, each) for each in times) > 1
    for named in times:
        time = of_the_clause(folded, named, reach)
        # Nobody says a thing from the 1st to the 12th: a stretch is of what is said.
        of_saying = (
            (time.sort == "closed" or _is_step_back(time))
            and time.atom not in STRETCHES
            and not is_day_of_event(folded, time)
            and dates_speech(folded, time, speeches, sentence=reach.sentence, number=reach.end)
        )
        is_strange = (
            is_of_record(folded, time)
            or is_of_noun(folded, time)
            or is_stray(folded, time, reach)
            or is_of_next(folded, time, reach)
            or (time.atom.startswith(CAME_AFTER) and _came_after_other(folded, time, times, reach))
            or (time.end < reach.start and is_of_deed_blamed(folded, time.end, reach.start))
        )
        if (of_saying and is_short(time)) or is_strange:
            continue
        rank = _distance(time, reach) + 3.0 * of_saying
        rank -= 3.0 * (" in which " in folded[time.end : reach.start])
        rank += 3.0 * _heads(folded, time, reach)
        if has_rival:
            is_aside = is_told_beside(folded, time, span) or is_in_name(folded, time)
            rank += _ASIDE_RANK * is_aside
            rank += _OTHER_RANK * is_of_other_words(folded, time, span)
        rank += _looseness(folded, time) - 0.7 * _counts_to_now(folded, time, reach)
        rank += _of_sort(time)
        if best is None or rank < best[0]:
            best = (rank, ChosenTime(time, of_saying))
    return best[1] if best else None


def _names_a_day(folded: str, time: TimeExpression) -> bool:
    """Say whether a time tells by itself which days are meant, as still does and so far not."""
    return time.sort != "now" or folded[time.start : time.end] in ("still", "now")


def _of_sort(time: TimeExpression) -> float:
    """Give what speaks against a loose time; that spring leans on one that is named before it."""
    if time.atom.startswith(OF_YEAR):
        return -_OF_SORT["shifted"]
    return _OF_SORT.get(time.sort, 0.0) if time.atom[0] != "@" else 0.0


def _came_after_other(
    folded: str, time: TimeExpression, times: Sequence[TimeExpression], reach: Reach
) -> bool:
    """Say whether what came so long after something did so on a day named, or after another thing.

    Beside a day that is named it is read with that day.
    """
    days = [each for each in times if each.sort == "closed" and each.end <= time.start]
    is_dated = any("," not in folded[each.end : time.start] for each in days)
    return is_dated or reach.start < time.end or "," in folded[time.end : reach.start]


def _looseness(folded: str, time: TimeExpression) -> float:
    """Tell how readily a time gives way to another that tells which days are meant.

    Within a week: of what another time tells; still there when darkness fell.
    """
    if time.atom == "span":
        return 2.0  # of which days nobody says
    is_loose = time.atom in _BARE_LENGTHS or time.atom.startswith("=")
    return 1.0 if is_loose else 0.5 * folded.startswith("still", time.start)


def _is_step_back(time: TimeExpression) -> bool:
    """Say whether a time is so far before another: a day earlier, the army said."""
    return time.sort == "shifted" and time.atom[0].isalnum()


_BARE_LENGTHS: Final = frozenset({"lasting", "within"})
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


def _distance(time: TimeExpression, reach: Reach) -> float:
    """0 to 1 in the number's own clause, 1 to 2 before it, 2 to 3 after it."""
    gap = max(time.start - reach.end, reach.start - time.end, 0)
    near = gap / (gap + 100.0)
    is_at_edge = time.start < reach.right < time.end  # compared with 944 in the preceding one
    if reach.left <= time.start and (time.end <= reach.right or is_at_edge):
        is_apart = time.start < reach.start and gap > 1  # in January 60 died, in February 80
        return near + (_BEFORE_NUMBER if is_apart else 0.0)
    return (1.0 if time.end <= reach.left else 2.0) + near
