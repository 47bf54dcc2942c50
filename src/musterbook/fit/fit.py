"""Systems go in, one for each reading or way out; their answers, side by side, come out."""

import itertools
import time
from collections.abc import Iterable, Mapping, Sequence

from musterbook.core.errors import CannotComputeError
from musterbook.core.problem import Problem
from musterbook.core.progress import Told, in_turn, nobody
from musterbook.core.records import Source
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer, FitReport
from musterbook.fit.trust import unsteady


def fit_answers(
    jobs: Sequence[FitJob],
    options: FitOptions | None = None,
    *,
    sources: Mapping[str, Source],
    told: Told = nobody,
) -> tuple[FitReport, tuple[Problem, ...]]:
    """Fit each system by itself, the one to lead with first; contradictions are never averaged.

    An account too large becomes a problem (MB502), as does one whose draws cannot be relied on
    (MB503); where they are few, that is a warning (MB504). Conflicts name ways out that leave
    something possible; should a job leave nothing all the same, the report says so among
    `impossible`.
    Source: bryant2013 on accounts as a system model apart from its data models.
    """
    chosen = options or FitOptions()
    begun = time.perf_counter()
    worked = [_try(job, chosen, sources=sources) for job in in_turn(jobs, told)]
    answers = tuple(each for each in worked if isinstance(each, Answer))
    apart = disagreements(answers)
    report = FitReport(
        answers,
        not apart,
        chosen.seed,
        time.perf_counter() - begun,
        apart,
        tuple(each for each in worked if isinstance(each, str)),
    )
    doubts = (unsteady(each, chosen.effective) for each in answers)
    faults = (*worked, *doubts)
    return report, tuple(each for each in faults if isinstance(each, Problem))


def _try(
    job: FitJob, options: FitOptions, *, sources: Mapping[str, Source]
) -> Answer | Problem | str:
    try:
        return answer(job, options, sources=sources)
    except CannotComputeError as error:
        return str(error)


def disagreements(answers: Iterable[Answer]) -> tuple[str, ...]:
    """Name the measures whose median leaves the middle half of another answer's, as of today.

    Only measures that mean the same in both answers are compared.
    """
    apart: dict[str, None] = {}
    for one, other in itertools.combinations(answers, 2):
        for name in one.measures.keys() & other.measures.keys():
            same = one.system.measures[name] == other.system.measures[name]
            if same and not (_inside(name, one, of=other) and _inside(name, other, of=one)):
                apart[name] = None
    return tuple(sorted(apart))


def _inside(name: str, answer: Answer, *, of: Answer) -> bool:
    mine, theirs = answer.measures[name], of.measures[name]
    median = mine.q50[mine.at(answer.system.as_of)]
    place = theirs.at(of.system.as_of)
    return bool(theirs.q25[place] <= median <= theirs.q75[place])
