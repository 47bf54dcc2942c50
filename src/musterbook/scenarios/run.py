"""A world, a plan and a fit's draws in, every scenario run and compared out."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from musterbook.core.plans import ScenarioPlan
from musterbook.core.problem import Phrase, Problem, in_reading_order
from musterbook.scenarios.beginning import Beginning, Draws, beginning_of
from musterbook.scenarios.courses import ReadPlan
from musterbook.scenarios.ensemble import run_ensemble
from musterbook.scenarios.members import Members, choose_members
from musterbook.scenarios.plan import read_plan
from musterbook.scenarios.programme import Programme, compile_programme
from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.report import Ran, findings, make_report
from musterbook.scenarios.results import RunReport
from musterbook.scenarios.step import Integrator
from musterbook.scenarios.world import World


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run: `step_months` is the longest step of the integrator, apart from what is shown.

    `first_member` starts elsewhere in the endless row of members: members 5,000 to 9,999 of one
    run are the same as those of a run of 10,000, bit by bit.
    """

    members: int = 10_000
    seed: int = 0
    integrator: Integrator = Integrator.RK4
    step_months: float = 0.25
    first_member: int = 0


DEFAULTS = RunOptions()


def run_scenarios(
    world: World,
    plan: ScenarioPlan,
    *,
    answer: Draws,
    options: RunOptions = DEFAULTS,
    more_questions: Iterable[Phrase] = (),
) -> tuple[RunReport, tuple[Problem, ...]]:
    """Run every scenario of a plan on the same members, from the fit's as-of date.

    Args:
        world: what `build_world` made of the case.
        plan: the scenarios as written; none means one in which nothing changes.
        answer: the fit's draws, shape (draw, column), in people; its readings are used.
        options: members, seed, integrator, step.
        more_questions: asked beside the plan's own (rows of the matrix of hypotheses).

    Returns:
        The report, and problems MB401 to MB411; a scenario with a fault is left out.
    """
    began = time.perf_counter()
    beginning = beginning_of(answer)
    chosen = world.reading(answer.choice)
    read, problems = read_plan(plan, chosen, start=beginning.instant, more_questions=more_questions)
    members = _members(answer, beginning, options)
    ran = _run(chosen, read, members=members, options=options)
    faults = (*problems, *findings(ran, chosen, read=read))
    report = replace(
        make_report(ran, chosen, read=read, members=members),
        integrator=options.integrator.value,
        step_months=options.step_months,
        seconds=time.perf_counter() - began,
    )
    return report, in_reading_order(faults)


def members_of(
    world: World, plan: ScenarioPlan, *, answer: Draws, options: RunOptions = DEFAULTS
) -> tuple[tuple[date, ...], dict[str, Floats]]:
    """Give the paths themselves of a plan's first scenario, by watched measure.

    They have the shape (date, member), in the measure's own unit; the dates come first. What is
    faulty in the plan is left out, as `run_scenarios` leaves it out.
    """
    beginning = beginning_of(answer)
    chosen = world.reading(answer.choice)
    read, _ = read_plan(plan, chosen, start=beginning.instant)
    ran = _run(chosen, read, members=_members(answer, beginning, options), options=options)
    first = next(iter(ran.values()), None)
    return read.clock.dates, {} if first is None else first.ensemble.values


def _members(answer: Draws, beginning: Beginning, options: RunOptions) -> Members:
    return choose_members(
        answer,
        beginning,
        seed=options.seed,
        first=options.first_member,
        count=options.members,
    )


def _compile(world: World, read: ReadPlan, *, step: float) -> list[Programme]:
    """Compile the courses that have no fault; `read_plan` has reported the faults."""
    compiled = (compile_programme(each, world, plan=read, step=step)[0] for each in read.courses)
    return [each for each in compiled if each is not None]


def _run(world: World, read: ReadPlan, *, members: Members, options: RunOptions) -> dict[str, Ran]:
    known: dict[str, Floats] = {}
    ran = {}
    for programme in _compile(world, read, step=options.step_months):
        ensemble = run_ensemble(
            programme,
            world,
            members=members,
            clock=read.clock,
            integrator=options.integrator,
            known=known,
        )
        ran[programme.course.name] = Ran(programme, ensemble)
    return ran
