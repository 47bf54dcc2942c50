"""The folder of a generated account in, the model whose truths and reports can be drawn out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from musterbook.account.system import Floats, Group, MemberKind, System
from musterbook.core.records import Source
from musterbook.fit.bias import bias_covariance
from musterbook.fit.unknowns import BiasKey
from musterbook.workbench import Workbench

ACCOUNTS = Path(__file__).parent / "accounts"
NAMES = ("camp", "front", "border")  # the smallest first: the test suite runs that one

Quantity = tuple[str, str]  # its name, and when


@dataclass(frozen=True, slots=True)
class Model:
    """An account with claims as a frame: who says how sharply what of which day, without numbers.

    `quantities` are every declared measure half way and at the end, as weights over the columns.
    """

    name: str
    system: System
    sources: Mapping[str, Source]
    biases: tuple[BiasKey, ...]
    quantities: Mapping[Quantity, Floats]

    @property
    def claims(self) -> tuple[Group, ...]:
        """The origin-observations, copies already counted once."""
        return tuple(each for each in self.system.groups if each.kind is MemberKind.CLAIM)

    def bias_covariance(self) -> Floats:
        """Give the prior covariance of the biases: shape (bias, bias)."""
        return bias_covariance(self.biases, self.sources)


def model_of(name: str, folder: Path = ACCOUNTS) -> Model:
    """Read one of the accounts that stand beside this file.

    Every scale must be declared and every opening have a range: what is taken from the claims'
    numbers would change with them, and the truth would not come from the prior of the fit.
    """
    bench = Workbench(folder / name)
    assert not bench.has_errors, bench.problems
    system = bench.default.system
    assert all(flow.typical for flow in system.flows)
    claims = (each for each in system.groups if each.kind is MemberKind.CLAIM)
    biases = {(each.origin, each.bias_class) for each in claims if each.origin is not None}
    return Model(name, system, bench.case.sources, tuple(sorted(biases)), _quantities(system))


def _quantities(system: System) -> Mapping[Quantity, Floats]:
    middle = system.knots[len(system.knots) // 2]
    return {
        (name, str(knot)): system.measure_vector(name, knot).dense(system.width)
        for name in system.measures
        for knot in (middle, system.knots[-1])
    }
