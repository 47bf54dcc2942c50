"""A generated account in, its prior on totals by step of the account out: it must be the same."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
from tools.calibration.model import ACCOUNTS, Model, model_of
from tools.calibration.runs import Run
from tools.calibration.truths import batches

from musterbook.account.system import Floats, Group, MemberKind, Row, System
from musterbook.core.records import Source
from musterbook.fit.network import flow_columns
from musterbook.fit.observations import NOTHING_SAID, observe
from musterbook.fit.scales import scales_of
from musterbook.fit.summary import evenly_weighted
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.world import draw_from
from musterbook.fit.worlds import worlds_of

ACCOUNT = "border"
DRAWS = 16_000  # so that quantiles of 5 and 95 % are known to within 1 %
LEVELS = (0.05, 0.5, 0.95)
WITHIN = 0.05  # by how much quantiles may differ between steps: the design's
HEAD = f"""\
## Prior and step

The prior on what flows of `{ACCOUNT}` carry in its two years, before any claim is weighed in, by
the account's step: 5 %, 50 % and 95 % quantiles, in people, {DRAWS:,} draws each. *No claims* has
only openings and assumptions; *with the claims' days* cuts pieces of time where the claims'
sentences begin and end; *by rejection* is without the sampler's help.

| step | pieces | """

CUT = """\
**Sentences that look into every week do move the prior**: the last line lies up to {moved:.0f} %
from the first. A flow that changes quickly is then cut off at 0 week by week rather than month by
month, which pushes it up. So far the prior depends on the days that sentences name, though not on
their numbers.
"""

Quantiles = Mapping[str, Floats]  # by flow: shape (level,)


@dataclass(frozen=True, slots=True)
class Prior:
    """One line: what was drawn, over how many pieces of time, and each flow's quantiles."""

    what: str
    pieces: int
    quantiles: Quantiles


def steps_section() -> tuple[str, list[Run]]:
    """Draw the prior at every step: the section, and its line in the list of runs."""
    began = time.perf_counter()
    priors, cut = list(_priors()), _cut_weekly()
    flows = list(cut.quantiles)
    head = HEAD + " | ".join(flows) + " |\n|---|--:|" + "---|" * len(flows)
    rows = [
        f"| {each.what} | {each.pieces} | "
        + " | ".join(_said(each.quantiles[flow]) for flow in flows)
        + " |"
        for each in (*priors, cut)
    ]
    apart, moved = widest(priors), widest([priors[0], cut])
    verdict = "the same" if apart < WITHIN else "**not the same**"
    found = f"{verdict}: within {100 * apart:.1f} %; {100 * moved:.1f} % with a sentence a week"
    said = (
        f"Steps lie within {100 * apart:.1f} % of one another.\n\n{CUT.format(moved=100 * moved)}"
    )
    run = Run(f"prior by step, {ACCOUNT}", time.perf_counter() - began, found)
    return "\n".join([head, *rows, "", said]), [run]


def widest(priors: list[Prior]) -> float:
    """Give the largest share by which a quantile of one line exceeds that of another."""
    table = np.array([list(each.quantiles.values()) for each in priors])
    return float((table.max(axis=0) / table.min(axis=0)).max() - 1)


def _said(quantiles: Floats) -> str:
    return " / ".join(f"{each:,.0f}" for each in quantiles)


def _priors() -> Iterator[Prior]:
    for step in ("day", "week", "month"):
        model = _at_step(step)
        yield _prior(f"{step}, no claims", _bare(model.system), model.sources)
        yield _prior(f"{step}, with the claims' days", model.system, model.sources)
    yield _by_rejection()


def _cut_weekly() -> Prior:
    model = _at_step("week")
    return _prior("week, a sentence a week", _looked_into(_bare(model.system)), model.sources)


def _at_step(step: str) -> Model:
    """Read the account as if its case.yaml asked for another step."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(ACCOUNTS / ACCOUNT, Path(place) / ACCOUNT))
        case = folder / "case.yaml"
        case.write_text(case.read_text("utf-8").replace("step: month", f"step: {step}"), "utf-8")
        return model_of(ACCOUNT, folder.parent)


def _bare(system: System) -> System:
    return replace(
        system, groups=tuple(each for each in system.groups if each.kind is not MemberKind.CLAIM)
    )


def _looked_into(system: System) -> System:
    """Add assumptions that every step of a flow is at least 0: they say nothing, and cut pieces."""
    flow, like = system.flows[0].name, system.groups[0]
    groups = []
    for start, end in pairwise(system.knots):
        vector = system.total_vector(flow, start, end)
        row = Row(vector.columns, vector.weights, 0.0, np.inf, f"{flow} to {end}")
        groups.append(_assumption(like, row))
    return replace(system, groups=(*system.groups, *groups))


def _assumption(like: Group, row: Row) -> Group:
    return replace(like, name=row.words, kind=MemberKind.ASSUMPTION, rows=(row,))


def _prior(what: str, system: System, sources: Mapping[str, Source]) -> Prior:
    unknowns, scales, rng = unknowns_of(system), scales_of(system), np.random.default_rng(1)
    observed = observe(system, unknowns)
    worlds = worlds_of(system, unknowns, observed=observed, scales=scales, sources=sources, rng=rng)
    assert worlds is not None
    drawn = draw_from(worlds.before, NOTHING_SAID, draws=DRAWS, burn=160, rng=rng)
    theta = evenly_weighted(drawn.theta, drawn.weights)
    pieces = unknowns.pieces
    totals = {name: theta[:, pieces.of_flow(name)].sum(axis=1) for name in pieces.flows}
    return Prior(what, len(pieces.edges) - 1, _quantiles(totals))


def _by_rejection() -> Prior:
    model = model_of(ACCOUNT)
    bare = replace(model, system=_bare(model.system))
    people = np.concatenate(
        [each.people for each in islice(batches(bare, np.random.default_rng(2)), 4)]
    )
    totals = {
        flow.name: people[:, flow_columns(bare.system, flow.name)].sum(axis=1)
        for flow in bare.system.flows
    }
    return Prior("month, by rejection", len(bare.system.knots) - 1, _quantiles(totals))


def _quantiles(totals: Mapping[str, Floats]) -> Quantiles:
    return {name: np.quantile(each, LEVELS) for name, each in totals.items()}
