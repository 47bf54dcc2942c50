"""A case goes in; every sentence of it, parsed, looked up and checked, comes out."""

from collections.abc import Iterable
from dataclasses import dataclass

from musterbook.account.checks import apart_by_name, declaration_faults, too_many_readings
from musterbook.account.choices import choices_of, open_words
from musterbook.account.measure_faults import measure_faults
from musterbook.account.network import Network, build_network
from musterbook.account.statements import Reader, Statement, is_row, unknown_readings
from musterbook.account.system import Choice
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


def read_ledger(case: Case, *, extra: Iterable[Assumption] = ()) -> Ledger:
    """Parse and look up every sentence of a case, all faults at once."""
    network, problems = build_network(case)
    reader = Reader(case, network)
    rows = [claim for claim in case.claims if is_row(case, claim)]
    shelved = [claim for claim in case.claims if not is_row(case, claim)]
    own = [each for account in case.accounts for each in account.assumptions]
    statements, unused = reader.claims(rows), reader.claims(shelved)
    assumptions = [each for item in (*own, *extra) if (each := reader.assumption(item))]
    openings = [each for stock in network.stocks.values() if (each := reader.opening(stock))]
    everything = (*statements, *assumptions, *openings)
    faults = [(each, tuple(unknown_readings(network, each))) for each in everything]
    named, doubled = apart_by_name(each for each, found in faults if not found)
    words = open_words(network, named)
    problems = (
        *problems,
        *reader.problems,
        *(fault for _, found in faults for fault in found),
        *doubled,
        *measure_faults(network),
        *declaration_faults(case, network),
        *too_many_readings(network, words),
    )
    return Ledger(case, network, named, unused, choices_of(network, words), problems)
