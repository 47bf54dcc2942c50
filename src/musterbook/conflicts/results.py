"""What cannot all be true, as values: what `analyse` found goes in, plain JSON objects come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from musterbook.account.system import Choice

Json: TypeAlias = dict[str, object]
Range: TypeAlias = tuple[float | None, float | None]  # people; None where nothing bounds it
Bounds: TypeAlias = Mapping[str, Range]  # measure -> its range at the as-of date


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conflict's arithmetic: what a member says, and what it brings to the sum.

    `words` is what it speaks of, `says` what it allows (`at most 1 155`), `amount` its part of
    the sum in people, with its sign.
    """

    member: str
    words: str
    says: str
    amount: float


@dataclass(frozen=True, slots=True)
class Bias:
    """One error of one source that would undo a conflict: its figures `per_cent` too high.

    A negative `per_cent` means too low. It concerns the source's figures of one class (losses,
    strength or movement), here those of `members`.
    """

    source: str
    per_cent: float
    bias_class: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims and assumptions that contradict each other, none of which could be spared.

    `says` explains it in words, `lines` lay its numbers out. `short_by` is the least total
    widening of the members' intervals that reconciles them, `least_moves` what each member
    would have to give if it alone gave, all in people. `derived` names the members that a
    report computed from its own figures, `explained` is why the analyst lives with it, and
    `explained_before` why they did when some member said something else.
    """

    members: tuple[str, ...]
    says: str
    short_by: float
    least_moves: tuple[tuple[str, float], ...] = ()
    bias: tuple[Bias, ...] = ()
    lines: tuple[Line, ...] = ()
    derived: tuple[str, ...] = ()
    explained: str = ""
    explained_before: str = ""

    def to_json(self) -> Json:
        """Give it as JSON: members, words, shortfall, least moves and single biases."""
        return {
            "members": list(self.members),
            "says": self.says,
            "short_by": self.short_by,
            "least_moves": dict(self.least_moves),
            "bias": [
                {"source": each.source, "per_cent": each.per_cent, "class": each.bias_class}
                for each in self.bias
            ],
            "derived": list(self.derived),
            "explained": self.explained or None,
            "explained_before": self.explained_before or None,
        }


@dataclass(frozen=True, slots=True)
class Slip:
    """A number that would fit where another stands, and the slip of the pen between them."""

    value: float
    how: str

    def to_json(self) -> Json:
        """Give it as JSON."""
        return {"value": self.value, "how": self.how}


@dataclass(frozen=True, slots=True)
class WayOut:
    """A minimal set of members whose setting aside leaves the rest feasible.

    `cost` is the least total, in people, by which its members' intervals would have to widen
    to fit the rest. Of one member with one number, `allows` is the range the rest leaves it
    (None of others), and `slips` the numbers in it that a slip may have turned into this one.
    """

    members: tuple[str, ...]
    cost: float
    allows: Range | None = None
    slips: tuple[Slip, ...] = ()

    @property
    def count(self) -> int:
        """How many members it sets aside."""
        return len(self.members)

    def to_json(self) -> Json:
        """Give it as JSON: members, how many, the cost in people, and what the rest allows."""
        return {
            "members": list(self.members),
            "count": self.count,
            "cost": self.cost,
            "allows": None if self.allows is None else list(self.allows),
            "slips": [each.to_json() for each in self.slips],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one choice of readings leads to: feasible with bounds, or conflicts and ways out.

    `widen` is how many times wider all intervals must at least become for the rows to hold together
    (below 1 there is room to spare; None: no widening helps), `widen_words` its meaning.
    `complete` says whether `conflicts` are all there are, `all_ways_out` the same of
    `ways_out`. `bounds` hold at the
    as-of date and are empty when infeasible; `bounds_without_derived` leave out the sums that
    reports derived, and are empty where there are none of those or the rest is infeasible.
    `in_whole_people` tells whether feasible small counts are so without fractions of a person;
    None where no count is small.
    """

    choice: Choice
    feasible: bool
    conflicts: tuple[Conflict, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    complete: bool = True
    all_ways_out: bool = True
    widen: float | None = None
    widen_words: str = ""
    bounds: Bounds = field(default_factory=dict)
    bounds_without_derived: Bounds = field(default_factory=dict)
    in_whole_people: bool | None = None

    def to_json(self) -> Json:
        """Give it as one entry of a report's `readings`."""
        return {
            "choice": dict(self.choice),
            "feasible": self.feasible,
            "conflicts": [list(each.members) for each in self.conflicts],
            "complete": self.complete,
            "ways_out": [list(each.members) for each in self.ways_out],
            "all_ways_out": self.all_ways_out,
            "widen": self.widen,
            "in_whole_people": self.in_whole_people,
            "bounds": bounds_to_json(self.bounds),
            "bounds_without_derived": bounds_to_json(self.bounds_without_derived),
        }


@dataclass(frozen=True, slots=True)
class Support:
    """Something nobody reported that alone keeps a reading out: an assumption, or a derived sum.

    Set `member` aside, or let it give `people`, and the numbers add up under `choice` too.
    """

    member: str
    choice: Choice
    people: float

    def to_json(self) -> Json:
        """Give it as JSON."""
        return {"member": self.member, "choice": dict(self.choice), "people": self.people}


@dataclass(frozen=True, slots=True)
class ConflictReport:
    """A case's verdict under its default readings, under every combination, and what is certain.

    `readings` has one verdict per combination, the default first. `certain` are the bounds that
    hold whatever the reading, over those that are feasible. `rests_on` are the assumptions,
    openings and derived sums each of which alone keeps another reading from adding up.
    """

    default: Verdict
    readings: tuple[Verdict, ...]
    certain: Bounds = field(default_factory=dict)
    rests_on: tuple[Support, ...] = ()

    @property
    def feasible_readings(self) -> tuple[Verdict, ...]:
        """The combinations of readings under which the numbers add up."""
        return tuple(each for each in self.readings if each.feasible)

    def to_json(self) -> Json:
        """Give it as JSON; keys outside `readings` describe the default choice."""
        return {
            "feasible": self.default.feasible,
            "conflicts": [each.to_json() for each in self.default.conflicts],
            "ways_out": [each.to_json() for each in self.default.ways_out],
            "complete": self.default.complete,
            "all_ways_out": self.default.all_ways_out,
            "widen": self.default.widen,
            "widen_words": self.default.widen_words,
            "readings": [each.to_json() for each in self.readings],
            "certain": bounds_to_json(self.certain),
            "rests_on": [each.to_json() for each in self.rests_on],
        }


def whole(value: float) -> float:
    """Take the solver's rounding off a number of people; no fraction below a millionth is meant."""
    return round(value, 6) + 0.0  # turns -0.0 into 0.0


def bounds_to_json(bounds: Bounds) -> dict[str, list[float | None]]:
    """Give bounds as `{measure: [low, high]}`, null where nothing bounds them."""
    return {measure: list(limits) for measure, limits in bounds.items()}
