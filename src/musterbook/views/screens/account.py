"""The account: stocks and flows drawn, every measure over time, and what balances with what."""

from datetime import date

from musterbook.fit.balance import Balance
from musterbook.views import tables_numbers
from musterbook.views.exhibits import Exhibits
from musterbook.views.page_fit import fit_context
from musterbook.views.report_page import links_of, nothing_yet
from musterbook.views.screens.query import Query
from musterbook.views.screens.replay import replay_context
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Table
from musterbook.views.tables_balance import balance_table, moved_table, period_table

EMPTY = "There is no account to show yet: a case needs claims that count."


MOST_LINKED = 60  # claims on a small chart that a pointer can still hit one by one
MOST_TAGS = 12  # claims named below a chart, two lines of them; its own page names all


def _context(shown: Shown, query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    return {
        **worked.once(_drawn),
        "exhibits": worked,
        "most_tags": MOST_TAGS,
        **balance_context(worked.balances, query),
    }


def _drawn(worked: Exhibits) -> Context:
    return {
        "links": links_of(worked),
        **fit_context(worked, most=MOST_LINKED),
        "numbers": numbers_of(worked),
        "nothing": nothing_yet(worked),
    }


def balance_context(balances: tuple[Balance, ...], query: Query) -> Context:
    """Choose the period of the balance sheet: the one asked for, else the last."""
    ends = tuple(dict.fromkeys(each.end for each in balances))
    chosen = period_of(query.get("until"), ends)
    at = ends.index(chosen) if chosen else 0
    return {
        "sheet": period_table(balances, chosen) if chosen else None,
        "sheet_ends": [(each, query.to(until=each.isoformat())) for each in ends],
        "sheet_end": chosen,
        "sheet_before": query.to(until=ends[at - 1].isoformat()) if at else "",
        "sheet_after": query.to(until=ends[at + 1].isoformat()) if at + 1 < len(ends) else "",
        "sheet_rows": len(balances),
    }


def period_of(text: str, ends: tuple[date, ...]) -> date | None:
    """Find the period that an address names by its last day; the last one where it names none."""
    named = next((each for each in ends if each.isoformat() == text), None)
    return named or (ends[-1] if ends else None)


def numbers_of(worked: Exhibits) -> Table | None:
    """Show every number of the leading answer; each leads to a page of its own."""
    answer = worked.answer
    if answer is None:
        return None
    day, verdict = worked.bench.case.today, worked.verdict_of(answer)
    return tables_numbers.numbers_table(answer, verdict, day=day, charted=set(answer.measures))


def _tables(shown: Shown, _query: Query) -> Tables:
    worked = shown.worked
    assert worked is not None
    numbers = numbers_of(worked)
    balances = worked.balances
    found = {"balance": balance_table(balances), "moved": moved_table(balances)}
    return {**({"numbers": numbers} if numbers else {}), **found}


ACCOUNT = Screen(
    "/account",
    "The account",
    "web/account.html",
    _context,
    _tables,
    needs_results=True,
    stage="fit",
    empty=EMPTY,
    always=replay_context,
)
