"""How far to look for conflicts: limits go in as one frozen value, nothing comes out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConflictOptions:
    """How many conflicts and ways out to list, how long to look, and whether to bound measures.

    `seconds` is for the search under one choice of readings. Twenty cards are what a person
    reads; ten seconds what one waits.
    """

    limit: int = 20
    seconds: float = 10.0
    bounds: bool = True
