"""A board of hypotheses, and what the other stages computed for it in; the weighed matrix out."""

from collections.abc import Mapping, Sequence

from musterbook.core.plans import HypothesisBoard
from musterbook.core.problem import Problem, in_reading_order
from musterbook.hypotheses.collapse import collapse
from musterbook.hypotheses.linchpins import find_linchpins
from musterbook.hypotheses.matrix import Conflicts, read_rows
from musterbook.hypotheses.results import WeighReport
from musterbook.hypotheses.score import by_diagnosticity, score

NOBODY: Mapping[str, str] = {}


def weigh(
    board: HypothesisBoard,
    *,
    origins: Mapping[str, Sequence[str]],
    probabilities: Mapping[str, float],
    expectations: Mapping[str, Conflicts],
    observations: Mapping[str, str] = NOBODY,
) -> tuple[WeighReport, tuple[Problem, ...]]:
    """Weigh the explanations offered: what contradicts each, which rows decide, what it hangs on.

    Args:
        board: hypotheses and evidence with the analyst's marks.
        origins: each claim's chain of sources, the last its origin.
        probabilities: the answer of each scenario question that a row asks, as written.
        expectations: the conflicts (members of each) that appear when what a hypothesis expects
            joins the account.
        observations: what each claim is a version of; claims of one observation count once.

    Returns:
        The matrix, and a problem MB450 for each question without an answer.

    Source: heuer1999.
    """
    rows, problems = read_rows(
        board, origins=origins, probabilities=probabilities, expectations=expectations
    )
    kept = collapse(rows, observations=observations)
    sorted_rows = by_diagnosticity(kept)
    report = WeighReport(
        question=board.question,
        hypotheses=score(board, sorted_rows),
        evidence=sorted_rows,
        linchpins=find_linchpins(board, sorted_rows),
        collapsed=tuple(each for row in kept for each in row.members[1:] if row.kind == "claim"),
    )
    return report, in_reading_order(problems)
