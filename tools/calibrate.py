"""Generated accounts in, docs/calibration.md out: whether a fit's intervals hold what they should.

Use: python -m tools.calibrate [ranks] [--replicates N] [--seed N] [--print]
One process, one thread; a thousand replicates of all three accounts take about twenty minutes.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import sys
from datetime import UTC, datetime

from tools.bench_page import with_section
from tools.calibration.model import NAMES, model_of
from tools.calibration.page import PAGE, Done, calibration_section
from tools.calibration.ranks import ranks_of


def ranks(asked: argparse.Namespace, done: Done, before: str) -> str:
    """Rank truths among the draws of their fits."""
    models = {name: model_of(name) for name in NAMES}
    runs = []
    for model in models.values():
        runs.append(ranks_of(model, asked.replicates, seed=asked.seed))
        print(f"{model.name}: {runs[-1].seconds:.0f} s", file=sys.stderr)
    return calibration_section(models, runs, done=done, before=before)


PARTS = {"ranks": ranks}


def main() -> None:
    """Calibrate, and put what was found into the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="what to do: all, if absent")
    parser.add_argument("--replicates", type=int, default=1000, help="of every account")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    asked = parser.parse_args()
    said = " ".join(["python -m tools.calibrate", *sys.argv[1:]])
    done = Done(datetime.now(UTC).date().isoformat(), said)
    for part in asked.parts or PARTS:
        page = PAGE.read_text("utf-8")
        section = PARTS[part](asked, done, page)
        print(section)
        if not asked.print:
            PAGE.write_text(with_section(page, section), "utf-8")


if __name__ == "__main__":
    main()
