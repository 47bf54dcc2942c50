"""What ends a run of the command: the exit codes, and the faults that are told, not thrown."""

from enum import IntEnum


class Exit(IntEnum):
    """0 all well, 1 problems or findings, 2 misuse, 3 could not compute."""

    WELL = 0
    FOUND = 1
    MISUSE = 2
    CANNOT = 3
