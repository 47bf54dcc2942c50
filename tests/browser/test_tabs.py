"""Several pages of one case at once: all keep up with it, and none keeps the server from ending."""

import re
import shutil
import signal
import subprocess
import sys

import pytest
from playwright.sync_api import expect
from tests.browser.cases import CROSSING
from tests.browser.chromium import PROGRAM, REASON
from tests.browser.test_manners import WAIT, edit_outside

pytestmark = [pytest.mark.browser, pytest.mark.skipif(PROGRAM is None, reason=REASON)]
PATHS = ("/reports", "/claims", "/account/camp")
LONG = 60  # seconds
INTERRUPTED = 130  # what a shell gives for Ctrl-C
SERVE = "from musterbook.cli.main import run; run()"


def test_every_tab_gets_what_is_new_and_none_keeps_the_server(served, new_context):
    context = new_context()
    pages = [context.new_page() for _ in PATHS]
    for page, path in zip(pages, PATHS, strict=True):
        page.goto(served.at(path))
        page.evaluate("window.stayed = true")
    edit_outside(served)
    for page in pages:
        expect(page.locator(".bar .case")).to_contain_text("somebody was here", timeout=WAIT)
        assert page.evaluate("window.stayed")
    served.work_out()
    for page in pages:
        expect(page.get_by_text("older than the case")).to_have_count(0, timeout=WAIT)
    served.stop()  # fails where a stream that stays open holds the server
    for page in pages:
        expect(page.get_by_text("does not answer: what you see is from before")).to_be_visible()
    served.start()
    for page in pages:
        expect(page.locator(".notice.lost")).to_have_count(0, timeout=WAIT)


def test_a_server_with_pages_open_ends_at_once_and_in_silence(tmp_path, new_context):
    folder = shutil.copytree(CROSSING, tmp_path / "crossing")
    command = [sys.executable, "-c", SERVE, "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        address = re.search(r"http://\S+", process.stdout.readline().decode())[0]
        page = new_context().new_page()
        page.goto(address)
        page.goto(f"{address}account")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=LONG)[0].decode()
    assert process.returncode == INTERRUPTED
    assert "Traceback" not in said
    assert "Error" not in said
    expect(page.get_by_text("does not answer")).to_be_visible()
