"""What a stage works out goes in under a key; the same result comes out when it is asked again."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from musterbook.core.problem import Problem

Result = TypeVar("Result")
Key: TypeAlias = tuple[object, ...]
Results: TypeAlias = Mapping[Key, tuple[object, tuple[Problem, ...]]]

# Results kept at once. A window that stays open asks of one case after the other as it is edited;
# a dozen holds every stage of the case as it is and as it was before the last edit or two.
MOST_KEPT = 12


class Shelf:
    """The results of stages, each with the problems met on the way to it; the oldest go first."""

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: dict[Key, tuple[object, tuple[Problem, ...]]] = {}
        self._noticed: dict[str, tuple[Problem, ...]] = {}

    def once(
        self, stage: str, key: Key, *, work: Callable[[], tuple[Result, tuple[Problem, ...]]]
    ) -> Result:
        """Give the result under a stage and a key, worked out if it is not there."""
        name = (stage, *key)
        kept = self._kept.pop(name, None) or work()
        self._kept[name] = kept
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._noticed[stage] = kept[1]
        return kept[0]  # type: ignore[return-value]  # only `work` of this stage wrote it

    def holds(self, stage: str, key: Key) -> bool:
        """Say whether the result under a stage and a key is there."""
        return (stage, *key) in self._kept

    def results(self) -> Results:
        """Give what is kept, so that another process can take it in."""
        return dict(self._kept)

    def take_in(self, results: Results) -> None:
        """Keep what another process has worked out for keys of the same making."""
        for name, result in results.items():
            self._kept[name] = result
            self._noticed[str(name[0])] = result[1]

    def noticed(self, stage: str) -> tuple[Problem, ...]:
        """Give the problems met on the way to the result that a stage gave last."""
        return self._noticed.get(stage, ())
