"""Feasible readings go in; how the claims speak for one or another comes out, with its doubts.

A Bayes factor between readings hangs on the priors as much as on the claims: many vague monthly
flows make a sharp prior on their total. So it is worked out at half, at once and at twice the
typical size of every flow, and where the winner changes, or its lead is small, nothing is decided.
Ways out are never weighed so: each rests on other claims.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from musterbook.account.system import Choice
from musterbook.core.records import Source
from musterbook.fit.evidence import Evidence, evidence_of
from musterbook.fit.observations import observe
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.roughness import roughened
from musterbook.fit.scales import scales_of
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.worlds import worlds_of

SCALES = (0.5, 1.0, 2.0)
CLEAR = math.log(3)  # a lead below it is "not worth more than a bare mention" (Jeffreys)
CERTAIN = 2.0  # standard errors by which a lead must also exceed 0
UNDECIDED = "undecided by these claims"
NONE = "no reading is feasible, and ways out rest on other claims: there are no odds between them"
ALONE = "no second reading is feasible: there is nothing to weigh"


@dataclass(frozen=True, slots=True)
class ReadingOdds:
    """One reading's log evidence at half, at once and at twice the prior's scale."""

    choice: Choice
    evidences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """All readings weighed: `favoured` is the place of the winner, None where undecided.

    `leads` holds the log Bayes factor of the first reading in favour over its nearest rival at
    each scale (negative where it loses), `errors` their standard errors.
    """

    readings: tuple[ReadingOdds, ...]
    favoured: int | None
    leads: tuple[float, ...]
    errors: tuple[float, ...]
    why: str
    uses_claims_twice: bool

    def to_json(self) -> dict[str, Any]:
        """Give the odds as `muster fit --odds --json` prints them."""
        return {
            "scales": list(SCALES),
            "readings": [
                {
                    "reading": dict(each.choice),
                    "log_evidence": [_finite(one.log) for one in each.evidences],
                    "error": [_finite(one.error) for one in each.evidences],
                }
                for each in self.readings
            ],
            "favoured": None
            if self.favoured is None
            else dict(self.readings[self.favoured].choice),
            "log_leads": [_finite(each) for each in self.leads],
            "why": self.why,
            "scale_from_claims": self.uses_claims_twice,
        }


def odds_of(jobs: Sequence[FitJob], options: FitOptions, *, sources: Mapping[str, Source]) -> Odds:
    """Weigh readings against each other; dear: a dozen short fits for each reading and scale."""
    if len(jobs) <= 1:
        why = ALONE if jobs else NONE
        return Odds((), None, (), (), why, uses_claims_twice=False)
    found, weighed, derived = [], set(), False
    for job in jobs:
        system = job.system.without(*job.set_aside)
        unknowns, scales = unknowns_of(system), scales_of(system)
        observed = roughened(observe(system, unknowns), system, unknowns=unknowns, scales=scales)
        rng = np.random.default_rng(options.seed)
        worlds = worlds_of(
            system, unknowns, observed=observed, scales=scales, sources=sources, rng=rng
        )
        derived |= bool(scales.derived)
        weighed.add(tuple(sorted(term.group for term in observed.terms)))
        evidences = tuple(
            evidence_of(worlds.at_scale(factor), observed, rng=rng) if worlds else _IMPOSSIBLE
            for factor in SCALES
        )
        found.append(ReadingOdds(system.choice, evidences))
    return _judged(tuple(found), is_alike=len(weighed) == 1, derived=derived)


_IMPOSSIBLE = Evidence(-math.inf, 0.0, 0)


def _judged(readings: tuple[ReadingOdds, ...], *, is_alike: bool, derived: bool) -> Odds:
    """Say which reading leads at every scale, if one does."""
    middle = SCALES.index(1.0)
    first = max(range(len(readings)), key=lambda i: readings[i].evidences[middle].log)
    leads, errors = [], []
    for place in range(len(SCALES)):
        own = readings[first].evidences[place]
        rivals = [each.evidences[place] for each in readings if each is not readings[first]]
        rival = max(rivals, key=lambda each: each.log)
        leads.append(own.log - rival.log if own.log > -math.inf else -math.inf)
        errors.append(math.hypot(own.error, rival.error))
    why = _doubt(leads, errors, is_alike=is_alike)
    favoured = None if why else first
    return Odds(
        readings,
        favoured,
        tuple(leads),
        tuple(errors),
        why or "it leads at every scale",
        uses_claims_twice=derived,
    )


def _doubt(leads: Sequence[float], errors: Sequence[float], *, is_alike: bool) -> str:
    """Say why nothing is decided; empty where a reading leads at every scale."""
    if not is_alike:
        return f"{UNDECIDED}: the readings do not put the same numbers to the test"
    if min(leads) < 0:
        return f"{UNDECIDED}: another reading leads once the prior is half or twice as wide"
    if min(leads) < CLEAR:
        return f"{UNDECIDED}: under no reading are they three times as likely as under all others"
    if any(lead < CERTAIN * error for lead, error in zip(leads, errors, strict=True)):
        return f"{UNDECIDED}: the lead is no larger than the error of working it out"
    return ""


def _finite(value: float) -> float | None:
    return round(value, 3) if math.isfinite(value) else None
