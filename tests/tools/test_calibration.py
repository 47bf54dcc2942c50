"""Ranks in, verdicts out: what `make calibrate` counts, by cases small enough to do by hand."""

from __future__ import annotations

import math
import sys

import numpy as np
import pytest
from tools.calibrate import main
from tools.calibration.model import NAMES, Model, model_of
from tools.calibration.page import PAGE, calibration_section, run_of
from tools.calibration.ranks import KEPT, Ranks
from tools.calibration.runs import runs_section
from tools.calibration.sayings import joint
from tools.calibration.truths import Truths
from tools.calibration.verdicts import evenness, holm, inside, pooled

from musterbook.account.system import Group, MemberKind, System
from musterbook.fit.network import paths_of


def ranked(*columns: list[int] | np.ndarray) -> Ranks:
    table = np.array(columns).T
    return Ranks("camp", tuple((str(i), "") for i in range(len(columns))), table, 1, 2.0)


def test_holm_multiplies_the_least_by_all_the_next_by_one_less() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


def test_even_ranks_are_even_and_ranks_at_one_end_are_not() -> None:
    even = np.tile(np.arange(KEPT + 1), 4)
    good, bad = evenness(ranked(even, even // 2))
    assert (good.chi_square, good.p, good.mean) == (0.0, 1.0, 0.5)
    assert good.covered == {0.5: 0.5, 0.9: 0.9}
    assert bad.p < 1e-6


def test_coverage_is_counted_from_both_ends() -> None:
    marks = inside(ranked([0, 4, 5, 50, 94, 95, 99]), 0.9)
    assert marks[:, 0].tolist() == [0, 0, 1, 1, 1, 0, 0]


def test_pooled_errors_are_those_of_replicates_not_of_twins() -> None:
    column = np.random.default_rng(1).integers(0, KEPT + 1, 400)
    alone, twice = (pooled([ranked(*[column] * n)], 0.9) for n in (1, 2))
    assert twice.z == pytest.approx(alone.z)


@pytest.fixture(scope="module", params=NAMES)
def drawn(request: pytest.FixtureRequest) -> tuple[Model, Truths, tuple[System, ...]]:
    model = model_of(request.param)
    return model, *joint(model, 30, np.random.default_rng(5))


Drawn = tuple[Model, Truths, tuple[System, ...]]


def test_truths_keep_to_stocks_and_assumptions(drawn: Drawn) -> None:
    model, truths, _ = drawn
    assert truths.people.min() >= 0
    assert min(level.min() for level in paths_of(model.system, truths.people).stocks.values()) > -1
    hard = (MemberKind.ASSUMPTION, MemberKind.OPENING)
    rows = [row for g in model.system.groups if g.kind in hard for row in g.rows]
    for row in rows:
        values = truths.people @ row.dense(model.system.width)
        assert values.min() >= row.low - 1e-6
        assert values.max() <= row.high + 1e-6


def test_what_is_reported_is_true_but_for_bias_and_error(drawn: Drawn) -> None:
    model, truths, systems = drawn
    for people, biases, system in zip(truths.people, truths.biases, systems, strict=True):
        for group in system.groups:
            if group.kind is MemberKind.CLAIM:
                bias = biases[model.biases.index((str(group.origin), group.bias_class))]
                values = [float(row.dense(system.width) @ people) for row in group.rows]
                assert is_said_of(group, values, bias)


def is_said_of(group: Group, values: list[float], bias: float) -> bool:
    """Say whether true values fit what is reported, an error of five sds allowed."""
    row = group.rows[0]
    if math.isinf(row.high):
        return min(values) >= row.low * (1 - bias) - 1e-6
    if math.isinf(row.low):
        return max(values) <= row.high * (1 - bias) + 1e-6
    off = np.array(values) - (row.low + row.high) / 2 * (1 - bias)
    return bool(np.abs(off).max() <= 5 * 1.5 * (row.high - row.low) / 3 + 1e-6)


def test_accounts_hold_every_kind_of_claim() -> None:
    models = [model_of(name) for name in NAMES]
    groups = [group for model in models for group in model.claims]
    one_sided = [g for g in groups if math.isinf(g.rows[0].high - g.rows[0].low)]
    assert {len(g.rows) > 1 for g in one_sided} == {True, False}
    assert {len(g.rows) > 1 for g in groups if g not in one_sided} == {True, False}
    assert any(g.rows[0].low == g.rows[0].high for g in groups)
    assert all(any(len(g.claims) > 1 for g in model.claims) for model in models)
    assert all(len(m.biases) > len({source for source, _ in m.biases}) for m in models)
    assert any(knot.day == 18 for model in models for knot in model.system.knots)


def test_the_section_says_how_even_ranks_are() -> None:
    even, low = np.arange(KEPT + 1), np.arange(KEPT + 1) // 2
    section = calibration_section({"camp": model_of("camp")}, [ranked(even)], "2026-01-31")
    assert "no quantity's ranks are uneven (least p of 1 after Holm: 1.00)" in section
    assert "| 0 |  | 0.500 | 50.0 % | 90.0 % | 0.0 | 1.00 |" in section
    section = calibration_section({"camp": model_of("camp")}, [ranked(even, low)], "2026-01-31")
    assert "**ranks are uneven**" in section


def test_the_list_of_runs_drops_none() -> None:
    run = run_of(ranked(np.arange(KEPT + 1)))
    assert run.what == "camp, 100 replicates, seed 1"
    first = runs_section("", [run], date="2026-01-31", command="one")
    again = runs_section(f"{first}\n## Other\n", [run], date="2026-02-01", command="two")
    assert [line.split("|")[2].strip() for line in again.splitlines()[-2:]] == ["`one`", "`two`"]


def test_one_account_can_be_asked_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = PAGE.read_text("utf-8")
    asked = ["calibrate", "--account", "camp", "--replicates", "3", "--seed", "5", "--print"]
    monkeypatch.setattr(sys, "argv", asked)
    main()
    printed = capsys.readouterr().out
    assert "3 replicates, seed 5" in printed
    assert "### front" not in printed
    assert PAGE.read_text("utf-8") == before
