"""A table's declaration and its rows go in; one claim for each row taken comes out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, TypeAlias

from musterbook.claims.says.says import NO_UNITS, parse_sentence
from musterbook.claims.says.says_amount import MOST_PEOPLE
from musterbook.claims.says.says_checks import bound_named
from musterbook.claims.says.says_numbers import format_float
from musterbook.core.noun import noun
from musterbook.core.problem import Phrase, Place, Problem, Severity
from musterbook.core.quantity import Bound
from musterbook.core.records import Claim, Series
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Instant, Period, Step, before, parse_date, step_of

Cells: TypeAlias = Mapping[str, str]
SHOWN: Final = 3  # faults of one kind shown row by row; the rest are counted
START_OF_DAY: Final = "start of day"
STANDS: Final = ("end of day", START_OF_DAY)
TAKES: Final = ("all", *(f"last of {step.value}" for step in Step))
_ONE_PERSON: Final = "1".ljust(len("{value}"))  # as wide as what it stands for, so that the
_LAST_YEAR: Final = "9999".ljust(len("{date}"))  # columns of faults stay right; after any `since`
_COLUMN: Final = "column "
_VALUE: Final = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:[ ,\u00a0\u2009\u202f]\d{3})+")
_TWO_WAYS: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # 1.200: a count in half of the world
_CLOCK: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*")
_LESS_FORMAL: Final = {"more": Bound.MORE_THAN, "less": Bound.LESS_THAN}


@noun
class _Row:
    """One row read: the instant it speaks of, that date as written, and how many."""

    instant: Instant
    written: str
    value: float
    bound: Bound
    place: Place


def expand_series(
    series: Series,
    rows: Iterable[tuple[int, Cells]],
    events: Mapping[str, Period],
    *,
    file: str = "",
    units: Mapping[str, tuple[float, float]] = NO_UNITS,
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Make claims of a table: `REPORT@DATE`, DATE being the end of the day the row speaks of.

    Args:
        series: the table's columns, its sentence with {value} and {date}, and which rows to take.
        rows: row numbers as the file counts them, and each row's cells by column.
        events: what names in quotes mean.
        file: the table, for the claims' places; where none is given, the report's name.
        units: how many people each declared unit holds.

    Returns:
        Claims in the order of their dates, and every fault; a row with a fault gives no claim.
    """
    listed = tuple(rows)
    faults = _declaration_faults(series, listed)
    own_bound, found = _pattern(series, events, units)
    if faults or found:
        return (), (*faults, *found)
    reader = _Reader(series, file or f"reports/{series.report}")
    read = [row for number, cells in listed if (row := reader.read(number, cells)) is not None]
    taken = _take(series, reader.distinct(read))
    claims = tuple(_claim(series, row, has_bound=own_bound) for row in taken)
    return claims, reader.found()


def _declaration_faults(series: Series, rows: tuple[tuple[int, Cells], ...]) -> tuple[Problem, ...]:
    known = dict.fromkeys(name for _, cells in rows for name in cells)
    columns = [series.date_column, series.value_column]
    is_column = series.bound.startswith(_COLUMN)
    if is_column:
        columns.append(series.bound.removeprefix(_COLUMN).strip())
    missing = [name for name in columns if rows and name not in known]
    faults = [
        _fault(series, "MB121", f"the table has no column `{name}`", did_you_mean(name, known))
        for name in missing
    ]
    words = [("take", series.take, TAKES), ("stands", series.stands, STANDS)]
    faults += [
        _fault(series, "MB124", f"`{key}: {said}` is not known", f"write {' or '.join(allowed)}")
        for key, said, allowed in words
        if said not in allowed
    ]
    if not is_column and series.bound and bound_named(series.bound) is None:
        fix = "write a hedge word (exactly, about, …) or `column NAME`"
        faults.append(_fault(series, "MB124", f"`bound: {series.bound}` is not known", fix))
    return tuple(faults)


def _fault(series: Series, code: str, says: str, fix: str) -> Problem:
    return Problem(code, says, series.place, fix=fix)


def _pattern(
    series: Series, events: Mapping[str, Period], units: Mapping[str, tuple[float, float]]
) -> tuple[bool, tuple[Problem, ...]]:
    """Try the sentence once on a row of our own; say whether it brings its own hedge word."""
    text = series.says.text
    missing = [hole for hole in ("{value}", "{date}") if hole not in text]
    if missing:
        says = f"the table's sentence has no {' and no '.join(missing)}"
        fix = "write it as `losses {value} by {date}`"
        numbers = (("sentence", text),)
        return False, (Problem("MB120", says, series.says.place, numbers=numbers, fix=fix),)
    tried = text.replace("{value}", _ONE_PERSON).replace("{date}", _LAST_YEAR)
    sentence, problems = parse_sentence(Phrase(tried, series.says.place), events, units)
    if sentence is None:
        return False, tuple(
            replace(each, code="MB120", numbers=(("sentence", text),)) for each in problems
        )
    return sentence.bound is not Bound.NONE, ()


@dataclass(slots=True)
class _Reader:
    """Reads rows and keeps their faults apart by code, so that a thousand make one line."""

    series: Series
    file: str
    faults: dict[str, list[Problem]] = field(default_factory=dict)

    def read(self, number: int, cells: Cells) -> _Row | None:
        place = Place(self.file, number)
        written = cells.get(self.series.date_column, "").strip()
        said = cells.get(self.series.value_column, "").strip()
        if not said:
            self._note("MB126", "the row has no value, and is left out", place, Severity.NOTE)
            return None
        clock = _CLOCK.fullmatch(written)
        written = clock[1] if clock else written
        period = parse_date(written)
        bound = self._bound(cells, place)
        if period is None:
            fix = "a date is written 2026-02-16 (or 2026-02, 2025-Q2, 2025)"
            self._note("MB122", f"`{written}` is no date", place, fix=fix)
        if _TWO_WAYS.fullmatch(said):
            says = f"`{said}` may mean {said.replace('.', ' ')} or {float(said):g}"
            self._note("MB123", says, place, fix=f"write {said.replace('.', '')}, if that is meant")
            return None
        if _VALUE.fullmatch(said) is None or _number(said) > MOST_PEOPLE:
            self._note("MB123", f"`{said}` is no count", place, fix="a count is written 11000")
            return None
        if period is None or bound is None:
            return None
        instant = period.end
        if self.series.stands == START_OF_DAY:
            instant = before(period.start)
            written = instant.isoformat()
        return _Row(instant, written, _number(said), bound, place)

    def _bound(self, cells: Cells, place: Place) -> Bound | None:
        name = self.series.bound
        if not name.startswith(_COLUMN):
            return bound_named(name)
        said = cells.get(name.removeprefix(_COLUMN).strip(), "").strip()
        bound = _LESS_FORMAL.get(said) or (bound_named(said) if said else Bound.EXACTLY)
        if bound is None:
            self._note("MB124", f"`{said}` is no hedge word", place, fix="write about, at least, …")
        return bound

    def distinct(self, rows: list[_Row]) -> list[_Row]:
        """Sort rows by time, and note a second row for one date."""
        ordered = sorted(rows, key=lambda row: row.instant)
        kept = []
        for instant, same in groupby(ordered, key=lambda row: row.instant):
            first, *others = same
            kept.append(first)
            for other in others:
                says = f"row {first.place.line} speaks of {instant} already"
                self._note("MB125", says, other.place, fix="keep one row for each date")
        return kept

    def _note(
        self,
        code: str,
        says: str,
        place: Place,
        severity: Severity = Severity.ERROR,
        *,
        fix: str = "",
    ) -> None:
        numbers = (("report", self.series.report),)
        problem = Problem(code, says, place, severity, numbers=numbers, fix=fix)
        self.faults.setdefault(code, []).append(problem)

    def found(self) -> tuple[Problem, ...]:
        """Give the faults: the first few of each kind, the last of them counting the rest."""
        return tuple(each for faults in self.faults.values() for each in _shortened(faults))


def _shortened(faults: list[Problem]) -> list[Problem]:
    shown, rest = faults[:SHOWN], faults[SHOWN:]
    if rest:
        shown[-1] = replace(shown[-1], says=f"{shown[-1].says}; {len(rest)} more rows like it")
    return shown


def _number(said: str) -> float:
    return float(re.sub(r"[^\d.]", "", said))


def _take(series: Series, rows: list[_Row]) -> list[_Row]:
    """Keep every row, or the last of each calendar period."""
    if series.take == "all":
        return rows
    step = Step(series.take.removeprefix("last of "))

    def period(row: _Row) -> object:
        if step is Step.WEEK:  # by its number, since the last week there is ends beyond all dates
            return row.instant.isocalendar()[:2]
        return step_of(row.instant, step)

    return [list(same)[-1] for _, same in groupby(rows, key=period)]


def _claim(series: Series, row: _Row, *, has_bound: bool) -> Claim:
    value = format_float(row.value)
    if not has_bound and row.value > 0:  # zero is exact, and takes no hedge
        value = f"{row.bound.value} {value}".strip()
    text = series.says.text.replace("{value}", value).replace("{date}", row.written)
    return Claim(
        id=f"{series.report}@{row.written}",
        report=series.report,
        place=row.place,
        account=series.account,
        says=Phrase(text, row.place),
        by=series.by,
        credibility=series.credibility,
    )
