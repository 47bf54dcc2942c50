"""The words of a search and the choices of a form go in; which rows of the register pass comes out.

`source:unhcr status:proposed date:2024-06.. "crossed the river"` in one box says what the form's
choices say; a `-` before a word turns it round. All conditions must hold.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from musterbook.core.suggest import did_you_mean
from musterbook.core.when import parse_date
from musterbook.views.screens.claim_rows import Row
from musterbook.views.screens.claim_state import State
from musterbook.views.screens.query import Query

KEYS = ("measure", "source", "report", "status", "flag", "date")
TEXT = ""  # the key of words looked for in everything a row says
STATES = {"proposed": State.WAITING.slug, "review": State.WAITING.slug, "aside": State.ASIDE.slug}
_WORD = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a row must be, or with `is_not` must not be."""

    key: str
    value: str
    is_not: bool = False
    written: str = ""

    def holds(self, row: Row) -> bool:
        """Say whether a row passes."""
        return _TESTS[self.key](row, self.value) is not self.is_not


@dataclass(frozen=True, slots=True)
class Filters:
    """All conditions in use; `faults` say in sentences what could not be understood."""

    conditions: tuple[Condition, ...]
    faults: tuple[str, ...] = ()

    def pass_on(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Give the rows for which every condition holds."""
        return tuple(row for row in rows if all(each.holds(row) for each in self.conditions))


def filters_of(query: Query) -> Filters:
    """Read the search box (`q`) and the other choices of an address."""
    faults: list[str] = []
    searched = _searched(query.get("q"), faults)
    chosen = [Condition(key, query.get(key)) for key in KEYS[:-1] if query.get(key)]
    first, last = query.get("from"), query.get("to")
    if first or last:
        chosen.append(Condition("date", f"{first}..{last}"))
    found = [_checked(each, faults) for each in (*searched, *chosen)]
    return Filters(tuple(each for each in found if each is not None), tuple(faults))


def _searched(words: str, faults: list[str]) -> Iterator[Condition]:
    for match in _WORD.finditer(words):
        minus, key, quoted, bare = match.groups()
        value = quoted if quoted is not None else bare
        if key and key not in KEYS:
            hint = did_you_mean(key, KEYS)
            faults.append(f"There is no filter `{key}:`; {hint}.")
        else:
            yield Condition(key or TEXT, value, bool(minus), match[0])


def _checked(condition: Condition, faults: list[str]) -> Condition | None:
    """Give a condition that can be held against rows; None where its value says nothing."""
    if condition.key == "status":
        value = STATES.get(condition.value, condition.value)
        known = [each.slug for each in State]
        if value not in known:
            faults.append(f"No claim is `{value}`; {did_you_mean(value, known)}.")
            return None
        return Condition("status", value, condition.is_not, condition.written)
    if condition.key == "date" and _days(condition.value) is None:
        faults.append(f"`{condition.value}` is no time: write 2024-06, 2024-06.. or 2024-06..2025.")
        return None
    return condition


def _days(words: str) -> tuple[date, date] | None:
    """Read `2024-06`, `2024-06..`, `..2024` or `2024-06..2025-01` as the first and last day."""
    first, dots, last = words.partition("..")
    begun, ended = parse_date(first), parse_date(last if dots else first)
    if (first and begun is None) or ((last or not dots) and ended is None):
        return None
    return (begun.start if begun else date.min), (ended.end if ended else date.max)


def _is_of_measure(row: Row, value: str) -> bool:
    is_part = row.measure.startswith(f"{value}.") or row.measure.endswith(f".{value}")
    return (
        row.measure == value or (is_part and bool(value)) or (value == "none" and not row.measure)
    )


def _is_said_by(row: Row, value: str) -> bool:
    return value in row.view.chain


def _is_within(row: Row, value: str) -> bool:
    days, said = _days(value), row.view.published
    return days is not None and said is not None and days[0] <= said <= days[1]


def _contains(row: Row, value: str) -> bool:
    claim = row.claim
    texts = (claim.id, claim.quote, row.says, claim.note, claim.set_aside, *row.view.chain)
    return value.lower() in " ".join(" ".join(texts).lower().split())


_TESTS = {
    "measure": _is_of_measure,
    "source": _is_said_by,
    "report": lambda row, value: row.claim.report == value,
    "status": lambda row, value: row.state.slug == value,
    "flag": lambda row, value: any(value in (each, each.slug) for each in row.flags),
    "date": _is_within,
    TEXT: _contains,
}
