"""An answer and watched numbers go in; the reports that would narrow them most come out.

Were a number c reported by a new source, with error and bias of variance s², a watched number w
would keep 1 − cov(w, c)² / (var w · (var c + s²)) of its variance: the draws give the covariances,
and the 90 % interval shrinks by the square root. Exact for Gaussians, near enough for others.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, MemberKind, System, Vector
from musterbook.claims.says.says_numbers import format_float
from musterbook.core.quantity import Bound, HedgeTable, hedge_interval
from musterbook.fit.bias import BIAS_SD, UNJUDGED
from musterbook.fit.network import paths_of
from musterbook.fit.observations import FLAT, WIDENED
from musterbook.fit.results import Answer
from musterbook.questions.spread import spread_of_draws
from musterbook.questions.target import Target, values_at
from musterbook.questions.wishes import AskReport, Watched, Wish

MOST_DATES = 60  # at which a measure is looked at: five years of months
BEST = 10  # wishes told: what fits a screen, and more than anybody follows up at once
DIGITS = 2  # of a number said with "about", as newspapers print it
LEAST_SD = 0.5  # people; what is known this well need not be asked


@dataclass(frozen=True, slots=True)
class AskOptions:
    """Who would report it (a grade A–F of reliability), how many wishes, of which answer."""

    reliability: str = UNJUDGED
    most: int = BEST
    answer: int = 0


def ask(
    answer: Answer, watched: Sequence[Target], options: AskOptions, *, hedges: HedgeTable
) -> AskReport:
    """Find the unreported numbers, up to the as-of date, that would tell most of the watched ones.

    Each measure is named once, at its most telling date.
    """
    values = [values_at(answer.system, answer.draws, each) for each in watched]
    spreads = [spread_of_draws(each, answer.weights) for each in values]
    judge = _Judge(answer, np.array(values), BIAS_SD[options.reliability], hedges)
    wishes = [wish for each in _unreported(answer) if (wish := judge.wish(*each)) is not None]
    best: dict[str, Wish] = {}
    for wish in sorted(wishes, key=lambda each: (-each.worth, each.target)):
        best.setdefault(wish.target.measure, wish)
    return AskReport(
        tuple(Watched(each, spread) for each, spread in zip(watched, spreads, strict=True)),
        tuple(best.values())[: options.most],
        len(wishes),
        options.reliability,
        answer.choice,
        answer.set_aside,
        answer.seed,
    )


class _Judge:
    """Says what a report would be worth; `watched` has shape (watched, draw)."""

    def __init__(
        self, answer: Answer, watched: Floats, bias_sd: float, hedges: HedgeTable, /
    ) -> None:
        self.weights, self.system = answer.weights, answer.system
        self.bias_sd, self.hedges = bias_sd, hedges
        self.apart = watched - (watched @ self.weights)[:, None]
        self.variances = np.square(self.apart) @ self.weights

    def wish(self, target: Target, values: Floats) -> Wish | None:
        """Give the wish for one number, shape (draw,); None where there is nothing to ask."""
        spread = spread_of_draws(values, self.weights)
        number = _rounded(spread.q50)
        apart = values - values @ self.weights
        variance = float(np.square(apart) @ self.weights)
        if number <= 0 or variance < LEAST_SD**2:
            return None
        told = variance + self._error(number) ** 2
        covariances = self.apart @ (self.weights * apart)
        safe = np.where(self.variances > 0, self.variances, np.inf)
        left = np.clip(1 - covariances**2 / (safe * told), 0.0, 1.0)
        narrows = tuple(float(each) for each in 1 - np.sqrt(left))
        return Wish(target, self._sentence(target, number), spread, narrows)

    def _error(self, number: float) -> float:
        """Give the sd of what a new source would report: its rounding, and how far it may go."""
        interval = hedge_interval(number, number, Bound.ABOUT, self.hedges)
        own = (interval.high - interval.low) / FLAT * WIDENED[6]
        return math.hypot(own, number * self.bias_sd)

    def _sentence(self, target: Target, number: float) -> str:
        has_stocks = any(not is_total for *_, is_total in self.system.measures[target.measure])
        when = "on" if has_stocks else "by"
        return f"{target.measure} about {format_float(number)} {when} {target.day}"


def _rounded(value: float) -> float:
    if value < 1:
        return 0.0
    return float(round(value, DIGITS - 1 - math.floor(math.log10(value))))


def _unreported(answer: Answer) -> Iterator[tuple[Target, Floats]]:
    """Yield every number of the account up to the as-of date that no claim is about, once."""
    system, paths = answer.system, paths_of(answer.system, answer.draws)
    known = {_key(Vector(row.columns, row.weights)) for row in _claimed(system)}
    dates = _dates(system)
    for name in system.measures:
        path = paths.measure(system, name)
        for place in dates:
            key = _key(system.measure_vector(name, system.knots[place]))
            if key not in known:
                known.add(key)
                yield Target(name, system.knots[place]), path[:, place]


def _claimed(system: System) -> Iterator[Vector]:
    for group in system.groups:
        if group.kind is MemberKind.CLAIM:
            yield from (Vector(row.columns, row.weights) for row in group.rows)


def _key(vector: Vector) -> frozenset[tuple[int, float]]:
    summed: dict[int, float] = {}
    for column, weight in zip(vector.columns, vector.weights, strict=True):
        summed[column] = summed.get(column, 0.0) + weight
    return frozenset((column, weight) for column, weight in summed.items() if weight)


def _dates(system: System) -> list[int]:
    """List the places of knots after the opening and up to the as-of date, thinned if many."""
    past = enumerate(system.knots)
    places = [place for place, knot in past if place > 0 and knot <= system.as_of]
    step = -(-len(places) // MOST_DATES) or 1
    return places[::-1][::step]
