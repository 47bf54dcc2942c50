"""A folder goes in; every stage's result comes out, computed once and kept while it holds.

The order of the stages is written here and nowhere else:
reports -> claims -> account (all in `opened.py`) -> conflicts -> fit -> scenarios -> hypotheses.
Engines are imported where they are first needed, so that a quick question stays quick.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from musterbook.account.build import build_system
from musterbook.account.ledger import assumed, assuming
from musterbook.account.statements import chain_of
from musterbook.core.errors import CannotComputeError
from musterbook.core.plans import Hypothesis, HypothesisBoard
from musterbook.core.problem import Problem
from musterbook.core.progress import Told, nobody
from musterbook.workbench.bearing import Bearing, bearing_of
from musterbook.workbench.opened import OpenedCase
from musterbook.workbench.shelf import Key, Results, Shelf

if TYPE_CHECKING:
    from musterbook.conflicts.after import WayKey
    from musterbook.conflicts.options import ConflictOptions
    from musterbook.conflicts.results import Bounds, ConflictReport
    from musterbook.fit.options import FitJob, FitOptions
    from musterbook.fit.results import Answer, FitReport
    from musterbook.hypotheses.results import WeighReport
    from musterbook.scenarios.results import RunReport
    from musterbook.scenarios.run import RunOptions
    from musterbook.scenarios.world import World
    from musterbook.workbench.answers import Worthwhile


class Workbench(OpenedCase):
    """One case, and everything that can be worked out from it."""

    def __init__(self, folder: Path | str, *, as_of: date | None = None) -> None:
        """Open a folder; nothing is read before it is asked for.

        `as_of` overrides the case's own as-of date: only what had been said by then counts.
        """
        super().__init__(folder, as_of=as_of)
        self._shelf = Shelf()

    def conflicts(self, options: "ConflictOptions | None" = None) -> "ConflictReport":
        """Find what cannot all be true, and which readings make the numbers add up."""
        from musterbook.conflicts.analyse import analyse
        from musterbook.conflicts.digits import with_slips
        from musterbook.conflicts.explained import with_explanations
        from musterbook.conflicts.options import ConflictOptions
        from musterbook.conflicts.results import ConflictReport

        chosen = options or ConflictOptions()

        def work() -> "tuple[ConflictReport, tuple[Problem, ...]]":
            said = {each.name: each for each in self.ledger.statements}
            known = self._shelf.found(self._key("conflicts", replace(chosen, bounds=False)))
            verdicts = known.readings if isinstance(known, ConflictReport) else ()
            return with_slips(analyse(self.systems, chosen, known=verdicts), said), ()

        found = self._shelf.once(self._key("conflicts", chosen), work=work)
        if chosen not in self._explained:  # what explains a conflict may change, and it does not
            explained = with_explanations(found, self.ledger, systems=self.systems)
            self._explained[chosen] = explained
        return self._explained[chosen]

    @cached_property
    def _explained(self) -> "dict[ConflictOptions, ConflictReport]":
        return {}

    @cached_property
    def unfounded(self) -> tuple[Problem, ...]:
        """The explanations of conflicts that do not arise any more."""
        from musterbook.conflicts.explained import no_longer_arising

        return no_longer_arising(self.ledger, self.systems)

    def ways(self) -> "Mapping[WayKey, Bounds]":
        """Find what each way out would leave certain of the measures declared."""
        from musterbook.conflicts.after import bounds_after

        declared = [name.name for each in self.case.accounts for name in each.measures]

        def work() -> "tuple[Mapping[WayKey, Bounds], tuple[Problem, ...]]":
            return bounds_after(self.systems, self.conflicts(), measures=declared), ()

        return self._shelf.once(self._key("ways"), work=work)

    def fit(self, options: "FitOptions | None" = None, *, told: Told = nobody) -> "FitReport":
        """Estimate every stock and flow: one answer per feasible reading, or per way out."""
        from musterbook.fit.fit import fit_answers
        from musterbook.fit.options import FitOptions
        from musterbook.fit.size import all_too_large

        chosen = options or FitOptions()

        def work() -> "tuple[FitReport, tuple[Problem, ...]]":
            fault = all_too_large(self.systems.values(), chosen)
            jobs = () if fault else self.fit_jobs()
            report, met = fit_answers(jobs, chosen, sources=self.case.sources, told=told)
            return report, (fault, *met) if fault else met

        return self._shelf.once(self._key("fit", chosen), work=work)

    def fit_jobs(self) -> "tuple[FitJob, ...]":
        """List the answers worth working out, the one to lead with first."""
        return self._worthwhile().jobs

    def _worthwhile(self) -> "Worthwhile":
        from musterbook.conflicts.options import ConflictOptions
        from musterbook.workbench.answers import worthwhile

        return worthwhile(self.systems, self.conflicts(ConflictOptions(bounds=False)))

    @property
    def ways_not_fitted(self) -> int:
        """How many ways out are known beside those that `fit` answers for."""
        return self._worthwhile().left_out

    @property
    def knows_all_ways_out(self) -> bool:
        """Whether the ways out known are all there are: the search for them may have been cut."""
        return self._worthwhile().all_ways_out

    def lead_answer(self) -> "Answer":
        """Give the answer to lead with.

        Raises:
            CannotComputeError: there is none.
        """
        answers = self.fit().answers
        if not answers:
            raise CannotComputeError("there is no fitted account to run scenarios from")
        return answers[0]

    @cached_property
    def world(self) -> "World":
        """What scenarios run in."""
        from musterbook.scenarios.world import build_world

        return build_world(self.case)[0]

    def run(self, options: "RunOptions | None" = None) -> "RunReport":
        """Run the scenarios from the answer to lead with, all from the same draws."""
        from musterbook.scenarios.run import RunOptions, run_scenarios
        from musterbook.workbench.board import asked_beside_the_plan

        chosen = options or RunOptions()

        def work() -> "tuple[RunReport, tuple[Problem, ...]]":
            return run_scenarios(
                self.world,
                self.case.plan,
                answer=self.lead_answer(),
                options=chosen,
                more_questions=asked_beside_the_plan(self.case),
            )

        return self._shelf.once(self._key("run", chosen), work=work)

    def weigh(self) -> "WeighReport":
        """Weigh the explanations offered, computed rows included."""
        from musterbook.workbench.board import board_of, probabilities_of
        from musterbook.workbench.later import asked

        def work() -> "tuple[WeighReport, tuple[Problem, ...]]":
            board = board_of(self.case)
            return self.weigh_board(
                board,
                probabilities=probabilities_of(self.run()) if asked(self.case) else {},
                expectations={each.name: self.expectation(each) for each in board.hypotheses},
            )

        return self._shelf.once(self._key("weigh"), work=work)

    def weigh_board(
        self,
        board: HypothesisBoard,
        *,
        probabilities: Mapping[str, float],
        expectations: Mapping[str, Sequence[Sequence[str]]],
    ) -> "tuple[WeighReport, tuple[Problem, ...]]":
        """Weigh a board of this case with what was computed for its rows; nothing is kept."""
        from musterbook.hypotheses.weigh import weigh
        from musterbook.workbench.board import not_counted

        case, groups = self.case, self.default.system.groups
        return weigh(
            board,
            origins={each.id: chain_of(case, each) for each in case.claims},
            probabilities=probabilities,
            expectations=expectations,
            observations={claim: group.name for group in groups for claim in group.claims},
            not_counted=not_counted(case),
        )

    def expectation(self, hypothesis: Hypothesis) -> tuple[tuple[str, ...], ...]:
        """Find the conflicts that appear when a hypothesis's expectations join the account.

        They are looked for under the readings that lead, with what stands in the way of those
        set aside; none means that the account can bear what the hypothesis expects.
        """
        from musterbook.conflicts.analyse import verdict_of
        from musterbook.conflicts.options import ConflictOptions

        if not hypothesis.expects:
            return ()
        lead = next(iter(self.fit_jobs()), None)
        if lead is None:
            return ()
        ledger = assuming(self.ledger, assumed((hypothesis,)))
        system = build_system(ledger, lead.system.choice).system.without(*lead.set_aside)
        verdict = verdict_of(system, ConflictOptions(bounds=False))
        return tuple(each.members for each in verdict.conflicts)

    def noticed(self, stage: str) -> tuple[Problem, ...]:
        """Give the problems a stage met while computing (`fit`, `run`, `weigh`)."""
        return self._shelf.noticed(stage)

    def holds(self, stage: str) -> bool:
        """Say whether a stage's usual result (`conflicts`, `fit`, `ways`, ...) is there."""
        return self._shelf.holds(self._key(stage, *self._usual(stage)))

    def results(self) -> Results:
        """Give every result kept, so that a bench in another process can take them in."""
        return self._shelf.results()

    def take_in(self, results: Results) -> bool:
        """Keep what another bench worked out that holds for this case and day; say if any was."""
        mine = {key: each for key, each in results.items() if key[:3] == self._key(str(key[0]))[:3]}
        self._shelf.take_in(mine)
        return bool(mine)

    @staticmethod
    def _usual(stage: str) -> tuple[object, ...]:
        from musterbook.conflicts.options import ConflictOptions
        from musterbook.fit.options import FitOptions
        from musterbook.scenarios.run import RunOptions

        usual = {"conflicts": ConflictOptions, "fit": FitOptions, "run": RunOptions}
        return (usual[stage](),) if stage in usual else ()

    @cached_property
    def bearing(self) -> Bearing:
        """What the results hang on: they hold for as long as it stays the same."""
        declared = self.loaded.case
        return bearing_of(self.ledger, own_day=declared.as_of if declared else None)

    def _key(self, stage: str, options: object = None) -> Key:
        return (stage, self.bearing.on(stage), self.case.as_of, options)
