"""A workbench goes in; all that a page shows of its case comes out, each made once."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from musterbook.account.build import Built
from musterbook.conflicts.after import WayKey
from musterbook.conflicts.results import Bounds, ConflictReport, Verdict
from musterbook.core.errors import CannotComputeError
from musterbook.fit.balance import Balance, balances_of
from musterbook.fit.results import Answer, FitReport
from musterbook.hypotheses.results import WeighReport
from musterbook.scenarios.results import RunReport
from musterbook.views.cards import ConflictCard, ReadingRow, cards_of, reading_rows
from musterbook.views.claims import ClaimView, claim_views
from musterbook.views.fan_chart import fan_chart
from musterbook.views.measures import MeasureView, bare_view, measure_views
from musterbook.views.members import Member, members_of
from musterbook.views.report_views import ReportView, report_views
from musterbook.views.sentences import meaning
from musterbook.workbench import Workbench

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class ExhibitOptions:
    """Whether the slower stages are shown; all are worked out with their usual settings.

    With `known_only` nothing is worked out: what the bench does not hold yet is missing.
    """

    with_fit: bool = True
    with_scenarios: bool = True
    known_only: bool = False


class Exhibits:
    """All that a page shows of one case; each exhibit is made when it is first asked for."""

    def __init__(self, bench: Workbench, options: ExhibitOptions | None = None) -> None:
        """Take a bench; nothing is computed yet."""
        self.bench = bench
        self.options = options or ExhibitOptions()
        self.missing: dict[str, str] = {}
        self._charts: dict[int | None, tuple[Markup, ...]] = {}  # of many claims: seconds
        self._made: dict[object, object] = {}

    @cached_property
    def claims(self) -> Mapping[str, ClaimView]:
        """Every claim, by its id."""
        return claim_views(self.bench.ledger, self.lead)

    @cached_property
    def reports(self) -> tuple[ReportView, ...]:
        """Every report, the leading one first."""
        disputed = Counter(name for card in self.cards for name in card.conflict.members)
        return report_views(self.bench.case, self.claims, disputed=disputed)

    @cached_property
    def conflicts(self) -> ConflictReport:
        """The verdicts."""
        return self.bench.conflicts()

    @cached_property
    def lead_verdict(self) -> Verdict:
        """The verdict to lead with: the first feasible reading's, else the default's."""
        return next(iter(self.conflicts.feasible_readings), self.conflicts.default)

    @cached_property
    def lead(self) -> Built:
        """The system to lead with."""
        return self.bench.built[self.lead_verdict.choice]

    @cached_property
    def members(self) -> Mapping[str, Mapping[str, Member]]:
        """Every member's card, by the words of the reading, then by name."""
        return {
            meaning(choice): members_of(self.bench.ledger, built.system, views=self.claims)
            for choice, built in self.bench.built.items()
        }

    @cached_property
    def cards(self) -> tuple[ConflictCard, ...]:
        """Every distinct conflict, numbered."""
        accounts = [each.name for each in self.bench.case.accounts]
        return cards_of(self.conflicts, self.members, accounts=accounts)

    @cached_property
    def readings(self) -> tuple[ReadingRow, ...]:
        """The rows of the table of readings."""
        return reading_rows(self.conflicts, self.cards, members=self.members)

    @cached_property
    def fit(self) -> FitReport | None:
        """The fitted account, or None with the reason kept in `missing`."""
        if self._is_awaited("fit"):
            return None
        if not self.options.with_fit:
            self.missing["fit"] = "The account was not fitted for this page."
            return None
        try:
            return self.bench.fit()
        except CannotComputeError as refused:
            self.missing["fit"] = f"The account could not be fitted: {refused}."
            return None

    def _is_awaited(self, stage: str) -> bool:
        """Say whether a stage is left to another process that has not brought its result yet."""
        awaited = self.options.known_only and not self.bench.holds(stage)
        if awaited:
            self.missing[stage] = "This is being worked out."
        return awaited

    @cached_property
    def ways(self) -> Mapping[WayKey, Bounds]:
        """What each way out would leave certain; empty where nobody has worked it out."""
        if not self.bench.holds("ways"):
            return {}
        return self.bench.ways()

    @property
    def answer(self) -> Answer | None:
        """The answer to lead with."""
        return self.fit.answers[0] if self.fit is not None and self.fit.answers else None

    @cached_property
    def measures(self) -> tuple[MeasureView, ...]:
        """The measures that claims are about, under the leading answer."""
        if self.answer is None:
            return ()
        built = self.bench.built[self.answer.choice]
        verdict = self.verdict_of(self.answer)
        return measure_views(self.bench.ledger, built, answer=self.answer, verdict=verdict)

    def charts(self, most: int | None = None) -> tuple[Markup, ...]:
        """Draw a chart of every measure, in the same order, more than `most` claims as a crowd."""
        if most not in self._charts:
            self._charts[most] = tuple(
                fan_chart(each.path, marks=each.marks, title=each.title, most=most)
                for each in self.measures
            )
        return self._charts[most]

    def once(self, make: "Callable[[Exhibits], Made]") -> Made:
        """Give what a screen makes of these results: it is made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[return-value]  # only `make` wrote it

    @cached_property
    def balances(self) -> tuple[Balance, ...]:
        """What every stock opened and closed with in each period, under the leading answer."""
        return () if self.answer is None else balances_of(self.answer)

    def measure(self, name: str) -> MeasureView | None:
        """Show one measure, stock or flow, claims about it or none; None where nothing fits it."""
        if self.answer is None or name not in self.answer.measures:
            return None
        known = next((each for each in self.measures if name in each.names), None)
        if known is not None:
            return known
        built, verdict = self.bench.built[self.answer.choice], self.verdict_of(self.answer)
        return bare_view(name, self.bench.ledger, built, answer=self.answer, verdict=verdict)

    def verdict_of(self, answer: Answer) -> Verdict | None:
        """Find the verdict on an answer's reading."""
        readings = self.conflicts.readings
        return next((each for each in readings if each.choice == answer.choice), None)

    @cached_property
    def run(self) -> RunReport | None:
        """The scenarios, or None where the case declares none or they cannot be run."""
        if not self.options.with_scenarios or not self.bench.case.plan.scenarios:
            self.missing["run"] = "This case declares no scenarios: add scenarios.yaml."
            return None
        if self._is_awaited("run"):
            return None
        if self.answer is None:
            self.missing["run"] = "Scenarios start from a fitted account, and there is none here."
            return None
        return self.bench.run()

    @cached_property
    def weighed(self) -> WeighReport | None:
        """The matrix, or None where the case declares no hypotheses or it cannot be weighed."""
        if not self.bench.case.board.hypotheses:
            self.missing["weigh"] = "This case declares no hypotheses: add hypotheses.yaml."
            return None
        if self._is_awaited("weigh"):
            return None
        if self.answer is None:
            self.missing["weigh"] = "The matrix has computed rows, which need a fitted account."
            return None
        return self.bench.weigh()
