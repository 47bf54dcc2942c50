"""A browser for all tests, and for each a copy of the small example served, results included."""

import os
import shutil
from pathlib import Path

import pytest
from tests.browser.chromium import PROGRAM, REASON
from tests.browser.serving import Served
from tests.browser.watching import Watch

from musterbook.workbench import Workbench

CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a process."""
    if PROGRAM is None:
        pytest.skip(REASON)
    from playwright.sync_api import sync_playwright

    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=PROGRAM, args=[NOWHERE, *sandbox])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def known():
    """What is to be known of the small example, worked out once."""
    bench = Workbench(CROSSING)
    bench.conflicts()
    bench.fit()
    bench.run()
    bench.weigh()
    return bench.results()


@pytest.fixture
def served(tmp_path, known):
    """A copy of the small example, served, with everything worked out; to be written to."""
    folder = Path(shutil.copytree(CROSSING, tmp_path / "crossing"))
    served = Served(folder, known)
    yield served
    served.stop()


@pytest.fixture(scope="session")
def still(tmp_path_factory, known):
    """The same for all tests that only look."""
    folder = shutil.copytree(CROSSING, tmp_path_factory.mktemp("still") / "crossing")
    served = Served(Path(folder), known)
    yield served
    served.stop()


@pytest.fixture
def new_context(browser):
    """A function that opens a browser's context; every page in it is watched to the end."""
    opened = []

    def open_one(**settings):
        context = browser.new_context(**settings)
        watch = Watch(context)
        opened.append(watch)
        context.watch = watch
        return context

    yield open_one
    for watch in opened:
        watch.context.close()
    for watch in opened:
        watch.check()


@pytest.fixture
def page(new_context):
    """A page of the usual width."""
    return new_context(viewport={"width": 1280, "height": 900}).new_page()
