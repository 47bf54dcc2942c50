"""How a belief moved goes in; a table of days with the news that moved it comes out."""

from collections.abc import Iterator
from typing import Any

from musterbook.core.quantity import round_to_uncertainty
from musterbook.questions.history import HistoryReport, Moment, Stand
from musterbook.questions.spread import Spread
from musterbook.views.answers import under_what
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.trail import Trail, trail_of
from musterbook.views.words import counted, day, estimate, people


def history_table(report: HistoryReport, known: dict[str, Trail]) -> Table:
    """Show what was believed at the end of each day, and what had been said on it."""
    return table(
        f"How {report.target.measure} on {day(report.target.day)} was believed to be",
        "by the end of | #median | #90 % interval | #moved by | what came in",
        _rows(report, known),
        note=_note(report),
    )


def _rows(report: HistoryReport, known: dict[str, Trail]) -> Iterator[tuple[Cell, ...]]:
    last: Spread | None = None
    for moment in report.moments:
        said = [*_said(moment, known)]
        yield _row(moment, last, said.pop(0))
        yield from (cells("", "", "", "", each) for each in said)
        if len(moment.stands) > 1:
            yield from (_way(each) for each in moment.stands)
        if moment.stands:
            last = moment.stands[0].spread


def _row(moment: Moment, last: Spread | None, said: str) -> tuple[Cell, ...]:
    if len(moment.stands) != 1:
        why = "cannot all be true" if moment.stands else "nothing could be worked out"
        return cells(day(moment.day), Cell("", tone=Tone.BAD), Cell(why, tone=Tone.BAD), "", said)
    spread = moment.stands[0].spread
    middle, ends = _estimate(spread)
    moved = _moved(spread, last) if last else ""
    return cells(day(moment.day), Cell(middle, tone=Tone.STRONG), ends, moved, said)


def _way(stand: Stand) -> tuple[Cell, ...]:
    middle, ends = _estimate(stand.spread)
    return cells("", middle, ends, "", f"if {under_what(stand.choice, stand.set_aside)}")


def _estimate(spread: Spread) -> tuple[str, str]:
    return estimate(spread.q05, spread.q50, spread.q95)


def _moved(spread: Spread, last: Spread) -> str:
    """Write by how much the medians shown differ, no finer than the coarser of the two."""
    wider = max(spread, last, key=lambda each: each.width)
    value = round_to_uncertainty(_shown(spread) - _shown(last), wider.q05, wider.q95)
    return f"+{people(value)}" if value > 0 else people(value)


def _shown(spread: Spread) -> float:
    return round_to_uncertainty(spread.q50, spread.q05, spread.q95)


def _said(moment: Moment, known: dict[str, Trail]) -> Iterator[str]:
    """Yield a line for every claim that came in, and for what went."""
    for name in moment.news:
        yield f"{name}: {trail_of(known, name).says}"
    if moment.elsewhere:
        yield f"{counted(len(moment.elsewhere), 'claim')} about others"
    if moment.gone:
        yield f"gone: {', '.join(moment.gone)}"


def _note(report: HistoryReport) -> str:
    ahead = [each for each in report.moments if each.day < report.target.day]
    told = "Each row is a fit of what had been said by then"
    if not ahead:
        return f"{told}."
    last = day(ahead[-1].day)
    return f"{told}; up to {last} the number lay ahead, and the prior carried it there."


def history_json(report: HistoryReport, known: dict[str, Trail]) -> dict[str, Any]:
    """Give a history as JSON, each claim that came in with its sentence and place."""
    told = report.to_json()
    for moment in told["moments"]:
        names = (*moment["news"], *moment["elsewhere"], *moment["gone"])
        moment["sentences"] = {name: _sentence(trail_of(known, name)) for name in names}
    return told


def _sentence(trail: Trail) -> dict[str, str]:
    return {"says": trail.says, "place": trail.place, "who": trail.who}
