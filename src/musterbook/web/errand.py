"""A bench and a question of a page go in; the answer comes out. This runs in the child process."""

from datetime import date

from musterbook.core.errors import CannotComputeError
from musterbook.core.problem import Problem
from musterbook.inquiry import belief_on, draws_of, run_trial, why, with_way_taken
from musterbook.views.draws_csv import draws_csv
from musterbook.views.screens.asking import Asking, Question
from musterbook.views.screens.trials import tried_of
from musterbook.views.screens.way_questions import way_of
from musterbook.workbench import Workbench


def answer_of(bench: Workbench, question: Question) -> object:
    """Work out one answer.

    Raises:
        CannotComputeError: there is none, and why.
    """
    words = question.words
    match question.asking:
        case Asking.WHY:
            return _found(why(bench, words[0]))
        case Asking.THEN:
            day, about = (date.fromisoformat(each) for each in words)
            return belief_on(bench, day, about=about)
        case Asking.TRIAL:
            return run_trial(bench, tried_of(words))
        case Asking.WAY:
            return with_way_taken(bench, *way_of(question))
        case Asking.DRAWS:
            return draws_csv(*draws_of(bench, words[0], tried_of(words[1:])))


def _found(report: object) -> object:
    if isinstance(report, Problem):
        raise CannotComputeError(report.says)
    return report
