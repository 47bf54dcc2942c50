"""A case goes in; every sentence of it, parsed, looked up and checked, comes out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from musterbook.account.checks import apart_by_name, declaration_faults, too_many_readings
from musterbook.account.choices import choices_of, open_words
from musterbook.account.measure_faults import measure_faults
from musterbook.account.network import Network, build_network
from musterbook.account.reader import Reader
from musterbook.account.statements import Statement, parted, unknown_readings
from musterbook.account.system import Choice
from musterbook.core.plans import Hypothesis
from musterbook.core.problem import Problem
from musterbook.core.records import Assumption, Case


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


def read_ledger(case: Case) -> Ledger:
    """Parse and look up every sentence of a case, all faults at once."""
    network, problems = build_network(case)
    reader = Reader(case, network)
    rows, shelved = parted(case)
    own = [each for account in case.accounts for each in account.assumptions]
    statements, unused = reader.claims(rows), reader.claims(shelved)
    assumptions = reader.assumptions(own)
    openings = [each for stock in network.stocks.values() if (each := reader.opening(stock))]
    named, found = _checked(network, (*statements, *assumptions, *openings))
    words = open_words(network, named)
    faults = (
        *problems,
        *reader.problems,
        *found,
        *measure_faults(network),
        *declaration_faults(case, network),
        *too_many_readings(network, words),
    )
    return Ledger(case, network, named, unused, choices_of(network, words), faults)


def assuming(ledger: Ledger, more: Iterable[Assumption]) -> Ledger:
    """Give a ledger with more assumptions; its problems are those of the new sentences alone."""
    reader = Reader(ledger.case, ledger.network)
    statements = (*ledger.statements, *reader.assumptions(more))
    named, found = _checked(ledger.network, statements)
    choices = choices_of(ledger.network, open_words(ledger.network, named))
    faults = (*reader.problems, *found)
    return replace(ledger, statements=named, choices=choices, problems=faults)


def _checked(
    network: Network, statements: Iterable[Statement]
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Leave out statements whose pinned readings or names cannot stand."""
    faults = [(each, tuple(unknown_readings(network, each))) for each in statements]
    named, doubled = apart_by_name(each for each, found in faults if not found)
    return named, (*(fault for _, found in faults for fault in found), *doubled)


def assumed(hypotheses: Iterable[Hypothesis]) -> tuple[Assumption, ...]:
    """Turn what hypotheses expect into assumptions, named after them."""
    return tuple(
        Assumption(f"{hypothesis.name} expects: {each.text}", each, "", each.place)
        for hypothesis in hypotheses
        for each in hypothesis.expects
    )
