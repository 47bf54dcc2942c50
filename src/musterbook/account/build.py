"""A ledger and a choice of readings go in; one linear System, rows with places, comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from musterbook.account.binding import Binding, Mode, bind
from musterbook.account.columns import Earlier, bare_system
from musterbook.account.groups import group_of, part_of
from musterbook.account.ledger import Ledger
from musterbook.account.linear import (
    CircleError,
    Linear,
    NotLinearError,
    UnknownNameError,
    linear_measure,
)
from musterbook.account.observations import BoundStatement, Mutation, Observation, observe
from musterbook.account.statements import Statement
from musterbook.account.system import Choice, Group, System
from musterbook.claims.sentence import Timing, When
from musterbook.core.problem import Problem, in_reading_order
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
    groups = [group_of(system, ledger.network, each) for each in observations]
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

    def linear(self, name: str, reading: str = "") -> Linear:
        return linear_measure(self.network, name, choice=dict(self.choice), reading=reading)

    def bound_all(self) -> tuple[BoundStatement, ...]:
        return tuple(
            each for statement in self.ledger.statements if (each := self._bound(statement))
        )

    def _bound(self, statement: Statement) -> BoundStatement | None:
        amount = statement.sentence.amount
        try:
            linear = self.linear(statement.measure, statement.sentence.reading)
            other = self.linear(statement.of, amount.of_reading) if statement.of else None
        except NotLinearError:
            self.problems.append(_curve(statement))
            return None
        except (UnknownNameError, CircleError):
            return None  # reported once, at the measure's own place
        binding, found = bind(self.case, self.network, statement, linear)
        self.problems += found
        if binding is None:
            return None
        return BoundStatement(statement, linear, binding, other, self._of_binding(statement, other))

    def _of_binding(self, statement: Statement, other: Linear | None) -> Binding | None:
        when = statement.sentence.amount.of_when
        if other is None or when.timing is Timing.NONE or when.period is None:
            return None
        return _spoken(when, other, self.case.window.opening)

    def layout(self, observations: Iterable[Observation], more: Iterable[Instant]) -> System:
        listed = tuple(observations)
        window = self.case.window
        as_of = min(max(self.case.today, window.opening), window.end)
        cuts = {cut for each in listed for cut in _cuts(each.bound)} | {as_of, *more}
        return bare_system(
            self.network,
            knots(window, self.case.step, cuts),
            measures=self._measures(),
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

    def _measures(self) -> dict[str, tuple[tuple[str, float, bool], ...]]:
        network, found = self.network, {}
        for name in (*network.measures, *network.stocks, *network.flows):
            try:
                linear = self.linear(name)
            except (NotLinearError, UnknownNameError, CircleError):
                continue
            found[name] = tuple(
                (part, weight, is_total) for (part, is_total), weight in linear.terms.items()
            )
        return found

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


def _spoken(when: When, linear: Linear, opening: Instant) -> Binding:
    period = when.period
    assert period is not None
    if linear.has_stocks:
        return Binding(Mode.AT, period.end, period.end)
    start = opening if when.timing is Timing.BY else period.opening
    return Binding(Mode.OVER, start, period.end)


def _cuts(bound: BoundStatement) -> Iterator[Instant]:
    yield from bound.binding.cuts()
    if bound.of_binding is not None:
        yield from bound.of_binding.cuts()


def _curve(statement: Statement) -> Problem:
    return Problem(
        "MB234",
        f"`{statement.measure}` is a curve, which only scenarios can compute",
        statement.place,
        numbers=(("sentence", statement.sentence.phrase.text),),
        fix="claim the stocks or flows it is made of, or ask about it in scenarios.yaml",
    )
