"""The multipliers of a conflict's least widening in, the sum a person can check out.

Legend: y are the multipliers of the halves. The lower halves sum to at least `least`, the upper
ones to at most `most`; yet the upper ones count all whom the lower ones count, and the `rest`,
which is never below 0. So `least - most` people are too many (Farkas' lemma).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from musterbook.account.system import Group
from musterbook.conflicts.assembly import Part
from musterbook.conflicts.intervals import Half
from musterbook.conflicts.programme import Programme, Solved
from musterbook.conflicts.results import Line
from musterbook.core.quantity import format_count

SMALL = 1e-7  # a multiplier below it (the largest is 1) is the solver's rounding
WHOLE = 1e-6  # a multiplier this close to 1 goes without saying


@dataclass(frozen=True, slots=True)
class Proof:
    """The sum that cannot be: lower lines, upper lines, conditions, and what is left over.

    `conditions` are comparisons of two measures: they carry no number of their own. `rest` are
    the stocks and moves that the upper lines count beyond the lower ones, with their weights.
    """

    lower: tuple[Line, ...]
    upper: tuple[Line, ...]
    conditions: tuple[str, ...]
    rest: tuple[tuple[Part, float], ...]

    @property
    def least(self) -> float:
        """The least the lower lines come to, in people."""
        return sum(line.amount for line in self.lower)

    @property
    def most(self) -> float:
        """The most the upper lines come to, in people."""
        return -sum(line.amount for line in self.upper)

    @property
    def gap(self) -> float:
        """How many too many."""
        return self.least - self.most


def proof_of(programme: Programme, solved: Solved) -> Proof:
    """Lay out the sum behind a least widening, scaled so that its largest multiplier is 1."""
    parts = solved.multipliers[programme.network_rows :]
    scale = max((abs(part) for part in parts), default=1.0) or 1.0
    used: dict[tuple[int, bool], list[tuple[Half, float]]] = {}
    for half, part in zip(programme.halves, parts.tolist(), strict=True):
        if abs(part) > SMALL * scale:
            used.setdefault((half.group, half.is_lower), []).append((half, abs(part) / scale))
    groups = programme.frame.system.groups
    lines: dict[bool, list[Line]] = {True: [], False: []}
    conditions: dict[str, None] = {}
    for (number, is_lower), halves in used.items():
        if all(groups[number].rows[half.row].is_ratio for half, _ in halves):
            conditions[groups[number].says] = None
        else:
            lines[is_lower].append(_line(groups[number], halves))
    rest = tuple(_merged(_left_over(programme, solved, scale=scale)))
    return Proof(tuple(lines[True]), tuple(lines[False]), tuple(conditions), rest)


def _line(group: Group, halves: list[tuple[Half, float]]) -> Line:
    is_lower = halves[0][0].is_lower
    total = sum(weight * half.bound for half, weight in halves)
    words = _weighted(group.rows[halves[0][0].row].words, halves[0][1])
    says = f"at {'least' if is_lower else 'most'} {format_count(total)}"
    if len(halves) > 1:
        words, says = f"“{group.says}”", f"{says} in all"
    return Line(group.name, words, says, total if is_lower else -total)


def _weighted(words: str, weight: float) -> str:
    return words if abs(weight - 1) < WHOLE else f"{weight:.3g} × {words}"


def _left_over(
    programme: Programme, solved: Solved, *, scale: float
) -> Iterator[tuple[Part, float]]:
    for column, weight in enumerate(solved.reduced[: programme.width].tolist()):
        if weight > SMALL * scale:
            yield programme.part_of_column(column), weight / scale
    for part, weight in zip(programme.network_parts(), solved.multipliers.tolist(), strict=False):
        if weight > SMALL * scale:
            yield part, weight / scale


def _merged(parts: Iterable[tuple[Part, float]]) -> Iterator[tuple[Part, float]]:
    """Join moves along one flow over neighbouring times with one weight."""
    waiting: tuple[Part, float] | None = None
    for part, weight in sorted(parts, key=lambda each: (each[0].name, each[0].start, each[0].end)):
        if waiting is not None and _follows(waiting, part, weight=weight):
            waiting = replace(waiting[0], end=part.end), waiting[1]
            continue
        if waiting is not None:
            yield waiting
        waiting = part, weight
    if waiting is not None:
        yield waiting


def _follows(before: tuple[Part, float], part: Part, *, weight: float) -> bool:
    earlier, its_weight = before
    moves = earlier.start < earlier.end and part.start < part.end
    joined = earlier.name == part.name and earlier.end == part.start
    return moves and joined and abs(weight - its_weight) < WHOLE
