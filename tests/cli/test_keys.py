"""Bytes of a terminal in, keys out: one that sends several bytes is one key."""

import os
import pty

import pytest

from musterbook.cli.keys import _one_key


@pytest.fixture
def terminal():
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("sent", "key"),
    [(b"a", "a"), (b"\x1b[A", "\x1b[A"), ("é".encode(), "é"), (b"\x1bx", "\x1bx")],
)
def test_a_key_is_read_whole(terminal, sent, key):
    ours, theirs = terminal
    raw(theirs)
    os.write(ours, sent)
    assert _one_key(theirs) == key


def test_the_end_of_input_ends(terminal):
    ours, theirs = terminal
    raw(theirs)
    os.write(ours, b"\x04")
    with pytest.raises(EOFError):
        _one_key(theirs)


def raw(terminal):
    import tty

    tty.setraw(terminal)
