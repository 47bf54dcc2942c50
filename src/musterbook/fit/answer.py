"""One system goes in; its posterior, summarised, comes out: the whole of fit for one answer."""

import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.core.errors import CannotComputeError
from musterbook.core.problem import Problem
from musterbook.core.records import Source
from musterbook.fit import flags
from musterbook.fit.bias import kish_share
from musterbook.fit.effort import Goal
from musterbook.fit.misfits import misfits
from musterbook.fit.network import paths_of
from musterbook.fit.observations import NOTHING_SAID, Observed, observe
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.patience import OutOfTimeError, Patience
from musterbook.fit.prior import Scales
from musterbook.fit.results import Answer, Flag, MeasurePath, Residual, SourceBias
from musterbook.fit.roughness import roughened
from musterbook.fit.scales import scales_of
from musterbook.fit.shifts import Shift, excess_shifts, prior_shifts
from musterbook.fit.size import refused, too_large
from musterbook.fit.summary import (
    biases_of,
    evenly_weighted,
    measure_path,
)
from musterbook.fit.trust import out_of_time, unreliable
from musterbook.fit.unknowns import Unknowns, unknowns_of
from musterbook.fit.world import Drawn, World, draw_from
from musterbook.fit.worlds import Worlds, worlds_of


@dataclass(frozen=True, slots=True)
class _Worked:
    """Everything known of one system after sampling."""

    system: System
    unknowns: Unknowns
    observed: Observed
    scales: Scales
    world: World
    drawn: Drawn
    goal: Goal
    reached: Floats
    even: Floats
    prior_theta: Floats
    moved: tuple[Shift, ...]
    ran_out: bool

    @property
    def effective(self) -> float:
        """The smallest effective sample of any measure."""
        return float(self.reached.min(initial=len(self.drawn.weights)))


def answer(job: FitJob, options: FitOptions, *, sources: Mapping[str, Source]) -> Answer | Problem:
    """Work out one answer, or say that the account is too large or its draws are no good.

    Raises CannotComputeError where openings, assumptions and exact claims leave nothing possible.
    """
    begun = time.perf_counter()
    system = job.system.without(*job.set_aside)
    if (fault := too_large(system, options)) is not None:
        return fault
    unknowns = unknowns_of(system)
    if unknowns.width > options.most_unknowns:
        return refused(unknowns.width, options.most_unknowns)
    try:
        worked = _work(system, unknowns, sources=sources, options=options)
    except OutOfTimeError:
        return out_of_time(options.seconds)
    if worked is None:
        raise _nothing_possible(job)
    why = unreliable(
        system,
        worked.drawn,
        worked.world.room,
        effective=worked.effective,
        asked=options.draws,
    )
    if why is not None:
        return why
    biases = biases_of(
        unknowns, worked.observed, world=worked.world, even=worked.even, sources=sources
    )
    return _summarise(worked, job, biases=biases, options=options, begun=begun)


def _work(
    system: System, unknowns: Unknowns, *, sources: Mapping[str, Source], options: FitOptions
) -> _Worked | None:
    """Sample the prior and the posterior; None where nothing satisfies every limit."""
    scales = scales_of(system)
    observed = roughened(observe(system, unknowns), system, unknowns=unknowns, scales=scales)
    rng = np.random.default_rng(options.seed)
    patience, before = Patience.of(options.seconds), Patience.of(options.seconds / 2)
    worlds = worlds_of(
        system, unknowns, observed=observed, scales=scales, sources=sources, rng=rng,
        patience=before,
    )  # fmt: skip
    if worlds is None:
        return None
    first = draw_from(
        worlds.before,
        NOTHING_SAID,
        draws=options.prior_draws,
        burn=options.burn if worlds.begin is None else 0,
        rng=rng,
        begin=worlds.begin,
        patience=before,
    )
    prior_theta = evenly_weighted(first.theta, first.weights)
    goal = Goal.of(system, unknowns, options, plane=worlds.after.plane)
    drawn = draw_from(
        worlds.after, observed, draws=options.draws, burn=options.burn, rng=rng,
        missing=goal.missing, patience=patience,
    )  # fmt: skip
    even = evenly_weighted(drawn.theta, drawn.weights)
    more = _Rest(options, rng, patience)
    moved = more.shifts(worlds, observed, drawn=drawn, goal=goal)
    return _Worked(
        system, unknowns, observed, scales, worlds.after, drawn, goal, goal.reached(drawn), even,
        prior_theta, moved, patience.is_over,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is asked once an answer is there, while its time lasts."""

    options: FitOptions
    rng: np.random.Generator
    patience: Patience

    def shifts(
        self, worlds: Worlds, observed: Observed, *, drawn: Drawn, goal: Goal
    ) -> tuple[Shift, ...]:
        """Ask what moves at other scales; nothing where time is over."""
        rng, patience = self.rng, self.patience
        moved: tuple[Shift, ...] = ()
        with contextlib.suppress(OutOfTimeError):
            if self.options.excess_scale:
                moved += excess_shifts(
                    worlds.after, observed, drawn=drawn, goal=goal, rng=rng, patience=patience
                )
            if self.options.prior_scale:
                moved += prior_shifts(
                    worlds, observed, drawn=drawn, goal=goal, rng=rng, patience=patience
                )
        return moved


def _columns(worked: _Worked, theta: Floats) -> Floats:
    """Turn draws into the system's columns, lifting what rounding left a hair below 0."""
    floor = np.array([0.0 if each.nonnegative else -np.inf for each in worked.system.columns])
    columns = worked.unknowns.columns(theta, worked.system)
    np.maximum(columns, floor, out=columns)
    return columns


def _summarise(
    worked: _Worked,
    job: FitJob,
    *,
    biases: tuple[SourceBias, ...],
    options: FitOptions,
    begun: float,
) -> Answer:
    system, draws = worked.system, _columns(worked, worked.drawn.theta)
    latest = worked.goal.values(worked.drawn.theta)
    precision = worked.goal.precision(worked.drawn, worked.reached)
    effective = worked.effective
    return Answer(
        choice=system.choice,
        set_aside=job.set_aside,
        system=system,
        draws=draws,
        weights=worked.drawn.weights,
        biases=worked.drawn.theta[:, [worked.unknowns.bias_of(each.key) for each in biases]],
        seed=options.seed,
        ess_min=effective,
        seconds=time.perf_counter() - begun,
        measures=_measures(worked, draws),
        sources=biases,
        residuals=_residuals(worked),
        warnings=(
            *flags.few_draws(effective),
            *flags.out_of_time(options.seconds, effective, is_over=worked.ran_out),
            *flags.long_pieces(worked.unknowns),
            *flags.derived_scales(
                worked.scales.derived, has_claims=any(each.claims for each in system.groups)
            ),
            *flags.unbounded(worked.scales.unbounded),
            *_warnings(worked, latest, prior=worked.goal.values(worked.prior_theta)),
            *flags.unidentified(biases),
        ),
        precision=precision,
        kish=kish_share(worked.drawn.weights),
    )


def _measures(worked: _Worked, draws: Floats) -> dict[str, MeasurePath]:
    system = worked.system
    posterior = paths_of(system, evenly_weighted(draws, worked.drawn.weights))
    prior = paths_of(system, _columns(worked, worked.prior_theta))
    return {
        name: measure_path(system, name, posterior=posterior, prior=prior)
        for name in system.measures
    }


def _residuals(worked: _Worked) -> tuple[Residual, ...]:
    return misfits(
        worked.system,
        worked.unknowns,
        observed=worked.observed,
        prior=worked.world.prior,
        theta=worked.even,
    )


def _warnings(
    worked: _Worked, latest: Mapping[str, Floats], *, prior: Mapping[str, Floats]
) -> Iterator[Flag]:
    yield from flags.excluded_by_prior(
        worked.system,
        worked.unknowns,
        observed=worked.observed,
        prior_theta=worked.prior_theta,
    )
    yield from flags.dominated(latest, prior)
    yield from flags.scales_matter(worked.moved)


def _nothing_possible(job: FitJob) -> CannotComputeError:
    reading = ", ".join(f"{name} as {each}" for name, each in job.system.choice)
    aside = f" with {', '.join(job.set_aside)} set aside" if job.set_aside else ""
    return CannotComputeError(
        f"no answer{' for ' + reading if reading else ''}{aside}: openings, assumptions and exact "
        "claims leave nothing possible; see `muster conflicts`"
    )
