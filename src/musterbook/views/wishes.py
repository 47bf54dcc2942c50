"""What to find out next goes in; tables and sentences that say it come out."""

from collections.abc import Iterator

from musterbook.questions.wishes import AskReport, Watched, Wish
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import counted, day, estimate, people

GRADES = {
    "A": "that is completely reliable",
    "B": "that is usually reliable",
    "C": "that is fairly reliable",
    "D": "that is not usually reliable",
    "E": "that is unreliable",
    "F": "whose reliability cannot be judged",
}
TOLD = 3  # of the numbers a report would narrow; the others it narrows less
HARDLY = 0.005  # of an interval: what rounds to no per cent


def watched_table(report: AskReport) -> Table:
    """Show the numbers that are watched, as they are now."""
    return table(
        "What is watched",
        "measure | on | #median | #90 % interval",
        (_watched_row(each) for each in report.watched),
    )


def _watched_row(watched: Watched) -> tuple[Cell, ...]:
    spread = watched.spread
    middle, ends = estimate(spread.q05, spread.q50, spread.q95)
    return cells(
        watched.target.measure, day(watched.target.day), Cell(middle, tone=Tone.STRONG), ends
    )


def wishes_table(report: AskReport) -> Table:
    """Show what to find out, and by how much it would narrow which watched number."""
    return table(
        "What to find out next",
        "were this reported | it narrows | #by | #that is",
        (row for each in report.wishes if each.worth > HARDLY for row in _wish_rows(report, each)),
        note=_note(report),
    )


def _wish_rows(report: AskReport, wish: Wish) -> Iterator[tuple[Cell, ...]]:
    """Give a row for each number it tells of, the sentence in the first alone."""
    told = sorted(zip(report.watched, wish.narrows, strict=True), key=lambda each: -each[1])
    says = wish.says
    for watched, share in told[:TOLD]:
        if share > HARDLY:
            fewer = people(_round(share * watched.spread.width))
            yield cells(says, watched.target.measure, fewer, f"{100 * share:.0f} %")
            says = ""


def _round(value: float) -> float:
    digits = len(str(int(value))) - 2
    return float(round(value, -digits)) if value >= 1 else round(value, 1)


def _note(report: AskReport) -> str:
    return (
        f"The 90 % interval would shrink by so many people, were it reported by a new source "
        f"{GRADES[report.reliability]} ({report.reliability}). Of "
        f"{counted(report.asked, 'number')} nobody has reported, each measure at its best date."
    )


def nothing_to_ask(report: AskReport) -> str:
    """Say that no report would help, where that is so; empty where one would."""
    if any(each.worth > HARDLY for each in report.wishes):
        return ""
    if not report.asked:
        return (
            "Nothing is left to ask: every number between the account's beginning and the as-of "
            "date has been reported, or is known already. A later --as-of gives more days."
        )
    return "No single report would narrow what is watched by as much as half a per cent."
