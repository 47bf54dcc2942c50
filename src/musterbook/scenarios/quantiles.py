"""Values of members in, their mean and quantiles at each date out."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from musterbook.fit.results import FAN, Fan

Floats: TypeAlias = NDArray[np.float64]
QUANTILES = {"q05": 0.05, "q25": 0.25, "q50": 0.50, "q75": 0.75, "q95": 0.95}


def summarise(values: Floats) -> tuple[dict[str, Floats], Fan]:
    """Take values of shape (date, member) to a mean, quantiles and share missing per date.

    Beside them come the ends of the 80 % and 95 % bands, which drawings add.

    Members without a number (a zero was divided by) are left out of the mean and the quantiles;
    where no member has one, all are NaN.
    """
    found = np.isfinite(values)
    kept = np.where(found, values, 0.0)
    counts = found.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = kept.sum(axis=1) / counts
    levels = [*QUANTILES.values(), *FAN]  # at once, since sorting is what takes time
    rows = [_quantiles(row[mask], levels) for row, mask in zip(values, found, strict=True)]
    columns = np.array(rows).reshape(len(values), len(levels)).T
    named = dict(zip(QUANTILES, columns, strict=False))
    told = {"mean": mean, **named, "missing": 1.0 - counts / values.shape[1]}
    return told, Fan(*columns[len(QUANTILES) :])


def _quantiles(row: Floats, levels: list[float]) -> Floats:
    return np.quantile(row, levels) if row.size else np.full(len(levels), np.nan)
