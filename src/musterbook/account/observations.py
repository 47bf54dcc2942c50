"""Bound statements go in; origin-observations come out, copies once, mutations apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.binding import Binding
from musterbook.account.linear import Linear
from musterbook.account.statements import Statement
from musterbook.core.remembered import MOST_CLAIMS, remembered
from musterbook.core.when import length_in


@dataclass(frozen=True, slots=True)
class BoundStatement:
    """A statement with its measure reduced and its time bound, ready to become rows."""

    statement: Statement
    linear: Linear
    binding: Binding
    of_linear: Linear | None = None
    of_binding: Binding | None = None


@dataclass(frozen=True, slots=True)
class Mutation:
    """A retelling that gives another number than the version nearest the origin.

    `is_earlier` marks no retelling but the origin's own figure, which it gave anew later.
    """

    claim: str
    original: str
    origin: str
    said: str
    originally: str
    is_earlier: bool = False


@dataclass(frozen=True, slots=True)
class Observation:
    """What one origin says once: the version that is the row, and the claims that repeat it."""

    bound: BoundStatement
    copies: tuple[str, ...] = ()


def observe(
    bounds: Iterable[BoundStatement],
) -> tuple[tuple[Observation, ...], tuple[Mutation, ...]]:
    """Group what one origin says of the same measure and time; keep the nearest as the row.

    A claim that `repeats` another joins it whatever it names. Two numbers in one report, or a
    promoted retelling, stay two observations: a contradiction is shown, not averaged.
    Source: dong2009 on counting dependent sources once.
    """
    listed = tuple(bounds)
    together: dict[object, list[BoundStatement]] = defaultdict(list)
    aliases = _repeats(listed)
    keys = {each.statement.name: _key(each) for each in listed}
    for each in listed:
        name = each.statement.name
        together[keys.get(aliases.get(name, name), keys[name])].append(each)
    observations: list[Observation] = []
    mutations: list[Mutation] = []
    for group in together.values():
        _split(sorted(group, key=_nearness), observations, mutations)
    return tuple(observations), tuple(mutations)


def _repeats(listed: tuple[BoundStatement, ...]) -> Mapping[str, str]:
    links = {
        each.statement.name: each.statement.claim.repeats
        for each in listed
        if each.statement.claim is not None and each.statement.claim.repeats is not None
    }

    def root(name: str) -> str:
        seen = {name}
        while name in links and links[name] not in seen:
            name = links[name]
            seen.add(name)
        return name

    return {name: root(name) for name in links}


def _key(bound: BoundStatement) -> object:
    statement, binding = bound.statement, bound.binding
    if statement.speaker.origin is None:
        return (statement.kind, statement.name)
    span = (binding.mode, binding.start, binding.end)
    sentence = statement.sentence
    return (statement.speaker.origin, statement.measure, sentence.reading, span, statement.of)


def _nearness(bound: BoundStatement) -> tuple[bool, int, int, str]:
    """Order versions: first-hand before second-hand, near the origin before far.

    Of what passed through others the first printed is taken; of what the origin said itself, the
    last, which mends what it said before.
    """
    statement, speaker = bound.statement, bound.statement.speaker
    claim = statement.claim
    is_second_hand = claim is not None and bool(claim.repeats or claim.promoted)
    said = (speaker.said or date.min).toordinal()
    said = -said if speaker.distance == 1 else said
    return (is_second_hand, speaker.distance, said, statement.name)


def _split(
    group: list[BoundStatement], observations: list[Observation], mutations: list[Mutation]
) -> None:
    first, copies = group[0], []
    for each in group[1:]:
        if _amount(each) == _amount(first) or _joins_by_hand(each):
            copies.append(each.statement.name)
        elif _stands_alone(each, first):
            observations.append(_observation(each))
        else:
            mutations.append(_mutation(each, first))
    observations.append(_observation(first, copies=tuple(copies)))


# Told apart by what it is of, so that the same observation is the same object when it is made anew.
_observation = remembered(MOST_CLAIMS)(Observation)


def _amount(bound: BoundStatement) -> tuple[float, float, str]:
    """Give the number as said, a rate as the people it makes over its whole time."""
    amount, binding = bound.statement.sentence.amount, bound.binding
    length = length_in(binding.per, binding.start, binding.end) if binding.per else 1.0
    return round(amount.low * length, 3), round(amount.high * length, 3), amount.vague


def _joins_by_hand(bound: BoundStatement) -> bool:
    return bound.statement.claim is not None and bound.statement.claim.repeats is not None


def _stands_alone(bound: BoundStatement, first: BoundStatement) -> bool:
    one, other = bound.statement.claim, first.statement.claim
    return (
        one is not None and other is not None and (bool(one.promoted) or one.report == other.report)
    )


def _mutation(bound: BoundStatement, first: BoundStatement) -> Mutation:
    return Mutation(
        claim=bound.statement.name,
        original=first.statement.name,
        origin=first.statement.speaker.origin or "",
        said=bound.statement.sentence.phrase.text,
        originally=first.statement.sentence.phrase.text,
        is_earlier=bound.statement.speaker.distance == 1,
    )
