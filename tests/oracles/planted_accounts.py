"""A seed in, an account of true claims with a few false ones planted among them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.oracles.hand_drawn import member, row
from tests.oracles.random_accounts import RandomAccount

from musterbook.account.system import Group, MemberKind, System
from musterbook.conflicts.frame import frame_of
from musterbook.conflicts.programme import Programme

KINDS = ("level", "total", "change", "one-sided", "exactly", "mixed", "total", "before")
LIES = ("level", "total", "change", "one-sided", "mixed")
TRIES = 200  # draws of a false claim before an account is held to contradict none


@dataclass(frozen=True, slots=True)
class Shape:
    """How large an account is, and how wrong a false claim in it: a share of its number."""

    months: int = 60
    stocks: int = 8
    flows: int = 10
    claims: int = 42
    lies: int = 2
    lie_size: float = 0.6


@dataclass(frozen=True, slots=True)
class Planted:
    """An account, and the names of its false claims; `opening` assumptions are true."""

    system: System
    false: tuple[str, ...]


def planted(seed: int, shape: Shape = Shape(), *, clashing: bool) -> Planted:
    """Draw an account with false claims; `clashing` draws each anew until it contradicts others.

    What every stock opens with is assumed, as in any case.
    """
    drawn = RandomAccount(
        seed,
        lies=0,
        group_count=shape.claims - shape.lies,
        stock_count=shape.stocks,
        flow_count=shape.flows,
        steps=shape.months,
        lie_size=shape.lie_size,
        kinds=KINDS,
    )
    system = drawn.system()
    system = replace(system, groups=(*system.groups, *_openings(drawn, system)))
    false = []
    for number in range(shape.lies):
        for attempt in range(TRIES):
            kind = LIES[(number + attempt) % len(LIES)]
            lie = drawn.claim(f"false{number}", kind, is_false=True)
            if not clashing or not adds_up(replace(system, groups=(*system.groups, lie))):
                false.append(lie)
                break
    return Planted(
        replace(system, groups=(*false, *system.groups)), tuple(each.name for each in false)
    )


def _openings(drawn: RandomAccount, system: System) -> Iterator[Group]:
    for stock in system.stocks:
        vector = system.stock_vector(stock, system.knots[0])
        value = float(drawn.truth[system.index[stock, system.knots[0]]])
        rows = [row(vector, value, value, words=f"{stock} at the start")]
        yield member(f"{stock} starts at {value:g}", rows, kind=MemberKind.OPENING)


def adds_up(system: System) -> bool:
    """Say whether all groups of a system can be true together."""
    everyone = range(len(system.groups))
    return Programme(frame_of(system), everyone).is_feasible(everyone)
