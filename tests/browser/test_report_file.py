"""The one-file report in a browser: it opens from disk, asks for nothing, fits a phone."""

import html
from pathlib import Path

import pytest
from tests.browser.chromium import PROGRAM, REASON, hosts_asked, run

from musterbook.onefile.render import render_report
from musterbook.workbench import Workbench

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
CROSSING = Path(__file__).parents[2] / "examples" / "crossing"
PHONE = 400


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(Workbench(CROSSING)), "utf-8")
    return path


def test_the_file_opens_and_asks_for_nothing(page, tmp_path):
    assert hosts_asked(page, tmp_path) == set()
    assert "only one makes these numbers add up" in run(page, tmp_path)


def test_a_page_that_asks_is_caught(tmp_path):
    asking = tmp_path / "asking.html"
    asking.write_text('<img src="http://pictures.example/x.png">', "utf-8")
    assert hosts_asked(asking, tmp_path) == {"pictures.example"}


def test_it_draws_something(page, tmp_path):
    picture = tmp_path / "report.png"
    run(page, tmp_path, f"--screenshot={picture}", "--window-size=1200,1600")
    blank = 20_000  # bytes; an empty page of this size takes fewer
    assert picture.stat().st_size > blank


def test_it_fits_a_phone(page, tmp_path):
    frame = tmp_path / "frame.html"
    inside = html.escape(page.read_text("utf-8"))
    frame.write_text(
        f'<iframe id="f" style="width:{PHONE}px;height:900px;border:0" srcdoc="{inside}"></iframe>'
        "<p id='width'></p><script>onload = () => { const d = f.contentDocument;"
        " width.textContent = 'wide ' + d.documentElement.scrollWidth + ' marks ' +"
        " d.querySelectorAll('mark').length }</script>",
        "utf-8",
    )
    seen = run(frame, tmp_path).partition('<p id="width">')[2].partition("</p>")[0]
    _, wide, _, marks = seen.split()
    assert int(wide) <= PHONE
    assert int(marks) > 0
