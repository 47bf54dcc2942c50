"""A workbench and a number go in; how the belief about it moved, day by day, comes out."""

import time

from musterbook.core.problem import Problem
from musterbook.core.progress import Told, in_turn, nobody
from musterbook.inquiry.past import PastOptions, days_of_news, past_fitting, then_on
from musterbook.inquiry.present import target_of
from musterbook.questions.history import HistoryReport, history_of
from musterbook.workbench import Workbench


def history(
    bench: Workbench,
    words: str,
    options: PastOptions | None = None,
    *,
    seed: int = 0,
    told: Told = nobody,
) -> HistoryReport | Problem:
    """Say how the belief about a measure on a day moved as reports came in."""
    target = target_of(bench, words)
    if isinstance(target, Problem):
        return target
    begun, chosen = time.perf_counter(), options or PastOptions()
    fitting = past_fitting(chosen.draws, seed, watched=(target.measure,))
    thens = (then_on(bench, day, chosen, fitting) for day in in_turn(days_of_news(bench), told))
    moments = tuple(history_of(target, thens))
    return HistoryReport(target, moments, seed, time.perf_counter() - begun)
