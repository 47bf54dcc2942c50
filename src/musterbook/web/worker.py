"""The child process: an order comes in on stdin, messages go out as pickles on stdout.

Work that takes seconds is done here, so that pages are never kept waiting and it can be stopped.
"""

import os
import pickle
import struct
import sys
import threading
import time
from collections.abc import Callable
from typing import BinaryIO

from musterbook.core.errors import MusterbookError
from musterbook.web.errand import answer_of
from musterbook.web.order import Answered, Begun, Failed, Message, Order, Outdated, Results
from musterbook.workbench import Workbench
from musterbook.workbench.shelf import Key

LENGTH = struct.Struct(">Q")  # each message is led by its length in bytes
WATCH = 1.0  # seconds between looks at whether the server is still there
NICE = 5  # pages come first

Send = Callable[[Message], None]


def sender(out: BinaryIO) -> Send:
    """Give what writes one message to a stream."""

    def send(message: Message) -> None:
        data = pickle.dumps(message)
        out.write(LENGTH.pack(len(data)) + data)
        out.flush()

    return send


def work(order: Order, send: Send) -> None:
    """Work out the stages of an order and then its questions, each sent when it is done.

    Nothing is worked out of files that changed after the order was written, in what results hang
    on: what came of them would be taken for results of the case as it was.
    """
    bench = Workbench(order.folder, as_of=order.as_of)
    if order.digest and (bench.loaded.case is None or bench.bearing.ever != order.digest):
        send(Outdated())
        return
    bench.take_in(order.known)
    _stages(order, bench, send)
    for number, question in enumerate(order.questions, len(order.stages)):
        send(Begun(question.asking.value, number, order.size))
        try:
            send(Answered(question, answer_of(bench, question)))
        except MusterbookError as refused:
            send(Answered(question, refused=str(refused)))


def _stages(order: Order, bench: Workbench, send: Send) -> None:
    sent: set[Key] = set(order.known)
    for number, stage in enumerate(order.stages):
        send(Begun(stage, number, order.size))
        try:
            getattr(bench, stage)()
        except MusterbookError as refused:
            send(Failed(stage, str(refused)))
            continue
        new = {key: each for key, each in bench.results().items() if key not in sent}
        sent.update(new)
        send(Results(new))


def _leave_with(parent: int) -> None:
    """End when the server has ended, however it did."""
    while os.getppid() == parent:
        time.sleep(WATCH)
    os._exit(0)


def main() -> None:
    """Work out the order read as a pickle; what libraries print goes to stderr."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own server
    work(order, sender(out))


if __name__ == "__main__":
    main()
