"""A measure goes in; how belief about it moved from report to report comes out, as far as known."""

from datetime import date

from musterbook.inquiry.belief import Belief
from musterbook.views.belief_chart import Believed, belief_chart
from musterbook.views.measures import MeasureView
from musterbook.views.screens.asking import WORDS, Asking, Question, Reply
from musterbook.views.screens.query import Query
from musterbook.views.screens.replay import days_of_reports
from musterbook.views.screens.screen import Context, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import estimate

ALL = "all"
FEWEST = 2  # days that make a chart of how something moved
NO_WAY = "cannot all be true"


def belief_context(shown: Shown, query: Query, *, view: MeasureView) -> Context:
    """Lay out the days known, and with `days=all` in the address want those that are not."""
    days = [each for each in days_of_reports(shown) if each <= shown.bench.case.today]
    asks = query.get("days") == ALL and shown.is_fresh
    replies = {each: _reply(shown, each, about=view.day, asks=asks) for each in days}
    known = {day: each.answer for day, each in replies.items() if isinstance(each.answer, Belief)}
    believed = _believed(known, view, query)
    stopped = next((each for each in replies.values() if each.refused), None)
    return {
        "belief_chart": belief_chart(believed, _title(view)) if len(believed) >= FEWEST else None,
        "belief_table": belief_table(known, view),
        "belief_known": len(known),
        "belief_of": len(days),
        "belief_reply": (stopped or Reply()) if asks and len(known) < len(days) else None,
        "belief_words": WORDS[Asking.THEN],
        "belief_all": query.to(days=ALL),
    }


def belief_tables(shown: Shown, *, view: MeasureView) -> Tables:
    """Give the days known as a table for machines."""
    days = days_of_reports(shown)
    replies = {each: _reply(shown, each, about=view.day, asks=False) for each in days}
    known = {day: each.answer for day, each in replies.items() if isinstance(each.answer, Belief)}
    return {"belief": belief_table(known, view)}


def _reply(shown: Shown, day: date, *, about: date, asks: bool) -> Reply:
    question = Question(Asking.THEN, (day.isoformat(), about.isoformat()))
    return shown.replies.of(question) if asks else shown.replies.peek(question)


def _title(view: MeasureView) -> str:
    return f"What was believed of {view.name} on {view.day}"


def _believed(known: dict[date, Belief], view: MeasureView, query: Query) -> list[Believed]:
    return [
        Believed(
            day,
            each.spreads[view.name],
            query.to(as_of=day.isoformat()),
            is_shown=query.as_of == day,
        )
        for day, each in known.items()
        if view.name in each.spreads
    ]


def belief_table(known: dict[date, Belief], view: MeasureView) -> Table:
    """Show each day known: the median and 90 % interval, and whether the claims could all hold."""
    return table(
        _title(view),
        "by the end of | #median | #90 % interval | could all be true",
        (_row(day, each, view.name) for day, each in known.items()),
        note="Each row is a fit of what had been said by then; where not all of it could be true, "
        "the row is of the likeliest way out.",
    )


def _row(day: date, belief: Belief, name: str) -> tuple[Cell, ...]:
    holds = Cell("yes") if belief.is_feasible else Cell("no", tone=Tone.BAD)
    if name not in belief.spreads:
        return cells(day.isoformat(), Cell("not known", tone=Tone.QUIET), belief.why_not, holds)
    spread = belief.spreads[name]
    middle, interval = estimate(spread.q05, spread.q50, spread.q95)
    return cells(day.isoformat(), Cell(middle, tone=Tone.STRONG), interval, holds)
