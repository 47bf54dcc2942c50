"""Results of work go in under the case and day they are for; exhibits of them come out again.

What an edit replaced is kept for a while, so that taking the edit back brings it back at once.
"""

from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.web.order import CaseAsOf
from musterbook.workbench import Workbench
from musterbook.workbench.shelf import Key, Results

MOST_CASES = 8  # states of the case, each as of one day: a few edits back and a few days
KNOWN_ONLY = ExhibitOptions(known_only=True)


class KeptResults:
    """What was worked out, by the digest of the case and the day; the longest unused goes first."""

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: dict[CaseAsOf, dict[Key, object]] = {}

    def add(self, bench: Workbench, results: Results) -> Exhibits | None:
        """Keep results, and give the exhibits with them; None where there is nothing to show."""
        if not bench.take_in(results):
            return None
        self.keep(CaseAsOf.of(bench), bench.results())
        return Exhibits(bench, KNOWN_ONLY) if bench.holds("conflicts") else None

    def keep(self, name: CaseAsOf, results: Results) -> None:
        """Keep results of a case, be it the one shown now or one that an edit replaced."""
        self._kept[name] = {**self._kept.pop(name, {}), **results}
        for old in list(self._kept)[:-MOST_CASES]:
            del self._kept[old]

    def recall(self, bench: Workbench) -> Exhibits | None:
        """Give a bench what was worked out for its case before; None where nothing was."""
        known = self._kept.get(CaseAsOf.of(bench))
        return self.add(bench, known) if known else None  # type: ignore[arg-type]
