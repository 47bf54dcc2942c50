"""One measure goes in; tables of its path and of its claims come out."""

from collections.abc import Iterator, Sequence

from musterbook.core.quantity import round_to_uncertainty
from musterbook.fit.results import MeasurePath
from musterbook.views.anchors import claim_anchor
from musterbook.views.members import Member
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import day, people, span


def path_table(path: MeasurePath) -> Table:
    """Show a path: at every date its median, its bands, and what was thought before any claim."""
    return table(
        f"{path.name} over time",
        "by the end of | #median | #50 % | #80 % | #95 % | #before any claim, 90 %",
        (_row(path, at) for at in range(len(path.dates))),
        note="Each row is the posterior at the end of that day, rounded to what its 90 % interval "
        "can bear. A total counts from the opening of the window.",
    )


def _row(path: MeasurePath, at: int) -> tuple[Cell, ...]:
    ends = float(path.q05[at]), float(path.q95[at])
    fan = path.fan

    def whole(value: float) -> float:
        return round_to_uncertainty(value, *ends)

    def between(low: float, high: float) -> str:
        return span(whole(low), whole(high))

    return cells(
        path.dates[at].isoformat(),
        Cell(people(whole(float(path.q50[at]))), tone=Tone.STRONG),
        between(float(path.q25[at]), float(path.q75[at])),
        between(float(fan.q10[at]), float(fan.q90[at])) if fan else "not known",
        between(float(fan.q025[at]), float(fan.q975[at])) if fan else "not known",
        Cell(_before(path, at), tone=Tone.QUIET),
    )


def _before(path: MeasurePath, at: int) -> str:
    low, high = float(path.prior_q05[at]), float(path.prior_q95[at])
    return span(round_to_uncertainty(low, low, high), round_to_uncertainty(high, low, high))


def members_table(members: Sequence[Member], title: str) -> Table:
    """List the claims about a measure with their sentences."""
    return table(title, "claim | published | says | allows | sentence", _member_rows(members))


def _member_rows(members: Sequence[Member]) -> Iterator[tuple[Cell, ...]]:
    for each in members:
        link = f"#{claim_anchor(each.name)}"
        yield cells(Cell(each.name, link), day(each.published), each.says, each.allows, each.quote)
