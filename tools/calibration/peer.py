"""One generated account in, our draws of its posterior beside those of NumPyro's NUTS out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib.metadata import version

import numpy as np
from tools.calibration.model import Model, Quantity, model_of
from tools.calibration.nuts import CHAINS, SOFT, Sampled, sample
from tools.calibration.runs import Run
from tools.calibration.sayings import joint

from musterbook.account.system import Floats, System
from musterbook.fit.answer import answer
from musterbook.fit.effort import effective_draws
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer
from musterbook.fit.sampler import PATHS

ACCOUNT = "camp"  # it has no number said exactly, of which NUTS can make nothing
SEED = 7  # of the truth and what is reported of it
WARM_UP, DRAWS = 500, 500  # of each chain of NUTS
OURS = 4000  # draws: the Monte Carlo error of a mean is then a sixtieth of its sd
TOLERANCE = 0.15  # sds that means may lie apart
HEAD = """\
## NUTS

The posterior of `{account}`, for one truth and what is reported of it, once by the fit and once by
NumPyro {version}: NUTS with a dense mass matrix, on a density written from the method's page that
shares nothing with the fit but the covariances of the prior (`tools/calibration/nuts.py`). NUTS
cannot stand at walls, so being {soft:g} people beyond one costs half a log unit. {ours:,} draws of
ours stand beside {theirs:,} of {chains} chains; {divergent} of those diverged. *Apart* is the
difference of the means in our sds, *error* its Monte Carlo error.

| quantity | of | mean | sd | mean by NUTS | apart | error | its sd over ours |
|---|---|--:|--:|--:|--:|--:|--:|"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws chain by chain: values (draw, quantity), weights (draw,); seconds of each run."""

    values: Floats
    weights: Floats
    chains: int
    seconds: tuple[float, ...]
    divergent: int = 0

    def effective(self) -> Floats:
        """Give the effective sample of every quantity, by the fit's own estimate."""
        return effective_draws(self.values, self.weights, paths=self.chains)

    def moments(self) -> tuple[Floats, Floats]:
        """Give means and sds."""
        means = self.weights @ self.values
        return means, np.sqrt(self.weights @ np.square(self.values - means))


def posed() -> tuple[Model, System, tuple[Quantity, ...]]:
    """Draw a truth and what is reported of it; name all that is compared."""
    model = model_of(ACCOUNT)
    _, (system,) = joint(model, 1, np.random.default_rng(SEED))
    biases = (("bias of " + source, kind) for source, kind in model.biases)
    return model, system, (*model.quantities, *biases)


def by_us(model: Model, system: System, *, draws: int) -> Drawn:
    """Fit as `muster fit` does, prior predictive and sensitivities included."""
    began = time.perf_counter()
    options = FitOptions(draws=draws, effective=draws, most_draws=4 * draws)
    found = answer(FitJob(system), options, sources=model.sources)
    took = time.perf_counter() - began
    assert isinstance(found, Answer)
    places = [[each.key for each in found.sources].index(key) for key in model.biases]
    values = _read_out(model, found.draws, found.biases[:, places])
    return Drawn(values, found.weights, PATHS, (took,))


def by_nuts(model: Model, system: System, *, draws: int, chains: int, runs: int = 1) -> Drawn:
    """Draw by NUTS: the same quantities."""
    found: Sampled = sample(model, system, warm_up=WARM_UP, draws=draws, chains=chains, runs=runs)
    values = _read_out(model, found.columns, found.biases)
    even = np.full(len(values), 1 / len(values))
    return Drawn(values, even, chains, found.seconds, found.divergent)


def _read_out(model: Model, columns: Floats, biases: Floats) -> Floats:
    readout = np.array(list(model.quantities.values()))
    return np.concatenate((columns @ readout.T, biases), axis=1)


def nuts_section() -> tuple[str, list[Run]]:
    """Hold our posterior against that of NUTS: the section, and its line in the list of runs."""
    model, system, names = posed()
    ours = by_us(model, system, draws=OURS)
    theirs = by_nuts(model, system, draws=DRAWS, chains=CHAINS)
    return _section(names, ours, theirs), [_run(ours, theirs)]


def _apart(ours: Drawn, theirs: Drawn) -> tuple[Floats, Floats, Floats]:
    """Give by quantity how far means are apart, in our sds, the error of that, the ratio of sds."""
    (mean, sd), (their_mean, their_sd) = ours.moments(), theirs.moments()
    error = np.sqrt(1 / ours.effective() + 1 / theirs.effective())
    return (their_mean - mean) / sd, error, their_sd / sd


def _section(names: tuple[Quantity, ...], ours: Drawn, theirs: Drawn) -> str:
    head = HEAD.format(
        account=ACCOUNT,
        version=version("numpyro"),
        soft=SOFT,
        ours=len(ours.values),
        theirs=len(theirs.values),
        chains=theirs.chains,
        divergent=theirs.divergent,
    )
    (means, sds), (others, _) = ours.moments(), theirs.moments()
    rows = [
        f"| {name} | {of} | {mean:.4g} | {sd:.3g} | {other:.4g} | {by:+.3f} | {error:.3f} "
        f"| {ratio:.3f} |"
        for (name, of), mean, sd, other, by, error, ratio in zip(
            names, means, sds, others, *_apart(ours, theirs), strict=True
        )
    ]
    return "\n".join([head, *rows]) + "\n"


def _run(ours: Drawn, theirs: Drawn) -> Run:
    by, _, ratios = _apart(ours, theirs)
    most = float(np.abs(by).max())
    verdict = "agrees" if most < TOLERANCE else "**does not agree**"
    found = f"{verdict}: means within {most:.3f} sd, sds {ratios.min():.3f} to {ratios.max():.3f}"
    return Run(f"NUTS beside the fit, {ACCOUNT}", sum((*ours.seconds, *theirs.seconds)), found)
