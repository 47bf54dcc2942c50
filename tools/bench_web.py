"""A generated case in, a section of docs/benchmarks.md out: how long the server takes for a page.

Use: python -m tools.bench_web [--print]
The case is that of tools/large_case.py: 2,000 claims in 200 reports. Each page is asked for again
and again, then after each of several edits of a claim's number, made by the form of the page: the
least of each is told, in the process of the server. Nothing but conflicts and the fit is worked out
for it, the rest is left to the child process.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from httpx2 import Response
from starlette.testclient import TestClient
from tools.bench import PAGE, machine
from tools.bench_page import with_section
from tools.large_case import large_case

from musterbook.views.screens.all_screens import ALL_SCREENS
from musterbook.web.app import make_app
from musterbook.web.office import Office
from musterbook.workbench import Workbench

HOST = "127.0.0.1:8642"
TARGET, ROUNDS = 200, 9  # milliseconds; requests
STAGES = ("conflicts", "fit")
CLAIM = "r100-3"
SEE_OTHER = 303
HEAD = f"""\
## The web page

Written by `make bench` on a generated case of 2,000 claims in 200 reports (`tools/large_case.py`),
in the server's process; milliseconds, the least of {ROUNDS}. *After an edit* is the first request
after the number of a claim was changed on the page; saving it, the disk included, comes before.
*Processor* is what that request takes of it: the rest is what others on the machine took. The
target is {TARGET}.

| page | took | saving an edit | after an edit | processor | size |
|---|--:|--:|--:|--:|--:|
"""


def timed(ask: Callable[[], Response]) -> tuple[float, float, Response]:
    """Time one request: milliseconds by the clock, and of the processor."""
    began, worked = time.perf_counter(), time.process_time()
    answer = ask()
    took, of_processor = time.perf_counter() - began, time.process_time() - worked
    return 1000 * took, 1000 * of_processor, answer


def page(client: TestClient, path: str) -> tuple[float, float, int]:
    """Time a page; gives its size in kB too."""
    took, of_processor, answer = timed(partial(client.get, path))
    assert answer.status_code == 200, (path, answer.status_code)  # noqa: PLR2004 - all is well
    return took, of_processor, len(answer.content) // 1000


def edit(client: TestClient, token: str, number: int) -> float:
    """Change the number of a claim as a reviewer does, to another one each time; times it."""
    form = {"token": token, "low": str(number), "high": str(2 * number)}
    took, _, answer = timed(partial(client.post, f"/claims/{CLAIM}/interval", data=form))
    assert answer.status_code == SEE_OTHER, (answer.status_code, answer.text)
    return took


def rows(folder: Path) -> Iterator[str]:
    """Time every screen, as pages are asked for one after the other."""
    office = Office(folder, works=False)
    bench = Workbench(folder)
    for stage in STAGES:
        getattr(bench, stage)()
    office.shown()
    office.take_in(None, bench.results())
    app = make_app(office, (HOST,))
    client = TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)
    numbers = count(1_000)
    for screen in ALL_SCREENS:
        path = screen.path.replace("{item:path}", "r100")
        if "{" in path:
            continue
        page(client, path)
        took, _, size = zip(*(page(client, path) for _ in range(ROUNDS)), strict=True)
        after = [
            (edit(client, office.token, next(numbers)), *page(client, path)[:2])
            for _ in range(ROUNDS)
        ]
        saving, first, of_processor = (min(each) for each in zip(*after, strict=True))
        yield (
            f"| `{path}` | {min(took):.0f} | {saving:.0f} | {first:.0f} | {of_processor:.0f} "
            f"| {size[-1]} kB |"
        )


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
