"""What a stage works out goes in under a key; the same result comes out when it is asked again."""

import threading
from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from musterbook.core.problem import Problem

Result = TypeVar("Result")
Key: TypeAlias = tuple[object, ...]  # the stage first, then what its result hangs on
Results: TypeAlias = Mapping[Key, tuple[object, tuple[Problem, ...]]]

# Results kept at once. A window that stays open asks of one case after the other as it is edited;
# a dozen holds every stage of the case as it is and as it was before the last edit or two.
MOST_KEPT = 12


class Shelf:
    """The results of stages, each with the problems met on the way to it; the oldest go first.

    It may be asked from several threads: one that waits for a result does not keep others from
    those that are there.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: dict[Key, tuple[object, tuple[Problem, ...]]] = {}
        self._noticed: dict[str, tuple[Problem, ...]] = {}
        self._lock = threading.Lock()

    def once(self, key: Key, *, work: Callable[[], tuple[Result, tuple[Problem, ...]]]) -> Result:
        """Give the result under a key, worked out if it is not there."""
        with self._lock:
            kept = self._kept.get(key)
        kept = kept or work()
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = kept
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._noticed[str(key[0])] = kept[1]
        return kept[0]  # type: ignore[return-value]  # only `work` of this stage wrote it

    def holds(self, key: Key) -> bool:
        """Say whether the result under a key is there."""
        return key in self._kept

    def found(self, key: Key) -> object | None:
        """Give the result under a key where it is there, and work nothing out."""
        with self._lock:
            kept = self._kept.get(key)
        return kept[0] if kept else None

    def results(self) -> Results:
        """Give what is kept, so that another process can take it in."""
        with self._lock:
            return dict(self._kept)

    def take_in(self, results: Results) -> None:
        """Keep what another process has worked out for keys of the same making."""
        with self._lock:
            for key, result in results.items():
                self._kept[key] = result
                self._noticed[str(key[0])] = result[1]

    def noticed(self, stage: str) -> tuple[Problem, ...]:
        """Give the problems met on the way to the result that a stage gave last."""
        return self._noticed.get(stage, ())
