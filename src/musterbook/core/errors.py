"""Exceptions for the outside world and for bugs; what a user got wrong is a Problem instead.

MusterbookError
├── OutsideError          the world said no: a file vanished, a disk is full
│   ├── CaseNotFoundError   there is no case at that path
│   └── ChangedElsewhereError   a file changed since it was read; nothing was overwritten
└── CannotComputeError    a computation has no answer: says which part and why
"""


class MusterbookError(Exception):
    """The root: catch this to catch everything Musterbook raises on purpose."""


class OutsideError(MusterbookError):
    """The world outside the case said no."""


class CaseNotFoundError(OutsideError):
    """There is no case at the path given."""


class ChangedElsewhereError(OutsideError):
    """A file changed since it was read, so it was not overwritten."""


class CannotComputeError(MusterbookError):
    """A computation has no answer; the message says which part and why."""
