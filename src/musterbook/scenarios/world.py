"""A case's declarations in, the world that scenarios run in out: names, formulas, parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from musterbook.account.expression import Expression
from musterbook.account.expression_parser import parse_expression
from musterbook.account.network import Network, build_network, expression_of
from musterbook.account.system import Choice, FlowShape
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.records import Case, Parameter, Rule
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Period, Step
from musterbook.scenarios.amounts import Spread, parse_spread


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression, where its bare names are looked up first, and the words it came from.

    In a rule the name of a flow means its rate, in people per month; in a measure (`totals`) all
    who passed along it since the window opened, as everywhere in the account.
    """

    expression: Expression
    account: str
    phrase: Phrase
    totals: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """What every scenario of a case shares; `choice` says which reading each word has."""

    network: Network
    stocks: tuple[str, ...]
    flows: tuple[FlowShape, ...]
    rules: Mapping[str, Formula]
    parameters: Mapping[str, Spread]
    homes: Mapping[str, str]
    events: Mapping[str, Period]
    step: Step = Step.MONTH
    choice: Choice = ()

    @property
    def known(self) -> tuple[str, ...]:
        """List every name a formula can use."""
        return (*sorted(self.network.names), *sorted(self.network.parameters))

    def reading(self, choice: Choice) -> "World":
        """Give the same world with other readings chosen."""
        return replace(self, choice=choice)

    def measure(self, name: str, *, reading: str = "") -> Formula:
        """Give a measure's formula under a reading (else the one chosen, else the first)."""
        wanted = reading or dict(self.choice).get(name, "")
        written = self.network.written.get(name, {})
        phrase = written.get(wanted) or next(iter(written.values()), Phrase(name, Place("")))
        expression = expression_of(self.network, name, wanted)
        return Formula(expression, self.network.home.get(name, ""), phrase, totals=True)

    def stranger(self, name: str, phrase: Phrase) -> Problem:
        """Say that nobody declared a name, and which was likely meant."""
        if name in self.network.outside:
            says = f"`{name}` lies outside the account: nobody counts who is there"
            fix = "use a stock, flow, measure or parameter"
            return Problem("MB401", says, phrase.place, fix=fix)
        fix = did_you_mean(name, self.known)
        return Problem("MB401", f"nothing is called `{name}`", phrase.place, fix=fix)


def build_world(case: Case) -> tuple[World, tuple[Problem, ...]]:
    """Gather what scenarios need from a case; measures' own faults are the account's to report.

    A faulty rule or parameter is left out of the world and reported.
    """
    network, _ = build_network(case)
    problems: list[Problem] = []
    world = World(
        network=network,
        stocks=tuple(network.stocks),
        flows=tuple(
            FlowShape(each.name, each.source, each.target) for each in network.flows.values()
        ),
        rules=_rules(case, network, problems),
        parameters=_parameters(case, problems),
        homes={each.name: account.name for account in case.accounts for each in account.parameters},
        events=case.events,
        step=case.step,
    )
    return world, tuple(problems)


def _rules(case: Case, network: Network, problems: list[Problem]) -> dict[str, Formula]:
    rules = {}
    for rule in (each for account in case.accounts for each in account.rules):
        target = network.resolve(rule.target, rule.account)
        if target is None or target not in network.flows:
            problems.append(_not_a_flow(rule))
            continue
        expression, found = parse_expression(rule.expression)
        problems += found
        if expression is not None:
            rules[target] = Formula(expression, rule.account, rule.expression)
    return rules


def _not_a_flow(rule: Rule) -> Problem:
    says = f"`{rule.target}` has a rule but is no flow"
    return Problem("MB215", says, rule.expression.place, fix="rules say how a declared flow runs")


def _parameters(case: Case, problems: list[Problem]) -> dict[str, Spread]:
    found = {}
    for parameter in (each for account in case.accounts for each in account.parameters):
        spread = parse_spread(parameter.value.text)
        if spread is None:
            problems.append(_not_a_number(parameter))
        else:
            found[parameter.name] = spread
    return found


def _not_a_number(parameter: Parameter) -> Problem:
    says = f"`{parameter.value.text}` is no number or range, low end first"
    fix = "write `120 000`, `45 000 to 60 000` (a 90 % interval) or `40 %`"
    return Problem("MB411", says, parameter.value.place, fix=fix)
