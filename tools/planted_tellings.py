"""A count and a seed go in; made-up figures of reports come out, with retellings among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from musterbook.claims.copies.figures import Figure, Telling

FIRST_DAY, DAYS = date(2025, 1, 1), 365
THINGS = (
    "killed",
    "wounded",
    "missing",
    "displaced",
    "deployed",
    "returned",
    "detained",
    "present",
)
EACH = 5  # figures a report: the lead case's have three to six
MOST = 4.3  # powers of ten: numbers run to 20,000
RETOLD = 0.01  # of the reports: told again with one number changed
UPDATED = 0.01  # told again with all but one changed
LATEST = 2  # days after


@dataclass(frozen=True, slots=True)
class PlantedTellings:
    """The reports' figures, and the pairs of which one retells the other with a number changed."""

    tellings: tuple[Telling, ...]
    mutated: frozenset[frozenset[str]]


def planted_tellings(count: int, *, seed: int = 1) -> PlantedTellings:
    """Make up the figures of so many reports of one year."""
    random = np.random.default_rng(seed)
    tellings: list[Telling] = []
    mutated = set()
    while len(tellings) < count:
        telling = _telling(random, f"r{len(tellings):06}")
        tellings.append(telling)
        chance, name = random.random(), f"r{len(tellings):06}"
        if chance < RETOLD:
            tellings.append(_told_again(random, telling, name, changed=1))
            mutated.add(frozenset((telling.name, name)))
        elif chance < RETOLD + UPDATED:
            tellings.append(_told_again(random, telling, name, changed=EACH - 1))
    return PlantedTellings(tuple(tellings), frozenset(mutated))


def _telling(random: np.random.Generator, name: str) -> Telling:
    """Draw a day, and a number for each of some things: two digits and zeros, as news rounds."""
    day = FIRST_DAY + timedelta(int(random.integers(DAYS)))
    things = random.choice(len(THINGS), EACH, replace=False).tolist()
    return Telling(name, day, tuple(_figure(THINGS[each], _number(random)) for each in things))


def _number(random: np.random.Generator) -> float:
    drawn = 10 ** random.uniform(1, MOST)
    place = 10 ** (int(np.log10(drawn)) - 1)
    return float(int(drawn / place) * place)


def _figure(thing: str, number: float) -> Figure:
    return Figure(thing, thing, number, number, f"{number:.0f} {thing}")


def _told_again(
    random: np.random.Generator, telling: Telling, name: str, *, changed: int
) -> Telling:
    """Tell a report's figures within the next days, some of them a quarter higher."""
    day = telling.published or FIRST_DAY
    others = set(random.choice(EACH, changed, replace=False).tolist())
    figures = tuple(
        replace(each, low=1.25 * (each.low or 0), high=1.25 * (each.high or 0))
        if place in others
        else each
        for place, each in enumerate(telling.figures)
    )
    return Telling(name, day + timedelta(int(random.integers(LATEST + 1))), figures)
