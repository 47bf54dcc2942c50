"""Questions of several pages: new ones first, the others in turn, and none for ever put off."""

import threading
from itertools import pairwise

import pytest

from musterbook.views.screens.asking import Asking, Question
from musterbook.web import errands as module
from musterbook.web.errands import IN_TURN, STOPPED, Errands
from musterbook.web.order import Answered
from musterbook.workbench import Workbench

ONE, OTHER, THIRD = (Question(Asking.TRIAL, (each,)) for each in ("one", "other", "third"))


class Job:
    """Work that is done when a test says so."""

    begun: "list[Job]"

    def __init__(self, order, hear):
        self.order, self.hear = order, hear
        self.done, self.of, self.failures, self.is_cancelled = 0, order.size, {}, False
        self.progress = None
        self.begun.append(self)

    def start(self):
        """Nothing is started."""

    def cancel(self):
        self.is_cancelled = True

    def finish(self):
        for each in self.order.questions:
            self.done += 1
            self.hear(self, Answered(each, "an answer"))
        self.hear(self, None)


@pytest.fixture
def jobs(monkeypatch):
    Job.begun = []
    monkeypatch.setattr(module, "Job", Job)
    return Job.begun


@pytest.fixture
def errands(folder):
    return Errands(folder, threading.RLock(), tell=lambda: None)


@pytest.fixture
def bench(folder):
    return Workbench(folder)


def asked(jobs):
    return [each.order.questions for each in jobs]


def test_two_pages_that_ask_again_and_again_are_both_answered(errands, bench, jobs):
    pages = [[ONE], [OTHER]]
    for _ in range(5):  # each is shown anew whenever the other's work begins
        for page in pages:
            errands.see_to(page, bench)
    assert asked(jobs) == [(ONE,), (OTHER,)]
    jobs[-1].finish()
    assert asked(jobs)[2:] == [(ONE,)]
    jobs[-1].finish()
    replies = errands.replies(bench)
    assert [replies.of(each).answer for each in (ONE, OTHER)] == ["an answer"] * 2
    assert len(jobs) == 3


def test_what_was_changed_since_is_not_worked_out(errands, bench, jobs):
    for each in (ONE, OTHER, THIRD):  # one page, whose reader moves on
        errands.see_to([each], bench)
    assert all(before.is_cancelled for before, _ in pairwise(jobs))
    jobs[-1].finish()
    assert asked(jobs) == [(ONE,), (OTHER,), (THIRD,)]


def test_a_page_that_waits_says_so(errands, folder, bench, jobs):
    day = Workbench(folder, as_of=bench.case.today)
    errands.see_to([ONE], bench)
    errands.see_to([OTHER], day)
    errands.see_to([ONE], bench)
    assert errands.progress(bench).stage == IN_TURN
    jobs[-1].finish()
    assert jobs[-1].order.as_of is None


def test_stopping_stops_what_waits_too(errands, bench, jobs):
    for each in (ONE, OTHER, ONE):
        errands.see_to([each], bench)
    errands.stop()
    jobs[-1].hear(jobs[-1], None)
    assert len(jobs) == 2
    assert {errands.replies(bench).of(each).refused for each in (ONE, OTHER)} == {STOPPED}


def test_nothing_of_a_case_that_changed_is_waited_for(errands, folder, bench, jobs):
    for each in (ONE, OTHER, ONE):
        errands.see_to([each], bench)
    with (folder / "case.yaml").open("a") as file:
        file.write("hedges: {about: 10 %}\n")
    errands.see_to([THIRD], Workbench(folder))
    jobs[-1].finish()
    assert asked(jobs)[2:] == [(THIRD,)]
