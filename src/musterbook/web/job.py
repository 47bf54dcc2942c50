"""An order goes in; a child process works it out, can be stopped, and tells how far it is."""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO

from musterbook.views.screens.asking import WORDS
from musterbook.views.screens.shown import Progress
from musterbook.web.order import STAGES, Answered, Begun, Failed, Message, Order, Outdated, Results
from musterbook.web.worker import LENGTH

STOPPED = "The work was stopped."
Hear = Callable[["Job", Message | None], None]  # None: the work has ended


class Job:
    """Work under way; `hear` is called from its own thread with every message and at its end."""

    def __init__(self, order: Order, hear: Hear) -> None:
        """Take an order; nothing is started yet."""
        self.order = order
        self.hear = hear
        self.begun = time.monotonic()
        self.stage, self.done, self.of = "starting", 0, order.size
        self.failures: dict[str, str] = {}
        self.is_cancelled = False
        self.is_outdated = False  # the files changed before it could begin
        self._process: subprocess.Popen[bytes] | None = None
        self._delay = 0.0
        self._cancel = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self, delay: float = 0.0) -> None:
        """Start after some seconds, so that a row of edits costs one start and not one each."""
        self._delay = delay
        self._thread.start()

    def cancel(self) -> None:
        """Stop the work; what was worked out so far is kept by whoever heard of it."""
        self.is_cancelled = True
        self._cancel.set()
        if self._process is not None:
            self._process.kill()

    def wait(self, seconds: float) -> bool:
        """Wait until it has ended, at most some seconds; say whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def progress(self) -> Progress:
        """How far the work is."""
        words = STAGES.get(self.stage) or WORDS.get(self.stage, self.stage)
        return Progress(words, self.done, self.of, time.monotonic() - self.begun)

    def _run(self) -> None:
        try:
            if not self._cancel.wait(self._delay):
                self._listen()
            if not self.is_cancelled:
                self.done = self.of
        except OSError as refused:  # of memory or processes there are too few
            self.failures[self.stage] = f"no process could be started ({refused})"
        finally:
            self.hear(self, None)

    def _listen(self) -> None:
        words = [sys.executable, "-m", "musterbook.web.worker"]
        quiet = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        pipe = subprocess.PIPE
        process = subprocess.Popen(words, stdin=pipe, stdout=pipe, env=quiet)  # noqa: S603 - ours
        self._process = process
        if self.is_cancelled:
            process.kill()
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(BrokenPipeError):  # a child that was killed does not read
                process.stdin.write(pickle.dumps(self.order))
            with suppress(BrokenPipeError):  # closing writes what is left
                process.stdin.close()
            for message in _messages(process.stdout):
                self._note(message)
                self.hear(self, message)
        if process.returncode and not self.is_cancelled:
            said = f"the work ended early, with code {process.returncode}"
            self.failures.setdefault(self.stage, said)

    def _note(self, message: Message) -> None:
        if isinstance(message, Begun):
            self.stage, self.done = message.stage, message.done
        elif isinstance(message, Failed):
            self.failures[message.stage] = message.why
        elif isinstance(message, Outdated):
            self.is_outdated = True
        elif isinstance(message, Results | Answered):
            self.done += 1


def _messages(stream: IO[bytes]) -> Iterator[Message]:
    """Read messages until the stream ends; half a message, of a child that was killed, is none."""
    while len(head := stream.read(LENGTH.size)) == LENGTH.size:
        (length,) = LENGTH.unpack(head)
        data = stream.read(length)
        if len(data) < length:
            return
        yield pickle.loads(data)  # noqa: S301 - from our own child process
