"""Draws and their weights go in; quantiles, paths and biases come out."""

from collections.abc import Iterable, Mapping

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.core.records import Source
from musterbook.fit.gaussian import Prior
from musterbook.fit.network import Paths
from musterbook.fit.observations import Observed
from musterbook.fit.results import FAN, QUANTILES, Fan, MeasurePath, SourceBias
from musterbook.fit.unknowns import BiasKey, Unknowns
from musterbook.fit.world import World
from musterbook.fit.yardstick import KNOWN, yardsticks


def evenly_weighted(draws: Floats, weights: Floats) -> Floats:
    """Repeat or leave out draws so that equal weights do: systematic, so nothing random is added.

    Takes draws of shape (draw, …) and gives the same shape.
    """
    count = len(weights)
    marks = (np.arange(count) + 0.5) / count
    chosen = np.minimum(np.searchsorted(np.cumsum(weights), marks), count - 1)
    if draws.ndim > 1 and draws.flags.f_contiguous:  # and stays so: rows would be taken apart
        return np.asarray(draws.T.take(chosen, axis=-1).T)
    return np.asarray(draws[chosen])


def quantiles(draws: Floats, levels: Iterable[float] = QUANTILES) -> Floats:
    """Give quantiles of evenly weighted draws along their first axis: shape (level, …)."""
    series = np.sort(np.moveaxis(draws, 0, -1), axis=-1)  # sorted at once: sooner than by parts
    return np.asarray(np.moveaxis(_between(series, np.array(list(levels))), -1, 0))


def _between(series: Floats, levels: Floats) -> Floats:
    """Read quantiles off sorted series, (…, draw) -> (…, level), in proportion between two."""
    places = levels * (series.shape[-1] - 1)
    below = np.floor(places).astype(np.intp)
    above = np.minimum(below + 1, series.shape[-1] - 1)
    low, high = series[..., below], series[..., above]
    return np.asarray(low + (high - low) * (places - below))


def measure_path(system: System, name: str, *, posterior: Paths, prior: Paths) -> MeasurePath:
    """Summarise one measure at every knot, its prior predictive beside it."""
    values, before = posterior.measure(system, name), prior.measure(system, name)
    levels = quantiles(values, (*QUANTILES, *FAN))  # at once, since sorting is what takes time
    low, high = quantiles(before, (QUANTILES[0], QUANTILES[-1]))
    q05, q25, q50, q75, q95 = levels[: len(QUANTILES)]
    fan = Fan(*levels[len(QUANTILES) :])
    mean = values.mean(axis=0)
    return MeasurePath(name, system.knots, mean, q05, q25, q50, q75, q95, low, high, fan)


def biases_of(
    unknowns: Unknowns,
    observed: Observed,
    *,
    world: World,
    even: Floats,
    sources: Mapping[str, Source],
) -> tuple[SourceBias, ...]:
    """Summarise every bias, by source and then by how many numbers it stands behind.

    `world` is the one after the claims, `even` holds evenly weighted draws of θ.
    """
    has_yardstick = yardsticks(unknowns, observed, world=world, theta=even, sources=sources)

    def order(key: BiasKey) -> tuple[str, float, str]:
        return key[0], -observed.counts.get(unknowns.bias_of(key), 0), key[1]

    return tuple(
        _bias(key, column, prior=world.prior, values=even[:, column], is_told=has_yardstick[column])
        for key in sorted(unknowns.biases, key=order)
        for column in (unknowns.bias_of(key),)
    )


def _bias(key: BiasKey, column: int, *, prior: Prior, values: Floats, is_told: bool) -> SourceBias:
    before = float(np.linalg.norm(prior.root[column]))
    low, middle, high = quantiles(values, (0.05, 0.5, 0.95))
    is_known = is_told and float(values.std()) < KNOWN * before
    return SourceBias(*key, float(low), float(middle), float(high), is_known)
