"""Balances go in; tables of opening + in − out = closing come out, for a page and for machines."""

from collections.abc import Iterator, Sequence
from datetime import date

from musterbook.fit.balance import Balance, Moved
from musterbook.views.anchors import measure_anchor
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import bare, people

NOTE = (
    "Medians, in whole people so that the columns can be added up. Every single draw balances "
    "exactly; medians need not, since the median of a sum is not the sum of medians: the last "
    "column is that residual, no person lost."
)


def period_table(balances: Sequence[Balance], end: date) -> Table:
    """Show every stock over the period that ends on a day."""
    chosen = [each for each in balances if each.end == end]
    title = f"From {chosen[0].start} to {end}" if chosen else f"Nothing ends on {end}"
    heads = "stock | #opening | #+ in | #− out | #= closing | #residual of medians"
    return table(title, heads, (_row(each) for each in chosen), note=NOTE)


def _row(each: Balance) -> tuple[Cell, ...]:
    return cells(
        Cell(each.stock, f"#{measure_anchor(each.stock)}"),
        people(each.opening),
        _side(each, 1),
        _side(each, -1),
        Cell(people(each.closing), tone=Tone.STRONG),
        _residual(each),
    )


def _side(each: Balance, sign: int) -> Cell:
    moved = [flow for flow in each.moved if flow.sign == sign]
    total = each.came if sign > 0 else each.left
    named = ", ".join(f"{bare(flow.flow)} {people(flow.median)}" for flow in moved)
    return Cell(people(total), below=named) if moved else Cell("—", tone=Tone.QUIET)


def _residual(each: Balance) -> Cell:
    shown = people(each.residual)
    return Cell(f"+{shown}" if each.residual >= 0.5 else shown.replace("−0", "0"), tone=Tone.QUIET)  # noqa: PLR2004 - what rounds to one


def stock_table(balances: Sequence[Balance], stock: str) -> Table:
    """Show one stock over all periods, each of its flows in a column of its own."""
    own = [each for each in balances if each.stock == stock]
    flows = own[0].moved if own else ()
    heads = " | ".join(f"#{_signed(flow)}" for flow in flows)
    columns = f"until | #opening | {heads} | #= closing | #residual of medians"
    return table(
        f"What came into {stock} and went out of it",
        columns if flows else "until | #opening | #= closing | #residual of medians",
        (
            cells(
                each.end.isoformat(),
                people(each.opening),
                *(people(flow.median) for flow in each.moved),
                Cell(people(each.closing), tone=Tone.STRONG),
                _residual(each),
            )
            for each in own
        ),
        note=NOTE,
    )


def _signed(flow: Moved) -> str:
    return f"{'+' if flow.sign > 0 else '−'} {bare(flow.flow)}"


def balance_table(balances: Sequence[Balance]) -> Table:
    """List every stock and period, a line each."""
    return table(
        "Opening + in − out = closing, medians",
        "stock | from | to | #opening | #in | #out | #closing | #residual of medians",
        (
            cells(
                each.stock,
                each.start.isoformat(),
                each.end.isoformat(),
                *(f"{n:.1f}" for n in (each.opening, each.came, each.left, each.closing)),
                f"{each.residual:.1f}",
            )
            for each in balances
        ),
        note=NOTE,
    )


def moved_table(balances: Sequence[Balance]) -> Table:
    """List who passed along each flow of each stock in each period, a line each."""
    return table(
        "Who came into each stock and went out of it, medians",
        "stock | from | to | flow | direction | #people",
        _moved_rows(balances),
    )


def _moved_rows(balances: Sequence[Balance]) -> Iterator[tuple[Cell, ...]]:
    for each in balances:
        for flow in each.moved:
            way = "in" if flow.sign > 0 else "out"
            days = each.start.isoformat(), each.end.isoformat()
            yield cells(each.stock, *days, flow.flow, way, f"{flow.median:.1f}")
