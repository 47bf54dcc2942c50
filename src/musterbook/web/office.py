"""A folder goes in; the case as it is now comes out, with the newest results and the work on them.

Pages never compute what takes long: they take what is here, and a job brings the rest.
"""

import secrets
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.views.screens.shown import Progress, Shown
from musterbook.web.job import Job
from musterbook.web.order import STAGES, Message, Order, Results, stages_of
from musterbook.workbench import Workbench

MOST_DAYS = 8  # as-of days kept at hand; the one longest unseen goes first
PAUSE = 0.4  # seconds after an edit before work begins: a reviewer's keys come faster
STOPPED = "The work was stopped."
KNOWN_ONLY = ExhibitOptions(known_only=True)
Signature = tuple[tuple[str, int, int], ...]


class Office:
    """One case served: safe to ask from several threads."""

    def __init__(self, folder: Path, *, works: bool = True) -> None:
        """Take a case's folder; `works` is off where no child process may be started."""
        self.folder = folder
        self.works = works
        self.token = secrets.token_urlsafe(18)
        self.lock = threading.RLock()
        self.changes = threading.Condition(self.lock)
        self.version = 0  # counts what happened; a page waits for it to grow
        self._signature: Signature = ()
        self._benches: dict[date | None, Workbench] = {}
        self._worked: dict[date | None, Exhibits] = {}
        self._job: Job | None = None
        self._is_closed = False
        self._given_up: dict[tuple[str, date | None], str] = {}  # why no work is done for a case

    def shown(self, as_of: date | None = None, *, works: bool = True) -> Shown:
        """Give the case as believed on a day, with what is known of its results.

        Work is started for what is not known yet, unless `works` is off.
        """
        with self.lock:
            self.look()
            bench = self._bench(as_of)
            if works:
                self._see_to(as_of, bench)
            return Shown(bench, self._worked.get(as_of), self._progress(as_of, bench))

    def look(self) -> bool:
        """Read the folder anew if any file in it has changed; say whether one had."""
        with self.lock:
            now = signature_of(self.folder)
            if now == self._signature:
                return False
            self._signature = now
            self._benches.clear()
            self._tell()
            return True

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
        """Stop the work under way; it is not taken up again until the case changes."""
        with self.lock:
            if self._job is not None:
                bench = self._bench(self._job.order.as_of)
                self._given_up[_key(bench, self._job.order.as_of)] = STOPPED
                self._job.cancel()
                self._tell()

    def resume(self) -> None:
        """Take up again what was stopped."""
        with self.lock:
            self._given_up.clear()
            self._tell()

    def close(self) -> None:
        """Stop whatever runs."""
        with self.lock:
            job, self.works, self._is_closed = self._job, False, True
            if job is not None:
                job.cancel()
            self._tell()
        if job is not None:
            job.wait(5)

    def wait_for(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Wait until something holds, at most some seconds; say whether it does."""
        with self.changes:
            return self.changes.wait_for(ready, seconds)

    def _bench(self, as_of: date | None) -> Workbench:
        bench = self._benches.pop(as_of, None) or Workbench(self.folder, as_of=as_of)
        self._benches[as_of] = bench
        for old in list(self._benches)[:-MOST_DAYS]:
            self._benches.pop(old)
            self._worked.pop(old, None)
        return bench

    def _progress(self, as_of: date | None, bench: Workbench) -> Progress | None:
        job = self._job
        if job is not None and job.order.as_of == as_of and not job.is_cancelled:
            return job.progress
        failed = self._given_up.get(_key(bench, as_of), "")
        return Progress("", 0, 0, 0.0, failed) if failed else None

    def _see_to(self, as_of: date | None, bench: Workbench) -> None:
        """See that what is not known of a case is being worked out."""
        if not (self.works and bench.loaded.case) or _key(bench, as_of) in self._given_up:
            return
        stages = stages_of(bench.case)
        if all(bench.holds(each) for each in stages):
            return
        job = self._job
        if job is not None and not job.is_cancelled:
            if (job.order.as_of, job.digest) == (as_of, bench.case.digest):
                return
            job.cancel()
        order = Order(self.folder.resolve(), as_of, stages)
        self._job = Job(order, self._hear, digest=bench.case.digest)
        self._job.start(PAUSE if self._worked else 0.0)

    def _hear(self, job: Job, message: Message | None) -> None:
        with self.lock:
            as_of = job.order.as_of
            bench = self._benches.get(as_of)
            if isinstance(message, Results) and bench is not None and bench.take_in(message.kept):
                self._worked[as_of] = Exhibits(bench, KNOWN_ONLY)
            if message is None and self._job is job:
                self._job = None
                if bench is not None and not job.is_cancelled:
                    why = "; ".join(f"{STAGES[s]}: {said}" for s, said in job.failures.items())
                    self._given_up[(job.digest, as_of)] = why
            self._tell()

    def _tell(self) -> None:
        self.version += 1
        self.changes.notify_all()


def _key(bench: Workbench, as_of: date | None) -> tuple[str, date | None]:
    return (bench.case.digest if bench.loaded.case else "", as_of)


def signature_of(folder: Path) -> Signature:
    """Give names, sizes and times of a case's files: what changes when any of them does."""
    found = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(each.startswith(".") for each in parts) or not path.is_file():
            continue
        facts = path.stat()
        found.append(("/".join(parts), facts.st_size, facts.st_mtime_ns))
    return tuple(found)
