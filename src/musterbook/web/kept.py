"""Results of work go in under what they hang on; exhibits of those that hold for a case come out.

What an edit replaced is kept for a while, so that taking the edit back brings it back at once. What
an edit did not touch still holds: the fit, when a scenario is changed.
"""

from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.workbench import Workbench
from musterbook.workbench.shelf import Key, Results

MOST_STATES = 8  # of each stage, each as of one day: a few edits back and a few days
KNOWN_ONLY = ExhibitOptions(known_only=True)


class KeptResults:
    """What was worked out, stage by stage; the longest unused goes first."""

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: dict[object, dict[Key, object]] = {}  # by stage and options

    def add(self, bench: Workbench, results: Results) -> Exhibits | None:
        """Keep results, and give the exhibits with them; None where there is nothing to show."""
        if not bench.take_in(results):
            return None
        self.keep(bench.results())
        return Exhibits(bench, KNOWN_ONLY) if bench.holds("conflicts") else None

    def keep(self, results: Results) -> None:
        """Keep results of a case, be it the one shown now or one that an edit replaced."""
        for key, result in results.items():
            alike = self._kept.setdefault((key[0], *key[3:]), {})
            alike.pop(key, None)
            alike[key] = result
            for old in list(alike)[:-MOST_STATES]:
                del alike[old]

    def recall(self, bench: Workbench) -> Exhibits | None:
        """Give a bench what was worked out before and holds for its case; None where nothing is."""
        known = {key: each for alike in self._kept.values() for key, each in alike.items()}
        return self.add(bench, known)  # type: ignore[arg-type]
