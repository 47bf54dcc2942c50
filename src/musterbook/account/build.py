"""A case and a choice of readings go in; one linear System, rows with places, comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from musterbook.account.binding import Binding, Mode, bind
from musterbook.account.choices import choices_of, open_words
from musterbook.account.columns import Earlier, bare_system
from musterbook.account.groups import group_of, part_of
from musterbook.account.linear import (
    CircleError,
    Linear,
    NotLinearError,
    UnknownNameError,
    linear_measure,
)
from musterbook.account.network import Network, build_network
from musterbook.account.observations import Bound, Mutation, Observation, observe
from musterbook.account.rows import label_of
from musterbook.account.statements import Reader, Statement, is_row, readings_known
from musterbook.account.system import Choice, Group, System
from musterbook.claims.sentence import Timing, When
from musterbook.core.problem import Place, Problem, in_reading_order
from musterbook.core.records import Assumption, Case
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Instant, knots


@dataclass(frozen=True, slots=True)
class Ledger:
    """All sentences of a case, read and checked: what the systems are built from.

    `statements` are the rows-to-be, `shelved` the sentences of claims that are no rows (set
    aside, denied, proposed, not yet said), `choices` every combination of the open readings.
    """

    case: Case
    network: Network
    statements: tuple[Statement, ...]
    shelved: tuple[Statement, ...]
    choices: tuple[Choice, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """One system, and what was noticed on the way to it."""

    system: System
    mutations: tuple[Mutation, ...]
    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]


def read_ledger(case: Case, *, extra: Iterable[Assumption] = ()) -> Ledger:
    """Parse and look up every sentence of a case, all faults at once."""
    network, problems = build_network(case)
    reader = Reader(case, network)
    rows = [claim for claim in case.claims if is_row(case, claim)]
    shelved = [claim for claim in case.claims if not is_row(case, claim)]
    own = [each for account in case.accounts for each in account.assumptions]
    statements = reader.claims(rows)
    assumptions = [each for item in (*own, *extra) if (each := reader.assumption(item))]
    openings = [each for stock in network.stocks.values() if (each := reader.opening(stock))]
    everything = (*statements, *assumptions, *openings)
    pinned = [found for each in everything if (found := readings_known(network, each))]
    sound = tuple(each for each in everything if readings_known(network, each) is None)
    return Ledger(
        case,
        network,
        sound,
        reader.claims(shelved),
        choices_of(network, open_words(network, sound)),
        (*problems, *reader.problems, *pinned, *_measure_faults(network)),
    )


def build_system(ledger: Ledger, choice: Choice) -> Built:
    """Lay the account out under one choice of readings and turn every sentence into rows."""
    builder = _Builder(ledger, choice)
    observations, mutations = observe(builder.bound_all())
    system = builder.layout(observations)
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

    def bound_all(self) -> tuple[Bound, ...]:
        return tuple(
            each for statement in self.ledger.statements if (each := self._bound(statement))
        )

    def _bound(self, statement: Statement) -> Bound | None:
        try:
            linear = self.linear(statement.measure, statement.sentence.reading)
            other = self.linear(statement.of) if statement.of else None
        except NotLinearError:
            self.problems.append(_curve(statement))
            return None
        except (UnknownNameError, CircleError):
            return None  # reported once, at the measure's own place
        binding, found = bind(self.case, self.network, statement, linear)
        self.problems += found
        if binding is None:
            return None
        return Bound(statement, linear, binding, other, self._of_binding(statement, other))

    def _of_binding(self, statement: Statement, other: Linear | None) -> Binding | None:
        when = statement.sentence.amount.of_when
        if other is None or when.timing is Timing.NONE or when.period is None:
            return None
        return _spoken(when, other, self.case.window.opening)

    def layout(self, observations: Iterable[Observation]) -> System:
        listed = tuple(observations)
        window = self.case.window
        as_of = min(max(self.case.today, window.opening), window.end)
        cuts = {cut for each in listed for cut in _cuts(each.bound)} | {as_of}
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
                label = label_of(bound.statement)
                yield label, bound.binding.start, bound.linear.is_never_negative
            other = bound.of_binding
            if other is not None and bound.of_linear is not None and other.start < opening:
                yield bound.statement.of, other.start, bound.of_linear.is_never_negative

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
        bounds = {each.bound.statement.name: each.bound for each in observations}
        for bound in bounds.values():
            claim = bound.statement.claim
            if claim is not None and claim.part_of in bounds:
                yield part_of(system, bound, bounds[claim.part_of])


def _spoken(when: When, linear: Linear, opening: Instant) -> Binding:
    period = when.period
    assert period is not None
    if linear.has_stocks:
        return Binding(Mode.AT, period.end, period.end)
    start = opening if when.timing is Timing.BY else period.opening
    return Binding(Mode.OVER, start, period.end)


def _cuts(bound: Bound) -> Iterator[Instant]:
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


def _measure_faults(network: Network) -> Iterator[Problem]:
    for name, readings in network.written.items():
        for reading, phrase in readings.items():
            if reading not in network.measures.get(name, {}):
                continue  # it did not parse, which is its own problem
            try:
                linear = linear_measure(network, name, choice={name: reading})
            except NotLinearError:
                continue
            except UnknownNameError as unknown:
                if str(unknown) in network.written:
                    continue
                says = f"`{name}` is made of `{unknown}`, which the account does not have"
                fix = did_you_mean(str(unknown), network.names)
                yield Problem("MB241", says, phrase.place, fix=fix)
            except CircleError as circle:
                says = f"`{name}` is made of itself: {circle}"
                yield Problem("MB240", says, phrase.place, fix="break the circle in one place")
            else:
                if linear.constant:
                    yield _bare_number(name, phrase.place, linear.constant)


def _bare_number(name: str, place: Place, constant: float) -> Problem:
    return Problem(
        "MB243",
        f"`{name}` adds the bare number {constant:g}, which counts nobody",
        place,
        fix="make it a stock, a flow or a parameter with a reason",
    )
