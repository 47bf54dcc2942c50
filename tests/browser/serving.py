"""A case's folder in, a server of its own thread that serves it out; it ends when told to."""

import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from musterbook.web.app import make_app
from musterbook.web.office import Office
from musterbook.workbench.shelf import Results

LONG = 60  # seconds; many times what anything here takes


@dataclass
class Served:
    """A case served at an address; `restart` serves it there anew, as a new run does."""

    folder: Path
    known: Results = field(default_factory=dict)
    port: int = 0

    def __post_init__(self):
        self.start()

    def start(self):
        bound = socket.socket()
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", self.port))
        self.port = bound.getsockname()[1]
        self.office = Office(self.folder)
        self.office.shown(works=False)
        self.office.take_in(None, self.known)
        settings = uvicorn.Config(
            make_app(self.office, (f"127.0.0.1:{self.port}",)),
            log_level="error",
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        self.server = uvicorn.Server(settings)
        bound.listen()
        self.thread = threading.Thread(target=self.server.run, args=([bound],), daemon=True)
        self.thread.start()

    def stop(self):
        self.office.close()
        self.server.should_exit = True
        self.thread.join(LONG)
        assert not self.thread.is_alive()

    def restart(self):
        self.stop()
        self.start()

    def at(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def work_out(self):
        """Wait until everything of the case as it is now has been worked out."""

        def is_done():
            shown = self.office.shown()
            return shown.is_fresh and not shown.progress

        assert self.office.wait_for(is_done, LONG)
