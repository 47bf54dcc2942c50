"""A generated account in, what an effective draw costs us and NumPyro's NUTS out.

Use: python -m tools.bench_nuts [--print]
Both sample the same posterior in the same run, one after the other, on one thread.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
from importlib.util import find_spec

from tools.bench import PAGE, machine
from tools.bench_page import with_section
from tools.calibration.peer import ACCOUNT, WARM_UP, Drawn, by_nuts, by_us, posed

DRAWS = 1000  # of either
ROUNDS = 5  # of ours: the best is quoted
HEAD = f"""\
## Fit beside NUTS

Written by `make bench` on the generated account `{ACCOUNT}` of the [calibration](calibration.md):
the same posterior, in the same run, on one thread. Our seconds are those of a whole answer, prior
predictive and sensitivities included, the best of {ROUNDS}; those of NUTS (one chain) include
{WARM_UP} draws of warm-up and leave out compiling, which only its first run does. Effective draws
are the fewest of any quantity or bias, by the same estimate.

| | first run | seconds | draws | effective | ms an effective draw | beside ours |
|---|--:|--:|--:|--:|--:|--:|"""


def cost(drawn: Drawn) -> float:
    """Give milliseconds an effective draw, by the quickest run."""
    return 1000 * min(drawn.seconds) / float(drawn.effective().min())


def section(ours: Drawn, theirs: Drawn) -> str:
    """Write the comparison as a section of the benchmarks page."""
    rows = [
        f"| {name} | {each.seconds[0]:.2f} | {min(each.seconds):.2f} | {len(each.values):,} "
        f"| {each.effective().min():,.0f} | {cost(each):.2f} | {cost(each) / cost(ours):.3g} |"
        for name, each in (("musterbook", ours), ("NumPyro NUTS", theirs))
    ]
    engines = ("numpy", "numpyro", "jax", "musterbook")
    return "\n".join([HEAD, *rows, "", f"Machine: {machine(engines)}", ""])


def main() -> None:
    """Measure, and put the section into the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    asked = parser.parse_args()
    if find_spec("numpyro") is None:
        print("numpyro is not installed: pip install '.[bench]' brings it")
        return
    model, system, _ = posed()
    rounds = [by_us(model, system, draws=DRAWS) for _ in range(ROUNDS)]
    ours = Drawn(
        rounds[0].values,
        rounds[0].weights,
        rounds[0].chains,
        tuple(each.seconds[0] for each in rounds),
    )
    theirs = by_nuts(model, system, draws=DRAWS, chains=1, runs=2)
    text = section(ours, theirs)
    print(text)
    if not asked.print:
        PAGE.write_text(with_section(PAGE.read_text("utf-8"), text), "utf-8")


if __name__ == "__main__":
    main()
