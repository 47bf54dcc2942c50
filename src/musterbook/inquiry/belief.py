"""A workbench and two days go in; what was believed on the one about the other comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.fit.options import FitOptions
from musterbook.fit.results import Answer
from musterbook.inquiry.past import FEW_PRIOR_DRAWS, PastOptions, then_on
from musterbook.questions.spread import Spread, spread_of_draws
from musterbook.questions.target import Target, values_at
from musterbook.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Belief:
    """Every measure on `about`, as it was believed by the end of `day`, in people.

    `spreads` are those of the answer that led then; `answers` counts those that stood beside it.
    `is_feasible` says whether what had been said could all be true; `why_not` is a sentence
    where nothing could be worked out.
    """

    day: date
    about: date
    is_feasible: bool
    spreads: Mapping[str, Spread]
    answers: int
    why_not: str = ""


def belief_on(bench: Workbench, day: date, *, about: date, seed: int = 0) -> Belief:
    """Fit the case as it stood by the end of a day, and read every measure off it."""
    options = PastOptions()
    fitting = FitOptions(seed=seed, draws=options.draws, prior_draws=FEW_PRIOR_DRAWS)
    then = then_on(bench, day, options, fitting)
    spreads = _spreads(then.answers[0], about) if then.answers else {}
    return Belief(day, about, then.is_feasible, spreads, len(then.answers), then.why_not)


def _spreads(answer: Answer, about: date) -> dict[str, Spread]:
    return {
        name: spread_of_draws(
            values_at(answer.system, answer.draws, Target(name, about)), answer.weights
        )
        for name in answer.system.measures
    }
