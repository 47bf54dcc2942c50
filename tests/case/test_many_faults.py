"""Thousands of faults at once: all are told."""

from collections.abc import Callable

from musterbook.case.load import LoadedCase

Load = Callable[[dict[str, str | bytes | None]], LoadedCase]
MANY = 3_000
SOME = 1_000


def test_thousands_of_faulty_claims(load: Load) -> None:
    claims = "".join(f"- id: c{number}\n  hue{number}: red\n" for number in range(MANY))
    loaded = load({"claims/march.yaml": f"claims:\n{claims}"})
    assert len(loaded.problems) == MANY


def test_thousands_of_wrong_references(load: Load) -> None:
    claims = "".join(f"- id: c{number}\n  derived: c{number}x\n" for number in range(SOME))
    loaded = load({"claims/march.yaml": f"claims:\n{claims}"})
    assert len(loaded.problems) == SOME
