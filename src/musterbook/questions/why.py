"""An answer and a measure on a day go in; how far each claim, source, assumption pulls comes out.

A pull is the median with a member, less the median without it. Draws that can be reweighed are;
others are drawn again without the member, where it tells anything of the measure at all.
Source: vehtari2017 on leaving one out by reweighting.
"""

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from musterbook.account.system import Floats, Group, MemberKind, System
from musterbook.core.progress import Told, in_turn, nobody
from musterbook.core.records import Source
from musterbook.fit.bias import kish_share, shares_of
from musterbook.fit.results import Answer
from musterbook.fit.unknowns import shares, speaks
from musterbook.questions.nearness import Nearness
from musterbook.questions.pareto import TRUSTED, pareto_k
from musterbook.questions.refit import Refit
from musterbook.questions.results import How, Pull, PullKind, WhyReport, by_size
from musterbook.questions.reweigh import forbids_nothing, log_weights_without
from musterbook.questions.spread import spread_of_draws, weighted_sd
from musterbook.questions.target import Target, vector_at

MEDIAN_ERROR = 1.2533  # √(π/2): the standard error of a Gaussian's median, in those of its mean
ENOUGH = 0.5  # share of the draws that must remain in effect: with less, medians were 0.1 sd off
NEAR = 0.05  # a member that tells less of a measure (a correlation) pulls less than draws can show


@dataclass(frozen=True, slots=True)
class WhyOptions:
    """How hard to look: how many draws a refit takes, and which of the fit's answers is asked."""

    draws: int = 400
    answer: int = 0


def why(
    answer: Answer,
    target: Target,
    options: WhyOptions,
    *,
    sources: Mapping[str, Source],
    told: Told = nobody,
) -> WhyReport:
    """Say what pulls a measure on a day, the strongest first.

    Claims that add nothing to a fit (derived ones) are not among them.
    """
    begun = time.perf_counter()
    asking = _Asking(answer, target, options, sources)
    pulls = [asking.pull(each) for each in in_turn(tuple(_suspects(answer.system)), told)]
    return WhyReport(
        target,
        answer.choice,
        answer.set_aside,
        spread_of_draws(asking.values, answer.weights),
        by_size(pulls),
        answer.seed,
        time.perf_counter() - begun,
    )


@dataclass(frozen=True, slots=True)
class _Suspect:
    """What may pull: members left out together, under one name."""

    kind: PullKind
    name: str
    groups: tuple[Group, ...]


def _suspects(system: System) -> Iterator[_Suspect]:
    """List every claim and assumption, then every origin: all it says left out at once."""
    together: dict[str, list[Group]] = {}
    for group in system.groups:
        if group.kind is MemberKind.CLAIM and not group.is_derived:
            yield _Suspect(PullKind.CLAIM, group.name, (group,))
            if group.origin is not None:
                together.setdefault(group.origin, []).append(group)
        elif group.kind is MemberKind.ASSUMPTION:
            yield _Suspect(PullKind.ASSUMPTION, group.name, (group,))
    for name, groups in together.items():
        yield _Suspect(PullKind.SOURCE, name, tuple(groups))


class _Asking:
    """One measure on one day, and an answer to leave members out of; a refit is laid out once."""

    def __init__(
        self, answer: Answer, target: Target, options: WhyOptions, sources: Mapping[str, Source]
    ) -> None:
        self.answer, self.options, self.sources = answer, options, sources
        self.vector = vector_at(answer.system, target)
        self.values = answer.draws @ self.vector.dense(answer.system.width)
        self.now = spread_of_draws(self.values, answer.weights)
        self.sd = weighted_sd(self.values, answer.weights)
        self.nearness = Nearness(answer.system, answer.draws, self.vector, values=self.values)
        self.known: dict[tuple[str, ...], Pull] = {}
        self._refit: Refit | None = None

    def pull(self, suspect: _Suspect) -> Pull:
        """Give the pull of a claim, an assumption, or all that one source says."""
        members = tuple(each.name for each in suspect.groups)
        if members not in self.known:
            self.known[members] = self._worked_out(suspect.groups, members)
        found = self.known[members]
        return replace(found, kind=suspect.kind, name=suspect.name, members=members)

    def _worked_out(self, groups: tuple[Group, ...], names: tuple[str, ...]) -> Pull:
        if not self.nearness.bears(groups):
            return self._found(self.values, self.answer.weights, How.NOT_NEAR, 0.0)
        return self._reweighed(groups) or self._redrawn(groups, names)

    def _reweighed(self, groups: tuple[Group, ...]) -> Pull | None:
        """Reweigh the draws, if nobody draws a wall and the weights can be trusted."""
        if not all(forbids_nothing(each) for each in groups):
            return None
        log_weights = log_weights_without(self.answer, groups)
        weights, shape = shares_of(log_weights), pareto_k(log_weights)
        kish = min(kish_share(weights) / kish_share(self.answer.weights), 1.0)
        if shape > TRUSTED or kish < ENOUGH:
            return None
        error = self._reweighing_error(weights)
        return self._found(self.values, weights, How.REWEIGHTED, error, kish=kish, shape=shape)

    def _reweighing_error(self, weights: Floats) -> float:
        """Give the standard error of how far a mean moves, by the delta method, in people."""
        old = self.answer.weights
        moved = weights * (self.values - weights @ self.values)
        moved -= old * (self.values - old @ self.values)
        drawn = len(old) * kish_share(old) / self.answer.ess_min
        return math.sqrt(float(moved @ moved) * max(drawn, 1.0))

    def _redrawn(self, groups: tuple[Group, ...], names: tuple[str, ...]) -> Pull:
        if not self._bears_on_it(groups, names):
            return self._found(self.values, self.answer.weights, How.NOT_NEAR, 0.0)
        drawn = self.refit.without(names, draws=self.options.draws)
        values = drawn.draws @ self.vector.dense(self.answer.system.width)
        effective = len(values) * kish_share(drawn.weights)
        sds = self.sd, weighted_sd(values, drawn.weights)
        error = math.hypot(sds[0] / math.sqrt(self.answer.ess_min), sds[1] / math.sqrt(effective))
        return self._found(values, drawn.weights, How.REFITTED, error)

    def _found(
        self,
        values: Floats,
        weights: Floats,
        how: How,
        error: float,
        *,
        kish: float | None = None,
        shape: float | None = None,
    ) -> Pull:
        """Compare; `error` is that of a mean, in people."""
        without = spread_of_draws(values, weights)
        pull, wrong = self.now.q50 - without.q50, MEDIAN_ERROR * error
        widens = without.width / self.now.width if self.now.width else 1.0
        return Pull(PullKind.CLAIM, "", (), pull, wrong, without, widens, how, kish, shape)

    def _bears_on_it(self, groups: tuple[Group, ...], names: tuple[str, ...]) -> bool:
        walls = [each for each in groups if shares(each) or not speaks(each)]
        if len(walls) < len(groups) and self.refit.part_told(names, self.vector) >= NEAR:
            return True
        return self.nearness.feels(walls)

    @property
    def refit(self) -> Refit:
        """The account laid out to be drawn from again, once."""
        if self._refit is None:
            self._refit = Refit(self.answer, self.sources)
        return self._refit
