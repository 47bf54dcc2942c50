"""A browser for all tests, and for each a copy of the small example served, results included."""

import os
import shutil
from pathlib import Path

import pytest
from tests.browser.cases import CROSSING, DAYS, LATER, date_reports, worked_out, write
from tests.browser.chromium import PROGRAM, REASON
from tests.browser.serving import Served
from tests.browser.watching import Watch

from musterbook.onefile.render import ReportOptions, render_report
from musterbook.workbench import Workbench

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
    return worked_out(CROSSING)


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


@pytest.fixture(scope="session")
def undecided(tmp_path_factory, known):
    """The small example with claims in every state, its results older than these; to look at."""
    folder = Path(shutil.copytree(CROSSING, tmp_path_factory.mktemp("undecided") / "crossing"))
    served = Served(folder, known)
    served.office.works = False
    write(folder, LATER)
    yield served
    served.stop()


@pytest.fixture(scope="session")
def dated(tmp_path_factory):
    """The small example told over three days, worked out as of each; to look at."""
    folder = Path(shutil.copytree(CROSSING, tmp_path_factory.mktemp("dated") / "crossing"))
    date_reports(folder)
    served = Served(folder, worked_out(folder))
    served.office.works = False
    for day in DAYS[:-1]:
        served.office.shown(day)
        served.office.take_in(day, worked_out(folder, day))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def report_file(tmp_path_factory, known):
    """The one-file report of the small example."""
    return _report(tmp_path_factory, known, ReportOptions())


@pytest.fixture(scope="session")
def interactive_file(tmp_path_factory, known):
    """The same with its script."""
    return _report(tmp_path_factory, known, ReportOptions(interactive=True))


def _report(tmp_path_factory, known, options):
    bench = Workbench(CROSSING)
    bench.take_in(known)
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(bench, options), "utf-8")
    return path


@pytest.fixture(scope="session")
def pane(browser):
    """One page for all tests that only look."""
    size = {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    context.watch = Watch(context)
    yield context.new_page()
    context.close()


@pytest.fixture
def glass(pane):
    """That page, as wide and light as at first; what a test saw through it is checked."""
    yield pane
    pane.goto("about:blank")
    pane.set_viewport_size({"width": 1280, "height": 900})
    pane.emulate_media(color_scheme="light", media="null")
    pane.context.watch.check_and_forget()


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
