"""A workbench goes in; its matrix by the marks of today comes out, and how the ranking moved.

Both are cheap: what the account and the scenarios computed is taken over, never worked out anew.
"""

from dataclasses import dataclass, replace
from datetime import date

from musterbook.core.problem import Problem
from musterbook.hypotheses.results import HypothesisScore, WeighReport
from musterbook.inquiry.past import published_on
from musterbook.workbench import Workbench
from musterbook.workbench.board import board_of, not_counted

NOTHING = WeighReport("")


@dataclass(frozen=True, slots=True)
class PastVerdict:
    """How the hypotheses ranked on what had been said by a day, by the marks that stand today.

    `rows` counts the claims weighed; what is computed (scenarios, expectations) is not among them.
    """

    day: date
    rows: int
    hypotheses: tuple[HypothesisScore, ...]

    @property
    def leading(self) -> tuple[str, ...]:
        """The names of the least contradicted; several where they are alike."""
        return tuple(each.name for each in self.hypotheses if each.rank == 1)


def weighed_now(
    bench: Workbench, before: WeighReport | None = None
) -> tuple[WeighReport, tuple[Problem, ...]]:
    """Weigh the board as it is now with what an earlier weighing had computed for its rows.

    Rows whose probability nobody has worked out yet are left out, each with a problem.
    """
    earlier = before or NOTHING
    return bench.weigh_board(
        board_of(bench.case),
        probabilities=earlier.probabilities,
        expectations=earlier.expectations,
    )


def verdicts_over_time(bench: Workbench) -> tuple[PastVerdict, ...]:
    """Rank the hypotheses on each day, up to the as-of date, that brought a claim on the board."""
    board, case = board_of(bench.case), bench.case
    said = {each.id: published_on(case, each) for each in case.claims}
    out = not_counted(case)
    days = {said.get(each.claim) for each in board.evidence if each.claim and each.claim not in out}
    found = []
    for day in sorted(each for each in days if each is not None and each <= case.today):
        rows = tuple(
            each
            for each in board.evidence
            if each.claim and (said.get(each.claim) or date.max) <= day
        )
        past = replace(board, evidence=rows)
        report, _ = bench.weigh_board(past, probabilities={}, expectations={})
        counted = sum(not each.not_counted for each in report.evidence)
        found.append(PastVerdict(day, counted, report.hypotheses))
    return tuple(found)
