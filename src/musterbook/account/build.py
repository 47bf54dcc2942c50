"""A ledger and a choice of readings go in; one linear System, rows with places, comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from musterbook.account.binding import Mode
from musterbook.account.bound import bound_of, linear_of
from musterbook.account.columns import Earlier, bare_system
from musterbook.account.groups import group_of, part_of
from musterbook.account.ledger import Ledger
from musterbook.account.linear import CircleError, NotLinearError, UnknownNameError
from musterbook.account.network import Network
from musterbook.account.observations import BoundStatement, Mutation, Observation, observe
from musterbook.account.statements import Statement
from musterbook.account.system import Choice, Group, System
from musterbook.core.problem import Problem, in_reading_order
from musterbook.core.remembered import MOST_ROWS, MOST_STATES, remembered
from musterbook.core.when import Instant, knots


@dataclass(frozen=True, slots=True)
class Built:
    """One system, and what was noticed on the way to it."""

    system: System
    mutations: tuple[Mutation, ...]
    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]


def build_system(ledger: Ledger, choice: Choice, cuts: Iterable[Instant] = ()) -> Built:
    """Lay the account out under one choice of readings and turn every sentence into rows.

    Steps are cut at `cuts` too, so that rows of other sentences can be laid over the system.
    """
    builder = _Builder(ledger, choice)
    observations, mutations = observe(builder.bound_all())
    system = builder.layout(observations, cuts)
    groups = [_group(system, ledger.network, each) for each in observations]
    groups += builder.parts(system, observations)
    order = {each.name: place for place, each in enumerate(ledger.statements)}
    groups.sort(key=lambda group: order.get(group.name, len(order)))
    whole = replace(system, groups=tuple(groups))
    return Built(whole, mutations, observations, in_reading_order(builder.problems))


class _Builder:
    def __init__(self, ledger: Ledger, choice: Choice) -> None:
        self.ledger, self.choice = ledger, choice
        self.case, self.network = ledger.case, ledger.network
        self.problems: list[Problem] = []

    def bound_all(self) -> tuple[BoundStatement, ...]:
        return tuple(
            each for statement in self.ledger.statements if (each := self._bound(statement))
        )

    def _bound(self, statement: Statement) -> BoundStatement | None:
        case = self.case
        bound, found = bound_of(
            statement, self.network, case.window, choice=self.choice, today=case.today
        )
        self.problems += found
        return bound

    def layout(self, observations: Iterable[Observation], more: Iterable[Instant]) -> System:
        listed = tuple(observations)
        window = self.case.window
        as_of = min(max(self.case.today, window.opening), window.end)
        cuts = {cut for each in listed for cut in _cuts(each.bound)} | {as_of, *more}
        return _bare(
            self.network,
            knots=knots(window, self.case.step, cuts),
            earlier=tuple(self._earlier(listed)),
            as_of=as_of,
            choice=self.choice,
        )

    def _earlier(self, observations: Iterable[Observation]) -> Iterator[Earlier]:
        opening = self.case.window.opening
        for each in observations:
            bound = each.bound
            if bound.binding.start < opening and bound.binding.mode is not Mode.AT:
                label = bound.statement.label
                yield label, bound.binding.start, bound.linear.is_never_negative
            other = bound.of_binding
            if other is not None and bound.of_linear is not None and other.start < opening:
                yield bound.statement.of_label, other.start, bound.of_linear.is_never_negative

    def parts(self, system: System, observations: Iterable[Observation]) -> Iterator[Group]:
        stand_for = {
            name: each.bound
            for each in observations
            for name in (each.bound.statement.name, *each.copies)
        }
        pairs: dict[tuple[str, str], tuple[BoundStatement, BoundStatement]] = {}
        for claim in self.case.claims:
            part, whole = stand_for.get(claim.id), stand_for.get(claim.part_of or "")
            if part is not None and whole is not None and part is not whole:
                pairs[part.statement.name, whole.statement.name] = part, whole
        for part, whole in pairs.values():
            yield part_of(system, part, whole)


_group = remembered(MOST_ROWS)(group_of)


@remembered(MOST_STATES)
def _bare(
    network: Network,
    *,
    knots: tuple[Instant, ...],
    earlier: tuple[Earlier, ...],
    as_of: date,
    choice: Choice,
) -> System:
    measures = _measures(network, choice)
    return bare_system(
        network, knots, measures=measures, earlier=earlier, as_of=as_of, choice=choice
    )


def _measures(network: Network, choice: Choice) -> dict[str, tuple[tuple[str, float, bool], ...]]:
    found = {}
    for name in (*network.measures, *network.stocks, *network.flows):
        try:
            linear = linear_of(network, name=name, choice=choice)
        except (NotLinearError, UnknownNameError, CircleError):
            continue
        found[name] = tuple(
            (part, weight, is_total) for (part, is_total), weight in linear.terms.items()
        )
    return found


def _cuts(bound: BoundStatement) -> Iterator[Instant]:
    yield from bound.binding.cuts()
    if bound.of_binding is not None:
        yield from bound.of_binding.cuts()
