"""All accounts' declarations go in; one network of stocks, flows and measures comes out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from musterbook.account.expression import Expression, Name
from musterbook.account.expression_parser import parse_expression
from musterbook.core.problem import Phrase, Problem
from musterbook.core.records import Account, Case, Flow, Measure, Stock
from musterbook.core.remembered import MOST_STATES, remembered


@dataclass(frozen=True, slots=True)
class Network:
    """Every name of the case: stocks, flows, reservoirs, parameters, and measures' readings.

    `measures` holds measure -> reading -> expression, the first reading the default; `written`
    keeps each expression's words for messages; `home` the account a measure was declared in.
    """

    stocks: Mapping[str, Stock]
    flows: Mapping[str, Flow]
    outside: frozenset[str]
    parameters: frozenset[str]
    measures: Mapping[str, Mapping[str, Expression]]
    written: Mapping[str, Mapping[str, Phrase]]
    declared: Mapping[str, Measure]
    home: Mapping[str, str]

    @property
    def names(self) -> frozenset[str]:
        """Every name a sentence may be about."""
        return frozenset(self.stocks) | frozenset(self.flows) | frozenset(self.measures)

    def resolve(self, name: str, account: str) -> str | None:
        """Find the qualified name meant by a bare or dotted one, looked up at home first."""
        inside = f"{account}.{name}" if account else name
        return next((each for each in (inside, name) if self._has(each)), None)

    def _has(self, name: str) -> bool:
        is_sayable = name in self.stocks or name in self.flows or name in self.measures
        return is_sayable or name in self.parameters

    def leaves(self, stock: str) -> tuple[str, ...]:
        """List the flows by which people leave a stock."""
        return tuple(name for name, flow in self.flows.items() if flow.source == stock)


def build_network(case: Case) -> tuple[Network, tuple[Problem, ...]]:
    """Gather what the accounts declare and parse every measure, faults reported all at once."""
    return _network_of(case.accounts)


@remembered(MOST_STATES)
def _network_of(accounts: tuple[Account, ...]) -> tuple[Network, tuple[Problem, ...]]:
    problems: list[Problem] = []
    measures: dict[str, Mapping[str, Expression]] = {}
    for _, measure in _measures(accounts):
        parsed = {}
        for reading, phrase in measure.readings.items():
            expression, found = parse_expression(phrase)
            problems += found
            if expression is not None:
                parsed[reading] = expression
        if parsed:
            measures[measure.name] = parsed
    return _gather(accounts, measures), tuple(problems)


def _gather(
    accounts: tuple[Account, ...], measures: Mapping[str, Mapping[str, Expression]]
) -> Network:
    return Network(
        stocks={each.name: each for account in accounts for each in account.stocks},
        flows={each.name: each for account in accounts for each in account.flows},
        outside=frozenset(name for account in accounts for name in account.outside),
        parameters=frozenset(each.name for account in accounts for each in account.parameters),
        measures=measures,
        written={each.name: each.readings for _, each in _measures(accounts)},
        declared={each.name: each for _, each in _measures(accounts)},
        home={each.name: account.name for account, each in _measures(accounts)},
    )


def _measures(accounts: tuple[Account, ...]) -> Iterator[tuple[Account, Measure]]:
    for account in accounts:
        for measure in account.measures:
            yield account, measure


def expression_of(network: Network, name: str, reading: str) -> Expression:
    """Give a measure's expression under a reading; a stock or flow stands for itself."""
    readings = network.measures.get(name)
    if readings is None:
        return Name(name)
    return readings.get(reading) or next(iter(readings.values()))
