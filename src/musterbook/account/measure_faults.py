"""A network goes in; what is wrong with its measures comes out."""

from collections.abc import Iterator

from musterbook.account.linear import CircleError, NotLinearError, UnknownNameError, linear_measure
from musterbook.account.network import Network
from musterbook.core.problem import Place, Problem
from musterbook.core.suggest import did_you_mean


def measure_faults(network: Network) -> Iterator[Problem]:
    """Find measures of unknown names, of themselves, and of bare numbers."""
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
