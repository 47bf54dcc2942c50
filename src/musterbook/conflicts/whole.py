"""A feasible frame in, whether whole people can make it true too out."""

import highspy
import numpy as np

from musterbook.account.system import System
from musterbook.conflicts.frame import Frame
from musterbook.conflicts.programme import Programme

FEW = 100  # counts below it are small enough for a fraction of a person to matter: the method's
SECONDS = 1.0  # what a check beside the main answer may take


def holds_in_whole_people(frame: Frame) -> bool | None:
    """Say whether a feasible system can be met in whole people, by a mixed-integer programme.

    Asked only where some count is below a hundred; None where there is none, or no answer within
    a second.
    """
    if not _has_few(frame.system):
        return None
    programme = Programme(frame, range(len(frame.system.groups)))
    status = programme.solve_in_integers(SECONDS)
    decided = {highspy.HighsModelStatus.kOptimal: True, highspy.HighsModelStatus.kInfeasible: False}
    return decided.get(status)


def _has_few(system: System) -> bool:
    rows = [row for group in system.groups for row in group.rows if not row.is_ratio]
    ends = np.array([abs(end) for row in rows for end in (row.low, row.high)])
    return bool(np.any((ends > 0) & (ends < FEW)))
