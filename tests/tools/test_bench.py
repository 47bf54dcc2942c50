"""Figures in, the benchmarks page out: it says what machine it was, and not whose."""

import platform
from pathlib import Path

from tools.bench import Figure, best, machine, page


def test_page_has_a_row_for_each_figure() -> None:
    text = page([Figure("fit", "1.20 s", "1 s", "1,200 draws")])
    assert "| fit | 1.20 s | 1 s | 1,200 draws |" in text


def test_the_machine_has_no_name_and_no_path() -> None:
    described = machine()
    assert platform.python_version() in described
    assert platform.node() not in described.split()
    assert str(Path.home()) not in described


def test_best_takes_the_quickest_round() -> None:
    rounds: list[int] = []
    assert 0 <= best(lambda: rounds.append(1), rounds=3) < 1
    assert len(rounds) == 3
