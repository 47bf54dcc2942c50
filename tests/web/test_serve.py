"""`muster serve` in a process of its own: it says its address, serves, and ends when told to."""

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import jsonschema

from musterbook.cli.shapes import shape_of

SERVE = "from musterbook.cli.main import run; run()"


def test_it_says_where_it_is_serves_and_ends(folder: Path) -> None:
    words = [sys.executable, "-c", SERVE, "serve", str(folder), "--port", "0", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        said = json.loads("".join(_until_object_ends(server)))
        jsonschema.validate(said, shape_of("serve"))
        page = httpx2.get(f"{said['address']}reports", timeout=30)
        assert "The crossing at Ostrel" in page.text
        server.send_signal(signal.SIGINT)
        server.wait(30)
        assert server.stderr is not None
        assert b"Traceback" not in server.stderr.read()


def _until_object_ends(server: subprocess.Popen[bytes]) -> list[str]:
    lines: list[str] = []
    assert server.stdout is not None
    while not lines or lines[-1].rstrip() not in ("}", ""):
        lines.append(server.stdout.readline().decode())
        if lines[-1].lstrip().startswith("{") and lines[-1].rstrip().endswith("}"):
            break
    return lines


def test_an_address_that_cannot_be_had_is_told(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = [sys.executable, "-c", SERVE, "serve", str(folder), "--port", str(port)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert f"127.0.0.1:{port} cannot be had" in done.stderr
    assert "--port 0" in done.stderr


def test_every_address_at_once_is_refused(folder: Path) -> None:
    words = [sys.executable, "-c", SERVE, "serve", str(folder), "--host", "::"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert "name the one others type" in " ".join(done.stderr.split())
