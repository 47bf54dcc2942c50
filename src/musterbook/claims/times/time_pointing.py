"""A stretch of folded text in, the times that point at another time or at now out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from musterbook.claims.number_words import count_of, day_of_ordinal
from musterbook.claims.patterns.any_of import AnyOf
from musterbook.claims.patterns.led import Led
from musterbook.claims.times import pointing_patterns as told
from musterbook.claims.times.date_spans import back_from
from musterbook.claims.times.time_expression import (
    CAME_AFTER,
    HOUR,
    ONLY_SO,
    THUS_FAR,
    TimeExpression,
)
from musterbook.claims.times.time_in_year import PART_OF_A_YEAR, parts_of_a_year

_SAME_OR_NOW: Final = (
    (told.NOW, "now", "now"),
    (told.SAME, "same", "same"),
    (told.HOUR, "same", HOUR),
    (told.BEFORE_THAT, "same", "@<"),
)


def pointing_words(
    folded: str, start: int, end: int, *, published: date | None
) -> Iterator[TimeExpression]:
    """Find times told without a date: now, at that time, the year before, two days later."""
    wordings = _wordings_in(folded, start, end)
    if not wordings:
        return
    parts = list(parts_of_a_year(folded, start, end)) if PART_OF_A_YEAR in wordings else []
    yield from (_as_beginning(folded, each, published) for each in parts)
    for pattern, sort, atom in _SAME_OR_NOW:
        day = published if sort == "now" else None
        for match in pattern.finditer(folded, start, end) if pattern in wordings else ():
            if any(each.start < match.end() and match.start() < each.end for each in parts):
                continue  # in March of that year
            yield TimeExpression(match.start(), match.end(), day, day, sort, atom)
    for pattern, read in _READERS.items():
        for match in pattern.finditer(folded, start, end) if pattern in wordings else ():
            if _is_rather_another(pattern, match, wordings):
                continue
            if time := read(match, published):
                yield time


_SINCE: Final = "since "


def _as_beginning(folded: str, time: TimeExpression, published: date | None) -> TimeExpression:
    """Read `since April of that year` as a beginning, the rest as it is."""
    if not folded.endswith(_SINCE, 0, time.start):
        return time
    start = time.start - len(_SINCE)
    return replace(time, start=start, last=published, sort="since then")


def _wordings_in(folded: str, start: int, end: int) -> frozenset[Led]:
    """Give the wordings that may stand in a sentence; some are of the perfect only."""
    wordings = _WORDINGS.in_stretch(folded, start, end)
    for pattern, tense in _OF_A_TENSE.items():
        if pattern in wordings and tense.search(folded, start, end) is None:
            wordings -= {pattern}
    return wordings


_OF_A_TENSE: Final = {
    told.SINCE_ANY: told.PERFECT,
    told.THUS_FAR: told.PERFECT_NOW,
    told.RUN_SO_LONG: told.PERFECT_NOW,
}
# What is read otherwise where a closer wording stands in the same place.
_RATHER: Final = {
    told.SINCE_ANY: told.SINCE_EVENT,
    told.LATER: told.THUS_FAR,
    told.NTH_DAY: told.RUN_SO_LONG,
}


def _is_rather_another(pattern: Led, match: re.Match[str], wordings: frozenset[Led]) -> bool:
    other = _RATHER.get(pattern)
    if other is None or other not in wordings:
        return False
    return other.match(match.string, match.start(), match.endpos) is not None


def _unsettled(match: re.Match[str], sort: str, atom: str) -> TimeExpression:
    """Give a time whose days are told only by what was named before; the atom says how."""
    return TimeExpression(match.start(), match.end(), None, None, sort, atom)


def _since_event(match: re.Match[str], published: date | None) -> TimeExpression:
    """Read a beginning that is named and not dated: since the war began."""
    return TimeExpression(match.start(), match.end(), None, published, "since", "event")


def _since_morning(match: re.Match[str], published: date | None) -> TimeExpression | None:
    """Read the morning of the day of the report, where that is known."""
    if published is None:
        return None
    return TimeExpression(match.start(), match.end(), published, published, "since", "today")


def _since_then(match: re.Match[str], published: date | None) -> TimeExpression:
    return TimeExpression(match.start(), match.end(), None, published, "since then", "same")


def _thus_far(match: re.Match[str], published: date | None) -> TimeExpression:
    """Read how long something has run: six weeks into the war."""
    return TimeExpression(match.start(), match.end(), None, published, "since", THUS_FAR)


def _run_so_long(match: re.Match[str], published: date | None) -> TimeExpression | None:
    """Read how long what goes on has gone on: a three-week offensive that has killed 345.

    Its tenth day tells on which day it began, its third week or year does not.
    """
    if published is None:
        return None
    first = None
    if match["nth"] and match["u3"] == "day":
        digits = re.sub(r"\D", "", match["nth"])
        nth = int(digits) if digits else day_of_ordinal(match["nth"])
        first = back_from(published, nth - 1, "day")
    elif not match["nth"]:
        count, unit = match["n"] or match["n2"], match["u"] or match["u2"]
        first = back_from(published, count_of(count), unit)
    return TimeExpression(match.start(), match.end(), first, published, "since", "lasting")


def _when_event(match: re.Match[str], _: date | None) -> TimeExpression:
    """Read what an event dates that was named before: when the war began."""
    return _unsettled(match, "same", f"@{_event_of(match)}")


def _event_of(match: re.Match[str]) -> str:
    """Name the event; what is none by its name is marked, for only what is called so will do."""
    return match["noun"] or f"{ONLY_SO}{match['some']}"


def _beside_event(match: re.Match[str], _: date | None) -> TimeExpression:
    return _unsettled(match, "same", f"@{match['noun']}")


def _before_event(match: re.Match[str], _: date | None) -> TimeExpression:
    return _unsettled(match, "same", f"@<{_event_of(match)}")


def _step_from_event(match: re.Match[str], _: date | None) -> TimeExpression:
    sign = "+" if match["way"] == "after" else "-"
    return _unsettled(match, "same", f"@{sign}{match['n'] or 'one'} {match['u']}:{match['noun']}")


def _from_the_start(match: re.Match[str], _: date | None) -> TimeExpression | None:
    """Read the first days of an event: in its first week; of `the first few days` nothing."""
    if match["n"] == "few":
        return None
    return _unsettled(match, "shifted", f"<{match['n'] or 'a'} {match['u']}")


def _nth_day(match: re.Match[str], _: date | None) -> TimeExpression:
    return _unsettled(match, "shifted", f">{match['n']} {match['u']}")


def _came_after(match: re.Match[str], _: date | None) -> TimeExpression:
    """Read how long before a day told something was, of which the clause behind tells."""
    atom = f"{CAME_AFTER}{match['n']} {match['u']}"
    return TimeExpression(match.start("n"), match.end(), None, None, "shifted", atom)


def _within(match: re.Match[str], _: date | None) -> TimeExpression:
    is_of = f"<{match['n']} {match['u']}" if match["of"] else f"={match['n']} {match['v']}"
    return _unsettled(match, "shifted", is_of)


def _shifted(match: re.Match[str], _: date | None) -> TimeExpression:
    """Read a step back from a time: the year before, two days earlier, the same month last year."""
    unit = match["u"] or match["v"] or match["w"] or match["y"] or match["x"] or match["z"]
    unit = "day" if unit in _PARTS_OF_DAY else unit
    same = match["of"] or match["in"]
    atom = f"{match['n']} {unit}" if match["n"] else unit
    if same in ("month", "quarter", "week"):
        atom = f"{same}:{atom}"
    return _unsettled(match, "shifted", atom)


def _stretch_beside(match: re.Match[str], _: date | None) -> TimeExpression | None:
    """Read a stretch that a time named before ends or begins: in the two days that followed.

    In the week that followed is one; of the days that followed nobody says how many they were.
    """
    if match["u2"] and not match["n2"]:
        is_many = match.string.startswith("s", match.end("u2"))
        if is_many or not match["fore"]:
            return None
    way = match["way"] or match["fore"] or match["then"] or match["at"]
    sign = "-" if way.startswith(("pre", "before")) else "+"
    return _unsettled(
        match, "shifted", f"[{sign}{match['n'] or match['n2'] or 'one'} {match['u'] or match['u2']}"
    )


_PARTS_OF_DAY: Final = frozenset({"night", "evening", "morning", "afternoon"})
_LONG: Final = frozenset({"week", "month", "year"})


def _later(match: re.Match[str], _: date | None) -> TimeExpression:
    """Read what points forward from a time named before; the atom tells by how much."""
    unit = match["u"] or match["e"] or match["x"]
    step = "following" if match["u"] in _LONG else match["n"] or "one"
    return _unsettled(match, "shifted", f"+{step} {unit if unit in _LONG else 'day'}")


_READERS: Final[dict[Led, Callable[[re.Match[str], date | None], TimeExpression | None]]] = {
    told.SINCE_EVENT: _since_event,
    told.SINCE_MORNING: _since_morning,
    told.SINCE_ANY: _since_event,
    told.SINCE_THEN: _since_then,
    told.WHEN_EVENT: _when_event,
    told.BESIDE_EVENT: _beside_event,
    told.BEFORE_EVENT: _before_event,
    told.STEP_FROM_EVENT: _step_from_event,
    told.FROM_THE_START: _from_the_start,
    told.NTH_DAY: _nth_day,
    told.THUS_FAR: _thus_far,
    told.RUN_SO_LONG: _run_so_long,
    told.WITHIN: _within,
    told.STRETCH_BESIDE: _stretch_beside,
    told.LATER: _later,
    told.SHIFTED: _shifted,
    told.CAME_AFTER: _came_after,
}
_WORDINGS: Final = AnyOf(PART_OF_A_YEAR, *(pattern for pattern, _, _ in _SAME_OR_NOW), *_READERS)
