"""The office: work in turn, told when it fails, ended with the server, and never shown as fresh
when it is of another case."""

import os
import select
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from musterbook.views.screens.frame import news_of
from musterbook.views.screens.query import Query
from musterbook.web.events import state_of
from musterbook.web.job import Job
from musterbook.web.office import STOPPED, Office
from musterbook.web.order import Order, Outdated, Results
from musterbook.web.worker import work

LONG = 240  # seconds; many times what the small example takes


@pytest.fixture
def working(folder):
    for name in ("scenarios.yaml", "hypotheses.yaml"):  # two stages are enough
        (folder / name).unlink()
    office = Office(folder)
    yield office
    office.close()
    assert not children(), "a child process was left behind"


def children():
    """List the worker processes of this test's own process, zombies included."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            words = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and (b"musterbook.web.worker" in words or not words):
            found.append(int(entry.name))
    return found


def hedge(folder, per_cent):
    """Change how "about" is read, which bears on every result and leaves the case as small."""
    path = folder / "case.yaml"
    kept = path.read_text().partition("hedges:")[0]
    path.write_text(f"{kept}hedges: {{about: {per_cent} %}}\n")


def is_there(office, as_of=None):
    def ready():
        shown = office.shown(as_of)
        return shown.is_fresh and not shown.progress and office.results_of(as_of).endswith("-cfw")

    return ready


def test_many_edits_end_in_one_result_and_leave_no_child(working, folder):
    working.shown()
    for number in range(6):
        hedge(folder, number + 10)
        shown = working.shown()
        assert not shown.is_fresh
    assert working.wait_for(is_there(working), LONG)
    assert working.shown().bench.case.digest == working.shown().worked.bench.case.digest


def test_what_an_edit_replaced_is_back_at_once_when_it_is_taken_back(working, folder):
    assert working.wait_for(is_there(working), LONG)
    before = (folder / "case.yaml").read_text()
    hedge(folder, 10)
    assert news_of(working.shown()).startswith("These results are older")
    assert working.wait_for(is_there(working), LONG)
    (folder / "case.yaml").write_text(before)
    shown = working.shown(works=False)
    assert shown.is_fresh
    assert news_of(shown) == ""


def test_two_days_looked_at_at_once_are_worked_out_in_turn(working):
    first, second = date(2025, 5, 10), date(2025, 5, 9)

    def both():
        return all([is_there(working, first)(), is_there(working, second)()])

    assert working.wait_for(both, LONG)


def test_a_day_that_waits_says_so(working):
    working.shown(date(2025, 5, 10))
    waiting = working.shown(date(2025, 5, 9)).progress
    assert waiting.is_running
    assert "another day" in waiting.stage


def test_work_is_stopped_and_taken_up_again(working):
    working.shown()
    working.cancel()
    assert working.shown().progress.failed == STOPPED
    assert working.wait_for(lambda: not working.is_working, LONG)
    assert working.shown().progress.failed == STOPPED
    working.resume()
    assert working.wait_for(is_there(working), LONG)


def test_a_worker_that_is_killed_is_told_of_and_can_be_sent_again(working):
    working.shown()
    assert working.wait_for(lambda: working._job._process is not None, LONG)
    os.kill(working._job._process.pid, signal.SIGKILL)
    assert working.wait_for(lambda: not working.is_working, LONG)
    assert "ended early, with code -9" in working.shown().progress.failed
    working.resume()
    assert working.wait_for(is_there(working), LONG)


def ordered(office, folder):
    """Give a job for the case as it is, begun nowhere."""
    digest = office.shown(works=False).bench.bearing.ever
    return Job(Order(folder, digest=digest), office._hear)


def test_results_that_come_after_an_edit_are_there_when_it_is_taken_back(office, folder, known):
    job, before = ordered(office, folder), (folder / "case.yaml").read_text()
    hedge(folder, 10)
    assert not office.shown().is_fresh
    office._hear(job, Results(known.bench.results()))
    assert not office.shown().is_fresh
    (folder / "case.yaml").write_text(before)
    assert office.shown().is_fresh


def test_files_that_changed_before_the_work_began_are_not_worked_out(office, folder):
    order = ordered(office, folder).order
    hedge(folder, 10)
    said = []
    work(order, said.append)
    assert said == [Outdated()]
    (folder / "case.yaml").write_text("title: [")
    work(order, said.append)
    assert said == [Outdated(), Outdated()]


def test_work_that_came_too_late_is_begun_again_and_not_called_failed(office, folder):
    office._job = job = ordered(office, folder)
    job._note(Outdated())
    office._hear(job, None)
    assert not office.is_working
    assert office.shown().progress is None


def test_a_machine_without_room_for_a_process_is_told_of(folder, monkeypatch):
    def refuse(*_words, **_more):
        raise OSError("Cannot allocate memory")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    office = Office(folder)
    office.shown()
    assert office.wait_for(lambda: not office.is_working, LONG)
    assert "Cannot allocate memory" in office.shown().progress.failed
    office.close()


SERVE = """
import sys, time
from pathlib import Path
from musterbook.web.office import Office
office = Office(Path(sys.argv[1]))
office.shown()
office.wait_for(lambda: office._job._process is not None, 60)
print(office._job._process.pid, flush=True)
time.sleep(600)
"""


def test_work_ends_when_the_server_does_however_it_ended(folder):
    words = [sys.executable, "-c", SERVE, str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as server:
        worker = int(server.stdout.readline())
        server.kill()
    try:
        watched = os.pidfd_open(worker)
    except ProcessLookupError:  # it has ended already
        return
    ended, _, _ = select.select([watched], [], [], LONG)
    os.close(watched)
    assert ended


def test_a_folder_that_goes_away_is_told_of_until_it_is_back(client, office, folder):
    away = folder.with_name("away")
    assert client.get("/claims").status_code == 200
    folder.rename(away)
    for path in ("/claims", "/", "/claims.csv", "/report.html", "/places.json"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "there is no folder" in answer.text.lower()
    refused = client.post("/claims/slept/aside", data={"token": office.token, "reason": "my words"})
    assert "my words" in refused.text
    assert state_of(office, Query("/"))["digest"] == ""
    away.rename(folder)
    assert client.get("/claims").status_code == 200


def test_a_file_nobody_can_read_is_told_of(client, folder):
    (folder / "case.yaml").unlink()
    (folder / "case.yaml").symlink_to(folder / "nowhere.yaml")
    answer = client.get("/claims")
    assert answer.status_code == 500
    assert "case.yaml" in answer.text
    (folder / "case.yaml").unlink()
    shutil.copy(Path(__file__).parents[2] / "examples" / "crossing" / "case.yaml", folder)
    assert client.get("/claims").status_code == 200


def test_a_case_that_becomes_faulty_and_whole_again_is_shown_again(client, folder):
    whole = (folder / "case.yaml").read_text()
    (folder / "case.yaml").write_text("window: [")
    assert client.get("/claims").status_code == 500
    (folder / "case.yaml").write_text(whole)
    assert client.get("/claims").status_code == 200
