"""Numbers in, small accounts with claims out: what the tests of fit are drawn with."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from tests.oracles.random_accounts import lay_out, member

from musterbook.account.system import Floats, FlowShape, Group, MemberKind, Row, System, Vector
from musterbook.core.when import Instant, Period, Step, knots

OPENING = date(2024, 12, 31)


def window(months: int, *, step: Step = Step.MONTH, cuts: Sequence[Instant] = ()) -> Period:
    return Period(date(2025, 1, 1), knots_of(months, step=step, cuts=cuts)[-1])


def knots_of(
    months: int, *, step: Step = Step.MONTH, cuts: Sequence[Instant] = ()
) -> tuple[Instant, ...]:
    """Give the knots of some months from January 2025 on."""
    last = Period(date(2025, 1, 1), date(2025 + months // 12, months % 12 + 1, 1))
    ends = [each for each in knots(last, Step.MONTH, ()) if each < last.end]
    return knots(Period(date(2025, 1, 1), ends[-1]), step, cuts)


def account(
    months: int,
    flows: dict[str, tuple[str, str]],
    stocks: Sequence[str],
    *,
    typical: float | dict[str, float] | None = 100.0,
    changes: str = "quickly",
    step: Step = Step.MONTH,
    empty: bool = True,
) -> System:
    """Draw an account whose stocks start at 0 (unless not `empty`) and whose flows have a scale."""
    system = lay_out(
        [(name, *ends) for name, ends in flows.items()], stocks, knots_of(months, step=step)
    )
    scale = typical if isinstance(typical, dict) else dict.fromkeys(flows, typical)
    shapes = tuple(
        FlowShape(each.name, each.source, each.target, scale.get(each.name), changes)
        for each in system.flows
    )
    system = replace(system, flows=shapes)
    return says(system, *(opening(system, stock, 0.0, 0.0) for stock in stocks if empty))


def says(system: System, *groups: Group) -> System:
    """Give the system with more members."""
    return replace(system, groups=(*system.groups, *groups))


def opening(system: System, stock: str, low: float, high: float) -> Group:
    vector = system.stock_vector(stock, system.knots[0])
    rows = [limits(vector, low, high, words=f"{stock} at the start")]
    return member(f"{stock} starts", rows, kind=MemberKind.OPENING)


def limits(
    vector: Vector, low: float, high: float, *, words: str = "it", excess: float | None = None
) -> Row:
    return Row(vector.columns, vector.weights, low, high, words, excess=excess)


def claim(
    name: str,
    vector: Vector,
    low: float,
    high: float = math.inf,
    *,
    origin: str | None = "ministry",
    excess: float | None = None,
    credibility: int = 3,
    bias_class: str = "strength",
) -> Group:
    """Make a claim of one row; one-sided ones need their excess scale."""
    rows = [limits(vector, low, high, words=name, excess=excess)]
    group = member(name, rows, origin=origin, bias_class=bias_class)
    return replace(group, credibility=credibility)


def assume(name: str, vector: Vector, low: float, high: float) -> Group:
    return member(name, [limits(vector, low, high, words=name)], kind=MemberKind.ASSUMPTION)


def large_account(seed: int, *, months: int = 60, stocks: int = 8, claims: int = 40) -> System:
    """Draw a chain of stocks, a smooth truth that runs on it, and claims rounded from it."""
    rng = np.random.default_rng(seed)
    names = [f"stock{i}" for i in range(stocks)]
    flows = {"enter": ("outside", names[0]), "leave": (names[-1], "outside")}
    flows |= {f"move{i}": (names[i], names[i + 1]) for i in range(stocks - 1)}
    flows["back"] = (names[2], names[0])
    system = account(months, flows, names, typical=None)
    truth = smooth_truth(system, rng)
    groups = [_rounded(system, truth, rng, number=i) for i in range(claims)]
    return says(system, *groups)


def daily_account(seed: int, *, months: int = 53, rows: int = 640) -> System:
    """Draw 1,600 days of ten flows: forty claims of all kinds, and a daily table of one source.

    The table tells the deaths of each of its days, to within a twentieth, beside a hundred.
    """
    rng = np.random.default_rng(seed)
    coarse = large_account(seed, months=months)
    truth = smooth_truth(coarse, np.random.default_rng(seed))
    names = {flow.name: (flow.source, flow.target) for flow in coarse.flows}
    system = account(months, names, coarse.stocks, typical=None, step=Step.DAY)
    fine = np.zeros(system.width)
    for start, end in itertools.pairwise(coarse.knots):
        days = [knot for knot in system.knots if start < knot <= end]
        for flow in names:
            for day in days:
                fine[system.index[flow, day]] = truth[coarse.index[flow, end]] / len(days)
    groups = [_rounded(system, fine, rng, number=i) for i in range(40)]
    first = (len(system.knots) - rows) // 2
    for before, day in itertools.islice(itertools.pairwise(system.knots), first, first + rows):
        vector = system.total_vector("move1", before, day)
        value = max(float(vector.dense(system.width) @ fine) * rng.normal(1, 0.1), 1.0)
        bounds = 0.95 * value - 1, 1.05 * value + 1
        groups.append(claim(f"on {day}", vector, *bounds, origin="table", bias_class="losses"))
    return says(system, *groups)


def smooth_truth(system: System, rng: np.random.Generator) -> Floats:
    """Let flows wander slowly, none taking more than a third of the stock it leaves."""
    truth = np.zeros(system.width)
    level = dict.fromkeys(system.stocks, 0.0)
    rate = {flow.name: rng.gamma(2.0, 400.0) for flow in system.flows}
    for knot in system.knots[1:]:
        for flow in system.flows:
            rate[flow.name] *= math.exp(rng.normal(0, 0.15))
            moved = min(rate[flow.name], level.get(flow.source, math.inf) / 3)
            truth[system.index[flow.name, knot]] = moved
            for stock, sign in ((flow.source, -1), (flow.target, 1)):
                if stock in level:
                    level[stock] += sign * moved
    return truth


def _rounded(system: System, truth: Floats, rng: np.random.Generator, *, number: int) -> Group:
    knot = system.knots[int(rng.integers(2, len(system.knots)))]
    origin = f"source{rng.integers(5)}"
    if number % 2:
        stock = system.stocks[int(rng.integers(len(system.stocks)))]
        vector, kind = system.stock_vector(stock, knot), "strength"
    else:
        flow = system.flows[int(rng.integers(len(system.flows)))].name
        vector, kind = system.total_vector(flow, system.knots[0], knot), "movement"
    value = float(vector.dense(system.width) @ truth) * rng.normal(1, 0.03)
    name = f"claim{number}"
    if number % 4 == 3:
        low, excess = 0.9 * value, max(0.2 * value, 10.0)
        return claim(name, vector, low, origin=origin, excess=excess, bias_class=kind)
    margin = max(0.05 * value, 10.0)
    low = max(value - margin, 0.0)
    return claim(name, vector, low, value + margin, origin=origin, bias_class=kind)
