"""A board of hypotheses, and what the other stages computed for it in; the weighed matrix out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from musterbook.core.plans import HypothesisBoard
from musterbook.core.problem import Problem, in_reading_order
from musterbook.hypotheses.collapse import collapse
from musterbook.hypotheses.linchpins import find_linchpins
from musterbook.hypotheses.matrix import Conflicts, read_rows
from musterbook.hypotheses.results import EvidenceRow, RowKind, WeighReport
from musterbook.hypotheses.score import by_diagnosticity, score

NOBODY: Mapping[str, str] = {}


def weigh(
    board: HypothesisBoard,
    *,
    origins: Mapping[str, Sequence[str]],
    probabilities: Mapping[str, float],
    expectations: Mapping[str, Conflicts],
    observations: Mapping[str, str] = NOBODY,
    not_counted: Mapping[str, str] = NOBODY,
) -> tuple[WeighReport, tuple[Problem, ...]]:
    """Weigh the explanations offered: what contradicts each, which rows decide, what it hangs on.

    Args:
        board: hypotheses and evidence with the analyst's marks.
        origins: each claim's chain of sources, the last its origin.
        probabilities: the answer of each scenario question that a row asks, as written.
        expectations: the conflicts (members of each) that appear when what a hypothesis expects
            joins the account.
        observations: what each claim is a version of; claims of one observation count once.
        not_counted: why the rows of some claims do not count, by the claim's id.

    Returns:
        The matrix, and a problem MB450 for each question without an answer.

    Source: heuer1999.
    """
    rows, problems = read_rows(
        board, origins=origins, probabilities=probabilities, expectations=expectations
    )
    counting = tuple(each for each in rows if not _is_out(each, not_counted))
    kept = collapse(counting, observations=observations)
    sorted_rows = by_diagnosticity(kept)
    report = WeighReport(
        question=board.question,
        hypotheses=score(board, sorted_rows),
        evidence=(*sorted_rows, *_in_view_only(rows, not_counted)),
        linchpins=find_linchpins(board, sorted_rows),
        collapsed=tuple(each for row in kept for each in row.members[1:] if row.kind == "claim"),
        probabilities=probabilities,
        expectations=expectations,
    )
    return report, in_reading_order(problems)


def _is_out(row: EvidenceRow, not_counted: Mapping[str, str]) -> bool:
    return row.kind is RowKind.CLAIM and row.row in not_counted


def _in_view_only(
    rows: Sequence[EvidenceRow], not_counted: Mapping[str, str]
) -> tuple[EvidenceRow, ...]:
    """Keep the marks of what does not count to be seen, each with its reason."""
    return tuple(
        replace(row, counts={}, not_counted=not_counted[row.row])
        for row in rows
        if _is_out(row, not_counted)
    )
