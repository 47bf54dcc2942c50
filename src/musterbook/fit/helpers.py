"""Draws go in; Gaussian terms that help the sampler, and the weights that undo them, come out.

Both helpers follow one pattern: a term joins the Gaussian, the difference between what the model
says and what the term says becomes a log weight of each draw, and pilots move the term to where
that difference hardly varies. So neither changes the answer, only the work.
- Tilt   the factor (1 − b)ⁿ of every bias b (bias.py), expanded about the mean of the draws.
- Slits  where walls leave far less room than the Gaussian has, a point bounces thousands of times
         in a quarter turn. A Gaussian several times wider than the room is nearly flat over it,
         and tells the sampler how narrow it is.
"""

import math
from collections.abc import Mapping

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bias import kish_share, shares_of, tilt_remainder, tilt_terms
from musterbook.fit.observations import Term
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.walls import lengths

AT_REST = 0.95  # of the draws in effect under the factor's weights: another pilot gains no more
NARROW = 0.1  # a wall whose slack varies by less than this share of its Gaussian's sd gets help
WIDER = 5.0  # a slit's Gaussian is this many sds of its slack wide: flat to 2 % within them
MOST_SLITS = 150  # each costs a little of the weights
NOTHING = 1e-13  # a share of a row's sd below which its slack only shows rounding


class Tilt:
    """The factor (1 − b)ⁿ of every bias, expanded about a middle that moves."""

    def __init__(self, unknowns: Unknowns, counts: Mapping[int, float]) -> None:
        """Begin with every bias at 0; `counts` gives n by the bias's place in θ."""
        self.width = unknowns.width
        self.biases = np.array(sorted(counts), dtype=np.intp)
        self.counts = np.array([counts[int(each)] for each in self.biases], dtype=np.float64)
        self.middle = np.zeros(len(self.biases))

    @property
    def middles(self) -> Mapping[int, float]:
        """The middle of every bias, by its place in θ."""
        return dict(zip(self.biases.tolist(), self.middle.tolist(), strict=True))

    def begin(self, middles: Mapping[int, float]) -> None:
        """Begin where another expansion came to rest."""
        self.middle = np.array([middles.get(int(each), 0.0) for each in self.biases])

    def terms(self) -> tuple[Term, ...]:
        """Give the expansion as Gaussian terms."""
        targets, sds = tilt_terms(self.middle, self.counts)
        rows = np.eye(self.width)[self.biases]
        return tuple(
            Term("", row, float(target), float(sd))
            for row, target, sd in zip(rows, targets, sds, strict=True)
        )

    def log_weights(self, theta: Floats) -> Floats:
        """Give what the expansion left out: shape (draw,)."""
        return tilt_remainder(theta[:, self.biases], self.middle, self.counts)

    def move(self, theta: Floats) -> bool:
        """Move the middle to the draws' mean, if that is far off; say whether it moved."""
        is_off = kish_share(shares_of(self.log_weights(theta))) < AT_REST
        if is_off:
            self.middle = theta[:, self.biases].mean(axis=0)
        return is_off


class Slits:
    """Rows whose slack is narrow, each with a wide Gaussian about its middle."""

    def __init__(self, rows: Floats) -> None:
        """Begin with none; `rows` are the weights over θ of all that can be slack."""
        self.rows = rows
        self.known: dict[int, tuple[float, float]] = {}  # row -> middle and sd of the Gaussian

    def terms(self) -> tuple[Term, ...]:
        """Give the Gaussians as terms."""
        return tuple(
            Term("", self.rows[row], middle, sd) for row, (middle, sd) in self.known.items()
        )

    def log_weights(self, theta: Floats) -> Floats:
        """Give what takes the Gaussians off again: shape (draw,)."""
        together = np.zeros(len(theta))
        for row, (middle, sd) in self.known.items():
            together += np.square((theta @ self.rows[row] - middle) / sd) / 2
        return together

    def has_narrow(self, theta: Floats, roots: Floats) -> bool:
        """Say whether some row's slack varies far less than its Gaussian, of root rows @ spread."""
        had = lengths(roots)
        return bool((_varying(theta @ self.rows.T, had) < NARROW * had).any())

    def move(self, theta: Floats, roots: Floats) -> bool:
        """Place the Gaussians afresh by the draws; say whether there are more than before.

        `roots`, shape (row, w), are the rows over what is standard normal without help.
        """
        values, had = theta @ self.rows.T, lengths(roots)
        return self.place(values.mean(axis=0), _varying(values, had), roots)

    def place(self, middles: Floats, sds: Floats, roots: Floats) -> bool:
        """Place the Gaussians afresh where slacks are narrow; say whether there are more."""
        had = lengths(roots)
        narrow = np.flatnonzero(sds < NARROW * had)
        chosen = narrow[_narrowest(roots[narrow], sds[narrow])]
        count = len(self.known)
        self.known = {int(row): (float(middles[row]), WIDER * float(sds[row])) for row in chosen}
        return len(self.known) > count


def _varying(values: Floats, had: Floats) -> Floats:
    """Give the sd of every column of values; infinite where only rounding shows."""
    sds = values.std(axis=0)
    return np.asarray(np.where(sds > NOTHING * had, sds, np.inf))


def _narrowest(roots: Floats, sds: Floats) -> list[int]:
    """Pick rows one by one, each seeing what those before it have already narrowed.

    Roots are narrowed, not covariances: squares would lose a few people beside millions.
    """
    left = roots.copy()
    found: list[int] = []
    while len(sds) and len(found) < MOST_SLITS:
        had = np.linalg.norm(left, axis=1)
        ratio = sds / np.maximum(had, 1e-150)
        least = int(ratio.argmin())
        if ratio[least] >= NARROW:
            break
        found.append(least)
        along, kept = left[least] / had[least], WIDER * sds[least]
        left -= (1 - kept / math.hypot(had[least], kept)) * np.outer(left @ along, along)
    return found
