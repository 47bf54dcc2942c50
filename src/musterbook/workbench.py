"""A folder goes in; every stage's result comes out, computed once and kept until the case changes.

The order of the stages is written here and nowhere else:
reports -> claims -> account -> conflicts -> fit -> scenarios -> hypotheses.
Engines are imported where they are first needed, so that a quick question stays quick.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from musterbook.account.build import Built, build_system
from musterbook.account.findings import findings_of
from musterbook.account.ledger import Ledger, assumed, assuming, read_ledger
from musterbook.account.statements import chain_of
from musterbook.account.system import Choice, System
from musterbook.case.load import LoadedCase, load_case
from musterbook.claims.gather import gather
from musterbook.conflicts.explained import stale_explanations
from musterbook.core.errors import CannotComputeError
from musterbook.core.finding import Finding
from musterbook.core.problem import Phrase, Problem, in_reading_order, summed_up
from musterbook.core.records import Case, Hypothesis, HypothesisBoard

if TYPE_CHECKING:
    from musterbook.conflicts.options import ConflictOptions
    from musterbook.conflicts.results import ConflictReport
    from musterbook.fit.options import FitJob, FitOptions
    from musterbook.fit.results import FitReport
    from musterbook.hypotheses.results import WeighReport
    from musterbook.scenarios.results import RunReport
    from musterbook.scenarios.run import RunOptions
    from musterbook.scenarios.world import World

Result = TypeVar("Result")
UNDER = " under "  # parts a question from the scenario it is asked of
MOST_ANSWERS = 4  # ways out to fit side by side where no reading is feasible: the method's page


class Workbench:
    """One case, and everything that can be worked out from it."""

    def __init__(self, folder: Path | str, *, as_of: date | None = None) -> None:
        """Open a folder; nothing is read before it is asked for.

        `as_of` overrides the case's own as-of date: only what had been said by then counts.
        """
        self.folder = Path(folder)
        self.as_of = as_of
        self._kept: dict[tuple[object, ...], object] = {}
        self._noticed: dict[str, tuple[Problem, ...]] = {}

    @cached_property
    def loaded(self) -> LoadedCase:
        """The folder as read: the case's nouns, the bytes of its reports, and the faults."""
        return load_case(self.folder)

    @cached_property
    def _gathered(self) -> tuple[Case, tuple[Problem, ...]]:
        if self.loaded.case is None:
            raise CannotComputeError(f"{self.folder} could not be read as a case: muster check")
        case = self.loaded.case
        if self.as_of is not None:
            case = replace(case, as_of=self.as_of)
        return gather(case, self.loaded.report_bytes)

    @property
    def case(self) -> Case:
        """The case with its reports' texts, its quotes found, and its tables' rows as claims."""
        return self._gathered[0]

    @cached_property
    def ledger(self) -> Ledger:
        """Every sentence parsed and looked up."""
        return read_ledger(self.case)

    @cached_property
    def built(self) -> Mapping[Choice, Built]:
        """One linear system for each choice of readings, the default first."""
        return {choice: build_system(self.ledger, choice) for choice in self.ledger.choices}

    @property
    def systems(self) -> Mapping[Choice, System]:
        """The systems alone."""
        return {choice: each.system for choice, each in self.built.items()}

    @property
    def default(self) -> Built:
        """The system under the default readings."""
        return next(iter(self.built.values()))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every fault of the case, in reading order; scenarios and hypotheses checked too."""
        found = list(self.loaded.problems)
        if self.loaded.case is None:
            return in_reading_order(found)
        found += self._gathered[1]
        found += self.ledger.problems
        found += [each for built in self.built.values() for each in built.problems]
        told = {each.place for each in found if each.is_error}
        found += stale_explanations(self.ledger, self.systems)
        later = (*self._plan_problems(), *self._expectation_problems())
        found += [each for each in later if each.place not in told]
        return in_reading_order(summed_up(found))

    @cached_property
    def _world(self) -> "tuple[World, tuple[Problem, ...]]":
        from musterbook.scenarios.world import build_world

        return build_world(self.case)

    def _plan_problems(self) -> tuple[Problem, ...]:
        from musterbook.scenarios.plan import read_plan

        world, faults = self._world
        start = self.default.system.as_of
        _, found = read_plan(self.case.plan, world, start=start, more_questions=self._asked())
        return (*faults, *found)

    def _expectation_problems(self) -> tuple[Problem, ...]:
        """Check what hypotheses expect as if it were assumed."""
        expected = assumed(self.case.board.hypotheses)
        if not expected:
            return ()
        ledger = assuming(self.ledger, expected)
        built = build_system(ledger, ledger.choices[0])
        known = {each.says.place.file for each in expected}
        found = (*ledger.problems, *built.problems)
        return tuple(each for each in found if each.place and each.place.file in known)

    def _asked_beside_the_plan(self) -> tuple[Phrase, ...]:
        """List what evidence asks that no question of the plan answers for its scenario."""
        answered = {each.text for each in self.case.plan.questions}
        return tuple(
            each for each in self._asked() if each.text.partition(UNDER)[0] not in answered
        )

    def _asked(self) -> tuple[Phrase, ...]:
        return tuple(each.scenario for each in self.case.board.evidence if each.scenario)

    def refresh(self) -> bool:
        """Read the folder anew; say whether it changed. Results of a case unchanged are kept."""
        before = self.case.digest if self.loaded.case is not None else ""
        for name in ("loaded", "_gathered", "ledger", "built", "problems", "findings", "_world"):
            self.__dict__.pop(name, None)
        return before != (self.case.digest if self.loaded.case is not None else "")

    @property
    def has_errors(self) -> bool:
        """Say whether any fault is an error."""
        return any(each.is_error for each in self.problems)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is worth knowing about the claims: copies, mutations, sums that do not close."""
        return findings_of(self.ledger, self.default)

    def conflicts(self, options: "ConflictOptions | None" = None) -> "ConflictReport":
        """Find what cannot all be true, and which readings make the numbers add up."""
        from musterbook.conflicts.analyse import analyse
        from musterbook.conflicts.explained import with_explanations
        from musterbook.conflicts.options import ConflictOptions

        chosen = options or ConflictOptions()

        def work() -> "ConflictReport":
            report = analyse(self.systems, chosen)
            report, problems = with_explanations(report, self.ledger, systems=self.systems)
            self._noticed["conflicts"] = problems
            return report

        return self._once("conflicts", chosen, work)

    def fit(self, options: "FitOptions | None" = None) -> "FitReport":
        """Estimate every stock and flow: one answer per feasible reading, or per way out."""
        from musterbook.fit.fit import fit_answers
        from musterbook.fit.options import FitOptions

        chosen = options or FitOptions()

        def work() -> "FitReport":
            report, problems = fit_answers(self.fit_jobs(), chosen, sources=self.case.sources)
            self._noticed["fit"] = problems
            return report

        return self._once("fit", chosen, work)

    def fit_jobs(self) -> "tuple[FitJob, ...]":
        """List the answers worth working out, the one to lead with first."""
        from musterbook.conflicts.options import ConflictOptions
        from musterbook.fit.options import FitJob

        verdicts = self.conflicts(ConflictOptions(bounds=False))
        feasible = verdicts.feasible_readings
        if feasible:
            return tuple(FitJob(self.systems[each.choice]) for each in feasible)
        system = self.systems[verdicts.default.choice]
        ways = verdicts.default.ways_out[:MOST_ANSWERS]
        return tuple(FitJob(system.without(*way.members), way.members) for way in ways)

    def run(self, options: "RunOptions | None" = None) -> "RunReport":
        """Run the scenarios from the answer to lead with, all from the same draws."""
        from musterbook.scenarios.run import RunOptions, run_scenarios

        chosen = options or RunOptions()

        def work() -> "RunReport":
            answers = self.fit().answers
            if not answers:
                raise CannotComputeError("there is no fitted account to run scenarios from")
            report, problems = run_scenarios(
                self._world[0],
                self.case.plan,
                answer=answers[0],
                options=chosen,
                more_questions=self._asked_beside_the_plan(),
            )
            self._noticed["run"] = problems
            return report

        return self._once("run", chosen, work)

    def weigh(self) -> "WeighReport":
        """Weigh the explanations offered, computed rows included."""
        from musterbook.hypotheses.weigh import weigh

        board = self._board()

        def work() -> "WeighReport":
            report, problems = weigh(
                board,
                origins={each.id: chain_of(self.case, each) for each in self.case.claims},
                probabilities=self._probabilities(),
                expectations={each.name: self.expectation(each) for each in board.hypotheses},
                observations=self._observations(),
            )
            self._noticed["weigh"] = problems
            return report

        return self._once("weigh", (), work)

    def _board(self) -> HypothesisBoard:
        """Give the board without rows that rest on claims nobody had made by the as-of date."""
        board, reports = self.case.board, self.case.reports
        unsaid = {
            each.id
            for each in self.case.claims
            if each.report in reports and reports[each.report].published > self.case.today
        }
        return replace(
            board, evidence=tuple(each for each in board.evidence if each.claim not in unsaid)
        )

    def _probabilities(self) -> Mapping[str, float]:
        """Answer what evidence asks; where no scenario is named, the baseline is meant."""
        if not self._asked():
            return {}
        report = self.run()
        first = sorted(report.questions, key=lambda each: each.scenario == report.baseline)
        return {
            ask: each.probability
            for each in first
            for ask in (each.ask, f"{each.ask}{UNDER}{each.scenario}")
        }

    def _observations(self) -> Mapping[str, str]:
        groups = self.default.system.groups
        return {claim: group.name for group in groups for claim in group.claims}

    def expectation(self, hypothesis: Hypothesis) -> tuple[tuple[str, ...], ...]:
        """Find the conflicts that appear when a hypothesis's expectations join the account.

        They are looked for under the readings that lead, with what stands in the way of those
        set aside; none means that the account can bear what the hypothesis expects.
        """
        from musterbook.conflicts.analyse import verdict_of
        from musterbook.conflicts.options import ConflictOptions

        if not hypothesis.expects:
            return ()
        lead = self.fit_jobs()[0]
        ledger = assuming(self.ledger, assumed((hypothesis,)))
        system = build_system(ledger, lead.system.choice).system.without(*lead.set_aside)
        verdict = verdict_of(system, ConflictOptions(bounds=False))
        return tuple(each.members for each in verdict.conflicts)

    def noticed(self, stage: str) -> tuple[Problem, ...]:
        """Give the problems a stage met while computing (`fit`, `run`, `weigh`)."""
        return self._noticed.get(stage, ())

    def _once(self, stage: str, options: object, work: Callable[[], Result]) -> Result:
        key = (stage, self.case.digest, self.case.as_of, options)
        if key not in self._kept:
            self._kept[key] = work()
        return self._kept[key]  # type: ignore[return-value]  # only `work` of this stage wrote it
