"""How belief fared goes in; tables and sentences that say it come out."""

from collections.abc import Iterable, Iterator

from musterbook.questions.ratings import BacktestReport, Score
from musterbook.questions.scores import LEVELS
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import counted, tenths

KNOWN = "Said later of what had happened by then"
AHEAD = "Said later of what still lay ahead, where the prior alone carried on"
HEADS = (
    "measure | #numbers | #compared | "
    + " | ".join(f"#in {100 * level:.0f} %" for level in LEVELS)
    + " | #CRPS | #median off by"
)


def known_table(report: BacktestReport) -> Table:
    """Show how belief fared about what had happened."""
    return table(KNOWN, HEADS, _rows(report.known))


def ahead_table(report: BacktestReport) -> Table:
    """Show how belief fared about what lay ahead."""
    return table(AHEAD, HEADS, _rows(report.ahead))


def _rows(scores: Iterable[Score]) -> Iterator[tuple[Cell, ...]]:
    for each in scores:
        yield cells(
            each.name,
            Cell(str(each.numbers), tone=Tone.QUIET),
            Cell(str(each.comparisons), tone=Tone.QUIET),
            *(f"{100 * share:.0f} %" for share in each.held),
            tenths(each.crps),
            tenths(each.distance),
        )


def remarks(report: BacktestReport) -> Iterator[str]:
    """Say what stands behind the scores, and what does not."""
    if report.allows_for_bias:
        yield "Each source is expected to say the truth, off by what its bias was believed to be."
    else:
        yield "What was said later is taken for the truth, up to its rounding."
    yield (
        "A belief is right where its intervals hold as often as they are named: 50, 80 and 95 in "
        "a hundred. CRPS and distance are in people; the smaller the better."
    )
    if report.warning:
        yield report.warning
    elif not report.known:
        yield "Nothing said later was about what had happened by then: there is nothing to score."
    else:
        yield (
            "The same number is compared with the belief of many days, so that there are fewer "
            "independent comparisons than rows count."
        )
    if report.left_out:
        count = counted(report.left_out, "claim")
        yield (
            f"{count[0].upper()}{count[1:]} could not be scored: open on a side, about many "
            "dates at once, or a share."
        )
    for each in report.skipped:
        yield f"No belief on {each}"
