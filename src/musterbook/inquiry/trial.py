"""A workbench and numbers changed for a try go in; scenarios that use them come out, run.

A trial stands beside the scenarios it changes, under a name of its own; the files stay as they
are. It runs on the same members with the same chances, so it can be held against them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from musterbook.core.errors import CannotComputeError
from musterbook.core.plans import Scenario, ScenarioPlan
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.scenarios.plan import read_plan
from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.results import RunReport
from musterbook.scenarios.run import RunOptions, members_of, run_scenarios
from musterbook.workbench import Workbench

START = "from"  # the one key of a scenario that is a date and no change
TRIED = ", tried"
TAKEN_OUT = "taken out"  # what stands for an entry that a try leaves out; no change is written so


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody wrote in place of one entry of a scenario: a flow, a parameter, `from`.

    An entry may be new; one whose text is `TAKEN_OUT` is left out.
    """

    scenario: str
    target: str
    text: str


def tried_name(scenario: str) -> str:
    """Name a scenario as changed for a try."""
    return f"{scenario}{TRIED}"


def tried_scenarios(plan: ScenarioPlan, changes: Sequence[Tried]) -> tuple[Scenario, ...]:
    """Give the scenarios that are changed, as changed, under names of their own."""
    changed = {each.scenario for each in changes}
    return tuple(_tried(each, changes) for each in plan.scenarios if each.name in changed)


def _tried(scenario: Scenario, changes: Sequence[Tried]) -> Scenario:
    new = {
        each.target: Phrase(each.text, place_of(each))
        for each in changes
        if each.scenario == scenario.name
    }
    start = new.pop(START, scenario.start)
    if start is not None and start.text == TAKEN_OUT:
        start = None
    both = {**scenario.changes, **new}
    changes_now = {name: each for name, each in both.items() if each.text != TAKEN_OUT}
    return replace(scenario, name=tried_name(scenario.name), start=start, changes=changes_now)


def place_of(change: Tried) -> Place:
    """Name the field somebody wrote in, as problems name a place."""
    return Place(f"“{change.scenario}”, {change.target}")


def trial_problems(bench: Workbench, changes: Sequence[Tried]) -> tuple[Problem, ...]:
    """Find what is wrong with what was written; nothing is run."""
    plan = replace(bench.case.plan, scenarios=tried_scenarios(bench.case.plan, changes))
    found = read_plan(plan, bench.world, start=bench.default.system.as_of)[1]
    mine = {place_of(each).file for each in changes}
    return tuple(each for each in found if each.place and each.place.file in mine)


def run_trial(bench: Workbench, changes: Sequence[Tried]) -> RunReport:
    """Run the baseline and what is tried.

    Raises:
        CannotComputeError: there is no fitted account to start from.
    """
    case = bench.case
    first = [each for each in case.plan.scenarios if each.name == bench.run().baseline]
    plan = _alone(case.plan, (*first, *tried_scenarios(case.plan, changes)))
    return run_scenarios(bench.world, plan, answer=bench.lead_answer(), options=RunOptions())[0]


def draws_of(
    bench: Workbench, scenario: str, changes: Sequence[Tried] = ()
) -> tuple[tuple[date, ...], dict[str, Floats]]:
    """Give every member's path of every watched measure, shape (date, member), with the dates.

    Raises:
        CannotComputeError: there is no such scenario, or no fitted account.
    """
    plan = bench.case.plan
    known = (*plan.scenarios, *tried_scenarios(plan, changes))
    wanted = tuple(each for each in known if each.name == scenario)
    if not wanted:
        raise CannotComputeError(f"there is no scenario `{scenario}`")
    world = bench.world
    return members_of(world, _alone(plan, wanted), answer=bench.lead_answer(), options=RunOptions())


def _alone(plan: ScenarioPlan, scenarios: tuple[Scenario, ...]) -> ScenarioPlan:
    """Keep some scenarios, and the questions that are asked of all."""
    asked = tuple(each for each in plan.questions if " under " not in each.text)
    return replace(plan, scenarios=scenarios, questions=asked)


def with_trial(run: RunReport, trial: RunReport) -> RunReport:
    """Put what was tried beside the scenarios as written."""
    new = {name: each for name, each in trial.scenarios.items() if name not in run.scenarios}
    return replace(
        run,
        scenarios={**run.scenarios, **new},
        questions=(*run.questions, *(each for each in trial.questions if each.scenario in new)),
        differences=(
            *run.differences,
            *(each for each in trial.differences if each.scenario in new),
        ),
        tornado=(*run.tornado, *(each for each in trial.tornado if each.scenario in new)),
    )
