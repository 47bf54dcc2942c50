"""Questions that pages want answered go in; a job works at them, and what came of it is kept.

There is one job at a time: the page asked for last comes first, and whoever was put off asks
again when his page is brought up to date.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from musterbook.views.screens.asking import Asking, Question, Replies, Reply
from musterbook.views.screens.shown import Progress
from musterbook.web.job import Job
from musterbook.web.order import Answered, Message, Order
from musterbook.workbench import Workbench

MOST_KEPT = 160  # answers of all states of the case together; most are some kilobytes
STOPPED = "The work was stopped."


@dataclass(frozen=True, slots=True)
class Subject:
    """The case that a question is about, by its digest, as believed on a day."""

    digest: str
    as_of: date | None


class Errands:
    """The questions of one office; whoever calls holds the office's lock."""

    def __init__(self, folder: Path, lock: threading.RLock, *, tell: Callable[[], None]) -> None:
        """Take the case's folder, and whom to tell when an answer comes."""
        self.folder, self.lock, self.tell = folder, lock, tell
        self.came = 0  # counts answers: a page that waits for one sees it grow
        self._known: dict[tuple[Subject, Question], Reply] = {}
        self._job: Job | None = None
        self._subject: Subject | None = None

    def replies(self, bench: Workbench) -> Replies:
        """Give what is known of a case as believed on a day."""
        subjects = (_subject(bench), Subject(bench.case.digest, None))
        known = {
            question: reply
            for (about, question), reply in self._known.items()
            if about == subjects[question.asking is Asking.THEN]
        }
        return Replies(known)

    def progress(self, bench: Workbench) -> Progress | None:
        """Say how far the work on a case's questions is."""
        job = self._job
        if job is None or job.is_cancelled or self._subject != _subject(bench):
            return None
        return job.progress

    def see_to(self, wanted: Sequence[Question], bench: Workbench) -> None:
        """See that questions are being answered; what is under way for another page waits."""
        job, subject = self._job, _subject(bench)
        if not wanted:
            return
        if job is not None and not job.is_cancelled:
            if self._subject == subject and set(wanted) <= set(job.order.questions[job.done :]):
                return
            job.cancel()
        digest, known = bench.case.digest, bench.results()
        folder = self.folder.resolve()
        order = Order(folder, bench.as_of, (), tuple(wanted), known, digest)
        self._subject = subject
        self._job = Job(order, self._hear)
        self._job.start()

    def stop(self) -> None:
        """Stop the work under way; what it was to answer waits until somebody asks again."""
        job, subject = self._job, self._subject
        if job is None or subject is None:
            return
        for question in job.order.questions[job.done :]:
            self._keep(subject, question, Reply(refused=STOPPED))
        job.cancel()
        self.tell()

    def again(self) -> None:
        """Ask again what was stopped or refused."""
        self._known = {name: each for name, each in self._known.items() if not each.refused}
        self.tell()

    def close(self) -> None:
        """Stop whatever runs."""
        if self._job is not None:
            self._job.cancel()

    def _hear(self, job: Job, message: Message | None) -> None:
        with self.lock:
            if isinstance(message, Answered):
                subject = Subject(job.order.digest, job.order.as_of)
                reply = Reply(message.answer, message.refused)
                self._keep(subject, message.question, reply)
            if message is None and self._job is job:
                self._end(job)
            self.tell()

    def _end(self, job: Job) -> None:
        self._job = None
        for why in job.failures.values():
            subject = Subject(job.order.digest, job.order.as_of)
            for question in job.order.questions:
                if (_about(subject, question), question) not in self._known:
                    self._keep(subject, question, Reply(refused=f"It failed: {why}."))

    def _keep(self, subject: Subject, question: Question, reply: Reply) -> None:
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


def _subject(bench: Workbench) -> Subject:
    return Subject(bench.case.digest, bench.as_of)


def _about(subject: Subject, question: Question) -> Subject:
    """What was believed on a day is the same from whichever later day one looks back."""
    return Subject(subject.digest, None) if question.asking is Asking.THEN else subject
