"""A state and the rules of its stretch in, the state one step later out: Euler or Runge-Kutta.

People only ever pass along flows: what leaves one stock enters another, the same number, so each
step conserves them to round-off whatever the integrator. Runge-Kutta averages four rates
and moves people once, by that average. Kutta's four slopes are those of 1901.
"""

from enum import StrEnum

import numpy as np

from musterbook.scenarios.programme import Drain, Programme, Regime
from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.settle import settle, shift
from musterbook.scenarios.state import State

# Kutta's four slopes: how far ahead each is taken, and its weight in sixths.
RUNGE_KUTTA = ((0.0, 1), (0.5, 2), (0.5, 2), (1.0, 1))


class Integrator(StrEnum):
    """How a step is taken: one slope (order 1), or four (order 4)."""

    EULER = "euler"
    RK4 = "rk4"


def advance(state: State, regime: Regime, *, programme: Programme, integrator: Integrator) -> int:
    """Move a state one step ahead in place; gives for how many members a stock ran short."""
    step = regime.stretch.step
    state.base, state.left_at = state.stocks, state.now
    slopes = _four_slopes if integrator is Integrator.RK4 else _one_slope
    moved, lagged = slopes(state, regime, programme)
    moved *= step
    for drain in regime.drains:
        _drain(state, moved, drain=drain, programme=programme, step=step)
    state.stocks, short = settle(state.stocks, moved, ends=programme.ends)
    for flow, row in programme.totals.items():
        state.totals[row] += moved[programme.order_of[flow]]
    if programme.lags:
        state.lags = state.lags + step * lagged
    return short


def evaluate_rates(state: State, regime: Regime) -> None:
    """Fill state.rates with what the rules ask for now, never below zero."""
    for row, evaluate in regime.flows:
        np.maximum(evaluate(state), 0.0, out=state.rates[row])


def _one_slope(state: State, regime: Regime, programme: Programme) -> tuple[Floats, Floats]:
    evaluate_rates(state, regime)
    return state.rates.copy(), lag_slopes(state, programme)


def _four_slopes(state: State, regime: Regime, programme: Programme) -> tuple[Floats, Floats]:
    """Average four slopes of flows and lags; stocks, totals and lags are put back."""
    start = (state.stocks, state.totals, state.lags, state.now)
    rates, lagged, slope = np.zeros_like(state.rates), np.zeros_like(state.lags), state.lags
    for ahead, sixths in RUNGE_KUTTA:
        if ahead:
            _look_ahead(state, start, slope, ahead=ahead * regime.stretch.step, programme=programme)
        evaluate_rates(state, regime)
        slope = lag_slopes(state, programme)
        for _ in range(sixths):
            rates += state.rates
            lagged += slope
    rates /= 6.0
    lagged /= 6.0
    state.stocks, state.totals, state.lags, state.now = start
    return rates, lagged


def _look_ahead(
    state: State,
    start: tuple[Floats, Floats, Floats, float],
    slope: Floats,
    *,
    ahead: float,
    programme: Programme,
) -> None:
    stocks, totals, lags, now = start
    state.stocks = stocks.copy()
    shift(state.stocks, ahead * state.rates, ends=programme.ends)
    np.maximum(state.stocks, 0.0, out=state.stocks)
    if programme.totals:
        state.totals = totals.copy()
        for flow, row in programme.totals.items():
            state.totals[row] += ahead * state.rates[programme.order_of[flow]]
    if programme.lags:
        state.lags = lags + ahead * slope
    state.now = now + ahead


def lag_slopes(state: State, programme: Programme) -> Floats:
    """Give how fast each lag closes on what it follows, per month: shape (lag row, member)."""
    slopes = np.empty_like(state.lags)
    for lag in programme.lags:
        goal = lag.follows(state)
        for row in lag.rows:
            slopes[row] = (goal - state.lags[row]) / lag.months
            goal = state.lags[row]
    return slopes


def _drain(state: State, moved: Floats, *, drain: Drain, programme: Programme, step: float) -> None:
    """Let an even share of those who are left go, after all other flows; at the end everybody."""
    left = state.stocks[drain.stock].copy()
    for row, (source, target) in enumerate(programme.ends):
        if row != drain.flow and target == drain.stock:
            left += moved[row]
        if row != drain.flow and source == drain.stock:
            left -= moved[row]
    share = min(1.0, step / (drain.end - state.now)) if drain.end > state.now else 1.0
    moved[drain.flow] = share * np.maximum(left, 0.0)
