"""A case and the results last worked out go in; what every screen draws from lies here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from musterbook.account.build import Built
from musterbook.core.records import Claim
from musterbook.views.claims import ClaimView, claim_views
from musterbook.views.exhibits import Exhibits
from musterbook.views.screens.asking import Replies
from musterbook.views.screens.fingerprint import fingerprint
from musterbook.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Progress:
    """What is being worked out: the stage in words, how many are done, and since when (seconds)."""

    stage: str
    done: int
    of: int
    seconds: float
    failed: str = ""

    @property
    def is_running(self) -> bool:
        """Say whether anything is still under way."""
        return not self.failed and self.done < self.of


class Shown:
    """What a page may use: the bench as the files are now, and the exhibits last worked out.

    `worked` may be older than the case, and is None until something was worked out at all.
    """

    def __init__(
        self,
        bench: Workbench,
        worked: Exhibits | None = None,
        progress: Progress | None = None,
        *,
        before: Exhibits | None = None,
        replies: Replies | None = None,
        errand: Progress | None = None,
    ) -> None:
        """Take a bench, the exhibits of results that are there, and what is under way.

        `before` are the last exhibits that were whole, where `worked` are not yet; `replies` are
        answers to questions beyond the stages, `errand` how far the work on them is.
        """
        self.bench = bench
        self.worked = worked
        self.before = before
        self.progress = progress
        self.replies = replies or Replies()
        self.errand = errand

    def resting_on(self, stage: str) -> "Shown":
        """Give what a screen may use that rests on a stage: older results while it is awaited."""
        before = self.before
        if before is None or not self.awaits(stage) or not before.bench.holds(stage):
            return self
        return Shown(self.bench, before, self.progress, replies=self.replies, errand=self.errand)

    def awaits(self, stage: str) -> bool:
        """Say whether a stage is being worked out and its results are not there yet."""
        if not stage or self.worked is None or self.worked.bench.holds(stage):
            return False
        return self.progress is not None and self.progress.is_running

    @property
    def is_fresh(self) -> bool:
        """Say whether the results are those of the case as it is now."""
        return self.worked is not None and self.worked.bench.case.digest == self.bench.case.digest

    @cached_property
    def changed_claims(self) -> int:
        """Count the claims that are not what they were when the results were worked out."""
        if self.worked is None:
            return 0
        before = {each.id: each for each in self.worked.bench.case.claims}
        now = {each.id: each for each in self.bench.case.claims}
        return sum(_differ(before.get(name), now.get(name)) for name in {*before, *now})

    @cached_property
    def lead(self) -> Built:
        """The system to lead with now: of the reading that led last, else of the default."""
        bench = self.bench
        if self.worked is not None and self.worked.lead_verdict.choice in bench.built:
            return bench.built[self.worked.lead_verdict.choice]
        return bench.default

    @cached_property
    def claims(self) -> Mapping[str, ClaimView]:
        """Every claim as it is now, by its id."""
        return claim_views(self.bench.ledger, self.lead)


def _differ(before: Claim | None, now: Claim | None) -> bool:
    """Say whether a claim says something else; that it moved in its file does not matter."""
    if before == now:
        return False
    return before is None or now is None or fingerprint(before) != fingerprint(now)
