"""A sentence, the date of publication and known events in, the times it names as periods out.

No date but the publication's is ever used: `on Friday` without one is found but has no period.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from musterbook.claims.times.date_spans import back_from
from musterbook.claims.times.known_events import known_events
from musterbook.claims.times.time_atoms import time_atoms
from musterbook.claims.times.time_expression import YEARLY, TimeExpression
from musterbook.claims.times.time_in_year import OF_YEAR
from musterbook.claims.times.time_pointing import pointing_words
from musterbook.claims.times.time_ranges import ranges
from musterbook.claims.times.time_stretches import with_stretches
from musterbook.claims.times.time_windows import with_windows
from musterbook.core.when import Period


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
    known = list(known_events(folded, start, end, published=published, events=events))
    words = list(pointing_words(folded, start, end, published=published))
    if not (atoms or known or words):
        return tuple(with_windows(folded, (start, end), (), published=published))
    named = list(ranges(folded, start, atoms, published))
    spans = [(each.start, each.end) for each in known]
    others = (*known, *(each for each in words if not _overlaps(each, spans)))
    backward = [(each.start, each.end) for each in others if _points_back(each)]
    named = [each for each in named if not _overlaps(each, backward)]
    taken = [(each.start, each.end) for each in named]
    named += [
        other for other in others if not any(a < other.end and other.start < b for a, b in taken)
    ]
    named.sort(key=lambda each: each.start)
    named = list(_in_the_year_named(folded, named))
    named = with_stretches(folded, named)
    return tuple(with_windows(folded, (start, end), named, published=published))


def _points_back(time: TimeExpression) -> bool:
    """Say whether a time is found from another: the year before, since April of that year."""
    return time.sort == "shifted" or time.atom.startswith(OF_YEAR)


# Two years ago, when 9,000 came back in March.
_WHEN = re.compile(r",? when\b[^.;]{0,80}")


def _in_the_year_named(folded: str, named: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Take a month that names no year for one of the year told just before it."""
    for before, time in zip([None, *named], named, strict=False):
        is_month = time.sort == "closed" and time.atom in YEARLY and time.first and time.last
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
