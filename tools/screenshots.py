"""The lead case in, a small picture of every screen of the web page out, in docs/screens.

Use: python -m tools.screenshots   (needs Chromium: apt-get install chromium)
The case is copied, worked out once and served on this machine alone for as long as it takes.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from musterbook.web.app import make_app
from musterbook.web.office import Office
from musterbook.web.serve import bound_to

REPOSITORY = Path(__file__).parents[1]
CASE = REPOSITORY / "examples" / "crossing"
SCREENS = REPOSITORY / "docs" / "screens"
NAMES = ("chromium", "chromium-browser", "google-chrome")
WAIT = 300  # seconds; the case takes some ten
SIZE = {"width": 1120, "height": 760}
PICTURES = {
    "answer": "/",
    "reports": "/reports",
    "report": "/reports/bulletin",
    "claims": "/claims",
    "account": "/account",
    "conflicts": "/conflicts",
    "scenarios": "/scenarios",
    "hypotheses": "/hypotheses",
    "sources": "/sources",
    "found": "/jump?to=people",
}
# What is pasted last, so that a picture shows what extraction proposes of it.
PASTED = {
    "text": """Evening on the Ilda

About 3,800 people slept in the camp at Ostrel on Friday night, the mayor of Halm said on Saturday.
Some 250 left the camp on foot on 9 May, he added, and 400 by bus.

By Saturday evening at least 48 people had drowned in the river, according to the river police.
The camp has room for 4,000.
""",
    "publisher": "post",
    "published": "2025-05-10",
}


@contextmanager
def served() -> Iterator[str]:
    """Serve a copy of the case with everything worked out; gives its address."""
    with tempfile.TemporaryDirectory() as place:
        office = Office(Path(shutil.copytree(CASE, Path(place) / CASE.name)))
        office.shown()
        assert office.wait_for(lambda: not _busy(office), WAIT), "the case was not worked out"
        bound = bound_to("127.0.0.1", 0)
        host = f"127.0.0.1:{bound.getsockname()[1]}"
        server = uvicorn.Server(
            uvicorn.Config(make_app(office, (host,)), log_level="error", lifespan="off")
        )
        thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
        thread.start()
        yield f"http://{host}"
        office.close()
        server.should_exit = True
        thread.join()


def _busy(office: Office) -> bool:
    shown = office.shown()
    return not shown.is_fresh or shown.progress is not None


def main() -> None:
    """Take every picture."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        sys.exit("no Chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    SCREENS.mkdir(parents=True, exist_ok=True)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        context = browser.new_context(viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
        page = context.new_page()
        for name, path in PICTURES.items():
            page.goto(f"{address}{path}")
            page.screenshot(path=SCREENS / f"{name}.png")
            print(f"docs/screens/{name}.png")
        page.goto(f"{address}/reports?add=1")
        for name, words in PASTED.items():
            page.locator(f"#add-{name}").fill(words)
        page.get_by_role("button", name="Add and read").click()
        page.wait_for_url("**/reports/evening*")
        page.locator("#notices:not(:has(.notice))").wait_for(state="attached", timeout=1000 * WAIT)
        page.screenshot(path=SCREENS / "proposed.png")
        print("docs/screens/proposed.png")
        browser.close()


if __name__ == "__main__":
    main()
