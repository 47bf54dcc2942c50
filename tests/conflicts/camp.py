"""A camp drawn by hand, and what is claimed of it: the account these tests share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.oracles.hand_drawn import lay_out, member, row

from musterbook.account.system import Group, System, Vector
from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import Conflict

START, MARCH, JUNE = date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30)
CAMP = lay_out(
    [("arrive", "abroad", "camp"), ("leave", "camp", "home"), ("die", "camp", "dead")],
    ["camp", "dead"],
    [START, date(2025, 1, 31), date(2025, 2, 28), MARCH, date(2025, 4, 30), JUNE],
)


def total(flow: str, end: date = JUNE, start: date = START) -> Vector:
    return CAMP.total_vector(flow, start, end)


def camp(when: date) -> Vector:
    return CAMP.stock_vector("camp", when)


def claim(
    name: str, vector: Vector, low: float, high: float, *, words: str, origin: str = "office"
) -> Group:
    return member(name, [row(vector, low, high, words=words)], origin=origin)


def with_groups(*groups: Group) -> System:
    return replace(CAMP, groups=groups)


def only_conflict(*groups: Group) -> Conflict:
    (found,) = verdict_of(with_groups(*groups), ConflictOptions()).conflicts
    return found


ARRIVED = claim("arrived", total("arrive"), 900, 1_100, words="arrive by 2025-06-30")
LEFT = claim("left", total("leave"), 1_500, 1_600, words="leave by 2025-06-30", origin="bus line")
EMPTY = claim("empty", camp(START), 0, 0, words="camp at the start")


def plain(text: str) -> str:
    return text.replace("\u202f", " ")
