"""Values of members in, their mean and quantiles at each date out."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.50, "q75": 0.75, "q95": 0.95}


def summarise(values: Floats) -> dict[str, Floats]:
    """Take values of shape (date, member) to a mean, quantiles and share missing per date.

    Members without a number (a zero was divided by) are left out of the mean and the quantiles;
    where no member has one, all are NaN.
    """
    found = np.isfinite(values)
    kept = np.where(found, values, 0.0)
    counts = found.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = kept.sum(axis=1) / counts
    levels = list(QUANTILES.values())
    rows = [_quantiles(row[mask], levels) for row, mask in zip(values, found, strict=True)]
    columns = np.array(rows).reshape(len(values), len(levels)).T
    named = dict(zip(QUANTILES, columns, strict=True))
    return {"mean": mean, **named, "missing": 1.0 - counts / values.shape[1]}


def _quantiles(row: Floats, levels: list[float]) -> Floats:
    return np.quantile(row, levels) if row.size else np.full(len(levels), np.nan)
