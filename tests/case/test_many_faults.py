"""Thousands of faults at once: all are told, in the time it takes to read them."""

import time
from collections.abc import Callable

from musterbook.case.load import LoadedCase

Load = Callable[[dict[str, str | bytes | None]], LoadedCase]
MANY = 3_000
SOME = 1_000


def test_thousands_of_faulty_claims(load: Load) -> None:
    claims = "".join(f"- id: c{number}\n  hue{number}: red\n" for number in range(MANY))
    start = time.process_time()
    loaded = load({"claims/march.yaml": f"claims:\n{claims}"})
    assert len(loaded.problems) == MANY
    assert time.process_time() - start < 5


def test_thousands_of_wrong_references(load: Load) -> None:
    claims = "".join(f"- id: c{number}\n  derived: c{number}x\n" for number in range(SOME))
    start = time.process_time()
    loaded = load({"claims/march.yaml": f"claims:\n{claims}"})
    assert len(loaded.problems) == SOME
    assert time.process_time() - start < 10
