"""A folder goes in; the case as it is now comes out, with the newest results and the work on them.

Pages never compute what takes long: they take what is here, and a job brings the rest.
"""

import secrets
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from musterbook.views.exhibits import Exhibits
from musterbook.views.screens.shown import Progress, Shown
from musterbook.web.errands import Errands
from musterbook.web.held import Held
from musterbook.web.job import STOPPED, Job
from musterbook.web.kept import KeptResults
from musterbook.web.order import STAGES, CaseAsOf, Message, Order, Results, stages_of
from musterbook.web.said import Sayings
from musterbook.web.signature import Signature, signature_of
from musterbook.web.steps import Steps
from musterbook.workbench import Workbench
from musterbook.workbench.shelf import Results as Worked

MOST_DAYS = 24  # as-of days kept at hand; the one longest unseen goes first
PAUSE = 0.4  # seconds after an edit before work begins: a reviewer's keys come faster
PATIENCE = 10.0  # seconds unasked after which a day's work gives way: an open page asks each second
NOTHING_CAME = "The work ended without results."
IN_TURN = "waiting until another day's numbers are there"


class Office:
    """One case served: safe to ask from several threads."""

    def __init__(self, folder: Path, *, works: bool = True) -> None:
        """Take a case's folder; `works` is off where no child process may be started."""
        self.folder = folder
        self.works = works
        self.token = secrets.token_urlsafe(18)
        self.lock = threading.RLock()
        self.changes = threading.Condition(self.lock)
        self.held = Held()
        self.sayings = Sayings()
        self._steps: Steps | None = None  # what undo and redo would do; None where nobody looked
        self.version = 0  # counts what happened; a page waits for it to grow
        self._signature: Signature | None = None
        self._looked = float("-inf")  # when the folder was looked at last
        self._benches: dict[date | None, Workbench] = {}
        self._worked: dict[date | None, Exhibits] = {}
        self._before: dict[date | None, Exhibits] = {}  # the last that were whole, until others are
        self._asked: dict[date | None, float] = {}  # when a page last looked from a day
        self._kept = KeptResults()
        self._job: Job | None = None
        self._is_closed = False
        self._given_up: dict[CaseAsOf, str] = {}  # why no work is done for a case
        self.errands = Errands(folder, self.lock, tell=self._tell)

    def shown(
        self, as_of: date | None = None, *, works: bool = True, patience: float = 0.0
    ) -> Shown:
        """Give the case as believed on a day, with what is known of its results.

        Work is started for what is not known yet, unless `works` is off. The case is that of the
        files as they are, or were `patience` seconds ago.

        Raises:
            MusterbookError: there is no folder any more.
        """
        with self.lock:
            self.look(patience)
            bench = self._bench(as_of)
            if works:
                self._asked[as_of] = time.monotonic()
                self._see_to(as_of, bench)
            worked, progress = self._worked.get(as_of), self._progress(as_of, bench)
            if bench.loaded.case is None:
                return Shown(bench, worked, progress)
            replies, errand = self.errands.replies(bench), self.errands.progress(bench)
            before = self._before.get(as_of)
            return Shown(bench, worked, progress, before=before, replies=replies, errand=errand)

    def see_to(self, shown: Shown) -> None:
        """See that what a page wanted and did not find is being worked out."""
        with self.lock:
            if self.works:
                self.errands.see_to(shown.replies.wanted, shown.bench)

    def look(self, patience: float = 0.0) -> bool:
        """Read the folder anew if any file in it has changed; say whether one had.

        What was looked at within `patience` seconds is not looked at again.
        """
        with self.lock:
            if time.monotonic() - self._looked < patience:
                return False
            now = signature_of(self.folder)
            self._looked = time.monotonic()
            if now == self._signature:
                return False
            self._signature = now
            self._benches.clear()
            self._steps = None
            self._tell()
            return True

    @property
    def steps(self) -> Steps:
        """Say which saving undo would take back now, and which redo would do again."""
        if self._steps is None:
            self._steps = Steps.of(self.folder)
        return self._steps

    def take_in(self, as_of: date | None, results: Worked) -> None:
        """Keep results worked out elsewhere, if they are of the case as it is now."""
        with self.lock:
            bench = self._benches.get(as_of)
            exhibits = self._kept.add(bench, results) if bench is not None else None
            if exhibits is not None:
                self._put(as_of, exhibits)
                self._tell()

    def _put(self, as_of: date | None, exhibits: Exhibits) -> None:
        """Show results from now on; what was whole is kept until these are."""
        old = self._worked.get(as_of)
        self._worked[as_of] = exhibits
        if self._is_known(exhibits.bench):
            self._before.pop(as_of, None)
        elif old is not None and self._is_known(old.bench):
            self._before[as_of] = old

    @property
    def is_working(self) -> bool:
        """Say whether a job is under way."""
        return self._job is not None

    @property
    def is_open(self) -> bool:
        """Say whether the office has not been closed."""
        return not self._is_closed

    def results_of(self, as_of: date | None) -> str:
        """Name the results there are for a day: the name changes when any comes in."""
        worked = self._worked.get(as_of)
        if worked is None:
            return ""
        known = "".join(each[0] for each in STAGES if worked.bench.holds(each))
        return f"{worked.bench.case.digest[:12]}-{known}"

    def cancel(self) -> None:
        """Stop the work under way and what waits; it is not taken up until the case changes."""
        with self.lock:
            if self._job is None:
                return
            for as_of in {*self._asked, self._job.order.as_of}:
                if as_of in self._benches:
                    self._given_up[CaseAsOf.of(self._benches[as_of])] = STOPPED
            self._job.cancel()
            self._tell()

    def resume(self) -> None:
        """Take up again what was stopped."""
        with self.lock:
            self._given_up.clear()
            self._tell()

    def end_streams(self) -> None:
        """Let pages hear nothing more. Needs no lock: the handler of a signal may call it."""
        self._is_closed = True

    def close(self) -> None:
        """Stop whatever runs."""
        with self.lock:
            job, self.works, self._is_closed = self._job, False, True
            if job is not None:
                job.cancel()
            self.errands.close()
            self._tell()
        if job is not None:
            job.wait(5)

    def wait_for(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Wait until something holds, at most some seconds; say whether it does."""
        with self.changes:
            return self.changes.wait_for(ready, seconds)

    def _bench(self, as_of: date | None) -> Workbench:
        bench = self._benches.pop(as_of, None) or self._opened(as_of)
        self._benches[as_of] = bench
        for old in list(self._benches)[:-MOST_DAYS]:
            self._benches.pop(old)
            self._worked.pop(old, None)
            self._before.pop(old, None)
            self._asked.pop(old, None)
        return bench

    def _opened(self, as_of: date | None) -> Workbench:
        bench = Workbench(self.folder, as_of=as_of)
        if bench.loaded.case is not None:
            exhibits = self._kept.recall(bench)
            if exhibits is not None:
                self._put(as_of, exhibits)
        return bench

    def _progress(self, as_of: date | None, bench: Workbench) -> Progress | None:
        failed = self._given_up.get(CaseAsOf.of(bench), "")
        if failed:
            return Progress("", 0, 0, 0.0, failed)
        job = self._job
        if job is None or job.is_cancelled or self._is_known(bench):
            return None
        return job.progress if job.order.as_of == as_of else Progress(IN_TURN, 0, job.of, 0.0)

    @staticmethod
    def _is_known(bench: Workbench) -> bool:
        return bench.loaded.case is None or all(map(bench.holds, stages_of(bench.case)))

    def _see_to(self, as_of: date | None, bench: Workbench) -> None:
        """See that what is not known of a case is being worked out, each day in its turn."""
        if not self.works or self._is_known(bench) or CaseAsOf.of(bench) in self._given_up:
            return
        job = self._job
        if job is not None and not job.is_cancelled:
            day, is_of_now = job.order.as_of, job.order.digest == bench.bearing.ever
            if is_of_now and (day == as_of or self._is_wanted(day)):
                return
            job.cancel()
        digest, known = bench.bearing.ever, bench.results()
        stages = tuple(each for each in stages_of(bench.case) if not bench.holds(each))
        order = Order(self.folder.resolve(), as_of, stages, known=known, digest=digest)
        self._job = Job(order, self._hear)
        self._job.start(PAUSE if self._worked else 0.0)

    def _is_wanted(self, as_of: date | None) -> bool:
        return time.monotonic() - self._asked.get(as_of, -PATIENCE) < PATIENCE

    def _hear(self, job: Job, message: Message | None) -> None:
        with self.lock:
            if isinstance(message, Results):
                self._kept.keep(message.kept)
                self.take_in(job.order.as_of, message.kept)
            if message is None and self._job is job:
                self._job = None
                self._end(job)
                self._next()
            self._tell()

    def _end(self, job: Job) -> None:
        """Note why a job has not brought what it should have, where it has not."""
        as_of = job.order.as_of
        if job.is_outdated:  # what the files say now is read before anybody begins again
            self._signature = None
            self.look()
        bench = self._benches.get(as_of)
        if job.is_cancelled or bench is None or self._is_known(bench):
            return
        if bench.bearing.ever == job.order.digest:
            whys = [f"{STAGES.get(stage, stage)}: {said}" for stage, said in job.failures.items()]
            self._given_up[job.order.about] = "; ".join(whys) or NOTHING_CAME

    def _next(self) -> None:
        """Begin with the day that waits, if a page still looks from it."""
        for as_of in sorted(filter(self._is_wanted, self._asked), key=self._asked.__getitem__):
            if self._job is None and as_of in self._benches:
                self._see_to(as_of, self._benches[as_of])

    def _tell(self) -> None:
        self.version += 1
        self.changes.notify_all()
