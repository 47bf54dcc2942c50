"""A claim goes in; how far it is decided, and what is wrong with it, comes out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from musterbook.core.problem import Problem
from musterbook.core.records import Claim, Status


class State(StrEnum):
    """What a reviewer made of a claim, as a word; each has a mark of its own shape."""

    ACCEPTED = "accepted"
    WAITING = "to review"
    DERIVED = "derived"
    ASIDE = "set aside"
    REJECTED = "rejected"

    @property
    def slug(self) -> str:
        """The state as a class in a page."""
        return self.replace(" ", "-")


def state_of(claim: Claim) -> State:
    """Say how far a claim is decided."""
    if claim.status is Status.REJECTED:
        return State.REJECTED
    if claim.status is Status.PROPOSED:
        return State.WAITING
    if claim.set_aside:
        return State.ASIDE
    return State.DERIVED if claim.derived else State.ACCEPTED


def is_quotation(claim: Claim) -> bool:
    """Say whether a claim is accepted and has no sentence, so that it computes nothing."""
    return claim.says is None and state_of(claim) is State.ACCEPTED


def problems_by_claim(
    problems: Iterable[Problem], claims: Iterable[Claim]
) -> Mapping[str, tuple[Problem, ...]]:
    """Give every problem to the claim within whose lines it stands."""
    starts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for each in claims:
        starts[each.place.file].append((each.place.line, each.id))
    for lines in starts.values():
        lines.sort()
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        lines = starts.get(problem.place.file, []) if problem.place else []
        line = problem.place.line if problem.place else 0
        at = bisect_right(lines, line, key=lambda each: each[0])
        if at:
            found[lines[at - 1][1]].append(problem)
    return {name: tuple(own) for name, own in found.items()}
