"""The sentences in use go in; every combination of the readings they leave open comes out."""

from collections.abc import Iterable, Iterator
from itertools import product

from musterbook.account.expression_walk import names_in
from musterbook.account.network import Network
from musterbook.account.statements import Statement
from musterbook.account.system import Choice

MOST_CHOICES = 64  # six words of two meanings; beyond that an analyst should pin some


def open_words(network: Network, statements: Iterable[Statement]) -> tuple[str, ...]:
    """List the measures with several readings that some sentence uses without pinning one."""
    asked = {
        pair
        for each in statements
        for pair in (
            (each.measure, bool(each.sentence.reading)),
            (each.of, bool(each.sentence.amount.of_reading)),
        )
    }
    used = {
        word
        for name, pinned in asked
        for word in _ambiguous(network, name, pinned=pinned, seen=frozenset())
    }
    return tuple(name for name in network.measures if name in used)


def choices_of(network: Network, words: Iterable[str]) -> tuple[Choice, ...]:
    """Give every combination of readings of the words, the default first."""
    listed = tuple(words)
    readings = [tuple(network.measures[word]) for word in listed]
    combined = [tuple(sorted(zip(listed, each, strict=True))) for each in product(*readings)]
    return tuple(combined[:MOST_CHOICES])


def _ambiguous(network: Network, name: str, *, pinned: bool, seen: frozenset[str]) -> Iterator[str]:
    readings = network.measures.get(name)
    if readings is None or name in seen:
        return
    if len(readings) > 1 and not pinned:
        yield name
    for expression in readings.values():
        for text in names_in(expression):
            inner = network.resolve(text, network.home[name])
            if inner is not None:
                yield from _ambiguous(network, inner, pinned=False, seen=seen | {name})
