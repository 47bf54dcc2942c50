"""What ends a run of the command: the exit codes, and the faults that are told, not thrown."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command's exit status says to the program that called it."""

    WELL = 0
    FOUND = 1
    MISUSE = 2
    CANNOT = 3
