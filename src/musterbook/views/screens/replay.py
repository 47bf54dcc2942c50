"""A case goes in; the days one can look back from come out: those on which a report appeared."""

from dataclasses import dataclass
from datetime import date

from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context
from musterbook.views.screens.shown import Shown


@dataclass(frozen=True, slots=True)
class ReplayDay:
    """A day to look back from, with the reports that appeared on it and the page's address then."""

    day: date
    titles: tuple[str, ...]
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Replay:
    """All days there are; `at` is the position of the one shown.

    `before` is the day looked from where it lies before all of them; then none is shown.
    """

    days: tuple[ReplayDay, ...]
    before: date | None = None

    @property
    def at(self) -> int:
        """Where the day shown stands; the first where it lies before all of them."""
        return next((at for at, each in enumerate(self.days) if each.is_here), 0)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.before or self.days[self.at].day

    @property
    def titles(self) -> tuple[str, ...]:
        """The reports that appeared on it."""
        return () if self.before else self.days[self.at].titles


def days_of_reports(shown: Shown) -> tuple[date, ...]:
    """List the days on which a report appeared, up to the day the case itself is believed on."""
    case = shown.bench.loaded.case
    if case is None:
        return ()
    days = {each.published for each in case.reports.values() if each.published <= case.today}
    return tuple(sorted(days))


def replay_of(shown: Shown, query: Query) -> Replay:
    """Lay the days out; the last leads to the case as it is."""
    days, reports = days_of_reports(shown), shown.bench.case.reports.values()
    last = days[-1] if days else None
    upto = query.as_of or last
    here = max((each for each in days if upto and each <= upto), default=None)
    found = []
    for each in days:
        titles = tuple(report.title for report in reports if report.published == each)
        as_of = "" if each == last else each.isoformat()
        found.append(ReplayDay(each, titles, query.to(as_of=as_of), each == here))
    return Replay(tuple(found), None if here else query.as_of)


def replay_context(shown: Shown, query: Query) -> Context:
    """Give a page its slider."""
    return {"replay": replay_of(shown, query)}
