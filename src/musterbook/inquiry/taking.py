"""A workbench and a way out go in; what every measure would be with it taken comes out."""

from collections.abc import Mapping, Sequence

from musterbook.account.system import Choice
from musterbook.core.errors import CannotComputeError
from musterbook.fit.fit import fit_answers
from musterbook.fit.options import FitJob
from musterbook.questions.spread import Spread
from musterbook.workbench import Workbench


def with_way_taken(
    bench: Workbench, choice: Choice, members: Sequence[str]
) -> Mapping[str, Spread]:
    """Fit the account under a choice of readings with some members set aside, as of today.

    Raises:
        CannotComputeError: the case has no such reading, or nothing can be fitted, and why.
    """
    if choice not in bench.systems:
        raise CannotComputeError("The case has no such reading any more.")
    aside = tuple(members)
    job = FitJob(bench.systems[choice].without(*aside), aside)
    report, problems = fit_answers([job], sources=bench.case.sources)
    if not report.answers:
        whys = (*report.impossible, *(each.says for each in problems))
        raise CannotComputeError(f"It cannot be fitted: {'; '.join(whys)}.")
    answer, day = report.answers[0], bench.case.today
    return {
        name: Spread(*(float(each[path.at(day)]) for each in (path.q05, path.q50, path.q95)))
        for name, path in answer.measures.items()
    }
