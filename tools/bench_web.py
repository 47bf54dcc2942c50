"""A generated case in, a section of docs/benchmarks.md out: how long the server takes for a page.

Use: python -m tools.bench_web [--print]
The case is that of tools/large_case.py: 2,000 claims in 200 reports. Each figure is the median of
five requests after the first, in the process of the server; the first after an edit stands beside.
Nothing but conflicts is worked out for it, the rest is left to the child process.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient
from tools.bench import PAGE, machine
from tools.bench_page import with_section
from tools.large_case import large_case

from musterbook.views.screens.all_screens import ALL_SCREENS
from musterbook.web.app import make_app
from musterbook.web.office import Office
from musterbook.workbench import Workbench

HOST = "127.0.0.1:8642"
TARGET, ROUNDS = 200, 5  # milliseconds; requests
STAGES = ("conflicts", "fit")
HEAD = f"""\
## The web page

Written by `make bench` on a generated case of 2,000 claims in 200 reports (`tools/large_case.py`),
in the server's process; milliseconds, the median of {ROUNDS} requests after the first, and the
first request after one claim was edited, when the case is read anew. The target is {TARGET}.

| page | took | after an edit | size |
|---|---|---|---|
"""


def milliseconds(client: TestClient, path: str) -> tuple[float, int]:
    """Time one request; gives the size of the answer in kB too."""
    began = time.perf_counter()
    answer = client.get(path)
    took = 1000 * (time.perf_counter() - began)
    assert answer.status_code == 200, (path, answer.status_code)  # noqa: PLR2004 - all is well
    return took, len(answer.content) // 1000


def edit(folder: Path, number: int) -> None:
    """Change one claim, as a reviewer does."""
    path = folder / "claims" / "r100.yaml"
    text = path.read_text("utf-8").partition("  note: edit")[0]
    path.write_text(f"{text}  note: edit {number}\n", "utf-8")


def rows(folder: Path) -> Iterator[str]:
    """Time every screen, as pages are asked for one after the other."""
    office = Office(folder, works=False)
    bench = Workbench(folder)
    for stage in STAGES:
        getattr(bench, stage)()
    office.shown()
    office.take_in(None, bench.results())
    client = TestClient(make_app(office, (HOST,)), base_url=f"http://{HOST}")
    for place, screen in enumerate(ALL_SCREENS):
        path = screen.path.replace("{item:path}", "r100")
        if "{" in path:
            continue
        milliseconds(client, path)
        took, size = zip(*(milliseconds(client, path) for _ in range(ROUNDS)), strict=True)
        edit(folder, place)
        after, _ = milliseconds(client, path)
        yield f"| `{path}` | {statistics.median(took):.0f} | {after:.0f} | {size[-1]} kB |"


def main() -> None:
    """Measure, and write the section or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    only_print = parser.parse_args().print
    with tempfile.TemporaryDirectory() as folder:
        section = HEAD + "\n".join(rows(large_case(Path(folder)))) + f"\n\nMachine: {machine()}\n"
    print(section)
    if not only_print:
        PAGE.write_text(with_section(PAGE.read_text("utf-8"), section), "utf-8")


if __name__ == "__main__":
    main()
