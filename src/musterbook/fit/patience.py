"""Seconds go in; until when draws may be taken comes out."""

import math
import time
from dataclasses import dataclass

from musterbook.core.errors import CannotComputeError


class OutOfTimeError(CannotComputeError):
    """The time was over before a single draw was reached."""

    def __init__(self) -> None:
        super().__init__("the time was over before a single draw was reached")


@dataclass(frozen=True, slots=True)
class Patience:
    """A moment on the clock of `time.perf_counter` after which no more draws are begun.

    Draws that are there by then are kept: how many an answer rests on is part of the answer.
    """

    until: float = math.inf

    @classmethod
    def of(cls, seconds: float) -> "Patience":
        """Begin to count now."""
        return cls(time.perf_counter() + seconds)

    @property
    def is_over(self) -> bool:
        """Say whether the time is over."""
        return time.perf_counter() >= self.until


ENDLESS = Patience()
