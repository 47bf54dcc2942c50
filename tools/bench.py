"""The lead case in, docs/benchmarks.md out: how long each stage takes on this machine.

Use: python tools/bench.py [--print]
Every figure is the best of several rounds in fresh objects, on one thread.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musterbook.workbench import Workbench

os.environ.setdefault("OMP_NUM_THREADS", "1")

REPOSITORY = Path(__file__).parents[1]
LEAD = REPOSITORY / "examples" / "kursk"
PAGE = REPOSITORY / "docs" / "benchmarks.md"
ENGINES = ("numpy", "scipy", "highspy", "musterbook")

HEAD = """\
# Benchmarks

Written by `make bench` on `examples/kursk`, in process and on one thread; each figure is the best
of several rounds, starting from fresh objects. The targets are our own. Timings of two
machines cannot be compared; those of two versions on one machine can.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    figure: str
    target: str
    on: str


def best(work: Callable[[], object], *, rounds: int = 5) -> float:
    """Time a piece of work, in seconds: the best round."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def cold(*command: str) -> float:
    """Time a whole process, start and imports included, in seconds."""
    return best(
        lambda: subprocess.run(
            command,
            capture_output=True,
            check=False,
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONPATH": f"{REPOSITORY / 'src'}{os.pathsep}{REPOSITORY}"},
        ),
        rounds=3,
    )


def extraction() -> Figure:
    """Time the extraction of claims from the lead case's reports."""
    from musterbook.claims.extract import extract_claims

    case = fresh().case
    reports = [each for each in case.reports.values() if each.text and each.file.endswith(".txt")]
    words = sum(len(each.text.split()) for each in reports)

    def work() -> None:
        for each in reports:
            extract_claims(each.text, each.published, events=case.events)

    speed = words / best(work, rounds=20)  # a round is a hundredth of a second
    return Figure(
        "extract", f"{speed:,.0f} words/s", "100,000", f"{len(reports)} reports, {words:,} words"
    )


def fresh() -> Workbench:
    """Open the lead case anew, with nothing computed yet."""
    from musterbook.workbench import Workbench

    return Workbench(LEAD)


def checking() -> Figure:
    """Time loading, parsing, binding and checking."""
    case = fresh().case
    took = best(lambda: fresh().problems, rounds=3)
    return Figure("check", f"{1000 * took:,.0f} ms", "", f"{len(case.claims)} claims")


def conflicts() -> Figure:
    """Time the search for conflicts and bounds under every choice of readings."""
    bench = fresh()
    systems = bench.systems
    from musterbook.conflicts.analyse import analyse
    from musterbook.conflicts.options import ConflictOptions

    with_bounds = best(lambda: analyse(systems, ConflictOptions()), rounds=3)
    alone = best(lambda: analyse(systems, ConflictOptions(bounds=False)), rounds=3)
    rows = sum(len(group.rows) for group in bench.default.system.groups)
    return Figure(
        "conflicts",
        f"{1000 * alone:,.0f} ms ({1000 * with_bounds:,.0f} ms with all bounds)",
        "",
        f"{len(systems)} readings, {rows} rows",
    )


def fitting() -> Figure:
    """Time one answer of the fit, its prior predictive included."""
    bench = fresh()
    jobs = bench.fit_jobs()[:1]
    from musterbook.fit.fit import fit_answers
    from musterbook.fit.options import FitOptions

    took = best(lambda: fit_answers(jobs, FitOptions(), sources=bench.case.sources), rounds=3)
    report, _ = fit_answers(jobs, FitOptions(), sources=bench.case.sources)
    on = f"{len(report.answers[0].draws):,} draws, {report.answers[0].ess_min:,.0f} effective"
    return Figure("fit", f"{took:.2f} s an answer", "1 s", on)


ONE_ANSWER = """
from tests.oracles.fit_systems import large_account
from musterbook.fit.fit import fit_answers
from musterbook.fit.options import FitJob, FitOptions
fit_answers([FitJob(large_account(1))], FitOptions(), sources={})
"""


def fitting_accounts() -> Iterator[Figure]:
    """Time generated accounts: months and days, a table of many claims of one source."""
    sys.path.insert(0, str(REPOSITORY))
    from tests.oracles.fit_systems import daily_account, large_account

    from musterbook.fit.fit import fit_answers
    from musterbook.fit.options import FitJob, FitOptions

    size = "60 months, 8 stocks, 10 flows, 40 claims"
    yield Figure("fit", f"{cold(sys.executable, '-c', ONE_ANSWER):.2f} s", "2 s", f"{size}; cold")
    job = [FitJob(large_account(1))]
    took = best(lambda: fit_answers(job, FitOptions(), sources={}), rounds=3)
    yield Figure("fit", f"{took:.2f} s a further answer", "1 s", size)
    days = FitJob(daily_account(1))
    began = time.perf_counter()
    (answer,) = fit_answers([days], FitOptions(), sources={})[0].answers
    took = time.perf_counter() - began
    size = "1,612 days, 10 flows, 40 claims and a table of 640"
    yield Figure("fit", f"{took:.1f} s", "15 s", size)
    kept = f"{answer.kish:.3f} of the draws in effect"
    yield Figure("bias of 640 claims", kept, "0.9", f"{answer.ess_min:.0f} effective draws")


def running() -> Figure:
    """Time all scenarios of the lead case, per member and scenario."""
    bench = fresh()
    bench.fit()
    began = time.perf_counter()
    report = bench.run()
    took = time.perf_counter() - began
    runs = report.members * max(1, len(report.scenarios))
    return Figure(
        "run",
        f"{1e6 * took / runs:.1f} µs a member",
        "10 µs",
        f"{len(report.scenarios)} scenarios, {report.members:,} members",
    )


def starting() -> Iterator[Figure]:
    """Time whole processes, from the start of Python to the last line."""
    muster = str(Path(sys.executable).parent / "muster")
    yield Figure("`muster --help`", f"{cold(muster, '--help'):.2f} s", "0.3 s", "whole process")
    took = cold(muster, "fit", str(LEAD))
    yield Figure("`muster fit`", f"{took:.2f} s", "2 s", "whole process, all answers")


def machine(engines: tuple[str, ...] = ENGINES) -> str:
    """Describe the machine: processor, cores, Python and engines; no name, no path."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        named = [row for row in cpuinfo.read_text().splitlines() if row.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    versions = ", ".join(f"{name} {version(name)}" for name in engines)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = platform.python_version()
    return f"{model}, {cores} cores; {platform.system()}, Python {python}; {versions}."


def page(figures: list[Figure]) -> str:
    """Write the page."""
    rows = [f"| {f.what} | {f.figure} | {f.target} | {f.on} |" for f in figures]
    head = ["| what | took | target | on |", "|---|---|---|---|"]
    return "\n".join([HEAD, *head, *rows, "", f"Machine: {machine()}", ""])


def other_sections(text: str) -> str:
    """Give what stands in the page below this script's own table: other scripts write it."""
    _, mark, rest = text.partition("\n## ")
    return f"{mark}{rest}"


def main() -> None:
    """Measure everything and write the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    only_print = parser.parse_args().print
    stages = (extraction, checking, conflicts, fitting, running)
    figures = [*(stage() for stage in stages), *fitting_accounts(), *starting()]
    text = page(figures)
    print(text)
    if not only_print:
        PAGE.write_text(text + other_sections(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
