"""Which members a question came true for in, its probability with its error out."""

import numpy as np
from numpy.typing import NDArray

from musterbook.scenarios.likelihood import likelihood_words
from musterbook.scenarios.members import Members
from musterbook.scenarios.results import QuestionAnswer


def answer_question(
    ask: str, scenario: str, *, hits: NDArray[np.bool_], members: Members
) -> QuestionAnswer:
    """Give the share of members it came true for; hits of shape (member,)."""
    probability = float(hits.mean())
    return QuestionAnswer(
        ask=ask,
        scenario=scenario,
        probability=probability,
        error=_error(hits, members=members),
        words=likelihood_words(probability),
    )


def _error(hits: NDArray[np.bool_], *, members: Members) -> float:
    """Give the Monte Carlo standard error of a share, in the same unit.

    Members of one draw are alike, so the draws are the sample: the error is that of a mean of
    clusters. It never falls below that of independent members with half a hit and half a miss
    added, so that nothing is certain because it was not seen.
    """
    count, probability = len(hits), float(hits.mean())
    by_draw = np.bincount(members.draw, weights=hits - probability)
    clustered = float(np.sqrt((by_draw**2).sum())) / count
    smoothed = (float(hits.sum()) + 0.5) / (count + 1)
    return max(clustered, float(np.sqrt(smoothed * (1 - smoothed) / count)))
