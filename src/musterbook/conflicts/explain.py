"""A proof in, sentences out that a person can check with a pencil."""

from collections.abc import Sequence

from musterbook.conflicts.assembly import Part
from musterbook.conflicts.proof import WHOLE, Proof
from musterbook.conflicts.results import Line
from musterbook.core.quantity import format_count
from musterbook.core.when import ONE_DAY, Instant

REST_SHOWN = 4  # parts of the rest that a sentence can carry before it loses its reader


def explain(proof: Proof, opening: Instant) -> str:
    """Say in words why the members of a conflict cannot all be true.

    First what ties them: whatever is in the account, one sum cannot exceed the other. Then the
    numbers, and by how much they exceed it all the same. Two sentences about one number need no
    tie.
    """
    if _is_one_number(proof):
        return _two_about_one(proof)
    tie = _tie(proof, opening)
    numbers = _both(_amounts(proof.lower, proof.least), _amounts(proof.upper, proof.most))
    return f"{tie}. But {numbers}: {format_count(proof.gap)} too many."


def part_in_words(part: Part, opening: Instant, *, weight: float = 1.0) -> str:
    """Name a stock on a date, or a flow between two, the window's opening left out."""
    if part.start == part.end:
        words = f"{part.name} {'at the start' if part.end == opening else f'on {part.end}'}"
    elif part.end == opening:
        words = f"{part.name.removeprefix('before ')} before {opening + ONE_DAY}"
    elif part.start == opening:
        words = f"{part.name} by {part.end}"
    else:
        words = f"{part.name} from {part.start + ONE_DAY} to {part.end}"
    return words if abs(weight - 1) < WHOLE else f"{weight:.3g} × {words}"


def _is_one_number(proof: Proof) -> bool:
    is_pair = len(proof.lower) == len(proof.upper) == 1
    return is_pair and not proof.conditions and proof.lower[0].words == proof.upper[0].words


def _two_about_one(proof: Proof) -> str:
    one, other = proof.lower[0], proof.upper[0]
    return (
        f"Both sentences speak of the same number ({one.words}). "
        f"But one says {one.says} ({one.member}), the other {other.says} ({other.member}): "
        f"{format_count(proof.gap)} too many."
    )


def _sum_of(lines: Sequence[Line]) -> str:
    return " + ".join(line.words for line in lines) or "0"


def _tie(proof: Proof, opening: Instant) -> str:
    """Say why the upper lines come to no less than the lower ones, whatever the numbers."""
    rest = _rest(proof, opening)
    if not proof.lower and not proof.conditions:
        return f"{rest} is never below 0"
    sides = f"{_sum_of(proof.lower)} can be no more than {_sum_of(proof.upper)}"
    given = f", given “{'”, “'.join(proof.conditions)}”" if proof.conditions else ""
    if not proof.rest:
        return f"{sides}{given}: both count the same people"
    if given or any(abs(weight - 1) > WHOLE for _, weight in proof.rest):
        return f"{sides}{given}: what is left over ({rest}) is never below 0"
    return f"{sides}: that counts the same people, and also {rest}"


def _rest(proof: Proof, opening: Instant) -> str:
    listed = [part_in_words(part, opening, weight=w) for part, w in proof.rest[:REST_SHOWN]]
    hidden = len(proof.rest) - len(listed)
    more = f" + {hidden} more" if hidden else ""
    return f"{' + '.join(listed)}{more}"


def _amounts(lines: Sequence[Line], total: float) -> str:
    listed = [f"{line.words} is {line.says} ({line.member})" for line in lines]
    if len(listed) > 1:
        is_lower = lines[0].says.startswith("at least")
        listed.append(f"together at {'least' if is_lower else 'most'} {format_count(total)}")
    return ", ".join(listed)


def _both(lower: str, upper: str) -> str:
    return f"{lower}, while {upper}" if lower and upper else lower or upper
