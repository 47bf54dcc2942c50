"""Sources and what they said go in; priors on their biases and the tilt they need come out.

A source of bias b reports truth / (1 − b), so that reported · (1 − b) = truth keeps every row
linear. Seen as a density of what was reported, that needs the factor (1 − b) once for each number
reported: n of them tilt the posterior by (1 − b)ⁿ. Its expansion to second order about a middle
b₀ joins the Gaussian, as if b had been seen at 2 b₀ − 1 with sd (1 − b₀) / √n; what is left
over becomes the weight of a draw.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from musterbook.account.system import Floats
from musterbook.core.records import Source
from musterbook.fit.unknowns import BiasKey

# Sd of a source's bias by Admiralty reliability; F, which cannot be judged, is not the worst. The
# scale is the Admiralty's, the shares are ours: wider than a rounding, narrower than a factor of 2.
BIAS_SD: Mapping[str, float] = MappingProxyType(
    {"A": 0.02, "B": 0.05, "C": 0.10, "D": 0.20, "E": 0.30, "F": 0.15}
)
UNJUDGED = "F"
COMMON = 0.5  # share of a bias's variance that one source's classes of measure have in common: ours
LARGEST = 0.95  # a bias stays below 1, or nothing that was reported would be true


def bias_sd(source: str, sources: Mapping[str, Source]) -> float:
    """Give the sd of a source's bias, as a share of what it reports."""
    reliability = sources[source].reliability if source in sources else UNJUDGED
    return BIAS_SD.get(reliability.upper(), BIAS_SD[UNJUDGED])


def bias_covariance(keys: Sequence[BiasKey], sources: Mapping[str, Source]) -> Floats:
    """Give the prior covariance of all biases: shape (bias, bias); partly shared by source."""
    sds = np.array([bias_sd(source, sources) for source, _ in keys])
    names = np.array([source for source, _ in keys])
    same = (names[:, None] == names[None, :]).astype(float)
    return np.asarray((COMMON * same + (1 - COMMON) * np.eye(len(keys))) * np.outer(sds, sds))


def tilt_terms(middle: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Give the tilt's second-order part as observations of b: targets and sds, shape (bias,)."""
    return 2 * middle - 1, (1 - middle) / np.sqrt(counts)


def tilt_remainder(biases: Floats, middle: Floats, counts: Floats) -> Floats:
    """Give what the expansion left out, as a log weight of each draw: biases (draw, bias)."""
    step = (biases - middle) / (1 - middle)
    left = np.log1p(-step) + step + step**2 / 2
    return np.asarray((left * counts).sum(axis=1))


def shares_of(log_weights: Floats) -> Floats:
    """Turn log weights into weights that sum to 1."""
    raised = np.exp(log_weights - log_weights.max(initial=-np.inf))
    return np.asarray(raised / raised.sum())


def kish_share(weights: Floats) -> float:
    """Say what share of the draws the weights leave in effect (Kish): 1 where all are equal."""
    return float(1 / (len(weights) * np.square(weights).sum()))
