"""Generated accounts in, docs/calibration.md out: whether a fit's intervals hold what they should.

Use: python -m tools.calibrate [ranks] [excess] [steps] [nuts] [--replicates N] [--seed N] [--print]
     python -m tools.calibrate --account camp [--replicates N] [--seed N] [--print]
A process for each core, each of one thread; a thousand replicates of all three accounts take ten
minutes of one core, NUTS two.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec

from tools.bench_page import with_section
from tools.calibration.model import NAMES, model_of
from tools.calibration.page import PAGE, calibration_section, excess_section, run_of
from tools.calibration.ranks import ranks_of, with_excess
from tools.calibration.runs import Run, runs_section
from tools.calibration.steps import steps_section

HALF_AND_TWICE = (0.5, 2.0)
Found = tuple[str, list[Run]]  # a section, and its lines for the list of runs


def ranks(asked: argparse.Namespace, date: str) -> Found:
    """Rank truths among the draws of their fits."""
    models = {name: model_of(name) for name in ([asked.account] if asked.account else NAMES)}
    runs = [
        ranks_of(model, asked.replicates, seed=asked.seed, workers=asked.workers)
        for model in models.values()
    ]
    return calibration_section(models, runs, date), [run_of(each) for each in runs]


def excess(asked: argparse.Namespace, _: str) -> Found:
    """Take the scale of excesses for half and twice what it is, on fewer replicates."""
    count = max(asked.replicates * 3 // 10, 20)
    runs = {
        (name, factor): ranks_of(
            model_of(name),
            count,
            seed=asked.seed,
            change=with_excess(factor),
            workers=asked.workers,
        )
        for name in NAMES
        for factor in HALF_AND_TWICE
    }
    lines = [run_of(each, f", excess × {factor:g}") for (_, factor), each in runs.items()]
    return excess_section(runs), lines


def nuts(*_: object) -> Found:
    """Hold the posterior of one account against that of NumPyro's NUTS."""
    if find_spec("numpyro") is None:
        sys.exit("numpyro is not installed: pip install '.[calibrate]' brings it")
    from tools.calibration.peer import nuts_section

    return nuts_section()


def steps(*_: object) -> Found:
    """Hold the prior of one account against itself at other steps."""
    return steps_section()


PARTS: dict[str, Callable[[argparse.Namespace, str], Found]] = {
    "ranks": ranks,
    "excess": excess,
    "steps": steps,
    "nuts": nuts,
}


def main() -> None:
    """Calibrate, and put what was found into the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all, if none is named")
    parser.add_argument("--replicates", type=int, default=1000, help="of every account")
    parser.add_argument("--account", choices=NAMES, help="ranks of this one, for the list of runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    command = " ".join(["python -m tools.calibrate", *sys.argv[1:]])
    date = datetime.now(UTC).date().isoformat()
    for part in ["ranks"] if asked.account else asked.parts or PARTS:
        section, runs = PARTS[part](asked, date)
        print(section)
        if not asked.print:
            page = PAGE.read_text("utf-8")
            page = page if asked.account else with_section(page, section)
            listed = runs_section(page, runs, date=date, command=command)
            PAGE.write_text(with_section(page, listed), "utf-8")


if __name__ == "__main__":
    main()
