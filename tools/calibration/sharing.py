"""Numbered work in, its results in order out, done by several processes side by side."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")
Work = Callable[[int], Result]


def shared_out(count: int, work: Work[Result], workers: int) -> list[Result]:
    """Do work 0 to count − 1, each number on its own, so that the result knows no `workers`.

    The processes are forked: what `work` holds on to need not be written down to be handed over.

    Raises:
        RuntimeError: a process ended without its results.
    """
    if workers <= 1:
        return [work(number) for number in range(count)]
    context = multiprocessing.get_context("fork")
    started = []
    for first in range(min(workers, count)):
        receiving, sending = context.Pipe(duplex=False)
        mine = range(first, count, workers)
        process = context.Process(target=_do, args=(work, mine, sending))
        process.start()
        sending.close()
        started.append((mine, receiving, process))
    found: dict[int, Result] = {}
    for mine, receiving, process in started:
        try:
            found.update(zip(mine, receiving.recv(), strict=True))
        except EOFError:
            raise RuntimeError("a process of the calibration ended early") from None
        process.join()
    return [found[number] for number in range(count)]


def _do(work: Work[Result], mine: Sequence[int], sending: Connection) -> None:
    sending.send([work(number) for number in mine])
    sending.close()
