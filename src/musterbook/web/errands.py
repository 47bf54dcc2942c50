"""Questions that pages want answered go in; a job works at them, and what came of it is kept.

There is one job at a time. A question that is new comes first, since somebody has just asked it;
what it put off comes in its turn if its page asks again, and puts nothing off itself: two pages
open at once would else stop each other's work for ever.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from musterbook.views.screens.asking import Asking, Question, Replies, Reply
from musterbook.views.screens.shown import Progress
from musterbook.web.job import STOPPED, Job
from musterbook.web.order import Answered, CaseAsOf, Message, Order
from musterbook.workbench import Workbench

MOST_KEPT = 160  # answers of all states of the case together; most are some kilobytes
IN_TURN = "waiting until another page's questions are answered"


_Asked: TypeAlias = tuple[CaseAsOf, Question]


class Errands:
    """The questions of one office; whoever calls holds the office's lock."""

    def __init__(self, folder: Path, lock: threading.RLock, *, tell: Callable[[], None]) -> None:
        """Take the case's folder, and whom to tell when an answer comes."""
        self.folder, self.lock, self.tell = folder, lock, tell
        self.came = 0  # counts answers: a page that waits for one sees it grow
        self._known: dict[tuple[CaseAsOf, Question], Reply] = {}
        self._job: Job | None = None
        self._put_off: set[_Asked] = set()  # what gave way to newer questions
        self._waiting: dict[tuple[CaseAsOf, tuple[Question, ...]], Workbench] = {}  # first first

    def replies(self, bench: Workbench) -> Replies:
        """Give what is known of a case as believed on a day."""
        subject = CaseAsOf.of(bench)
        known = {
            question: reply
            for (about, question), reply in self._known.items()
            if about == _about(subject, question)
        }
        return Replies(known)

    def progress(self, bench: Workbench) -> Progress | None:
        """Say how far the work on a case's questions is."""
        job = self._job
        subject = CaseAsOf.of(bench)
        if job is None or job.is_cancelled:
            return None
        if job.order.about != subject:
            is_waiting = any(about == subject for about, _ in self._waiting)
            return Progress(IN_TURN, 0, job.of, 0.0) if is_waiting else None
        return job.progress

    def see_to(self, wanted: Sequence[Question], bench: Workbench) -> None:
        """See that questions are being answered, new ones at once and others in their turn."""
        job, subject = self._job, CaseAsOf.of(bench)
        if not wanted:
            return
        if job is not None and not job.is_cancelled and job.order.digest == subject.digest:
            if job.order.about == subject and set(wanted) <= set(job.order.questions[job.done :]):
                return
            if all((subject, each) in self._put_off for each in wanted):
                self._waiting.setdefault((subject, tuple(wanted)), bench)
                return
            self._put_off |= {(job.order.about, each) for each in job.order.questions[job.done :]}
        self._begin(subject, tuple(wanted), bench)

    def stop(self) -> None:
        """Stop the work under way and what waits; none is done until somebody asks again."""
        job = self._job
        if job is None:
            return
        waiting = [(about, each) for about, asked in self._waiting for each in asked]
        left = [(job.order.about, each) for each in job.order.questions[job.done :]]
        self._waiting.clear()
        for about, question in (*left, *waiting):
            self._keep(about, question, Reply(refused=STOPPED))
        job.cancel()
        self.tell()

    def again(self) -> None:
        """Ask again what was stopped or refused."""
        self._known = {name: each for name, each in self._known.items() if not each.refused}
        self.tell()

    def close(self) -> None:
        """Stop whatever runs."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _hear(self, job: Job, message: Message | None) -> None:
        with self.lock:
            if isinstance(message, Answered):
                reply = Reply(message.answer, message.refused)
                self._keep(job.order.about, message.question, reply)
            if message is None and self._job is job:
                self._end(job)
                self._next()
            self.tell()

    def _end(self, job: Job) -> None:
        self._job = None
        for why in job.failures.values():
            for question in job.order.questions:
                if (_about(job.order.about, question), question) not in self._known:
                    self._keep(job.order.about, question, Reply(refused=f"It failed: {why}."))

    def _begin(self, subject: CaseAsOf, wanted: tuple[Question, ...], bench: Workbench) -> None:
        if self._job is not None:
            self._job.cancel()
        self._put_off -= {(subject, each) for each in wanted}
        self._put_off = {each for each in self._put_off if each[0].digest == subject.digest}
        self._waiting = {
            name: each
            for name, each in self._waiting.items()
            if name[0].digest == subject.digest and name != (subject, wanted)
        }
        folder, known = self.folder.resolve(), bench.results()
        order = Order(folder, bench.as_of, (), wanted, known, subject.digest)
        self._job = Job(order, self._hear)
        self._job.start()

    def _next(self) -> None:
        """Begin with what has waited longest and is not answered yet."""
        while self._job is None and self._waiting:
            (subject, asked), bench = next(iter(self._waiting.items()))
            del self._waiting[subject, asked]
            left = [each for each in asked if (_about(subject, each), each) not in self._known]
            if left:
                self._begin(subject, tuple(left), bench)

    def _keep(self, subject: CaseAsOf, question: Question, reply: Reply) -> None:
        if question.asking is Asking.DRAWS:  # megabytes each: the last alone is kept
            self._known = {
                name: each
                for name, each in self._known.items()
                if name[1].asking is not Asking.DRAWS
            }
        self._known.pop((_about(subject, question), question), None)
        self._known[_about(subject, question), question] = reply
        while len(self._known) > MOST_KEPT:
            del self._known[next(iter(self._known))]
        self.came += 1


def _about(subject: CaseAsOf, question: Question) -> CaseAsOf:
    """What was believed on a day is the same from whichever later day one looks back."""
    return CaseAsOf(subject.digest, None) if question.asking is Asking.THEN else subject
