"""A terminal or a pipe goes in; the keys and lines somebody types there come out, one by one."""

import os
import select
import sys
from typing import Protocol

QUIT = "q"
END = b"\x04"  # Ctrl-D
WAIT = 0.05  # seconds in which the rest of a key arrives, over a slow line too
ESCAPE = b"\x1b"  # what arrows and function keys begin with


class Keys(Protocol):
    """Where answers come from."""

    def key(self) -> str:
        """Give the next key; `q` where there is no more."""

    def line(self, prefilled: str = "") -> str:
        """Give the next line, with something written on it already where that can be."""


def keys_of_person() -> Keys:
    """Read single keys from a terminal, whole lines from a pipe."""
    return _Terminal() if sys.stdin.isatty() and sys.stdout.isatty() else _Pipe()


class _Pipe:
    """Lines of a file or a pipe: each key is a line of its own."""

    def key(self) -> str:
        line = sys.stdin.readline()
        return line.strip() if line else QUIT

    def line(self, prefilled: str = "") -> str:
        del prefilled  # nobody sees it
        return sys.stdin.readline().strip()


class _Terminal:
    """Keys as they are pressed, without Enter; lines with the usual editing."""

    def key(self) -> str:
        try:
            pressed = _pressed()
        except (EOFError, KeyboardInterrupt):
            return QUIT
        return pressed if pressed.isprintable() else ""

    def line(self, prefilled: str = "") -> str:
        try:
            return _edited(prefilled).strip()
        except (EOFError, KeyboardInterrupt):
            return ""


def _pressed() -> str:
    """Wait for one key. Keys struck before are kept, which a library's getchar throws away."""
    try:
        import termios
        import tty
    except ImportError:  # not a Unix
        import typer

        return str(typer.getchar())
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        return _one_key(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _one_key(terminal: int) -> str:
    """Read one key; one that sends several bytes, as an arrow or an accent does, is read whole."""
    pressed = os.read(terminal, 1)
    if not pressed or pressed == END:
        raise EOFError
    if pressed == ESCAPE or pressed[0] > ord("~"):
        while select.select([terminal], [], [], WAIT)[0]:
            pressed += os.read(terminal, 1)
    return pressed.decode(errors="replace")


def _edited(prefilled: str) -> str:
    """Let a line be edited in place; where there is no readline, written anew."""
    try:
        import readline
    except ImportError:
        return input("> ")
    readline.set_startup_hook(lambda: readline.insert_text(prefilled))
    try:
        return input("> ")
    finally:
        readline.set_startup_hook()
