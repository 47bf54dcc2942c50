"""One minimal set of groups in, the conflict as a person reads it out."""

from collections.abc import Sequence

from musterbook.conflicts.explain import explain
from musterbook.conflicts.frame import Frame
from musterbook.conflicts.moves import least_widening, single_errors
from musterbook.conflicts.programme import Programme
from musterbook.conflicts.proof import proof_of
from musterbook.conflicts.results import Conflict, whole
from musterbook.core.errors import CannotComputeError


def conflict_of(frame: Frame, members: Sequence[int]) -> Conflict:
    """Work out a conflict's shortfall, least moves, single errors and words.

    The programme holds its members' rows alone, and so few dates.

    Raises:
        CannotComputeError: when the solver ends without an answer.
    """
    programme = Programme(frame, members)
    together = least_widening(programme, members, giving=members)
    if together is None:
        raise CannotComputeError("no widening resolves a conflict, which cannot be")
    groups = [frame.system.groups[number] for number in members]
    proof = proof_of(programme, together)
    return Conflict(
        members=tuple(group.name for group in groups),
        says=explain(proof, frame.system.knots[0]),
        short_by=whole(together.value),
        least_moves=tuple(
            (frame.system.groups[number].name, whole(solved.value))
            for number in members
            if (solved := least_widening(programme, members, giving=[number])) is not None
        ),
        bias=single_errors(programme),
        lines=(*proof.lower, *proof.upper),
        derived=tuple(group.name for group in groups if group.is_derived),
    )
