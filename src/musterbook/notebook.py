"""A folder goes in; a case to work with in a notebook comes out, in the words of the verbs."""

from dataclasses import fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from musterbook import inquiry
from musterbook.core.finding import Finding
from musterbook.core.problem import Problem
from musterbook.core.records import Case, Claim
from musterbook.fit.bias import UNJUDGED
from musterbook.fit.options import FitOptions
from musterbook.questions.ask import AskOptions
from musterbook.questions.ratings import BacktestReport
from musterbook.questions.wishes import AskReport
from musterbook.scenarios.run import RunOptions
from musterbook.views.faces import Clashes, Fitted, Moves, Outcome, Pulls, Weighed
from musterbook.views.frames import Frame, claim_rows, frame_of
from musterbook.workbench import Workbench

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Face = TypeVar("Face")
Found = TypeVar("Found")


def _shown_as(face: type[Face], report: "DataclassInstance") -> Face:
    """Give a result the face that a notebook shows; what it holds is shared, not copied."""
    return face(**{each.name: getattr(report, each.name) for each in fields(report)})


def _asked(found: Found | Problem) -> Found:
    """Give what was found; raise where the question could not be asked."""
    if not isinstance(found, Problem):
        return found
    raise KeyError("; ".join(each for each in (found.says, found.fix) if each))


class OpenCase:
    """One case, and everything that can be worked out from it; nothing is computed twice."""

    def __init__(self, folder: Path | str, *, as_of: date | None = None) -> None:
        """Open a folder; nothing is read before it is asked for."""
        self.bench = Workbench(folder, as_of=as_of)

    def _repr_html_(self) -> str:
        from musterbook.views.snippets import case_html

        return case_html(self.bench)

    @property
    def case(self) -> Case:
        """The nouns as declared."""
        return self.bench.case

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim, by its id."""
        return {each.id: each for each in self.bench.case.claims}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every fault of the case, in reading order."""
        return self.bench.problems

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is worth knowing about the claims: copies, mutations, sums that do not close."""
        return self.bench.findings

    def to_frame(self) -> Frame:
        """Give a pandas or polars frame, a row for each claim."""
        return frame_of(claim_rows(self.bench))

    def conflicts(self) -> Clashes:
        """Find what cannot all be true, and which readings make the numbers add up."""
        return _shown_as(Clashes, self.bench.conflicts())

    def fit(self, *, seed: int = 0) -> Fitted:
        """Estimate every stock and flow, in people: one answer per feasible reading or way out."""
        return Fitted(self.bench.fit(FitOptions(seed=seed)), self.bench)

    def why(self, question: str, *, seed: int = 0) -> Pulls:
        """Say what a number, `sent@2026-02-16`, would be without each claim, source, assumption.

        Raises:
            KeyError: the question cannot be asked; it says why, and what could be.
            CannotComputeError: no answer could be worked out.
        """
        return _shown_as(Pulls, _asked(inquiry.why(self.bench, question, seed=seed)))

    def ask(self, *watch: str, reliability: str = UNJUDGED, seed: int = 0) -> AskReport:
        """Say which report, by a source of that grade, would narrow the watched numbers most.

        Raises:
            KeyError: the question cannot be asked; it says why, and what could be.
            CannotComputeError: no answer could be worked out.
        """
        options = AskOptions(reliability=reliability)
        return _asked(inquiry.ask(self.bench, watch, options, seed=seed))

    def history(self, question: str, *, seed: int = 0) -> Moves:
        """Say how the belief about a number moved as reports came in.

        Raises:
            KeyError: the question cannot be asked; it says why, and what could be.
        """
        return _shown_as(Moves, _asked(inquiry.history(self.bench, question, seed=seed)))

    def backtest(self, *measures: str, seed: int = 0) -> BacktestReport:
        """Hold what was believed on every day of news against what was said later.

        Raises:
            KeyError: no measure is called so.
        """
        return _asked(inquiry.backtest(self.bench, measures, seed=seed))

    def run(self, scenario: str = "", *, members: int = 10_000, seed: int = 0) -> Outcome:
        """Run all scenarios on the same draws, and look at one: the baseline if none is named.

        Raises:
            KeyError: no scenario is called so.
        """
        report = self.bench.run(RunOptions(members=members, seed=seed))
        name = scenario or report.baseline
        if name not in report.scenarios:
            raise KeyError(f"{name}: there are {', '.join(report.scenarios)}")
        return Outcome(report, name)

    def weigh(self) -> Weighed:
        """Weigh the explanations offered, computed rows included."""
        return _shown_as(Weighed, self.bench.weigh())
