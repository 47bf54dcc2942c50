"""The rows of the matrix in; those on which its outcome hangs out."""

from collections.abc import Iterator, Sequence

from musterbook.core.plans import HypothesisBoard
from musterbook.hypotheses.results import EvidenceRow, Linchpin
from musterbook.hypotheses.score import score


def find_linchpins(board: HypothesisBoard, rows: Sequence[EvidenceRow]) -> tuple[Linchpin, ...]:
    """Leave out each row, and all rows of each origin; name those without which another leads.

    Source: heuer1999 on the sensitivity of a conclusion to a few items of evidence.
    """
    return tuple(_row_linchpins(board, rows)) + tuple(_origin_linchpins(board, rows))


def _row_linchpins(board: HypothesisBoard, rows: Sequence[EvidenceRow]) -> Iterator[Linchpin]:
    for row in rows:
        others = [each for each in rows if each is not row]
        called = f"“{row.row}”" if " " in row.row else row.row  # a sentence within a sentence
        found = _compare(board, rows, name=row.row, others=others, called=called)
        if found is not None:
            yield found


def _origin_linchpins(board: HypothesisBoard, rows: Sequence[EvidenceRow]) -> Iterator[Linchpin]:
    origins = dict.fromkeys(origin for row in rows for origin in row.origins)
    for origin in origins:
        others = [row for row in rows if origin not in row.origins]
        if len(rows) - len(others) > 1:  # one row of an origin has been tried already
            found = _compare(board, rows, name=f"everything {origin} says", others=others)
            if found is not None:
                yield found


def _compare(
    board: HypothesisBoard,
    rows: Sequence[EvidenceRow],
    *,
    name: str,
    others: Sequence[EvidenceRow],
    called: str = "",
) -> Linchpin | None:
    leads, then = _leading(board, rows), _leading(board, others)
    if leads == then:
        return None
    return Linchpin(name, leads, then, _words(called or name, leads, then))


def _words(name: str, leads: tuple[str, ...], then: tuple[str, ...]) -> str:
    """Say who leads without a row, and that it is not the same as with it."""
    alone = " alone" if set(leads) & set(then) else ""
    now, before = _together(then, alone), _together(leads, alone)
    return f"without {name}, {now} would be contradicted least, not {before}"


def _together(names: tuple[str, ...], alone: str) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last} alike" if first else f"{last}{alone}"


def _leading(board: HypothesisBoard, rows: Sequence[EvidenceRow]) -> tuple[str, ...]:
    return tuple(each.name for each in score(board, rows) if each.rank == 1)
