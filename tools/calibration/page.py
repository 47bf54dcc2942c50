"""Ranks and verdicts in, the sections "Calibration" and "Scale of excesses" and their runs out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.calibration.model import Model
from tools.calibration.ranks import DRAWS, KEPT, Ranks
from tools.calibration.runs import Run
from tools.calibration.verdicts import LEVEL, SHARES, Evenness, evenness, holm, pooled

PAGE = Path(__file__).parents[2] / "docs" / "calibration.md"
INTRODUCTION = f"""\
## Calibration

Truths are drawn from the prior, what sources report of them from the likelihood, and each account
is fitted; if the fit is right, a truth's rank among the draws of its own fit is even [@talts2018].
The accounts stand in `tools/calibration/accounts`: `camp` is small and one of its sources may lie
far off; `front` has one source with a bias each for losses, strength and movement, assumptions,
and a number said exactly; `border` runs over two years, upper bounds among its claims. All three
hold one-sided claims, claims of `throughout`, dates in mid-month and copies.

- Every scale is declared; one that is taken from the claims uses them twice, and nothing here
  speaks for it. The claims' widths and scales are fixed; their numbers alone are drawn, `more
  than` with its half-normal excess, every source with its biases.
- Truths come from the fit's Gaussian by plain rejection of what falls below 0 or breaks an
  assumption: independent, and without the sampler's help.
- A claim of `throughout` can be said of some truths only. Each truth is kept with the chance that
  the sentence could have been said of it, as the fit's likelihood has it.
- Each fit takes {DRAWS} draws, of which {KEPT} evenly spaced ones are kept. χ² is on twenty bins of
  ranks (19 degrees of freedom: one in a hundred lies above 36.2). *Holm* is its p, adjusted for all
  quantities of the run: below {LEVEL} anywhere, the fit is not calibrated. A mean rank of 0.5 is
  right; above, the truth lies above the draws too often. z is in standard errors of the coverage
  pooled over quantities, replicates being independent.
"""
EXCESSES = """\
## Scale of excesses

How far beyond `more than` the truth may lie is a guess of the hedge table. Here the reports are
drawn as above, but the fit takes that scale for half or twice what it is.

| account | replicates | scale taken | in 50 % | z | in 90 % | z | mean rank farthest off |
|---|--:|--:|--:|--:|--:|--:|---|"""


def calibration_section(models: Mapping[str, Model], runs: Sequence[Ranks], date: str) -> str:
    """Write what became of every quantity."""
    judged = [evenness(ranks) for ranks in runs]
    adjusted = iter(holm([each.p for found in judged for each in found]))
    parts = [INTRODUCTION, _verdict(runs), ""]
    for ranks, found in zip(runs, judged, strict=True):
        parts += [_about(models[ranks.account], ranks, date), *_table_head()]
        for (name, when), each in zip(ranks.quantities, found, strict=True):
            shares = " | ".join(_percent(each.covered[share]) for share in SHARES)
            figures = f"{each.mean:.3f} | {shares} | {each.chi_square:.1f}"
            parts.append(f"| {name} | {when} | {figures} | {next(adjusted):.2f} |")
        parts.append("")
    return "\n".join(parts)


def excess_section(runs: Mapping[tuple[str, float], Ranks]) -> str:
    """Write how coverage fares where the scale of excesses is taken wrongly."""
    rows = []
    for (account, factor), ranks in runs.items():
        means = {name: each.mean for name, each in _named(ranks)}
        worst = max(means, key=lambda name: abs(means[name] - 0.5))
        pools = [pooled([ranks], share) for share in SHARES]
        shares = " | ".join(f"{_percent(each.covered)} | {each.z:+.1f}" for each in pools)
        count = f"{len(ranks.table):,}"
        rows.append(
            f"| {account} | {count} | × {factor:g} | {shares} | {means[worst]:.2f}, {worst} |"
        )
    return "\n".join([EXCESSES, *rows]) + "\n"


def run_of(ranks: Ranks, what: str = "") -> Run:
    """Say in words what a run over one account found."""
    least = float(holm([each.p for each in evenness(ranks)]).min())
    pools = [pooled([ranks], share) for share in SHARES]
    shares = ", ".join(
        f"{_percent(each.covered)} in {each.share * 100:.0f} % (z {each.z:+.1f})" for each in pools
    )
    about = f"{ranks.account}{what}, {len(ranks.table):,} replicates, seed {ranks.seed}"
    return Run(about, ranks.seconds, f"least p {least:.3f}; {shares}")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _named(ranks: Ranks) -> list[tuple[str, Evenness]]:
    names = (f"{name} ({when})" for name, when in ranks.quantities)
    return list(zip(names, evenness(ranks), strict=True))


def _verdict(runs: Sequence[Ranks]) -> str:
    judged = [each.p for ranks in runs for each in evenness(ranks)]
    least = float(holm(judged).min())
    is_even = "no quantity's ranks are uneven" if least > LEVEL else "**ranks are uneven**"
    pools = [pooled(runs, share) for share in SHARES]
    covered = " and ".join(
        f"{100 * each.covered:.2f} % in {100 * each.share:.0f} % intervals (z {each.z:+.1f})"
        for each in pools
    )
    return (
        f"Last run: {is_even} (least p of {len(judged)} after Holm: {least:.2f}); of all truths "
        f"lie {covered}."
    )


def _about(model: Model, ranks: Ranks, date: str) -> str:
    steps, flows = len(model.system.knots) - 1, len(model.system.flows)
    return (
        f"### {ranks.account}\n\n{steps} steps, {flows} flows, {len(model.claims)} observations, "
        f"{len(model.biases)} biases; {len(ranks.table):,} replicates, seed {ranks.seed}, "
        f"{ranks.seconds:,.0f} s on {date}.\n"
    )


def _table_head() -> list[str]:
    return [
        "| quantity | of | mean rank | in 50 % | in 90 % | χ² | Holm |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
