"""Ranks and verdicts in, the section "Calibration" of docs/calibration.md out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.calibration.model import Model
from tools.calibration.ranks import DRAWS, KEPT, Ranks
from tools.calibration.verdicts import LEVEL, SHARES, evenness, holm, pooled

PAGE = Path(__file__).parents[2] / "docs" / "calibration.md"
TITLE = "## Calibration"
RUNS = "### Every run"
RUNS_HEAD = """\
| date | command | account | replicates | seconds | least p (Holm) | in 50 % | z | in 90 % | z |
|---|---|---|--:|--:|--:|--:|--:|--:|--:|"""
INTRODUCTION = f"""\
{TITLE}

Truths are drawn from the prior, what sources report of them from the likelihood, and each account
is fitted; if the fit is right, a truth's rank among the draws of its own fit is even [@talts2018].
The accounts stand in `tools/calibration/accounts`: `camp` is small and one of its sources may lie
far off; `front` has one source with a bias each for losses, strength and movement, `throughout`,
`exactly` and dates in mid-month; `border` runs over two years, upper bounds among its claims. All
three hold one-sided claims and copies.

- Every scale is declared. The claims' widths and scales are fixed; their numbers alone are drawn,
  `more than` with its half-normal excess, every source with its biases.
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


@dataclass(frozen=True, slots=True)
class Done:
    """What was run, and when."""

    date: str
    command: str


def calibration_section(
    models: Mapping[str, Model], runs: Sequence[Ranks], *, done: Done, before: str
) -> str:
    """Write the section; `before` is the page so far, whose runs are kept in the list."""
    judged = [evenness(ranks) for ranks in runs]
    adjusted = iter(holm([each.p for found in judged for each in found]))
    parts = [INTRODUCTION, _verdict(runs), ""]
    for ranks, found in zip(runs, judged, strict=True):
        parts += [_about(models[ranks.account], ranks, done), *_table_head()]
        for (name, when), each in zip(ranks.quantities, found, strict=True):
            half, most = (f"{each.covered[share]:.1%}".replace("%", " %") for share in SHARES)
            figures = f"{each.mean:.3f} | {half} | {most} | {each.chi_square:.1f}"
            parts.append(f"| {name} | {when} | {figures} | {next(adjusted):.2f} |")
        parts.append("")
    parts += [RUNS, "", RUNS_HEAD, *runs_so_far(before), *_lines(runs, done)]
    return "\n".join(parts) + "\n"


def _verdict(runs: Sequence[Ranks]) -> str:
    judged = [each.p for ranks in runs for each in evenness(ranks)]
    least = float(holm(judged).min())
    is_even = "no quantity's ranks are uneven" if least > LEVEL else "**ranks are uneven**"
    pools = [pooled(runs, share) for share in SHARES]
    covered = " and ".join(
        f"{each.covered:.2%} in {each.share:.0%} intervals (z {each.z:+.1f})" for each in pools
    ).replace("%", " %")
    return (
        f"Last run: {is_even} (least p of {len(judged)} after Holm: {least:.2f}); of all truths "
        f"lie {covered}."
    )


def _about(model: Model, ranks: Ranks, done: Done) -> str:
    steps, flows = len(model.system.knots) - 1, len(model.system.flows)
    return (
        f"### {ranks.account}\n\n{steps} steps, {flows} flows, {len(model.claims)} observations, "
        f"{len(model.biases)} biases; {len(ranks.table):,} replicates, seed {ranks.seed}, "
        f"{ranks.seconds:,.0f} s on {done.date}.\n"
    )


def _table_head() -> list[str]:
    return [
        "| quantity | of | mean rank | in 50 % | in 90 % | χ² | Holm |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]


def _lines(runs: Iterable[Ranks], done: Done) -> list[str]:
    lines = []
    for ranks in runs:
        least = float(holm([each.p for each in evenness(ranks)]).min())
        pools = [pooled([ranks], share) for share in SHARES]
        shares = " | ".join(f"{each.covered:.1%} | {each.z:+.1f}" for each in pools)
        lines.append(
            f"| {done.date} | `{done.command}` | {ranks.account} | {len(ranks.table):,} "
            f"| {ranks.seconds:,.0f} | {least:.3f} | {shares.replace('%', ' %')} |"
        )
    return lines


def runs_so_far(page: str) -> list[str]:
    """Find the lines of earlier runs in the page."""
    _, _, rest = page.partition(RUNS)
    return re.findall(r"^\| \d{4}-\d\d-\d\d \|.*$", rest.partition("\n## ")[0], re.MULTILINE)
