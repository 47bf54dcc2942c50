"""What weighing found: the scored hypotheses and the rows of the matrix, ready to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from musterbook.core.problem import Place

Json: TypeAlias = dict[str, object]


class Mark(StrEnum):
    """How a piece of evidence sits with a hypothesis: Heuer's marks.

    Source: heuer1999.
    """

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"
    NOT_APPLICABLE = "NA"


class RowKind(StrEnum):
    """Where a row comes from: a claim, a scenario's probability, or the account itself."""

    CLAIM = "claim"
    SCENARIO = "scenario"
    EXPECTS = "expects"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row after copies were collapsed: `origins` are the sources it rests on.

    `ratings` holds the mark of every hypothesis (NA where none was given), `counts` those that
    are scored: a computed row counts by its probability (see `matrix`). `members` are the ids of
    the claims (or rows) that it stands for, `note` says what was computed, in words.
    `diagnosticity` runs from 0 (tells nothing apart) to 1. `not_counted` says why a row stands in
    view only, its marks scored nowhere: the analyst set its claim aside, or did not take it in.
    """

    row: str
    kind: RowKind
    ratings: Mapping[str, Mark]
    counts: Mapping[str, float]
    place: Place
    origins: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    diagnosticity: float = 0.0
    probability: float | None = None
    note: str = ""
    not_counted: str = ""
    why: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> Json:
        """Give it as `muster weigh --json` prints it."""
        return {
            "row": self.row,
            "kind": self.kind.value,
            "origins": list(self.origins),
            "members": list(self.members),
            "diagnosticity": round(self.diagnosticity, 4),
            "ratings": {name: mark.value for name, mark in self.ratings.items()},
            "probability": self.probability,
            "note": self.note,
            "not_counted": self.not_counted or None,
        }


@dataclass(frozen=True, slots=True)
class HypothesisScore:
    """What counts against one explanation: `against` sums its inconsistent marks.

    `rank` is 1 for the least contradicted; equals share a rank. `favour` sums consistent marks
    and ranks nothing: evidence that fits everything proves nothing.
    """

    name: str
    description: str
    against: float
    rank: int
    favour: float = 0.0

    def to_json(self) -> Json:
        """Give it as `muster weigh --json` prints it."""
        return {
            "name": self.name,
            "description": self.description,
            "against": self.against,
            "rank": self.rank,
        }


@dataclass(frozen=True, slots=True)
class Linchpin:
    """A row without which the order of the hypotheses is another: who leads then, and why."""

    row: str
    leads_with: tuple[str, ...]
    leads_without: tuple[str, ...]
    says: str

    def to_json(self) -> Json:
        """Give it as `muster weigh --json` prints it."""
        return {
            "row": self.row,
            "leads_with": list(self.leads_with),
            "leads_without": list(self.leads_without),
            "says": self.says,
        }


@dataclass(frozen=True, slots=True)
class WeighReport:
    """The weighed matrix: hypotheses by rank, rows by diagnosticity, and what it hangs on.

    Rows that do not count stand last in `evidence`. `probabilities` and `expectations` are what
    the other stages had computed for it, so that other marks can be weighed without them.
    """

    question: str
    hypotheses: tuple[HypothesisScore, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    linchpins: tuple[Linchpin, ...] = ()
    collapsed: tuple[str, ...] = ()
    probabilities: Mapping[str, float] = field(default_factory=dict)
    expectations: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)

    def to_json(self) -> Json:
        """Give the whole matrix as `muster weigh --json` prints it."""
        return {
            "question": self.question,
            "hypotheses": [each.to_json() for each in self.hypotheses],
            "evidence": [each.to_json() for each in self.evidence],
            "linchpins": [each.to_json() for each in self.linchpins],
            "collapsed": list(self.collapsed),
        }
