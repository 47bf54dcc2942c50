"""An observation and the columns go in; a member of conflicts, with its rows, comes out."""

from musterbook.account.linear import Linear
from musterbook.account.network import Network
from musterbook.account.observations import BoundStatement, Observation
from musterbook.account.rows import at_instant, over_span, rows_of
from musterbook.account.system import Group, MemberKind, Row, System, Vector
from musterbook.claims.says.says import print_sentence

# Words in a flow's or measure's name that mark people lost to the force or the group: ours.
LOSS_WORDS = ("kill", "wound", "dead", "die", "death", "injur", "casualt", "loss", "lost", "miss")


def group_of(system: System, network: Network, observation: Observation) -> Group:
    """Make the member that stands for one observation, assumption or opening."""
    bound = observation.bound
    statement = bound.statement
    claim = statement.claim
    return Group(
        name=statement.name,
        kind=statement.kind,
        rows=rows_of(system, bound),
        says=print_sentence(statement.sentence),
        place=statement.place,
        measure=statement.label,
        claims=(statement.name, *observation.copies) if claim else (),
        origin=statement.speaker.origin,
        bias_class=bias_class(network, statement.measure, bound.linear),
        credibility=claim.credibility if claim else 6,
        is_derived=bool(claim and claim.derived),
    )


def bias_class(network: Network, measure: str, linear: Linear) -> str:
    """Say which bias of a source a measure shares: losses, strength or movement."""
    declared = network.declared.get(measure)
    if declared is not None and declared.bias_class:
        return declared.bias_class
    if linear.has_stocks:
        return "strength"
    names = [measure, *(name for name, _ in linear.terms)]
    lost = any(word in name for name in names for word in LOSS_WORDS)
    return "losses" if lost else "movement"


def part_of(system: System, part: BoundStatement, whole: BoundStatement) -> Group:
    """Make the member that says a part is at most its whole."""
    smaller, larger = _vector(system, part), _vector(system, whole)
    columns = smaller.columns + larger.columns
    weights = smaller.weights + tuple(-each for each in larger.weights)
    name = f"{part.statement.name} is part of {whole.statement.name}"
    row = Row(columns, weights, -float("inf"), 0.0, name, is_ratio=True)
    return Group(
        name=name,
        kind=MemberKind.PART,
        rows=(row,),
        says=f"{part.statement.label} is part of {whole.statement.label}",
        place=part.statement.place,
        measure=part.statement.label,
    )


def _vector(system: System, bound: BoundStatement) -> Vector:
    binding = bound.binding
    if bound.linear.has_stocks:
        return at_instant(system, bound.linear, binding.end)
    label = bound.statement.label
    return over_span(system, bound.linear, binding.start, binding.end, label=label)
