"""One measure, stock or flow on a page: over time, its claims, what pulls it, how belief moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musterbook.account.system import System
from musterbook.fit.results import MeasurePath
from musterbook.views.anchors import slug
from musterbook.views.exhibits import Exhibits
from musterbook.views.fan_chart import fan_chart
from musterbook.views.fan_frame import LARGE, Axis, on_axis
from musterbook.views.measures import MeasureView
from musterbook.views.members import Member
from musterbook.views.prior_strip import prior_strip
from musterbook.views.screens.beliefs import belief_context, belief_tables
from musterbook.views.screens.query import Query
from musterbook.views.screens.reasons import reasons_context, reasons_tables
from musterbook.views.screens.replay import replay_context
from musterbook.views.screens.screen import Context, NothingHereError, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.sentences import meaning
from musterbook.views.tables_balance import stock_table
from musterbook.views.tables_measure import members_table, path_table
from musterbook.views.words import bare

EMPTY = "There is no account to show yet: a case needs claims that count."
PATH_ROWS = 12  # of a path shown before the rest is folded away: a year of months


@dataclass(frozen=True, slots=True)
class Drawn:
    """A measure's chart, which axis it has, and what had to be left out for it, in words."""

    chart: Markup
    axis: Axis
    refused: str


def view_named(worked: Exhibits, name: str) -> MeasureView:
    """Find a measure by its name, or by its name as addresses write it.

    Raises:
        NothingHereError: there is none, or nothing has been fitted.
    """
    if worked.answer is None:
        raise NothingHereError(worked.missing.get("fit", "the account has not been fitted"))
    known = worked.answer.measures
    found = next((each for each in known if name == each), None)
    found = found or next((each for each in known if slug(each) == slug(name)), None)
    view = worked.measure(found) if found else None
    if view is None:
        raise NothingHereError(_none_such(worked, name))
    return view


def _none_such(worked: Exhibits, name: str) -> str:
    declared = worked.bench.ledger.network.declared
    if any(slug(each) == slug(name) for each in declared):
        return f"{name} is no sum of people, so the fit does not estimate it: the scenarios do"
    return f"the account has no measure, stock or flow called {name!r}"


def drawn_on(view: MeasureView, wanted: str) -> Drawn:
    """Draw a measure on the axis asked for, or on a linear one where that cannot show it."""
    axis = Axis.LOG if wanted == Axis.LOG.value else Axis.LINEAR
    path, words = on_axis(view.path, axis)
    if path is None:
        path, axis = view.path, Axis.LINEAR
    chart = fan_chart(path, marks=view.marks, title=view.title, shape=LARGE, axis=axis)
    return Drawn(chart, axis, words)


def claims_of(worked: Exhibits, view: MeasureView) -> tuple[Member, ...]:
    """Give the claims about a measure as cards, those drawn first."""
    assert worked.answer is not None
    members = worked.members[meaning(worked.answer.choice)]
    return tuple(members[each] for each in dict.fromkeys(view.claims) if each in members)


def neighbours(system: System, name: str) -> Sequence[tuple[str, str]]:
    """Name what a stock is filled and emptied by, or what a flow leaves and enters."""
    found = []
    for flow in system.flows:
        if flow.target == name:
            found.append(("in", flow.name))
        if flow.source == name:
            found.append(("out", flow.name))
        if flow.name == name:
            found += [
                (way, each)
                for way, each in (("from", flow.source), ("to", flow.target))
                if each in system.stocks
            ]
    return found


def _context(shown: Shown, query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    view = view_named(worked, query.item)
    answer = worked.answer
    assert answer is not None
    claims = claims_of(worked, view)
    at = view.path.at(view.day)
    return {
        "view": view,
        "heading": bare(view.name).capitalize(),
        "drawn": drawn_on(view, query.get("axis")),
        "strip": prior_strip(view.path, at),
        "path": path_table(view.path),
        "path_rows": PATH_ROWS,
        "claims": [each for each in claims if "@" not in each.name],
        "rows": members_table([each for each in claims if "@" in each.name], "Rows of tables"),
        "members": members_table(claims, f"The claims about {view.name}"),
        "neighbours": neighbours(answer.system, view.name),
        "stock_sheet": _sheet(worked, view.name),
        **reasons_context(shown, query, view=view),
        **belief_context(shown, query, view=view),
    }


def _sheet(worked: Exhibits, name: str) -> object:
    sheet = stock_table(worked.balances, name)
    return sheet if sheet.rows else None


def _tables(shown: Shown, query: Query) -> Tables:
    worked = shown.worked
    assert worked is not None
    view = view_named(worked, query.item)
    path: MeasurePath = view.path
    members = members_table(claims_of(worked, view), f"The claims about {view.name}")
    sheet = stock_table(worked.balances, view.name)
    return {
        "path": path_table(path),
        "claims": members,
        **({"balance": sheet} if sheet.rows else {}),
        **belief_tables(shown, view=view),
        **reasons_tables(shown, query, view=view),
    }


def _always(shown: Shown, query: Query) -> Context:
    """Name the measure also while its numbers are being worked out."""
    return {**replay_context(shown, query), "heading": bare(query.item).capitalize()}


MEASURE = Screen(
    "/account/{item}",
    "A measure",
    "web/measure.html",
    _context,
    _tables,
    needs_results=True,
    stage="fit",
    empty=EMPTY,
    always=_always,
)
